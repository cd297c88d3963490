import { type CaseOnAgenda, casesInOrder, markUnsent, withTimes } from './agenda-lines.ts';
import type { AgendaKept } from './case-store.ts';
import { meetingCan } from './meeting.ts';

/** The cases as they stand on a meeting's agenda, each with its place in the day; until it begins, also whether it has been sent. */
export function timedCases({ meeting, agenda, cases }: AgendaKept): readonly CaseOnAgenda[] {
  const all = cases.map(({ value }) => value);
  const timed = withTimes(casesInOrder(agenda?.value, all), meeting.value.settled?.startsAt);
  return meetingCan(meeting.value, 'sendAgenda') ? markUnsent(timed, agenda?.value) : timed;
}
