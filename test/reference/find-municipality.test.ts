import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findMunicipality, theMunicipality } from '../../src/reference/find-municipality.ts';
import { municipalities } from '../../src/reference/municipalities.ts';

const first = (query: string) => findMunicipality(query)[0]?.number;

describe('found first', () => {
  test.each([
    ['karasjok', '5610'],
    ['Kárášjohka', '5610'],
    ['KARASJOHKA', '5610'],
    ['5610', '5610'],
    ['  Karasjok   kommune ', '5610'],
    ['5610 Karasjok', '5610'],
    ['Kárášjohka – Karasjok', '5610'],
    ['Karasjok/Kárášjohka', '5610'],
    ['lavangen', '5518'],
    ['Gáivuotna', '5540'],
    ['Gáivuotna suohkan', '5540'],
    ['tromso', '5501'],
    ['Tromsø kommune', '5501'],
    ['porsangu', '5622'],
    ['Ivgu', '5536'],
    ['Tråante', '5001'],
    ['unjarga', '5636'],
    ['sør-varanger', '5605'],
    ['varanger', '5605'],
    ['Ås', '3218'],
    ['Os', '3430'],
    ['oslo', '0301'],
  ])('%j is %s', (query, number) => {
    expect(first(query)).toBe(number);
  });

  test.each([
    ['5401', '5501'],
    ['1902', '5501'],
    ['1931', '5530'],
    ['5437', '5610'],
    ['2021', '5610'],
  ])('%s, the number of before, is %s', (former, number) => {
    expect(findMunicipality(former).map(found => found.number)).toEqual([number]);
  });
});

describe('every municipality', () => {
  const anyMunicipality = fc.constantFrom(...municipalities);
  const anyName = anyMunicipality.chain(({ number, names, otherNames = [] }) =>
    fc.constantFrom(...names, ...otherNames).map(name => ({ number, name })),
  );
  const writing = fc.constantFrom<(name: string) => string>(
    name => name,
    name => name.toUpperCase(),
    name => name.normalize('NFD'),
    name => ` ${name.toLowerCase()} kommune`,
  );

  test('is found by its number, alone', () => {
    fc.assert(
      fc.property(anyMunicipality, municipality => {
        expect(findMunicipality(municipality.number)).toEqual([municipality]);
      }),
    );
  });

  test('is found by each of its names, however written, before those that only begin so', () => {
    fc.assert(
      fc.property(anyName, writing, ({ number, name }, write) => {
        const found = findMunicipality(write(name)).map(each => each.number);
        const namesakes = municipalities.filter(({ names }) => names.includes(name)).length;
        expect(found.slice(0, Math.max(namesakes, 1))).toContain(number);
      }),
      { numRuns: 1000 },
    );
  });

  test('is among those found by the beginning of a name', () => {
    fc.assert(
      fc.property(anyName, fc.nat({ max: 20 }), ({ number, name }, length) => {
        const beginning = name.slice(0, length + 1).trim();
        fc.pre(beginning.length > 0);
        expect(findMunicipality(beginning).map(each => each.number)).toContain(number);
      }),
    );
  });
});

test('names borne twice give both', () => {
  expect(findMunicipality('Herøy').map(({ number }) => number)).toEqual(['1515', '1818']);
});

test.each(['', '  ', 'kommune', '9999', '56100', 'Atlantis', '%', 'Oslo; drop'])('%j', query => {
  expect(findMunicipality(query).map(({ number }) => number)).toEqual(query.startsWith('Oslo') ? ['0301'] : []);
});

test('the one municipality is told by its number or its whole name, and not where two share it', () => {
  expect(theMunicipality('Karasjok')?.number).toBe('5610');
  expect(theMunicipality('KÁRÁŠJOHKA kommune')?.number).toBe('5610');
  expect(theMunicipality('5401')?.number).toBe('5501');
  expect(theMunicipality('Herøy')).toBeUndefined();
  expect(theMunicipality('Trom')).toBeUndefined();
});
