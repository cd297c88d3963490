/** Which needs are made one, what they are called, and who answers for them. */
import type { PartyToBundle } from '../../src/features/needs/bundle-needs.ts';
import type { Need, NeedId } from '../../src/features/needs/need.ts';
import type { Round } from '../../src/features/needs/round.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Form, Part } from '../card.ts';
import { type Filled, textValue, unfilled } from '../filled.ts';
import { formFields } from '../form-fields.ts';
import { cardLimits } from '../limits.ts';
import { shortened } from '../shortened.ts';
import { roundWords, titleOfNeed } from './need-words.ts';

export type ChooseNeedsShown = {
  readonly round: Round;
  /** All that may be bundled, each with its party, in the set's order. */
  readonly mayBundle: readonly { readonly need: Need; readonly party: string }[];
  /** How many of the set's entries stand before the page the form was opened from. */
  readonly from?: number | undefined;
  /** Where the fields start. */
  readonly chosen?: readonly NeedId[] | undefined;
  readonly title?: string | undefined;
};

/** As many as both chats let one choose among, within what a Teams card may weigh. */
export const mostChoices = 60;

export function chooseNeedsForm(shown: ChooseNeedsShown, speech: Speech, filled: Filled = unfilled): Form {
  const { round, mayBundle, from = 0, chosen = [], title } = shown;
  const { form: texts } = speech.say.set;
  const field = formFields(speech, filled);
  const offered = mayBundle.slice(0, mostChoices);
  const ticked = (textValue(filled, 'needs', chosen.join('\n')) ?? '').split(/[,\n]/);
  const choices = offered.map(({ need, party }) => ({
    value: need.id,
    label: shortened(`${need.reference ?? ''} ${party}: ${titleOfNeed(need, speech)}`, cardLimits.choiceLabel),
  }));
  const intro: readonly Part[] = [
    { kind: 'text', text: roundWords(round, speech), weight: 'subtle' },
    ...(choices.length < mayBundle.length
      ? [{ kind: 'note', sign: 'information', text: texts.more(choices.length, mayBundle.length) } as const]
      : []),
  ];
  return {
    language: speech.language,
    title: texts.title,
    submit: texts.next,
    cancel: speech.say.forms.cancel,
    intent: { type: 'set.choose', round: round.id, ...(from > 0 && { from }) },
    intro,
    fields: [
      field.choices('needs', {
        label: texts.needs,
        choices,
        value: ticked.filter(id => choices.some(({ value }) => value === id)),
      }),
      field.text('title', { label: texts.bundleTitle, max: 120, value: title }),
    ],
  };
}

export type BundleFormShown = {
  readonly round: Round['id'];
  readonly needs: readonly NeedId[];
  readonly title: string;
  readonly parties: readonly PartyToBundle[];
};

export function bundleForm(
  { round, needs, title, parties }: BundleFormShown,
  speech: Speech,
  filled: Filled = unfilled,
): Form {
  const { form: texts } = speech.say.set;
  // A party's key may be longer than a choice's value, and hold a comma.
  const choices = parties.map(({ party: { name }, need }) => ({
    value: need,
    label: shortened(name, cardLimits.choiceLabel),
  }));
  return {
    language: speech.language,
    title: texts.title,
    submit: texts.submit,
    cancel: speech.say.forms.cancel,
    intent: { type: 'set.bundle', round, needs: [...needs], title },
    intro: [
      { kind: 'text', text: title, weight: 'strong' },
      { kind: 'text', text: texts.chosen(needs.length) },
    ],
    fields: [
      formFields(speech, filled).choice('responsible', {
        label: texts.responsible,
        hint: texts.responsibleHint,
        choices,
      }),
    ],
  };
}
