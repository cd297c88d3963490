import { afterEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { FakePlace, Seen } from '../../src/playground/fake-chat.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import type { Operation } from '../../src/store/store.ts';
import { testWorld } from '../cast.ts';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type MortalStore, mortalStore } from './mortal-store.ts';
import { type House, openHouse } from './open-house.ts';
import { type Person, person, readable, told } from './people.ts';
import { sides, type Who } from './sides.ts';

const question = 'Hvor står dette?';

let house: House;
const as = ([key, organisation]: Who): Person => person(house, key, organisation);

/** The poll's postings in a place that have not been deleted. */
function standingIn({ account: { chat } }: Person, place: FakePlace): readonly Seen[] {
  return chat.messagesIn(place).filter(seen => !seen.isDeleted && readable(seen).includes(question));
}

/** What the coordinator was told of what did not arrive, by whichever account, when it has all been gathered. */
async function newsToKari(): Promise<readonly string[]> {
  house.clock.advance(10_000);
  await house.settle();
  const accounts: readonly Who[] = [
    ['kari', 'statsforvalteren'],
    ['kari', 'organisasjonene'],
  ];
  return accounts.flatMap(who => as(who).heard()).filter(text => text.includes('Ikke alt er kommet fram'));
}

/** As when the platform does what it was asked, and its answer does not get through. */
function loseAnswersOf(isLost: (url: string, method: string) => boolean): () => void {
  const whole = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const answer = await whole(input, init);
    if (!isLost(String(input), init?.method ?? 'GET')) return answer;
    await answer.body?.cancel();
    throw new TypeError('fetch failed');
  };
  return () => {
    globalThis.fetch = whole;
  };
}

