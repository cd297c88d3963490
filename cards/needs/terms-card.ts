/** A network's own words in the lists that needs are chosen from, and the form that changes them. */
import type { Role } from '../../src/features/networks/network.ts';
import { type OwnList, type OwnTerms, ownIn } from '../../src/features/networks/own-terms.ts';
import { may } from '../../src/features/networks/who-may.ts';
import { type VocabularyName, vocabularies, vocabulary } from '../../src/reference/vocabulary.ts';
import { sentenceCase } from '../../src/texts/sentence-case.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Button, Card, Form, List, Part } from '../card.ts';
import { type Filled, unfilled } from '../filled.ts';
import { formFields } from '../form-fields.ts';
import { cardLimits } from '../limits.ts';
import { longList } from '../long-list.ts';
import { shortened } from '../shortened.ts';
import { nameIn } from './need-words.ts';

export type TermsShown = {
  readonly network: string;
  readonly terms: OwnTerms | undefined;
  /** One alone, with all that is in it. */
  readonly list?: VocabularyName | undefined;
  /** The reader's. */
  readonly roles: readonly Role[];
  readonly isChanged?: boolean;
};

export function termsCard(shown: TermsShown, speech: Speech): Card {
  return shown.list ? oneList(shown, shown.list, speech) : everyList(shown, speech);
}

function everyList({ network, terms }: TermsShown, speech: Speech): Card {
  const { say, language } = speech;
  const texts = say.terms;
  const facts = vocabularies.map(list => {
    const { renamed, added } = ownIn(terms, list);
    const offered = added.filter(({ isHidden }) => !isHidden).length;
    return { label: sentenceCase(texts.lists[list]), value: texts.counted(Object.keys(renamed).length, offered) };
  });
  const buttons = vocabularies.map(
    (list): Button => ({ label: sentenceCase(texts.lists[list]), intent: { type: 'terms.show', list } }),
  );
  return {
    language,
    title: shortened(texts.title(network), cardLimits.title),
    parts: [
      { kind: 'text', text: texts.text },
      { kind: 'facts', facts },
      { kind: 'buttons', buttons },
    ],
  };
}

function oneList({ terms, roles, isChanged }: TermsShown, list: VocabularyName, speech: Speech): Card {
  const { say, language } = speech;
  const texts = say.terms;
  const name = texts.lists[list];
  const own = ownItems(ownIn(terms, list), list, speech);
  const change: Button = { label: texts.change, intent: { type: 'terms.form', list }, opensForm: true };
  return {
    language,
    title: texts.titleOf(name),
    parts: [
      ...(isChanged ? [{ kind: 'note', sign: 'done', text: texts.changed } as const] : []),
      ...(own.length > 0 ? longList(own, speech) : [{ kind: 'text', text: texts.noneOwn } as const]),
      usualWords(ownIn(terms, list), list, speech),
      ...(may(roles, 'rules.change') ? [{ kind: 'buttons', buttons: [change] } as const] : []),
    ],
  };
}

/** What has a name of the network's own, then what it has added. */
function ownItems({ renamed, added }: OwnList, list: VocabularyName, speech: Speech): List['items'] {
  const texts = speech.say.terms;
  const names = new Map(vocabulary[list].map(({ code, names: each }) => [code, nameIn(each, speech)]));
  return [
    ...Object.entries(renamed).map(([code, label]) => ({ label, value: texts.usually(names.get(code) ?? code) })),
    ...added.map(({ name, isHidden }) => ({ label: name, value: isHidden ? texts.hidden : texts.added })),
  ];
}

/** What still goes by the name that everyone uses. */
function usualWords({ renamed }: OwnList, list: VocabularyName, speech: Speech): Part {
  const usual = vocabulary[list].filter(({ code }) => renamed[code] === undefined);
  const names = usual.map(({ names: each }) => nameIn(each, speech));
  const { usual: told, noneUsual } = speech.say.terms;
  return { kind: 'text', text: names.length > 0 ? told(speech.list(names)) : noneUsual, weight: 'subtle' };
}

export function termsForm(
  { list, terms }: { readonly list: VocabularyName; readonly terms: OwnTerms | undefined },
  speech: Speech,
  filled: Filled = unfilled,
): Form {
  const { say, language } = speech;
  const texts = say.terms;
  return {
    language,
    title: texts.formTitles[list],
    submit: texts.submit,
    cancel: say.forms.cancel,
    intent: { type: 'terms.change', list },
    intro: [
      ...longList(ownItems(ownIn(terms, list), list, speech), speech),
      usualWords(ownIn(terms, list), list, speech),
    ],
    fields: [
      formFields(speech, filled).longText('lines', {
        label: texts.lines,
        hint: texts.linesHint(example(list, speech)),
        max: 3000,
      }),
    ],
  };
}

/** The first word of the list. */
function example(list: VocabularyName, speech: Speech): string {
  const [first] = vocabulary[list];
  return first ? nameIn(first.names, speech) : '';
}
