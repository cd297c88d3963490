/** What was typed of a round's totals. */
import type { totalsCommands } from '../../texts/totals-commands.ts';
import type { Reader } from '../reader.ts';

export const totalsReaders: Readonly<Record<keyof typeof totalsCommands, Reader>> = {
  /** «tema 1»: the round's number in the network. */
  roundTotals: rest => {
    const [, number] = /^(?:(?:nr\.?|i|innhenting|round)\s*)*#?(\d{1,6})\.?$/iu.exec(rest) ?? [];
    return { type: 'round.totals', ...(number !== undefined && { round: Number(number) }) };
  },
};
