/** What is most important, told by the seats: a ranked poll, and the ranking of what a round has brought. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { deeds, formIn } from './deeds.ts';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type House, openHouse } from './open-house.ts';
import { errorsOn, pollIn, readable, told } from './people.ts';
import { sides } from './sides.ts';

let house: House;
const { as, settleAll } = deeds(() => house);

beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => {
  await house.close();
  expectNoTrouble(house);
});

describe.each(sides)('a ranked poll, on $side', ({ leader, voter, other }) => {
  const question = 'Hva skal vi satse på?';
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
    expect(readable(as(other).posting(question))).not.toContain('poeng fra');
    await as(leader).writes(`steng ${number}`);
    await settleAll();
    expect(readable(as(other).posting(question))).toContain('Traumer – nr. 1 · 3 poeng fra 1 medlem');
  });
});
