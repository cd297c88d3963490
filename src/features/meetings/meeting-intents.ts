import { z } from 'zod';
import { freeText } from '../../privacy/free-text.ts';
import { weekdays } from '../year/days.ts';
import { attendanceAnswers, availabilities, meetingId } from './meeting.ts';
import { seriesPatterns } from './series.ts';

/** A meeting by its id (buttons), by its number in the network (typed), or the only one it can be. */
const meeting = z.union([meetingId, z.int().positive()]).optional();
const seat = z.string().max(200).optional();

const title = freeText({ max: 120 });
const place = freeText({ max: 200 }).optional();
/** A day as people write it, or an ISO date. */
const day = freeText({ max: 80 });
const clock = z.iso.time({ precision: -1 });
const reason = freeText({ max: 300 });

/** One a line: what was typed in a box, or chosen of what was found. Long enough that too many can be counted. */
const times = z.preprocess(
  given => (Array.isArray(given) ? given.join('\n') : given),
  freeText({ max: 20_000, multiline: true }),
);

const availability = z.enum(availabilities).optional();

const shortestMinutes = 15;
const longestMinutes = 600;
const minutes = z.coerce.number().int().min(shortestMinutes).max(longestMinutes);

const search = {
  firstDay: day,
  lastDay: day,
  minutes,
  earliest: clock,
  latest: clock,
  count: z.coerce.number().int().min(1).max(10),
  /** A county's number, or `none`; the network's own unless said. */
  county: z.string().max(4).optional(),
};

const series = {
  title,
  place,
  pattern: z.enum(seriesPatterns),
  weekday: z.enum(weekdays),
  firstDay: day,
  lastDay: day,
  starts: clock,
  minutes,
};

/** What a person can ask of a meeting. Only ever added to. */
export const meetingIntents = {
  /** What was typed already. */
  'meeting.form': z.object({
    title: title.optional(),
    place,
    times: freeText({ max: 700, multiline: true }).optional(),
    answersBy: day.optional(),
  }),
  'meeting.propose': z.object({ title, place, times, answersBy: day.optional() }),
  'meeting.find-form': z.object({}),
  'meeting.find': z.object(search),
  /** The days found, to choose among. */
  'meeting.choose-form': z.object(search),
  /** Those ahead unless said. */
  'meetings.show': z.object({ which: z.literal('earlier').optional() }),
  'meeting.show': z.object({ meeting }),
  'meeting.next': z.object({}),
  /** What is registered for the seats one may speak for. */
  'meeting.mine': z.object({ meeting }),
  'meeting.answer-form': z.object({ meeting, seat }),
  /** One field for each time that can be proposed; `seat` chooses among those one may speak for. */
  'meeting.answer': z.object({
    meeting,
    seat,
    t1: availability,
    t2: availability,
    t3: availability,
    t4: availability,
    t5: availability,
    t6: availability,
    t7: availability,
    t8: availability,
    t9: availability,
    t10: availability,
  }),
  'meeting.answer-typed': z.object({ meeting, words: freeText({ max: 700 }) }),
  'meeting.settle-form': z.object({ meeting, time: z.string().max(20) }),
  /** `time`: by its id, or as it is numbered on the card. */
  'meeting.settle': z.object({
    meeting,
    time: z.union([z.string().max(20), z.int().positive()]),
    reason: reason.optional(),
  }),
  /** Those who are to come and have not been told. */
  'meeting.invite': z.object({ meeting }),
  /** `when` and `place`: what was typed already. */
  'meeting.move-form': z.object({ meeting, when: freeText({ max: 120 }).optional(), place }),
  'meeting.move': z.object({ meeting, when: freeText({ max: 120 }), place, reason: reason.optional() }),
  'meeting.cancel-form': z.object({ meeting }),
  'meeting.cancel': z.object({ meeting, reason }),
  'meeting.attend': z.object({ meeting, seat, answer: z.enum(attendanceAnswers) }),
  'meeting.series-form': z.object({}),
  'meeting.series-preview': z.object(series),
  /** `seen`: a digest of the times that were shown; without it they are shown again. */
  'meeting.series-create': z.object({ ...series, seen: z.string().max(40).optional() }),
} as const;
