/** Every state of the cards that files of needs are fetched from. */
import {
  type NeedFilesShown,
  needDocumentCard,
  needFilesCard,
  type overviewLanguages,
} from '../../cards/needs/need-files-card.ts';
import type { States } from './every-card-states.ts';
import { nastyTexts } from './nasty-texts.ts';
import { exampleSet, readAt, threeGiven } from './need-set-example.ts';

/** As long as a signed link is. */
const url = `https://laget.example.org/file/${'x'.repeat(400)}`;

const sets = {
  nothing: exampleSet([]),
  one: exampleSet(threeGiven.slice(0, 1)),
  three: exampleSet(threeGiven, { bundled: [0, 2] }),
  innspill: exampleSet(threeGiven, { form: 'input' }),
};

function shownOf(set: NeedFilesShown['set'], zips: number): NeedFilesShown {
  const overview = { nb: url, nn: url, en: url } satisfies Record<(typeof overviewLanguages)[number], string>;
  return { set, links: { overview, xlsx: url, csv: url, documents: Array(zips).fill(url) }, until: readAt };
}

export const needFileStates: Readonly<Record<string, States>> = {
  needFilesCard: Object.entries(sets).flatMap(([name, set]) =>
    [1, 10].map(
      (zips): States[number] => [`${name}, ${zips} zips`, speech => needFilesCard(shownOf(set, zips), speech)] as const,
    ),
  ),
  needDocumentCard: [...nastyTexts, 'Å'.repeat(120)].map(title => {
    const [entry] = exampleSet([{ party: 'kommune|5501', content: { title } }]).entries;
    const [need] = entry?.needs ?? [];
    if (!need) throw new Error('The example has a need');
    return [title, speech => needDocumentCard(need, url, readAt, speech)] as const;
  }),
};
