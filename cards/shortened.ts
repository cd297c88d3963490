const characters = new Intl.Segmenter('nb', { granularity: 'grapheme' });

/**
 * A text that fits, or as much of it as does with «…» to show that there is more: for labels and names beside which the
 * whole stands elsewhere. Characters made of several code units are kept or left out whole.
 * @param most in UTF-16 units, as the chats count
 */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const last = Array.from(characters.segment(text)).findLast(({ index }) => index <= most - 1);
  return `${text.slice(0, last?.index ?? 0).trimEnd()}…`;
}
