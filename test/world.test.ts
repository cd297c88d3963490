import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayOf, epochMsOf, type Instant, idFrom, instantOf, later } from '../src/world.ts';

const epochMs = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) });

describe('instants', () => {
  test('sort as text in the order of time', () => {
    fc.assert(fc.property(epochMs, epochMs, (a, b) => instantOf(a) < instantOf(b) === a < b));
  });

  test('come back as the milliseconds they were made of', () => {
    fc.assert(fc.property(epochMs, ms => epochMsOf(instantOf(ms)) === ms));
  });

  test('a whole second still has its milliseconds, so that all have one length', () => {
    expect(later('2026-12-31T23:59:59.000Z' as Instant, 1000)).toBe('2027-01-01T00:00:00.000Z');
  });

  test('belong to the day of the zone, not of UTC', () => {
    const lateInOslo = '2026-06-30T22:30:00.000Z' as Instant;
    expect(dayOf(lateInOslo, 'Europe/Oslo')).toBe('2026-07-01');
    expect(dayOf(lateInOslo, 'UTC')).toBe('2026-06-30');
  });
});

describe('ids from words', () => {
  test('the same words give the same id', () => {
    expect(idFrom('poll', 'a')).toBe(idFrom('poll', 'a'));
  });

  test('where one word ends and the next begins matters', () => {
    expect(idFrom('ab', 'c')).not.toBe(idFrom('a', 'bc'));
  });
});
