/**
 * What is kept of rounds and needs, and under which key. A round stands in its own partition with its needs, each a
 * document of its own: parties that answer at once never meet, and one query reads them all.
 */
import { z } from 'zod';
import type { About } from '../../delivery/delivery.ts';
import { Collection } from '../../store/collection.ts';
import { instant, memberId } from '../networks/network.ts';
import { bundleSchema } from './bundle.ts';
import { keptContent, type Need, type NeedId, needId, needSchema } from './need.ts';
import { needTotalsSchema } from './need-totals.ts';
import { type Round, type RoundId, roundId, roundSchema } from './round.ts';

export const roundPartition = (id: RoundId) => `round|${id}`;

/** What is owed because of a round. */
export function aboutRound({ id, networkId }: Pick<Round, 'id' | 'networkId'>): About {
  return { networkId, thing: { kind: 'round', id } };
}

/** Partition `round|<id>`, id `round`; with hundreds of invited it is large, and read with every press. */
export const rounds = new Collection('round', roundSchema, ({ turnAt: dueAt }) => ({ dueAt }), 100);

/** Partition `round|<id>`, id `draft`: a round that was shown and not yet opened, just as it will be. */
export const roundDrafts = new Collection(
  'round-draft',
  roundSchema
    .omit({ number: true, opensAt: true, madeAt: true, turnAt: true, closing: true, handedOver: true })
    /** Without it the round opens when somebody opens it. */
    .extend({ opensAt: instant.optional(), forgetAt: instant }),
  draft => ({ dueAt: draft.forgetAt }),
);
export type RoundDraft = Parameters<typeof roundDrafts.create>[1];

/** Partition `round|<id>`, id `need|<id>`. */
export const needs = new Collection('need', needSchema, need => ({ sortKey: sortKeyOf(need) }));

export const needDocId = (id: NeedId) => `need|${id}`;

/** Partition `round|<id>`, id `bundle|<number>`: who bundles at the same time meets there. */
export const bundles = new Collection('bundle', bundleSchema, ({ number }) => ({
  sortKey: String(number).padStart(8, '0'),
}));

export const bundleDocId = (number: number) => `bundle|${number}`;

/** Partition `round|<id>`, id `totals`: as they were when the deadline they name had passed, for all to see. */
export const roundTotals = new Collection(
  'round-totals',
  needTotalsSchema.extend({ countedAt: instant, closesAt: instant }),
  () => ({}),
  100,
);
/**
 * Partition `round|<id>`, id `set-move`: what was handed over, or taken back, and is on its way to the state it is to have.
 * Gone when every need is there.
 */
export const setMoves = new Collection(
  'set-move',
  z.object({ roundId, to: z.enum(['agenda', 'back']), at: instant, by: memberId, dueAt: instant }),
  ({ dueAt }) => ({ dueAt }),
);
export type SetMove = Parameters<typeof setMoves.create>[1];

export const setMoveId = 'set-move';

/** Partition `network|<id>`, id `round-number|<n>`: the network's rounds by number. */
export const roundNumbers = new Collection(
  'round-number',
  z.object({ roundId, number: z.int().positive() }),
  entry => ({ sortKey: String(entry.number).padStart(8, '0') }),
);

/** Partition `network|<id>`, id `need-reference|BM-2027-0007`: which need bears it. */
export const needReferences = new Collection(
  'need-reference',
  z.object({ needId, roundId, reference: z.string() }),
  entry => ({ sortKey: entry.reference }),
);

export const needImportId = (draft: string) => `need-import|${draft}`;

/** Partition `network|<id>`: the good lines of a file that was shown and not yet taken in. */
export const needImports = new Collection(
  'need-import',
  z.object({
    roundId,
    lines: z.array(
      z.object({ line: z.int(), party: z.string(), reference: z.string().optional(), content: keptContent }),
    ),
    forgetAt: instant,
  }),
  draft => ({ dueAt: draft.forgetAt }),
);

/** A party's needs together, in the order they were begun. */
function sortKeyOf({ partyKey, startedAt, id }: Need): string {
  return `${partyKey} ${startedAt} ${id}`;
}
