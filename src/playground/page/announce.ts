import { byId } from './element.ts';

const heardMs = 4_000;
const seenMs = 8_000;

/** Tells those who listen to the page; what is said close together is said in turn. Behind an open dialog nothing is heard. */
export function announce(words: string): void {
  say(words, document.querySelector('dialog[open] .announcer') ?? byId('announcer'), heardMs);
}

/** Tells everyone, for a while: what was done, and what one may wonder about. */
export function notify(words: string): void {
  say(words, byId('notices'), seenMs);
}

function say(words: string, place: Element, forMs: number): void {
  const line = document.createElement('p');
  line.textContent = words;
  place.append(line);
  setTimeout(() => line.remove(), forMs);
}

/** Tells everyone, and stays until the next time. Nothing takes it away. */
export function complain(words: string): void {
  const place = byId('problem');
  if (place.textContent !== words) place.textContent = words;
}
