/** What a poll's deliveries say to one person. */
import { reminderCard } from '../../../cards/polls/poll-whispers.ts';
import { missingIn } from '../../features/polls/missing.ts';
import { type PollId, pollCan } from '../../features/polls/poll.ts';
import { pollPartition, polls } from '../../features/polls/poll-store.ts';
import type { Writer } from '../writer.ts';

export const pollWriters: Readonly<Record<string, Writer>> = {
  /** Only to those who have still not answered. */
  'poll-reminder': async ({ tools }, { thing }, { network, member }, speech) => {
    const poll = await polls.get(tools.store, pollPartition(thing.id as PollId), 'poll');
    if (!poll || !pollCan.remind(poll.value, tools.world.clock.now())) return undefined;
    const missing = await tools.gather(`missing|${thing.id}`, () => missingIn(tools, poll.value, network.zone));
    const isSilent = missing.some(({ people }) => people.some(({ id }) => id === member.id));
    return isSilent ? { card: reminderCard(poll.value, speech) } : undefined;
  },
};
