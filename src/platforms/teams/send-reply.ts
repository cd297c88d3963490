/** What of a reply is sent as messages of its own, beside the answer to the request. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Card } from '../../../cards/card.ts';
import type { From, Place, Platform, Reply, SendResult } from '../../bot/platform.ts';
import type { Address } from '../../features/networks/network.ts';
import type { Log } from '../../world.ts';
import type { TeamsActivity } from './activity.ts';
import { withConversation } from './teams-keys.ts';

export type SendReply = (reply: Reply, activity: TeamsActivity, from: From) => Promise<void>;

/**
 * Never fails the request for what Teams does not take: that is logged, and what was asked for is done all the same.
 * `standing` is passed over: the bot's own redrawing reaches the posting, and two that draw it could do so out of order.
 * @param mostMs how long a request waits for what is sent; the sending itself goes on
 */
export function replySender(platform: Platform, log: Log, mostMs: number): SendReply {
  return async (reply, activity, from) => {
    if (reply.isRepeat || !(reply.say || reply.answer || reply.whisper)) return;
    const tooLate = wait(mostMs, 'too late', { ref: false });
    const sent = send(reply, threadOf(activity, from.place), from);
    if ((await Promise.race([sent, tooLate])) === 'too late') report({ kind: 'unknown' });
  };

  async function send(
    { say, answer, whisper, whenUnreachable }: Reply,
    thread: Address,
    { place, personalAddress, requestKey }: From,
  ): Promise<void> {
    const inThread = async (card: Card) => report(await platform.post(thread, card, requestKey));
    if (say) await inThread(say);
    if (answer) await inThread(answer);
    if (!whisper) return;
    if (place.kind === 'personal') return inThread(whisper);
    const told = personalAddress
      ? await platform.tell(personalAddress, whisper, requestKey)
      : ({ kind: 'gone' } as const);
    report(told);
    if (told.kind === 'gone' && whenUnreachable) await inThread(whenUnreachable);
  }

  function report({ kind }: Pick<SendResult, 'kind'>): void {
    if (kind !== 'sent') log.warn({ kind }, 'A reply could not be given in Teams');
  }
}

/** Where was written or pressed; what is told of a channel has no thread, and may come from another channel. */
function threadOf({ type, conversation }: TeamsActivity, { address }: Place): Address {
  return type === 'message' || type === 'invoke' ? withConversation(address, conversation.id) : address;
}
