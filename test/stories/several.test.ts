import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type House, openHouse } from './open-house.ts';
import { codeIn, type Person, person, pollIn, readable, told } from './people.ts';
import { sides, type Who } from './sides.ts';

let house: House;
const as = ([key, organisation]: Who): Person => person(house, key, organisation);

describe.each(sides)('several of something, on $side', ({ leader, voter, other }) => {
  beforeAll(async () => {
    house = await openHouse();
  });
  afterEach(() => expectNoTrouble(house));
  afterAll(() => house.close());

  test('several answers are chosen in a form, which shows them when they are changed', async () => {
    const question = 'Hvilke uker passer?';
    await as(leader).opensPoll({ question, options: 'Uke 6\nUke 7\nUke 9', kind: 'formal', choice: 'several' });
    const { form } = await as(voter).presses('Svar …', question);
    if (!form) throw new Error('No form was opened');
    const [field] = form.fields;
    expect(field).toMatchObject({ name: 'options', kind: 'choices' });
    const [first = '', , third = ''] = field?.choices?.map(({ value }) => value) ?? [];
    expect(told(await as(voter).sends(form, { options: [first, third] }))).toContain('Svar: Uke 6 og Uke 9');
    const again = (await as(voter).presses('Svar …', question)).form;
    expect(again?.fields[0]?.value).toEqual([first, third]);
    if (again) expect(told(await as(voter).sends(again, { options: [third] }))).toContain('Svar: Uke 9');
    await house.settle();
    const shown = readable(as(other).posting(question));
    expect(shown).toContain('1 av 16 har svart');
    expect(shown).toMatch(/Uke 6.*0 \(0/s);
    expect(shown).toMatch(/Uke 9.*1 \(100/s);
  });

  test('several answers are typed, by number and by word', async () => {
    const question = 'Hvilke dager passer?';
    const number = pollIn(
      await as(leader).opensPoll({ question, options: 'Mandag\nTirsdag\nTorsdag', kind: 'formal', choice: 'several' }),
    );
    expect(told(await as(voter).writes(`svar ${number}: 1, 3`))).toContain('Svar: Mandag og Torsdag');
    expect(told(await as(voter).writes(`svar ${number} tirsdag; mandag`))).toContain('Svar: Mandag og Tirsdag');
    expect(told(await as(voter).writes(`svar ${number} t`))).toContain('Dette svaret finnes ikke i avstemningen');
    expect(told(await as(voter).writes(`svar ${number}: 1, 9`))).toContain('Dette svaret finnes ikke i avstemningen');
    await as(leader).writes(`steng ${number}`);
    await house.settle();
    expect(readable(as(other).posting(question))).toContain('Likt mellom Mandag og Tirsdag: 1 stemme hver.');
    expect(readable(as(other).posting(question))).toContain('tallene kan bli flere enn de som svarte');
  });

  test('a form of one choice does not take two, typed or not', async () => {
    const number = pollIn(await as(leader).opensPoll({ question: 'Ett valg?', kind: 'formal' }));
    expect(told(await as(voter).writes(`svar ${number} ja, nei`))).toContain('Her kan bare ett svar velges');
  });

  test('a member who holds two seats is asked which, and can answer for both', async () => {
    const code = codeIn(await as(leader).writes('inviter 7 vara'));
    await as(leader).writes(
      `liste\nPlass;Part;Gruppe;Stemmerett;Innehaver;E-post\n18;Nye PBL;PBL;ja;${as(voter).account.person.name};${as(voter).account.person.name === 'Pål Askeland' ? 'paal@harstad.example' : 'herreper@ks.example'}`,
    );
    await as(leader).pressesPrivately('Lagre endringene');
    const question = 'For hvilken plass?';
    await as(leader).opensPoll({ question, kind: 'formal' });
    const asked = await as(voter).presses('Ja', question);
    expect(told(asked)).toContain('Du kan stemme for flere plasser. Velg hvilken dette svaret gjelder.');
    await house.settle();
    expect(readable(as(leader).posting(question))).toContain('0 av 17 har svart');
    const first = await as(voter).pressesPrivately('Plass 18, Nye PBL');
    expect(told(first)).toContain('Telles for plass 18, Nye PBL.');
    expect(told(first)).toContain('Gi det samme svaret for:');
    const [own = ''] = first.whispers.at(-1)?.buttons.filter(label => label.startsWith('Plass ')) ?? [];
    expect(told(await as(voter).pressesPrivately(own))).toContain(`Telles for p${own.slice(1)}.`);
    await house.settle();
    expect(readable(as(leader).posting(question))).toContain('2 av 17 har svart');
    const several = 'Hvilke, for hvilken plass?';
    const number = pollIn(
      await as(leader).opensPoll({ question: several, options: 'A\nB\nC', kind: 'formal', choice: 'several' }),
    );
    expect(told(await as(voter).presses('Svar …', several))).toContain('Velg hvilken dette svaret gjelder.');
    const { form } = await as(voter).pressesPrivately('Plass 18, Nye PBL', `Avstemning ${number}`);
    if (!form) throw new Error('No form was opened');
    expect(told(await as(voter).sends(form, { options: ['o1', 'o2'] }))).toContain('Telles for plass 18, Nye PBL.');
    const mine = told(await as(voter).presses('Mitt svar', several));
    expect(mine).toContain('Svar: A og B');
    expect(mine).toContain('Du har ikke svart ennå.');
    // Deputy for a seat beside an own one: the own seat is meant, and the other is offered.
    await as(other).writes(`koble ${code}`);
    const answered = await as(other).presses('Nei', question);
    expect(told(answered)).toContain('Svar: Nei');
    expect(answered.whispers.at(-1)?.buttons.filter(label => label.startsWith('Plass '))).toEqual([
      'Plass 7, Soria Moria barnehager',
    ]);
    await as(other).pressesPrivately('Plass 7, Soria Moria barnehager');
    await house.settle();
    expect(readable(as(leader).posting(question))).toContain('4 av 17 har svart');
  });
});
