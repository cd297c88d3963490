import type { Part } from '../card.ts';
import { shortened } from '../shortened.ts';

/** Which network words to one person are from: someone may be in several, each with meetings of its own numbers. */
export function networkText(network: string): Part {
  return { kind: 'text', text: shortened(network, networkLength), weight: 'subtle' };
}

export const networkLength = 200;
