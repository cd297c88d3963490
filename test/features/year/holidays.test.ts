import { describe, expect, test } from '@jest/globals';
import DateHolidays from 'date-holidays';
import {
  easterSunday,
  eveOn,
  flagDayOn,
  holidayNames,
  holidaysIn,
  holidaysOn,
} from '../../../src/features/year/holidays.ts';
import { day } from './day.ts';

const years = Array.from({ length: 41 }, (_, index) => 2020 + index);

/** What the oracle calls each, in bokmål. */
const oracleNames: Readonly<Record<string, string>> = {
  'Første nyttårsdag': 'newYearsDay',
  Skjærtorsdag: 'maundyThursday',
  Langfredag: 'goodFriday',
  'Første påskedag': 'easterSunday',
  'Andre påskedag': 'easterMonday',
  'Arbeidernes dag': 'labourDay',
  Grunnlovsdagen: 'constitutionDay',
  'Kristi himmelfartsdag': 'ascensionDay',
  'Første pinsedag': 'whitSunday',
  'Andre pinsedag': 'whitMonday',
  'Første juledag': 'christmasDay',
  'Andre juledag': 'boxingDay',
};

/** The other library's rows, put together by date. */
function oracle(year: number) {
  const rows = new DateHolidays('NO', { languages: 'no' }).getHolidays(year).filter(({ type }) => type === 'public');
  const dates = Map.groupBy(rows, ({ date }) => date.slice(0, 10));
  return [...dates].map(([on, named]) => ({ on, names: named.map(({ name }) => oracleNames[name]).sort() }));
}

describe('the public holidays', () => {
  test.each(years)('of %i are those another library computes', year => {
    expect(holidaysIn(year).map(({ on, names }) => ({ on, names: names.toSorted() }))).toEqual(oracle(year));
  });

  test.each(years)('of %i are twelve names', year => {
    const names = holidaysIn(year).flatMap(holiday => holiday.names);
    expect(names.toSorted()).toEqual(holidayNames.toSorted());
  });

  test('are one row on 17 May 2027, with both names', () => {
    expect(holidaysIn(2027).filter(({ on }) => on === '2027-05-17')).toEqual([
      { on: '2027-05-17', names: ['constitutionDay', 'whitMonday'] },
    ]);
    expect(holidaysIn(2027)).toHaveLength(11);
  });

  test('are no ordinary Sundays, and not the eves', () => {
    expect(holidaysOn(day('2027-03-07'))).toEqual([]);
    expect(holidaysOn(day('2027-12-24'))).toEqual([]);
    expect(eveOn(day('2027-12-24'))).toBe('christmasEve');
    expect(eveOn(day('2027-12-31'))).toBe('newYearsEve');
    expect(flagDayOn(day('2027-02-06'))).toBe('samiNationalDay');
  });
});

/** The earliest and the latest Easter can be, and one the law's words had wrong until 2011. */
test.each([
  [1818, '1818-03-22'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
  [2076, '2076-04-19'],
  [2285, '2285-03-22'],
])('Easter Sunday of %i is %s', (year, on) => {
  expect(easterSunday(year)).toBe(on);
});
