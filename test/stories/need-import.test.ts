/** A file of needs taken in by the secretariat, on both platforms: seen and sent by the parties, or for those who have nobody. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Answer } from '../../src/playground/fake-chat.ts';
import { syntheticId } from '../privacy/synthetic-id.ts';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type House, openHouse } from './open-house.ts';
import { errorsOn, type Person, person, readable, told } from './people.ts';
import { sides, type Who } from './sides.ts';

let house: House;
const as = ([key, organisation]: Who): Person => person(house, key, organisation);

beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => {
  await house.close();
  expectNoTrouble(house);
});

const [nobodys = ''] = fc.sample(syntheticId, { numRuns: 1, seed: 2 });
const text = 'Personalet trenger felles kunnskap om overganger mellom barnehage og skole.';
const header =
  'Kommunenummer;Part;Tittel;Sektorer;Tema;Hva trenger dere å bli bedre på?;Målgruppe;Antall deltakere, omtrent';
const line = (place: string, title = 'Trygge overganger', more = text) =>
  `${place};${title};barnehage, grunnskole;overganger;${more};lærere;1 200`;
const file = (...lines: readonly string[]) => [header, ...lines].join('\n');

/** As people give a file on this platform. */
const ways: readonly { way: string; give: (who: Person, rows: string) => Promise<Answer> }[] = [
  { way: 'the form', give: (who, rows) => who.fillsIn('importer meldinger 1', { rows }) },
  { way: 'typed words', give: (who, rows) => who.writes(`importer meldinger 1\n${rows}`) },
];

