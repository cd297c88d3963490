/** Every state a network's own words can be in: none, some, as many and as long as there may be. */
import { termsCard, termsForm } from '../../cards/needs/terms-card.ts';
import { mostAdded, mostInName, type OwnTerms } from '../../src/features/networks/own-terms.ts';
import { vocabularies, vocabulary } from '../../src/reference/vocabulary.ts';
import { castNetwork } from '../cast.ts';
import type { States } from './every-card-states.ts';

const some: OwnTerms = {
  themes: {
    renamed: { trauma: 'Traumebevisst praksis' },
    added: [
      { code: 'own1', name: 'Søvn', isHidden: false },
      { code: 'own2', name: 'Skole–hjem', isHidden: true },
    ],
  },
};
const most: OwnTerms = Object.fromEntries(
  vocabularies.map(list => [
    list,
    {
      renamed: Object.fromEntries(
        vocabulary[list].map(({ code }) => [code, `${code} ${'č'.repeat(mostInName)}`.slice(0, mostInName)]),
      ),
      added: Array.from({ length: mostAdded }, (_, at) => ({
        code: `own${at}`,
        name: `${at} ${'Å'.repeat(mostInName)}`.slice(0, mostInName),
        isHidden: at % 2 === 0,
      })),
    },
  ]),
);
const every = { none: undefined, some, most };

const lists = [undefined, ...vocabularies];

export const termStates: Readonly<Record<string, States>> = {
  termsCard: Object.entries(every).flatMap(([name, terms]) =>
    lists.flatMap(
      (list): States =>
        (['coordinator', 'member'] as const).map(role => [
          `${name}, ${list ?? 'all'}, ${role}`,
          speech =>
            termsCard(
              { network: castNetwork.name, terms, list, roles: [role], isChanged: role === 'coordinator' },
              speech,
            ),
        ]),
    ),
  ),
  termsForm: Object.entries(every).flatMap(([name, terms]) =>
    vocabularies.flatMap(
      (list): States => [
        [`${name}, ${list}`, speech => termsForm({ list, terms }, speech)],
        [
          `${name}, ${list}, refused`,
          speech =>
            termsForm({ list, terms }, speech, {
              values: { lines: 'å'.repeat(3000) },
              errors: { lines: 'x'.repeat(300) },
            }),
        ],
      ],
    ),
  ),
};

/** As many words of its own as a network may have: what is chosen from lists is longest then. */
export const mostTerms = most;
