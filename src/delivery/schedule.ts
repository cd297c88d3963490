/** Reminders before a deadline: when they go, to whom they may go, and that no more are owed when the thing is over. */
import { z } from 'zod';
import { instant, type MemberId, memberId, type Network, networkId } from '../features/networks/network.ts';
import { calendarOf } from '../features/year/network-calendar.ts';
import { reminderTimes } from '../features/year/reminder-times.ts';
import { Collection } from '../store/collection.ts';
import type { Operation } from '../store/store.ts';
import { type Instant, later } from '../world.ts';
import { type About, type Delivery, type DeliveryState, type Message, message, thing } from './delivery.ts';

/**
 * Partition of the thing, id `schedule|<kind of message>`, or with its detail after it: a thing may remind of several matters.
 * A schedule of postings posts the thing's own card anew in every channel.
 */
export const schedules = new Collection(
  'schedule',
  z.object({
    networkId,
    thing,
    message,
    /** What its detail names is a matter of its own: reminders of another do not count against it. */
    isByDetail: z.boolean().optional(),
    /** Nobody is reminded at or after it. */
    deadline: instant,
    /** Days before the deadline, in any order. */
    leadDays: z.array(z.int().positive()),
    /** Whoever made the thing stands for its reminders. */
    madeBy: memberId,
    /** When the next reminder goes; none left without it. */
    dueAt: instant.optional(),
  }),
  schedule => ({ dueAt: schedule.dueAt }),
);
export type Schedule = z.infer<z.ZodType<Parameters<typeof schedules.create>[1]>>;

/** What a schedule reads of its network: the calendar, the time of day and the zone. */
type Home = Pick<Network, 'zone' | 'rules'>;

export type Wanted = {
  readonly message: Message;
  readonly deadline: Instant;
  readonly by: MemberId;
  readonly now: Instant;
  /** When people were told of the thing itself: they are not reminded of it right after. */
  readonly toldAt?: Instant;
  /** Those of the network's rules unless said. */
  readonly leadDays?: readonly number[];
  /** A turn of its own before any other: what begins, or is over, at a moment that no days before a deadline tell. */
  readonly firstAt?: Instant;
  /** What its detail names is a matter of its own. */
  readonly isByDetail?: boolean;
};

const restMs = 20 * 3_600_000;

/** Until when someone who was told of a thing, or reminded of it, is left alone with it. */
export function restAfter(told: Instant): Instant {
  return later(told, restMs);
}

/** Writes the thing's reminders, or writes them anew for a deadline that was moved: for the batch of their cause. */
export function oweSchedule({ networkId, thing }: About, wanted: Wanted, home: Home): Operation {
  const { firstAt, message: words, isByDetail = false } = wanted;
  const [planned] = plannedReminders(wanted, home);
  const dueAt = firstAt ?? planned;
  return schedules.upsert(scheduleId(words, isByDetail), {
    networkId,
    thing,
    message: words,
    ...(isByDetail && { isByDetail }),
    deadline: wanted.deadline,
    leadDays: [...leadDaysOf(wanted, home)],
    madeBy: wanted.by,
    ...(dueAt !== undefined && { dueAt }),
  });
}

/** The thing is closed, settled or cancelled: no more of these words are owed. May stand in its batch though none were. */
export function endSchedule(words: Message): Operation {
  return { kind: 'delete', id: scheduleId(words, false) };
}

/** The same of what its detail names. */
export function endScheduleOf(words: Message): Operation {
  return { kind: 'delete', id: scheduleId(words, true) };
}

/** When reminders will go as the network's rules are now, the earliest first. */
export function plannedReminders(
  wanted: Pick<Wanted, 'deadline' | 'leadDays' | 'now' | 'toldAt'>,
  home: Home,
): readonly Instant[] {
  const { zone, rules } = home;
  const { deadline, now, toldAt } = wanted;
  const rested = toldAt && restAfter(toldAt);
  return reminderTimes({
    deadline,
    leadDays: leadDaysOf(wanted, home),
    at: rules.remindedAt,
    zone,
    calendar: calendarOf(rules),
    notBefore: rested && rested > now ? rested : now,
  });
}

export const whyNotReminded = ['no-deadline', 'no-days', 'too-near'] as const;
/** `no-days`: the network's rules have none. `too-near`: the deadline leaves no time for one. */
export type WhyNotReminded = (typeof whyNotReminded)[number];

/** When reminders go, or why none does, for whoever made the thing. */
export function toldOfReminders(
  {
    deadline,
    ...wanted
  }: Omit<Parameters<typeof plannedReminders>[0], 'deadline'> & { readonly deadline?: Instant | undefined },
  home: Home,
): readonly Instant[] | WhyNotReminded {
  if (deadline === undefined) return 'no-deadline';
  if (leadDaysOf(wanted, home).length === 0) return 'no-days';
  const times = plannedReminders({ ...wanted, deadline }, home);
  return times.length > 0 ? times : 'too-near';
}

/** The same schedule once its turn has come: whatever it missed meanwhile is not made up for. */
export function afterTurn(schedule: Schedule, home: Home, now: Instant): Schedule {
  const [dueAt] = plannedReminders({ ...schedule, now: later(now, 1) }, home);
  return { ...schedule, dueAt };
}

/**
 * Those who have had no more reminders of the thing than the rules allow, and none just now.
 * @param before what was owed of these words for this thing, by a schedule or by hand
 */
export function whoMayBeReminded(
  before: readonly Pick<Delivery, 'to' | 'state' | 'owedAt'>[],
  people: readonly MemberId[],
  { mostReminders }: Pick<Network['rules'], 'mostReminders'>,
  now: Instant,
): readonly MemberId[] {
  const reminders = before.filter(({ state }) => !cameToNothing.has(state));
  return people.filter(id => {
    const mine = reminders.filter(({ to }) => to.kind === 'member' && to.id === id);
    return mine.length < mostReminders && mine.every(({ owedAt }) => restAfter(owedAt) <= now);
  });
}

/** A posting is made anew only where nothing is under way and the last one has had its day. */
export function mayPostAnew({ state, owedAt }: Pick<Delivery, 'state' | 'owedAt'>, now: Instant): boolean {
  return !isUnderWay.has(state) && restAfter(owedAt) <= now;
}

const cameToNothing: ReadonlySet<DeliveryState> = new Set(['unneeded', 'given-up']);
const isUnderWay: ReadonlySet<DeliveryState> = new Set(['due', 'claimed', 'failed']);

function scheduleId({ kind, detail }: Message, isByDetail: boolean): string {
  return isByDetail ? `schedule|${kind}|${detail}` : `schedule|${kind}`;
}

function leadDaysOf({ leadDays }: Pick<Wanted, 'leadDays'>, { rules }: Home): readonly number[] {
  return leadDays ?? rules.reminderLeadDays;
}
