import type { ExportRow, PollExport } from '../../src/features/polls/export-poll.ts';
import { type OptionId, rankPlaces } from '../../src/features/polls/poll.ts';
import { formatForTable } from '../../src/texts/format-time.ts';
import type { Speech } from '../../src/texts/speak.ts';
import { type CsvCell, csv } from '../csv.ts';

/**
 * A poll as a table: a row for each ballot, or for an elector of whom none is told; then the totals where they may be seen.
 * A ranked poll has a column for each place, and two for an option's points and the ballots they come from.
 */
export function pollFile({ poll, tally, rows }: PollExport, { say, list, zone }: Speech): string {
  const { file, ranked } = say;
  const isRanked = poll.choice === 'ranked';
  const optionText = new Map(poll.options.map(option => [option.id, option.text]));
  const textOf = (option: OptionId) => optionText.get(option) ?? '';
  const columns = isRanked
    ? [
        ...file.columns.slice(0, answerAt),
        ...rankPlaces.map((_, at) => ranked.place(at + 1)),
        ...file.columns.slice(answerAt + 1),
        ...ranked.columns,
      ]
    : file.columns;
  const wide = (cells: readonly CsvCell[]) => columns.map((_, at) => cells[at]);
  const yesOrNo = (is: boolean) => (is ? file.yes : file.no);
  const electorCells = ({ seat, name, hasAnswered }: ExportRow): readonly CsvCell[] => [
    seat?.number,
    seat?.party,
    seat && say.seatGroups[seat.group],
    name,
    yesOrNo(hasAnswered),
  ];
  const answerCells = (options: readonly OptionId[]): readonly CsvCell[] =>
    isRanked ? rankPlaces.map((_, at) => options[at] && textOf(options[at])) : [list(options.map(textOf))];
  const ballotCells = ({ options, castAt, castBy, isCounted }: ExportRow['ballots'][number]): readonly CsvCell[] => [
    ...answerCells(options),
    formatForTable(castAt, zone),
    castBy,
    yesOrNo(isCounted),
  ];
  const electors = rows.flatMap(row =>
    row.ballots.length > 0
      ? row.ballots.map(ballot => [...electorCells(row), ...ballotCells(ballot)])
      : [[...electorCells(row), row.hasAnswered ? file.answered : '']],
  );
  const totals = (tally?.counts ?? []).map(({ option, count, ballots }): readonly CsvCell[] => {
    const total = [undefined, file.total, undefined, textOf(option), undefined];
    if (!isRanked) return [...total, count];
    return [...total, ...Array.from({ length: columns.length - total.length - 2 }, () => undefined), count, ballots];
  });
  return csv(columns, [...electors, ...totals].map(wide));
}

/** Where the columns of the answer stand. */
const answerAt = 5;
