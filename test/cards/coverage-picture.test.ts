/** What the picture of a round shows, and that its words say the same. */
import { describe, expect, test } from '@jest/globals';
import { barsPicture, type Fill, fills, pictureInk, picturePaper, pictureWidth } from '../../cards/bars-picture.ts';
import { cardLimits } from '../../cards/limits.ts';
import {
  type CoverageNumbers,
  coverageAlt,
  coverageAsked,
  coverageNumbers,
  coveragePicture,
} from '../../cards/needs/coverage-picture.ts';
import { roundCard } from '../../cards/needs/round-card.ts';
import { countyName, ownerTypeName } from '../../cards/needs/round-words.ts';
import { plainText } from '../../cards/plain-text.ts';
import { withoutPictures } from '../../cards/without-pictures.ts';
import { openPicture } from '../../src/bot/open-picture.ts';
import { coverageOf, coverageStates } from '../../src/features/needs/coverage.ts';
import { languages } from '../../src/features/networks/network.ts';
import { counties } from '../../src/reference/municipalities.ts';
import { speak } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import { aRound, everyRound, pictureUrl } from './every-card-round.ts';

const zone = 'Europe/Oslo';
const nb = speak('nb', zone);
const numbers = [12, 6, 1, 20, 2];
const two: CoverageNumbers = {
  all: numbers,
  by: 'county',
  groups: [
    ['55', [7, 2, 1, 11, 1]],
    ['56', [5, 4, 0, 9, 1]],
  ],
};
const country: CoverageNumbers = {
  all: [180, 60, 15, 120, 24],
  by: 'county',
  groups: counties.map(({ number }) => [number, [12, 14, 11, 18, 13]]),
};

describe.each(languages)('in %s', language => {
  const speech = speak(language, zone);
  const texts = speech.say.round;

  test('the words tell every number that the picture shows', () => {
    const alt = coverageAlt(two, speech);
    const [whole = '', ...groups] = alt
      .split(texts.byCounty.concat('.'))
      .flatMap((part, at) => (at === 0 ? [part] : part.split(/(?=Finnmark)/)));
    expect(whole).toContain(texts.allInvited);
    const tells = (part: string, given: readonly number[]) => {
      const [answered = 0, ...others] = given;
      const invited = given.reduce((sum, n) => sum + n, 0);
      expect(part).toContain(texts.of(answered, invited, speech.share(answered / invited)));
      others.forEach((n, at) => {
        const state = coverageStates[at + 1] ?? 'missing';
        if (n > 0) expect(part).toContain(`${texts.coverage[state]} ${n}`);
        else expect(part).not.toContain(texts.coverage[state]);
      });
    };
    tells(whole, numbers);
    two.groups.forEach(([code, given], at) => {
      expect(groups[at]).toContain(countyName(code, speech));
      tells(groups[at] ?? '', given);
    });
  });

  test('they are few enough for fifteen counties with all five states each', () => {
    expect(country.groups).toHaveLength(15);
    expect(coverageAlt(country, speech).length).toBeLessThanOrEqual(cardLimits.alt);
    expect(pictureUrl({ picture: 'coverage', language, ...country }).length).toBeLessThanOrEqual(cardLimits.url);
  });

  test('each label and number stands in the picture', () => {
    const { svg } = barsPicture(coveragePicture(two, speech));
    for (const state of coverageStates) expect(svg).toContain(`>${texts.coverage[state]}<`);
    for (const [code] of two.groups) expect(svg).toContain(`>${countyName(code, speech)}<`);
    for (const n of [...numbers, ...two.groups.flatMap(([, each]) => each)].filter(each => each > 0)) {
      expect(svg).toContain(`font-weight="700">${n}<`);
    }
  });
});

test('the numbers stand as they are covered, by county, by owner type where all are of one county, else alone', () => {
  const of = (answered: number) => coverageOf([...Array(answered).fill('answered'), 'missing']);
  const both = new Map([
    ['a', of(1)],
    ['b', of(2)],
  ]);
  const one = new Map([['a', of(3)]]);
  const groups = [
    ['a', [1, 0, 0, 1, 0]],
    ['b', [2, 0, 0, 1, 0]],
  ];
  expect(coverageNumbers({ all: of(3), byCounty: both, byOwnerType: both }, nb)).toMatchObject({
    by: 'county',
    groups,
  });
  expect(coverageNumbers({ all: of(3), byCounty: one, byOwnerType: both }, nb)).toMatchObject({
    by: 'ownerType',
    groups,
  });
  expect(coverageNumbers({ all: of(3), byCounty: one, byOwnerType: one }, nb)).toEqual({
    all: [3, 0, 0, 1, 0],
    groups: [],
  });
});

test('what the network calls a type of owner goes along, and stands in the picture', () => {
  const terms = { 'owner-types': { renamed: { municipality: 'Kommunene våre' }, added: [] } };
  const own = speak('nb', zone, terms);
  const coverage = {
    all: coverageOf(['answered', 'missing']),
    byCounty: new Map(),
    byOwnerType: new Map([
      ['municipality', coverageOf(['answered'])],
      ['privateSchool', coverageOf(['missing'])],
    ]),
  };
  const given = coverageNumbers(coverage, own);
  expect(given.groups.map(([, , name]) => name)).toEqual(['Kommunene våre', undefined]);
  expect(coverageAlt(given, own)).toContain('Kommunene våre: 1 av 1');
  const svg = openPicture(JSON.parse(JSON.stringify(coverageAsked(given, 'nb'))));
  expect(svg).toContain('>Kommunene våre<');
  expect(svg).toContain(`>${ownerTypeName('privateSchool', nb)}<`);
});

