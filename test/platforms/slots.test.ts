import { expect, test } from '@jest/globals';
import { createSlots } from '../../src/platforms/slots.ts';

test('so much at once, the rest in the order it came', async () => {
  const inTurn = createSlots(2);
  const log: string[] = [];
  const works = ['a', 'b', 'c', 'd'].map(name => ({ name, ...Promise.withResolvers<void>() }));
  const all = works.map(({ name, promise }) =>
    inTurn(1000, async () => {
      log.push(name);
      await promise;
      return name;
    }),
  );
  await Promise.resolve();
  expect(log).toEqual(['a', 'b']);
  works[1]?.resolve();
  await all[1];
  await Promise.resolve();
  expect(log).toEqual(['a', 'b', 'c']);
  for (const { resolve } of works) resolve();
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
});

test('whoever has waited long enough goes away, and takes no one’s turn', async () => {
  const inTurn = createSlots(1);
  const first = Promise.withResolvers<string>();
  const running = inTurn(1000, () => first.promise);
  const impatient = await inTurn(10, async () => 'never');
  expect(impatient).toBeUndefined();
  const patient = inTurn(1000, async () => 'third');
  first.resolve('first');
  expect(await Promise.all([running, patient])).toEqual(['first', 'third']);
});

test('work that fails gives its turn back', async () => {
  const inTurn = createSlots(1);
  await expect(inTurn(10, () => Promise.reject(new Error('x')))).rejects.toThrow('x');
  expect(await inTurn(10, async () => 'next')).toBe('next');
});
