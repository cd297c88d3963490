/** A question put to the seats or the members of a network: what it is, and what may be done with it when. Pure. */
import { z } from 'zod';
import { done, type Outcome, refused } from '../../outcome.ts';
import { dayOf, type Instant } from '../../world.ts';
import {
  instant,
  type Member,
  mayActFor,
  memberId,
  type Network,
  networkId,
  rolesOf,
  type Seat,
  type SeatId,
  seatId,
} from '../networks/network.ts';
import { may } from '../networks/who-may.ts';

export const pollId = z.string().min(1).max(100) as unknown as z.ZodType<string & { brand: 'PollId' }>;
export type PollId = z.infer<typeof pollId>;
export const optionId = z.string().min(1).max(20) as unknown as z.ZodType<string & { brand: 'OptionId' }>;
export type OptionId = z.infer<typeof optionId>;

/** Who one answer is counted for: a seat in a formal ballot, a member in an opinion poll. */
export const electorId = z.string().min(1).max(210) as unknown as z.ZodType<string & { brand: 'ElectorId' }>;
export type ElectorId = z.infer<typeof electorId>;

export const pollKinds = ['opinion', 'formal'] as const;
export const pollChoices = ['one', 'several', 'ranked'] as const;
export type PollChoice = (typeof pollChoices)[number];
export const fewestOptions = 2;
/** As many as stand as buttons below one another; what is ranked is chosen from lists. */
export const mostOptions: Readonly<Record<PollChoice, number>> = { one: 10, several: 10, ranked: 40 };

/** What an elector may name in a ranked poll, the most important first. */
export const rankPlaces = ['first', 'second', 'third'] as const;

/** The places there are options for. */
export function placesIn({ options }: Pick<Poll, 'options'>): readonly (typeof rankPlaces)[number][] {
  return rankPlaces.slice(0, options.length);
}

/** What a ballot gives the option at a place in it, counted from nought. */
export function worthOf({ choice }: Pick<Poll, 'choice'>, place: number): number {
  return choice === 'ranked' ? rankPlaces.length - place : 1;
}

const countsSchema = z.array(
  z.object({
    option: optionId,
    /** Ballots; in a ranked poll points. */
    count: z.int().nonnegative(),
    /** In a ranked poll: how many ballots the points come from. */
    ballots: z.int().nonnegative().optional(),
  }),
);
export type Counts = z.infer<typeof countsSchema>;

/** The secret ballots of a poll as sums. */
export const urnSchema = z.object({ counts: countsSchema, ballots: z.int() });

const tallySchema = z.object({
  /** In the order of the poll's options. */
  counts: countsSchema,
  answered: z.int().nonnegative(),
  entitled: z.int().nonnegative(),
});
export type Tally = z.infer<typeof tallySchema>;

export const pollSchema = z.object({
  id: pollId,
  networkId,
  /** What people call it by: 1, 2, 3 … within the network. */
  number: z.int().positive(),
  kind: z.enum(pollKinds),
  question: z.string(),
  options: z.array(z.object({ id: optionId, text: z.string() })),
  choice: z.enum(pollChoices),
  secrecy: z.enum(['open', 'secret']),
  reveal: z.enum(['always', 'whenClosed']),
  openedAt: instant,
  openedBy: memberId,
  closesAt: instant,
  /** The voting seats of a formal ballot, as they stood when it opened; empty for an opinion poll. */
  seats: z.array(seatId),
  closing: z
    .object({
      at: instant,
      /** Absent: the clock. */
      by: memberId.optional(),
      /** The request that closed it: a repeat of that request is answered the same. */
      request: z.string().optional(),
      /** Absent only between the closing and the count, a moment later. */
      result: tallySchema.optional(),
      /** The seats of a formal ballot that the result counts among. */
      seats: z.array(seatId).optional(),
    })
    .optional(),
});
export type Poll = z.infer<typeof pollSchema>;

/** An open ballot: one elector's answer, the last valid one. */
export const ballotSchema = z.object({
  elector: electorId,
  /** In the poll's order; in a ranked poll in the elector's. */
  options: z.array(optionId),
  castAt: instant,
  castBy: memberId,
});
export type Ballot = z.infer<typeof ballotSchema>;

export type PollState = 'open' | 'due' | 'closed';

/** `due`: the deadline has passed, and the clock has not yet closed it. */
export function stateOf(poll: Poll, now: Instant): PollState {
  if (poll.closing) return 'closed';
  return now > poll.closesAt ? 'due' : 'open';
}

