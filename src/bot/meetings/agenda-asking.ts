/** Which meeting and which case a request is about, named by a button or in words. */
import { noMeetingCard } from '../../../cards/meetings/agenda-card.ts';
import { casesInOrder, casesSuggested } from '../../features/meetings/agenda-lines.ts';
import { type Case, type CaseId, caseNumberText } from '../../features/meetings/case.ts';
import { type AgendaKept, readAgenda } from '../../features/meetings/case-store.ts';
import type { Meeting, MeetingId } from '../../features/meetings/meeting.ts';
import { meetingPartition, meetings } from '../../features/meetings/meeting-store.ts';
import { type MeetingSought, meetingsMeant } from '../../features/meetings/meetings-meant.ts';
import { type Actor, identifyMember, networkAt } from '../../features/networks/identify-member.ts';
import type { NetworkId } from '../../features/networks/network.ts';
import type { Speech } from '../../texts/speak.ts';
import { type Answer, type Asking, refuse, speechFor } from '../asking.ts';
import { withMeeting as withNamedMeeting } from './with-meeting.ts';

/** A member at work on one meeting of their network. */
export type AtMeeting = {
  readonly actor: Actor;
  readonly kept: AgendaKept;
  readonly meeting: Meeting;
  readonly speech: Speech;
};

type Work = (at: AtMeeting) => Promise<Answer>;

/** Without a number the nearest meeting is meant: which are looked for, best first. */
export const nearest = {
  agenda: ['underWay', 'ahead', 'proposed', 'unbegun', 'ended'],
  lead: ['underWay', 'ahead', 'unbegun', 'ended'],
  minutes: ['ended', 'underWay'],
} as const satisfies Record<string, readonly MeetingSought[]>;

/** Does work on a meeting with its agenda. @param sought which are looked for where none is named */
export async function withMeeting(
  asking: Asking,
  named: MeetingId | number | undefined,
  sought: readonly MeetingSought[],
  work: Work,
): Promise<Answer> {
  return withNamedMeeting(
    asking,
    named,
    sought,
    async (actor, { id }, speech) => {
      const kept = await readAgenda(asking.tools, id);
      if (!kept) return refuse({ code: 'no-meeting' }, speech);
      return work({ actor, kept, meeting: kept.meeting.value, speech });
    },
    speech => ({ whisper: noMeetingCard(sought === nearest.minutes ? 'minutes' : 'meeting', speech) }),
  );
}

/** The same where nothing is answered when it cannot be: for a form that is to be shown again. */
export async function meetingFor(asking: Asking, named: unknown): Promise<AtMeeting | undefined> {
  const { tools, from, settings, chosen } = asking;
  const network = await networkOf(asking, named);
  const actor = network && (await identifyMember(tools, from, network));
  if (!actor?.ok) return undefined;
  const id = await idMeant(asking, actor.value, named);
  const kept = id && (await readAgenda(tools, id));
  if (!kept) return undefined;
  const { member, network: home } = actor.value;
  const speech = speechFor(from, settings, chosen ?? member.language, home);
  return { actor: actor.value, kept, meeting: kept.meeting.value, speech };
}

/** None where it is unsure. */
async function idMeant({ tools }: Asking, { network }: Actor, named: unknown): Promise<MeetingId | undefined> {
  if (typeof named === 'string') return named as MeetingId;
  const number = typeof named === 'number' ? named : undefined;
  const [meant, ...others] = await meetingsMeant(tools, network.id, number, nearest.agenda, tools.world.clock.now());
  return others.length > 0 ? undefined : meant?.value.id;
}

async function networkOf({ tools, from }: Asking, named: unknown): Promise<NetworkId | undefined> {
  if (typeof named === 'string') {
    const kept = await meetings.get(tools.store, meetingPartition(named as MeetingId), 'meeting');
    return kept?.value.networkId;
  }
  const here = await networkAt(tools, from.identity, from.place.key);
  return here.ok ? here.value : undefined;
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
