/** A thing that stands in channels → its card, as it is now. */
import { type PollShown, pollCard } from '../../cards/polls/poll-card.ts';
import type { Thing } from '../delivery/delivery.ts';
import type { Seat } from '../features/networks/network.ts';
import { networkPartition, networks, parties } from '../features/networks/network-store.ts';
import { countPoll } from '../features/polls/count-poll.ts';
import { type Poll, type PollId, pollCan, seatElector } from '../features/polls/poll.ts';
import { pollPartition, polls } from '../features/polls/poll-store.ts';
import type { Tools } from '../tools.ts';
import type { Drawing } from './drawing.ts';
import { drawMeeting } from './meetings/draw-meeting.ts';
import { drawRound } from './needs/round-drawn.ts';
import type { CountFor } from './polls/recent-counts.ts';
import type { Desk } from './writer.ts';
import { drawMilestone } from './year/draw-milestone.ts';

/** One row for each kind of thing that can be posted. */
const drawers: Readonly<Record<string, (desk: Desk, id: string) => Promise<Drawing | undefined>>> = {
  poll: async ({ tools }, id) => {
    const poll = await polls.get(tools.store, pollPartition(id as PollId), 'poll');
    return poll && drawingOf(tools, poll.value);
  },
  milestone: ({ tools }, id) => drawMilestone(tools, id),
  meeting: ({ tools }, id) => drawMeeting(tools, id),
  round: drawRound,
};

/** @returns undefined when the thing is no more */
export async function drawThing(desk: Desk, thing: Thing): Promise<Drawing | undefined> {
  return drawers[thing.kind]?.(desk, thing.id);
}

/** @param count how the ballots are counted; as they are now unless said */
export async function drawingOf(tools: Tools, poll: Poll, count: CountFor = countPoll): Promise<Drawing> {
  const partition = networkPartition(poll.networkId);
  const [shown, network] = await Promise.all([
    shownOf(tools, poll, count),
    networks.get(tools.store, partition, 'network'),
  ]);
  if (!network) throw new Error('A poll stands in no network');
  const { zone, languages } = network.value;
  return { zone, languages, write: speech => pollCard(shown, speech) };
}

/** What a poll's posting shows of it now. */
export async function shownOf(tools: Tools, poll: Poll, count: CountFor = countPoll): Promise<PollShown> {
  const now = tools.world.clock.now();
  if (poll.closing?.result) return { poll, tally: poll.closing.result, missing: [], now };
  const { tally, electors, answeredBy } = await count(tools, poll);
  if (!pollCan.nameMissing(poll) || electors.kind === 'members') return { poll, tally, missing: [], now };
  const silent = electors.seats.filter(seat => !answeredBy.has(seatElector(seat)));
  return { poll, tally, missing: await partyNames(tools, poll, silent), now };
}

/** In the order of the seats, each party once. */
async function partyNames({ store }: Tools, poll: Poll, seats: readonly Seat[]): Promise<readonly string[]> {
  if (seats.length === 0) return [];
  const all = await parties.all(store, networkPartition(poll.networkId));
  const nameOf = new Map(all.map(({ value }) => [value.id, value.name]));
  return [...new Set(seats.map(seat => seat.partyId))].flatMap(id => nameOf.get(id) ?? []);
}
