import { describe, expect, test } from '@jest/globals';
import { lacksOf, maySend, type NeedAsked } from '../../../src/features/needs/completeness.ts';
import { type NeedContent, needContent } from '../../../src/features/needs/need-fields.ts';
import { type GrantScheme, schemeOf } from '../../../src/reference/grant-schemes.ts';

const collective = schemeOf('collective') as GrantScheme;
const asked: NeedAsked = {
  form: 'need',
  scheme: collective,
  year: 2027,
  isAfterDeadline: false,
};

const whole: NeedContent = needContent.parse({
  kind: 'new',
  ownerType: 'municipality',
  participants: 'Alle barnehager\nAlle skoler\nPP-tjenesten',
  sectors: ['kindergarten', 'primarySchool', 'eps'],
  privateOwners: 'yes',
  title: 'Inkluderende praksis i overganger',
  themes: ['inclusivePractice'],
  description: 'Personalet trenger felles kunnskap om hvordan overganger mellom barnehage og skole kan bli trygge.',
  analysisBasis: ['surveyStaff'],
  staffInvolvement: 'Drøftet med tillitsvalgte i januar.',
  anchoring: ['owner'],
  targetGroups: ['teachers'],
  participantCount: '120',
  goal: 'Alle overganger følger en felles plan.',
  plannedMeasure: 'Fire samlinger med arbeid på egen arbeidsplass imellom.',
  partner: 'UiT Norges arktiske universitet',
  partnerState: 'agreed',
  from: '2027-08',
  to: '2029-06',
  amounts: [{ year: 2027, owner: '200 000', partner: '150 000', coordination: '0' }],
  contact: 'Koordinatoren',
});

const lackIn = (change: Partial<NeedContent>, more: Partial<NeedAsked> = {}) =>
  lacksOf({ ...whole, ...change }, { ...asked, ...more }).map(({ field, lack, severity }) => [field, lack, severity]);

test('what is whole may be sent', () => {
  expect(lacksOf(whole, asked)).toEqual([]);
  expect(maySend(lacksOf(whole, asked))).toBe(true);
});

test('nothing filled in: each field that is asked for is named', () => {
  const lacks = lacksOf({}, asked);
  expect(lacks.filter(({ lack }) => lack === 'missing').map(({ field }) => field)).toContain('description');
  expect(maySend(lacks)).toBe(false);
});

describe('what is said of', () => {
  test.each<[string, Partial<NeedContent>, readonly unknown[]]>([
    ['a missing sector', { sectors: ['kindergarten'] }, ['sectorExplanation', 'sector-missing', 'explain']],
    ['private owners left out', { privateOwners: 'no' }, ['privateOwnersText', 'private-owners-left-out', 'explain']],
    ['leaders without a date', { anchoring: ['leaderGroup'] }, ['anchoredOn', 'no-anchoring-date', 'explain']],
    ['a partner not confirmed', { partnerState: 'contacted' }, ['partnerState', 'partner-not-confirmed', 'explain']],
    ['a period the wrong way', { to: '2027-07' }, ['to', 'period-wrong-way', 'block']],
    ['38 months', { from: '2027-01', to: '2030-02' }, ['to', 'period-too-long', 'block']],
    ['a start before the grant', { from: '2026-12' }, ['from', 'starts-before-grant-year', 'block']],
    [
      'money outside the period',
      { to: '2027-12', amounts: [{ year: 2028, owner: 1, partner: 0, coordination: 0 }] },
      ['amounts', 'amount-outside-period', 'block'],
    ],
  ])('%s', (_, change, lack) => {
    expect(lackIn(change)).toEqual([lack]);
  });

  test('a sector that is explained, and private owners where there are none or who answer themselves: nothing', () => {
    expect(lackIn({ sectors: ['eps'], sectorExplanation: 'Gjelder bare PPT.' })).toEqual([]);
    expect(lackIn({ privateOwners: 'noneInMunicipality' })).toEqual([]);
    expect(lackIn({ privateOwners: 'no', privateOwnersText: 'De er ikke spurt ennå.' })).toEqual([]);
    expect(lackIn({ privateOwners: 'no', ownerType: 'privateKindergarten' })).toEqual([]);
  });

  test('a partner that is not there: explained until the deadline, then blocking', () => {
    expect(lackIn({ partner: undefined, partnerState: 'none' })).toEqual([['partner', 'partner-missing', 'explain']]);
    expect(lackIn({ partner: undefined }, { isAfterDeadline: true })).toEqual([
      ['partner', 'partner-missing', 'block'],
    ]);
  });

  test('only what is needed, with no money: no measure, months or partner is asked for, at any time', () => {
    const { plannedMeasure: _1, partner: _2, partnerState: _3, from: _4, to: _5, amounts: _6, ...needed } = whole;
    for (const isAfterDeadline of [false, true]) {
      expect(lacksOf({ ...needed, kind: 'needsOnly' }, { ...asked, isAfterDeadline })).toEqual([]);
      expect(lackIn({ kind: 'needsOnly', partnerState: 'contacted' }, { isAfterDeadline })).toEqual([]);
    }
    expect(lacksOf(needed, asked).map(({ field }) => field)).toEqual(
      expect.arrayContaining(['plannedMeasure', 'partnerState', 'from', 'to', 'amounts', 'partner']),
    );
  });

  test('co-funding: only where the scheme asks for it', () => {
    const scheme = schemeOf('decentralised') as GrantScheme;
    expect(lackIn({ coFunding: 104_999 }, { scheme })).toEqual([['coFunding', 'co-funding-low', 'explain']]);
    expect(lackIn({ coFunding: 105_000 }, { scheme })).toEqual([]);
  });

  test('an innspill: six fields and no more', () => {
    expect(lacksOf({}, { ...asked, form: 'input' })).toHaveLength(6);
  });
});
