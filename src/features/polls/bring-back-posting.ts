import { retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import type { Actor } from '../networks/identify-member.ts';
import type { ChannelKey } from '../networks/network.ts';
import { channelLinks, networkPartition } from '../networks/network-store.ts';
import { type Posting, postingId, postings, wantedPosting } from '../networks/posting.ts';
import { may } from '../networks/who-may.ts';
import type { Poll } from './poll.ts';
import { pollPartition } from './poll-store.ts';

/**
 * Owes a linked channel the poll's posting anew when it is gone or nobody knows whether it stands; an open poll's also
 * when it never was. Any member may bring back an open poll, only those who lead it one that is closed.
 * @returns whether a posting is owed now that was not
 */
export async function bringBackPosting(
  { store, world }: Tools,
  actor: Actor,
  poll: Poll,
  channel: ChannelKey,
): Promise<boolean> {
  if (poll.networkId !== actor.network.id) return false;
  return retrying(async () => {
    const [link, posting] = await Promise.all([
      channelLinks.get(store, networkPartition(poll.networkId), channel),
      postings.get(store, pollPartition(poll.id), postingId(channel)),
    ]);
    if (!link || link.value.lostAt || !mayBringBack(actor, poll, posting?.value)) return false;
    const about = { networkId: poll.networkId, thing: { kind: 'poll', id: poll.id } };
    const wanted = wantedPosting(about, link.value, world.clock.now());
    await store.batch(pollPartition(poll.id), [
      posting ? postings.replace(posting, wanted) : postings.create(postingId(channel), wanted),
    ]);
    return true;
  });
}

function mayBringBack({ roles }: Actor, poll: Poll, posting: Posting | undefined): boolean {
  const isMissing = posting ? posting.state === 'gone' || posting.state === 'unknown' : !poll.closing;
  return isMissing && (!poll.closing || may(roles, 'poll.post-again'));
}
