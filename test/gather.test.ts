import { expect, test } from '@jest/globals';
import { createGather } from '../src/gather.ts';

test('those who ask in one turn share one work, which begins after the last of them has asked', async () => {
  const gather = createGather();
  const seen: string[] = [];
  const work = async () => seen.join();
  const first = gather('a', work);
  seen.push('x');
  const second = gather('a', work);
  seen.push('y');
  expect(await Promise.all([first, second])).toEqual(['x,y', 'x,y']);
});

test('who asks in a later turn gets work of their own', async () => {
  const gather = createGather();
  let works = 0;
  const work = async () => {
    works += 1;
    return works;
  };
  expect(await gather('a', work)).toBe(1);
  expect(await gather('a', work)).toBe(2);
});

test('other names are other work, and a failure is told to all who asked and to nobody after', async () => {
  const gather = createGather();
  const fails = () => Promise.reject(new Error('away'));
  const told = await Promise.allSettled([gather('a', fails), gather('a', fails), gather('b', async () => 'b')]);
  expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
  expect(await gather('a', async () => 'a')).toBe('a');
});
