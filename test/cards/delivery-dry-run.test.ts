/** What whoever leads can tell from the overview before they agree to it, and after they said no. */
import { expect, test } from '@jest/globals';
import type { Card } from '../../cards/card.ts';
import { type DryRunShown, droppedCard, dryRunCard, type TextShown } from '../../cards/deliveries/delivery-dry-run.ts';
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
const textOf = (card: Card, ...names: readonly string[]): TextShown => ({ card, languages: ['nb'], names });
const shown: DryRunShown = {
  thing,
  sending: 's',
  seen: 'x',
  to: [
    { name: 'Anna', isChannel: false, by: 'teams', languages: ['nb'] },
    { name: 'Bo', isChannel: false, by: 'teams', languages: ['nb'] },
    { name: 'Åse', isChannel: false, languages: ['nb'] },
  ],
  texts: [textOf(observers, 'Bo'), textOf(invitation, 'Anna')],
};

const wordsOf = (...texts: readonly TextShown[]) => plainText(dryRunCard({ ...shown, texts }, speech));

test('of two texts in one language the one most get is shown, and in a line after it who gets it otherwise, and how', () => {
  const overview = wordsOf(...shown.texts);
  expect(overview).toContain('på bokmål, til 2:\nInnkalling\nVelkommen\n[Kommer]\nBo får det uten knappen «Kommer».');
  expect(overview.match(/Velkommen/g)).toHaveLength(1);
  expect(wordsOf(textOf(observers, 'Bo', 'Åse'), textOf(invitation, 'Anna'))).toMatch(
    /\nInnkalling\nVelkommen\nAnna får også knappen «Kommer»\.$/,
  );
  expect(wordsOf(textOf(invitation, 'Anna', 'Bo'))).toMatch(/\[Kommer\]$/);
});

test('words in place of others are named, and each one’s own words without the one’s they were taken from', () => {
  const says = (text: string): Card => ({ ...invitation, parts: [{ kind: 'text', text }] });
  expect(wordsOf(textOf(says('Ta med lunsj'), 'Anna', 'Bo'), textOf(says('Lunsj får du'), 'Åse'))).toContain(
    'Åse får «Lunsj får du» i stedet for «Ta med lunsj».',
  );
  const own: Card = {
    ...invitation,
    parts: [{ kind: 'text', text: 'Det gjelder plass 1.', isOwn: true }, ...invitation.parts],
  };
  expect(wordsOf(textOf(own, 'Anna'), textOf(observers, 'Bo', 'Åse'))).toContain(
    'Anna får også ordene om egen plass og knappen «Kommer».',
  );
});

test('a text that differs in more than a line can say is shown from end to end, with who gets it', () => {
  const other: Card = { ...invitation, parts: [{ kind: 'text', text: 'Annet '.repeat(60) }] };
  const overview = wordsOf(textOf(invitation, 'Anna', 'Bo'), textOf(other, 'Åse'));
  expect(overview).toContain('Slik står det på bokmål, til 2:');
  expect(overview).toContain('Slik står det på bokmål, til Åse:\nInnkalling\nAnnet Annet');
});

test('what is said of each one’s own words is said in the language of the text', () => {
  const card: Card = { language: 'en', title: 'Notice', parts: [{ kind: 'text', text: 'Seat 1.', isOwn: true }] };
  const overview = wordsOf({ card, languages: ['en'], names: ['Anna'] });
  expect(overview).toContain('Seat 1. (Each reads of their own seat here.)');
});

test('first how many and the buttons, then who, then the texts', () => {
  const overview = plainText(dryRunCard(shown, speech));
  const order = ['Dette går til 2', '[Send til 2] [Ikke send]', '• Teams · bokmål – Anna og Bo', 'Slik står det'];
  const places = order.map(words => overview.indexOf(words));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places[0]).toBeGreaterThan(0);
});

test('many names are folded, and stand behind a button', () => {
  const many = Array.from({ length: 26 }, (_, at) => ({
    name: `N${at}`,
    isChannel: false,
    by: 'teams',
    languages: ['nb'] as const,
  }));
  const overview = plainText(dryRunCard({ ...shown, to: many }, speech));
  expect(overview).toContain('• Teams · bokmål – N0, N1, N2, N3, N4 og 21 til');
  expect(overview).toContain('[Vis alle]');
});

test('the count is of those who are reached, on the button too', () => {
  const overview = plainText(dryRunCard(shown, speech));
  expect(overview).toContain('Dette går til 2: 2 på Teams; 1 nås ikke (Åse');
  expect(overview).toContain('[Send til 2]');
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
