/** What is due is claimed before it is sent, one at a time to each place, and comes to each place once. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { deliveries, troubles } from '../../src/delivery/delivery.ts';
import { claimMs } from '../../src/delivery/next-try.ts';
import type { SendResult } from '../../src/delivery/send-result.ts';
import { tellTrouble } from '../../src/delivery/tell-trouble.ts';
import { later } from '../../src/world.ts';
import { castMemberId, castStart, seatForum, type TestTools, testTools } from '../cast.ts';
import {
  type Answer,
  channelNamed,
  createRoom,
  memberNamed,
  owedNow,
  oweTo,
  partition,
  pass,
} from './delivery-room.ts';

let tools: TestTools;
beforeEach(() => {
  tools = testTools();
});
afterEach(() => tools.store.close());

const onePerSecond = [{ burst: 1, everyMs: 1000 }];
const lane = (name: string) => `test|here|${name}`;
const states = async () => (await owedNow(tools)).map(({ state }) => state);
const statesOf = async (name: string) =>
  (await owedNow(tools)).filter(({ to }) => to.kind === 'channel' && to.label === name).map(({ state }) => state);

/** The keys of what is owed to a channel, in the order it was owed. */
async function inOrder(name: string): Promise<readonly string[]> {
  const all = await deliveries.all(tools.store, partition);
  return all
    .filter(({ value: { to } }) => to.kind === 'channel' && to.label === name)
    .toSorted((a, b) => a.value.number - b.value.number)
    .map(({ id }) => `${partition}:${id}`);
}

describe('what is due', () => {
  test('is claimed in the store before it is sent, and sent once', async () => {
    const seen: string[] = [];
    const room = createRoom(tools, {
      answer: async ({ key }) => {
        seen.push(...(await states()));
        return { kind: 'sent', ref: key };
      },
    });
    await oweTo(tools, channelNamed('a'));
    await room.deliver();
    await pass(tools, 200, room.deliver);
    expect(seen).toEqual(['claimed']);
    expect(room.tries).toHaveLength(1);
    expect(await states()).toEqual(['sent']);
  });

  test('and has nothing left to say, is never sent', async () => {
    const room = createRoom(tools, { instead: () => ({ kind: 'unneeded' }) });
    await oweTo(tools, channelNamed('a'));
    await pass(tools, 3, room.deliver);
    expect(room.tries).toEqual([]);
    expect(await states()).toEqual(['unneeded']);
  });

  test('and is called off while others are sent before it, is never sent', async () => {
    let isCalledOff = false;
    const room = createRoom(tools, {
      instead: () => (isCalledOff ? { kind: 'unneeded' } : undefined),
      answer: ({ key }) => {
        isCalledOff = true;
        tools.world.clock.advance(1500);
        return { kind: 'sent', ref: key };
      },
    });
    await oweTo(tools, channelNamed('a'), 3);
    await room.deliver();
    expect(room.tries).toHaveLength(1);
    expect((await states()).toSorted()).toEqual(['sent', 'unneeded', 'unneeded']);
  });

  test('and goes another way by the time its turn comes, goes that way alone', async () => {
    let way = 'test|old';
    const room = createRoom(tools, {
      routes: () => [way],
      answer: ({ key }) => {
        way = 'test|new';
        tools.world.clock.advance(1500);
        return { kind: 'sent', ref: key };
      },
    });
    await oweTo(tools, memberNamed('pål'), 2);
    await pass(tools, 3, room.deliver);
    expect(room.tries.map(({ lane: tried }) => tried)).toEqual(['test|old', 'test|new']);
    expect(await states()).toEqual(['sent', 'sent']);
  });

  test('waits for the hour it may be said', async () => {
    const at = later(castStart, 5000);
    const room = createRoom(tools, {
      instead: () => (tools.world.clock.now() < at ? { kind: 'later', at } : undefined),
    });
    await oweTo(tools, channelNamed('a'));
    await pass(tools, 5, room.deliver);
    expect(room.tries).toEqual([]);
    await room.deliver();
    expect(room.tries.map(tried => tried.at)).toEqual([at]);
  });

  test('and cannot be written holds up no other, and is written when it can be', async () => {
    let isBroken = true;
    const room = createRoom(tools, {
      instead: ({ to }) => {
        if (isBroken && to.kind === 'channel' && to.label === 'a') throw new Error('cannot be drawn');
        return undefined;
      },
    });
    await oweTo(tools, channelNamed('a'));
    await oweTo(tools, channelNamed('b'));
    await room.deliver();
    expect(await statesOf('a')).toEqual(['due']);
    expect(await statesOf('b')).toEqual(['sent']);
    expect(tools.world.lines.map(({ level }) => level)).toEqual(['error']);
    isBroken = false;
    await room.deliver();
    expect(await statesOf('a')).toEqual(['sent']);
  });
});

