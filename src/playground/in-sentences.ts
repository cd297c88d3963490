/** What stands in parts, as one who listens hears it: each part a sentence. Read by the browser too. */
export function inSentences(parts: readonly string[]): string {
  return parts
    .map(part => part.trim())
    .filter(part => part !== '')
    .map(part => (/[.!?:…]$/.test(part) ? part : `${part}.`))
    .join(' ');
}
