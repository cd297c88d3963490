/**
 * Bars with their words as an SVG picture, for chats that show pictures and no bars of their own. What a segment is, is
 * told by its pattern, its number and the legend, never by colour alone. It brings its own light background, so it reads
 * alike in light and dark. Pure.
 */
import { type Html, html } from './html.ts';
import { shortened } from './shortened.ts';

export type Fill = keyof typeof fills;

type Segment = {
  readonly fill: Fill;
  readonly amount: number;
  /** The amount as it stands in the segment. */
  readonly words: string;
};

export type Bar = {
  readonly label: string;
  /** Beside the label. */
  readonly value: string;
  /** Nothing at all is an empty bar. */
  readonly segments: readonly Segment[];
};

export type BarsPicture = {
  readonly heading: string;
  readonly whole: Bar;
  readonly legend: readonly { readonly fill: Fill; readonly label: string; readonly value: string }[];
  /** The parts of the whole. */
  readonly groups?: { readonly heading: string; readonly bars: readonly Bar[] } | undefined;
};

/** Darker and lighter by turns, so that those that usually stand side by side differ in grey as well. */
export const fills = {
  solid: { ground: '#0b4a7a', mark: '' },
  stripes: { ground: '#d6e8f7', mark: '<path d="M-2 8 8-2M4 14 14 4" stroke="#0b4a7a" stroke-width="2.5"/>' },
  dots: { ground: '#9c3d00', mark: '<circle cx="6" cy="6" r="2.2" fill="#fff"/>' },
  empty: { ground: '#ffffff', mark: '' },
  grid: { ground: '#8c8c8c', mark: '<path d="M0 6H12M6 0V12" stroke="#fff" stroke-width="1.5"/>' },
} as const;

/** Around each segment, on both sides of the gap between two. */
export const pictureInk = '#1a1a1a';
export const picturePaper = '#ffffff';

export const pictureFont = 'Open Sans';

/** As wide as a phone shows a card, so that nothing in it grows small there. */
export const pictureWidth = 360;

const margin = 16;
const inner = pictureWidth - 2 * margin;
const textSize = 16;
const lineHeight = 22;
/** Wider than the font's letters and figures are on average. */
const letterWidth = textSize * 0.6;
const gap = 3;

/** @returns the SVG and its height, of `pictureWidth` */
export function barsPicture({ heading, whole, legend, groups }: BarsPicture): {
  readonly svg: string;
  readonly height: number;
} {
  const rows = [
    headingRow(heading),
    ...barRows(whole, 36),
    space(6),
    ...legend.map(legendRow),
    ...(groups ? [space(14), headingRow(groups.heading), ...groups.bars.flatMap(bar => barRows(bar, 26))] : []),
  ];
  let y = margin;
  const drawn = rows.map(({ height, draw }) => {
    const at = y;
    y += height;
    return draw(at);
  });
  const height = y + margin;
  const svg =
    html`<svg xmlns="http://www.w3.org/2000/svg" width="${px(pictureWidth)}" height="${px(height)}" font-family="${pictureFont}" font-size="${px(textSize)}" fill="${pictureInk}">
<defs>${patterns}</defs>
<rect x="0.5" y="0.5" width="${px(pictureWidth - 1)}" height="${px(height - 1)}" rx="8" fill="${picturePaper}" stroke="#767676"/>
${drawn}
</svg>`.markup;
  return { svg, height };
}

type Row = { readonly height: number; readonly draw: (y: number) => Html };

const patterns: readonly Html[] = Object.entries(fills).map(([name, { ground, mark }]) => ({
  markup: `<pattern id="${name}" width="12" height="12" patternUnits="userSpaceOnUse"><rect width="12" height="12" fill="${ground}"/>${mark}</pattern>`,
}));

function space(height: number): Row {
  return { height, draw: () => html`` };
}

function headingRow(heading: string): Row {
  return textRow(wrapped(heading, inner), lineHeight + 4, true);
}

function textRow(lines: readonly string[], each: number, isBold: boolean): Row {
  return {
    height: lines.length * each,
    draw: y => html`${lines.map((line, at) => words(line, margin, y + at * each + 16, { isBold }))}`,
  };
}

