import { posting, postingPlaces } from '../../delivery/delivery.ts';
import { oweSchedule } from '../../delivery/schedule.ts';
import { oweEach } from '../../delivery/sending.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import { type Kept, remove } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import { type Instant, later } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import type { Network, NetworkId } from '../networks/network.ts';
import { channelLinks, networkPartition } from '../networks/network-store.ts';
import { aboutRound, roundDrafts, roundNumbers, roundPartition, rounds } from './need-store.ts';
import { openScheme, type Round, type RoundId, type SchemeRefusal } from './round.ts';
import { roundReminder } from './round-messages.ts';

export type OpenRoundRefusal =
  | NotAllowed
  | SchemeRefusal
  | { readonly code: 'no-channel' }
  /** Shown too long ago, or never. */
  | { readonly code: 'round-draft-gone' }
  | { readonly code: 'round-draft-late' };

/**
 * Opens the round that was shown, just as it was shown, and owes every linked channel its posting and those who are silent
 * their reminders. Opening it again finds the round.
 */
export async function openRound(
  tools: Tools,
  actor: Actor,
  id: RoundId,
): Promise<Outcome<Kept<Round>, OpenRoundRefusal>> {
  const right = allowed(actor, 'round.open');
  return right.ok ? retrying(() => open(tools, actor, id)) : right;
}

async function open(tools: Tools, actor: Actor, id: RoundId): Promise<Outcome<Kept<Round>, OpenRoundRefusal>> {
  const { store, world } = tools;
  const { network, member, requestKey } = actor;
  const partition = roundPartition(id);
  const already = await rounds.get(store, partition, 'round');
  if (already) return already.value.networkId === network.id ? done(already) : refused({ code: 'round-draft-gone' });
  const draft = await roundDrafts.get(store, partition, 'draft');
  if (draft?.value.networkId !== network.id) return refused({ code: 'round-draft-gone' });
  const now = world.clock.now();
  const { forgetAt: _, ...shown } = draft.value;
  if (shown.closesAt <= now) return refused({ code: 'round-draft-late' });
  const scheme = openScheme(shown.scheme, shown.year);
  if (!scheme.ok) return scheme;
  const links = await channelLinks.all(store, networkPartition(network.id));
  const places = postingPlaces(links.map(({ value }) => value));
  if (places.length === 0) return refused({ code: 'no-channel' });
  const { opensAt = now, closesAt } = shown;
  const round: Round = {
    ...shown,
    number: await takeRoundNumber(tools, network.id, id),
    opensAt,
    openedBy: member.id,
    madeAt: now,
    turnAt: opensAt > now ? opensAt : later(closesAt, 1),
  };
  await store.batch(partition, [
    rounds.create('round', round),
    remove(draft),
    ...oweEach(aboutRound(round), posting, places, { occasion: requestKey, by: member.id, now }),
    oweRoundReminders(round, network, now),
  ]);
  const opened = await rounds.get(store, partition, 'round');
  if (!opened) throw new Error('A round that was just opened cannot be read');
  return done(opened);
}

/** Until it opens nobody is reminded, nor right after. */
export function whenReminded({ opensAt, closesAt }: Pick<Round, 'opensAt' | 'closesAt'>, now: Instant) {
  return { deadline: closesAt, now, toldAt: opensAt };
}

/** The reminders of a round as it stands now, written anew: for the batch of their cause. */
export function oweRoundReminders(round: Round, network: Network, now: Instant) {
  const wanted = { message: roundReminder, by: round.openedBy, ...whenReminded(round, now) };
  return oweSchedule(aboutRound(round), wanted, network);
}

async function takeRoundNumber({ store }: Tools, networkId: NetworkId, id: RoundId): Promise<number> {
  const partition = networkPartition(networkId);
  return retrying(async () => {
    const taken = (await roundNumbers.all(store, partition)).map(({ value }) => value);
    const mine = taken.find(({ roundId }) => roundId === id);
    if (mine) return mine.number;
    const number = Math.max(0, ...taken.map(entry => entry.number)) + 1;
    await store.batch(partition, [roundNumbers.create(`round-number|${number}`, { roundId: id, number })]);
    return number;
  });
}
