/** The tour of a round that README gives: every word that is typed or pressed there, in its order. */
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Answer, SeenForm } from '../../src/playground/fake-chat.ts';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type House, openHouse } from './open-house.ts';
import { type Person, person, readable, told } from './people.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => {
  await house.close();
  expectNoTrouble(house);
});

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8').replace(/\s+/g, ' ');

/** As it stands in README. */
function readAs(kind: 'typed' | 'pressed', words: string): string {
  expect(readme).toContain(kind === 'typed' ? `\`${words}\`` : `«${words}»`);
  return words;
}

const writes = (who: Person, words: string) => who.writes(readAs('typed', words));
const presses = (who: Person, label: string, text?: string) => who.pressesPrivately(readAs('pressed', label), text);

function formOf(answer: Answer): SeenForm {
  if (!answer.form) throw new Error(`No form was opened: ${told(answer)}`);
  return answer.form;
}

const innspill = {
  title: 'Trygge overganger',
  sectors: ['kindergarten', 'primarySchool'],
  themes: ['transitions'],
  description: 'Personalet trenger felles kunnskap om overganger mellom barnehage og skole.',
  targetGroups: ['teachers'],
  participantCount: '40',
};

test('a round from opening to handing over', async () => {
  const kari = person(house, 'kari', 'statsforvalteren');
  const pål = person(house, 'pål', 'kommunene');
  const smørbukk = person(house, 'smørbukk', 'organisasjonene');

  const shown = told(
    await writes(
      kari,
      'innhenting kollektiv 2027 ; Troms og Finnmark ; PPT, nord-delen ; privat: PBL ; innspill ; frist om tre uker',
    ),
  );
  expect(shown).toContain('43: 2 fylkeskommuner, 39 kommuner, 1 privat barnehageeier og 1 annen eier');
  await presses(kari, 'Åpne innhentingen');
  await house.settle();
  expect(readable(pål.posting('Innhenting 1'))).toContain('0 av 43 har svart.');

  const form = formOf(await pål.presses(readAs('pressed', 'Meld inn')));
  expect(told(await pål.sends(form, innspill))).toContain('BM-2027-0001');
  const inSlack = formOf(await smørbukk.presses('Meld inn'));
  expect(told(await smørbukk.sends(inSlack, innspill))).toContain('BM-2027-0002');
  await house.settle();
  expect(readable(smørbukk.posting('Innhenting 1'))).toContain('2 av 43 har svart.');

  expect(told(await writes(kari, 'hvem mangler 1'))).toContain('41 har ikke svart');
  expect(told(await writes(kari, 'minn om innhenting 1'))).toContain('Dette går til');

  expect(told(await writes(kari, 'meldinger 1'))).toContain('Trygge overganger');
  expect(told(await presses(kari, 'Godta alle fullstendige'))).toContain('2');
  await writes(kari, 'slå sammen BM-2027-0001, BM-2027-0002 : Trygge overganger ; ansvarlig Harstad');
  expect(told(await writes(kari, 'gi videre 1'))).toContain('1');
  await presses(kari, 'Gi videre');
  expect(told(await writes(kari, 'filer 1'))).toContain('Filer fra innhenting 1');
  expect(told(await pål.writes('mine meldinger'))).toContain('Trygge overganger');
});
