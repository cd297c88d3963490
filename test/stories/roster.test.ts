import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Answer } from '../../src/playground/fake-chat.ts';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type House, openHouse } from './open-house.ts';
import { errorsOn, type Person, person, readable, told } from './people.ts';
import { sides, type Who } from './sides.ts';

const header = 'Plass;Part;Gruppe;Kommunenummer;Stemmerett;Fra;Til;Innehaver;E-post;Vara;Vara e-post;Rolle';
const roster = (...lines: readonly string[]) => [header, ...lines].join('\n');
const harstad = (vote: 'ja' | 'nei') =>
  `2;Harstad kommune;offentlig eier;5503;${vote};2026-01-01;2029-12-31;Pål Askeland;paal@harstad.example;;;`;
const senja = '18;Senja kommune;offentlig eier;5530;ja;2026-01-01;2029-12-31;Tusten Đárku;tusten@senja.example;;;';

/** As people give a roster on this platform. */
const doors: readonly { door: string; give: (who: Person, csv: string) => Promise<Answer> }[] = [
  { door: 'the form', give: (who, csv) => who.fillsIn('liste', { csv }) },
  { door: 'typed words', give: (who, csv) => who.writes(`liste\n${csv}`) },
];

let house: House;
const as = ([key, organisation]: Who): Person => person(house, key, organisation);
const save = 'Lagre endringene';

describe.each(sides.flatMap(side => doors.map(door => ({ ...side, ...door }))))(
  'a roster by $door, on $side',
  ({ leader, voter, give }) => {
    beforeAll(async () => {
      house = await openHouse();
    });
    afterEach(() => expectNoTrouble(house));
    afterAll(() => house.close());

    test('is shown, saved when the coordinator says so, and changes nothing the second time', async () => {
      const kari = as(leader);
      const shown = told(await give(kari, roster(harstad('ja'), senja)));
      expect(shown).toContain('Ingenting er lagret ennå.');
      expect(shown).toContain('Ny plass 18: Senja kommune, med stemmerett');
      expect(shown).toContain('Nytt medlem: Tusten Đárku');
      expect(shown).toContain('Står ikke i fila og blir som før: plassene 1, 3, 4');
      expect(told(await kari.writes('medlemmer'))).not.toContain('Senja');

      expect(told(await kari.pressesPrivately(save))).toContain('4 endringer er lagret');
      expect(told(await kari.writes('medlemmer'))).toMatch(/18 · Senja kommune.*Tusten Đárku \(har ikke meldt seg\)/s);
      expect(told(await give(kari, roster(harstad('ja'), senja)))).toContain('Ingenting blir endret');
    });

    test('is saved by its key too, and an unknown key is refused', async () => {
      const kari = as(leader);
      const key = /lagre \S{8,}/.exec(told(await give(kari, roster(senja.replace(';ja;', ';nei;')))))?.[0];
      expect(told(await kari.writes(key ?? ''))).toContain('1 endring er lagret');
      expect(told(await kari.writes(key ?? ''))).toContain('0 endringer er lagret');
      expect(told(await kari.writes('lagre roster-draft|ukjent'))).toContain('Det er for lenge siden lista ble vist');
    });

    test('with a bad line is not saved, and every bad line is named with its reason', async () => {
      const kari = as(leader);
      const before = told(await kari.writes('medlemmer'));
      const given = await give(
        kari,
        roster(
          '19;Lyngen kommune;offentlig eier;5536;ja;;;;;;;',
          '20;;offentlig eier;;ja;;;;;;;',
          'tjue;Målselv kommune;gjeng;5524;kanskje;;;;;;;',
        ),
      );
      // A form is shown again with the lines at the field; typed words are answered with a card.
      const atField = errorsOn(given)['csv'];
      const answer = atField ?? told(given);
      expect(answer).toContain(atField === undefined ? '2 linjer må rettes' : 'Linje 3');
      expect(answer).toContain('Linje 3, part: cellen er tom.');
      expect(answer).toContain('Linje 4, plass: skriv et heltall');
      expect(answer).toContain('Linje 4, gruppe: ukjent gruppe');
      expect(answer).toContain('Linje 4, stemmerett: skriv ja eller nei.');
      expect(answer).not.toContain('Linje 2');
      expect(told(await kari.writes('medlemmer'))).toBe(before);
    });

    test('is the coordinator’s alone', async () => {
      const answer = told(await as(voter).writes(`liste\n${roster(harstad('nei'))}`));
      expect(answer).toContain('Bare koordinatoren kan endre medlemslista');
      expect(told(await as(voter).writes('liste'))).toContain('Bare koordinatoren');
      expect(told(await as(voter).writes('lagre roster-draft|x'))).toContain('Bare koordinatoren');
    });

    test('that takes a vote away, or gives one, is seen on the polls that are open', async () => {
      const kari = as(leader);
      await kari.opensPoll({ question: 'Hvem teller?', kind: 'formal' });
      await person(house, 'pål').presses('Ja', 'Hvem teller?');
      await house.settle();
      expect(readable(kari.posting('Hvem teller?'))).toContain('1 av 16 har svart');
      await give(kari, roster(harstad('nei')));
      expect(told(await kari.pressesPrivately(save))).toContain('MISTER stemmeretten');
      await house.settle();
      for (const who of [kari, as(voter), person(house, 'pål')]) {
        expect(readable(who.posting('Hvem teller?'))).toContain('0 av 15 har svart');
      }
      expect(told(await person(house, 'pål').presses('Nei', 'Hvem teller?'))).toContain('har ikke stemmerett');
      await give(kari, roster(harstad('ja')));
      await kari.pressesPrivately(save);
      await house.settle();
      expect(readable(as(voter).posting('Hvem teller?'))).toContain('1 av 16 har svart');
    });
  },
);
