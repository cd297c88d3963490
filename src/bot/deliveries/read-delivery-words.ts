import { commandWords } from '../../texts/commands.ts';
import { type deliveryCommands, routePrepositions, routeWords } from '../../texts/delivery-commands.ts';
import type { Reader } from '../reader.ts';

export const deliveryReaders: Readonly<Record<keyof typeof deliveryCommands, Reader>> = {
  deliveries: rest => {
    const [, word = '', number] = /^(?:(\p{L}+)\.?\s*)?#?(\d{1,6})?(?!\d)/u.exec(rest) ?? [];
    const kind = kinds.find(each => kindWords[each].includes(word.toLowerCase()));
    return {
      type: 'delivery.reach',
      ...(kind && { kind }),
      ...(number && { number: Number(number) }),
    };
  },
  writeToMe: rest => {
    const by = routeIn(rest.toLowerCase().replace(/[\s.!?]+$/, ''));
    return by ? { type: 'route.choose', by } : { type: 'route.choose-form' };
  },
};

const kinds = ['poll', 'meeting', 'round'] as const;
const kindWords: Readonly<Record<(typeof kinds)[number], readonly string[]>> = {
  poll: Object.values(commandWords.poll).flat(),
  meeting: Object.values(commandWords.meeting).flat(),
  round: Object.values(commandWords.round).flat(),
};

/** «i Slack», «Slack». @returns the platform's own name */
function routeIn(words: string): string | undefined {
  const [first = '', ...others] = words.split(' ');
  const named = routePrepositions.includes(first) ? others.join(' ') : words;
  return Object.keys(routeWords).find(by => [words, named].some(each => routeWords[by]?.includes(each)));
}
