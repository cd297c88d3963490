import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { createTurns } from '../src/turns.ts';

describe('turns', () => {
  test('work under one name is done in the order it was asked for, one at a time', async () => {
    const turns = createTurns();
    const seen: string[] = [];
    const work = (word: string, ms: number) => async () => {
      seen.push(`${word} begins`);
      await pause(ms);
      seen.push(`${word} ends`);
    };
    await Promise.all([turns('urn', work('slow', 15)), turns('urn', work('quick', 0))]);
    expect(seen).toEqual(['slow begins', 'slow ends', 'quick begins', 'quick ends']);
  });

  test('work under another name does not wait', async () => {
    const turns = createTurns();
    const never = turns('one', () => new Promise<never>(() => undefined));
    expect(await Promise.race([never, turns('other', async () => 'done')])).toBe('done');
  });

  test('work that fails tells its own caller and lets the next one in', async () => {
    const turns = createTurns();
    const fails = turns('urn', async () => {
      throw new Error('broken');
    });
    const next = turns('urn', async () => 'done');
    await expect(fails).rejects.toThrow('broken');
    expect(await next).toBe('done');
  });
});
