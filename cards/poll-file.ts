import type { ExportRow, PollExport } from '../src/features/polls/export-poll.ts';
import { formatForTable } from '../src/texts/format-time.ts';
import type { Speech } from '../src/texts/speak.ts';
import { type CsvCell, csv } from './csv.ts';

/** A poll as a table: one row an elector, then the totals where they may be seen. */
export function pollFile({ poll, tally, rows }: PollExport, { say, list, zone }: Speech): string {
  const { file } = say;
  const optionText = new Map(poll.options.map(option => [option.id, option.text]));
  const answerOf = ({ ballot, hasAnswered }: ExportRow): CsvCell =>
    ballot ? list(ballot.options.map(id => optionText.get(id) ?? '')) : hasAnswered ? file.answered : '';
  const electors = rows.map((row): readonly CsvCell[] => [
    row.seat?.number,
    row.seat?.party,
    row.seat && say.seatGroups[row.seat.group],
    row.name,
    row.hasAnswered ? file.yes : file.no,
    answerOf(row),
    row.ballot && formatForTable(row.ballot.castAt, zone),
    row.ballot?.castBy,
  ]);
  const totals = (tally?.counts ?? []).map(({ option, count }): readonly CsvCell[] => [
    undefined,
    file.total,
    undefined,
    optionText.get(option),
    undefined,
    count,
    undefined,
    undefined,
  ]);
  return csv(file.columns, [...electors, ...totals]);
}
