/** Reminders that go by themselves: told of before, on work days, by day, once, and never to those who have answered. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type House, openHouse } from './open-house.ts';
import { type Person, person, pollIn, told } from './people.ts';
import { sides, type Who } from './sides.ts';

let house: House;
const as = ([key, organisation]: Who): Person => person(house, key, organisation);

afterEach(async () => {
  await house.close();
  expectNoTrouble(house);
});

describe.each(sides)('an open poll, on $side', ({ leader, voter, other }) => {
  const question = 'Hvilke tema tar vi opp?';
  const remindersTo = (who: Who) =>
    as(who)
      .heard()
      .filter(text => text.includes(`Du har ikke svart på «${question}»`)).length;

  /** Whoever has several accounts is written to where they last were. */
  async function comesBy(who: Who): Promise<void> {
    house.clock.set('2027-01-11T10:00:00.000Z');
    await as(who).writes('hjelp');
  }

  async function at(instant: string): Promise<void> {
    house.clock.set(instant);
    await house.settle();
  }

  test('reminds fourteen, seven and one day before its deadline, whoever is silent then', async () => {
    house = await openHouse();
    await house.secondProcess();
    await comesBy(other);
    const opened = await as(leader).opensPoll({ question, kind: 'formal', closesOn: '2027-02-01' });
    expect(told(opened)).toContain(
      'Påminnelser går 18. januar, 25. januar og 29. januar kl. 09.00 til dem som ikke har svart.',
    );
    await as(voter).presses('Ja', question);
    await at('2027-01-18T07:59:50.000Z');
    expect([remindersTo(voter), remindersTo(other)]).toEqual([0, 0]);
    await at('2027-01-18T08:00:00.000Z');
    await house.settle();
    expect([remindersTo(voter), remindersTo(other)]).toEqual([0, 1]);

    // Nobody was at work from before the second to the evening after it.
    await at('2027-01-25T21:00:00.000Z');
    expect(remindersTo(other)).toBe(1);
    await at('2027-01-26T06:00:00.000Z');
    await house.settle();
    expect([remindersTo(voter), remindersTo(other)]).toEqual([0, 2]);

    await as(other).presses('Nei', question);
    await at('2027-01-29T08:00:00.000Z');
    await at('2027-02-01T22:30:00.000Z');
    expect([remindersTo(voter), remindersTo(other)]).toEqual([0, 2]);
  });

  test('that is moved reminds by its new deadline, and one that is closed reminds no more', async () => {
    house = await openHouse();
    await comesBy(other);
    const number = pollIn(await as(leader).opensPoll({ question, kind: 'formal', closesOn: '2027-01-26' }));
    const moved = await as(leader).writes(`forleng ${number} mandag 1. februar`);
    expect(told(moved)).toContain('Jeg leste: mandag 1. februar 2027, uke 5');
    expect(told(moved)).toContain('Påminnelser går 18. januar, 25. januar og 29. januar kl. 09.00');
    await at('2027-01-19T08:00:00.000Z');
    expect(remindersTo(other)).toBe(1);
    await as(leader).writes(`steng ${number}`);
    await at('2027-01-25T08:00:00.000Z');
    await at('2027-01-29T08:00:00.000Z');
    expect(remindersTo(other)).toBe(1);
  });

  test('with a deadline in people’s own words says what it read, and what it could not', async () => {
    house = await openHouse();
    const opened = told(await as(leader).writes(`avstemning ${question} ; Ja ; Nei ; frist fredag kl 12`));
    expect(opened).toContain('Jeg leste: fredag 15. januar 2027 kl. 12.00, uke 2');
    expect(opened).toContain('Frist: fredag 15. januar 2027 kl. 12.00');
    const wrong = await as(leader).commands(`avstemning ${question} ; Ja ; Nei ; frist tirsdag 17.05.2027`);
    expect(told(wrong)).toContain('Du skrev tirsdag, men dagen er mandag 17. mai 2027.');
    expect(told(await as(leader).commands('forleng 1 31. februar'))).toContain('Det finnes ingen 31. februar.');
  });
});
