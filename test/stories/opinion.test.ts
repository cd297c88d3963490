import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { castPeople } from '../../src/playground/cast.ts';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type House, openHouse } from './open-house.ts';
import { newcomer, type Person, person, pollIn, readable, told } from './people.ts';
import { sides, type Who } from './sides.ts';

let house: House;
const as = ([key, organisation]: Who): Person => person(house, key, organisation);
const everyone = Object.keys(castPeople).length;

describe.each(sides)('who may answer what, on $side', ({ leader, voter, organisation }) => {
  beforeAll(async () => {
    house = await openHouse();
  });
  afterEach(() => expectNoTrouble(house));
  afterAll(() => house.close());

  test('an opinion poll is for every member, also an observer, a coordinator and a seat without a vote', async () => {
    const question = 'Hva synes dere?';
    await as(leader).opensPoll({ question });
    expect(readable(as(leader).posting(question))).toContain(`0 av ${everyone} har svart`);
    const members = [as(leader), as(voter), person(house, 'nordavinden'), person(house, 'gudbrand')];
    for (const member of members) expect(told(await member.presses('Ja', question))).toContain('Telles for deg.');
    expect(told(await as(voter).presses('Nei', question))).toContain('Svar: Nei');
    expect(told(await (await newcomer(house, organisation)).presses('Ja', question))).toContain('Du er ikke medlem');
    await house.settle();
    expect(readable(as(voter).posting(question))).toContain(`4 av ${everyone} har svart`);
    expect(readable(as(voter).posting(question))).toMatch(/Ja.*3 \(75/s);
    expect(readable(as(voter).posting(question))).not.toContain('Mangler:');
  });

  test('a formal ballot says why to those it is not for', async () => {
    const question = 'Hva innstiller vi?';
    const number = pollIn(await as(leader).opensPoll({ question, kind: 'formal' }));
    expect(told(await person(house, 'nordavinden').presses('Ja', question))).toContain('Du er observatør');
    expect(told(await person(house, 'gudbrand').presses('Ja', question))).toContain(
      'Plassen din har ikke stemmerett i denne avstemningen',
    );
    expect(told(await as(leader).presses('Ja', question))).toContain('Du har ingen plass i dette nettverket');
    expect(told(await as(leader).writes(`mitt svar ${number}`))).toContain('ikke noe svar å vise');
    await house.settle();
    expect(readable(as(voter).posting(question))).toContain('0 av 16 har svart');
  });

  test('results hidden until closing are shown nowhere before, also not to the one who leads', async () => {
    const question = 'Hva er skjult?';
    const number = pollIn(await as(leader).opensPoll({ question, reveal: 'whenClosed' }));
    await as(voter).presses('Ja', question);
    await as(leader).presses('Ja', question);
    await house.settle();
    const shown = [
      readable(as(voter).posting(question)),
      told(await as(leader).writes(`vis ${number}`)),
      told(await as(leader).writes(`mangler ${number}`)),
      told(await as(voter).writes(`mitt svar ${number}`)),
      told(await as(voter).writes('avstemninger')),
      told(await as(leader).writes('nettverk')),
    ].join('\n');
    expect(shown).toContain(`2 av ${everyone} har svart`);
    expect(shown).toContain('Svarene vises når avstemningen er stengt.');
    expect(shown).not.toMatch(/100|2 \(|flertall/);
    await as(leader).writes(`steng ${number}`);
    await house.settle();
    expect(readable(as(voter).posting(question))).toContain('Ja fikk flertall: 2 av 2 svar.');
  });
});
