/** The parts a document of ours is put together of. Every text is plain: nothing in it is taken for markup or a field. */
import {
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
import { bullets, line, page, shade } from './document-styles.ts';
import type { LinkTo } from './minutes-content.ts';
import { readableLine, readableText } from './readable-text.ts';

export type Block = Paragraph | Table;

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

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

/** @property width in parts of the table's own */
type Column = { readonly title: string; readonly width: number };

/** A table whose first row names its columns: marked as such for screen readers, and repeated on each page. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): Table {
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  const columnWidths = columns.map(({ width }) => Math.round((page.textWidth * width) / all));
  const none = { style: BorderStyle.NONE };
  const titles = columns.map(({ title }) => title);
  return new Table({
    width: { size: page.textWidth, type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none },
    margins: { top: 20, bottom: 20, left: 100, right: 100 },
    tableLook: { firstRow: true, lastRow: false, firstColumn: false, lastColumn: false, noHBand: true, noVBand: true },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: titles.map(title => cell(title, 'CellHead')) }),
      ...rows.map(row => new TableRow({ cantSplit: true, children: row.map(text => cell(text, 'Cell')) })),
    ],
  });
}

function cell(text: string, style: 'Cell' | 'CellHead'): TableCell {
  const isHead = style === 'CellHead';
  const [first = new Paragraph({ style }), ...others] = paragraphs(text, style);
  return new TableCell({
    // A cell without a paragraph is no cell.
    children: [first, ...others],
    ...(isHead && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: shade } }),
  });
}

/** The first of what stands at the end, under a thin line. */
export function endLine(text: string): Paragraph {
  const border = { top: { ...line, space: 8 } };
  return new Paragraph({ style: 'Quiet', spacing: { before: 480 }, border, children: [words(text)] });
}

/** At the top of every page. */
export function pageHeader(left: string, right: string): Header {
  const border = { bottom: { ...line, space: 6 } };
  return new Header({ children: [pageEdge([words(left), tab(), words(right)], border)] });
}

/** At the foot of every page: its number, and how many there are. */
export function pageFooter([before, between]: readonly [before: string, between: string]): Footer {
  const number = new TextRun({ children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES] });
  return new Footer({ children: [pageEdge([tab(), number])] });
}

function pageEdge(children: readonly ParagraphChild[], border: IBordersOptions = {}): Paragraph {
  const tabStops = [{ type: TabStopType.RIGHT, position: page.textWidth }];
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