test('nobody invited is an empty bar, and no share of nothing', () => {
  const none = { all: [0, 0, 0, 0, 0], groups: [] };
  expect(coverageAlt(none, nb)).toBe(`Har svart. Alle inviterte: 0 av 0 (${nb.share(0)}).`);
  expect(barsPicture(coveragePicture(none, nb)).svg).not.toContain('NaN');
});

test('bars lie within the picture, and fill their room however small a share is', () => {
  for (const all of [numbers, [1, 1, 1, 1, 1000], [1, 0, 0, 0, 0], [999, 999, 999, 999, 999], [0, 0, 1, 0, 356]]) {
    const { svg } = barsPicture(coveragePicture({ all, groups: [] }, nb));
    const bars = [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="34.5"/g)];
    const ends = bars.map(([, x, width]) => [Number(x), Number(x) + Number(width)] as const);
    expect(ends).toHaveLength(all.filter(n => n > 0).length);
    expect(ends[0]?.[0]).toBeCloseTo(16.75);
    expect(ends.at(-1)?.[1]).toBeCloseTo(pictureWidth - 16.75);
    for (const [at, [start]] of ends.slice(1).entries()) expect(start - (ends[at]?.[1] ?? 0)).toBeCloseTo(4.5, 1);
  }
});

test('long names and markup are shown as they are, shortened where there is no room', () => {
  const bar = (label: string) => ({ label, value: '5 av 20 (25 %)', segments: [] });
  const { svg } = barsPicture({
    heading: 'Har svart',
    whole: bar('Kárášjoga gielda <b>&"'),
    legend: [],
    groups: {
      heading: 'x'.repeat(300),
      bars: [bar('Kirkekontoret for nordre og søndre Øvre Eiker'), bar('a\u0000b')],
    },
  });
  expect(svg).toContain('>Kárášjoga gielda<');
  expect(svg).toContain('>&lt;b&gt;&amp;&quot;<');
  expect(svg).toMatch(/>x{20,}…</);
  expect(svg).toContain('>Kirkekontoret for<');
  expect(svg).toContain('>nordre og søndre…<');
  expect(svg).toContain('>a b<');
});

/** WCAG 2.1, relative luminance. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [one, other].map(luminance).toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map(at => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test('what stands side by side is told apart without its colour', () => {
  const used = coveragePicture({ all: numbers, groups: [] }, nb).legend.map(({ fill }) => fill);
  expect(new Set(used).size).toBe(coverageStates.length);
  const between = (one: Fill | undefined, other: Fill) =>
    contrast(one ? fills[one].ground : picturePaper, fills[other].ground);
  for (const [at, fill] of used.slice(1).entries()) expect(between(used[at], fill)).toBeGreaterThanOrEqual(3);
  // Whichever stand side by side, an edge and a gap of white part them.
  expect(contrast(pictureInk, picturePaper)).toBeGreaterThanOrEqual(7);
  const marks = used.map(fill => fills[fill].mark).filter(mark => mark !== '');
  expect(new Set(marks).size).toBe(3);
});

test('a link stands in postings for years, so what was ever signed is still drawn', () => {
  const released = {
    picture: 'coverage',
    language: 'se',
    all: [1, 0, 0, 2, 0],
    by: 'ownerType',
    groups: [['municipality', [1, 0, 0, 2, 0]]],
  };
  expect(openPicture(JSON.parse(JSON.stringify(released)))).toContain('<svg');
  expect(openPicture({ ...released, added: 'tomorrow' })).toContain('<svg');
  expect(openPicture({ ...released, language: 'xx' })).toBeUndefined();
  expect(openPicture({ file: 'poll' })).toBeUndefined();
});

describe('the round’s card', () => {
  const now = '2027-01-20T08:00:00.000Z' as Instant;
  const [, shown] = everyRound.find(([name]) => name.startsWith('input, one office, everything')) ?? [];
  if (!shown) throw new Error('No such round');

  test('shows a picture where it can be fetched, and the very same bars in words where it cannot', () => {
    const inWords = roundCard(shown, nb);
    const card = roundCard({ ...shown, pictureUrl }, nb);
    expect(card.parts.filter(({ kind }) => kind === 'picture')).toHaveLength(1);
    expect(inWords.parts.some(({ kind }) => kind === 'picture')).toBe(false);
    expect(withoutPictures(card)).toEqual(inWords);
    expect(plainText(card)).toContain(coverageAlt(coverageNumbers(shown.coverage, nb), nb));
  });

  test('has another address for other numbers, and the same for the same', () => {
    const urlOf = (coverage: typeof shown.coverage) =>
      roundCard({ round: aRound(), coverage, now, pictureUrl }, nb).parts.flatMap(part =>
        part.kind === 'picture' ? [part.url] : [],
      );
    expect(urlOf(shown.coverage)).toEqual(urlOf(structuredClone(shown.coverage)));
    expect(urlOf({ ...shown.coverage, all: coverageOf(['answered']) })).not.toEqual(urlOf(shown.coverage));
  });
});
