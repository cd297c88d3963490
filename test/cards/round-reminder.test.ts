import { expect, test } from '@jest/globals';
import { roundReminderCard } from '../../cards/needs/round-messages.ts';
import { plainText } from '../../cards/plain-text.ts';
import type { Covered } from '../../src/features/needs/round-coverage.ts';
import type { Language } from '../../src/features/networks/network.ts';
import { speak } from '../../src/texts/speak.ts';
import { type Instant, later } from '../../src/world.ts';
import { aNeed, aRound } from './every-card-round.ts';

const now = '2027-01-20T08:00:00.000Z' as Instant;
const told = { round: aRound(), network: 'PP-ledernettverk nord' };
const party = (name: string, more: Partial<Covered>): Covered => ({
  invited: { key: name, name, ownerType: 'municipality' },
  state: 'missing',
  needs: [],
  people: [],
  ...more,
});

const waiting: readonly Covered[] = [
  party('Tromsø kommune', {}),
  party('Alta kommune', { state: 'draft', needs: [aNeed('draft')] }),
  party('Senja kommune', { state: 'returned', needs: [aNeed('returned')] }),
];

test.each<[Language, readonly string[]]>([
  [
    'nb',
    [
      'Tromsø kommune har ikke begynt.',
      'Alta kommune har et utkast fra 20. januar 2027 som ikke er sendt.',
      'Senja kommune har fått sitt tilbake og må rette det innen mandag 1. februar 2027 kl. 23.59.',
    ],
  ],
  [
    'nn',
    [
      'Tromsø kommune har ikkje byrja.',
      'Alta kommune har eit utkast frå 20. januar 2027 som ikkje er sendt.',
      'Senja kommune har fått sitt tilbake og må rette det innan måndag 1. februar 2027 kl. 23.59.',
    ],
  ],
])('a reminder in %s names each party and what lacks', (language, sentences) => {
  const text = plainText(roundReminderCard({ ...told, now, waiting }, speak(language, 'Europe/Oslo')));
  for (const sentence of sentences) expect(text).toContain(sentence);
});

test('of many it names ten, and tells how many more', () => {
  const many = Array.from({ length: 12 }, (_, at) => party(`Kommune ${at}`, {}));
  const text = plainText(roundReminderCard({ ...told, now: later(now, 1), waiting: many }, speak('nb', 'Europe/Oslo')));
  expect(text).toContain('Kommune 9 har ikke begynt. Det samme gjelder 2 til.');
  expect(text).not.toContain('Kommune 10');
});
