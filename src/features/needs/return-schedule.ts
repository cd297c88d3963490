/** What is said by itself of a need that was returned, and when: for the batches of the deeds that change it. Pure. */
import type { Message } from '../../delivery/delivery.ts';
import { endScheduleOf, oweSchedule, restAfter } from '../../delivery/schedule.ts';
import type { Operation } from '../../store/store.ts';
import { dayOf, type Instant, later, type PlainDate } from '../../world.ts';
import type { MemberId, Network } from '../networks/network.ts';
import { daysLater } from '../year/days.ts';
import { momentsAt } from '../year/local-time.ts';
import { calendarOf } from '../year/network-calendar.ts';
import { nextWorkMorning } from '../year/next-work-morning.ts';
import { type Calendar, workDayBefore } from '../year/work-days.ts';
import type { NeedId } from './need.ts';
import { aboutRound } from './need-store.ts';
import type { Round } from './round.ts';

/** To the party's people: its deadline is near. */
export function returnedReminder(id: NeedId | ''): Message {
  return { kind: 'need-returned-reminder', detail: id };
}

/** To whoever returned them: those whose deadline this was have not come again. */
export function unansweredMessage(dueAt: Instant | ''): Message {
  return { kind: 'needs-unanswered', detail: dueAt };
}

const reminderWorkDays = 2;

/** After so long a standstill nobody is told any more. */
const tellsForMs = 60 * 86_400_000;

type Returned = { readonly id: NeedId; readonly dueAt: Instant };
type Deed = { readonly by: MemberId; readonly now: Instant };

/** One reminder two work days before its own deadline, and word the work morning after it. */
export function afterReturning(
  round: Round,
  { id, dueAt }: Returned,
  network: Pick<Network, 'zone' | 'rules'>,
  deed: Deed,
): readonly Operation[] {
  const about = aboutRound(round);
  const own = { ...deed, leadDays: [], isByDetail: true };
  const remindAt = reminderBefore(dueAt, network);
  const tellAt = nextWorkMorning(dueAt, network);
  const isSoon = remindAt < restAfter(deed.now);
  return [
    isSoon
      ? endScheduleOf(returnedReminder(id))
      : oweSchedule(about, { ...own, message: returnedReminder(id), deadline: dueAt, firstAt: remindAt }, network),
    oweSchedule(
      about,
      { ...own, message: unansweredMessage(dueAt), deadline: later(tellAt, tellsForMs), firstAt: tellAt },
      network,
    ),
  ];
}

/** It was sent again, or withdrawn. */
export function afterAnswering(id: NeedId): Operation {
  return endScheduleOf(returnedReminder(id));
}

function reminderBefore(dueAt: Instant, { zone, rules }: Pick<Network, 'zone' | 'rules'>): Instant {
  const calendar = calendarOf(rules);
  const day = workDaysBefore(dayOf(dueAt, zone), reminderWorkDays, calendar);
  return momentsAt(day, rules.remindedAt, zone)[0];
}

function workDaysBefore(day: PlainDate, count: number, calendar: Calendar): PlainDate {
  return count === 0 ? day : workDaysBefore(workDayBefore(daysLater(day, -1), calendar), count - 1, calendar);
}
