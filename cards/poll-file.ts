import type { ExportRow, PollExport } from '../src/features/polls/export-poll.ts';
import { formatForTable } from '../src/texts/format-time.ts';
import type { Speech } from '../src/texts/speak.ts';
import { type CsvCell, csv } from './csv.ts';

/** A poll as a table: a row for each ballot, or for an elector of whom none is told; then the totals where they may be seen. */
export function pollFile({ poll, tally, rows }: PollExport, { say, list, zone }: Speech): string {
  const { file } = say;
  const optionText = new Map(poll.options.map(option => [option.id, option.text]));
  const yesOrNo = (is: boolean) => (is ? file.yes : file.no);
  const electorCells = ({ seat, name, hasAnswered }: ExportRow): readonly CsvCell[] => [
    seat?.number,
    seat?.party,
    seat && say.seatGroups[seat.group],
    name,
    yesOrNo(hasAnswered),
  ];
  const ballotCells = ({ options, castAt, castBy, isCounted }: ExportRow['ballots'][number]): readonly CsvCell[] => [
    list(options.map(id => optionText.get(id) ?? '')),
    formatForTable(castAt, zone),
    castBy,
    yesOrNo(isCounted),
  ];
  const electors = rows.flatMap(row =>
    row.ballots.length > 0
      ? row.ballots.map(ballot => [...electorCells(row), ...ballotCells(ballot)])
      : [[...electorCells(row), row.hasAnswered ? file.answered : '', undefined, undefined, undefined]],
  );
  const totals = (tally?.counts ?? []).map(({ option, count }): readonly CsvCell[] => [
    undefined,
    file.total,
    undefined,
    optionText.get(option),
    undefined,
    count,
    undefined,
    undefined,
    undefined,
  ]);
  return csv(file.columns, [...electors, ...totals]);
}
