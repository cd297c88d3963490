import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { adaptiveCard, adaptiveForm } from '../../cards/adaptive-card.ts';
import { blocks, modal } from '../../cards/block-kit.ts';
import type { Card, Form } from '../../cards/card.ts';
import { CardTooLarge, cardLimits } from '../../cards/limits.ts';
import { anyCard, anyForm } from './any-card.ts';
import { expectWithinLimits } from './expect-within-limits.ts';

const card = (...parts: Card['parts']): Card => ({ language: 'nb', title: 'Kort', parts });

describe('a card within our limits is within theirs', () => {
  test('cards', () => {
    fc.assert(fc.property(anyCard, expectWithinLimits), { numRuns: 300 });
  });

  test('forms', () => {
    fc.assert(fc.property(anyForm, expectWithinLimits), { numRuns: 200 });
  });

  test('every text as long as it may be', () => {
    const long = (limit: keyof typeof cardLimits) => 'å'.repeat(cardLimits[limit]);
    expectWithinLimits({ ...card({ kind: 'text', text: long('text') }), title: long('title') });
    expectWithinLimits(card({ kind: 'note', sign: 'done', text: long('note') }));
    expectWithinLimits(card({ kind: 'facts', facts: [{ label: long('factLabel'), value: long('factValue') }] }));
    expectWithinLimits(card({ kind: 'list', items: [{ label: long('rowLabel'), value: long('rowValue') }] }));
    expectWithinLimits(
      card({ kind: 'buttons', buttons: [{ label: long('buttonLabel'), intent: { type: 'poll.show' } }] }),
    );
  });

  test('ten options, seventeen missing parties and every button of the coordinator', () => {
    expectWithinLimits(
      card(
        { kind: 'text', text: 'Å'.repeat(200), weight: 'strong' },
        {
          kind: 'tally',
          rows: Array.from({ length: 10 }, () => ({
            label: 'Æ'.repeat(60),
            value: '16 av 16 stemmer (100 %)',
            share: 1,
            isLeading: true,
          })),
        },
        {
          kind: 'list',
          items: Array.from({ length: 17 }, () => ({ label: 'Guovdageainnu suohkan – Kautokeino kommune' })),
        },
        {
          kind: 'buttons',
          buttons: Array.from({ length: 16 }, () => ({
            label: 'Æ'.repeat(60),
            intent: { type: 'poll.cast', poll: 'p'.repeat(16), options: ['o'.repeat(16)] },
          })),
        },
      ),
    );
  });
});

describe('what does not fit is refused, naming the limit', () => {
  const refusals: readonly (readonly [string, Card])[] = [
    ['title', { ...card(), title: 'x'.repeat(cardLimits.title + 1) }],
    ['text', card({ kind: 'text', text: 'x'.repeat(cardLimits.text + 1) })],
    ['buttonLabel', card({ kind: 'buttons', buttons: [{ label: 'x'.repeat(76), intent: { type: 'poll.show' } }] })],
    [
      'buttonIntent',
      card({ kind: 'buttons', buttons: [{ label: 'x', intent: { type: 'help.show', typed: 'x'.repeat(2000) } }] }),
    ],
  ];

  test.each(refusals)('%s', (limit, given) => {
    for (const draw of [adaptiveCard, blocks]) {
      expect(() => draw(given)).toThrow(CardTooLarge);
      expect(() => draw(given)).toThrow(limit);
    }
  });

  test('the whole card, where the parts fit', () => {
    const items = Array.from({ length: 200 }, () => ({ label: 'x'.repeat(100) }));
    expect(() => adaptiveCard(card({ kind: 'list', items }))).toThrow('teams.cardBytes');
    expect(() => blocks(card({ kind: 'list', items }))).toThrow('slack.textInBlocks');
    const parts = Array.from({ length: 50 }, () => ({ kind: 'divider' as const }));
    expect(() => blocks(card(...parts))).toThrow('slack.blocksInMessage');
  });

  test('never anything but whole, or refused', () => {
    const huge = fc.array(anyCard, { minLength: 1, maxLength: 30 }).map(all => card(...all.flatMap(one => one.parts)));
    fc.assert(
      fc.property(huge, given => {
        try {
          expectWithinLimits(given);
        } catch (error) {
          expect(error).toBeInstanceOf(CardTooLarge);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('a limit is told without a word of what the card says', () => {
    expect(() => blocks({ ...card(), title: 'hemmelig'.repeat(100) })).toThrow(/^title: 800, at most 150$/);
  });
});

describe('a card that is not whole is refused', () => {
  const form: Form = {
    language: 'nb',
    title: 'Skjema',
    submit: 'Send',
    cancel: 'Avbryt',
    intent: { type: 'poll.open' },
    fields: [],
  };
  const choice = (...values: readonly string[]): Form => ({
    ...form,
    fields: [
      {
        name: 'choice',
        label: 'Valg',
        isRequired: true,
        whenMissing: 'Velg',
        kind: 'choice',
        choices: values.map(value => ({ value, label: 'Valg' })),
      },
    ],
  });

  test.each<readonly [string, Card | Form]>([
    ['nothing in title', { ...card(), title: ' ' }],
    ['nothing in text', card({ kind: 'text', text: '\n' })],
    [
      'a share outside 0 to 1',
      card({ kind: 'tally', rows: [{ label: 'a', value: 'b', share: Number.NaN, isLeading: false }] }),
    ],
    ['a link to something other than a page', card({ kind: 'link', label: 'a', url: 'javascript:alert(1)' })],
    ['nothing in a form', form],
    ['nothing to choose from', choice()],
    ['two choices of one value', choice('a', 'a')],
    ['a comma in the value of a choice', choice('a,b')],
  ])('%s', (reason, given) => {
    for (const draw of 'fields' in given ? [adaptiveForm, modal] : [adaptiveCard, blocks]) {
      expect(() => (draw as (shown: Card | Form) => unknown)(given)).toThrow(reason);
    }
  });
});
