/** Arbitrary cards and forms within our own limits, and of a size that a chat still shows on a screen or two. */
import fc from 'fast-check';
import type { Button, Card, Choice, Field, Form, Part } from '../../cards/card.ts';
import { cardLimits } from '../../cards/limits.ts';
import { languages } from '../../src/features/networks/network.ts';
import type { Carried } from '../../src/intents/intent.ts';
import { nastyTexts } from './nasty-texts.ts';

const piece = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc.string({ unit: 'grapheme-composite', minLength: 1, maxLength: 8 }),
  fc.lorem({ maxCount: 6 }),
  fc.constantFrom(...nastyTexts, '\n'),
);

/** @param most in UTF-16 units */
export function anyText(most: number): fc.Arbitrary<string> {
  return fc
    .array(piece, { minLength: 1, maxLength: 4 })
    .map(pieces => pieces.join(' '))
    .filter(text => text.trim() !== '' && text.length <= most);
}

const intent: fc.Arbitrary<Carried> = fc.oneof(
  fc.record({ type: fc.constant('poll.form') }),
  fc.record({
    type: fc.constant('poll.cast'),
    poll: fc.string({ minLength: 1, maxLength: 100 }),
    options: fc.array(fc.string({ minLength: 1, maxLength: 20 }), { maxLength: 10 }),
  }),
) as fc.Arbitrary<Carried>;

const button: fc.Arbitrary<Button> = fc.record(
  {
    label: anyText(cardLimits.buttonLabel),
    intent,
    weight: fc.constantFrom('primary' as const, 'danger' as const),
    opensForm: fc.boolean(),
  },
  { requiredKeys: ['label', 'intent'] },
);

const item = fc.record({ label: anyText(cardLimits.rowLabel), value: fc.option(anyText(200), { nil: undefined }) });

const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record(
    { kind: fc.constant('text' as const), text: anyText(600), weight: fc.constantFrom('strong' as const, 'subtle') },
    { requiredKeys: ['kind', 'text'] },
  ) as fc.Arbitrary<Part>,
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.record({ label: anyText(cardLimits.factLabel), value: anyText(200) }), { maxLength: 6 }),
  }),
  fc.record({
    kind: fc.constant('tally' as const),
    rows: fc.array(
      fc.record({
        label: anyText(60),
        value: anyText(60),
        share: fc.double({ min: 0, max: 1, noNaN: true }),
        isLeading: fc.boolean(),
      }),
      { maxLength: 10 },
    ),
  }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(item, { maxLength: 8 }) }),
  fc.record({
    kind: fc.constant('note' as const),
    sign: fc.constantFrom('done' as const, 'information' as const, 'warning' as const),
    text: anyText(300),
  }),
  fc.record({ kind: fc.constant('divider' as const) }),
  fc.record({
    kind: fc.constant('picture' as const),
    url: fc.webUrl({ validSchemes: ['https'] }),
    alt: anyText(300),
    instead: fc.constant([{ kind: 'divider' as const }]),
  }),
  fc.record({ kind: fc.constant('buttons' as const), buttons: fc.array(button, { maxLength: 8 }) }),
  fc.record({
    kind: fc.constant('link' as const),
    label: anyText(cardLimits.linkLabel),
    url: fc.webUrl({ validSchemes: ['https'], withQueryParameters: true }),
  }),
);

const language = fc.constantFrom(...languages);

export const anyCard: fc.Arbitrary<Card> = fc.record({
  language,
  title: anyText(cardLimits.title),
  parts: fc.array(part, { maxLength: 6 }),
});

const choices: fc.Arbitrary<readonly Choice[]> = fc
  .array(anyText(cardLimits.choiceLabel), { minLength: 1, maxLength: 14 })
  .map(labels => labels.map((label, index) => ({ label, value: `option-${index}` })));

const kind = fc.oneof(
  fc.record({
    kind: fc.constantFrom('text', 'long-text'),
    max: fc.integer({ min: 300, max: 100_000 }),
    value: anyText(300),
  }),
  choices.map(all => ({ kind: 'choice' as const, choices: all, value: all[0]?.value })),
  choices.map(all => ({ kind: 'choices' as const, choices: all, value: all.map(choice => choice.value) })),
  fc.record({ kind: fc.constant('date'), value: fc.constantFrom('2027-02-01', undefined) }),
  fc.record({ kind: fc.constant('time'), value: fc.constantFrom('23:59', undefined) }),
);

const field = fc
  .tuple(
    kind,
    fc.record(
      {
        label: anyText(cardLimits.fieldLabel),
        isRequired: fc.boolean(),
        whenMissing: anyText(100),
        hint: anyText(200),
        error: anyText(200),
      },
      { requiredKeys: ['label', 'isRequired', 'whenMissing'] },
    ),
  )
  .map(([own, common]) => ({ ...own, ...common }));

export const anyForm: fc.Arbitrary<Form> = fc.record({
  language,
  title: anyText(cardLimits.formTitle),
  submit: anyText(cardLimits.formButton),
  cancel: anyText(cardLimits.formButton),
  intent,
  intro: fc.array(part, { maxLength: 2 }),
  fields: fc
    .array(field, { minLength: 1, maxLength: 6 })
    .map(all => all.map((each, index) => ({ ...each, name: `field-${index}` }) as Field)),
});