function barRows({ label, value, segments }: Bar, height: number): readonly Row[] {
  const labels = wrapped(label, inner - widthOf(value) - 12);
  return [
    space(6),
    {
      height: labels.length * lineHeight,
      draw: y =>
        html`${textRow(labels, lineHeight, true).draw(y)}${words(value, pictureWidth - margin, y + 16, { anchor: 'end' })}`,
    },
    { height: height + 4, draw: y => drawBar(segments, y, height) },
  ];
}

function legendRow({ fill, label, value }: BarsPicture['legend'][number]): Row {
  const labels = wrapped(label, inner - 44 - widthOf(value) - 12);
  return {
    height: labels.length * lineHeight + 4,
    draw: y =>
      html`${box(fill, margin, y + 1, 34, 20)}${labels.map((line, at) => words(line, margin + 44, y + 17 + at * lineHeight))}${words(value, pictureWidth - margin, y + 17, { anchor: 'end' })}`,
  };
}

function drawBar(all: readonly Segment[], y: number, height: number): Html {
  const segments = all.filter(({ amount }) => amount > 0);
  if (segments.length === 0) return box('empty', margin, y, inner, height);
  const widths = widthsOf(segments);
  return html`${segments.map((segment, at) => {
    const x = margin + widths.slice(0, at).reduce((sum, width) => sum + width + gap, 0);
    return drawSegment(segment, x, y, widths[at] ?? 0, height);
  })}`;
}

/** The smallest are given room for their numbers, unless most of the bar would go to that. */
function widthsOf(segments: readonly Segment[]): readonly number[] {
  const room = inner - gap * (segments.length - 1);
  const least = segments.map(({ words: inside }) => widthOf(inside) + 14);
  const isRoomForAll = sumOf(least) < room * 0.6;
  const floors = isRoomForAll ? least : least.map(() => 6);
  const spare = room - sumOf(floors);
  const total = sumOf(segments.map(({ amount }) => amount));
  const wanted = segments.map(({ amount }, at) => Math.max(0, (amount / total) * room - (floors[at] ?? 0)));
  const all = sumOf(wanted);
  return floors.map((floor, at) => floor + (all === 0 ? spare / floors.length : ((wanted[at] ?? 0) / all) * spare));
}

function drawSegment({ fill, words: inside }: Segment, x: number, y: number, width: number, height: number): Html {
  const drawn = box(fill, x, y, width, height);
  if (widthOf(inside) + 8 > width) return drawn;
  const middle = x + width / 2;
  const chip = widthOf(inside) + 6;
  return html`${drawn}<rect x="${px(middle - chip / 2)}" y="${px(y + height / 2 - 10)}" width="${px(chip)}" height="20" rx="4" fill="${picturePaper}"/>${words(inside, middle, y + height / 2 + 5.5, { anchor: 'middle', isBold: true })}`;
}

function box(fill: Fill, x: number, y: number, width: number, height: number): Html {
  return html`<rect x="${px(x + 0.75)}" y="${px(y + 0.75)}" width="${px(Math.max(1, width - 1.5))}" height="${px(height - 1.5)}" rx="3" fill="url(#${fill})" stroke="${pictureInk}" stroke-width="1.5"/>`;
}

type Look = { readonly anchor?: 'start' | 'middle' | 'end'; readonly isBold?: boolean };

function words(text: string, x: number, y: number, { anchor = 'start', isBold = false }: Look = {}): Html {
  return html`<text x="${px(x)}" y="${px(y)}" text-anchor="${anchor}" font-weight="${isBold ? '700' : '400'}">${drawable(text)}</text>`;
}

/** XML knows no control characters. */
function drawable(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\p{Cn}\s]+/gu, ' ');
}

function widthOf(text: string): number {
  return text.length * letterWidth;
}

/** At most two lines, broken between words; what does not fit says so. */
function wrapped(text: string, width: number): readonly string[] {
  const most = Math.max(8, Math.floor(width / letterWidth));
  if (text.length <= most) return [text];
  const at = text.lastIndexOf(' ', most);
  if (at <= 0) return [shortened(text, most)];
  return [text.slice(0, at), shortened(text.slice(at + 1), most)];
}

function sumOf(all: readonly number[]): number {
  return all.reduce((sum, each) => sum + each, 0);
}

/** The same digits on every machine. */
function px(length: number): string {
  return String(Math.round(length * 100) / 100);
}
