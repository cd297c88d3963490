import { type Round, roundForms } from '../../src/features/needs/round.ts';
import type { GrantScheme } from '../../src/reference/grant-schemes.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import type { Form } from '../card.ts';
import { type Filled, unfilled } from '../filled.ts';
import { formFields } from '../form-fields.ts';
import { cardLimits } from '../limits.ts';
import { shortened } from '../shortened.ts';
import { asksFor, roundTiming, schemeName } from './round-words.ts';

export type RoundFormShown = {
  /** Those that run. */
  readonly schemes: readonly GrantScheme[];
  readonly years: readonly number[];
  /** Where the fields start. */
  readonly year: number;
  readonly invited?: string | undefined;
  readonly closesOn: string;
};

export function newRoundForm(shown: RoundFormShown, speech: Speech, filled: Filled = unfilled): Form {
  const field = formFields(speech, filled);
  const { form: texts, forms } = speech.say.round;
  const schemes = shown.schemes.map(({ code }) => ({
    value: code,
    label: shortened(schemeName(code, speech), cardLimits.choiceLabel),
  }));
  return {
    language: speech.language,
    title: texts.title,
    submit: texts.submit,
    cancel: speech.say.forms.cancel,
    intent: { type: 'round.preview' },
    fields: [
      field.choice('scheme', { label: texts.scheme, choices: schemes, value: schemes[0]?.value }),
      field.choice('year', {
        label: texts.year,
        choices: shown.years.map(year => ({ value: String(year), label: String(year) })),
        value: String(shown.year),
      }),
      field.choice('form', {
        label: texts.form,
        choices: roundForms.map(value => ({ value, label: forms[value] })),
        value: roundForms[0],
      }),
      field.longText('invited', { label: texts.invited, hint: texts.invitedHint, max: 3000, value: shown.invited }),
      field.date('opensOn', { label: texts.opensOn, hint: texts.opensHint, isOptional: true }),
      field.date('closesOn', { label: texts.closesOn, hint: texts.closesHint, value: shown.closesOn }),
    ],
  };
}

export type RoundNowShown = { readonly round: Round; readonly now: Instant };

export function extendRoundForm(
  { round, now }: RoundNowShown,
  speech: Speech,
  suggestedDay: string,
  filled: Filled = unfilled,
): Form {
  const { extend } = speech.say.round;
  return {
    language: speech.language,
    title: extend.title,
    submit: extend.submit,
    cancel: speech.say.forms.cancel,
    intent: { type: 'round.extend', round: round.id },
    intro: [
      { kind: 'text', text: asksFor(round, speech), weight: 'strong' },
      { kind: 'text', text: roundTiming(round, now, speech) },
    ],
    fields: [
      formFields(speech, filled).date('closesOn', {
        label: extend.closesOn,
        hint: speech.say.round.form.closesHint,
        value: suggestedDay,
      }),
    ],
  };
}

/** Closing cannot be undone, so it is asked for twice. */
export function closeRoundForm({ round, now }: RoundNowShown, speech: Speech): Form {
  const { close } = speech.say.round;
  return {
    language: speech.language,
    title: close.title,
    submit: close.submit,
    cancel: speech.say.forms.cancel,
    intent: { type: 'round.close', round: round.id },
    intro: [
      { kind: 'text', text: asksFor(round, speech), weight: 'strong' },
      { kind: 'text', text: roundTiming(round, now, speech) },
      { kind: 'note', sign: 'warning', text: close.warning },
    ],
    fields: [],
  };
}
