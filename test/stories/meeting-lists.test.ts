/** What is shown of the meetings by «møter», «neste møte» and «tidligere møter», as time goes. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type House, openHouse } from './open-house.ts';
import { type Person, person, told } from './people.ts';
import { sides, type Who } from './sides.ts';

let house: House;
const as = ([key, organisation]: Who): Person => person(house, key, organisation);
const days = (count: number) => house.clock.advance(count * 24 * 3_600_000);

beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => {
  await house.close();
  expectNoTrouble(house);
});

describe.each(sides)('the lists of meetings, read from $side', ({ leader, voter }) => {
  test('with none ahead say so plainly', async () => {
    const next = told(await as(voter).writes('neste møte'));
    expect(next).toContain('Ingen møter er foreslått eller fastsatt framover.');
    expect(next).not.toContain('Det gikk ikke');
  });

  test('keep a meeting whose day passed without it being started, until it is begun, called off or long past', async () => {
    await as(leader).writes('møte Styringsmøte ; 2. mars kl 10-11');
    await as(leader).writes('fastsett 1 1');
    await house.settle();
    expect(told(await as(voter).writes('neste møte'))).toContain('Styringsmøte');
    days(55);
    expect(told(await as(voter).writes('møter'))).toContain('Tiden er passert for et møte som ikke er startet:');
    const list = told(await as(leader).writes('møter'));
    expect(list).toContain('tirsdag 2. mars 2027 kl. 10.00–11.00, uke 9 · ikke startet');
    const { form } = await as(leader).pressesPrivately('Avlys møte 1');
    expect(form?.title).toBe('Avlys møtet');
    days(30);
    expect(told(await as(leader).writes('møter'))).not.toContain('ikke startet');
    expect(told(await as(leader).writes('tidligere møter'))).toContain('· ikke startet');
  });

  test('a time where the name should be stands in the form, which asks for the name', async () => {
    const form = await as(leader).opensForm('møte ; 2. mars kl 10-11 ; sted Teams');
    expect(JSON.stringify(form)).toContain('2. mars kl 10-11');
    expect(told(await as(leader).sends(form, { title: 'Styringsmøte' }))).toContain('Møte 1 er foreslått');
    expect(told(await as(leader).writes('møte 1'))).toContain('Teams');
  });
});