describe.each(sides)('the postings of a poll, trouble on $side', ({ side, voter, other, elsewhere }) => {
  /** In the organisation where all is well. */
  const afar: Who = elsewhere === 'kommunene' ? ['pål', 'kommunene'] : ['herreper', 'organisasjonene'];
  const furtherAfar: Who = elsewhere === 'kommunene' ? ['huldra', 'kommunene'] : ['mikkel', 'organisasjonene'];
  const kari: Who = ['kari', side === 'Teams' ? 'organisasjonene' : 'statsforvalteren'];

  afterEach(async () => {
    await house.close();
    expectNoTrouble(house);
  });

  test('a deleted one does not stop the others, is told of once, and is brought back by «vis»', async () => {
    house = await openHouse();
    await as(kari).opensPoll({ question, kind: 'formal' });
    as(voter).account.chat.deleteMessage(as(voter).posting(question));
    await as(afar).presses('Ja', question);
    await house.settle();
    await as(furtherAfar).presses('Ja', question);
    await house.settle();
    expect(readable(as(afar).posting(question))).toContain('2 av 16 har svart');
    expect(standingIn(as(voter), as(voter).channel)).toEqual([]);
    const [news, ...more] = await newsToKari();
    expect(more).toEqual([]);
    expect(news).toContain(`Avstemning 1: ${question}`);
    expect(news).toContain('2 av 3 nådd: 1 er slettet eller stengt for boten.');
    expect(news).toContain(`${as(voter).channel.name} (${side}) – oppslag: er slettet, eller boten er fjernet derfra`);
    expect(news).toContain('når noen skriver der: vis 1');

    await as(voter).says('vis 1');
    await house.settle();
    expect(standingIn(as(voter), as(voter).channel).some(seen => readable(seen).includes('2 av 16'))).toBe(true);
    await as(voter).presses('Nei', question);
    await house.settle();
    expect(readable(as(voter).posting(question))).toContain('3 av 16 har svart');
    expect(await newsToKari()).toHaveLength(1);
  });

  test('a channel the bot is put out of does not stop the others, and is told of once', async () => {
    house = await openHouse();
    await as(kari).opensPoll({ question, kind: 'formal' });
    const { chat, person: by } = as(voter).account;
    await chat.removeBot(as(voter).channel, by);
    for (const who of [afar, furtherAfar]) {
      await as(who).presses('Ja', question);
      await house.settle();
    }
    expect(readable(as(afar).posting(question))).toContain('2 av 16 har svart');
    expect(await newsToKari()).toHaveLength(1);
    expect(told(await as(kari).writes('nettverk'))).toContain('(jeg er fjernet derfra)');
    expect(told(await as(kari).opensPoll({ question: 'Og nå?' }))).toContain('Den kommer i 2 kanaler');

    await chat.addBot(as(voter).channel, by);
    await as(voter).says('vis 1');
    await house.settle();
    expect(readable(as(voter).posting(question))).toContain('2 av 16 har svart');
    expect(told(await as(kari).writes('nettverk'))).not.toContain('fjernet');
  });

  test('a throttled channel delays no other, and catches up', async () => {
    house = await openHouse();
    const busy = as(voter).channel;
    as(voter).account.chat.throttle(busy, 2, 20);
    await as(kari).opensPoll({ question, kind: 'formal' });
    await as(afar).presses('Ja', question);
    await house.settle();
    expect(readable(as(afar).posting(question))).toContain('1 av 16 har svart');
    expect(standingIn(as(voter), busy)).toEqual([]);
    house.clock.advance(20_000);
    await house.settle();
    expect(standingIn(as(voter), busy)).toEqual([]);
    house.clock.advance(20_000);
    await house.settle();
    expect(readable(as(voter).posting(question))).toContain('1 av 16 har svart');

    as(voter).account.chat.throttle(busy, 1, 20);
    await as(furtherAfar).presses('Nei', question);
    await house.settle();
    expect(readable(as(afar).posting(question))).toContain('2 av 16 har svart');
    expect(readable(as(voter).posting(question))).toContain('1 av 16 har svart');
    house.clock.advance(20_000);
    await house.settle();
    expect(readable(as(voter).posting(question))).toContain('2 av 16 har svart');
    expect(await newsToKari()).toEqual([]);
  });

  test('many presses in a second draw each posting once, and the last state stands', async () => {
    house = await openHouse();
    await house.secondProcess();
    await as(kari).opensPoll({ question, kind: 'formal' });
    await house.settle();
    const before = as(voter).posting(question).updates;
    const tick = () => house.laget.tick();
    for (const label of ['Ja', 'Nei', 'Ja', 'Nei', 'Ja']) {
      await Promise.all([as(voter).presses(label, question), as(other).presses(label, question)]);
      await Promise.all([tick(), tick()]);
    }
    expect(as(voter).posting(question).updates).toBe(before + 1);
    house.clock.advance(1000);
    await tick();
    await tick();
    expect(as(voter).posting(question).updates).toBeLessThanOrEqual(before + 2);
    await house.settle();
    for (const who of [voter, afar]) {
      expect(readable(as(who).posting(question))).toContain('2 av 16 har svart');
      expect(readable(as(who).posting(question))).toMatch(/Ja.*2 \(100/s);
    }
  });

  test('a slow redraw is never overtaken by an older one', async () => {
    house = await openHouse();
    const second = await house.secondProcess();
    await as(kari).opensPoll({ question, kind: 'formal' });
    await house.settle();
    house.slack.failNext('chat.update', { afterMs: 150 });
    await as(afar).presses('Ja', question);
    const slow = house.laget.tick();
    await as(voter).presses('Ja', question);
    house.clock.advance(1000);
    await Promise.all([slow, second.tick()]);
    await as(other).presses('Ja', question);
    await house.settle();
    for (const who of [voter, afar, kari]) {
      expect(readable(as(who).posting(question))).toContain('3 av 16 har svart');
    }
  });

  test('one whose answer was lost is not posted twice, and where nobody can look the coordinator is told', async () => {
    house = await openHouse();
    if (side === 'Slack') {
      house.slack.failNext('conversations.history', { error: 'internal_error' });
      house.slack.failNext('chat.postMessage', { lost: 'after' });
    }
    const inChannel = `${encodeURIComponent(as(voter).channel.id)}/activities`;
    const restore = loseAnswersOf((url, method) => method === 'POST' && url.includes(inChannel));
    try {
      await as(kari).opensPoll({ question, kind: 'formal' });
    } finally {
      restore();
    }
    await house.settle();
    house.clock.advance(60_000);
    await house.settle();
    expect(standingIn(as(voter), as(voter).channel)).toHaveLength(1);
    expect(standingIn(as(afar), as(afar).channel)).toHaveLength(1);
    const news = await newsToKari();
    expect(news).toHaveLength(side === 'Teams' ? 1 : 0);
    expect(news.join()).toMatch(side === 'Teams' ? /oppslag: vi vet ikke om det kom fram/ : /^$/);
    expect(standingIn(as(voter), as(voter).channel)).toHaveLength(1);
  });
});

describe.each(sides)('a process that dies, told of to people on $side', ({ leader, voter }) => {
  let store: MortalStore;
  const writesAPosting = (wanted: string) => (operation: Operation) =>
    'body' in operation &&
    operation.type === 'delivery' &&
    z.object({ state: z.string() }).parse(operation.body).state === wanted;

  const openMortalHouse = async () => {
    store = mortalStore(openSqliteStore({ folder: ':memory:', ids: testWorld().ids }));
    house = await openHouse(async () => store);
  };

  afterEach(async () => {
    await house.close();
    expect([...house.teams.problems, ...house.slack.problems]).toEqual([]);
  });

  test.each([
    ['between claiming a posting and sending it', () => store.dieAfter(writesAPosting('claimed'))],
    ['between sending a posting and writing that down', () => store.dieBefore(writesAPosting('sent'))],
  ])('%s: nothing is posted twice, and the coordinator is told', async (_, die) => {
    await openMortalHouse();
    die();
    await as(leader).fillsIn('avstemning', { question, options: 'Ja\nNei', closesOn: '2027-01-18', kind: 'formal' });
    await house.laget.tick();
    store.revive();
    const second = await house.secondProcess();
    await second.tick();
    house.clock.advance(121_000);
    await house.settle();
    await house.settle();
    const { kommunene, statsforvalteren, organisasjonene } = house.forum.channels;
    const seen = [
      house.teams.messagesIn(kommunene),
      house.teams.messagesIn(statsforvalteren),
      house.slack.messagesIn(organisasjonene),
    ];
    const counts = seen.map(all => all.filter(each => readable(each).includes(question)).length);
    const [inTeams, inSlack] = [counts.slice(0, 2), counts.slice(2)];
    expect(counts.filter(count => count > 1)).toEqual([]);
    expect(inSlack).toEqual([1]);
    // No place is silently without it: what does not stand there is told of, as what may or may not.
    const unsure = (await newsToKari()).join().match(/vi vet ikke om det kom fram/g) ?? [];
    expect(unsure.length).toBeGreaterThanOrEqual(inTeams.filter(count => count === 0).length);
  });

  test('between claiming a posting and redrawing it: another process draws it', async () => {
    await openMortalHouse();
    await as(leader).opensPoll({ question, kind: 'formal' });
    await as(voter).presses('Ja', question);
    store.dieAfter(writesAPosting('claimed'));
    await house.laget.tick();
    store.revive();
    house.clock.advance(121_000);
    await house.settle();
    for (const who of [leader, voter]) expect(readable(as(who).posting(question))).toContain('1 av 16 har svart');
    expect(await newsToKari()).toEqual([]);
  });
});
