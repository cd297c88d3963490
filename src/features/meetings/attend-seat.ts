/** What a seat's attendance becomes when one who may sit in it says whether they come. Pure. */
import type { Instant } from '../../world.ts';
import type { MemberId, Seat } from '../networks/network.ts';
import type { Attendance, AttendanceAnswer } from './meeting.ts';

export type Said = { readonly by: MemberId; readonly answer: AttendanceAnswer; readonly now: Instant };

export type Attended = {
  readonly attendance: Attendance;
  /** Deputies to be asked now, since the holder cannot come and nobody comes instead. */
  readonly asked: readonly MemberId[];
  /** Deputies who were to come and need not: the holder comes after all. */
  readonly released: readonly MemberId[];
  /** Who comes for the seat already, so that the one who says so now is not needed. */
  readonly comesAlready?: MemberId;
};

/**
 * One person sits in a seat: the holder before any deputy, of the deputies the one who said so first. The one who asks is
 * the holder or a deputy; that is the caller's to know.
 */
export function attendSeat(seat: Seat, before: Attendance = { seatId: seat.id }, said: Said): Attended {
  return said.answer === 'coming' ? comes(seat, before, said) : cannotCome(seat, before, said);
}

function comes(seat: Seat, before: Attendance, { by, now }: Said): Attended {
  const others = othersIn(before, by);
  const already = before.attendeeId;
  if (by !== seat.holderId && already !== undefined && already !== by) {
    // Not counted, and no longer one who has said no: asked again should the other not come.
    return { attendance: { ...before, answers: [...others] }, asked: [], released: [], comesAlready: already };
  }
  const released = others.filter(({ answer }) => answer === 'coming').map(each => each.by);
  const answers = [
    ...others.filter(({ answer }) => answer === 'notComing'),
    { by, answer: 'coming' as const, at: now },
  ];
  return {
    attendance: { ...before, answers, answer: 'coming', attendeeId: by, by, at: now, asked: [] },
    asked: [],
    released,
  };
}

function cannotCome(seat: Seat, before: Attendance, { by, now }: Said): Attended {
  const answers = [...othersIn(before, by), { by, answer: 'notComing' as const, at: now }];
  const attendeeId = before.attendeeId === by ? undefined : before.attendeeId;
  const answer = attendeeId === undefined ? answerOf(seat, answers) : 'coming';
  const isNews = before.attendeeId === by || (by === seat.holderId && !hasSaidNo(before.answers, by));
  const asked = answer === 'notComing' && isNews ? seat.deputyIds.filter(id => !hasSaidNo(answers, id)) : [];
  const stillAsked = asked.length > 0 ? asked : (before.asked ?? []).filter(id => id !== by);
  const attendance: Attendance = { ...before, answers, answer, attendeeId, by, at: now, asked: [...stillAsked] };
  return {
    attendance: asked.length > 0 ? { ...attendance, deputiesAskedAt: now } : attendance,
    asked,
    released: [],
  };
}

type Answers = NonNullable<Attendance['answers']>;

/** When nobody comes: a silent holder may still, and so may the silent deputies of a seat without one. */
function answerOf({ holderId, deputyIds }: Seat, answers: Answers): Attendance['answer'] {
  const cannot = holderId === undefined ? deputyIds.every(id => hasSaidNo(answers, id)) : hasSaidNo(answers, holderId);
  return cannot ? 'notComing' : undefined;
}

function hasSaidNo(answers: Answers = [], id: MemberId): boolean {
  return answers.some(({ by, answer }) => by === id && answer === 'notComing');
}

function othersIn({ answers = [] }: Attendance, by: MemberId): Answers {
  return answers.filter(each => each.by !== by);
}
