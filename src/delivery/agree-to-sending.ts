/** Whoever leads sees what more than a few are to get, and says whether it is sent. */
import { type Actor, allowed, type NotAllowed } from '../features/networks/identify-member.ts';
import { done, type Outcome, refused, retrying } from '../outcome.ts';
import type { Kept } from '../store/collection.ts';
import type { Tools } from '../tools.ts';
import type { Instant } from '../world.ts';
import { oweRedraw, partitionOf, type Thing } from './delivery.ts';
import { decisionId, decisions, ended, type Sending, sendingId, sendings } from './sending.ts';

export type SendingRefusal =
  | NotAllowed
  | { readonly code: 'no-sending' }
  /** It was sent, or dropped, before. */
  | { readonly code: 'sending-over' }
  /** What was shown is no longer what would be sent. */
  | { readonly code: 'sending-changed' };

/** The cards and by which way each goes, as they would be sent now. */
export type Written = NonNullable<Sending['written']>;

/** What only the bot can tell: the words of a sending now, and whether they are those that were shown. */
export type Rehearsal = {
  readonly written: Written;
  /** A digest of all that was frozen; absent when nothing was. */
  readonly frozen?: string | undefined;
  /** Those who have since come to need nothing change nothing for the others. */
  readonly isAsFrozen: boolean;
};
export type Rehearse = (sending: Sending) => Promise<Rehearsal>;

type Asked = { readonly about: Thing; readonly sending: string };

/** The sending, for those who may send. */
export async function findSending(
  { store }: Pick<Tools, 'store'>,
  actor: Actor,
  { about, sending }: Asked,
): Promise<Outcome<Kept<Sending>, SendingRefusal>> {
  const right = allowed(actor, 'delivery.send');
  if (!right.ok) return right;
  const kept = await sendings.get(store, partitionOf(about), sendingId(sending));
  return kept && kept.value.networkId === actor.network.id ? done(kept) : refused({ code: 'no-sending' });
}

/** Keeps what is about to be shown, so that just that is sent. What was frozen before and is still so stays. */
export async function freezeSending(
  tools: Tools,
  actor: Actor,
  asked: Asked,
  rehearse: Rehearse,
): Promise<Outcome<Kept<Sending>, SendingRefusal>> {
  return retrying(async () => {
    const found = await findSending(tools, actor, asked);
    if (!found.ok || found.value.value.state !== 'shown') return found;
    const kept = found.value;
    const { written, isAsFrozen } = await rehearse(kept.value);
    if (isAsFrozen) return found;
    const value: Sending = { ...kept.value, written };
    const [etag = ''] = await tools.store.batch(kept.partition, [sendings.replace(kept, value)]);
    return done({ ...kept, etag, value });
  });
}

export type Decided = {
  readonly sending: Sending;
  /** Those who had come to need nothing since it was shown. */
  readonly unneeded: number;
};

/**
 * Sends what was shown, to those who still need it. A repeat of the request answers the same.
 * @param seen the digest of what the person has seen
 */
export async function agreeToSending(
  tools: Tools,
  actor: Actor,
  { seen, ...asked }: Asked & { readonly seen: string },
  rehearse: Rehearse,
): Promise<Outcome<Decided, SendingRefusal>> {
  return decide(tools, actor, asked, 'agreed', async sending => {
    const { written, frozen, isAsFrozen } = await rehearse(sending);
    if (!isAsFrozen || frozen !== seen) return refused({ code: 'sending-changed' });
    return done(neededOf(sending, written, tools.world.clock.now()));
  });
}

/** Sends nothing. A repeat of the request answers the same. */
export async function dropSending(tools: Tools, actor: Actor, asked: Asked): Promise<Outcome<Decided, SendingRefusal>> {
  return decide(tools, actor, asked, 'dropped', async sending =>
    done({ sending: ended(sending, 'dropped', tools.world.clock.now()), unneeded: 0 }),
  );
}

type Change = (sending: Sending) => Promise<Outcome<Decided, SendingRefusal>>;

/** Of two who decide at once the first is obeyed, and the other told. */
async function decide(
  tools: Tools,
  actor: Actor,
  asked: Asked,
  kind: 'agreed' | 'dropped',
  change: Change,
): Promise<Outcome<Decided, SendingRefusal>> {
  return retrying(async () => {
    const found = await findSending(tools, actor, asked);
    if (!found.ok) return found;
    const { partition, value } = found.value;
    const before = (await decisions.get(tools.store, partition, decisionId(asked.sending)))?.value;
    const isRepeat = before?.request === actor.requestKey && before.kind === kind;
    if (isRepeat) return done({ sending: value, unneeded: before.unneeded });
    if (before || value.state !== 'shown') return refused({ code: 'sending-over' });
    const changed = await change(value);
    if (!changed.ok) return changed;
    const { sending, unneeded } = changed.value;
    const decision = { kind, by: actor.member.id, at: tools.world.clock.now(), request: actor.requestKey, unneeded };
    await tools.store.batch(partition, [
      sendings.replace(found.value, sending),
      decisions.create(decisionId(asked.sending), decision),
      // Where the thing stands, it may tell that it has been sent.
      oweRedraw({ networkId: value.networkId, thing: value.thing }, decision.at),
    ]);
    return changed;
  });
}

/** What is sent of a sending: as it was frozen, without those who have no use for it, then or now. */
function neededOf(sending: Sending, now: Written, at: Instant): Decided {
  const each = sending.written?.each ?? [];
  const isNeeded = (index: number) => each[index]?.card !== undefined && now.each[index]?.card !== undefined;
  const sent: Sending = {
    ...sending,
    to: sending.to.filter((_, index) => isNeeded(index)),
    ...(sending.written && { written: { ...sending.written, each: each.filter((_, index) => isNeeded(index)) } }),
    state: 'agreed',
    dueAt: at,
  };
  const asked = each.filter(({ card }) => card !== undefined).length;
  return { sending: sent, unneeded: asked - sent.to.length };
}
