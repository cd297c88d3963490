/** What is most important, told by the seats: a ranked poll, and the ranking of what a round has brought. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { SeenForm } from '../../src/playground/fake-chat.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import { testWorld } from '../cast.ts';
import { deeds, formIn } from './deeds.ts';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { mortalStore } from './mortal-store.ts';
import { type House, openHouse } from './open-house.ts';
import { errorsOn, pollIn, readable, told } from './people.ts';
import { sides, type Who } from './sides.ts';

let house: House;
const { as, settleAll, everyChannelShows, formBehind, documentFrom } = deeds(() => house);

beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

describe.each(sides)('a ranked poll, on $side', ({ leader, voter, other }) => {
  const question = 'Hva skal vi satse på?';
  afterEach(() => expectNoTrouble(house));

  const options = Array.from({ length: 12 }, (_, at) => `Tema ${at + 1}`).join('\n');

  test('is answered in a form and by typed words, counted in points, and told with its ties', async () => {
    const number = pollIn(await as(leader).opensPoll({ question, options, kind: 'formal', choice: 'ranked' }));
    expect(readable(as(voter).posting(question))).toContain('Velg opptil 3, det viktigste først.');

    const form = formIn(await as(voter).presses('Svar …', question));
    expect(form.fields.map(({ name }) => name)).toEqual(['first', 'second', 'third']);
    expect(form.fields.map(({ choices }) => choices?.length)).toEqual([12, 13, 13]);
    const refused = await as(voter).sends(form, { first: 'o2', second: 'o7', third: 'o2' });
    expect(errorsOn(refused)).toEqual({ third: expect.stringContaining('To alternativer er like.') });
    const again = formIn(refused);
    expect(told(await as(voter).sends(again, { first: 'o2', second: 'o7', third: 'o1' }))).toContain(
      'Svar: 1. Tema 2, 2. Tema 7 og 3. Tema 1',
    );
    const kept = formIn(await as(voter).presses('Svar …', question));
    expect(kept.fields.map(({ value }) => value)).toEqual(['o2', 'o7', 'o1']);
    expect(told(await as(voter).sends(kept, { third: 'none' }))).toContain('Svar: 1. Tema 2 og 2. Tema 7');

    expect(told(await as(other).writes(`svar ${number} 7, 2, 7`))).toContain('Du har ført opp det samme to ganger.');
    expect(told(await as(other).writes(`svar ${number} 1, 2, 3, 4`))).toContain('Du kan velge opptil 3.');
    expect(told(await as(other).writes(`svar ${number} 7, 2`))).toContain('Svar: 1. Tema 7 og 2. Tema 2');
    await settleAll();
    expect(readable(as(leader).posting(question))).toMatch(/2\. Tema 2 – 5 poeng fra 2 plasser/);
    expect(readable(as(leader).posting(question))).toContain('… og 2 til.');
    expect(told(await as(other).presses('Vis alle 12', question))).toMatch(/12\. Tema 12 – 0 poeng/);

    await as(leader).writes(`steng ${number}`);
    await settleAll();
    const closed = readable(as(other).posting(question));
    expect(closed).toContain('Delt førsteplass mellom Tema 2 og Tema 7: 5 poeng hver.');
    expect(closed).toContain('Tema 2 – delt nr. 1 · 5 poeng fra 2 plasser');
    expect(closed).toContain('2 av 16 svarte, 14 svarte ikke.');
  });

  test('is opened by typed words, for all members, and its points hidden until it is closed', async () => {
    const typed = `avstemning ${question} ; Språk ; Traumer ; Overganger ; prioritert ; skjult ; frist 18.1.2027 12.00`;
    const number = pollIn(await as(leader).writes(typed));
    await settleAll();
    await as(voter).writes(`svar ${number} traumer, språk`);
    await settleAll();
    const open = readable(as(other).posting(question));
    expect(open).not.toContain('poeng fra');
    expect(open).toContain('1. Språk');
    expect(open).not.toMatch(/• ?1\./);
    await as(leader).writes(`steng ${number}`);
    await settleAll();
    expect(readable(as(other).posting(question))).toContain('Traumer – nr. 1 · 3 poeng fra 1 medlem');
  });

  test('speaks of no more places than there are options for', async () => {
    await as(leader).writes(`avstemning Hva først? ; Språk ; Traumer ; prioritert ; frist 18.1.2027 12.00`);
    await settleAll();
    expect(readable(as(other).posting('Hva først?'))).toContain('Førsteplass gir 3 poeng og andreplass 2.');
  });
});

/** Who send a need, each with a party of their own, on each side. */
const senders: Readonly<Record<'Teams' | 'Slack', readonly (readonly [Who, string])[]>> = {
  Teams: [
    [['askeladden', 'kommunene'], 'Tromsø kommune'],
    [['pål', 'kommunene'], 'Harstad kommune'],
    [['huldra', 'kommunene'], 'privat: PPT, nord-delen'],
  ],
  Slack: [
    [['herreper', 'organisasjonene'], 'privat: KS Nord-Norge'],
    [['smørbukk', 'organisasjonene'], 'privat: PBL'],
    [['mikkel', 'organisasjonene'], 'privat: Utdanningsforbundet'],
  ],
};

