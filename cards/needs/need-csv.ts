import type { NeedSet } from '../../src/features/needs/need-set.ts';
import type { Speech } from '../../src/texts/speak.ts';
import { csv } from '../csv.ts';
import { needTable } from './need-table.ts';

/** What a round has brought as a table for any spreadsheet. */
export function needCsv(set: NeedSet, speech: Speech): string {
  const { columns, rows } = needTable(set, speech);
  return csv(
    columns.map(({ title }) => title),
    rows,
  );
}
