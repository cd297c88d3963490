/** One meeting from its proposed times to its approved minutes: short notice, a deputy, a silent group, one cancelled beside it. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { castPeople } from '../../src/playground/cast.ts';
import { choicesIn, deeds, formIn } from './deeds.ts';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type House, openHouse } from './open-house.ts';
import { readable, told } from './people.ts';
import { sides, type Who } from './sides.ts';

let house: House;
const {
  as,
  callsMeeting,
  documentFrom,
  formBehind,
  heardOf,
  itIs,
  pressesAndFillsIn,
  sendsIt,
  settleAll,
  startsAsAsked,
} = deeds(() => house);
const holder: Who = ['mikkel', 'kommunene'];
const deputy: Who = ['bamse', 'organisasjonene'];
const pptNorth: Who = ['huldra', 'kommunene'];

beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => {
  await house.close();
  expectNoTrouble(house);
});

describe.each(sides)('a forum with seventeen seats, led from $side', ({ leader, voter, other }) => {
  test('holds a meeting, from times to approved minutes', async () => {
    await as(leader).writes('møte Innstilling 2027 ; 21. januar kl 10-11.30 ; 22. januar kl 9-11 ; sted Fylkeshuset');
    await settleAll();
    await as(voter).writes('kan 1: alle');
    expect(told(await as(deputy).writes('kan 1: 1 ja, 2 nei'))).toContain('plass 12');

    const reason = 'Innstillingen må være klar til 15. mars.';
    const form = await formBehind(leader, await as(leader).commands('fastsett 1 1'));
    expect(form.texts.join('\n')).toContain('Det er 10 dager til møtet.');
    expect(told(await as(leader).sends(form, { reason }))).toContain('Møte 1 er fastsatt til torsdag 21. januar 2027');
    await sendsIt(leader, 'Innkalling: Innstilling 2027');
    expect(heardOf(voter, 'Innkalling')).toHaveLength(1);

    await callsMeeting(leader, 2, 'Ekstramøte', '15. april kl 10-11');
    await as(leader).writes('møte 2');
    await pressesAndFillsIn(leader, 'Avlys møtet', { reason: 'Det trengs ikke.' });
    await sendsIt(leader, 'Avlyst: Ekstramøte');
    expect(heardOf(voter, 'Avlyst: Ekstramøte')).toHaveLength(1);

    await as(holder).writes('forfall 1');
    await settleAll();
    expect(heardOf(deputy, 'Kan du møte som vara?')).toHaveLength(1);
    await as(deputy).pressesPrivately('Kjem', 'Kan du møte som vara?');
    await as(pptNorth).writes('forfall 1');
    await settleAll();
    expect(readable(as(voter).posting('Innstilling 2027'))).toContain('Ikke representert: PPT nord.');

    await as(leader).writes('sak 1: Tre behov & č ŋ ; beslutning ; 30 min');
    await as(leader).writes('send saksliste 1');
    await sendsIt(leader, 'Saksliste for møte 1');
    expect(heardOf(other, 'Saksliste for møte 1')).toHaveLength(1);

    await itIs('2027-01-21T09:00:00.000Z');
    await as(leader).writes('led 1');
    const start = await as(leader).pressesPrivately('Start møtet');
    expect(told(start)).toContain('PPT nord');
    await startsAsAsked(leader, start);
    const presence = formIn(await as(leader).pressesPrivately('Før oppmøte'));
    const present = choicesIn(presence, 'present', castPeople.bamse.name, castPeople[voter[0]].name);
    expect(told(await as(leader).sends(presence, { present }))).toContain('2 av 17');
    await pressesAndFillsIn(leader, 'Konkluder 1/27', {
      method: 'consensus',
      conclusion: 'Forumet er enig i tre behov & č ŋ.',
      followUps: `${castPeople[other[0]].name}: sende innstillingen ; 1. mars`,
    });
    await pressesAndFillsIn(leader, 'Avslutt møtet', { language: 'nb' });
    await as(leader).writes('send referat 1');
    await sendsIt(leader, 'Referat fra møte 1');
    const { text: draft } = await documentFrom(voter, 'Merknader tas imot');
    expect(draft).toContain('Forumet er enig i tre behov & č ŋ.');
    expect(draft).toContain(`${castPeople.bamse.name} (vara for ${castPeople.mikkel.name})`);
    expect(draft).toContain('sende innstillingen');

    await callsMeeting(leader, 3, 'Neste', '9. mars kl 10-11');
    await itIs('2027-03-09T09:00:00.000Z');
    await as(leader).writes('start møte 3');
    await as(leader).writes('led 3');
    await pressesAndFillsIn(leader, 'Konkluder 2/27', { method: 'consensus' });
    await settleAll();
    expect(told(await as(voter).writes('referat 1'))).toContain('Godkjent i møte 3');
    expect(told(await as(leader).writes('oppfølging'))).toContain('sende innstillingen');
  });
});
