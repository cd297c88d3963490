import { describe, expect, test } from '@jest/globals';
import { counties, governorsOffices, municipalities } from '../../src/reference/municipalities.ts';

/** County, its municipalities, and how many of them chose nb, nn and neither (2025). */
const countyCounts: ReadonlyArray<readonly [string, number, number, number, number]> = [
  ['03', 1, 0, 0, 1],
  ['11', 23, 2, 8, 13],
  ['15', 27, 0, 15, 12],
  ['18', 41, 20, 0, 21],
  ['31', 12, 11, 0, 1],
  ['32', 21, 14, 0, 7],
  ['33', 18, 10, 3, 5],
  ['34', 46, 22, 7, 17],
  ['39', 6, 3, 0, 3],
  ['40', 17, 2, 8, 7],
  ['42', 25, 7, 6, 12],
  ['46', 43, 0, 41, 2],
  ['50', 38, 7, 0, 31],
  ['55', 21, 7, 0, 14],
  ['56', 18, 14, 0, 4],
];

const officeCounts: ReadonlyArray<readonly [string, number]> = [
  ['sf-agder', 25],
  ['sf-innlandet', 46],
  ['sf-more-og-romsdal', 27],
  ['sf-nordland', 41],
  ['sf-rogaland', 23],
  ['sf-troms-og-finnmark', 39],
  ['sf-trondelag', 38],
  ['sf-vestfold-og-telemark', 23],
  ['sf-vestland', 43],
  ['sf-obosa', 52],
];

test('fifteen counties, ten offices, 357 municipalities, each number once', () => {
  expect(new Set(municipalities.map(({ number }) => number)).size).toBe(357);
  expect(counties.map(({ number }) => number)).toEqual(countyCounts.map(([number]) => number));
  expect(governorsOffices.map(({ id }) => id).toSorted()).toEqual(officeCounts.map(([id]) => id).toSorted());
});

test.each(countyCounts)(
  'county %s: %i municipalities, by written language %i, %i and %i',
  (number, all, nb, nn, neutral) => {
    const own = municipalities.filter(({ county }) => county === number);
    const inLanguage = (language: string) => own.filter(({ writtenLanguage }) => writtenLanguage === language).length;
    expect([own.length, inLanguage('nb'), inLanguage('nn'), inLanguage('neutral')]).toEqual([all, nb, nn, neutral]);
  },
);

test.each(officeCounts)('office %s: %i municipalities', (id, all) => {
  const office = governorsOffices.find(each => each.id === id);
  expect(municipalities.filter(({ county }) => office?.counties.includes(county))).toHaveLength(all);
});

test('every county belongs to one office', () => {
  expect(governorsOffices.flatMap(office => office.counties).toSorted()).toEqual(counties.map(({ number }) => number));
});

test('a number begins with its county', () => {
  expect(municipalities.filter(({ number, county }) => number.slice(0, 2) !== county)).toEqual([]);
});

describe('names', () => {
  test('are composed and trimmed', () => {
    const all = [...municipalities, ...counties].flatMap(({ names }) => names);
    expect(all.filter(name => name !== name.normalize('NFC').trim())).toEqual([]);
  });

  test.each([
    ['5610', 'Kárášjohka – Karasjok'],
    ['5540', 'Gáivuotna – Kåfjord – Kaivuono'],
    ['5622', 'Porsanger – Porsáŋgu – Porsanki'],
    ['5544', 'Nordreisa – Ráisa – Raisi'],
    ['1875', 'Hábmer – Hamarøy'],
    ['5501', 'Tromsø'],
  ])('of %s in the order shown: %s', (number, shown) => {
    expect(municipalities.find(each => each.number === number)?.names.join(' – ')).toBe(shown);
  });
});

test('every municipality in Troms and Finnmark has the number of 2020-2023, and no former number is another today', () => {
  const north = municipalities.filter(({ county }) => county === '55' || county === '56');
  const former = north.flatMap(({ formerNumbers = [] }) => formerNumbers);
  expect(north.filter(({ formerNumbers }) => !formerNumbers?.[0]?.startsWith('54'))).toEqual([]);
  expect(new Set(former).size).toBe(former.length);
  expect(former.filter(number => municipalities.some(each => each.number === number))).toEqual([]);
});
