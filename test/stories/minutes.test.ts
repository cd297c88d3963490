/** What follows after a meeting when nobody does anything, and when they do: told in Teams and in Slack. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { castPeople } from '../../src/playground/cast.ts';
import { deeds, formIn } from './deeds.ts';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type House, openHouse } from './open-house.ts';
import { told } from './people.ts';
import { sides, type Who } from './sides.ts';

let house: House;
const { as, formBehind, heardOf, itIs, sendsIt, startsAsAsked } = deeds(() => house);

beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => {
  await house.close();
  expectNoTrouble(house);
});

/** A meeting that ended on 2 March, with one thing for somebody to do by 15 April. */
async function meetingHeld(leader: Who, owner: Who): Promise<void> {
  const leading = as(leader);
  await leading.writes('møte Styringsmøte ; 2. mars 2027 kl. 10-11.30');
  await leading.writes('fastsett 1 1');
  await leading.writes('sak 1: Orienteringer');
  await itIs('2027-03-02T09:00:00.000Z');
  await leading.writes('start møte 1');
  const answer = await leading.writes('konkluder 1: 1');
  const form = await formBehind(leader, answer, 'Konkluder saken');
  const { name } = castPeople[owner[0]];
  await leading.sends(form, { method: 'noted', followUps: `${name}: sende brev ; 15. april` });
  const ending = await leading.writes('avslutt møte 1');
  const end = await formBehind(leader, ending, 'Avslutt møtet');
  expect(told(await leading.sends(end, {}))).toContain('Møtet er avsluttet.');
}

describe.each(sides)('after a meeting led from $side', ({ leader, other }) => {
  test('a meeting started long before its time is asked about once more', async () => {
    const leading = as(leader);
    await leading.writes('møte Styringsmøte ; 2. mars 2027 kl. 10-11.30');
    await leading.writes('fastsett 1 1');
    const answer = await leading.writes('start møte 1');
    const asked = answer.form ? answer : await leading.pressesPrivately('Åpne skjemaet', 'Start møtet');
    expect(told(asked)).toContain('Det er mer enn et døgn til møtet.');
    expect(await startsAsAsked(leader, asked)).toContain('Møtet er i gang.');
  });

  test('minutes with comments to come are approved with a reason, by typed words and by the button alike', async () => {
    await meetingHeld(leader, other);
    const leading = as(leader);
    await leading.writes('send referat 1');
    await sendsIt(leader, 'Referat fra møte 1');
    await itIs('2027-03-02T10:00:00.000Z');
    await leading.writes('referat 1');
    const pressed = await leading.pressesPrivately('Godkjenn referatet');
    const answer = await leading.commands('godkjenn referat 1');
    const typed = answer.form ? answer : await leading.pressesPrivately('Åpne skjemaet', 'Merknader tas imot til');
    for (const each of [pressed, typed]) {
      expect(told(each)).toContain('Merknader tas imot til tirsdag 9. mars 2027');
    }
    expect(told(await leading.sends(formIn(typed), { reason: 'Siste møte' }))).toMatch(
      /Referatet er godkjent[\s\S]*Siste møte/,
    );
  });

  test('those who lead are told once when the minutes are late', async () => {
    await meetingHeld(leader, other);
    await itIs('2027-03-10T07:00:00.000Z');
    expect(heardOf(leader, 'Referatet fra møte 1 er ikke sendt')).toHaveLength(0);
    await itIs('2027-03-10T08:00:00.000Z');
    await itIs('2027-03-11T08:00:00.000Z');
    const everywhere = (['statsforvalteren', 'organisasjonene'] as const).flatMap(organisation =>
      heardOf(['kari', organisation], 'Referatet fra møte 1 er ikke sendt'),
    );
    expect(everywhere).toHaveLength(1);
  });

  test('a follow-up reminds its owner, before it is due and after, until it is closed', async () => {
    await meetingHeld(leader, other);
    expect(told(await as(leader).writes('oppfølging'))).toContain('frist 15. april 2027');
    await itIs('2027-04-01T07:00:00.000Z');
    expect(heardOf(other, 'sende brev')).toHaveLength(1);
    await itIs('2027-04-08T07:00:00.000Z');
    await itIs('2027-04-14T07:00:00.000Z');
    expect(heardOf(other, 'Til oppfølging')).toHaveLength(3);
    await itIs('2027-04-16T07:00:00.000Z');
    expect(heardOf(other, 'Oppfølging over fristen')).toHaveLength(1);
    expect(told(await as(leader).writes('oppfølging'))).toContain('skulle vært gjort 15. april 2027');
    expect(told(await as(other).writes('lukk oppfølging 1 ; sendt i dag'))).toContain('Oppfølgingen er lukket');
    await itIs('2027-04-22T07:00:00.000Z');
    await itIs('2027-05-06T07:00:00.000Z');
    expect(heardOf(other, 'Oppfølging over fristen')).toHaveLength(1);
    expect(told(await as(leader).writes('oppfølging'))).toContain('Ingen oppfølging er åpen');
  });
});
