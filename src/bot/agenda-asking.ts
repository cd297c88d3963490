/** Which meeting and which case a request is about, named by a button or in words. */
import { noMeetingCard } from '../../cards/agenda-card.ts';
import { casesInOrder, casesSuggested } from '../features/meetings/agenda-lines.ts';
import { type Case, type CaseId, caseNumberText } from '../features/meetings/case.ts';
import { type AgendaKept, readAgenda } from '../features/meetings/case-store.ts';
import { type Meeting, type MeetingId, type MeetingState, stateOfMeeting } from '../features/meetings/meeting.ts';
import { allMeetings, meetingNumbers, meetingPartition, meetings } from '../features/meetings/meeting-store.ts';
import { type Actor, identifyMember, networkAt } from '../features/networks/identify-member.ts';
import type { NetworkId } from '../features/networks/network.ts';
import { networkPartition } from '../features/networks/network-store.ts';
import type { Speech } from '../texts/speak.ts';
import type { Tools } from '../tools.ts';
import { type Answer, type Asking, asMember, refuse, speechFor } from './asking.ts';
import { withMeeting as withNamedMeeting } from './with-meeting.ts';

/** A member at work on one meeting of their network. */
export type AtMeeting = {
  readonly actor: Actor;
  readonly kept: AgendaKept;
  readonly meeting: Meeting;
  readonly speech: Speech;
};

type Work = (at: AtMeeting) => Promise<Answer>;

/** Without a number the nearest meeting is meant: in which states it is looked for, best first. */
export const nearest = {
  agenda: ['underWay', 'settled', 'proposed', 'ended'],
  lead: ['underWay', 'settled', 'ended'],
  minutes: ['ended', 'underWay'],
} as const satisfies Record<string, readonly MeetingState[]>;

/** Does work on a meeting with its agenda. @param states in which the one that is meant without a number is looked for */
export async function withMeeting(
  asking: Asking,
  named: MeetingId | number | undefined,
  states: readonly MeetingState[],
  work: Work,
): Promise<Answer> {
  if (typeof named === 'string') {
    return withNamedMeeting(asking, named, 'suggestCase', (actor, { id }, speech) => workOn(actor, id, speech));
  }
  return asMember(asking, async (actor, speech) => {
    const meant = await meetingMeant(asking.tools, actor, named, states);
    return workOn(actor, meant?.id, speech);
  });

  async function workOn(actor: Actor, id: MeetingId | undefined, speech: Speech): Promise<Answer> {
    const kept = id && (await readAgenda(asking.tools, id));
    if (kept) return work({ actor, kept, meeting: kept.meeting.value, speech });
    if (named !== undefined) return refuse({ code: 'no-meeting' }, speech);
    return { whisper: noMeetingCard(states === nearest.minutes ? 'minutes' : 'meeting', speech) };
  }
}

/** The same where nothing is answered when it cannot be: for a form that is to be shown again. */
export async function meetingFor(asking: Asking, named: unknown): Promise<AtMeeting | undefined> {
  const { tools, from, settings, chosen } = asking;
  const network = await networkOf(asking, named);
  const actor = network && (await identifyMember(tools, from, network));
  if (!actor?.ok) return undefined;
  const id =
    typeof named === 'string'
      ? (named as MeetingId)
      : (await meetingMeant(tools, actor.value, typeof named === 'number' ? named : undefined, nearest.agenda))?.id;
  const kept = id && (await readAgenda(tools, id));
  if (!kept) return undefined;
  const { member, network: home } = actor.value;
  const speech = speechFor(from, settings, chosen ?? member.language, home);
  return { actor: actor.value, kept, meeting: kept.meeting.value, speech };
}

async function networkOf({ tools, from }: Asking, named: unknown): Promise<NetworkId | undefined> {
  if (typeof named === 'string') {
    const kept = await meetings.get(tools.store, meetingPartition(named as MeetingId), 'meeting');
    return kept?.value.networkId;
  }
  const here = await networkAt(tools, from.identity, from.place.key);
  return here.ok ? here.value : undefined;
}

async function meetingMeant(
  { store }: Tools,
  { network }: Actor,
  number: number | undefined,
  states: readonly MeetingState[],
): Promise<Meeting | undefined> {
  if (number !== undefined) {
    const entry = await meetingNumbers.get(store, networkPartition(network.id), `meeting-number|${number}`);
    const kept = entry && (await meetings.get(store, meetingPartition(entry.value.meetingId), 'meeting'));
    return kept?.value;
  }
  const all = (await allMeetings({ store }, network.id)).map(({ value }) => value);
  return states.map(state => nearestOf(all, state)).find(meeting => meeting !== undefined);
}

/** The next of those to come, the last of those that have been. */
function nearestOf(all: readonly Meeting[], state: MeetingState): Meeting | undefined {
  const those = all.filter(meeting => stateOfMeeting(meeting) === state);
  const byStart = those.toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
  return state === 'ended' ? byStart.at(-1) : byStart[0];
}

function startOf({ settled, called }: Meeting): string {
  return settled?.startsAt ?? called.at;
}

/** The cases as they are listed and named by their place: the agenda, then what is suggested. */
export function listed({ agenda, cases }: AgendaKept): readonly Case[] {
  const all = cases.map(({ value }) => value);
  return [...casesInOrder(agenda?.value, all), ...casesSuggested(all)];
}

/** By its id, its number `4/27`, or its place on the list. */
export function caseMeant(kept: AgendaKept, named: CaseId | number): Case | undefined {
  if (typeof named === 'number') return listed(kept)[named - 1];
  const all = kept.cases.map(({ value }) => value);
  return all.find(({ id }) => id === named) ?? all.find(({ number }) => number && caseNumberText(number) === named);
}
