/** One holder at a time, also when the last one died; what a lane has used up outlives whoever held it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type HeldLane, takeLane } from '../../src/delivery/lanes.ts';
import { claimMs } from '../../src/delivery/next-try.ts';
import type { Pace } from '../../src/delivery/pace.ts';
import { later } from '../../src/world.ts';
import { castStart, type TestTools, testTools } from '../cast.ts';

let folder: string;
let tools: TestTools;
let other: TestTools;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'laget-lanes-'));
  tools = testTools(folder);
  other = testTools(folder, tools.world.clock);
});
afterEach(async () => {
  await tools.store.close();
  await other.store.close();
  rmSync(folder, { recursive: true });
});

const pace: Pace = [{ burst: 2, everyMs: 1000 }];

async function take(by: TestTools = tools, name = 'test|place'): Promise<HeldLane> {
  const lane = await takeLane(by, name, pace);
  if (!lane) throw new Error('Another holds the lane');
  return lane;
}

describe('a lane in hand', () => {
  test('is nobody else’s until it is given back; another lane is free', async () => {
    const lane = await take();
    expect(await takeLane(other, 'test|place', pace)).toBeUndefined();
    expect(await takeLane(tools, 'test|place', pace)).toBeUndefined();
    await take(other, 'test|elsewhere');
    await lane.giveBack();
    await take(other);
  });

  test('goes to one of those who reach for it at once', async () => {
    const taken = await Promise.all([tools, other, tools, other].map(by => takeLane(by, 'test|place', pace)));
    expect(taken.filter(lane => lane !== undefined)).toHaveLength(1);
  });

  test('is another’s when its holder has been gone as long as a claim lasts, and the late one changes nothing', async () => {
    const dead = await take();
    dead.rest(later(castStart, 900_000));
    tools.world.clock.advance(claimMs - 1);
    expect(await takeLane(other, 'test|place', pace)).toBeUndefined();
    tools.world.clock.advance(1);
    const living = await take(other);
    await dead.giveBack();
    expect(await takeLane(tools, 'test|place', pace)).toBeUndefined();
    expect(living.freeAt()).toBe(tools.world.clock.now());
    await living.giveBack();
    await take();
  });
});

describe('what a lane has used', () => {
  test('counts for whoever takes it next', async () => {
    const lane = await take();
    lane.use();
    lane.use();
    await lane.giveBack();
    expect((await take(other)).freeAt()).toBe(later(castStart, 1000));
  });

  test('and how long it was asked to rest, whichever is longer', async () => {
    const lane = await take();
    lane.rest(later(castStart, 5000));
    lane.rest(later(castStart, 3000));
    await lane.giveBack();
    const next = await take(other);
    expect(next.freeAt()).toBe(later(castStart, 5000));
    tools.world.clock.advance(5000);
    expect(next.freeAt()).toBe(tools.world.clock.now());
  });
});

describe('those who wait', () => {
  test('have their turns one step after another, and whoever comes later comes behind them', async () => {
    const lane = await take();
    lane.use();
    lane.use();
    const free = lane.freeAt();
    expect([0, 1, 2].map(place => lane.queue(place))).toEqual([0, 1, 2].map(step => later(free, step * 1000)));
    expect(lane.queueLast()).toBe(later(free, 3000));
    await lane.giveBack();
    const next = await take(other);
    expect(next.queuedUntil()).toBe(later(free, 3000));
    expect(next.queueLast()).toBe(later(free, 4000));
  });

  test('are forgotten when their turns are past', async () => {
    const lane = await take();
    lane.queue(3);
    tools.world.clock.advance(10_000);
    await lane.giveBack();
    expect((await take(other)).queuedUntil()).toBeUndefined();
  });
});
