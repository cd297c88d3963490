import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import type { Instant } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { networkPartition } from '../networks/network-store.ts';
import { deedOf } from './agenda-meeting.ts';
import type { FollowUpId } from './case-conclusion.ts';
import { endReminders, forgetEntry } from './conclude-consequences.ts';
import { type FollowUp, isOpen } from './follow-up.ts';
import { followUpOf, followUps } from './follow-up-store.ts';

export type CloseFollowUpRefusal =
  | NotAllowed
  | { readonly code: 'no-follow-up' }
  | { readonly code: 'follow-up-closed'; readonly at: Instant };

/**
 * Closes what someone took on: by the one it is given to, or whoever leads. Nobody is reminded of it any more. A repeat of the
 * request answers the same.
 */
export async function closeFollowUp(
  tools: Tools,
  actor: Actor,
  id: FollowUpId,
  note?: string,
): Promise<Outcome<FollowUp, CloseFollowUpRefusal>> {
  const { store } = tools;
  return retrying(async () => {
    const kept = await followUpOf(tools, id);
    if (!kept || kept.value.networkId !== actor.network.id || kept.value.droppedAt) {
      return refused({ code: 'no-follow-up' });
    }
    const right = kept.value.ownerId === actor.member.id ? done(true) : allowed(actor, 'follow-up.close');
    if (!right.ok) return right;
    const { closed } = kept.value;
    if (closed && closed.request !== actor.requestKey) return refused({ code: 'follow-up-closed', at: closed.at });
    const after = closed ? kept.value : { ...kept.value, closed: { ...deedOf(actor, tools), ...(note && { note }) } };
    if (isOpen(kept.value)) await store.batch(kept.partition, [followUps.replace(kept, after), ...endReminders()]);
    await store.batch(networkPartition(actor.network.id), [forgetEntry(id)]);
    return done(after);
  });
}
