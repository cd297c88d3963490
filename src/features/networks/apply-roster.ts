import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { dayOf, idFrom, later } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from './identify-member.ts';
import type { Network, NetworkId } from './network.ts';
import { members, networkPartition, networks, parties, rosterDraftId, rosterDrafts, seats } from './network-store.ts';
import { readRoster } from './read-roster.ts';
import type { RosterProblem } from './roster.ts';
import { planRoster, type RosterPlan } from './roster-plan.ts';

type RosterBad = { readonly code: 'roster-bad'; readonly problems: readonly RosterProblem[] };
export type PreviewRefusal = NotAllowed | RosterBad;
export type ApplyRefusal = NotAllowed | RosterBad | { readonly code: 'draft-gone' };
export type FileRefusal = RosterBad | { readonly code: 'no-network' };

/** `draftId`: eight characters, short enough to type. */
export type RosterPreview = { readonly draftId: string; readonly plan: RosterPlan };

const draftLifeMs = 3_600_000;

/** Shows what a roster would change, and keeps the file for an hour so that it can be applied. May be repeated. */
export async function previewRoster(
  tools: Tools,
  actor: Actor,
  csv: string,
): Promise<Outcome<RosterPreview, PreviewRefusal>> {
  const right = allowed(actor, 'roster.apply');
  if (!right.ok) return right;
  const plan = await planFor(tools, actor.network, csv);
  if (!plan.ok) return plan;
  const draftId = idFrom(csv, actor.requestKey).slice(0, 8);
  const forgetAt = later(tools.world.clock.now(), draftLifeMs);
  await tools.store.batch(networkPartition(actor.network.id), [
    rosterDrafts.upsert(rosterDraftId(draftId), { csv, madeBy: actor.member.id, forgetAt }),
  ]);
  return done({ draftId, plan: plan.value });
}

/** Carries out a roster that was shown. Answers what it changed last, which for a repeat is nothing. */
export async function applyRoster(
  tools: Tools,
  actor: Actor,
  draftId: string,
): Promise<Outcome<RosterPlan, ApplyRefusal>> {
  const right = allowed(actor, 'roster.apply');
  if (!right.ok) return right;
  const draft = await rosterDrafts.get(tools.store, networkPartition(actor.network.id), rosterDraftId(draftId));
  if (!draft || draft.value.forgetAt < tools.world.clock.now()) return refused({ code: 'draft-gone' });
  return carryOut(tools, actor.network, draft.value.csv);
}

/** What a roster would change, asked by whoever runs the server. */
export async function previewRosterFile(
  tools: Tools,
  networkId: NetworkId,
  csv: string,
): Promise<Outcome<RosterPlan, FileRefusal>> {
  const network = await networks.get(tools.store, networkPartition(networkId), 'network');
  return network ? planFor(tools, network.value, csv) : refused({ code: 'no-network' });
}

/** Carries out a roster, asked by whoever runs the server. May be repeated: then it changes nothing. */
export async function applyRosterFile(
  tools: Tools,
  networkId: NetworkId,
  csv: string,
): Promise<Outcome<RosterPlan, FileRefusal>> {
  const network = await networks.get(tools.store, networkPartition(networkId), 'network');
  return network ? carryOut(tools, network.value, csv) : refused({ code: 'no-network' });
}

/**
 * Nothing is written while a line is bad; a change made meanwhile by someone else is read and planned for again. A roster
 * of several batches may then be partly written: what is answered is what was left to do.
 */
async function carryOut(tools: Tools, network: Network, csv: string): Promise<Outcome<RosterPlan, RosterBad>> {
  return retrying(async () => {
    const plan = await planFor(tools, network, csv);
    if (!plan.ok) return plan;
    for (const batch of plan.value.batches) await tools.store.batch(networkPartition(network.id), batch);
    return plan;
  });
}

async function planFor(
  { store, world }: Tools,
  { id, zone }: Network,
  csv: string,
): Promise<Outcome<RosterPlan, RosterBad>> {
  const rows = readRoster(csv);
  if (!rows.ok) return refused({ code: 'roster-bad', problems: rows.refusal });
  const partition = networkPartition(id);
  const [keptParties, keptSeats, keptMembers] = await Promise.all([
    parties.all(store, partition),
    seats.all(store, partition),
    members.all(store, partition),
  ]);
  const present = { networkId: id, parties: keptParties, seats: keptSeats, members: keptMembers };
  const plan = planRoster(present, rows.value, dayOf(world.clock.now(), zone));
  return plan.ok ? plan : refused({ code: 'roster-bad', problems: plan.refusal });
}
