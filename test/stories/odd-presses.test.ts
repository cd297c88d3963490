import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import { testWorld } from '../cast.ts';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type MortalStore, mortalStore } from './mortal-store.ts';
import { type House, openHouse } from './open-house.ts';
import { type Person, person, pollIn, readable, told } from './people.ts';
import { pollIdOn, pressForged } from './press-forged.ts';
import { sides, type Who } from './sides.ts';

let house: House;
const as = ([key, organisation]: Who): Person => person(house, key, organisation);

const emails: Readonly<Record<string, string>> = { pål: 'paal@harstad.example', herreper: 'herreper@ks.example' };
const ownSeat: Readonly<Record<string, string>> = {
  pål: '2;Harstad kommune;offentlig eier;ja',
  herreper: '10;KS Nord-Norge;KS;ja',
};

describe.each(sides)('a press that should not be, on $side', ({ leader, voter, other }) => {
  beforeAll(async () => {
    house = await openHouse();
  });
  afterEach(() => expectNoTrouble(house));
  afterAll(() => house.close());

  test('for somebody else’s seat is refused', async () => {
    const question = 'Hvem stemmer?';
    await as(leader).opensPoll({ question, kind: 'formal' });
    const poll = pollIdOn(as(voter).posting(question).raw);
    for (const seat of ['seat-1', 'seat-17', 'seat-99', '']) {
      const forged = await pressForged(house, as(leader), { type: 'poll.cast', poll, options: ['o1'], seat });
      expect([seat, forged]).toEqual([seat, expect.stringContaining('Du har ingen plass i dette nettverket')]);
    }
    for (const seat of ['seat-1', 'seat-17']) {
      const forged = await pressForged(house, as(voter), { type: 'poll.cast', poll, options: ['o1'], seat });
      expect([seat, forged]).toEqual([seat, expect.stringContaining('Ingenting er registrert')]);
      const form = await pressForged(house, as(voter), { type: 'poll.answer-form', poll, seat });
      expect(form).toContain('Ingenting er registrert');
    }
    await house.settle();
    expect(readable(as(other).posting(question))).toContain('0 av 16 har svart');
  });

  test('in the name of somebody else counts for the one who pressed', async () => {
    const question = 'Hvem er jeg?';
    await as(leader).opensPoll({ question, kind: 'formal' });
    const poll = pollIdOn(as(voter).posting(question).raw);
    const forged = { type: 'poll.cast', poll, options: ['o1'], member: 'x', identity: 'y', elector: 'seat|seat-1' };
    expect(await pressForged(house, as(voter), forged)).toContain('Svar: Ja');
    expect(told(await as(voter).presses('Mitt svar', question))).toContain('Svar: Ja');
    await house.settle();
    expect(readable(as(other).posting(question))).toContain('1 av 16 har svart');
    expect(readable(as(other).posting(question))).toContain('Tromsø kommune');
  });

  test('on a leader’s button by somebody who does not lead is refused', async () => {
    const question = 'Hvem leder?';
    await as(leader).opensPoll({ question, kind: 'formal' });
    const poll = pollIdOn(as(voter).posting(question).raw);
    for (const deed of ['close', 'extend-form', 'remind', 'missing', 'export']) {
      expect(await pressForged(house, as(voter), { type: `poll.${deed}`, poll })).toContain(
        'Bare koordinatoren og lederen',
      );
    }
    const extended = { type: 'poll.extend', poll, closesOn: '2027-02-20' };
    expect(await pressForged(house, as(voter), extended)).toContain('Bare koordinatoren og lederen');
    for (const type of ['channel.invite', 'roster.form', 'poll.form']) {
      expect(await pressForged(house, as(voter), { type })).toContain('Bare koordinatoren');
    }
    expect(await pressForged(house, as(voter), { type: 'roster.apply', draft: 'x' })).toContain('Bare koordinatoren');
    expect(await pressForged(house, as(voter), { type: 'roster.preview', csv: 'x' })).toContain('Bare koordinatoren');
    await house.settle();
    expect(readable(as(other).posting(question))).toContain('Frist: mandag 18. januar 2027 kl. 23.59');
    expect(as(other).heard().join('\n')).not.toContain('Du har ikke svart på «Hvem leder?»');
  });

  test('on a button that does not say which dates were seen shows them, and makes no meeting', async () => {
    const type = 'meeting.series-create';
    const days = { firstDay: '2027-01-01', lastDay: '2027-06-30' };
    const wanted = { type, title: 'Faste', pattern: 'last', weekday: 'monday', starts: '09:00', minutes: 120, ...days };
    for (const seen of [undefined, 'other dates']) {
      expect(await pressForged(house, as(leader), { ...wanted, seen })).toContain('møter å opprette');
    }
    expect(told(await as(leader).writes('møter'))).not.toContain('Faste');
  });

  test('after the person has left the seat is refused, and the seat’s answer stands', async () => {
    const question = 'Er jeg her ennå?';
    const number = pollIn(await as(leader).opensPoll({ question, kind: 'formal' }));
    expect(told(await as(voter).presses('Ja', question))).toContain('Svar: Ja');
    const seat = ownSeat[voter[0]] ?? '';
    const give = async (holder: string, email: string) => {
      const header = 'Plass;Part;Gruppe;Stemmerett;Innehaver;E-post';
      await as(leader).writes(`liste\n${header}\n${seat};${holder};${email}`);
      expect(told(await as(leader).pressesPrivately('Lagre endringene'))).toContain(`innehaver blir ${holder}`);
    };
    await give('Ny Innehaver', 'ny@eksempel.example');
    expect(told(await as(voter).presses('Nei', question))).toContain('Du har ingen plass i dette nettverket');
    expect(told(await as(voter).writes(`svar ${number} nei`))).toContain('Du har ingen plass i dette nettverket');
    await house.settle();
    expect(readable(as(other).posting(question))).toMatch(/Ja.*1 \(100/s);
    await give(as(voter).account.person.name, emails[voter[0]] ?? '');
    expect(told(await as(voter).presses('Nei', question))).toContain('Svar: Nei');
  });
});

describe('a person who cannot be written to alone', () => {
  const pål: Who = ['pål', 'kommunene'];

  beforeAll(async () => {
    house = await openHouse();
    await as(['kari', 'statsforvalteren']).opensPoll({ question: 'Når du fram?', kind: 'formal' });
  });
  afterEach(() => expectNoTrouble(house));
  afterAll(() => house.close());

  test('is answered in the press itself, and told in the channel how to hear the rest, with nothing personal', async () => {
    const { chat, person: who } = as(pål).account;
    house.teams.blockBot(who);
    expect(told(await as(pål).presses('Ja', 'Når du fram?'))).toContain('Svar: Ja');
    const before = chat.messagesIn(as(pål).channel).length;
    await as(pål).says('mitt svar 1');
    const [excuse, ...more] = chat.messagesIn(as(pål).channel).slice(before).map(readable);
    expect(excuse).toContain('Jeg kan ikke skrive til deg alene');
    expect(excuse).not.toMatch(/Svar: Ja|Pål|Harstad/);
    expect(more).toEqual([]);
  });

  test('gets no reminder, and holds up nobody else’s', async () => {
    const before = as(['huldra', 'kommunene']).heard().length;
    house.teams.blockBot(as(['askeladden', 'kommunene']).account.person);
    const kari = as(['kari', 'statsforvalteren']);
    await kari.writes('påminn 1');
    await kari.pressesPrivately('Send til 14');
    await house.settle();
    expect(as(['huldra', 'kommunene']).heard().slice(before).join()).toContain('Du har ikke svart på');
    expect(as(['askeladden', 'kommunene']).heard().join()).not.toContain('Du har ikke svart på');
    house.clock.advance(10_000);
    await house.settle();
    const news = [...kari.heard(), ...as(['kari', 'organisasjonene']).heard()].filter(text =>
      text.includes('Ikke alt er kommet fram'),
    );
    expect(news).toHaveLength(1);
    expect(news[0]).toContain('Askeladden Askeland – påminnelse: har blokkert boten');
    expect(news[0]).toContain('Vesle Åse Gåsepike – påminnelse: ingen konto');
  });

  test('in the channel in Slack is told in the direct chat', async () => {
    const who = as(['herreper', 'organisasjonene']);
    house.slack.failNext('chat.postEphemeral', { error: 'user_not_in_channel' });
    expect(told(await who.presses('Ja', 'Når du fram?'))).toContain('Svar: Ja');
    const direct = who.account.chat.messagesIn(who.account.personal).map(readable);
    expect(direct.at(-1)).toContain('Svar: Ja');
  });
});

describe.each(sides)('a fault, on $side', ({ leader, voter, other }) => {
  let store: MortalStore;

  beforeEach(async () => {
    store = mortalStore(openSqliteStore({ folder: ':memory:', ids: testWorld().ids }));
    house = await openHouse(async () => store);
  });
  afterEach(async () => {
    await house.close();
    expect([...house.teams.problems, ...house.slack.problems]).toEqual([]);
  });

  test('is told kindly with a code that stands in the log, which holds no words, and nothing is saved', async () => {
    const question = 'Hva skjedde?';
    await as(leader).opensPoll({ question, kind: 'formal' });
    store.die();
    const pressed = told(await as(voter).presses('Ja', question));
    const typed = told(await as(leader).commands('avstemning Hemmeligheten? ; Jada ; Neida ; frist 20.01.2027'));
    store.revive();
    for (const words of [pressed, typed]) {
      const code = /Noe gikk galt \(kode ([0-9A-Z]{4})\), og ingenting er lagret/.exec(words)?.[1];
      expect(house.world.lines.filter(({ level }) => level === 'error')).toContainEqual(
        expect.objectContaining({ fields: expect.objectContaining({ code }) }),
      );
    }
    const log = JSON.stringify(house.world.lines);
    for (const secret of ['Hemmeligheten', 'Jada', question, as(voter).account.person.name]) {
      expect(log).not.toContain(secret);
    }
    await house.settle();
    expect(readable(as(other).posting(question))).toContain('0 av 16 har svart');
    expect(told(await as(leader).writes('avstemninger'))).not.toContain('Hemmeligheten');
    expect(told(await as(voter).presses('Ja', question))).toContain('Svar: Ja');
  });

  test('of the clock’s work is logged and done when it can be', async () => {
    const question = 'Stenger den?';
    await as(leader).opensPoll({ question, kind: 'formal' });
    house.clock.set('2027-01-18T23:00:00.000Z');
    store.die();
    await house.laget.tick();
    store.revive();
    expect(house.world.lines.filter(({ level }) => level === 'error')).not.toEqual([]);
    await house.settle();
    expect(readable(as(voter).posting(question))).toContain('Avstemning 1 · stengt');
  });
});
