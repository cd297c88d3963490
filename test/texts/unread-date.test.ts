import { expect, test } from '@jest/globals';
import { readDate, readDeadline } from '../../src/features/year/read-date.ts';
import { speak } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';

const zone = 'Europe/Oslo';
const here = { now: '2027-01-11T08:00:00.000Z' as Instant, zone };

test.each([
  ['ingen dato', 'Jeg fant ingen dato i det du skrev. Skriv for eksempel 1. februar 2027.'],
  ['kl. 12', 'Jeg fant ingen dag i det du skrev. Skriv for eksempel 1. februar 2027.'],
  ['31. februar', 'Det finnes ingen 31. februar. Se over datoen.'],
  ['den 32.', 'Denne dagen finnes ikke. Se over datoen.'],
  ['tirsdag uke 53 2027', 'Det er ingen uke 53 i 2027. Se over uka.'],
  ['tirsdag 17.5.2027', 'Du skrev tirsdag, men dagen er mandag 17. mai 2027. Rett det som er feil.'],
  ['2. mars uke 10', 'Du skrev uke 10, men 2. mars 2027 er i uke 9. Rett det som er feil.'],
  ['2. mars eller 3. mars', 'Du skrev flere dager. Skriv én.'],
  ['fredag kl. 10 eller kl. 12', 'Du skrev flere klokkeslett. Skriv ett.'],
  ['fredag kl. 10-12', 'Du skrev flere klokkeslett. Skriv ett.'],
  ['fredag kl. 25.00', 'Klokka blir aldri 25.00. Se over klokkeslettet.'],
  ['fredag kl. 12-10', 'Slutten, 10:00, er ikke etter starten, 12:00. Se over klokkeslettene.'],
  ['fredag, tror vi', 'Dette forsto jeg ikke: tror vi. Skriv datoen alene.'],
  ['uke 9', 'Her trengs én bestemt dag. Skriv for eksempel 1. februar 2027.'],
])('%s: %s', (words, sentence) => {
  const read = readDeadline(words, 'on', here);
  expect(read.ok ? read.value : speak('nb', zone).refusal(read.refusal)).toBe(`${sentence} Ingenting er lagret.`);
  for (const language of ['nn', 'en'] as const) {
    expect(!read.ok && speak(language, zone).refusal(read.refusal)).toMatch(/^\p{Lu}.*[.!?]$/u);
  }
});

test('a time of day is taken where it counts, and refused where only the day does', () => {
  expect(readDeadline('fredag kl. 12', 'closesOn', here)).toMatchObject({
    ok: true,
    value: { on: '2027-01-15', from: '12:00' },
  });
  const refused = readDate('fredag kl. 12', 'on', here);
  expect(!refused.ok && speak('nb', zone).refusal(refused.refusal)).toBe(
    'Her teller bare dagen. Ta bort klokkeslettet. Ingenting er lagret.',
  );
});
