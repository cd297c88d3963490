import { expect, test } from '@jest/globals';
import { BoundedCache } from '../src/bounded-cache.ts';
import { handClock } from './cast.ts';

test('forgets the oldest first, and everything in time', () => {
  const clock = handClock();
  const cache = new BoundedCache<number>(2, { clock, forMs: 1000 });
  cache.set('a', 1);
  cache.set('b', 2);
  cache.set('a', 3);
  cache.set('c', 4);
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([3, undefined, 4]);
  clock.advance(1000);
  expect([cache.get('a'), cache.get('c')]).toEqual([undefined, undefined]);
});

test('forgets nothing in time where none is said', () => {
  const cache = new BoundedCache<number>(1);
  cache.set('a', 1);
  expect(cache.get('a')).toBe(1);
  cache.set('b', 2);
  expect([cache.get('a'), cache.get('b')]).toEqual([undefined, 2]);
});
