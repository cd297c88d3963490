export type CsvCell = string | number | undefined;

/**
 * A table as a file that a spreadsheet set to Norwegian opens right: a byte order mark, semicolons, lines ended as RFC
 * 4180 says. Numbers stay numbers; a text that a spreadsheet would take for a formula gets an apostrophe in front
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function csv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${[header, ...rows].map(row => `${row.map(cellOf).join(';')}\r\n`).join('')}`;
}

/** Also in the wide forms of East Asian typing, which spreadsheets read as the narrow ones; spaces before do not help. */
export const formulaStart = /^\s*[=+\-@\t\r\n＝＋－＠−]/u;

function cellOf(cell: CsvCell): string {
  if (typeof cell === 'number') return String(cell);
  const text = cell ?? '';
  const harmless = formulaStart.test(text) ? `'${text}` : text;
  return /[";,\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
