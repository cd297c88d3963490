/** What of a reply is sent as messages of its own, beside the answer to the request. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Card } from '../../../cards/card.ts';
import type { From, Place, Reply } from '../../bot/platform.ts';
import type { SendResult } from '../../delivery/send-result.ts';
import type { Address } from '../../features/networks/network.ts';
import { createTurns } from '../../turns.ts';
import type { Log } from '../../world.ts';
import type { TeamsActivity } from './activity.ts';
import { withConversation } from './teams-keys.ts';
import type { AtOnce } from './teams-platform.ts';

export type SendReply = (reply: Reply, activity: TeamsActivity, from: From) => Promise<void>;

/** An answer that comes later than this is no longer known for what it answers. */
const patienceMs = 15_000;

/**
 * Never fails the request for what Teams does not take: that is logged, and what was asked for is done all the same.
 * What Teams asks to have sent later is sent later, in its order; the request is then answered without waiting for it.
 * `standing` is passed over: the bot's own redrawing reaches the posting, and two that draw it could do so out of order.
 * @param mostMs how long a request waits for what is sent; the sending itself goes on
 */
export function replySender(teams: AtOnce, log: Log, mostMs: number): SendReply {
  const inLine = createTurns();

  return async (reply, activity, from) => {
    if (reply.isRepeat || !(reply.say || reply.answer || reply.whisper)) return;
    const { promise: putOff, resolve: onPutOff } = Promise.withResolvers<void>();
    const sent = send(reply, threadOf(activity, from.place), from, onPutOff);
    await Promise.race([sent, putOff, wait(mostMs, undefined, { ref: false })]);
  };

  async function send(
    { say, answer, whisper, whenUnreachable }: Reply,
    thread: Address,
    { place, personalAddress }: From,
    onPutOff: () => void,
  ): Promise<void> {
    const untilMs = performance.now() + patienceMs;

    async function bring(to: Address, work: () => Promise<SendResult>): Promise<SendResult> {
      const result = await inLine(to, () => patiently(work, untilMs, onPutOff));
      if (result.kind !== 'sent') log.warn({ kind: result.kind }, 'A reply could not be given in Teams');
      return result;
    }
    const inThread = (card: Card) => bring(thread, () => teams.post(thread, card));

    async function whispered(card: Card): Promise<void> {
      if (place.kind === 'personal') return void (await inThread(card));
      const told = personalAddress && (await bring(personalAddress, () => teams.tell(personalAddress, card)));
      if ((!told || told.kind === 'gone') && whenUnreachable) await inThread(whenUnreachable);
    }

    await Promise.all([say && inThread(say), answer && inThread(answer), whisper && whispered(whisper)]);
  }
}

/** Sends again as often as Teams asks to wait, as long as the waits end in time. */
async function patiently(send: () => Promise<SendResult>, untilMs: number, onPutOff: () => void): Promise<SendResult> {
  const result = await send();
  if (result.kind !== 'throttled' || performance.now() + result.retryAfterMs > untilMs) return result;
  onPutOff();
  await wait(result.retryAfterMs);
  return patiently(send, untilMs, onPutOff);
}

/** Where was written or pressed; what is told of a channel has no thread, and may come from another channel. */
function threadOf({ type, conversation }: TeamsActivity, { address }: Place): Address {
  return type === 'message' || type === 'invoke' ? withConversation(address, conversation.id) : address;
}
