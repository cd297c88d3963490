import { type deliveryCommands, routePrepositions, routeWords } from '../texts/delivery-commands.ts';
import type { Reader } from './reader.ts';

export const deliveryReaders: Readonly<Record<keyof typeof deliveryCommands, Reader>> = {
  deliveries: rest => {
    const [, number] = /^(?:\p{L}+\.?\s+)?#?(\d{1,6})(?!\d)/u.exec(rest) ?? [];
    return { type: 'delivery.reach', ...(number && { number: Number(number) }) };
  },
  writeToMe: rest => {
    const by = routeIn(rest.toLowerCase().replace(/[\s.!?]+$/, ''));
    return by ? { type: 'route.choose', by } : { type: 'route.choose-form' };
  },
};

/** «i Slack», «Slack». @returns the platform's own name */
function routeIn(words: string): string | undefined {
  const [first = '', ...others] = words.split(' ');
  const named = routePrepositions.includes(first) ? others.join(' ') : words;
  return Object.keys(routeWords).find(by => [words, named].some(each => routeWords[by]?.includes(each)));
}
