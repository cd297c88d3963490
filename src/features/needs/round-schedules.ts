/** What a round says by itself, and when: for the batches of the deeds that change it. Pure. */
import { posting } from '../../delivery/delivery.ts';
import { endSchedule, oweSchedule } from '../../delivery/schedule.ts';
import type { Operation } from '../../store/store.ts';
import { dayOf, type Instant, later } from '../../world.ts';
import type { Network } from '../networks/network.ts';
import { daysLater } from '../year/days.ts';
import { endOfDay } from '../year/local-time.ts';
import { nextWorkMorning } from '../year/next-work-morning.ts';
import { aboutRound } from './need-store.ts';
import type { Round } from './round.ts';
import { roundInvitation, roundOver, roundReminder } from './round-messages.ts';

type Home = Pick<Network, 'zone' | 'rules'>;

/** Until it opens nobody is reminded, nor right after. */
export function whenReminded({ opensAt, closesAt }: Pick<Round, 'opensAt' | 'closesAt'>, now: Instant) {
  return { deadline: closesAt, now, toldAt: opensAt };
}

/** A round that was made before it opens: people are told that it takes answers on the work morning it does, or the next. */
export function toldOpenAt({ opensAt }: Pick<Round, 'opensAt'>, home: Home): Instant {
  return nextWorkMorning(later(opensAt, -1), home);
}

/** In the channels anew, where it has stood as one to come, and to those who read in none. */
export function afterOpening(round: Round, home: Home, now: Instant): readonly Operation[] {
  if (round.opensAt <= now) return [];
  const wanted = { deadline: round.closesAt, by: round.openedBy, now, leadDays: [], firstAt: toldOpenAt(round, home) };
  return [posting, roundInvitation].map(message => oweSchedule(aboutRound(round), { ...wanted, message }, home));
}

/** Its reminders, and the question to whoever opened it when nobody has closed it: written anew for a deadline that was moved. */
export function untilClosed(round: Round, home: Home, now: Instant): readonly Operation[] {
  const about = aboutRound(round);
  const by = round.openedBy;
  const firstAt = askedAt(round, home);
  const over = { message: roundOver, deadline: later(firstAt, asksForMs), by, now, leadDays: [], firstAt };
  return [
    oweSchedule(about, { message: roundReminder, by, ...whenReminded(round, now) }, home),
    oweSchedule(about, over, home),
  ];
}

/** After so long a standstill nobody is asked any more. */
const asksForMs = 60 * 86_400_000;

function askedAt({ closesAt }: Round, home: Home): Instant {
  const dayBefore = daysLater(dayOf(closesAt, home.zone), home.rules.roundOverDays - 1);
  return nextWorkMorning(endOfDay(dayBefore, home.zone), home);
}

/** Nothing more is said of a round that is closed. */
export function afterClosing(): readonly Operation[] {
  return [posting, roundInvitation, roundReminder, roundOver].map(endSchedule);
}
