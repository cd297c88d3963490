import { placeOf } from '../fault-place.ts';
import { forgetExpired } from '../features/networks/network-store.ts';
import { closeDuePolls } from '../features/polls/close-poll.ts';
import type { Tools } from '../tools.ts';
import { redrawPostings, sendOwedPostings } from './keep-postings.ts';
import type { Platform } from './platform.ts';
import { sendNotices } from './send-notices.ts';

/**
 * Does what has fallen due: the only work nobody asked for. May run at any time, as often as one likes, in any number of
 * processes at once; whoever claims a thing first does it.
 */
export function createTick(tools: Tools, platforms: readonly Platform[]): () => Promise<void> {
  const platformOf = (key: string) => platforms.find(({ name }) => key.startsWith(`${name}|`));
  const chores = {
    closing: () => closeDuePolls(tools),
    posting: () => sendOwedPostings(tools, platformOf),
    redrawing: () => redrawPostings(tools, platformOf),
    notices: () => sendNotices(tools, platformOf),
    forgetting: () => forgetExpired(tools.store, tools.world.clock.now()),
  };

  return async () => {
    for (const [chore, work] of Object.entries(chores)) {
      try {
        await work();
      } catch (error) {
        tools.world.log.error({ chore, fault: placeOf(error) }, 'A chore failed and will be tried again');
      }
    }
  };
}
