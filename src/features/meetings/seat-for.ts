import { done, type Outcome, refused } from '../../outcome.ts';
import type { PlainDate } from '../../world.ts';
import type { Actor } from '../networks/identify-member.ts';
import { mayActFor, type Seat, type SeatId } from '../networks/network.ts';
import { may } from '../networks/who-may.ts';
import type { Meeting } from './meeting.ts';

export type SeatRefusal =
  /** A member without a seat, told kindly. */
  | { readonly code: 'no-meeting-seat' }
  | { readonly code: 'meeting-observer' }
  /** A seat that came after the meeting was called. */
  | { readonly code: 'seat-not-invited' }
  | { readonly code: 'which-meeting-seat'; readonly seats: readonly Seat[] };

/**
 * The invited seat a member speaks for: the one they hold, else the one they are deputy of; when there are several, the
 * one `chosen`. @param deed what they would do for it @param day today in the network's zone
 */
export function seatFor(
  { seats: invited }: Pick<Meeting, 'seats'>,
  actor: Actor,
  chosen: SeatId | undefined,
  deed: 'meeting.answer' | 'meeting.attend',
  day: PlainDate,
): Outcome<Seat, SeatRefusal> {
  if (!may(actor.roles, deed)) {
    return refused({ code: actor.roles.includes('observer') ? 'meeting-observer' : 'no-meeting-seat' });
  }
  const own = ownSeats({ seats: invited }, actor, day);
  if (own.length === 0) return refused({ code: 'seat-not-invited' });
  const held = own.filter(seat => seat.holderId === actor.member.id);
  const candidates = chosen ? own.filter(seat => seat.id === chosen) : held.length > 0 ? held : own;
  const [seat, ...more] = candidates;
  if (!seat) return refused({ code: 'no-meeting-seat' });
  return more.length > 0 ? refused({ code: 'which-meeting-seat', seats: candidates }) : done(seat);
}

/** Every invited seat a member may speak for, held or as a deputy. */
export function ownSeats({ seats: invited }: Pick<Meeting, 'seats'>, actor: Actor, day: PlainDate): readonly Seat[] {
  return actor.seats.filter(seat => invited.includes(seat.id) && mayActFor(actor.member, seat, day));
}