describe('a person', () => {
  const routes = () => ['first', 'second', 'mail'];
  const answers: Readonly<Record<string, SendResult>> = {
    first: { kind: 'gone', why: 'blocked' },
    second: { kind: 'gone', why: 'left' },
    mail: { kind: 'sent', ref: 'ref' },
  };

  test('who has blocked one way is reached by the next, and the next, and not told of it', async () => {
    const room = createRoom(tools, { routes, answer: ({ lane: way }) => answers[way] ?? { kind: 'failed' } });
    await oweTo(tools, memberNamed('person'));
    await pass(tools, 4, room.deliver);
    expect(room.tries.map(({ lane: way }) => way)).toEqual(['first', 'second', 'mail']);
    expect(await owedNow(tools)).toMatchObject([
      {
        state: 'sent',
        route: 'mail',
        deadRoutes: [
          { route: 'first', why: 'blocked' },
          { route: 'second', why: 'left' },
        ],
      },
    ]);
    expect(await troubles.all(tools.store, partition)).toEqual([]);
  });

  test('whose way fails is tried again the same way', async () => {
    const room = createRoom(tools, { routes, answer: () => ({ kind: 'failed' }) });
    await oweTo(tools, memberNamed('person'));
    await pass(tools, 10, room.deliver);
    expect(new Set(room.tries.map(({ lane: way }) => way))).toEqual(new Set(['first']));
  });

  test('whom no way leads to is given up, and the reason kept', async () => {
    const room = createRoom(tools, {
      routes: member => (member === 'nobody' ? [] : ['first', 'second']),
      answer: ({ lane: way }) => answers[way] ?? { kind: 'failed' },
    });
    await oweTo(tools, memberNamed('person'));
    await oweTo(tools, memberNamed('nobody'));
    await pass(tools, 3, room.deliver);
    const why = (await owedNow(tools)).map(each => [each.to.kind === 'member' && each.to.id, each.state, each.why]);
    expect(Object.fromEntries(why.map(([who, ...rest]) => [who, rest]))).toEqual({
      person: ['given-up', 'left'],
      nobody: ['given-up', 'no-route'],
    });
  });
});

