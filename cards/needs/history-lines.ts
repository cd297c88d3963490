import type { Need } from '../../src/features/needs/need.ts';
import type { MemberId } from '../../src/features/networks/network.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';

export type HistoryLine = { readonly words: string; readonly at: Instant; readonly reason?: string | undefined };

/**
 * In: a need, its party's name, and what people are called. Out: how it began and every step since, oldest first, in a chat
 * and on paper alike: also that it came in a file, and that somebody took a step with their own party's.
 */
export function historyLines(
  need: Need,
  party: string,
  who: (id: MemberId) => string,
  { say }: Speech,
): readonly HistoryLine[] {
  const { history: texts } = say.need;
  const began = need.takenIn ? say.needImport.takenIn : texts.started;
  return [
    { words: began(who(need.startedBy)), at: need.startedAt },
    ...need.history.map(({ step, at, by, reason, isOwn }) => {
      const words = texts.steps[step](who(by));
      return { words: isOwn ? texts.own(words, party) : words, at, reason };
    }),
  ];
}
