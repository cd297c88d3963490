import type { Tools } from '../../tools.ts';
import { type Instant, later } from '../../world.ts';
import type { NetworkId } from '../networks/network.ts';
import { isOver, type Meeting, stateOfMeeting } from './meeting.ts';
import { allMeetings } from './meeting-store.ts';

export type MeetingsListed = {
  /** Ahead or under way, the nearest first; then those still without a time, the newest first. */
  readonly ahead: readonly Meeting[];
  /** Settled to a time that has passed lately, and neither begun nor called off; the latest first. */
  readonly unbegun: readonly Meeting[];
  /** All others, the latest first. */
  readonly earlier: readonly Meeting[];
};

/** Where meetings are not led with the bot none is ever begun: what is not done by now is not asked for any more. */
const unbegunMs = 30 * 24 * 3_600_000;

/** Every meeting of a network stands in one of the lists. */
export async function meetingsListed(
  { store }: Pick<Tools, 'store'>,
  networkId: NetworkId,
  now: Instant,
): Promise<MeetingsListed> {
  const all = (await allMeetings({ store }, networkId)).map(({ value }) => value);
  const listOf = (meeting: Meeting) => listFor(meeting, now);
  const { ahead = [], proposed = [], unbegun = [], earlier = [] } = Object.groupBy(all, listOf);
  return {
    ahead: [...ahead.toSorted(byTime), ...proposed],
    unbegun: latestFirst(unbegun),
    earlier: latestFirst(earlier),
  };
}

function listFor(meeting: Meeting, now: Instant): keyof MeetingsListed | 'proposed' {
  switch (stateOfMeeting(meeting)) {
    case 'proposed':
      return 'proposed';
    case 'underWay':
      return 'ahead';
    case 'settled':
      if (!isOver(meeting, now)) return 'ahead';
      return isOver(meeting, later(now, -unbegunMs)) ? 'earlier' : 'unbegun';
    case 'ended':
    case 'cancelled':
      return 'earlier';
  }
}

/** One that was called off before it had a time stands where it was called. */
function byTime(a: Meeting, b: Meeting): number {
  return timeOf(a).localeCompare(timeOf(b));
}

function timeOf({ settled, called }: Meeting): Instant {
  return settled?.startsAt ?? called.at;
}

function latestFirst(all: readonly Meeting[]): readonly Meeting[] {
  return all.toSorted(byTime).toReversed();
}
