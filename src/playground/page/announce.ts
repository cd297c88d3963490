import { byId } from './element.ts';

const keptMs = 4_000;

/** Tells those who listen to the page; what is said close together is said in turn. Behind an open dialog nothing is heard. */
export function announce(words: string): void {
  const line = document.createElement('p');
  line.textContent = words;
  (document.querySelector('dialog[open] .announcer') ?? byId('announcer')).append(line);
  setTimeout(() => line.remove(), keptMs);
}

/** Tells everyone, and stays until the next time. Nothing takes it away. */
export function complain(words: string): void {
  const place = byId('problem');
  if (place.textContent !== words) place.textContent = words;
}