describe('trouble', () => {
  beforeEach(async () => {
    await seatForum(tools);
  });
  const notices = async () => (await owedNow(tools)).filter(({ message }) => message.kind === 'trouble');

  const tellingKari =
    (result: SendResult): Answer =>
    ({ lane: way }) =>
      way === 'test|member-kari' ? { kind: 'sent', ref: 'told' } : result;

  test('is told when the last attempt has failed', async () => {
    const room = createRoom(tools, { answer: tellingKari({ kind: 'failed' }) });
    await oweTo(tools, channelNamed('a'));
    await pass(tools, 300, room.deliver, () => tellTrouble(tools));
    expect(await statesOf('a')).toEqual(['failed']);
    expect(await notices()).toEqual([]);
    await pass(tools, 1200, room.deliver, () => tellTrouble(tools));
    expect(await statesOf('a')).toEqual(['given-up']);
    expect(room.tries.filter(tried => tried.lane === lane('a'))).toHaveLength(12);
    expect(await notices()).toMatchObject([{ to: { kind: 'member', id: castMemberId('kari') }, state: 'sent' }]);
  });

  test('is told once for all that went wrong together', async () => {
    const room = createRoom(tools, { answer: tellingKari({ kind: 'gone', why: 'deleted' }) });
    for (const name of ['a', 'b', 'c']) await oweTo(tools, channelNamed(name));
    await pass(tools, 5, room.deliver, () => tellTrouble(tools));
    expect(await notices()).toEqual([]);
    await pass(tools, 60, room.deliver, () => tellTrouble(tools));
    expect(await notices()).toHaveLength(1);
  });

  test('that comes later is told anew', async () => {
    const room = createRoom(tools, { answer: tellingKari({ kind: 'unknown' }) });
    await oweTo(tools, channelNamed('a'));
    await pass(tools, 20, room.deliver, () => tellTrouble(tools));
    await oweTo(tools, channelNamed('b'));
    await pass(tools, 20, room.deliver, () => tellTrouble(tools));
    expect(await notices()).toHaveLength(2);
  });

  test('with the news of trouble is told to nobody', async () => {
    const room = createRoom(tools, { answer: () => ({ kind: 'gone', why: 'blocked' }) });
    await oweTo(tools, channelNamed('a'));
    await pass(tools, 60, room.deliver, () => tellTrouble(tools));
    expect(await notices()).toMatchObject([{ state: 'given-up', why: 'blocked' }]);
    expect(await troubles.all(tools.store, partition)).toEqual([]);
  });
});

describe('a process that dies', () => {
  /** What it had sent may stand. Shows it and dies, or dies before. */
  async function dieWhileSending(isShown: boolean, platform: 'can look' | 'cannot look') {
    const shown: string[] = [];
    let isDead = true;
    const room = createRoom(tools, {
      answer: ({ key, mayStand }) => {
        if (mayStand && platform === 'cannot look') return { kind: 'unknown' };
        if (mayStand && shown.includes(key)) return { kind: 'sent', ref: key };
        if (isShown || !isDead) shown.push(key);
        if (isDead) throw new Error('died');
        return { kind: 'sent', ref: key };
      },
    });
    await oweTo(tools, channelNamed('a'));
    await room.deliver();
    isDead = false;
    await pass(tools, claimMs / 1000 - 1, room.deliver);
    expect(room.tries).toHaveLength(1);
    await pass(tools, 5, room.deliver);
    return { shown, tries: room.tries, owed: await owedNow(tools) };
  }

  test.each([true, false])('after showing it: %p, is followed by one that looks first', async isShown => {
    const { shown, tries, owed } = await dieWhileSending(isShown, 'can look');
    expect(shown).toHaveLength(1);
    expect(tries.map(({ mayStand }) => mayStand)).toEqual([false, true]);
    expect(owed).toMatchObject([{ state: 'sent', mayStand: false }]);
  });

  test.each([true, false])('after showing it: %p, leaves it unknown where nobody can look', async isShown => {
    const { shown, owed } = await dieWhileSending(isShown, 'cannot look');
    expect(shown).toHaveLength(isShown ? 1 : 0);
    expect(owed).toMatchObject([{ state: 'unknown' }]);
    expect(await troubles.all(tools.store, partition)).toHaveLength(1);
  });
});

