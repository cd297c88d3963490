/** What a person says of a milestone, read: its day as people write days, and how long before it the channels are told. */
import { done, type Outcome, refused } from '../../outcome.ts';
import { dayOf, type Instant } from '../../world.ts';
import type { Network } from '../networks/network.ts';
import { readLeadDays } from './lead-days.ts';
import { type Milestone, yearOf } from './milestone.ts';
import { readDate, type UnreadDate } from './read-date.ts';

export type MilestoneContent = Pick<Milestone, 'title' | 'on' | 'leadDays' | 'note'>;

export type WantedMilestone = {
  readonly title: string;
  /** «1. februar 2027», or an ISO date. */
  readonly on: string;
  /** «30, 7 dager før»; the network's own unless said. */
  readonly leadDays?: string | undefined;
  readonly note?: string | undefined;
};

export type ContentRefusal =
  | UnreadDate<'on'>
  | { readonly code: 'milestone-far'; readonly field: 'on'; readonly first: number; readonly last: number }
  | { readonly code: 'bad-lead-days'; readonly field: 'leadDays' };

const yearsBack = 1;
const yearsAhead = 5;

export function readMilestone(
  { title, on, leadDays, note }: WantedMilestone,
  { zone, rules }: Pick<Network, 'zone' | 'rules'>,
  now: Instant,
): Outcome<MilestoneContent, ContentRefusal> {
  const day = readDate(on, 'on', { now, zone });
  if (!day.ok) return day;
  const thisYear = yearOf(dayOf(now, zone));
  const [first, last] = [thisYear - yearsBack, thisYear + yearsAhead];
  const year = yearOf(day.value.on);
  if (year < first || year > last) return refused({ code: 'milestone-far', field: 'on', first, last });
  const before = leadDays === undefined ? rules.reminderLeadDays : readLeadDays(leadDays);
  if (!before) return refused({ code: 'bad-lead-days', field: 'leadDays' });
  return done({ title, on: day.value.on, leadDays: [...before], ...(note !== undefined && { note }) });
}
