/** What stands in a network's channels, and is owed when the network itself changes. */

import { owePostings, oweRedraw } from '../delivery/delivery.ts';
import { oweMeetingsTo, oweRedrawOfMeetings } from '../features/meetings/bring-back-meeting.ts';
import type { ChannelLink, NetworkId } from '../features/networks/network.ts';
import { latestPolls } from '../features/polls/poll-store.ts';
import { Conflict } from '../outcome.ts';
import type { Operation } from '../store/store.ts';
import type { Tools } from '../tools.ts';

/** Open polls older than so many are not looked for. */
const mostPolls = 100;

/** Who is asked, or who is missing, may be others than the postings show. May be repeated. */
export async function oweRedrawOfWhatStands(tools: Tools, networkId: NetworkId): Promise<void> {
  await oweRedrawOfMeetings(tools, networkId);
  await forOpenPolls(tools, networkId, about => [oweRedraw(about, tools.world.clock.now())]);
}

/** A channel that comes late gets the polls that are open and the meetings ahead. May be repeated: each is owed once. */
export async function oweWhatStandsTo(tools: Tools, networkId: NetworkId, link: ChannelLink): Promise<void> {
  await oweMeetingsTo(tools, networkId, link);
  await forOpenPolls(tools, networkId, about => owePostings(about, [link], { now: tools.world.clock.now() }));
}

async function forOpenPolls(
  { store }: Tools,
  networkId: NetworkId,
  owed: (about: Parameters<typeof oweRedraw>[0]) => readonly Operation[],
): Promise<void> {
  const latest = await latestPolls({ store }, networkId, mostPolls);
  for (const { value: poll, partition } of latest.filter(kept => !kept.value.closing)) {
    const operations = owed({ networkId, thing: { kind: 'poll', id: poll.id } });
    if (operations.length > 0) await store.batch(partition, operations).catch(ignoreConflict);
  }
}

/** The posting was owed before. */
function ignoreConflict(error: unknown): void {
  if (!(error instanceof Conflict)) throw error;
}
