/** What a round has brought as a workbook for Excel (Office Open XML). */
import { unzipSync } from 'fflate';
import type { Cell } from 'write-excel-file/node';
import type { NeedSet } from '../../src/features/needs/need-set.ts';
import type { Speech } from '../../src/texts/speak.ts';
import { type CsvCell, formulaStart } from '../csv.ts';
import { repeatableZip } from '../documents/repeatable-zip.ts';
import { readableText } from '../readable-text.ts';
import { needTable } from './need-table.ts';

/** In points: the first lines of what is long, and the whole where somebody makes the row higher. */
const rowHeight = 64;
/** Which need it is stays in sight, whatever is read of it. */
const columnsInSight = 1;

/**
 * The bytes of an .xlsx: numbers are numbers, and every text is a text, whatever it begins with. The first row and the
 * first column stay in sight. The same input gives the same bytes.
 */
export async function needWorkbook(set: NeedSet, speech: Speech): Promise<Uint8Array> {
  // Loaded when it is first asked for: starting does not wait for it.
  const { default: writeWorkbook } = await import('write-excel-file/node');
  const { columns, rows } = needTable(set, speech);
  const header = columns.map(({ title }): Cell => ({ ...textCell(title), fontWeight: 'bold', backgroundColor: shade }));
  const written = await writeWorkbook([header, ...rows.map(row => row.map(cellOf))], {
    sheet: speech.say.needFiles.sheet,
    columns: columns.map(({ width }) => ({ width })),
    orientation: 'landscape',
    stickyRowsCount: 1,
    stickyColumnsCount: columnsInSight,
  }).toBuffer();
  return repeatableZip(unzipSync(written));
}

const shade = '#F2F4F7';

function cellOf(cell: CsvCell): Cell {
  if (cell === undefined) return null;
  return typeof cell === 'number'
    ? { value: cell, type: Number, format: '#,##0', alignVertical: 'top' }
    : { ...textCell(cell), height: rowHeight };
}

/** As a text also when somebody edits the cell, where it begins as a formula does. */
function textCell(text: string) {
  const value = readableText(text).replace(/_x(?=[\da-f]{4}_)/giu, '_x005F_x');
  const format = formulaStart.test(value) ? { format: '@' } : {};
  return { value, type: String, wrap: true, alignVertical: 'top', ...format } as const;
}
