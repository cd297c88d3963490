/** All that is filled in, by the headings of the pages: for whoever sends it and for whoever decides on it. */
import type { Need } from '../../src/features/needs/need.ts';
import { fieldsOfInput, fieldsOnPage, type NeedField } from '../../src/features/needs/need-fields.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Part } from '../card.ts';
import { shortened } from '../shortened.ts';
import { askedText, fieldWords } from './need-words.ts';

/** Of one text: with every field filled in, a card stays inside both chats. The whole stands in the document. */
const mostShown = 200;

const pages = ['who', 'what', 'how'] as const;

type Section = {
  readonly heading?: string;
  readonly facts: readonly { readonly label: string; readonly words: string }[];
};

/** The title is left to the card. */
export function needContentParts({ form, content }: Pick<Need, 'form' | 'content'>, speech: Speech): readonly Part[] {
  const { labels, card, pages: pageNames } = speech.say.need;
  const filledIn = (fields: readonly NeedField[]) =>
    fields.flatMap(field => {
      const words = field === 'title' ? undefined : fieldWords(field, content, speech);
      return words === undefined ? [] : [{ label: labels[field].replace(/\?$/, ''), words }];
    });
  const asked = askedText(content, speech);
  const sections: readonly Section[] =
    form === 'input'
      ? [{ facts: filledIn(fieldsOfInput) }]
      : pages.map(page => ({
          heading: pageNames[page],
          facts: [
            ...filledIn(fieldsOnPage[page]),
            ...(page === 'how' && asked ? [{ label: card.asked, words: asked }] : []),
          ],
        }));
  const isCut = sections.some(({ facts }) => facts.some(({ words }) => words.length > mostShown));
  return [
    ...sections.flatMap(({ heading, facts }): readonly Part[] => {
      if (facts.length === 0) return [];
      const shown = facts.map(({ label, words }) => ({ label, value: shortened(words, mostShown) }));
      return [
        ...(heading ? [{ kind: 'text', text: heading, weight: 'strong' } as const] : []),
        { kind: 'facts', facts: shown },
      ];
    }),
    ...(isCut
      ? [{ kind: 'text', text: card.cut(speech.say.needFiles.documentButton), weight: 'subtle' } as const]
      : []),
  ];
}
