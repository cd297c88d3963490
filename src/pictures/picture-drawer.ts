/** Pictures for those who fetch them: each drawn once for many, one at a time, and the last ones remembered. */
import { BoundedCache } from '../bounded-cache.ts';
import { drawPng } from './draw-png.ts';

/** In: what a picture's address was signed for. @returns its PNG; undefined when it is for no picture */
export type PictureDrawer = (payload: unknown) => Promise<Uint8Array | undefined>;

/** About 60 KB each. */
const mostKept = 200;

/** @param svgOf what an address asks for; undefined when it asks for no picture */
export function createPictureDrawer(
  svgOf: (payload: unknown) => string | undefined,
  draw: (svg: string) => Promise<Uint8Array> = drawPng,
): PictureDrawer {
  const drawn = new BoundedCache<Promise<Uint8Array>>(mostKept);
  let turn: Promise<unknown> = Promise.resolve();

  return async payload => {
    const svg = svgOf(payload);
    if (svg === undefined) return undefined;
    const kept = drawn.get(svg);
    if (kept) return kept;
    // Drawing holds up everything else in the process while it lasts, so others are let in between two.
    const png = turn.then(letOthersIn).then(() => draw(svg));
    turn = png.catch(() => undefined);
    drawn.set(svg, png);
    png.catch(() => drawn.delete(svg));
    return png;
  };
}

function letOthersIn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
