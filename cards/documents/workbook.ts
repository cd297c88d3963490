/** A table as a workbook of one sheet (Office Open XML, ECMA-376), written part by part. */
import { strToU8 } from 'fflate';
import { type CsvCell, formulaStart } from '../csv.ts';
import { html } from '../html.ts';
import { readableText } from '../readable-text.ts';
import { repeatableZip } from './repeatable-zip.ts';

export type WorkbookTable = {
  /** At most 31 characters, and none of `: \ / ? * [ ]`. */
  readonly sheet: string;
  /** @property width in characters */
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly CsvCell[])[];
};

/** In points: the first lines of what is long, and the whole where somebody makes the row higher. */
const rowHeight = 64;

/** The places of the looks below in `styles`. */
const looks = { text: 1, formula: 2, number: 3, heading: 4 } as const;

/**
 * The bytes of an .xlsx: numbers are numbers, and every text is a text, whatever it begins with, also when somebody edits
 * the cell. The first row and the first column stay in sight. The same table gives the same bytes.
 */
export function workbook({ sheet, columns, rows }: WorkbookTable): Uint8Array {
  const texts = new SharedTexts();
  const heading = columns.map(({ title }, at) => textCell(`${columnName(at)}1`, looks.heading, texts.placeOf(title)));
  const body = rows.map((row, at) => {
    const number = String(at + 2);
    const cells = row.map((cell, column) => cellOf(cell, columnName(column) + number, texts));
    return `<row r="${number}" ht="${rowHeight}" customHeight="1">${cells.join('')}</row>`;
  });
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const parts = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': packageLinks,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${links}"><sheets>${html`<sheet name="${sheet}" sheetId="1" r:id="rId1"/>`.markup}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': workbookLinks,
    'xl/styles.xml': styles,
    'xl/sharedStrings.xml': texts.part(),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}">${inSight}<cols>${widths.join('')}</cols><sheetData><row r="1">${heading.join('')}</row>${body.join('')}</sheetData><pageSetup orientation="landscape"/></worksheet>`,
  };
  return repeatableZip(
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(declaration + part)])),
  );
}

/** Each text stands once, and cells say which: what is chosen from lists is the same in thousands of them. */
class SharedTexts {
  readonly #places = new Map<string, number>();

  placeOf(text: string): number {
    const place = this.#places.get(text) ?? this.#places.size;
    this.#places.set(text, place);
    return place;
  }

  part(): string {
    return `<sst xmlns="${main}">${[...this.#places.keys()].map(sharedText).join('')}</sst>`;
  }
}

/** `_x0041_` would be read as «A» (22.4.2.4), so the sign that begins it is itself written so. */
function sharedText(text: string): string {
  const written = readableText(text).replace(/_x(?=[\da-f]{4}_)/giu, '_x005F_x');
  const space = /^\s|\s$|[\t\n\r]/u.test(written) ? ' xml:space="preserve"' : '';
  return `<si><t${space}>${html`${written}`.markup.replaceAll('\r', '&#13;')}</t></si>`;
}

function cellOf(cell: CsvCell, place: string, texts: SharedTexts): string {
  if (cell === undefined || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${place}" s="${looks.number}"><v>${cell}</v></c>`;
  return textCell(place, formulaStart.test(cell) ? looks.formula : looks.text, texts.placeOf(cell));
}

function textCell(place: string, look: number, text: number): string {
  return `<c r="${place}" s="${look}" t="s"><v>${text}</v></c>`;
}

/** 0 is A, 25 is Z, 26 is AA. */
function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${kind}.sharedStrings+xml"/></Types>`;

const packageLinks = linksTo([['officeDocument', 'xl/workbook.xml']]);
const workbookLinks = linksTo([
  ['worksheet', 'worksheets/sheet1.xml'],
  ['styles', 'styles.xml'],
  ['sharedStrings', 'sharedStrings.xml'],
]);

function linksTo(parts: readonly (readonly [type: string, target: string])[]): string {
  const all = parts.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${links}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
}

const inSight =
  '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>';

/** Number formats of the standard's own: 3 is `#,##0`, 49 is text. */
const styles = `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF2F4F7"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${textLook(0)}${textLook(49)}<xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function textLook(format: number): string {
  return `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`;
}
