/** The parts a document of ours is put together of. Every text is plain: nothing in it is taken for markup or a field. */
import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  type IBordersOptions,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import type { LinkTo } from '../meetings/minutes-content.ts';
import { readableLine, readableText } from '../readable-text.ts';
import { bullets, line, page, shade } from './document-styles.ts';

export type Block = Paragraph | Table;

const levels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const;

export function heading(level: keyof typeof levels, text: string): Paragraph {
  return new Paragraph({ heading: levels[level], text: readableLine(text) });
}

/** A paragraph for each line that is not empty. */
export function paragraphs(text: string, style?: string): readonly Paragraph[] {
  return linesOf(text).map(each => new Paragraph({ ...(style && { style }), text: each }));
}

/** A label and what it is, in two columns. */
export function fact(label: string, value: ParagraphChild): Paragraph {
  const name = new TextRun({ bold: true, text: readableLine(label) });
  return new Paragraph({ style: 'Fact', children: [name, tab(), value] });
}

export function bulletList(items: readonly ParagraphChild[]): readonly Paragraph[] {
  return items.map(
    item => new Paragraph({ style: 'ListParagraph', numbering: { reference: bullets, level: 0 }, children: [item] }),
  );
}

export function words(text: string): TextRun {
  return new TextRun(readableLine(text));
}

const linkable: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

export function link({ title, url }: LinkTo): ParagraphChild {
  const target = URL.parse(url.trim());
  if (!target || !linkable.has(target.protocol)) return words(title);
  const shown = new TextRun({ text: readableLine(title) || target.href, style: 'Hyperlink' });
  return new ExternalHyperlink({ link: target.href, children: [shown] });
}

/** @property width in parts of the table's own. @property isNumber set from the right, so that figures stand under each other */
type Column = { readonly title: string; readonly width: number; readonly isNumber?: boolean | undefined };

/**
 * A table whose first row names its columns: marked as such for screen readers, and repeated on each page.
 * @param sum the last row, set apart
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { textWidth = page.textWidth, sum }: { readonly textWidth?: number; readonly sum?: readonly string[] } = {},
): Table {
  const all = columns.reduce((width, column) => width + column.width, 0);
  const columnWidths = columns.map(({ width }) => Math.round((textWidth * width) / all));
  const none = { style: BorderStyle.NONE };
  const tableRow = (texts: readonly string[], style: CellStyle) =>
    new TableRow({
      // Said of no other row: some read its mere presence.
      ...(style === 'CellHead' && { tableHeader: true }),
      cantSplit: true,
      children: texts.map((text, at) => cell(text, style, columns[at]?.isNumber)),
    });
  const titles = columns.map(({ title }) => title);
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none },
    margins: { top: 20, bottom: 20, left: 100, right: 100 },
    tableLook: { firstRow: true, lastRow: !!sum, firstColumn: false, lastColumn: false, noHBand: true, noVBand: true },
    rows: [
      tableRow(titles, 'CellHead'),
      ...rows.map(row => tableRow(row, 'Cell')),
      ...(sum ? [tableRow(sum, 'CellSum')] : []),
    ],
  });
}

type CellStyle = 'Cell' | 'CellHead' | 'CellSum';

function cell(text: string, style: CellStyle, isNumber = false): TableCell {
  const alignment = isNumber ? AlignmentType.RIGHT : undefined;
  const lines = linesOf(text);
  return new TableCell({
    // A cell without a paragraph is no cell.
    children: (lines.length > 0 ? lines : ['']).map(
      each => new Paragraph({ style, text: each, ...(alignment && { alignment }) }),
    ),
    ...(style !== 'Cell' && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: shade } }),
  });
}

/** The first of what stands at the end, under a thin line. */
export function endLine(text: string): Paragraph {
  const border = { top: { ...line, space: 8 } };
  return new Paragraph({ style: 'Quiet', spacing: { before: 480 }, border, children: [words(text)] });
}

/** At the top of every page. */
export function pageHeader(left: string, right: string, textWidth: number): Header {
  const border = { bottom: { ...line, space: 6 } };
  return new Header({ children: [pageEdge([words(left), tab(), words(right)], textWidth, border)] });
}

/** «Side », « av »: before the page's number, and before how many there are. */
export type PageTexts = readonly [before: string, between: string];

/** At the foot of every page: its number, and how many there are. */
export function pageFooter([before, between]: PageTexts, textWidth: number): Footer {
  const number = new TextRun({ children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES] });
  return new Footer({ children: [pageEdge([tab(), number], textWidth)] });
}

function pageEdge(children: readonly ParagraphChild[], position: number, border: IBordersOptions = {}): Paragraph {
  const tabStops = [{ type: TabStopType.RIGHT, position }];
  return new Paragraph({ style: 'PageEdge', tabStops, border, children });
}

function tab(): TextRun {
  return new TextRun({ children: [new Tab()] });
}

function linesOf(text: string): readonly string[] {
  return readableText(text)
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .filter(each => each.trim() !== '');
}
