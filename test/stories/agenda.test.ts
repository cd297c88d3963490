/** A meeting from a suggested case to approved minutes, told in Teams and in Slack. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { castPeople } from '../../src/playground/cast.ts';
import { choicesIn, deeds, formIn, unsent } from './deeds.ts';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type House, openHouse } from './open-house.ts';
import { errorsOn, newcomer, told } from './people.ts';
import { sides, type Who } from './sides.ts';

let house: House;
const {
  as,
  callsMeeting,
  documentFrom,
  everyChannelShows,
  formBehind,
  heardOf,
  itIs,
  newestTo,
  pressesAndFillsIn,
  sendsIt,
  settleAll,
  startsAsAsked,
} = deeds(() => house);
const chair: Who = ['askeladden', 'kommunene'];

beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => {
  await house.close();
  expectNoTrouble(house);
});

const title = 'Styringsmøte';

const first = '2. mars 2027 kl. 10-11.30 ; sted Fylkeshuset';
const second = '13. april 2027 kl. 10-12 ; sted Fylkeshuset';

describe.each(sides)('a forum with seventeen seats, led from $side', ({ leader, voter, other, organisation }) => {
  test('from a suggested case to approved minutes', async () => {
    await callsMeeting(leader, 1, title, first);

    const suggestion = told(
      await as(voter).fillsIn('sak', {
        title: 'Behov for 2028 & č ŋ <b>',
        caseType: 'discussion',
        minutes: '20',
        owner: 'KS',
        links: 'Notat fra KS https://papir.example/1?a=1&b=2',
        proposal: 'Forumet tar saken til orientering.',
        access: 'public',
      }),
    );
    expect(suggestion).toContain('Saken er foreslått');
    expect(told(await as(leader).writes('saksliste'))).toContain('1 · Behov for 2028 & č ŋ <b>');
    expect(told(await as(leader).pressesPrivately('Sett opp 1'))).toContain('Saken står på sakslista');
    expect(told(await as(leader).writes('sak 1: Orienteringer ; orientering ; 10 min'))).toContain('10 min');
    expect(told(await as(leader).writes('rekkefølge 1: 2 1'))).toContain('Rekkefølgen er endret.');
    await settleAll();
    everyChannelShows(
      title,
      'Saksliste',
      '1 · Orienteringer',
      '2 · Behov for 2028 & č ŋ <b>',
      '10.00–10.10',
      '10.10–10.30',
    );

    expect(told(await as(leader).writes('send saksliste 1'))).toContain(unsent);
    expect(heardOf(voter, 'Saksliste for møte 1')).toEqual([]);
    await sendsIt(leader);
    const [sent = ''] = heardOf(other, 'Saksliste for møte 1');
    expect(sent).toContain('2/27 · Behov for 2028 & č ŋ <b>');
    const raw = JSON.stringify(newestTo(other, 'Saksliste for møte 1').raw);
    expect(raw).toContain('2/27: Notat fra KS');
    expect(raw).toContain('https://papir.example/1?a=1&b=2');
    await as(leader).writes('sak 1: Eventuelt ; eventuelt');
    await as(voter).writes('sak 1: Et ønske ; drøfting');
    await settleAll();
    everyChannelShows(title, '3/27 · Eventuelt – ikke sendt ut ennå');
    expect(told(await as(leader).writes('send saksliste 1'))).toContain('1 foreslått sak venter på svar');
    await as(voter).writes('trekk sak 1: 4');
    await sendsIt(leader);
    const again = heardOf(other, 'Saksliste for møte 1').at(-1);
    expect(again).toContain('Endret siden sakslista sist ble sendt');
    expect(again).toContain('Ny: 3/27 · Eventuelt');

    await itIs('2027-03-02T09:00:00.000Z');
    expect(told(await as(leader).writes('led 1'))).toContain('Møtet er ikke startet.');
    const asked = await as(leader).pressesPrivately('Start møtet');
    expect(told(asked)).toContain('Blir representert bare om flere kommer: offentlig eier');
    expect(await startsAsAsked(leader, asked)).toContain('Oppmøtet er ikke ført.');
    const pressedAgain = told(await as(leader).pressesPrivately('Start møtet', 'Møtet er ikke startet.'));
    expect(pressedAgain).toContain('Du har allerede startet møtet, tirsdag 2. mars 2027');
    expect(pressedAgain).toContain('Oppmøtet er ikke ført.');
    const presence = formIn(await as(leader).pressesPrivately('Før oppmøte'));
    const present = choicesIn(presence, 'present', castPeople.per.name, castPeople.mikkel.name, castPeople.huldra.name);
    expect(present).toHaveLength(3);
    expect(told(await as(leader).sends(presence, { present }))).toContain('3 av 17 plasser er til stede.');

    expect(await pressesAndFillsIn(leader, 'Konkluder 1/27', { method: 'noted' })).toContain('Sak 1/27 er konkludert');
    const concluded = await pressesAndFillsIn(leader, 'Konkluder 2/27', {
      method: 'consensus',
      conclusion: 'Forumet er enig i tre behov.',
      discussion: 'Å vurdere č, ŋ & <b> nøye.',
      dissent: 'Utdanningsforbundet: Vi ville hatt fire.',
      followUps: `${castPeople[other[0]].name}: sende brev ; 15. mars`,
    });
    expect(concluded).toContain(`${castPeople[other[0]].name}: sende brev`);
    expect(concluded).toContain('frist mandag 15. mars 2027');
    expect(concluded).toContain('3/27 · Eventuelt – eventuelt');
    await pressesAndFillsIn(leader, 'Konkluder 3/27', { method: 'postponed' });
    expect(told(await as(leader).writes('led'))).toContain('Konkludert');
    expect(await pressesAndFillsIn(leader, 'Avslutt møtet', { language: 'nn' })).toContain('Møtet er avsluttet.');
    await settleAll();

    expect(told(await as(voter).writes('referat 1'))).toContain('er ikke sendt ut ennå');
    expect(told(await as(leader).pressesPrivately('Vis referatet'))).toContain('Referat fra møte 1 · utkast');
    expect(told(await as(leader).writes('send referat'))).toContain(unsent);
    await sendsIt(leader);
    expect(heardOf(voter, 'Merknader tas imot til tirsdag 9. mars 2027')).toHaveLength(1);
    const draft = await documentFrom(voter, 'Merknader tas imot');
    expect(draft.name).toContain('referat-1-2027.docx');
    expect(draft.text).toContain('Referat frå møte 1');
    expect(draft.text).toContain('Å vurdere č, ŋ & <b> nøye.');
    expect(draft.text).toContain('Utdanningsforbundet: Vi ville hatt fire.');
    expect(draft.text).toContain(`${castPeople.per.name} (vara for ${castPeople.askeladden.name})`);
    expect(draft.text).toContain('Versjon 1, send ut til merknader');

    expect(await pressesAndFillsIn(voter, 'Gi merknad', { comment: 'Sak 2/27: det var fire behov.' })).toContain(
      'Merknaden er mottatt',
    );
    expect(told(await as(leader).writes('referat 1'))).toContain('Sak 2/27: det var fire behov.');
    const corrected = await pressesAndFillsIn(leader, 'Rett 2/27', { conclusion: 'Forumet er enig i fire behov.' });
    expect(corrected).toContain('Saken er rettet. Referatet har fått en ny versjon.');
    expect(corrected).toContain('Denne versjonen er nyere enn den som er sendt ut.');
    expect(told(await as(voter).writes('referat 1'))).toContain('Forumet er enig i tre behov.');
    await as(leader).writes('send referat 1');
    await sendsIt(leader);
    expect((await documentFrom(other, 'Merknader tas imot')).text).toContain('fire behov');

    await callsMeeting(leader, 2, title, second);
    expect(told(await as(leader).writes('sak 2: Neste år ; drøfting'))).toContain('Saken står på sakslista');
    const agenda = told(await as(leader).writes('saksliste 2'));
    expect(agenda).toContain('1 · Godkjenning av referat fra møte 1');
    expect(agenda).toContain(`${castPeople[other[0]].name} · frist 15. mars 2027 · sak 2/27, møte 1`);
    await itIs('2027-04-13T08:00:00.000Z');
    expect(told(await as(leader).writes('start møte 2'))).toContain('4/27 · Godkjenning av referat fra møte 1');
    await as(leader).writes('konkluder 2: 1');
    await pressesAndFillsIn(leader, 'Konkluder 4/27', { method: 'consensus' });
    await settleAll();
    expect(told(await as(voter).writes('referat 1'))).toContain('Godkjent i møte 2');
    const approved = await documentFrom(voter, 'Godkjent i møte 2');
    expect(approved.text).toContain('Godkjent på møte 2, tysdag 13. april 2027 kl.');
    expect(told(await as(leader).writes('merknad 1: For sent'))).toContain('kan bare leses nå');
  });

  test('late papers ask for a reason, which is written down', async () => {
    await callsMeeting(leader, 1, title, first);
    await as(leader).writes('sak 1: Orienteringer');
    await itIs('2027-02-26T09:00:00.000Z');
    const answer = await as(leader).commands('send saksliste 1');
    expect(told(answer) + Object.values(errorsOn(answer)).join('')).toContain('4 dager til møtet');
    const form = await formBehind(leader, answer, '4 dager til møtet');
    expect(told(await as(leader).sends(form, { reason: 'Ny sak fra Statped' }))).toContain(unsent);
    await sendsIt(leader);
    expect(heardOf(voter, 'Saksliste for møte 1')).toHaveLength(1);
    expect(told(await as(leader).writes('send saksliste 1'))).toContain(unsent);
  });

  test('what is wrong comes back in the form, and nothing typed is lost', async () => {
    await callsMeeting(leader, 1, title, first);
    const wrong = { title: 'Behov', links: 'http://papir.example/1', access: 'exempt', caseType: 'decision' };
    const answer = await as(voter).fillsIn('sak', wrong);
    expect(errorsOn(answer)['links']).toContain('Linje 1: her må det stå én adresse som begynner med https.');
    const links = 'javascript:alert(1)';
    expect(errorsOn(await as(voter).sends(formIn(answer), { ...wrong, links }))['links']).toContain('Linje 1');
    const open = await as(voter).sends(formIn(answer), { ...wrong, links: 'https://papir.example/1' });
    expect(errorsOn(open)['basis']).toContain('Skriv hvilken paragraf');
    const last = await as(voter).sends(formIn(open), {
      ...wrong,
      links: 'https://papir.example/1',
      basis: 'offl. § 14',
    });
    expect(told(last)).toContain('unntatt offentlighet, offl. § 14');
    expect(told(await as(voter).writes('sak 1: Behov ; http://papir.example/1'))).toContain('begynner med https');
  });

  test('a follow-up by somebody who is no member, or in words nobody can read, is told at its field', async () => {
    await callsMeeting(leader, 1, title, first);
    await as(leader).writes('sak 1: Orienteringer');
    await itIs('2027-03-02T09:00:00.000Z');
    await as(leader).writes('start møte 1');
    await as(leader).writes('led 1');
    await pressesAndFillsIn(leader, 'Før oppmøte', { present: [] });
    const form = formIn(await as(leader).pressesPrivately('Konkluder 1/27'));
    const conclusion = 'Vi gjør det';
    const concluding = { method: 'consensus', conclusion };
    const stranger = await as(leader).sends(form, { ...concluding, followUps: 'Rødhette: brev ; 15. mars' });
    expect(errorsOn(stranger)['followUps']).toContain('ett medlem som heter Rødhette');
    const someday = await as(leader).sends(formIn(stranger), { ...concluding, followUps: 'Kari: brev ; en dag' });
    expect(errorsOn(someday)['followUps']).toContain('jeg kunne ikke lese fristen');
    const nothing = await as(leader).sends(formIn(someday), { method: 'consensus', conclusion: '', followUps: '' });
    expect(errorsOn(nothing)['conclusion']).toContain('Skriv hva dere ble enige om.');
    const good = await as(leader).sends(formIn(nothing), { ...concluding, followUps: 'Kari: brev ; 15. mars' });
    expect(told(good)).toContain('Sak 1/27 er konkludert');

    expect(told(await as(leader).writes('oppfølging'))).toContain('1 · brev');
    expect(await pressesAndFillsIn(leader, 'Lukk 1', { note: 'Sendt' })).toContain('Oppfølgingen er lukket');
    expect(told(await as(leader).writes('oppfølging'))).toContain('Ingen oppfølging er åpen');
  });

  test('two who order the agenda at once: the second is told, and sees how it stands', async () => {
    await callsMeeting(leader, 1, title, first);
    for (const each of ['a', 'b', 'c']) await as(leader).writes(`sak 1: ${each}`);
    const form = await as(leader).opensForm('rekkefølge 1');
    expect(told(await as(chair).writes('saksliste 1'))).toContain('1 · a');
    house.clock.advance(61_000);
    await as(chair).writes('rekkefølge 1: 3 2 1');
    const late = await as(leader).sends(form, { order: '2 1 3' });
    expect(told(late) + Object.values(errorsOn(late)).join(' ')).toContain('Noen andre endret sakslista samtidig.');
    expect(told(await as(leader).writes('saksliste 1'))).toMatch(/1 · c[\s\S]*2 · b[\s\S]*3 · a/);
  });

  test('to a person from outside the network nothing of it exists', async () => {
    await callsMeeting(leader, 1, title, first);
    await as(leader).writes('sak 1: Hemmelig sak');
    await settleAll();
    const stranger = await newcomer(house, organisation);
    expect(told(await stranger.writes('saksliste 1'))).not.toContain('Hemmelig sak');
    expect(told(await as(voter).writes('led 1'))).toContain('Bare koordinatoren og lederen kan lede møter.');
    expect(told(await as(voter).writes('rekkefølge 1: 1'))).toContain(
      'Bare koordinatoren og lederen kan endre sakslista.',
    );
  });
});

test('what is asked for before there is anything is answered plainly, once', async () => {
  for (const [words, answer] of [
    ['saksliste', 'Ingen møter er satt opp'],
    ['led', 'Ingen møter er satt opp'],
    ['referat', 'Ingen møter har referat ennå'],
    ['oppfølging', 'Ingen oppfølging er åpen.'],
  ] as const) {
    const heard = told(await as(chair).writes(words));
    expect(heard).not.toContain('Det gikk ikke');
    expect(heard.split(answer)).toHaveLength(2);
  }
});