describe('a lane', () => {
  test('keeps its pace, and the order things were owed in', async () => {
    const room = createRoom(tools, { pace: onePerSecond });
    await oweTo(tools, channelNamed('a'), 30);
    const keys = await inOrder('a');
    await pass(tools, 31, room.deliver);
    expect(room.shownIn(lane('a'))).toEqual(keys);
    expect(room.tries.map(({ at }) => at)).toEqual(keys.map((_, at) => later(castStart, at * 1000)));
  });

  test('keeps the order also for what is owed while others wait', async () => {
    const room = createRoom(tools, { pace: onePerSecond });
    await oweTo(tools, channelNamed('a'), 10, 'first');
    await pass(tools, 4, room.deliver);
    await oweTo(tools, channelNamed('a'), 10, 'second');
    await pass(tools, 40, room.deliver);
    const all = await deliveries.all(tools.store, partition);
    const wordsOf = new Map(all.map(({ id, value }) => [`${partition}:${id}`, value.message.kind]));
    const words = room.shownIn(lane('a')).map(key => wordsOf.get(key));
    expect(words).toEqual([...Array<string>(10).fill('first'), ...Array<string>(10).fill('second')]);
  });

  test('that asks to be left alone is left alone as long, and loses nothing of its order', async () => {
    let asks = 1;
    const room = createRoom(tools, {
      answer: ({ key }) => (asks-- > 0 ? { kind: 'throttled', retryAfterMs: 20_000 } : { kind: 'sent', ref: key }),
    });
    await oweTo(tools, channelNamed('a'), 5);
    const keys = await inOrder('a');
    await pass(tools, 20, room.deliver);
    expect(room.tries).toHaveLength(1);
    await pass(tools, 10, room.deliver);
    expect(room.shownIn(lane('a'))).toEqual(keys);
  });

  test('that is dead, with six hundred waiting in it, delays no other', async () => {
    const room = createRoom(tools, {
      pace: onePerSecond,
      answer: ({ lane: way, key }) => (way === lane('dead') ? { kind: 'failed' } : { kind: 'sent', ref: key }),
    });
    await oweTo(tools, channelNamed('dead'), 600);
    tools.world.clock.advance(1);
    for (let other = 0; other < 20; other += 1) await oweTo(tools, channelNamed(`other ${other}`), 3);
    await pass(tools, 5, room.deliver);
    for (let other = 0; other < 20; other += 1) expect(room.shownIn(lane(`other ${other}`))).toHaveLength(3);
    expect(room.tries.filter(tried => tried.lane === lane('dead')).length).toBeLessThan(6);
  });

  test('that answers slowly holds back no run that begins meanwhile', async () => {
    let answer: (result: SendResult) => void = () => {};
    const slow = new Promise<SendResult>(resolve => {
      answer = resolve;
    });
    const room = createRoom(tools, {
      answer: ({ lane: way, key }) => (way === lane('slow') ? slow : { kind: 'sent', ref: key }),
    });
    await oweTo(tools, channelNamed('slow'), 3);
    const first = room.deliver();
    while (room.tries.length === 0) await nextTurn();
    await oweTo(tools, channelNamed('other'));
    await room.deliver();
    expect(room.shownIn(lane('other'))).toHaveLength(1);
    expect(room.tries.filter(tried => tried.lane === lane('slow'))).toHaveLength(1);
    answer({ kind: 'sent', ref: 'ref' });
    await first;
    expect(room.shownIn(lane('slow'))).toHaveLength(3);
  });
});

describe('two processes on one file', () => {
  let folder: string;
  let clock: TestTools['world']['clock'];
  let other: TestTools;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'laget-due-'));
    await tools.store.close();
    tools = testTools(folder);
    clock = tools.world.clock;
    other = testTools(folder, clock);
  });
  afterEach(async () => {
    await other.store.close();
    rmSync(folder, { recursive: true });
  });

  test('send each delivery once, and each place its own in order', async () => {
    const [one, two] = [createRoom(tools, { pace: onePerSecond }), createRoom(other, { pace: onePerSecond })];
    for (let place = 0; place < 20; place += 1) await oweTo(tools, channelNamed(`${place}`), 4);
    await pass(tools, 30, one.deliver, two.deliver);
    for (let place = 0; place < 20; place += 1) {
      const tries = [...one.tries, ...two.tries].filter(tried => tried.lane === lane(`${place}`));
      const byTime = tries.toSorted((a, b) => (a.at < b.at ? -1 : 1)).map(({ key }) => key);
      expect(byTime).toEqual(await inOrder(`${place}`));
    }
    expect(new Set(await states())).toEqual(new Set(['sent']));
  });
});
