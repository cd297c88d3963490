import type { Tools } from '../../tools.ts';
import type { Actor } from '../networks/identify-member.ts';
import { members, networkPartition, parties } from '../networks/network-store.ts';
import { casesInOrder } from './agenda-lines.ts';
import { latestConclusions } from './case-conclusion.ts';
import { type AgendaKept, conclusions } from './case-store.ts';
import { type Meeting, seatsAt, stateOfMeeting } from './meeting.ts';
import { allMeetings, attendances } from './meeting-store.ts';
import type { MeetingFacts } from './minutes-draft.ts';
import { observerPresence } from './minutes-store.ts';

/** Reads all that the minutes of a meeting are made of. */
export async function readMeetingFacts(
  { store }: Pick<Tools, 'store'>,
  actor: Actor,
  { meeting, agenda, cases }: AgendaKept,
): Promise<MeetingFacts> {
  const home = networkPartition(actor.network.id);
  const [given, observers, concluded, keptMembers, keptParties, all] = await Promise.all([
    attendances.all(store, meeting.partition),
    observerPresence.get(store, meeting.partition, 'observers'),
    conclusions.all(store, meeting.partition),
    members.all(store, home),
    parties.all(store, home),
    allMeetings({ store }, actor.network.id),
  ]);
  return {
    network: actor.network,
    meeting: meeting.value,
    seats: seatsAt(meeting.value, actor),
    attendances: given.map(({ value }) => value),
    observers: observers?.value.present ?? [],
    parties: keptParties.map(({ value }) => value),
    members: keptMembers.map(({ value }) => value),
    cases: casesInOrder(
      agenda?.value,
      cases.map(({ value }) => value),
    ),
    conclusions: latestConclusions(concluded.map(({ value }) => value)),
    next: nextAfter(
      meeting.value,
      all.map(({ value }) => value),
    ),
  };
}

function nextAfter({ settled }: Meeting, all: readonly Meeting[]): Meeting | undefined {
  const coming = all.filter(each => stateOfMeeting(each) === 'settled' && startOf(each) > (settled?.startsAt ?? ''));
  return coming.toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1))[0];
}

function startOf({ settled }: Meeting): string {
  return settled?.startsAt ?? '';
}
