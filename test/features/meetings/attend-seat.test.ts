import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Attended, attendSeat } from '../../../src/features/meetings/attend-seat.ts';
import type { Attendance, AttendanceAnswer } from '../../../src/features/meetings/meeting.ts';
import { presenceOf, representationOf } from '../../../src/features/meetings/representation.ts';
import { type MemberId, type Seat, usualRules } from '../../../src/features/networks/network.ts';
import { castDocuments, castStart } from '../../cast.ts';
import { day } from '../year/day.ts';

const { seats } = castDocuments();
const [plain] = seats as [Seat];
const [holder, anna, bo] = ['holder', 'anna', 'bo'] as [MemberId, MemberId, MemberId];
const seat: Seat = { ...plain, holderId: holder, deputyIds: [anna, bo] };
const vacant: Seat = { ...plain, holderId: undefined, deputyIds: [anna, bo] };

const says = (by: MemberId, answer: 'coming' | 'notComing', before?: Attendance, its = seat) =>
  attendSeat(its, before, { by, answer, now: castStart });

describe('a seat’s attendance', () => {
  test('the holder comes', () => {
    const { attendance, asked, released } = says(holder, 'coming');
    expect(attendance).toMatchObject({ answer: 'coming', attendeeId: holder });
    expect([asked, released]).toEqual([[], []]);
  });

  test('the holder cannot come, and the deputies are asked, once', () => {
    const first = says(holder, 'notComing');
    expect(first.asked).toEqual([anna, bo]);
    expect(first.attendance.deputiesAskedAt).toBe(castStart);
    expect(says(holder, 'notComing', first.attendance).asked).toEqual([]);
    expect(presenceOf(seat, first.attendance)).toBe('open');
  });

  test('the first deputy to come is the one; the next is not needed', () => {
    const asked = says(holder, 'notComing').attendance;
    const one = says(anna, 'coming', asked);
    expect(one.attendance).toMatchObject({ answer: 'coming', attendeeId: anna });
    const other = says(bo, 'coming', one.attendance);
    expect(other.comesAlready).toBe(anna);
    expect(other.attendance.attendeeId).toBe(anna);
  });

  test('the holder counts before a deputy, who is told', () => {
    const asked = says(holder, 'notComing').attendance;
    const withDeputy = says(anna, 'coming', asked).attendance;
    const back = says(holder, 'coming', withDeputy);
    expect(back.attendance).toMatchObject({ answer: 'coming', attendeeId: holder });
    expect(back.released).toEqual([anna]);
    expect(says(anna, 'coming', back.attendance).comesAlready).toBe(holder);
  });

  test('a deputy who withdraws leaves the question to those who have not said no', () => {
    const asked = says(holder, 'notComing').attendance;
    const came = says(anna, 'coming', asked).attendance;
    expect(says(anna, 'notComing', came).asked).toEqual([bo]);
  });

  test('the last no leaves the seat empty', () => {
    const asked = says(holder, 'notComing').attendance;
    const one = says(anna, 'notComing', asked).attendance;
    expect(presenceOf(seat, one)).toBe('open');
    const last = says(bo, 'notComing', one);
    expect(last.asked).toEqual([]);
    expect(presenceOf(seat, last.attendance)).toBe('absent');
  });

  test('deputies who cannot say nothing for a holder who is silent', () => {
    const no = says(bo, 'notComing', says(anna, 'notComing').attendance);
    expect(no.attendance.answer).toBeUndefined();
    expect(presenceOf(seat, no.attendance)).toBe('open');
  });

  test('a vacant seat is its deputies’', () => {
    const one = says(anna, 'notComing', undefined, vacant).attendance;
    expect(presenceOf(vacant, one)).toBe('open');
    expect(presenceOf(vacant, says(bo, 'notComing', one, vacant).attendance)).toBe('absent');
    expect(presenceOf({ ...vacant, deputyIds: [] }, undefined)).toBe('absent');
  });

  const deed = fc.record({
    by: fc.constantFrom(holder, anna, bo),
    answer: fc.constantFrom<AttendanceAnswer>('coming', 'notComing'),
  });

  test('whatever is said in whatever order: one attendee at most; nobody asked who has said no', () => {
    fc.assert(
      fc.property(fc.array(deed), fc.constantFrom(seat, vacant), (deeds, its) => {
        deeds
          .filter(({ by }) => its.holderId === holder || by !== holder)
          .reduce<Attendance | undefined>((before, said) => {
            const after = attendSeat(its, before, { ...said, now: castStart });
            expectWhole(after);
            if (said.by === holder && said.answer === 'coming') expect(after.attendance.attendeeId).toBe(holder);
            return after.attendance;
          }, undefined);
      }),
    );
  });

  function expectWhole({ attendance, asked }: Attended): void {
    const answers = attendance.answers ?? [];
    const whoSaid = (answer: AttendanceAnswer) => answers.filter(each => each.answer === answer).map(({ by }) => by);
    expect(whoSaid('coming')).toEqual(attendance.attendeeId === undefined ? [] : [attendance.attendeeId]);
    expect(attendance.answer === 'coming').toBe(attendance.attendeeId !== undefined);
    expect([...asked, ...(attendance.asked ?? [])].filter(id => whoSaid('notComing').includes(id))).toEqual([]);
    expect(new Set(answers.map(({ by }) => by)).size).toBe(answers.length);
  }
});

