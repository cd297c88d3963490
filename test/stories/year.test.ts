/** A network's year and its rules, on both platforms. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Answer } from '../../src/playground/fake-chat.ts';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type House, openHouse } from './open-house.ts';
import { errorsOn, type Person, person, readable, told } from './people.ts';
import { sides, type Who } from './sides.ts';

let house: House;
const as = ([key, organisation]: Who): Person => person(house, key, organisation);
const title = 'Frist for behovsmelding';

beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => {
  await house.close();
  expectNoTrouble(house);
});

/** Teams shows a form with nothing to fill in as words with its button. */
async function confirms(who: Person, asked: Answer, label: string): Promise<Answer> {
  return asked.form ? who.sends(asked.form, {}) : who.pressesPrivately(label, 'flere oppslag');
}

async function formOf(answer: Answer): Promise<NonNullable<Answer['form']>> {
  if (!answer.form) throw new Error(`No form was opened: ${told(answer)}`);
  return answer.form;
}

describe.each(sides)('the year, on $side', ({ leader, voter }) => {
  async function at(instant: string): Promise<void> {
    house.clock.set(instant);
    await house.settle();
  }

  /** In the forum's channel on every platform. */
  const postings = () =>
    [
      house.teams.messagesIn(house.forum.channels.kommunene),
      house.teams.messagesIn(house.forum.channels.statsforvalteren),
      house.slack.messagesIn(house.forum.channels.organisasjonene),
    ].map(messages => messages.map(readable).filter(text => text.includes(title)));

  test('a milestone is typed, read back, told of in every channel, moved, copied and removed', async () => {
    const added = told(await as(leader).writes(`milepæl ${title} ; mandag 1. februar ; 14, 7 dager før`));
    expect(added).toContain('Milepæl 1 er lagt inn');
    expect(added).toContain('Jeg leste: mandag 1. februar 2027, uke 5');
    expect(added).toContain('Kanalene får oppslag 18. januar og 25. januar kl. 09.00.');

    const shown = told(await as(voter).writes('årshjul 2027'));
    expect(shown).toContain('mandag 1. februar, uke 5 – Frist for behovsmelding (milepæl 1)');
    expect(shown).toContain('mandag 17. mai, uke 20 – grunnlovsdagen og 2. pinsedag');
    expect(shown).toContain('fredag 7. mai, uke 18 – inneklemt dag');
    expect(told(await as(voter).writes('milepæl 1'))).toContain(title);
    expect(told(await as(voter).writes('milepæl X ; 1. mars'))).toContain('Bare koordinatoren og lederen kan endre');
    expect(told(await as(voter).writes('milepæl 7'))).toContain('Jeg finner ikke den milepælen');

    await at('2027-01-18T08:00:00.000Z');
    expect(postings()).toEqual(Array(3).fill([expect.stringContaining('mandag 1. februar 2027, uke 5')]));

    await as(leader).writes('milepæl 1');
    const form = await formOf(await as(leader).pressesPrivately('Endre', title));
    expect(form.fields.map(({ name, value }) => [name, value])).toContainEqual(['leadDays', '14, 7']);
    const bad = await as(leader).sends(form, { leadDays: 'i god tid' });
    expect(errorsOn(bad)).toEqual({ leadDays: expect.stringContaining('ikke dager jeg kan lese') });
    const changed = await as(leader).sends(await formOf(bad), { on: '2027-02-08', leadDays: '14, 7' });
    expect(told(changed)).toContain('Jeg leste: mandag 8. februar 2027, uke 6');
    await house.settle();
    expect(postings()).toEqual(Array(3).fill([expect.stringContaining('mandag 8. februar 2027, uke 6')]));

    await at('2027-01-25T08:00:00.000Z');
    expect(postings().map(all => all.length)).toEqual([2, 2, 2]);

    const proposed = await as(leader).opensForm('kopier til 2028');
    const copied = told(await as(leader).sends(proposed, {}));
    expect(copied).toContain('1 milepæl lagt inn for 2028');
    expect(copied).toContain('tirsdag 8. februar – Frist for behovsmelding (milepæl 2)');
    expect(told(await as(leader).writes('kopier til 2028'))).toContain('ingenting å kopiere til 2028');

    await as(leader).writes('milepæl 1');
    const asked = await as(leader).pressesPrivately('Ta bort', 'oppslag 1. februar');
    expect(told(await confirms(as(leader), asked, 'Ta bort'))).toContain('Milepæl 1 er tatt bort');
    await house.settle();
    expect(postings().flat()).toEqual(Array(6).fill(expect.stringContaining('Tatt ut av årshjulet')));
    await at('2027-02-01T08:00:00.000Z');
    expect(postings().map(all => all.length)).toEqual([2, 2, 2]);
    expect(told(await as(voter).writes('årshjul 2027'))).not.toContain(title);
  });

  test.each([
    ['tirsdag 17. mai 2027', 'Du skrev tirsdag, men dagen er mandag 17. mai 2027.'],
    ['31. februar', 'Det finnes ingen 31. februar.'],
    ['en gang til våren', 'Jeg fant ingen dato i det du skrev.'],
    ['1. februar 2055', 'Årshjulet kan ha datoer fra 2026 til 2032.'],
  ])('«%s» is not a milestone’s day, and the answer says why', async (day, sentence) => {
    expect(told(await as(leader).commands(`milepæl ${title} ; ${day}`))).toContain(sentence);
    expect(told(await as(leader).writes('årshjul 2027'))).toContain('Ingen milepæler er lagt inn');
  });

  test('typed by its title alone opens the form with it', async () => {
    const form = await as(leader).opensForm(`milepæl ${title}`);
    expect(form.fields).toContainEqual(expect.objectContaining({ name: 'title', value: title }));
    expect(told(await as(leader).sends(form, { on: '2027-02-01', leadDays: '0' }))).toContain(
      'ikke flere oppslag om den',
    );
  });

  test('an empty year begins from the usual one, and the coordinator chooses what to take', async () => {
    await as(leader).writes('årshjul 2027');
    const form = await formOf(await as(leader).pressesPrivately('Foreslå et vanlig år'));
    expect(readable(form)).toContain('De er ingen lov');
    const accepted = told(await as(leader).sends(form, { which: ['needsReport', 'recommendation'] }));
    expect(accepted).toContain('2 milepæler lagt inn for 2027');
    expect(accepted).toContain('mandag 1. februar – Frist for behovsmelding');
  });

  test('rules are shown to all and changed by a form that says what is wrong where', async () => {
    expect(told(await as(voter).writes('regler'))).toContain('14, 7 og 1 dager før, kl. 09.00');
    expect(told(await as(voter).writes('årshjul 2027'))).toContain('22.–26. februar, uke 8 – vinterferie i Troms');
    expect(told(await as(voter).writes('årshjul 2027'))).toContain(
      'Ingen skolerute er lagt inn for Troms for skoleåret 2027–2028.',
    );
    await as(leader).writes('regler');
    const form = await formOf(await as(leader).pressesPrivately('Endre reglene'));
    const wrong = await as(leader).sends(form, { county: '39', remindedAt: '21:00' });
    expect(errorsOn(wrong)).toEqual({
      remindedAt: expect.stringContaining('den stille tiden, fra kl. 20:00 til 07:00'),
    });
    const alsoWrong = await as(leader).sends(await formOf(wrong), {
      county: '39',
      remindedAt: '10:00',
      noticeDays: 'fjorten',
    });
    expect(errorsOn(alsoWrong)).toEqual({ noticeDays: expect.stringContaining('et helt tall fra 0 til 90') });
    const changed = told(
      await as(leader).sends(await formOf(alsoWrong), { county: '39', remindedAt: '10:00', noticeDays: '21' }),
    );
    expect(changed).toContain('Reglene er endret');
    expect(changed).toContain('Skoleferier: Vestfold; påminnelser og møter legges utenom');
    expect(changed).toContain('senest 21 dager før møtet');
    expect(told(await as(voter).writes('årshjul 2027'))).toContain('vinterferie i Vestfold');

    // The day before the deadline is a Sunday after the winter break.
    const opened = told(await as(leader).opensPoll({ question: 'Når?', kind: 'formal', closesOn: '2027-03-01' }));
    expect(opened).toContain('Påminnelser går 15. februar og 19. februar kl. 10.00');

    await as(leader).writes('regler');
    const groups = await formOf(await as(leader).pressesPrivately('Endre hvem som må møte', 'Regler for'));
    expect(told(await as(leader).sends(groups, { publicOwner: '3' }))).toContain('minst 3 fra offentlig eier;');
  });
});
