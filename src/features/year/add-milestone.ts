import { Conflict, done, type Outcome, refused } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { idFrom } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { type Milestone, type MilestoneId, mostInYear, yearOf } from './milestone.ts';
import {
  type ContentRefusal,
  type MilestoneContent,
  readMilestone,
  type WantedMilestone,
} from './milestone-content.ts';
import { oweMilestoneReminders } from './milestone-reminders.ts';
import { milestonePartition, milestones, milestonesIn, takeNumbers } from './milestone-store.ts';

export type AddRefusal =
  | NotAllowed
  | ContentRefusal
  | { readonly code: 'year-full'; readonly year: number; readonly most: number };

/** Adds a milestone to the network's year, with its reminders. A repeat finds the one it added. */
export async function addMilestone(
  tools: Tools,
  actor: Actor,
  wanted: WantedMilestone,
): Promise<Outcome<Milestone, AddRefusal>> {
  const right = allowed(actor, 'year.change');
  if (!right.ok) return right;
  const id = newMilestoneId(actor);
  const already = await milestones.get(tools.store, milestonePartition(id), 'milestone');
  if (already) return done(already.value);
  const content = readMilestone(wanted, actor.network, tools.world.clock.now());
  if (!content.ok) return content;
  const year = yearOf(content.value.on);
  const standing = await milestonesIn(tools, actor.network.id, year);
  if (standing.length >= mostInYear) return refused({ code: 'year-full', year, most: mostInYear });
  const [added] = await addEach(tools, actor, [{ id, content: content.value }]);
  if (!added) throw new Error('A milestone that was just added cannot be read');
  return done(added);
}

/** @param key which of those one request adds */
export function newMilestoneId({ network, requestKey }: Actor, key = ''): MilestoneId {
  return idFrom('milestone', network.id, requestKey, key) as MilestoneId;
}

export type NewMilestone = { readonly id: MilestoneId; readonly content: MilestoneContent };

/** Writes new milestones, each with its reminders in one batch. May be cut off and repeated: each is added once. */
export async function addEach(
  tools: Tools,
  { network, member }: Actor,
  added: readonly NewMilestone[],
): Promise<readonly Milestone[]> {
  const { store, world } = tools;
  const numbers = await takeNumbers(
    tools,
    network.id,
    added.map(({ id }) => id),
  );
  const now = world.clock.now();
  const who = { networkId: network.id, addedBy: member.id, addedAt: now };
  return Promise.all(
    added.map(async ({ id, content }, at) => {
      const milestone: Milestone = { id, number: numbers[at] ?? 0, ...content, ...who };
      await store
        .batch(milestonePartition(id), [
          milestones.create('milestone', milestone),
          oweMilestoneReminders(milestone, network, now),
        ])
        .catch(ignoreRepeat);
      return milestone;
    }),
  );
}

/** An earlier run, or one beside this, has written the same. */
function ignoreRepeat(error: unknown): void {
  if (!(error instanceof Conflict)) throw error;
}
