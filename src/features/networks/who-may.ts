import type { Role } from './network.ts';

/** Every member of the network, whatever else they are. */
const everyone = ['member'] as const;
const leaders = ['coordinator', 'chair'] as const;
const secretariat = ['coordinator'] as const;
const seats = ['holder', 'deputy'] as const;

/** Who may do what, asked by rules and cards alike; a row that is not here cannot be asked for. */
export const whoMay = {
  'channel.link': secretariat,
  'seat.invite': secretariat,
  'member.invite': secretariat,
  'roster.apply': secretariat,
  'poll.answer-opinion': everyone,
  'poll.answer-formal': seats,
  'poll.open': leaders,
  'poll.close': leaders,
  'poll.extend': leaders,
  'poll.remind': leaders,
  'poll.missing': leaders,
  'poll.export': leaders,
  'delivery.send': leaders,
  'delivery.reach': leaders,
  'delivery.repeat': leaders,
  'year.change': leaders,
  'rules.change': leaders,
  'meeting.propose': leaders,
  'meeting.answer': seats,
  'meeting.settle': leaders,
  'meeting.move': leaders,
  'meeting.cancel': leaders,
  'meeting.attend': seats,
  'meeting.lead': leaders,
  'case.suggest': [...seats, ...leaders],
  'case.read-exempt': [...seats, ...leaders],
  'agenda.order': leaders,
  'minutes.write': leaders,
  'minutes.comment': everyone,
  /** The one it is given to may always close it. */
  'follow-up.close': leaders,
  'round.open': secretariat,
  'round.close': leaders,
  'round.extend': leaders,
  'round.remind': leaders,
  'round.missing': leaders,
  'round.rank': leaders,
  'need.write': seats,
  'need.handle': leaders,
  /** Anyone may bring back an open poll. */
  'poll.post-again': leaders,
} as const satisfies Record<string, readonly Role[]>;

export type Deed = keyof typeof whoMay;

export function may(roles: readonly Role[], deed: Deed): boolean {
  const allowed: readonly Role[] = whoMay[deed];
  return roles.some(role => allowed.includes(role));
}
