import { beforeEach, expect, test } from '@jest/globals';
import { type MicrosoftToken, microsoftToken, type Token } from '../../src/platforms/microsoft-token.ts';
import { epochMsOf } from '../../src/world.ts';
import { type HandClock, handClock } from '../cast.ts';

let clock: HandClock;
let asked: number;
let isOut: boolean;
let token: MicrosoftToken;

beforeEach(() => {
  clock = handClock();
  asked = 0;
  isOut = false;
  token = microsoftToken(async (): Promise<Token> => {
    asked += 1;
    if (isOut) throw new Error('Nobody answers');
    return { text: `token ${asked}`, untilMs: epochMsOf(clock.now()) + 3_600_000 };
  }, clock);
});

test('many who need it at once ask once, and it is kept till five minutes before its end', async () => {
  expect(await Promise.all([token.get(), token.get(), token.get()])).toEqual(Array(3).fill('token 1'));
  clock.advance(55 * 60_000 - 1);
  expect(await token.get()).toBe('token 1');
  clock.advance(1);
  expect(await token.get()).toBe('token 2');
});

test('one that was not taken is asked for anew', async () => {
  await token.get();
  token.forget();
  expect(await token.get()).toBe('token 2');
});

test('when none can be had, that is said, and the next who needs it asks again', async () => {
  isOut = true;
  await expect(Promise.all([token.get(), token.get()])).rejects.toThrow('Nobody answers');
  expect(asked).toBe(1);
  isOut = false;
  expect(await token.get()).toBe('token 2');
});
