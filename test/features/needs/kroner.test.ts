import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readKroner } from '../../../src/features/needs/kroner.ts';

describe('an amount as people write it', () => {
  test.each([
    ['1.000.000', 1_000_000],
    ['1 000 000', 1_000_000],
    ['1\u00a0000\u00a0000', 1_000_000],
    ["1'000'000", 1_000_000],
    ['250000', 250_000],
    ['kr 40 000,-', 40_000],
    ['40 000,00 kr', 40_000],
    ['NOK 5', 5],
    ['0', 0],
    [' 007 ', 7],
  ])('%s is read', (typed, kroner) => {
    expect(readKroner(typed)).toEqual({ ok: true, value: kroner });
  });

  test.each([
    ['1 000,5', 'not-whole'],
    ['0,50', 'not-whole'],
    ['-5', 'negative'],
    ['−1 000', 'negative'],
    ['1.00', 'not-a-number'],
    ['1.0000', 'not-a-number'],
    ['1.000 000', 'not-a-number'],
    ['10 00', 'not-a-number'],
    ['en million', 'not-a-number'],
    ['', 'not-a-number'],
    ['1e6', 'not-a-number'],
    ['99999999999', 'too-much'],
  ])('%s is refused', (typed, refusal) => {
    expect(readKroner(typed)).toEqual({ ok: false, refusal });
  });

  test('is the same however its thousands stand apart', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), fc.constantFrom('', ' ', '.', '’', '\u202f'), (kroner, between) => {
        const typed = String(kroner).replace(/\B(?=(\d{3})+$)/g, between);
        expect(readKroner(typed)).toEqual({ ok: true, value: kroner });
      }),
    );
  });
});
