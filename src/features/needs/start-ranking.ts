import { oweRedraw } from '../../delivery/delivery.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import { type Kept, remove } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import { type Instant, later } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { roundFor } from './need-access.ts';
import type { SetEntry } from './need-set.ts';
import { aboutRound } from './need-store.ts';
import { type PickRankedRefusal, pickRanked, type Ranking } from './ranking.ts';
import { rankingDocId, rankings } from './ranking-store.ts';
import { readNeedSet } from './read-need-set.ts';
import type { RoundId } from './round.ts';

export type StartRankingRefusal =
  | NotAllowed
  | PickRankedRefusal
  | { readonly code: 'no-round' }
  /** Somebody has asked already, and it was not said that this one is to take its place. */
  | { readonly code: 'ranking-exists' };

export type RankingWanted = {
  readonly round: RoundId;
  /** Which entries; nothing for all. */
  readonly entries: string;
  /** The poll of the ranking that this one is to take the place of. */
  readonly instead?: string | undefined;
  /** The poll that is opened next. */
  readonly pollId: string;
  /** How an entry stands in the poll. */
  readonly textOf: (entry: SetEntry) => string;
  readonly wasOpened: (pollId: string) => Promise<boolean>;
};

/** Until then a ranking without a poll may be one whose poll is being opened. */
const openingMs = 60_000;

/**
 * Writes down which entry each option of a poll will be, before it is opened. A repeat of the request finds what it wrote,
 * whatever the round has brought since.
 */
export async function startRanking(
  tools: Tools,
  actor: Actor,
  wanted: RankingWanted,
): Promise<Outcome<Kept<Ranking>, StartRankingRefusal>> {
  const right = allowed(actor, 'round.rank');
  if (!right.ok) return right;
  const { store, world } = tools;
  return retrying(async () => {
    const round = await roundFor(tools, actor, wanted.round);
    if (!round) return refused({ code: 'no-round' });
    const all = await rankings.all(store, round.partition);
    const mine = all.find(({ value }) => value.request === actor.requestKey);
    if (mine) return done(mine);
    const now = world.clock.now();
    const standing = await newestThat(all, each => isAsked(each, wanted, now));
    if (standing && standing.value.pollId !== wanted.instead) return refused({ code: 'ranking-exists' });
    const picked = pickRanked(await readNeedSet(tools, round.value), wanted.entries);
    if (!picked.ok) return picked;
    const ranking: Ranking = {
      networkId: actor.network.id,
      roundId: round.value.id,
      number: Math.max(0, ...all.map(({ value }) => value.number)) + 1,
      pollId: wanted.pollId,
      entries: picked.value.map(entry => ({
        key: entry.key,
        needIds: entry.needs.map(({ id }) => id),
        ...(entry.bundle && { bundle: entry.bundle.number }),
        text: wanted.textOf(entry),
      })),
      madeAt: now,
      madeBy: actor.member.id,
      request: actor.requestKey,
    };
    const id = rankingDocId(ranking.number);
    const [etag = ''] = await store.batch(round.partition, [
      rankings.create(id, ranking),
      oweRedraw(aboutRound(round.value), now),
    ]);
    return done({ partition: round.partition, id, etag, value: ranking });
  });
}

async function isAsked({ value }: Kept<Ranking>, { wasOpened }: RankingWanted, now: Instant): Promise<boolean> {
  return later(value.madeAt, openingMs) > now || (await wasOpened(value.pollId));
}

/** Takes away what was written for a poll that was refused, so that asking anew begins anew. */
export async function dropRanking({ store }: Pick<Tools, 'store'>, ranking: Kept<Ranking>): Promise<void> {
  await store.batch(ranking.partition, [remove(ranking)]);
}

/** The newest of which something holds. */
export async function newestThat(
  all: readonly Kept<Ranking>[],
  holds: (ranking: Kept<Ranking>) => Promise<boolean>,
): Promise<Kept<Ranking> | undefined> {
  for (const each of all.toReversed()) {
    if (await holds(each)) return each;
  }
  return undefined;
}
