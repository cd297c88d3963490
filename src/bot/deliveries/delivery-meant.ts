/** Which thing is meant by a number, by its kind, or by neither. */
import type { Thing } from '../../delivery/delivery.ts';
import { latestMeetings, meetingNumbers } from '../../features/meetings/meeting-store.ts';
import { latestRounds, roundsMeant } from '../../features/needs/round-meant.ts';
import type { NetworkId } from '../../features/networks/network.ts';
import { networkPartition } from '../../features/networks/network-store.ts';
import { latestPolls, pollNumbers } from '../../features/polls/poll-store.ts';
import type { Tools } from '../../tools.ts';

const kinds = ['poll', 'meeting', 'round'] as const;
type Kind = (typeof kinds)[number];

export type Meant = { readonly kind?: Kind | undefined; readonly number?: number | undefined };

/** The one of that number, a poll before a meeting before a round; without a number the latest. */
export async function thingMeant(
  tools: Tools,
  networkId: NetworkId,
  { kind, number }: Meant,
): Promise<Thing | undefined> {
  const wanted = kind ? [kind] : kinds;
  if (number !== undefined) {
    const found = await Promise.all(wanted.map(each => numbered[each](tools, networkId, number)));
    return found.find(each => each !== undefined);
  }
  const found = await Promise.all(wanted.map(each => latest[each](tools, networkId)));
  return found
    .filter(each => each !== undefined)
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .at(0)?.thing;
}

const numbered = {
  poll: async ({ store }: Tools, networkId: NetworkId, number: number) => {
    const entry = await pollNumbers.get(store, networkPartition(networkId), `poll-number|${number}`);
    return entry && { kind: 'poll', id: entry.value.pollId };
  },
  meeting: async ({ store }: Tools, networkId: NetworkId, number: number) => {
    const entry = await meetingNumbers.get(store, networkPartition(networkId), `meeting-number|${number}`);
    return entry && { kind: 'meeting', id: entry.value.meetingId };
  },
  round: async (tools: Tools, networkId: NetworkId, number: number) => {
    const [round] = await roundsMeant(tools, networkId, number);
    return round && { kind: 'round', id: round.value.id };
  },
};

const latest = {
  poll: async (tools: Tools, networkId: NetworkId) => {
    const [poll] = await latestPolls(tools, networkId, 1);
    return poll && { thing: { kind: 'poll', id: poll.value.id }, at: poll.value.openedAt };
  },
  meeting: async (tools: Tools, networkId: NetworkId) => {
    const [meeting] = await latestMeetings(tools, networkId, 1);
    return meeting && { thing: { kind: 'meeting', id: meeting.value.id }, at: meeting.value.called.at };
  },
  round: async (tools: Tools, networkId: NetworkId) => {
    const [round] = await latestRounds(tools, networkId, 1);
    return round && { thing: { kind: 'round', id: round.value.id }, at: round.value.madeAt };
  },
};
