/** What a round has brought is given on for the agenda, and taken back as long as nothing of it is recommended. */
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import { check, type Kept, orLogged, remove } from '../../store/collection.ts';
import type { Operation } from '../../store/store.ts';
import type { Tools } from '../../tools.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { inBatches } from './in-batches.ts';
import type { Need } from './need.ts';
import { type NoNeed, roundFor } from './need-access.ts';
import { isDecided, mayStep, type NeedStep } from './need-state.ts';
import { bundles, needs, roundPartition, rounds, type SetMove, setMoveId, setMoves } from './need-store.ts';
import type { Round, RoundId } from './round.ts';
import { takeStep } from './take-step.ts';

export type HandOverRefusal =
  | NotAllowed
  | NoNeed
  /** @property unchecked how many wait for a look */
  | { readonly code: 'nothing-to-hand-over'; readonly number: number; readonly unchecked: number };

export type TakeBackRefusal =
  | NotAllowed
  | NoNeed
  | { readonly code: 'set-not-handed-over'; readonly number: number }
  | { readonly code: 'set-recommended'; readonly reference: string };

/** How many needs a hand-over would take along, and how many stay since nobody has looked at them. */
export type SetCount = { readonly going: number; readonly unchecked: number };

export function countSet(all: readonly Pick<Need, 'state'>[]): SetCount {
  const count = (step: NeedStep) => all.filter(({ state }) => mayStep(step, state)).length;
  return { going: count('putOnAgenda'), unchecked: count('accept') };
}

export type Moved = { readonly round: Round; readonly moved: number };

/**
 * Hands over what is accepted or bundled: nothing is bundled or parted after that. What was accepted since is taken along by
 * another; one with nothing to take is done. Needs are moved in batches, and what is cut off is gone on with by `moveDueSets`.
 */
export async function handOverRound(tools: Tools, actor: Actor, id: RoundId): Promise<Outcome<Moved, HandOverRefusal>> {
  const right = allowed(actor, 'need.handle');
  if (!right.ok) return right;
  const begun = await retrying(async (): Promise<Outcome<Moved, HandOverRefusal>> => {
    const kept = await roundFor(tools, actor, id);
    if (!kept) return refused({ code: 'no-need' });
    const round = kept.value;
    const { going, unchecked } = countSet(await statesOf(tools, id));
    if (going === 0 && !round.handedOver) {
      return refused({ code: 'nothing-to-hand-over', number: round.number, unchecked });
    }
    if (going === 0) return done({ round, moved: 0 });
    const deed = { at: tools.world.clock.now(), by: actor.member.id };
    const handed = { ...round, handedOver: round.handedOver ?? deed };
    await tools.store.batch(kept.partition, [rounds.replace(kept, handed), oweMove(id, 'agenda', deed)]);
    return done({ round: handed, moved: going });
  });
  if (begun.ok) await moveNow(tools, id);
  return begun;
}

/** Off the agenda again: what is bundled stays so, and may be parted. */
export async function takeBackRound(tools: Tools, actor: Actor, id: RoundId): Promise<Outcome<Moved, TakeBackRefusal>> {
  const right = allowed(actor, 'need.handle');
  if (!right.ok) return right;
  const begun = await retrying(async (): Promise<Outcome<Moved, TakeBackRefusal>> => {
    const kept = await roundFor(tools, actor, id);
    if (!kept) return refused({ code: 'no-need' });
    const { handedOver, ...round } = kept.value;
    if (!handedOver) return refused({ code: 'set-not-handed-over', number: round.number });
    const all = await statesOf(tools, id);
    const decided = all.find(({ state }) => isDecided(state));
    if (decided) return refused({ code: 'set-recommended', reference: decided.reference ?? '' });
    const deed = { at: tools.world.clock.now(), by: actor.member.id };
    await tools.store.batch(kept.partition, [rounds.replace(kept, round), oweMove(id, 'back', deed)]);
    return done({ round, moved: all.filter(({ state }) => state === 'onAgenda').length });
  });
  if (begun.ok) await moveNow(tools, id);
  return begun;
}

/** Goes on with what was cut off. May run in any number of processes at once. */
export async function moveDueSets(tools: Tools): Promise<void> {
  await setMoves.workOffDue(tools, kept => move(tools, kept));
}

/** At once, for the one who waits; should it fail, it is done later. */
async function moveNow(tools: Tools, id: RoundId): Promise<void> {
  const partition = roundPartition(id);
  await orLogged(tools, { partition, id: setMoveId }, () =>
    retrying(async () => {
      const kept = await setMoves.get(tools.store, partition, setMoveId);
      if (kept) await move(tools, kept);
    }),
  );
}

/** Every need to where it is to be; a later move, the other way, stops this one. */
async function move({ store }: Tools, kept: Kept<SetMove>): Promise<void> {
  const { partition, value } = kept;
  const [all, made] = await Promise.all([needs.all(store, partition), bundles.all(store, partition)]);
  const bundled = new Set(made.flatMap(({ value: { undone, needIds } }) => (undone ? [] : needIds)));
  const { to, at, by } = value;
  const steps = all.flatMap((need): readonly Operation[] => {
    const step = stepTowards(to, bundled.has(need.value.id));
    return mayStep(step, need.value.state) ? [needs.replace(need, takeStep(need.value, step, { at, by }))] : [];
  });
  for (const some of inBatches(steps)) await store.batch(partition, [check(kept), ...some]);
  await store.batch(partition, [remove(kept)]);
}

function stepTowards(to: SetMove['to'], isBundled: boolean): NeedStep {
  if (to === 'agenda') return 'putOnAgenda';
  return isBundled ? 'takeBackBundled' : 'takeOffAgenda';
}

function oweMove(roundId: RoundId, to: SetMove['to'], deed: Pick<SetMove, 'at' | 'by'>): Operation {
  return setMoves.upsert(setMoveId, { roundId, to, ...deed, dueAt: deed.at });
}

async function statesOf({ store }: Tools, id: RoundId): Promise<readonly Need[]> {
  return (await needs.all(store, roundPartition(id))).map(({ value }) => value);
}
