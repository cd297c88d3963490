import type { YearRefusal } from '../../src/features/year/year-refusal.ts';
import type { PlainDate } from '../../src/world.ts';
import type { Samples } from './samples.ts';

export const yearSamples: Samples<YearRefusal> = {
  'no-milestone': { code: 'no-milestone' },
  'milestone-far': { code: 'milestone-far', field: 'on', first: 2026, last: 2032 },
  'bad-lead-days': { code: 'bad-lead-days', field: 'leadDays' },
  'year-full': { code: 'year-full', year: 2027, most: 60 },
  'nothing-to-propose': { code: 'nothing-to-propose', year: 2028, source: 'lastYear' },
  'unread-date': {
    code: 'unread-date',
    field: 'on',
    why: { code: 'weekday-differs', on: '2027-05-17' as PlainDate, weekday: 'tuesday' },
  },
  'no-such-county': { code: 'no-such-county', field: 'county' },
  'not-in-range': { code: 'not-in-range', field: 'noticeDays', least: 0, most: 90 },
  'reminded-in-quiet': { code: 'reminded-in-quiet', field: 'remindedAt', from: '20:00', to: '07:00' },
};
