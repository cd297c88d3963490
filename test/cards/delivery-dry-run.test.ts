/** What whoever leads can tell from the overview before they agree to it, and after they said no. */
import { expect, test } from '@jest/globals';
import type { Card } from '../../cards/card.ts';
import { type DryRunShown, droppedCard, dryRunCard, type TextShown } from '../../cards/delivery-dry-run.ts';
import { plainText } from '../../cards/plain-text.ts';
import { speak } from '../../src/texts/speak.ts';

const speech = speak('nb', 'Europe/Oslo');
const thing = { about: { kind: 'meeting', id: 'm' }, title: 'Møte 3: Felles møte', number: 3, bringBack: 'møte 3' };
const invitation: Card = {
  language: 'nb',
  title: 'Innkalling',
  parts: [
    { kind: 'text', text: 'Velkommen' },
    { kind: 'buttons', buttons: [{ label: 'Kommer', intent: { type: 'meeting.show' } }] },
  ],
};
const observers: Card = { ...invitation, parts: invitation.parts.slice(0, 1) };
const textOf = (card: Card, count: number): TextShown => ({ card, languages: ['nb'], count });
const shown: DryRunShown = {
  thing,
  sending: 's',
  seen: 'x',
  to: [
    { name: 'Anna', isChannel: false, by: 'teams', languages: ['nb'] },
    { name: 'Bo', isChannel: false, by: 'teams', languages: ['nb'] },
    { name: 'Åse', isChannel: false, languages: ['nb'] },
  ],
  texts: [textOf(invitation, 1), textOf(observers, 1)],
};

test('two texts in one language are told apart by what one has and the other has not', () => {
  const overview = plainText(dryRunCard(shown, speech));
  expect(overview).toContain('til 1:\nBare disse får: [Kommer]\nInnkalling');
  expect(overview).toContain('til 1:\nDisse får ikke: [Kommer]\nInnkalling');
  const alone = plainText(dryRunCard({ ...shown, texts: [textOf(invitation, 2)] }, speech));
  expect(alone).not.toContain('disse får');
});

test('the count is of those who are reached, on the button too, which stands before the names', () => {
  const overview = plainText(dryRunCard(shown, speech));
  expect(overview).toContain('Dette går til 2: 2 på Teams; 1 nås ikke (Åse');
  expect(overview.indexOf('[Send til 2]')).toBeGreaterThan(0);
  expect(overview.indexOf('[Send til 2]')).toBeLessThan(overview.indexOf('• Anna'));
});

test.each([
  ['meeting-invitation', 'kall inn 3'],
  ['meeting-moved', 'kall inn 3'],
  ['meeting-agenda', 'send saksliste 3'],
  ['minutes', 'send referat 3'],
  ['poll-reminder', 'påminn 3'],
  ['posting', 'skriv der: møte 3'],
])('who said no to %s is told how it is sent later', (message, words) => {
  expect(plainText(droppedCard({ thing, message }, speech))).toContain(words);
});

test('where there is nothing to be done later, nothing is said of it', () => {
  expect(plainText(droppedCard({ thing, message: 'meeting-cancelled' }, speech))).not.toContain('skriv');
});
