import { Collection } from '../../store/collection.ts';
import { rankingSchema } from './ranking.ts';

/**
 * Partition `round|<id>`, id `ranking|<number>`: what was put to the members, written before the poll it is put to. None
 * is changed; the one that counts is the newest whose poll was opened.
 */
export const rankings = new Collection('ranking', rankingSchema, ({ number }) => ({
  sortKey: String(number).padStart(8, '0'),
}));

export const rankingDocId = (number: number) => `ranking|${number}`;
