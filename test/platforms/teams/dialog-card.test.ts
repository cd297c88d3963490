import { expect, test } from '@jest/globals';
import { adaptiveDialog } from '../../../cards/adaptive-card.ts';
import { checkAdaptiveCard } from '../../../src/playground/check-adaptive-card.ts';
import { actionsOn, textsOn } from '../../../src/playground/fake-teams-card.ts';
import { cardOf, parts } from '../../cards/samples.ts';

test('a dialog shows every part of a card, and each of its buttons is sent as a form is', () => {
  const dialog = adaptiveDialog(cardOf(...Object.values(parts)));
  expect(checkAdaptiveCard(dialog)).toEqual([]);
  expect(actionsOn(dialog)).toEqual([
    ...parts.buttons.buttons.map(({ label, intent }) => ({ type: 'Action.Submit', title: label, data: intent })),
    { type: 'Action.OpenUrl', title: parts.link.label, data: {} },
  ]);
});

test.each([
  { name: 'a title that the dialog shows whole', title: 'Svaret er registrert', shown: ['✓ Svaret er registrert.'] },
  { name: 'a title longer than a dialog’s line', title: 'Ord '.repeat(20).trim(), shown: [/^Ord/, /^✓/] },
])('$name', ({ title, shown }) => {
  const texts = textsOn(adaptiveDialog({ ...cardOf(parts.done), title }));
  expect(texts).toEqual(shown.map(words => expect.stringMatching(words)));
});

test('a card of nothing but a title is not an empty dialog', () => {
  expect(textsOn(adaptiveDialog(cardOf()))).toEqual(['Avstemning 3']);
});
