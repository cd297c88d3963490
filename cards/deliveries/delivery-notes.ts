import type { Speech } from '../../src/texts/speak.ts';
import type { Note } from '../card.ts';

export type LeftOut = {
  /** People who have just been reminded, or often enough. */
  readonly rested: number;
  /** Seats that nobody is on. */
  readonly unreachable: number;
};

/** Who is silent and gets no reminder now, and why. */
export function leftOutNotes({ rested, unreachable }: LeftOut, { say }: Speech): readonly Note[] {
  return [
    ...(rested > 0 ? [{ kind: 'note', sign: 'information', text: say.delivery.rested(rested) } as const] : []),
    ...(unreachable > 0
      ? [{ kind: 'note', sign: 'warning', text: say.whispers.unreachable(unreachable) } as const]
      : []),
  ];
}
