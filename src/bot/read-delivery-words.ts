import { type deliveryCommands, routePrepositions, routeWords } from '../texts/delivery-commands.ts';
import { meetingCommands } from '../texts/meeting-commands.ts';
import type { Reader } from './reader.ts';

export const deliveryReaders: Readonly<Record<keyof typeof deliveryCommands, Reader>> = {
  deliveries: rest => {
    const [, word = '', number] = /^(?:(\p{L}+)\.?\s*)?#?(\d{1,6})?(?!\d)/u.exec(rest) ?? [];
    const isMeeting = meetingWords.includes(word.toLowerCase());
    return {
      type: 'delivery.reach',
      ...(isMeeting && { kind: 'meeting' }),
      ...(number && { number: Number(number) }),
    };
  },
  writeToMe: rest => {
    const by = routeIn(rest.toLowerCase().replace(/[\s.!?]+$/, ''));
    return by ? { type: 'route.choose', by } : { type: 'route.choose-form' };
  },
};

const meetingWords: readonly string[] = Object.values(meetingCommands.meeting).flat();

/** «i Slack», «Slack». @returns the platform's own name */
function routeIn(words: string): string | undefined {
  const [first = '', ...others] = words.split(' ');
  const named = routePrepositions.includes(first) ? others.join(' ') : words;
  return Object.keys(routeWords).find(by => [words, named].some(each => routeWords[by]?.includes(each)));
}
