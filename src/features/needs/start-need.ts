import { oweRedraw } from '../../delivery/delivery.ts';
import { Conflict, done, type Outcome, refused } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { type Instant, idFrom } from '../../world.ts';
import type { Actor } from '../networks/identify-member.ts';
import { networkPartition } from '../networks/network-store.ts';
import type { Invited } from './invited.ts';
import type { Need, NeedId } from './need.ts';
import { type NoNeed, needsOf, ownParties, partiesOf, roundFor } from './need-access.ts';
import { needTimeOf } from './need-deadline.ts';
import { aboutRound, needDocId, needs, roundNumbers, roundPartition, rounds } from './need-store.ts';
import type { Round, RoundId } from './round.ts';
import { mostNeedsOfParty, newNeed } from './save-need.ts';

export type Started =
  /** They answer for several. */
  | { readonly kind: 'parties'; readonly round: Round; readonly parties: readonly Invited[] }
  /** What the party has already; `hasEarlier`: it answered a round before this. */
  | {
      readonly kind: 'party';
      readonly round: Round;
      readonly party: Invited;
      readonly needs: readonly Need[];
      readonly hasEarlier: boolean;
      readonly mayBegin: boolean;
    };

export type StartNeedRefusal =
  | NoNeed
  /** @property own the parties they have a seat of, none of them invited */
  | { readonly code: 'no-need-party'; readonly own: readonly string[] }
  | { readonly code: 'round-not-begun'; readonly opensAt: Instant }
  | { readonly code: 'need-time-over'; readonly dueAt: Instant };

/** Where a person goes from «Meld inn»: to the choice of party, to what it has, or to a new one. Writes nothing. */
export async function startNeed(
  tools: Tools,
  actor: Actor,
  id: RoundId,
  partyKey?: string,
): Promise<Outcome<Started, StartNeedRefusal>> {
  const kept = await roundFor(tools, actor, id);
  if (!kept) return refused({ code: 'no-need' });
  const round = kept.value;
  const all = await partiesOf(tools, actor, round);
  const parties = partyKey === undefined ? all : all.filter(({ key }) => key === partyKey);
  const [party, ...others] = parties;
  if (!party) return refused({ code: 'no-need-party', own: await ownParties(tools, actor) });
  const time = needTimeOf(round, undefined, tools.world.clock.now());
  if (time === 'early') return refused({ code: 'round-not-begun', opensAt: round.opensAt });
  if (others.length > 0) return done({ kind: 'parties', round, parties });
  const begun = await needsOf(tools, id, party.key);
  if (time === 'late' && begun.length === 0) return refused({ code: 'need-time-over', dueAt: round.closesAt });
  const hasEarlier = (await earlierNeed(tools, actor, round, party.key)) !== undefined;
  const mayBegin = time === 'open' && begun.length < mostNeedsOfParty;
  return done({ kind: 'party', round, party, needs: begun, hasEarlier, mayBegin });
}

export type CopyRefusal =
  | StartNeedRefusal
  | { readonly code: 'no-earlier-need' }
  | { readonly code: 'too-many-needs'; readonly most: number };

/**
 * Begins a need as a draft of what the same party sent in the latest round before this: all but the money and the time.
 * Copied once: again it is the same draft.
 */
export async function copyNeed(
  tools: Tools,
  actor: Actor,
  id: RoundId,
  partyKey: string,
): Promise<Outcome<{ readonly need: Need; readonly round: Round }, CopyRefusal>> {
  const started = await startNeed(tools, actor, id, partyKey);
  if (!started.ok) return started;
  const { round } = started.value;
  if (started.value.kind === 'parties') return refused({ code: 'no-need' });
  const source = await earlierNeed(tools, actor, round, partyKey);
  if (!source) return refused({ code: 'no-earlier-need' });
  const need = idFrom('need', round.id, partyKey, 'copy', source.id) as NeedId;
  const already = started.value.needs.find(each => each.id === need);
  if (already) return done({ need: already, round });
  const now = tools.world.clock.now();
  if (started.value.needs.length >= mostNeedsOfParty)
    return refused({ code: 'too-many-needs', most: mostNeedsOfParty });
  if (!started.value.mayBegin) return refused({ code: 'need-time-over', dueAt: round.closesAt });
  const { from: _from, to: _to, amounts: _amounts, coFunding: _own, anchoredOn: _on, ...content } = source.content;
  const made: Need = { ...newNeed(round, { party: partyKey, need }, actor, now), content };
  await tools.store
    .batch(roundPartition(round.id), [needs.create(needDocId(need), made), oweRedraw(aboutRound(round), now)])
    .catch(ignoreConflict);
  return done({ need: made, round });
}

/** Someone else of the party copied it at the same time. */
function ignoreConflict(error: unknown): void {
  if (!(error instanceof Conflict)) throw error;
}

/** What the party sent last in a round of the same form before this one. */
async function earlierNeed(tools: Tools, actor: Actor, round: Round, party: string): Promise<Need | undefined> {
  const numbers = await roundNumbers.all(tools.store, networkPartition(actor.network.id));
  const before = numbers.map(({ value }) => value).filter(({ number }) => number < round.number);
  for (const { roundId } of before.toSorted((a, b) => b.number - a.number)) {
    const earlier = await rounds.get(tools.store, roundPartition(roundId), 'round');
    if (earlier?.value.form !== round.form || earlier.value.scheme !== round.scheme) continue;
    const sent = (await needsOf(tools, roundId, party)).findLast(
      ({ reference, state }) => reference && state !== 'withdrawn',
    );
    if (sent) return sent;
  }
  return undefined;
}
