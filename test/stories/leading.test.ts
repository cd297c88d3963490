import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type House, openHouse } from './open-house.ts';
import { errorsOn, newcomer, type Person, person, pollIn, readable, told } from './people.ts';
import { sides, type Who } from './sides.ts';

let house: House;
const as = ([key, organisation]: Who): Person => person(house, key, organisation);

/** Where the link leads that a person was given. */
function linkIn(raw: unknown): string {
  const found = /https?:[^"\\\s]*\/file\/[^"\\\s]+/.exec(JSON.stringify(raw))?.[0];
  if (!found) throw new Error('No link was given');
  return found;
}

async function exported(leader: Person, number: number): Promise<string> {
  const answer = await leader.writes(`eksport ${number}`);
  expect(told(answer)).toContain(`Avstemning ${number} som CSV`);
  return linkIn(answer.whispers.map(({ raw }) => raw));
}

/** The file's bytes as text; a byte order mark is kept. */
async function fetched(url: string): Promise<{ status: number; type: string; text: string }> {
  const response = await fetch(url);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
  return { status: response.status, type: response.headers.get('content-type') ?? '', text };
}

describe.each(sides)('who leads a poll, on $side', ({ side, leader, voter, other }) => {
  beforeAll(async () => {
    house = await openHouse();
  });
  afterEach(() => expectNoTrouble(house));
  afterAll(() => house.close());

  test('closes it early, and nobody answers after', async () => {
    const number = pollIn(await as(leader).opensPoll({ question: 'Slutter vi nå?', kind: 'formal' }));
    await as(voter).presses('Ja', 'Slutter vi nå?');
    expect(told(await as(voter).writes(`steng ${number}`))).toContain('Bare koordinatoren og lederen kan stenge');
    const asked = await as(leader).pressesPrivately('Steng nå', `Avstemning ${number} er åpnet`);
    expect(told(asked)).toContain('kan ingen svare');
    expect(readable(as(voter).posting('Slutter vi nå?'))).toContain('åpen');
    const closed = asked.form
      ? await as(leader).sends(asked.form, {})
      : await as(leader).pressesPrivately('Steng nå', 'kan ingen svare');
    expect(told(closed)).toContain(`Avstemning ${number} er stengt`);
    expect(told(await as(leader).writes(`steng ${number}`))).toContain(`Avstemning ${number} ble stengt`);
    expect(told(await as(other).writes(`svar ${number} ja`))).toContain('er ikke registrert');
    await house.settle();
    expect(readable(as(voter).posting('Slutter vi nå?'))).toContain('Ja fikk flertall: 1 av 1 svar.');
    expect(as(voter).posting('Slutter vi nå?').buttons).toEqual([]);
    expect(told(await as(leader).writes(`forleng ${number} 01.02.2027`))).toContain('ble stengt');
    expect(told(await as(leader).writes(`påminn ${number}`))).toContain('ble stengt');
  });

  test('moves the deadline by typing and by the form, only to later, and every channel shows it', async () => {
    const number = pollIn(await as(leader).opensPoll({ question: 'Rekker vi det?', kind: 'formal' }));
    expect(told(await as(voter).writes(`forleng ${number} 01.02.2027`))).toContain('Bare koordinatoren og lederen');
    expect(told(await as(voter).writes(`forleng ${number}`))).toContain('Bare koordinatoren og lederen');
    expect(told(await as(leader).writes(`forleng ${number} 20.01.2027 kl. 12`))).toContain(
      'flyttet til onsdag 20. januar 2027 kl. 12.00',
    );
    expect(told(await as(leader).writes(`forleng ${number} 19.01.2027`))).toContain('kan bare flyttes til senere');
    expect(told(await as(leader).writes(`forleng ${number} 10.01.2027`))).toContain('allerede passert');
    expect(told(await as(leader).writes(`forleng ${number} 01.02.2029`))).toContain('mer enn 400 dager');

    const form = await as(leader).opensForm(`forleng ${number}`);
    expect(form.texts.join('\n')).toContain('Rekker vi det?');
    const earlier = await as(leader).sends(form, { closesOn: '2027-01-15', closesTime: '10:00' });
    expect(errorsOn(earlier)).toEqual({ closesOn: expect.stringContaining('kan bare flyttes til senere') });
    const past = await as(leader).sends(earlier.form ?? form, { closesOn: '2027-01-02', closesTime: '10:00' });
    expect(errorsOn(past)).toEqual({ closesOn: expect.stringContaining('allerede passert') });
    // The clocks go from two to three that night.
    const gap = await as(leader).sends(past.form ?? form, { closesOn: '2027-03-28', closesTime: '02:30' });
    expect(errorsOn(gap)).toEqual({ closesTime: expect.stringContaining('finnes ikke den natta') });
    await as(leader).sends(gap.form ?? form, { closesOn: '2027-03-28', closesTime: '03:30' });
    await house.settle();
    for (const who of [voter, leader]) {
      expect(readable(as(who).posting('Rekker vi det?'))).toContain('Frist: søndag 28. mars 2027 kl. 03.30');
    }
  });

  test('opens the extend form from a button, with what was wrong kept', async () => {
    await as(leader).opensPoll({ question: 'Trenger vi mer tid?' });
    const { form } = await as(leader).pressesPrivately('Flytt fristen');
    if (!form) throw new Error('No form was opened');
    const gap = await as(leader).sends(form, { closesOn: '2027-03-28', closesTime: '02:30' });
    expect(errorsOn(gap)).toEqual({ closesTime: expect.stringContaining('finnes ikke') });
    if (gap.form?.fields.some(({ value }) => value === '02:30')) {
      expect(gap.form.fields).toContainEqual(expect.objectContaining({ name: 'closesOn', value: '2027-03-28' }));
    }
  });

  test('reminds those who have not answered, once a request, with a button that works from there', async () => {
    const question = 'Hvem mangler ennå?';
    const number = pollIn(await as(leader).opensPoll({ question, kind: 'formal' }));
    await as(voter).presses('Ja', question);
    const { chat } = as(leader).account;
    expect(told(await as(other).writes(`skriv til meg på ${side}`))).toContain(`Først prøver jeg ${side}.`);
    const heardBefore = as(other).heard().length;
    const voterHeardBefore = as(voter).heard().length;
    chat.repeatRequests(4);
    const answer = told(await as(leader).writes(`påminn ${number}`));
    chat.repeatRequests(1);
    expect(answer).toContain('Se over før det sendes');
    expect(answer).toMatch(/Dette går til 14: .*; 1 nås ikke \(Vesle Åse Gåsepike: ingen konto/);
    await house.settle();
    expect(as(other).heard()).toHaveLength(heardBefore);
    chat.repeatRequests(4);
    expect(told(await as(leader).pressesPrivately('Send til 14', question))).toContain('Sendes nå til 14');
    chat.repeatRequests(1);
    await house.settle();
    const reminders = (who: Who, since: number) =>
      as(who)
        .heard()
        .slice(since)
        .filter(text => text.includes(`Du har ikke svart på «${question}»`));
    expect(reminders(other, heardBefore)).toHaveLength(1);
    expect(reminders(voter, voterHeardBefore)).toHaveLength(0);
    await house.settle();
    expect(reminders(other, heardBefore)).toHaveLength(1);

    const { form } = await as(other).pressesPrivately('Svar …', question);
    const no = form?.fields[0]?.choices?.find(({ label }) => label === 'Nei')?.value ?? '';
    expect(form && told(await as(other).sends(form, { options: no }))).toContain('Svar: Nei');
    await house.settle();
    expect(readable(as(other).posting(question))).toContain('2 av 16 har svart');
    expect(told(await as(leader).writes(`påminn ${number}`))).toContain('er minnet på dette nylig');
    await house.settle();
    expect(reminders(other, heardBefore)).toHaveLength(1);
    expect(told(await as(voter).writes(`påminn ${number}`))).toContain('Bare koordinatoren og lederen');
  });

  test('asks in the channel, and what is told to one alone is not seen there', async () => {
    const question = 'Hva ser de andre?';
    const number = pollIn(await as(leader).opensPoll({ question, kind: 'formal' }));
    const { chat, person: who } = as(leader).account;
    const before = chat.messagesIn(as(leader).channel).length;
    const reader = (await newcomer(house, as(leader).account.organisation, 'Tilfeldig Leser')).account.person;
    for (const words of ['koble', 'inviter 7', 'min kode', 'mitt svar', 'mangler', 'eksport', 'vis']) {
      const needsPoll = ['mitt svar', 'mangler', 'eksport', 'vis'].includes(words);
      expect(told(await as(leader).says(needsPoll ? `${words} ${number}` : words))).not.toBe('');
    }
    expect(chat.messagesIn(as(leader).channel)).toHaveLength(before);
    expect(chat.whispersTo(reader)).toEqual([]);
    for (const { onlyFor } of chat.whispersTo(who)) expect([undefined, who.id]).toContain(onlyFor);
  });

  test('may be the chair, who does all but the roster and the codes', async () => {
    const chair = person(house, 'askeladden');
    const number = pollIn(await chair.opensPoll({ question: 'Leder lederen?', kind: 'formal' }));
    expect(told(await chair.writes(`mangler ${number}`))).toContain('16 har ikke svart');
    expect(told(await chair.writes(`forleng ${number} 25.01.2027`))).toContain('flyttet til');
    expect(told(await chair.writes('liste'))).toContain('Bare koordinatoren');
    expect(told(await chair.writes('koble'))).toContain('Bare koordinatoren');
    expect(told(await chair.writes(`steng ${number}`))).toContain('er stengt');
  });

  test('sees who is missing, and nobody else does', async () => {
    const number = pollIn(await as(leader).opensPoll({ question: 'Hvem har ikke svart?', kind: 'formal' }));
    await as(voter).presses('Ja', 'Hvem har ikke svart?');
    const missing = told(await as(leader).writes(`mangler ${number}`));
    expect(missing).toContain('15 har ikke svart');
    expect(missing).toContain('7 · Soria Moria barnehager');
    expect(missing).toContain('Vesle Åse Gåsepike (har ikke meldt seg)');
    expect(missing).not.toContain(as(voter).account.person.name);
    expect(told(await as(voter).writes(`mangler ${number}`))).toContain('Bare koordinatoren og lederen');
  });

  test('lists polls, shows one with the leader’s buttons, and others see it without', async () => {
    const number = pollIn(await as(leader).opensPoll({ question: 'Står jeg i lista?', kind: 'formal' }));
    const list = told(await as(voter).writes('avstemninger'));
    expect(list).toContain(`${number} · Står jeg i lista?`);
    expect(list).toMatch(/åpen · Frist: mandag 18. januar/);
    const own = await as(leader).writes(`vis ${number}`);
    expect(own.whispers.at(-1)?.buttons).toEqual(expect.arrayContaining(['Steng nå', 'Hvem mangler?', 'Ja']));
    const others = await as(voter).writes(`vis ${number}`);
    expect(told(others)).toContain('Står jeg i lista?');
    expect(others.whispers.at(-1)?.buttons).toEqual(['Ja', 'Nei', 'Mitt svar']);
    expect(told(await as(voter).pressesPrivately('Mitt svar', 'Står jeg i lista?'))).toContain(
      'Du har ikke svart ennå',
    );
    expect(told(await as(voter).pressesPrivately('Ja', 'Står jeg i lista?'))).toContain('Svar: Ja');
    expect(told(await as(voter).writes(`mitt svar ${number}`))).toContain('Svar: Ja');
    expect(told(await as(voter).writes('vis 999'))).toContain('Jeg finner ikke den avstemningen');
  });

  test('exports the answers by a link that expires and cannot be forged', async () => {
    const number = pollIn(
      await as(leader).opensPoll({ question: 'Hva eksporteres?', options: '=1+1\nNei', kind: 'formal' }),
    );
    await as(voter).presses('=1+1', 'Hva eksporteres?');
    expect(told(await as(voter).writes(`eksport ${number}`))).toContain('Bare koordinatoren og lederen');
    const link = await exported(as(leader), number);
    const file = await fetched(link);
    expect(file).toMatchObject({ status: 200, type: 'text/csv; charset=utf-8' });
    expect(file.text.startsWith('\uFEFF')).toBe(true);
    const lines = file.text.trim().split('\r\n');
    expect(lines[0]).toContain('Nummer;Part;Gruppe;Navn;Har svart;Svar;Tidspunkt;Gitt av');
    expect(lines).toHaveLength(1 + 16 + 2);
    const row = lines.find(line => line.includes(`;ja;`)) ?? '';
    expect(row).toContain(as(voter).account.person.name);
    expect(row).toMatch(/'=1\+1/);
    expect(lines.filter(line => line.includes(';nei;'))).toHaveLength(15);

    expect((await fetched(`${link.slice(0, -4)}AAAA`)).status).toBe(404);
    expect((await fetched(link.replace(/\/file\/.*/, '/file/x'))).status).toBe(404);
    house.clock.advance(10 * 60_000);
    expect((await fetched(link)).status).toBe(404);
  });

  test.each([
    ['secret', { secrecy: 'secret', reveal: 'whenClosed' }],
    ['hidden until it is closed', { reveal: 'whenClosed' }],
  ] as const)('exports no answers of a poll that is %s, only who has answered', async (_, how) => {
    const question = `Skjult ${JSON.stringify(how)}`;
    const number = pollIn(await as(leader).opensPoll({ question, options: 'Epler\nPærer', kind: 'formal', ...how }));
    await as(voter).presses('Epler', question);
    const open = (await fetched(await exported(as(leader), number))).text;
    expect(open).not.toMatch(/Epler|Pærer/);
    expect(open.split('\r\n').filter(line => line.includes(';ja;'))).toHaveLength(1);
    await as(leader).writes(`steng ${number}`);
    const closed = (await fetched(await exported(as(leader), number))).text;
    expect(closed).toContain('sum');
    const answeredRow = closed.split('\r\n').find(line => line.includes(';ja;')) ?? '';
    expect(answeredRow.includes('Epler')).toBe(!('secrecy' in how));
  });
});
