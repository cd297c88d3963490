import { BoundedCache } from '../../bounded-cache.ts';
import { idFrom } from '../../world.ts';

/** How many pages are remembered; a page that is forgotten only takes a press for one it has seen. */
const mostPages = 2000;

/**
 * The same press of one page sent twice has one key. Browsers show a page again as it was when one goes back, so «Ja»,
 * then «Nei», then «Ja» again may all come from the same page: the third is a press of its own.
 */
export function createRequestKeys(): (page: string, payload: unknown) => string {
  const last = new BoundedCache<{ readonly payload: string; readonly presses: number }>(mostPages);
  return (page, given) => {
    const payload = idFrom(JSON.stringify(given) ?? '');
    const before = last.get(page) ?? { payload, presses: 1 };
    const presses = before.payload === payload ? before.presses : before.presses + 1;
    last.set(page, { payload, presses });
    return `${page}|${presses}|${payload}`;
  };
}