describe.each(sides.flatMap(side => ways.map(way => ({ ...side, ...way }))))(
  'needs from a file by $way, on $side',
  ({ side, way, leader, other, give }) => {
    /** The one of the party that has people here, and how a file names it. */
    const own: { readonly who: Who; readonly place: string } =
      side === 'Teams'
        ? { who: ['askeladden', 'kommunene'], place: '5401;' }
        : { who: ['mikkel', 'organisasjonene'], place: ';Utdanningsforbundet' };

    async function opens(): Promise<void> {
      const invited = 'Tromsø kommune ; Senja ; Bardu ; privat: Utdanningsforbundet';
      await as(leader).writes(`innhenting kollektiv 2027 ; ${invited} ; innspill ; frist 1. februar`);
      await as(leader).pressesPrivately('Åpne innhentingen');
      await house.settle();
    }

    test('the good lines become drafts that the party sees and sends, the broken ones are told, and again changes nothing', async () => {
      await opens();
      const rows = file(line(own.place), line('9999;'), line(own.place, 'Nei'), line('5530;', 'Felles språk'));
      const shown = told(await give(as(leader), rows));
      expect(shown).toContain('2 meldinger kan tas inn');
      expect(shown).toContain('Ingenting er tatt inn ennå.');
      expect(shown).toContain('Linje 3, Kommunenummer: det finnes ingen kommune med nummer 9999.');
      expect(shown).toContain('Linje 4, Tittel: teksten er for kort. Skriv minst 5 tegn.');
      expect(told(await as(own.who).writes('mine meldinger'))).toContain('Du har ingen meldinger ennå');

      const taken = told(await as(leader).pressesPrivately('Ta inn'));
      expect(taken).toContain('2 meldinger er tatt inn');
      expect(taken).toContain('Disse har ingen her som kan sende. Du kan sende for dem');
      await house.settle();
      expect(readable(as(leader).posting('Innhenting 1'))).toMatch(/Har begynt\D*2 av 4/s);
      expect(told(await as(own.who).writes('mine meldinger'))).toContain('Trygge overganger – Utkast fra');
      expect(told(await as(other).writes('mine meldinger'))).not.toContain('Felles språk');

      const again = told(await give(as(leader), rows));
      expect(again).toContain('0 meldinger kan tas inn');
      expect(again).toContain('Er her fra før, helt like (2)');

      const form = (await as(own.who).pressesPrivately('Fortsett', 'Trygge overganger')).form;
      if (!form) throw new Error('No form was opened');
      expect(form.fields.find(({ name }) => name === 'description')?.value).toBe(text);
      const sent = told(
        await as(own.who).sends(form, {
          title: 'Trygge overganger',
          sectors: ['kindergarten'],
          themes: ['transitions'],
          description: text,
          targetGroups: ['teachers'],
          participantCount: '1200',
        }),
      );
      expect(sent).toContain('Sendt. Nummeret er BM-2027-0001.');
      expect(told(await as(own.who).pressesPrivately('Historikk', 'BM-2027-0001'))).toContain(
        'Tatt inn fra fil av Kari Trestakk',
      );
      const after = told(await give(as(leader), file(line(own.place, 'Trygge overganger', `${text} Nytt.`))));
      expect(after).toContain('Parten har arbeidet videre med dem, så de blir stående (1)');
    });

    test('what the file mends is changed while nobody has touched it, and sent by the secretariat for those who have nobody', async () => {
      await opens();
      await give(as(leader), file('5530;;Felles språk;;;;;', line('5520;', 'Mer lesing')));
      const [key] = /ta inn \S{8}/.exec(as(leader).heard().at(-1) ?? '') ?? [];
      expect(told(await as(leader).writes(key ?? ''))).toContain('2 meldinger er tatt inn');
      const lacking = told(await as(leader).pressesPrivately('Felles språk – Senja kommune'));
      expect(lacking).toContain('kan ikke sendes ennå');
      expect(lacking).toContain('rett det i fila og ta den inn på nytt');

      expect(told(await give(as(leader), file(line('5530;', 'Felles språk'))))).toContain('Endres, for ingen har rørt');
      await as(leader).pressesPrivately('Ta inn');
      await as(leader).pressesPrivately('Felles språk – Senja kommune');
      expect(told(await as(leader).pressesPrivately('Send', 'Ingenting mangler'))).toContain('BM-2027-0001');
      const history = told(await as(leader).pressesPrivately('Historikk', 'BM-2027-0001'));
      expect(history).toContain('Sendt av Kari Trestakk');

      // After the deadline it comes too late, and is taken like the others that do: with a reason.
      house.clock.set('2027-02-01T23:00:00.000Z');
      await as(leader).pressesPrivately('Mer lesing – Bardu kommune');
      expect(told(await as(leader).pressesPrivately('Send', 'Mer lesing'))).toContain('Be sekretariatet');
    });

    test('one with a national identity number is refused without it, the others come', async () => {
      await opens();
      const numbered = line('5530;', 'Felles språk', `${text} ${nobodys}`);
      const answer = await give(as(leader), file(line(own.place), numbered));
      const seen = told(answer);
      if (way === 'the form') {
        expect(seen).toContain('1 melding kan tas inn');
        expect(seen).toContain('Linje 3, Hva trenger dere å bli bedre på?: her står det et fødselsnummer');
        const alone = await give(as(leader), file(numbered));
        expect(errorsOn(alone)).toEqual({ rows: expect.stringContaining('Linje 2, Hva trenger dere') });
        expect(JSON.stringify([answer, ...(side === 'Teams' ? [alone] : [])])).not.toContain(nobodys.slice(6));
      } else {
        expect(seen).toContain('Meldingen har et fødselsnummer');
        expect(seen).not.toContain(nobodys.slice(6));
      }
    });

    test('is for those who handle needs, and only while the round takes answers', async () => {
      await opens();
      expect(told(await as(other).writes(`importer meldinger 1\n${file(line('5530;'))}`))).toContain(
        'Bare koordinatoren og lederen kan behandle',
      );
      expect(told(await as(other).writes('ta inn k3Jd_9-Q'))).toContain('Bare koordinatoren og lederen kan behandle');
      expect(told(await as(leader).writes('ta inn k3Jd_9-Q'))).toContain('Det er for lenge siden linjene ble vist.');
      await give(as(leader), file(line('5530;')));
      house.clock.advance(3_700_000);
      await house.settle();
      expect(told(await as(leader).pressesPrivately('Ta inn'))).toContain('Det er for lenge siden linjene ble vist.');
    });
  },
);
