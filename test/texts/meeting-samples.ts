import type { MeetingRefusal } from '../../src/features/meetings/meeting-refusal.ts';
import type { Seat } from '../../src/features/networks/network.ts';
import type { Instant } from '../../src/world.ts';
import type { Samples } from './samples.ts';

const instant = '2027-03-02T08:00:00.000Z' as Instant;

const example = { startsAt: instant, endsAt: '2027-03-02T09:30:00.000Z' as Instant };

export const meetingSamples: Samples<MeetingRefusal> = {
  'no-times': { code: 'no-times', field: 'times' },
  'too-many-times': { code: 'too-many-times', field: 'times', count: 400, most: 10 },
  'bad-times': {
    code: 'bad-times',
    field: 'times',
    problems: [{ line: 2, words: '2. mars', why: 'no-clock' }],
    example,
  },
  'answers-by-unread': { code: 'answers-by-unread', field: 'answersBy' },
  'answers-by-too-late': { code: 'answers-by-too-late', field: 'answersBy', first: instant },
  'no-seats': { code: 'no-seats' },
  'search-day-unread': { code: 'search-day-unread', field: 'firstDay' },
  'search-backwards': { code: 'search-backwards', field: 'lastDay' },
  'search-past': { code: 'search-past', field: 'lastDay' },
  'search-long': { code: 'search-long', field: 'lastDay' },
  'window-short': { code: 'window-short', field: 'latest' },
  'no-meeting-seat': { code: 'no-meeting-seat' },
  'meeting-observer': { code: 'meeting-observer' },
  'seat-not-invited': { code: 'seat-not-invited' },
  'which-meeting-seat': { code: 'which-meeting-seat', seats: [] as readonly Seat[] },
  'no-meeting': { code: 'no-meeting' },
  'already-settled': { code: 'already-settled', number: 3, at: instant },
  'meeting-cancelled': { code: 'meeting-cancelled', number: 3 },
  'meeting-begun': { code: 'meeting-begun', number: 3 },
  'not-settled': { code: 'not-settled', number: 3 },
  'no-answer': { code: 'no-answer' },
  'answers-unread': { code: 'answers-unread' },
  'unknown-time': { code: 'unknown-time' },
  'time-passed': { code: 'time-passed' },
  'notice-short': { code: 'notice-short', field: 'reason', days: 5, rule: 14 },
  'all-invited': { code: 'all-invited', number: 3 },
  'bad-new-time': { code: 'bad-new-time', field: 'when', why: 'no-clock', example },
  'not-moved': { code: 'not-moved', field: 'when' },
  'series-day-unread': { code: 'series-day-unread', field: 'firstDay' },
  'series-backwards': { code: 'series-backwards', field: 'lastDay' },
  'series-long': { code: 'series-long', field: 'lastDay' },
  'series-changed': { code: 'series-changed' },
  'series-empty': { code: 'series-empty', field: 'lastDay' },
  'which-meeting': { code: 'which-meeting', numbers: [1, 2] },
};
