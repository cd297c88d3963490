/** A meeting from proposed times to approved minutes: its types, and what can be done with it when. Pure. */
import { z } from 'zod';
import { dayOf, type Instant } from '../../world.ts';
import { instant, isInTerm, memberId, type Network, networkId, type Seat, seatId } from '../networks/network.ts';

const branded = <Brand extends string>() =>
  z.string().min(1) as unknown as z.ZodType<string & { readonly brand: Brand }>;

export const meetingId = branded<'MeetingId'>();
export type MeetingId = z.infer<typeof meetingId>;
export const timeId = branded<'TimeId'>();
export type TimeId = z.infer<typeof timeId>;

/** More are not compared on one card. */
export const mostTimes = 10;

export const spanSchema = z.object({ startsAt: instant, endsAt: instant });
export type Span = z.infer<typeof spanSchema>;

/** A deed with its author: what happened to the meeting, never a bare yes or no. */
const deed = z.object({ at: instant, by: memberId, request: z.string() });

export const meetingSchema = z.object({
  id: meetingId,
  networkId,
  /** What people call it by: 1, 2, 3 … within the network. */
  number: z.int().positive(),
  title: z.string(),
  /** A room, a link, or both. */
  place: z.string().optional(),
  /** Those whose answers are asked for, and who are invited: the seats in term when it was called. */
  seats: z.array(seatId).min(1),
  called: deed,
  /** One or more until it is settled; kept afterwards. */
  times: z
    .array(z.object({ id: timeId }).extend(spanSchema.shape))
    .min(1)
    .max(mostTimes),
  /** When the answers are wanted. */
  answersBy: instant.optional(),
  settled: spanSchema.extend(deed.shape).optional(),
  /** Where it stood before it was moved, oldest first. */
  moves: z.array(spanSchema.extend(deed.shape)).default([]),
  /** Raised with every change that is sent to calendars (RFC 5545, SEQUENCE). */
  sequence: z.int().nonnegative().default(0),
  /** Notice or papers shorter than the network's rule, with the reason given. */
  exceptions: z
    .array(z.object({ kind: z.enum(['notice', 'papers']), days: z.int(), reason: z.string() }).extend(deed.shape))
    .default([]),
  cancelled: deed.extend({ reason: z.string() }).optional(),
  started: deed.optional(),
  ended: deed.optional(),
  /** The recurring meeting it is one of. */
  series: z.string().optional(),
});
export type Meeting = z.infer<typeof meetingSchema>;
export type ProposedTime = Meeting['times'][number];

export const availabilities = ['yes', 'ifNeeded', 'no'] as const;
export type Availability = (typeof availabilities)[number];

/** One seat's answer to all the proposed times; a time that is not in it has not been answered. */
export const timeAnswerSchema = z.object({
  seatId,
  answers: z.record(z.string(), z.enum(availabilities)),
  by: memberId,
  at: instant,
});
export type TimeAnswer = z.infer<typeof timeAnswerSchema>;

export const attendanceAnswers = ['coming', 'notComing'] as const;
export type AttendanceAnswer = (typeof attendanceAnswers)[number];

/** What a seat has said of coming, and whether it was there: whoever sat in it, its holder or a deputy. */
export const attendanceSchema = z.object({
  seatId,
  /** `notComing`: the holder cannot come, or nobody can; deputies who have been asked and are silent may still. */
  answer: z.enum(attendanceAnswers).optional(),
  /** Who comes: the holder or a deputy. */
  attendeeId: memberId.optional(),
  /** Who said the last word of it, and when. */
  by: memberId.optional(),
  at: instant.optional(),
  /** The last word of each who may sit in the seat. */
  answers: z.array(z.object({ by: memberId, answer: z.enum(attendanceAnswers), at: instant })).optional(),
  deputiesAskedAt: instant.optional(),
  /** Deputies who have been asked to come instead and have not answered. */
  asked: z.array(memberId).optional(),
  isPresent: z.boolean().optional(),
});
export type Attendance = z.infer<typeof attendanceSchema>;

export type MeetingState = 'proposed' | 'settled' | 'underWay' | 'ended' | 'cancelled';

export function stateOfMeeting({ cancelled, ended, started, settled }: Meeting): MeetingState {
  if (cancelled) return 'cancelled';
  if (ended) return 'ended';
  if (started) return 'underWay';
  return settled ? 'settled' : 'proposed';
}

const possibleIn = {
  answerTimes: ['proposed'],
  settle: ['proposed'],
  move: ['settled'],
  cancel: ['proposed', 'settled'],
  attend: ['settled'],
  suggestCase: ['proposed', 'settled', 'underWay'],
  orderAgenda: ['proposed', 'settled', 'underWay'],
  sendAgenda: ['settled'],
  start: ['settled'],
  recordPresence: ['underWay'],
  concludeCase: ['underWay'],
  end: ['underWay'],
  writeMinutes: ['underWay', 'ended'],
} as const satisfies Record<string, readonly MeetingState[]>;

export type MeetingDeed = keyof typeof possibleIn;

/** What can be done with a meeting as it stands, asked by rules and cards alike. */
export function meetingCan(meeting: Meeting, deed: MeetingDeed): boolean {
  return statesFor(deed).includes(stateOfMeeting(meeting));
}

export function statesFor(deed: MeetingDeed): readonly MeetingState[] {
  return possibleIn[deed];
}

/** Attendance can be told until the meeting begins. */
export function mayAttend(meeting: Meeting, now: Instant): boolean {
  return meetingCan(meeting, 'attend') && meeting.settled !== undefined && now < meeting.settled.startsAt;
}

export function isOver(meeting: Meeting, now: Instant): boolean {
  return meeting.settled !== undefined && meeting.settled.endsAt <= now;
}

/** The invited seats that are in their term on the meeting's day, in the network's order. */
export function seatsAt({ seats: invited, settled, called }: Meeting, { seats, network }: SeatsKnown): readonly Seat[] {
  const day = dayOf(settled?.startsAt ?? called.at, network.zone);
  return seats.filter(seat => invited.includes(seat.id) && isInTerm(seat, day));
}

type SeatsKnown = { readonly seats: readonly Seat[]; readonly network: Pick<Network, 'zone'> };