/** In which states a thing may be done, asked by rule and button alike. */
const statesFor = {
  cast: ['open'],
  close: ['open', 'due'],
  extend: ['open'],
  remind: ['open'],
} as const satisfies Record<string, readonly PollState[]>;

export const pollCan = {
  cast: (poll: Poll, now: Instant) => isOneOf(statesFor.cast, stateOf(poll, now)),
  close: (poll: Poll, now: Instant) => isOneOf(statesFor.close, stateOf(poll, now)),
  extend: (poll: Poll, now: Instant) => isOneOf(statesFor.extend, stateOf(poll, now)),
  remind: (poll: Poll, now: Instant) => isOneOf(statesFor.remind, stateOf(poll, now)),
  /** Results hidden until closing are never shown earlier, to anyone. */
  reveal: (poll: Poll) => poll.reveal === 'always' || poll.closing !== undefined,
  /** Who has not answered stands on the card of an open ballot; a secret one tells it to the secretariat only. */
  nameMissing: (poll: Poll) => poll.secrecy === 'open' && poll.kind === 'formal',
} as const;

function isOneOf(states: readonly PollState[], state: PollState): boolean {
  return states.includes(state);
}

export type CastRefusal =
  | { readonly code: 'poll-closed'; readonly number: number; readonly at: Instant }
  | { readonly code: 'unknown-option' }
  | { readonly code: 'no-choice' }
  | { readonly code: 'one-choice' }
  | { readonly code: 'ranked-twice' }
  | { readonly code: 'too-many-ranked'; readonly most: number }
  | { readonly code: 'no-seat' }
  | { readonly code: 'seat-not-voting' }
  | { readonly code: 'observer' }
  | { readonly code: 'which-seat'; readonly seats: readonly Seat[] };

/**
 * For whom a member's answer counts. In a formal ballot: the voting seat they hold, or the one they are deputy of; when
 * there are several, the one `chosen`. In an opinion poll: themselves.
 */
export function electorFor(
  poll: Poll,
  network: Network,
  member: Member,
  seats: readonly Seat[],
  chosen: SeatId | undefined,
  now: Instant,
): Outcome<{ elector: ElectorId; seat?: Seat }, CastRefusal> {
  const day = dayOf(now, network.zone);
  const roles = rolesOf(member, seats, day);
  if (poll.kind === 'opinion') {
    return may(roles, 'poll.answer-opinion') ? done({ elector: memberElector(member) }) : refused({ code: 'no-seat' });
  }
  if (!may(roles, 'poll.answer-formal')) {
    return refused({ code: roles.includes('observer') ? 'observer' : 'no-seat' });
  }
  const own = seats.filter(seat => mayActFor(member, seat, day));
  const voting = own.filter(seat => isElector(poll, seat));
  if (voting.length === 0) return refused({ code: 'seat-not-voting' });
  const held = voting.filter(seat => seat.holderId === member.id);
  const candidates = chosen ? voting.filter(seat => seat.id === chosen) : held.length > 0 ? held : voting;
  const [seat, ...more] = candidates;
  if (!seat) return refused({ code: 'no-seat' });
  return more.length > 0
    ? refused({ code: 'which-seat', seats: candidates })
    : done({ elector: seatElector(seat), seat });
}

/** A seat counts in a formal ballot when it could vote at the opening and still can. */
export function isElector(poll: Poll, seat: Seat): boolean {
  return seat.isVoting && poll.seats.includes(seat.id);
}

export function seatElector(seat: Pick<Seat, 'id'>): ElectorId {
  return `seat|${seat.id}` as ElectorId;
}

export function memberElector(member: Pick<Member, 'id'>): ElectorId {
  return `member|${member.id}` as ElectorId;
}

/** Whether these options may be cast now; the actor's right is `electorFor`'s to say. */
export function checkChoice(
  poll: Poll,
  options: readonly OptionId[],
  now: Instant,
): Outcome<readonly OptionId[], CastRefusal> {
  if (!pollCan.cast(poll, now)) {
    return refused({ code: 'poll-closed', number: poll.number, at: poll.closing?.at ?? poll.closesAt });
  }
  const chosen = poll.options.filter(option => options.includes(option.id)).map(option => option.id);
  if (chosen.length !== new Set(options).size) return refused({ code: 'unknown-option' });
  if (chosen.length === 0) return refused({ code: 'no-choice' });
  if (poll.choice === 'one' && chosen.length > 1) return refused({ code: 'one-choice' });
  if (poll.choice !== 'ranked') return done(chosen);
  if (options.length > chosen.length) return refused({ code: 'ranked-twice' });
  const most = rankPlaces.length;
  return options.length > most ? refused({ code: 'too-many-ranked', most }) : done(options);
}
