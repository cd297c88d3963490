/** Platforms send again what was not answered in time, and another process may be the one that hears it. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Laget } from '../../src/laget.ts';
import { castOrganisations } from '../../src/playground/cast.ts';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type House, openHouse } from './open-house.ts';
import { codeIn, newcomer, type Person, person, readable, told } from './people.ts';
import { sides, type Who } from './sides.ts';

let house: House;
let second: Laget;
const as = ([key, organisation]: Who): Person => person(house, key, organisation);
const whole = globalThis.fetch;

beforeEach(async () => {
  house = await openHouse();
  second = await house.secondProcess();
  globalThis.fetch = async (input, init) => {
    const answer = await whole(input, init);
    const url = String(input);
    // Slack repeats no commands, and a form can be opened only once for each.
    const isCommand = typeof init?.body === 'string' && init.body.includes('command=');
    if (!url.startsWith(house.laget.url) || isCommand) return answer;
    const again = await whole(url.replace(house.laget.url, second.url), init);
    await again.body?.cancel();
    expect(again.status).toBe(200);
    return answer;
  };
});
afterEach(async () => {
  globalThis.fetch = whole;
  await house.close();
  expectNoTrouble(house);
});

describe.each(sides)('each request comes to two processes, on $side', ({ side, leader, voter, other }) => {
  test('a poll is opened, answered, chased, moved and closed once', async () => {
    const question = 'Hører to det samme?';
    await as(leader).opensPoll({ question, kind: 'formal' });
    await house.settle();
    expect(told(await as(leader).writes('avstemninger'))).not.toContain('2 · ');
    expect(
      as(voter)
        .account.chat.messagesIn(as(voter).channel)
        .filter(seen => readable(seen).includes(question)),
    ).toHaveLength(1);

    await as(voter).presses('Ja', question);
    await as(voter).presses('Nei', question);
    await house.settle();
    expect(readable(as(voter).posting(question))).toContain('1 av 16 har svart');
    expect(told(await as(voter).writes('mitt svar 1'))).toContain('Svar: Nei');

    await as(other).writes(`skriv til meg på ${side}`);
    const before = as(other).heard().length;
    expect(told(await as(leader).writes('påminn 1'))).toContain('Dette går til 14');
    expect(told(await as(leader).pressesPrivately('Send til 14'))).toContain('Sendes nå til 14');
    await house.settle();
    await house.settle();
    expect(
      as(other)
        .heard()
        .slice(before)
        .filter(text => text.includes('Du har ikke svart på')),
    ).toHaveLength(1);

    expect(told(await as(leader).writes('forleng 1 25.01.2027'))).toContain('flyttet til mandag 25. januar');
    expect(told(await as(leader).writes('steng 1'))).toContain('Avstemning 1 er stengt');
    await house.settle();
    expect(readable(as(voter).posting(question))).toContain('Nei fikk flertall: 1 av 1 svar.');
  });

  test('a secret ballot is counted once', async () => {
    const question = 'Hemmelig og dobbelt?';
    await as(leader).opensPoll({ question, kind: 'formal', secrecy: 'secret', reveal: 'whenClosed' });
    expect(told(await as(voter).presses('Ja', question))).toContain('Stemmen din er lagt i urna');
    await as(leader).writes('steng 1');
    await house.settle();
    expect(readable(as(voter).posting(question))).toContain('Ja fikk flertall: 1 av 1 svar.');
  });

  test('a code is used, a channel linked and a network started once', async () => {
    const who = await newcomer(house, as(voter).account.organisation);
    const { chat, person: by, organisation } = who.account;
    const place = await chat.addPlace({ name: 'ny', organisation: castOrganisations[organisation].name });
    await chat.addBot(place, by);
    expect(told(await who.writes(`koble ${codeIn(await as(leader).writes('inviter 7 vara'))}`))).toContain(
      'Du er vara på plass 7',
    );
    await chat.say(by, place, `koble ${codeIn(await as(leader).writes('koble'))}`);
    const other = await chat.addPlace({ name: 'enda en', organisation: castOrganisations[organisation].name });
    await chat.addBot(other, by);
    await chat.say(by, other, 'start arbeidsgruppe To ganger');
    await house.settle();
    const said = (where: typeof place, text: string) =>
      chat.messagesIn(where).filter(seen => readable(seen).includes(text));
    expect(said(place, 'Kanalen er koblet til').length).toBeGreaterThan(0);
    expect(said(place, 'brukt før')).toEqual([]);
    expect(said(other, 'er startet').length).toBeGreaterThan(0);
    expect(said(other, 'hører allerede til')).toEqual([]);
    expect(said(place, 'Hei, jeg er Laget')).toHaveLength(1);
  });
});
