/** What someone took on in a meeting: open until it is closed. Pure. */
import { z } from 'zod';
import type { PlainDate } from '../../world.ts';
import { instant, networkId } from '../networks/network.ts';
import { caseId, deed } from './case.ts';
import { agreedFollowUp, followUpId } from './case-conclusion.ts';
import { meetingId } from './meeting.ts';

export const followUpSchema = z.object({
  id: followUpId,
  networkId,
  meetingId,
  meetingNumber: z.int().positive(),
  caseId,
  /** `4/27` */
  caseNumber: z.string(),
  ...agreedFollowUp.pick({ ownerId: true, who: true, what: true, dueOn: true }).shape,
  agreedAt: instant,
  /** The version of the conclusion that it was last made to agree with. */
  asOf: z.int().nonnegative().default(0),
  closed: deed.extend({ note: z.string().optional() }).optional(),
  /** The conclusion was corrected, and it is no longer in it. */
  droppedAt: instant.optional(),
});
export type FollowUp = z.infer<typeof followUpSchema>;

export function isOpen({ closed, droppedAt }: FollowUp): boolean {
  return closed === undefined && droppedAt === undefined;
}

/** Its whole day is its owner's. */
export function isLate({ dueOn }: FollowUp, today: PlainDate): boolean {
  return dueOn !== undefined && dueOn < today;
}

/** Those due first stand first, so that the late ones do; those without a date stand last. */
export function byDue(a: FollowUp, b: FollowUp): number {
  return dueKey(a) < dueKey(b) ? -1 : 1;
}

function dueKey({ dueOn, agreedAt, id }: FollowUp): string {
  return `${dueOn ?? '9999-12-31'} ${agreedAt} ${id}`;
}
