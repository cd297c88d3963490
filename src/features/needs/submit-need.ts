import { oweRedraw } from '../../delivery/delivery.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import type { Instant } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { networkPartition } from '../networks/network-store.ts';
import { may } from '../networks/who-may.ts';
import { type Lack, maySend } from './completeness.ts';
import type { Need, NeedId } from './need.ts';
import { type NeedSeen, type NoNeed, needFor } from './need-access.ts';
import { lacksIn } from './need-check.ts';
import { needDueAt, needTimeOf } from './need-deadline.ts';
import { mayStep, type NeedState } from './need-state.ts';
import { aboutRound, needReferences, needs } from './need-store.ts';
import { afterAnswering } from './return-schedule.ts';
import type { Round, RoundId } from './round.ts';
import { takeStep } from './take-step.ts';

export type SubmitRefusal =
  | NotAllowed
  | NoNeed
  | { readonly code: 'need-not-open'; readonly state: NeedState }
  /** What was written is kept as a draft. */
  | { readonly code: 'need-too-late'; readonly dueAt: Instant }
  /** Taken by the secretariat only when the deadline is over. */
  | { readonly code: 'need-not-late'; readonly dueAt: Instant }
  | { readonly code: 'round-not-begun'; readonly opensAt: Instant }
  | { readonly code: 'need-lacks'; readonly lacks: readonly Lack[] };

export type NeedRef = { readonly round: RoundId; readonly need: NeedId };

/**
 * A party sends its need, in time; it gets its reference the first time. Sent already is done. For a party that has nobody
 * here the secretariat may send what it took in from a file.
 * @param late the secretariat takes it after the deadline, and says why
 */
export async function submitNeed(
  tools: Tools,
  actor: Actor,
  wanted: NeedRef,
  late?: { readonly reason: string },
): Promise<Outcome<NeedSeen, SubmitRefusal>> {
  const right = allowed(actor, late ? 'need.handle' : 'need.write');
  if (!right.ok && !may(actor.roles, 'need.handle')) return right;
  return retrying(async () => {
    const seen = await needFor(tools, actor, wanted);
    if (!right.ok && !seen?.standsIn) return right;
    if (!seen || (!late && !seen.isOwn && !seen.standsIn)) return refused({ code: 'no-need' });
    const [round, need] = [seen.round.value, seen.need.value];
    if (need.state === 'submitted') return done(seen);
    const now = tools.world.clock.now();
    const stops = whyNotSent(round, need, now, late !== undefined);
    if (stops) return refused(stops);
    const { returned: _, ...rest } = need;
    const reason = late && { reason: late.reason };
    const sent: Need = {
      ...takeStep(rest, 'submit', {
        at: now,
        by: actor.member.id,
        ...reason,
        ...(late && seen.isOwn && { isOwn: true }),
      }),
      reference: need.reference ?? (await takeReference(tools, actor, need, round.year)),
      ...(reason && { late: { ...reason, by: actor.member.id } }),
    };
    const [etag = ''] = await tools.store.batch(seen.need.partition, [
      needs.replace(seen.need, sent),
      afterAnswering(need.id),
      oweRedraw(aboutRound(round), now),
    ]);
    return done({ ...seen, need: { ...seen.need, etag, value: sent } });
  });
}

/** In the order people would want to know it. */
function whyNotSent(round: Round, need: Need, now: Instant, isLate: boolean): SubmitRefusal | undefined {
  if (!mayStep('submit', need.state)) return { code: 'need-not-open', state: need.state };
  const time = needTimeOf(round, need, now);
  const dueAt = needDueAt(round, need);
  if (time === 'early') return { code: 'round-not-begun', opensAt: round.opensAt };
  if (time === 'late' && !isLate) return { code: 'need-too-late', dueAt };
  if (time === 'open' && isLate) return { code: 'need-not-late', dueAt };
  const lacks = lacksIn(need, round, now);
  return maySend(lacks) ? undefined : { code: 'need-lacks', lacks };
}

/** The next of the year in the network. One that was taken for a need that was then not sent is that need's still. */
async function takeReference({ store }: Tools, { network }: Actor, need: Need, year: number): Promise<string> {
  const partition = networkPartition(network.id);
  const prefix = `BM-${year}-`;
  return retrying(async () => {
    const taken = (await needReferences.all(store, partition, { from: prefix, to: `${prefix}~` })).map(
      ({ value }) => value,
    );
    const mine = taken.find(({ needId }) => needId === need.id);
    if (mine) return mine.reference;
    const last = Math.max(0, ...taken.map(each => Number(each.reference.slice(prefix.length))));
    const reference = `${prefix}${String(last + 1).padStart(4, '0')}`;
    await store.batch(partition, [
      needReferences.create(`need-reference|${reference}`, { needId: need.id, roundId: need.roundId, reference }),
    ]);
    return reference;
  });
}
