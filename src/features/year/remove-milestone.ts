import { oweRedraw } from '../../delivery/delivery.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { aboutMilestone, type Milestone, type MilestoneId } from './milestone.ts';
import { endMilestoneReminders } from './milestone-reminders.ts';
import { milestonePartition, milestones } from './milestone-store.ts';

export type RemoveRefusal = NotAllowed | { readonly code: 'no-milestone' };

/** Takes a milestone out of the year: it is told of no more, and what is posted of it says so. May be repeated. */
export async function removeMilestone(
  tools: Tools,
  actor: Actor,
  id: MilestoneId,
): Promise<Outcome<Milestone, RemoveRefusal>> {
  const right = allowed(actor, 'year.change');
  if (!right.ok) return right;
  return retrying(async () => {
    const milestone = await milestones.get(tools.store, milestonePartition(id), 'milestone');
    if (milestone?.value.networkId !== actor.network.id) return refused({ code: 'no-milestone' });
    if (milestone.value.removedAt) return done(milestone.value);
    const now = tools.world.clock.now();
    const removed = { ...milestone.value, removedAt: now };
    await tools.store.batch(milestone.partition, [
      milestones.replace(milestone, removed),
      endMilestoneReminders(),
      oweRedraw(aboutMilestone(removed), now),
    ]);
    return done(removed);
  });
}
