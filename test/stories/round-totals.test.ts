/** What a round's parties have reported, counted for all to see when the deadline is over, and never telling of one. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CastOrganisation } from '../../src/playground/cast.ts';
import type { Answer, SeenForm } from '../../src/playground/fake-chat.ts';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type House, openHouse } from './open-house.ts';
import { codeIn, errorsOn, newcomer, type Person, person, readable, told } from './people.ts';
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

const owners = [
  ['5536', 'Lyngen kommune'],
  ['5538', 'Storfjord kommune'],
  ['5540', 'Kåfjord kommune'],
  ['5542', 'Skjervøy kommune'],
] as const;

const roster = [
  'Plass;Part;Gruppe;Kommunenummer;Stemmerett;Fra;Til;Innehaver;E-post',
  ...owners.map(
    ([number, party], at) =>
      `${30 + at};${party};offentlig eier;${number};ja;2026-01-01;2029-12-31;Tuftefolk Haugen ${at};t${at}@kommune.example`,
  ),
].join('\n');

const innspill = {
  title: 'Trygge overganger',
  sectors: ['kindergarten'],
  themes: ['transitions'],
  description: 'Personalet trenger felles kunnskap om overganger mellom barnehage og skole.',
  targetGroups: ['teachers'],
  participantCount: '40',
};

function formOf(answer: Answer): SeenForm {
  if (!answer.form) throw new Error(`No form was opened: ${told(answer)}`);
  return answer.form;
}

const words = 'Innspill til kollektiv kompetanseutvikling 2027';

describe.each(sides)('on $side', ({ leader, organisation }) => {
  async function gathered(): Promise<readonly Person[]> {
    await as(leader).writes(`liste\n${roster}`);
    await as(leader).pressesPrivately('Lagre endringene');
    const all: Person[] = [];
    for (const at of owners.keys()) all.push(await joined(at, organisation));
    const invited = owners.map(([, party]) => party).join(' ; ');
    await as(leader).writes(`innhenting kollektiv 2027 ; ${invited} ; frist 1. februar ; innspill`);
    await as(leader).pressesPrivately('Åpne innhentingen');
    await house.settle();
    return all;
  }

  async function joined(at: number, where: CastOrganisation): Promise<Person> {
    const who = await newcomer(house, where, `Tuftefolk Haugen ${at}`);
    await who.writes(`koble ${codeIn(await as(leader).writes(`inviter ${30 + at}`))}`);
    return who;
  }

  async function gives(who: Person, more: Partial<typeof innspill>): Promise<void> {
    await who.sends(formOf(await who.presses('Meld inn', words)), { ...innspill, ...more });
  }

  test('themes are told of when the deadline is over, and small ones not at all', async () => {
    const [one, two, three, four] = await gathered();
    if (!one || !two || !three || !four) throw new Error('Four have come');
    await gives(one, {});
    await gives(two, { themes: ['transitions', 'trauma'] });

    // So few that nothing is told, not to those who lead either.
    expect(told(await as(leader).writes('tema 1'))).toContain('Færre enn 3 parter har meldt inn');
    await gives(three, { themes: ['transitions'], sectors: ['kindergarten', 'primarySchool'] });
    const live = told(await as(leader).writes('tema 1'));
    expect(live).toContain('3 parter har meldt inn. De regner med 120 deltakere til sammen.');
    expect(live).toContain('Overganger – 3 av 3');
    expect(live).toContain('Det som færre enn 3 har valgt, eller ingen, vises ikke.');
    expect(live).not.toContain('raumer');
    expect(live).toContain('Slik er det nå.');

    expect(told(await one.writes('totaler 1'))).toContain('telles når fristen er ute');
    expect(readable(one.posting(words))).not.toContain('Overganger');

    house.clock.set('2027-02-01T23:00:00.000Z');
    await house.settle();
    await house.settle();
    const posted = readable(one.posting(words));
    expect(posted).toContain('3 parter har meldt inn.');
    expect(posted).toContain('Overganger – 3 av 3');
    expect(posted).not.toContain('raumer');
    expect(told(await one.presses('Tema og målgrupper', words))).toContain('Overganger – 3 av 3');

    // What comes later is not counted: nobody can tell what it held by comparing two looks.
    await four.writes('mine meldinger');
    await as(leader).writes('steng innhenting 1');
    expect(told(await four.writes('tema 1'))).toContain('3 parter har meldt inn.');
  });

  test('a round that is closed early is counted then, and a limit of one shows every number', async () => {
    const [one, two] = await gathered();
    if (!one || !two) throw new Error('Four have come');
    await gives(one, {});
    await gives(two, { themes: ['trauma'] });
    const rules = await as(leader).opensForm('endre regler');
    await as(leader).sends(rules, { fewestShown: '1' });
    expect(told(await as(leader).writes('regler'))).toContain('alle tall vises');
    const closing = await as(leader).commands('steng innhenting 1');
    if (closing.form) await as(leader).sends(closing.form, {});
    else {
      await as(leader).pressesPrivately('Åpne skjemaet', 'Steng innhentingen');
      await as(leader).pressesPrivately('Steng nå', words);
    }
    await house.settle();
    const posted = readable(one.posting(words));
    expect(posted).toContain('Overganger – 1 av 2');
    expect(posted).toContain('Traumer – 1 av 2');
    expect(posted).not.toContain('vises ikke');
  });

  test('a network names a theme in its own words and adds one, which is reported, counted, and seen by no other', async () => {
    expect(told(await as(leader).writes('ord tema ; traumer = traumebevisst praksis'))).toContain('Lagret.');
    const form = formOf(await as(leader).pressesPrivately('Endre', 'Egne ord for tema'));
    expect(errorsOn(await as(leader).sends(form, { lines: 'Søvn\nukjent = noe' }))).toEqual({
      lines: expect.stringContaining('Jeg finner ikke dette i lista: ukjent.'),
    });
    const again = formOf(await as(leader).pressesPrivately('Endre', 'Egne ord for tema'));
    expect(told(await as(leader).sends(again, { lines: 'Søvn og hvile' }))).toContain('Søvn og hvile – lagt til her');
    const [one, two, three] = await gathered();
    if (!one || !two || !three) throw new Error('Four have come');
    expect(told(await one.writes('ord tema ; Skjerm'))).toContain('Bare koordinatoren og lederen kan endre');

    for (const who of [one, two, three]) {
      const asked = formOf(await who.presses('Meld inn', words));
      const themes = asked.fields.find(({ name }) => name === 'themes');
      const choices = new Map((themes?.choices ?? []).map(({ label, value }) => [label, value]));
      expect([...choices.keys()]).not.toContain('traumer');
      const chosen = ['traumebevisst praksis', 'Søvn og hvile'].map(label => choices.get(label) ?? label);
      const sent = told(await who.sends(asked, { ...innspill, themes: chosen }));
      expect(sent).toContain('traumebevisst praksis og Søvn og hvile');
    }
    // Offered no more, and still called by its name where it stands.
    await as(leader).writes('ord tema ; - Søvn og hvile');
    house.clock.set('2027-02-01T23:00:00.000Z');
    await house.settle();
    await house.settle();
    const posted = readable(one.posting(words));
    expect(posted).toContain('Traumebevisst praksis – 3 av 3');
    expect(posted).toContain('Søvn og hvile – 3 av 3');
    await as(leader).writes('ord tema ; traumebevisst praksis = traumesensitiv praksis');
    await house.settle();
    expect(readable(one.posting(words))).toContain('Traumesensitiv praksis – 3 av 3');
  });
});
