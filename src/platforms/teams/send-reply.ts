/** What of a reply is sent as messages of its own, beside the answer to the request. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Card } from '../../../cards/card.ts';
import type { From, Platform, Reply } from '../../bot/platform.ts';
import type { Log } from '../../world.ts';
import type { TeamsActivity } from './activity.ts';
import { withConversation } from './teams-keys.ts';

/** Teams gives up on a button's answer after five seconds. */
const sayTimeoutMs = 4_000;

export type SendReply = (reply: Reply, activity: TeamsActivity, from: From) => Promise<void>;

/** Never fails the request for what Teams does not take: that is logged, and what was asked for is done all the same. */
export function replySender(platform: Platform, log: Log): SendReply {
  return async (reply, activity, from) => {
    if (reply.isRepeat) return;
    if (reply.say) await say(activity, from, reply.say);
    // What is for the person stands in an invoke's own answer.
    if (activity.type !== 'invoke') await tellPerson(reply, activity, from);
  };

  async function tellPerson({ answer, standing, whisper }: Reply, activity: TeamsActivity, from: From): Promise<void> {
    if (answer) await say(activity, from, answer);
    if (standing && activity.replyToId) await platform.update(from.place.address, activity.replyToId, standing);
    if (whisper && from.place.kind === 'personal') await say(activity, from, whisper);
    else if (whisper && from.personalAddress) {
      report(await platform.tell(from.personalAddress, whisper, from.requestKey));
    }
  }

  /** In the thread that was written or pressed in; what is told of a channel has no thread, and may come from another channel. */
  async function say({ type, conversation }: TeamsActivity, { place, requestKey }: From, card: Card): Promise<void> {
    const isWritten = type === 'message' || type === 'invoke';
    const to = isWritten ? withConversation(place.address, conversation.id) : place.address;
    const tooLate = wait(sayTimeoutMs, { kind: 'unknown' } as const, { ref: false });
    report(await Promise.race([platform.post(to, card, requestKey), tooLate]));
  }

  function report({ kind }: { kind: string }): void {
    if (kind !== 'sent') log.warn({ kind }, 'A reply could not be given in Teams');
  }
}
