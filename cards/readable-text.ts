/**
 * Without what neither a calendar's line (RFC 5545, 3.1) nor a document of XML may hold: control characters but for tabs
 * and line ends, and no halves of characters.
 */
export function readableText(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '');
}

/** The same on one line, with single spaces. */
export function readableLine(text: string): string {
  return readableText(text).replace(/\s+/g, ' ').trim();
}
