import { done, type Outcome, refused } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { addEach, newMilestoneId } from './add-milestone.ts';
import { type Milestone, mostInYear } from './milestone.ts';
import { milestoneBy, milestonesIn } from './milestone-store.ts';
import { calendarOf } from './network-calendar.ts';
import { type Proposal, type ProposalSource, proposalsFrom, type StepTitles } from './proposed-milestones.ts';

export type ProposeRefusal =
  | NotAllowed
  /** The year before has none, or each of them stands already. */
  | { readonly code: 'nothing-to-propose'; readonly year: number; readonly source: ProposalSource };

export type AcceptRefusal =
  | ProposeRefusal
  | { readonly code: 'year-full'; readonly year: number; readonly most: number };

/** @property titles in the network's language */
export type Proposing = { readonly year: number; readonly source: ProposalSource; readonly titles: StepTitles };

/** What a year may begin from, to be looked at before any of it is added. Changes nothing. */
export async function proposeMilestones(
  tools: Tools,
  actor: Actor,
  proposing: Proposing,
): Promise<Outcome<readonly Proposal[], ProposeRefusal>> {
  const right = allowed(actor, 'year.change');
  if (!right.ok) return right;
  const { year, source } = proposing;
  const { proposals } = await proposalsNow(tools, actor, proposing);
  return proposals.length > 0 ? done(proposals) : refused({ code: 'nothing-to-propose', year, source });
}

/** Adds those of the proposals that were chosen, by their keys; one that is no longer proposed is passed over. May be repeated. */
export async function acceptMilestones(
  tools: Tools,
  actor: Actor,
  { keys, ...proposing }: Proposing & { readonly keys: readonly string[] },
): Promise<Outcome<readonly Milestone[], AcceptRefusal>> {
  const right = allowed(actor, 'year.change');
  if (!right.ok) return right;
  const { year } = proposing;
  const { proposals, there } = await proposalsNow(tools, actor, proposing);
  const chosen = proposals.filter(({ key }) => keys.includes(key));
  if (there + chosen.length > mostInYear) return refused({ code: 'year-full', year, most: mostInYear });
  const before = await Promise.all(keys.map(key => milestoneBy(tools, newMilestoneId(actor, key))));
  const added = chosen.map(({ key, content }) => ({ id: newMilestoneId(actor, key), content }));
  return done([...before.flatMap(kept => kept?.value ?? []), ...(await addEach(tools, actor, added))]);
}

async function proposalsNow(tools: Tools, { network }: Actor, { year, source, titles }: Proposing) {
  const [lastYear, there] = await Promise.all([
    milestonesIn(tools, network.id, year - 1),
    milestonesIn(tools, network.id, year),
  ]);
  const calendar = calendarOf(network.rules);
  const proposals = proposalsFrom(source, { year, calendar, lastYear, there, titles });
  return { proposals, there: there.length };
}
