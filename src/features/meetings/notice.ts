/** How long before it a meeting is called: shorter than the network's rule is done with a reason, and written down. Pure. */
import { done, type Outcome, refused } from '../../outcome.ts';
import { dayOf, type Instant } from '../../world.ts';
import type { Network } from '../networks/network.ts';
import type { Meeting } from './meeting.ts';

/** @property days how many there are; @property rule how many there should be */
export type NoticeRefusal = {
  readonly code: 'notice-short';
  readonly field: 'reason';
  readonly days: number;
  readonly rule: number;
};

type Exceptions = Meeting['exceptions'];

/** Days from today to the meeting's, both in the network's zone. */
export function noticeDays(startsAt: Instant, { zone }: Pick<Network, 'zone'>, now: Instant): number {
  return Temporal.PlainDate.from(dayOf(now, zone)).until(dayOf(startsAt, zone), { largestUnit: 'days' }).days;
}

export function isNoticeShort(startsAt: Instant, network: Network, now: Instant): boolean {
  return noticeDays(startsAt, network, now) < network.rules.noticeDays;
}

type Deed = Pick<Exceptions[number], 'at' | 'by' | 'request'>;

/** What is to be written down of the notice: nothing when it is long enough. */
export function noticeException(
  startsAt: Instant,
  network: Network,
  reason: string | undefined,
  deed: Deed,
): Outcome<Exceptions, NoticeRefusal> {
  if (!isNoticeShort(startsAt, network, deed.at)) return done([]);
  const days = noticeDays(startsAt, network, deed.at);
  return reason === undefined
    ? refused({ code: 'notice-short', field: 'reason', days, rule: network.rules.noticeDays })
    : done([{ kind: 'notice', days, reason, ...deed }]);
}
