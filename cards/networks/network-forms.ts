import { languages, networkKinds } from '../../src/features/networks/network.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Form } from '../card.ts';
import { type Filled, unfilled } from '../filled.ts';
import { formFields } from '../form-fields.ts';

export function newNetworkForm(speech: Speech, filled: Filled = unfilled): Form {
  const field = formFields(speech, filled);
  const { forms, networkKinds: kinds, languages: names } = speech.say;
  const texts = forms.network;
  const languageChoices = languages.map(value => ({ value, label: names[value] }));
  return {
    language: speech.language,
    title: texts.title,
    submit: texts.submit,
    cancel: forms.cancel,
    intent: { type: 'network.start' },
    fields: [
      field.text('name', {
        label: texts.name,
        hint: texts.nameHint,
        max: 80,
      }),
      field.choice('kind', {
        label: texts.kind,
        choices: networkKinds.map(value => ({ value, label: kinds[value] })),
        value: networkKinds[0],
      }),
      field.choice('language', {
        label: texts.language,
        choices: languageChoices,
        value: speech.language,
      }),
      field.choice('secondLanguage', {
        label: texts.secondLanguage,
        hint: texts.secondHint,
        choices: [{ value: 'none', label: texts.none }, ...languageChoices],
        value: 'none',
      }),
    ],
  };
}

export function codeForm(speech: Speech, filled: Filled = unfilled): Form {
  const { language, say } = speech;
  const { forms } = say;
  return {
    language,
    title: forms.code.title,
    submit: forms.code.submit,
    cancel: forms.cancel,
    intent: { type: 'code.redeem' },
    fields: [
      formFields(speech, filled).text('code', {
        label: forms.code.code,
        hint: forms.code.codeHint,
        max: 40,
      }),
    ],
  };
}

/** A box in a chat holds some 3,000 characters; longer lists go by the command line. */
const rosterCharacters = 3000;

export function rosterForm(speech: Speech, filled: Filled = unfilled): Form {
  const { language, say } = speech;
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
      formFields(speech, filled).longText('csv', {
        label: forms.roster.csv,
        hint: forms.roster.csvHint,
        max: rosterCharacters,
      }),
    ],
  };
}
