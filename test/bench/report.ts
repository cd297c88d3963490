/** What the bench says: one line a figure, with the floor it is compared with where there is one, and its target. */
export type Figure = {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | '/s' | 'MB' | 's' | '';
  readonly floor?: { readonly what: string; readonly value: number; readonly ratio: number };
  /** What the value, or where there is a floor the ratio, is to stay under. */
  readonly target?: { readonly most: number } | { readonly exactly: number };
};

export function isMet({ value, floor, target }: Figure): boolean {
  if (!target) return true;
  return 'most' in target ? (floor?.ratio ?? value) <= target.most : value === target.exactly;
}

export function tableOf(title: string, figures: readonly Figure[]): string {
  const rows = [
    ['', 'measured', 'floor', 'ratio', ''],
    ...figures.map(({ what, value, unit, floor }) => [
      what,
      amount(value, unit),
      floor ? amount(floor.value, unit) : '',
      floor ? floor.ratio.toFixed(2) : '',
      floor?.what ?? '',
    ]),
  ];
  const hasFloor = figures.some(({ floor }) => floor);
  const shown = hasFloor ? rows : rows.map(row => row.slice(0, 2));
  const widths = shown[0]?.map((_, column) => Math.max(...shown.map(row => row[column]?.length ?? 0))) ?? [];
  const lines = shown.map(row =>
    row.map((cell, column) => (isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))),
  );
  return [title, ...lines.map(cells => `  ${cells.join('  ').trimEnd()}`), ''].join('\n');
}

export function targetsOf(figures: readonly Figure[]): string {
  return figures
    .filter(({ target }) => target)
    .map(figure => `target ${wordsOf(figure)}: ${isMet(figure) ? 'met' : 'missed'}\n`)
    .join('');
}

function wordsOf({ what, value, unit, floor, target }: Figure): string {
  if (target && 'exactly' in target) return `${what} = ${amount(target.exactly, unit)} (${amount(value, unit)})`;
  return floor
    ? `${what} ≤ ${target?.most.toFixed(1)} × ${floor.what} (${floor.ratio.toFixed(2)})`
    : `${what} < ${amount(target?.most ?? 0, unit)} (${amount(value, unit)})`;
}

function isText(column: number): boolean {
  return column === 0 || column === 4;
}

const digits = { ms: 2, s: 2, MB: 0, '/s': 0, '': 0 } as const;

function amount(value: number, unit: Figure['unit']): string {
  const shown = value.toLocaleString('en', {
    minimumFractionDigits: digits[unit],
    maximumFractionDigits: digits[unit],
  });
  return unit === '' || unit === '/s' ? `${shown}${unit}` : `${shown} ${unit}`;
}
