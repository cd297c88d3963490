import { describe, expect, test } from '@jest/globals';
import { pickInvited } from '../../../src/features/needs/invited.ts';

function pick(...lines: string[]) {
  const picked = pickInvited(lines);
  if (!picked.ok) throw new Error(picked.refusal.code);
  return picked.value;
}

test('all of Troms and Finnmark is 39 municipalities and two county municipalities', () => {
  const picked = pick('Troms og Finnmark');
  expect(picked.filter(({ ownerType }) => ownerType === 'municipality')).toHaveLength(39);
  expect(picked.filter(({ ownerType }) => ownerType === 'countyMunicipality').map(({ key }) => key)).toEqual([
    'fylke|55',
    'fylke|56',
  ]);
});

test('the whole country is 357 municipalities and, Oslo being both, 14 county municipalities', () => {
  const picked = pick(
    'Agder',
    'Innlandet',
    'Møre og Romsdal',
    'Nordland',
    'Rogaland',
    'Troms',
    'Finnmark',
    'Trøndelag',
    'Vestfold',
    'Telemark',
    'Vestland',
    'Østfold',
    'Akershus',
    'Buskerud',
    'Oslo',
  );
  expect(picked).toHaveLength(357 + 14);
});

describe('one line', () => {
  test.each([
    ['Tromsø', 'kommune|5501'],
    ['5401', 'kommune|5501'],
    ['Karasjok kommune', 'kommune|5610'],
    ['Kárášjohka', 'kommune|5610'],
    ['Privat: Solstua barnehager', 'eier|solstua barnehager'],
    ['friskole: Fjellskolen', 'eier|fjellskolen'],
    ['private: Solstua', 'eier|solstua'],
    ['independent school: Fjellskolen', 'eier|fjellskolen'],
    ['Oslo', 'kommune|0301'],
  ])('%s', (line, key) => {
    expect(pick(line).map(each => each.key)).toEqual([key]);
  });
});

test('a party named twice is invited once, and stands by its number', () => {
  expect(pick('privat: Solstua', 'Alta', 'Troms og Finnmark', '5601', 'Privat: solstua')).toHaveLength(42);
  expect(pick('privat: Solstua', 'Alta', 'Tromsø').map(({ key }) => key)).toEqual([
    'kommune|5501',
    'kommune|5601',
    'eier|solstua',
  ]);
});

test.each([
  [['Alta', '', 'Atlantis'], { code: 'unknown-place', field: 'invited', line: 3, words: 'Atlantis' }],
  [['9999'], { code: 'unknown-place', field: 'invited', line: 1, words: '9999' }],
  [['', '  '], { code: 'nobody-invited', field: 'invited' }],
])('%j is refused', (lines, refusal) => {
  expect(pickInvited(lines)).toEqual({ ok: false, refusal });
});

test('a party of the network’s own is invited by its name, and a municipality’s name stays the municipality', () => {
  const own = ['PPT nord-delen', 'Tromsø kommune'];
  const picked = pickInvited(['ppt  Nord-delen', 'Tromsø kommune'], own);
  expect(picked.ok && picked.value.map(({ key, name }) => [key, name])).toEqual([
    ['kommune|5501', 'Tromsø'].map((each, at) => (at === 0 ? each : expect.stringContaining(each))),
    ['eier|ppt nord-delen', 'PPT nord-delen'],
  ]);
  expect(pickInvited(['PPT sør-delen'], own)).toMatchObject({ ok: false, refusal: { code: 'unknown-place', line: 1 } });
});
