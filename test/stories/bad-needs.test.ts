/** What people write in needs and rounds that is not right, or only looks so, on both platforms. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { formIn } from './deeds.ts';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type House, openHouse } from './open-house.ts';
import { errorsOn, type Person, person, told } from './people.ts';
import type { Who } from './sides.ts';

let house: House;
const as = ([key, organisation]: Who): Person => person(house, key, organisation);

beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => {
  await house.close();
  expectNoTrouble(house);
});

const parts: readonly { side: string; leader: Who; one: Who }[] = [
  { side: 'Teams', leader: ['kari', 'statsforvalteren'], one: ['askeladden', 'kommunene'] },
  { side: 'Slack', leader: ['kari', 'organisasjonene'], one: ['mikkel', 'organisasjonene'] },
];

const participants = (many: number) => Array.from({ length: many }, (_, at) => `Skole ${at + 1}`).join('\n');

describe.each(parts)('bad input in needs, on $side', ({ side, leader, one }) => {
  test('is refused at its field, the rest kept; what only looks bad is taken', async () => {
    await as(leader).writes(
      'innhenting kollektiv 2027 ; 5401 ; privat: Utdanningsforbundet ; behovsmelding ; frist 1. februar',
    );
    await as(leader).pressesPrivately('Åpne innhentingen');
    await house.settle();
    const who = formIn(await as(one).presses('Meld inn'));
    const many = await as(one).sends(who, { kind: 'new', participants: participants(201) });
    expect(errorsOn(many)).toEqual({ participants: expect.stringContaining('200') });
    const what = formIn(await as(one).sends(formIn(many), { kind: 'new', participants: participants(200) }));
    const how = formIn(await as(one).sends(what, { title: 'Trygge overganger' }));

    let form = how;
    for (const [amounts, error] of [
      ['2027: 1 000,5', 'Skriv hele kroner, uten øre.'],
      ['2027: -5', 'Beløpet kan ikke være negativt.'],
      ['2027: 1,000', 'Skriv hele kroner, uten øre.'],
      ['2027: en million', 'Skriv beløpet med tall, for eksempel 250 000.'],
      ['2027: 1 000 000 000 000', 'Beløpet er for stort. Se over sifrene.'],
    ] as const) {
      const refused = await as(one).sends(form, { amounts, partner: 'UiT' });
      expect([amounts, errorsOn(refused)]).toEqual([amounts, { amounts: error }]);
      form = formIn(refused);
      if (side === 'Teams') expect(form.fields.find(({ name }) => name === 'partner')?.value).toBe('UiT');
    }
    const long = told(
      await as(one).sends(form, { amounts: '2027: 1.000.000', partner: 'UiT', from: '2027-08', to: '2030-09' }),
    );
    expect(long).toContain('Perioden er lengre enn 36 måneder. Kort den ned.');
    await as(one).writes('mine meldinger');
    const mend = formIn(await as(one).pressesPrivately('Rett: Hvordan, partner og penger'));
    expect(mend.fields.find(({ name }) => name === 'amounts')?.value).toContain('2027: 1\u00a0000\u00a0000');
  });

  test('a municipality is known by its old number, and one there is not is named', async () => {
    const round = (invited: string) => as(leader).writes(`innhenting kollektiv 2027 ; ${invited} ; frist 1. februar`);
    expect(told(await round('5401'))).toContain('1 kommune');
    await as(leader).pressesPrivately('Åpne innhentingen');
    await house.settle();
    expect(told(await as(leader).writes('hvem mangler 1'))).toContain('Tromsø kommune');
    expect(told(await round('Tromsø ; 9999'))).toContain('Linje 2 forsto jeg ikke: 9999.');
  });

  test('a scheme that is closed points to the one in its place, whichever name it goes by', async () => {
    for (const scheme of ['REKOMP', 'desentralisert', 'kompetanseløftet']) {
      const refused = told(await as(leader).writes(`innhenting ${scheme} 2027 ; Troms ; frist 1. februar`));
      expect([scheme, refused]).toEqual([
        scheme,
        expect.stringContaining('erstattet av kollektiv kompetanseutvikling'),
      ]);
    }
  });

  test('one is not sent back to be mended by a day that has been', async () => {
    await as(leader).writes(
      'innhenting kollektiv 2027 ; Tromsø ; privat: Utdanningsforbundet ; innspill ; frist 1. februar',
    );
    await as(leader).pressesPrivately('Åpne innhentingen');
    await house.settle();
    await as(one).sends(formIn(await as(one).presses('Meld inn')), {
      title: 'Trygge overganger',
      sectors: ['kindergarten'],
      themes: ['transitions'],
      description: 'Personalet trenger felles kunnskap om overganger mellom barnehage og skole.',
      targetGroups: ['teachers'],
      participantCount: '1 200',
    });
    await as(leader).writes('melding BM-2027-0001');
    const form = formIn(await as(leader).pressesPrivately('Send tilbake', 'BM-2027-0001'));
    const past = await as(leader).sends(form, { reason: 'Målet mangler.', on: '2027-01-04' });
    expect(errorsOn(past)).toEqual({ on: expect.stringContaining('Den nye fristen er allerede passert.') });
    expect(told(await as(leader).writes('melding BM-2027-0001'))).toContain('Sendt');
  });
});
