import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mostTimes } from '../../../src/features/meetings/meeting.ts';
import { type BadTime, exampleOf, readSpan, readTimes } from '../../../src/features/meetings/read-times.ts';
import { formatSpan } from '../../../src/texts/format-span.ts';
import type { Instant } from '../../../src/world.ts';
import { doneOf, refusalOf } from '../polls/poll-room.ts';

const here = { now: '2027-01-11T08:00:00.000Z' as Instant, zone: 'Europe/Oslo' };
const hour = 3_600_000;

describe('a time to meet', () => {
  test.each([
    ['tirsdag uke 9 kl. 10-11.30', '2027-03-02T09:00:00.000Z', '2027-03-02T10:30:00.000Z'],
    ['4. mars kl 9-11', '2027-03-04T08:00:00.000Z', '2027-03-04T10:00:00.000Z'],
    ['2027-03-02 10:00-11:30', '2027-03-02T09:00:00.000Z', '2027-03-02T10:30:00.000Z'],
    ['i morgen kl 13–15', '2027-01-12T12:00:00.000Z', '2027-01-12T14:00:00.000Z'],
    ['fredag 2. april 2027 kl. 09.00–10.00', '2027-04-02T07:00:00.000Z', '2027-04-02T08:00:00.000Z'],
  ])('«%s»', (words, startsAt, endsAt) => {
    expect(doneOf(readSpan(words, here))).toEqual({ startsAt, endsAt });
  });

  test.each<[string, BadTime]>([
    ['søndag 28. mars 2027 kl. 02.30-04', 'time-does-not-exist'],
    ['søndag 31. oktober 2027 kl. 02.30-04', 'time-exists-twice'],
    ['søndag 31. oktober 2027 kl. 01-02.30', 'time-exists-twice'],
    ['2. mars kl 11-10', 'ends-before-start'],
    ['4. januar 2027 kl 10-11', 'past'],
    ['2. mars 2028 kl 10-11', 'far'],
    ['2. mars', 'no-clock'],
    ['2. mars kl 10', 'no-end'],
    ['uke 9', 'no-one-day'],
    ['14 dager før', 'no-one-day'],
    ['mandag 2. mars 2027 kl 10-11', 'weekday-differs'],
    ['2. mars kl 10-11 på Scandic', 'unread'],
    ['31. februar kl 10-11', 'no-such-day'],
    ['2. mars kl 25-26', 'no-such-clock'],
    ['når det passer', 'no-moment'],
  ])('«%s» is none: %s', (words, why) => {
    expect(refusalOf(readSpan(words, here))).toBe(why);
  });

  test('lasts as long as it is told where no end is written, over a change of the clocks too', () => {
    expect(doneOf(readSpan('2. mars kl 10', here, 2 * hour)).endsAt).toBe('2027-03-02T11:00:00.000Z');
    expect(doneOf(readSpan('søndag 28. mars 2027 kl. 01.30', here, 2 * hour)).endsAt).toBe('2027-03-28T02:30:00.000Z');
  });
});

describe('times, one a line', () => {
  test('are put in order, empty lines passed over', () => {
    const times = doneOf(readTimes('\n9. mars kl 12-14\n\n 2. mars kl 10-11.30\n', here));
    expect(times.map(({ startsAt }) => startsAt)).toEqual(['2027-03-02T09:00:00.000Z', '2027-03-09T11:00:00.000Z']);
  });

  test('all that is wrong is told at once, by line', () => {
    const words = 'snart\n2. mars kl 10-11\n4. mars kl 10';
    expect(refusalOf(readTimes(words, here))).toEqual({
      code: 'bad-times',
      field: 'times',
      problems: [
        { line: 1, words: 'snart', why: 'no-moment' },
        { line: 3, words: '4. mars kl 10', why: 'no-end' },
      ],
      example: { startsAt: '2027-01-19T09:00:00.000Z', endsAt: '2027-01-19T10:30:00.000Z' },
    });
  });

  test.each(['nb', 'nn', 'en'] as const)(
    'the time it shows as an example would be taken as it is written, in %s',
    language => {
      const zone = here.zone;
      for (const now of [
        '2027-01-11T08:00:00.000Z',
        '2027-03-18T22:59:59.000Z',
        '2027-12-27T23:30:00.000Z',
      ] as Instant[]) {
        const example = exampleOf({ now, zone });
        const written = formatSpan(example.startsAt, example.endsAt, zone, language);
        expect(doneOf(readTimes(written, { now, zone }))).toEqual([example]);
      }
    },
  );

  test('the same twice is told of both', () => {
    const refusal = refusalOf(readTimes('2. mars kl 10-11\ntirsdag uke 9 kl 10-11', here));
    expect(refusal).toMatchObject({
      problems: [
        { line: 1, why: 'repeated' },
        { line: 2, why: 'repeated' },
      ],
    });
  });

  test('400 are too many, and none too few', () => {
    const many = Array.from({ length: 400 }, (_, at) => `2. mars kl 10.${String(at % 60).padStart(2, '0')}-12`).join(
      '\n',
    );
    expect(refusalOf(readTimes(many, here))).toEqual({
      code: 'too-many-times',
      field: 'times',
      count: 400,
      most: mostTimes,
    });
    expect(refusalOf(readTimes(' \n ', here))).toEqual({ code: 'no-times', field: 'times' });
  });

  test('whatever is typed is read or refused, never thrown', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), words => {
        const outcome = readTimes(words, here);
        return !outcome.ok || outcome.value.every(({ startsAt, endsAt }) => here.now < startsAt && startsAt < endsAt);
      }),
    );
  });
});
