import { languages, networkKinds } from '../src/features/networks/network.ts';
import type { Speech } from '../src/texts/speak.ts';
import type { Form } from './card.ts';
import { type Filled, textValue, unfilled } from './filled.ts';

export function newNetworkForm(speech: Speech, filled: Filled = unfilled): Form {
  const { forms, networkKinds: kinds, languages: names } = speech.say;
  const texts = forms.network;
  const common = (name: string) => ({
    name,
    isRequired: true,
    whenMissing: forms.whenMissing,
    error: filled.errors[name],
  });
  const languageChoices = languages.map(value => ({ value, label: names[value] }));
  return {
    language: speech.language,
    title: texts.title,
    submit: texts.submit,
    cancel: forms.cancel,
    intent: { type: 'network.start' },
    fields: [
      {
        ...common('name'),
        kind: 'text',
        label: texts.name,
        hint: texts.nameHint,
        max: 80,
        value: textValue(filled, 'name'),
      },
      {
        ...common('kind'),
        kind: 'choice',
        label: texts.kind,
        choices: networkKinds.map(value => ({ value, label: kinds[value] })),
        value: textValue(filled, 'kind', networkKinds[0]),
      },
      {
        ...common('language'),
        kind: 'choice',
        label: texts.language,
        choices: languageChoices,
        value: textValue(filled, 'language', speech.language),
      },
      {
        ...common('secondLanguage'),
        kind: 'choice',
        label: texts.secondLanguage,
        hint: texts.secondHint,
        choices: [{ value: 'none', label: texts.none }, ...languageChoices],
        value: textValue(filled, 'secondLanguage', 'none'),
      },
    ],
  };
}

export function codeForm({ language, say }: Speech, filled: Filled = unfilled): Form {
  const { forms } = say;
  return {
    language,
    title: forms.code.title,
    submit: forms.code.submit,
    cancel: forms.cancel,
    intent: { type: 'code.redeem' },
    fields: [
      {
        kind: 'text',
        name: 'code',
        label: forms.code.code,
        hint: forms.code.codeHint,
        max: 40,
        isRequired: true,
        whenMissing: forms.whenMissing,
        error: filled.errors['code'],
        value: textValue(filled, 'code'),
      },
    ],
  };
}

/** A box in a chat holds some 3,000 characters; longer lists go by the command line. */
const rosterCharacters = 3000;

export function rosterForm({ language, say }: Speech, filled: Filled = unfilled): Form {
  const { forms } = say;
  return {
    language,
    title: forms.roster.title,
    submit: forms.roster.submit,
    cancel: forms.cancel,
    intent: { type: 'roster.preview' },
    intro: [
      { kind: 'text', text: forms.roster.example, weight: 'subtle' },
      { kind: 'text', text: forms.roster.exampleLines },
    ],
    fields: [
      {
        kind: 'long-text',
        name: 'csv',
        label: forms.roster.csv,
        hint: forms.roster.csvHint,
        max: rosterCharacters,
        isRequired: true,
        whenMissing: forms.whenMissing,
        error: filled.errors['csv'],
        value: textValue(filled, 'csv'),
      },
    ],
  };
}