const titles = ['Trygge overganger', 'Traumer i barnehagen', 'Tegnspråk for alle'];

const innspill = {
  sectors: ['kindergarten', 'primarySchool'],
  themes: ['transitions'],
  description: 'Personalet trenger felles kunnskap om overganger mellom barnehage og skole.',
  targetGroups: ['teachers'],
  participantCount: '40',
};

describe.each(sides)('the ranking of a round, on $side', ({ side, leader, voter, other }) => {
  const words = 'Innspill til kollektiv kompetanseutvikling 2027';
  const question = 'Hvilke behov er viktigst? Innhenting 1';
  const chair: Who = ['askeladden', 'kommunene'];

  afterEach(() => expectNoTrouble(house));

  beforeEach(async () => {
    const invited = senders[side].map(([, party]) => party).join(' ; ');
    await as(leader).writes(`innhenting kollektiv 2027 ; ${invited} ; innspill ; frist 1. februar`);
    await as(leader).pressesPrivately('Åpne innhentingen');
    await settleAll();
    for (const [at, [who]] of senders[side].entries()) {
      const form = formIn(await as(who).presses('Meld inn', words));
      expect(told(await as(who).sends(form, { ...innspill, title: titles[at] ?? '' }))).toContain('Sendt.');
    }
    await settleAll();
  });

  async function formOf(who: Who): Promise<SeenForm> {
    return formBehind(who, await as(who).commands('prioriter 1'), 'Prioriter behovene');
  }

  test('is asked for, answered by seat, read from the result, and tells what was withdrawn since', async () => {
    const unranked = told(await as(voter).writes('rangering 1'));
    expect(unranked).toContain('Behovene er ikke prioritert ennå. Koordinatoren og lederen kan be om det.');
    expect(unranked).not.toContain('Det gikk ikke');
    expect(told(await as(leader).writes('rangering 1'))).toContain('Bruk knappen under');
    expect(told(await as(voter).writes('prioriter 1'))).toContain('Bare koordinatoren og lederen kan be om');
    expect(as(voter).posting(words).buttons).not.toContain('Rangering');

    await as(leader).writes('meldinger 1');
    const form = formIn(await as(leader).pressesPrivately('Prioriter …', 'BM-2027-0001'));
    for (const title of titles) expect(readable(form)).toContain(title);
    const refused = await as(leader).sends(form, { entries: 'BM-2027-0001, BM-2027-0099', closesOn: '2027-01-18' });
    expect(errorsOn(refused)).toEqual({ entries: expect.stringContaining('Jeg finner ikke BM-2027-0099') });
    const late = await as(leader).sends(formIn(refused), { entries: '', closesOn: '2027-01-01' });
    expect(errorsOn(late)).toEqual({ closesOn: expect.stringContaining('allerede passert') });
    expect(told(await as(leader).sends(formIn(late), { entries: '', closesOn: '2027-01-18' }))).toContain(
      'Avstemning 1 er åpnet',
    );
    await settleAll();
    everyChannelShows(question, '1. Trygge overganger (BM-2027-0001)', '3. Tegnspråk for alle (BM-2027-0003)');

    const ballot = formIn(await as(voter).presses('Svar …', question));
    expect(told(await as(voter).sends(ballot, { first: 'o2', second: 'o1' }))).toContain(
      'Svar: 1. Traumer i barnehagen (BM-2027-0002) og 2. Trygge overganger (BM-2027-0001)',
    );
    await as(other).writes('svar 1 1, 2');
    await settleAll();
    expect(told(await as(voter).writes('rangering 1'))).toContain('Rangeringen kommer her når avstemning 1 er stengt.');

    await as(leader).writes('steng 1');
    await settleAll();
    const shown = told(await as(voter).writes('rangering 1'));
    expect(shown).toContain('Trygge overganger (BM-2027-0001) – delt nr. 1 · 5 poeng fra 2 plasser');
    expect(shown).toContain('Traumer i barnehagen (BM-2027-0002) – delt nr. 1 · 5 poeng fra 2 plasser');
    expect(shown).toContain('Tegnspråk for alle (BM-2027-0003) – 0 poeng');

    await as(leader).writes('filer 1');
    const { text } = await documentFrom(leader, 'Filer fra innhenting 1');
    expect(text).toMatch(/\b1\s+BM-2027-0001\b.*\b1\s+BM-2027-0002\b.*–\s+BM-2027-0003\b/s);

    const [[first] = []] = senders[side];
    if (!first) throw new Error('Nobody sends');
    await as(first).writes('melding BM-2027-0001');
    const withdraw = formIn(await as(first).pressesPrivately('Trekk', 'BM-2027-0001'));
    await as(first).sends(withdraw, { reason: 'Vi gjør det selv.' });
    expect(told(await as(voter).presses('Rangering', 'Innhenting 1 · '))).toContain(
      'delt nr. 1 · 5 poeng fra 2 plasser · trukket siden',
    );
  });

  test('a new one is asked for knowingly, and the old poll stays', async () => {
    const [one, two] = [await formOf(leader), await formOf(chair)];
    expect(readable(one)).not.toContain('alt prioritert');
    expect(told(await as(leader).sends(one, { closesOn: '2027-01-18' }))).toContain('Avstemning 1 er åpnet');
    expect(told(await as(chair).sends(two, { closesOn: '2027-01-18' }))).toContain(
      'Innhentingen er prioritert siden skjemaet ble åpnet. Ingenting er åpnet nå.',
    );
    await settleAll();
    const anew = await formOf(leader);
    expect(readable(anew)).toContain('Innhentingen er alt prioritert i avstemning 1.');
    const answer = await as(leader).sends(anew, { entries: 'BM-2027-0002, BM-2027-0003', closesOn: '2027-01-18' });
    expect(told(answer)).toContain('Avstemning 2 er åpnet');
    await settleAll();
    expect(told(await as(voter).writes('rangering 1'))).toContain('når avstemning 2 er stengt');
    expect(told(await as(voter).writes('vis 1'))).toContain('Avstemning 1 · åpen');
  });

  test('with one need there is nothing to rank', async () => {
    await as(leader).writes('innhenting kollektiv 2028 ; Tromsø ; innspill ; frist 1. februar');
    await as(leader).pressesPrivately('Åpne innhentingen');
    await settleAll();
    expect(told(await as(leader).writes('prioriter 2'))).toContain('Det må være minst 2 behov å velge mellom.');
  });
});

