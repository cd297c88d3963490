import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Availability,
  availabilities,
  type ProposedTime,
  type TimeAnswer,
  type TimeId,
} from '../../../src/features/meetings/meeting.ts';
import { rankTimes } from '../../../src/features/meetings/rank-times.ts';
import { type Seat, usualRules } from '../../../src/features/networks/network.ts';
import type { Instant } from '../../../src/world.ts';
import { castDocuments, castMemberId, castStart } from '../../cast.ts';

const { seats } = castDocuments();
const by = castMemberId('kari');
const times: readonly ProposedTime[] = ['02', '04', '09'].map((day, at) => ({
  id: `t${at + 1}` as TimeId,
  startsAt: `2027-03-${day}T09:00:00.000Z` as Instant,
  endsAt: `2027-03-${day}T10:00:00.000Z` as Instant,
}));

const answerOf = ({ id }: Seat, answers: TimeAnswer['answers']): TimeAnswer => ({
  seatId: id,
  answers,
  by,
  at: castStart,
});
const seat = (number: number): Seat => seats.find(each => each.number === number) ?? fail(number);
const fail = (number: number): never => {
  throw new Error(`No seat ${number}`);
};
const order = (answers: readonly TimeAnswer[], rules = usualRules) =>
  rankTimes(times, seats, answers, rules).map(({ time }) => time.id);

/** What each seat says of each time, or nothing. */
const anyAnswers = fc
  .array(fc.array(fc.option(fc.constantFrom(...availabilities), { nil: undefined }), { minLength: 3, maxLength: 3 }), {
    minLength: seats.length,
    maxLength: seats.length,
  })
  .map(rows =>
    rows.flatMap((row, at) => {
      const given = times.flatMap(({ id }, index) => (row[index] ? [[id, row[index]] as const] : []));
      const [its] = seats.slice(at, at + 1);
      return its && given.length > 0 ? [answerOf(its, Object.fromEntries(given))] : [];
    }),
  );
const anyRules = fc
  .record({ publicOwner: fc.integer({ min: 0, max: 4 }), teachersOrganisation: fc.integer({ min: 0, max: 3 }) })
  .map(fewestOfGroup => ({ ...usualRules, fewestOfGroup }));

describe('the best time', () => {
  test('is the earliest as long as nobody has answered', () => {
    expect(order([])).toEqual(['t1', 't2', 't3']);
  });

  test('leaves out no group, rather than gathers the most', () => {
    const yes = (number: number, ids: readonly string[]) =>
      answerOf(seat(number), Object.fromEntries(times.map(({ id }) => [id, ids.includes(id) ? 'yes' : 'no'])));
    const owners = [1, 2, 3, 4, 5, 6].map(number => yes(number, ['t2']));
    const one = yes(1, ['t1']);
    const others = [7, 8, 10, 11, 12, 14, 15, 16, 17].map(number => yes(number, ['t1', 't2']));
    const private7 = answerOf(seat(7), { t1: 'yes', t2: 'no', t3: 'no' });
    const answers = [...owners.slice(1), one, ...others.filter(each => each.seatId !== seat(7).id), private7];
    const [best] = rankTimes(times, seats, answers, usualRules);
    expect(best?.time.id).toBe('t1');
    expect(best?.groups.every(({ strength }) => strength === 'heard')).toBe(true);
    expect(order(answers)[1]).toBe('t2');
  });

  test('then is one nobody comes to unwillingly, then the one most can', () => {
    const say = (number: number, t1: Availability, t2: Availability) => answerOf(seat(number), { t1, t2, t3: 'no' });
    const all = seats.map(({ number }) => say(number, 'yes', number === 16 ? 'ifNeeded' : 'yes'));
    expect(order(all)[0]).toBe('t1');
    const most = seats.map(({ number }) => say(number, number === 2 ? 'no' : 'yes', 'yes'));
    expect(order(most)[0]).toBe('t2');
  });

  test('needs as many of a group as the network’s rules say, and no more than it has seats', () => {
    const answers = seats.map(each => answerOf(each, { t1: each.number > 3 ? 'yes' : 'no', t2: 'yes', t3: 'no' }));
    const rules = { ...usualRules, fewestOfGroup: { publicOwner: 4, privateOwner: 9 } };
    const ranked = rankTimes(times, seats, answers, rules);
    const groupsAt = (id: string) =>
      Object.fromEntries(
        ranked.find(({ time }) => time.id === id)?.groups.map(({ group, strength }) => [group, strength]) ?? [],
      );
    expect(groupsAt('t1')).toMatchObject({ publicOwner: 'missing', privateOwner: 'heard' });
    expect(groupsAt('t2')).toMatchObject({ publicOwner: 'heard' });
  });

  test('counts every seat once at every time', () => {
    fc.assert(
      fc.property(anyAnswers, answers =>
        rankTimes(times, seats, answers, usualRules).every(
          ({ yes, ifNeeded, no, unanswered }) => yes + ifNeeded + no + unanswered === seats.length,
        ),
      ),
    );
  });

  test('is the same in whatever order the answers came', () => {
    fc.assert(
      fc.property(
        anyAnswers.chain(all => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        anyRules,
        ([all, shuffled], rules) => {
          expect(rankTimes(times, seats, shuffled, rules)).toEqual(rankTimes(times, seats, all, rules));
        },
      ),
    );
  });

  test('is never ranked lower by one more yes', () => {
    fc.assert(
      fc.property(
        anyAnswers,
        anyRules,
        fc.constantFrom(...times),
        fc.constantFrom(...seats),
        (answers, rules, time, who) => {
          const before = answers.find(each => each.seatId === who.id);
          const more = answerOf(who, { ...before?.answers, [time.id]: 'yes' });
          const after = [...answers.filter(each => each !== before), more];
          const place = (given: readonly TimeAnswer[]) => order(given, rules).indexOf(time.id);
          return place(after) <= place(answers);
        },
      ),
    );
  });
});
