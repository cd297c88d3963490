import { isDeepStrictEqual } from 'node:util';
import { oweRedraw } from '../../delivery/delivery.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { type Actor, allowed } from '../networks/identify-member.ts';
import type { AddRefusal } from './add-milestone.ts';
import { aboutMilestone, type Milestone, type MilestoneId, mostInYear, yearOf } from './milestone.ts';
import { readMilestone, type WantedMilestone } from './milestone-content.ts';
import { oweMilestoneReminders } from './milestone-reminders.ts';
import { milestoneBy, milestones, milestonesIn } from './milestone-store.ts';

export type ChangeRefusal = AddRefusal | { readonly code: 'no-milestone' };

/** Writes a milestone anew, with reminders by its new day; what is posted of it is redrawn. May be repeated. */
export async function changeMilestone(
  tools: Tools,
  actor: Actor,
  id: MilestoneId,
  wanted: WantedMilestone,
): Promise<Outcome<Milestone, ChangeRefusal>> {
  const right = allowed(actor, 'year.change');
  if (!right.ok) return right;
  return retrying(async () => {
    const milestone = await milestoneBy(tools, id);
    if (milestone?.value.networkId !== actor.network.id) return refused({ code: 'no-milestone' });
    const now = tools.world.clock.now();
    const content = readMilestone(wanted, actor.network, now);
    if (!content.ok) return content;
    const { note: _, ...kept } = milestone.value;
    const changed = { ...kept, ...content.value };
    if (isDeepStrictEqual(changed, milestone.value)) return done(changed);
    const year = yearOf(changed.on);
    const isElsewhere = year !== yearOf(milestone.value.on);
    if (isElsewhere && (await milestonesIn(tools, actor.network.id, year)).length >= mostInYear) {
      return refused({ code: 'year-full', year, most: mostInYear });
    }
    await tools.store.batch(milestone.partition, [
      milestones.replace(milestone, changed),
      oweMilestoneReminders(changed, actor.network, now),
      oweRedraw(aboutMilestone(changed), now),
    ]);
    return done(changed);
  });
}