describe('a process that dies', () => {
  const leader: Who = ['kari', 'statsforvalteren'];

  test('between the ranking and its poll leaves what a repeat of the request goes on with', async () => {
    await house.close();
    const store = mortalStore(openSqliteStore({ folder: ':memory:', ids: testWorld().ids }));
    house = await openHouse(async () => store);
    await as(leader).writes('innhenting kollektiv 2027 ; Tromsø ; Harstad ; innspill ; frist 1. februar');
    await as(leader).pressesPrivately('Åpne innhentingen');
    await settleAll();
    for (const [who] of senders.Teams.slice(0, 2)) {
      const form = formIn(await as(who).presses('Meld inn', 'Innspill til'));
      await as(who).sends(form, { ...innspill, title: 'Tegnspråk' });
    }
    const form = await formBehind(leader, await as(leader).commands('prioriter 1'), 'Prioriter behovene');
    store.dieAfter(operation => operation.kind === 'create' && operation.type === 'ranking');
    expect(told(await as(leader).sends(form, { closesOn: '2027-01-18' }))).toContain('Noe gikk galt');
    store.revive();
    expect(told(await as(leader).writes('rangering 1'))).toContain('ikke prioritert ennå');
    house.clock.set('2027-01-11T08:05:00.000Z');
    const again = await formBehind(leader, await as(leader).commands('prioriter 1'), 'Prioriter behovene');
    expect(told(await as(leader).sends(again, { closesOn: '2027-01-18' }))).toContain('Avstemning 1 er åpnet');
    await settleAll();
    expect(told(await as(leader).writes('rangering 1'))).toContain('når avstemning 1 er stengt');
  });
});