describe('the representation check', () => {
  const on = day('2027-03-02');
  const coming = (numbers: readonly number[]): readonly Attendance[] =>
    seats.filter(({ number }) => numbers.includes(number)).map(({ id }) => ({ seatId: id, answer: 'coming' }));
  const notComing = (number: number): Attendance => ({ seatId: `seat-${number}` as Seat['id'], answer: 'notComing' });
  const named = (attendances: readonly Attendance[], rules = usualRules) =>
    Object.fromEntries(representationOf(seats, attendances, rules, on).map(each => [each.group, each.strength]));

  test('names each group of the network once', () => {
    const groups = representationOf(seats, [], usualRules, on);
    expect(groups).toHaveLength(10);
    expect(new Set(groups.map(({ strength }) => strength))).toEqual(new Set(['weak']));
    expect(groups.reduce((sum, group) => sum + group.seats, 0)).toBe(seats.length);
  });

  test('is ok with one who comes, weak while one may, missing when nobody can', () => {
    expect(named([...coming([1, 8]), notComing(7)])).toMatchObject({
      publicOwner: 'ok',
      higherEducation: 'ok',
      privateOwner: 'missing',
      teachersOrganisation: 'weak',
    });
  });

  test('asks for as many as the network’s rules', () => {
    const rules = { ...usualRules, fewestOfGroup: { publicOwner: 3 } };
    expect(named(coming([1, 2]), rules)['publicOwner']).toBe('weak');
    expect(named([...coming([1, 2]), ...[3, 4, 5, 6].map(notComing)], rules)['publicOwner']).toBe('missing');
    expect(named(coming([1, 2, 3]), rules)['publicOwner']).toBe('ok');
  });

  test('once presence is recorded, that alone counts', () => {
    const absent: Attendance = { seatId: `seat-7` as Seat['id'], answer: 'coming', isPresent: false };
    const came: Attendance = { seatId: `seat-8` as Seat['id'], answer: 'notComing', isPresent: true };
    expect(named([absent, came])).toMatchObject({ privateOwner: 'missing', higherEducation: 'ok' });
  });

  test('passes over a seat out of its term', () => {
    const over = seats.map(seat =>
      seat.number === 7 ? { ...seat, term: { from: seat.term.from, to: day('2027-01-31') } } : seat,
    );
    expect(representationOf(over, [], usualRules, on).map(({ group }) => group)).not.toContain('privateOwner');
  });
});
