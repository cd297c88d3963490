/** Words owed to one person: claimed before they are sent, and never sent twice. */
import { warningCard } from '../../cards/answer-cards.ts';
import type { Card } from '../../cards/card.ts';
import { reminderCard } from '../../cards/poll-whispers.ts';
import type { IdentityKey, Member, Network } from '../features/networks/network.ts';
import { identityPartition, members, networkPartition, networks, routes } from '../features/networks/network-store.ts';
import { type Notice, notices } from '../features/networks/posting.ts';
import { missingIn } from '../features/polls/missing.ts';
import { type PollId, pollCan } from '../features/polls/poll.ts';
import { pollPartition, polls } from '../features/polls/poll-store.ts';
import type { Kept } from '../store/collection.ts';
import { type Speech, speak } from '../texts/speak.ts';
import type { Tools } from '../tools.ts';
import { later } from '../world.ts';
import { claimMs, nextTry } from './next-try.ts';
import type { Platform, SendResult } from './platform.ts';

export type PlatformFor = (key: IdentityKey) => Platform | undefined;

/** Words that are owed, and claims whose holder is gone. May run in any number of processes at once. */
export async function sendNotices(tools: Tools, platformFor: PlatformFor): Promise<void> {
  await notices.workOffDue(tools, notice =>
    notice.value.state === 'claimed'
      ? settle(tools, notice, { ...notice.value, state: 'unknown', dueAt: undefined })
      : send(tools, platformFor, notice),
  );
}

async function send(tools: Tools, platformFor: PlatformFor, notice: Kept<Notice>): Promise<void> {
  const { store, world } = tools;
  // Written before it is claimed: what cannot be written is not taken for what may have been sent.
  const message = await compose(tools, notice.value);
  const value: Notice = { ...notice.value, state: 'claimed', dueAt: later(world.clock.now(), claimMs) };
  const [etag = ''] = await store.batch(notice.partition, [notices.replace(notice, value)]);
  const claimed = { ...notice, etag, value };
  const result = message && (await deliver(tools, platformFor, message, `${notice.partition}:${notice.id}`));
  await settle(tools, claimed, afterNotice(value, result, world.clock.now()));
}

async function settle({ store }: Tools, kept: Kept<Notice>, after: Notice): Promise<void> {
  await store.batch(kept.partition, [notices.replace(kept, after)]);
}

/** Pure: what a notice is after it was sent, or after there was nothing left to send. */
export function afterNotice(notice: Notice, result: SendResult | undefined, now: Parameters<typeof later>[0]): Notice {
  switch (result?.kind) {
    case 'sent':
      return { ...notice, state: 'sent', dueAt: undefined };
    case 'throttled':
      return { ...notice, state: 'wanted', dueAt: later(now, result.retryAfterMs) };
    case 'unknown':
      return { ...notice, state: 'unknown', dueAt: undefined };
    case 'failed': {
      const dueAt = nextTry(notice.failures, now);
      return { ...notice, state: dueAt ? 'wanted' : 'unreachable', failures: notice.failures + 1, dueAt };
    }
    case 'gone':
      return { ...notice, state: 'unreachable', dueAt: undefined };
    case undefined:
      return { ...notice, state: 'unneeded', dueAt: undefined };
  }
}

type Message = { readonly to: Member; readonly card: Card };

/** @returns undefined when there is nothing to say any more */
async function compose(tools: Tools, notice: Notice): Promise<Message | undefined> {
  const home = networkPartition(notice.networkId);
  const [network, member] = await Promise.all([
    networks.get(tools.store, home, 'network'),
    members.get(tools.store, home, notice.to),
  ]);
  if (!network || !member) return undefined;
  const card = await write(tools, notice, network.value, speechOf(member.value, network.value));
  return card && { to: member.value, card };
}

/** By the first of the member's accounts that can be written to. */
async function deliver(
  { store }: Tools,
  platformFor: PlatformFor,
  { to, card }: Message,
  key: string,
): Promise<SendResult> {
  let otherwise: SendResult = { kind: 'gone' };
  for (const identity of to.identities) {
    const route = await routes.get(store, identityPartition(identity), 'route');
    const platform = platformFor(identity);
    if (!route || !platform) continue;
    const result = await platform.tell(route.value.address, card, key);
    if (result.kind === 'failed') otherwise = result;
    else if (result.kind !== 'gone') return result;
  }
  return otherwise;
}

function speechOf(member: Member, network: Network): Speech {
  return speak(member.language ?? network.languages[0] ?? 'nb', network.zone);
}

async function write(
  tools: Tools,
  { about, thing, to }: Notice,
  { zone }: Network,
  speech: Speech,
): Promise<Card | undefined> {
  switch (about.kind) {
    case 'reminder': {
      const poll = await polls.get(tools.store, pollPartition(thing.id as PollId), 'poll');
      if (!poll || !pollCan.remind(poll.value, tools.world.clock.now())) return undefined;
      const missing = await tools.gather(`missing|${thing.id}`, () => missingIn(tools, poll.value, zone));
      const isSilent = missing.some(({ people }) => people.some(({ id }) => id === to));
      return isSilent ? reminderCard(poll.value, speech) : undefined;
    }
    case 'posting-lost':
      return warningCard(speech.say.notices.postingLostTitle, speech.say.notices.postingLost(about.label), speech);
    case 'posting-unknown':
      return warningCard(
        speech.say.notices.postingUnknownTitle,
        speech.say.notices.postingUnknown(about.label),
        speech,
      );
  }
}
