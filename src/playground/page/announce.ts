import { inSentences } from '../in-sentences.ts';
import { byId, element } from './element.ts';

const heardMs = 4_000;
const seenMs = 8_000;

/** What comes at once is gathered for so long. */
const gatherMs = 50;

/** Nobody listens to more at once: the newest are told. */
const mostAtOnce = 3;

let gathered: string[] = [];

/** Tells those who listen to the page: what comes at once in one breath, and in place of what was told before. */
export function announce(words: string): void {
  gathered.push(words);
  if (gathered.length === 1) setTimeout(tell, gatherMs);
}

/** Behind an open dialog nothing is heard. */
function tell(): void {
  const line = element('p', {}, inSentences(gathered.slice(-mostAtOnce)));
  gathered = [];
  (document.querySelector('dialog[open] .announcer') ?? byId('announcer')).replaceChildren(line);
  setTimeout(() => line.remove(), heardMs);
}

/** Tells everyone, for a while: what was done, and what one may wonder about. */
export function notify(words: string): void {
  const line = element('p', {}, words);
  byId('notices').append(line);
  setTimeout(() => line.remove(), seenMs);
}

/** Tells everyone, and stays until the next time. Nothing takes it away. */
export function complain(words: string): void {
  const place = byId('problem');
  if (place.textContent !== words) place.textContent = words;
}
