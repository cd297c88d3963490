import { posting, postingPlaces } from '../../delivery/delivery.ts';
import { oweEach } from '../../delivery/sending.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import { type Kept, remove } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import { later } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import type { NetworkId } from '../networks/network.ts';
import { channelLinks, networkPartition } from '../networks/network-store.ts';
import { aboutRound, roundDrafts, roundNumbers, roundPartition, rounds } from './need-store.ts';
import { openScheme, type Round, type RoundId, type SchemeRefusal } from './round.ts';
import { peopleOutside, readCoverage } from './round-coverage.ts';
import { roundInvitation } from './round-messages.ts';
import { afterOpening, untilClosed } from './round-schedules.ts';

export type OpenRoundRefusal =
  | NotAllowed
  | SchemeRefusal
  | { readonly code: 'no-channel' }
  /** Shown too long ago, or never. */
  | { readonly code: 'round-draft-gone' }
  | { readonly code: 'round-draft-late' };

/**
 * Opens the round that was shown, just as it was shown: owes every linked channel its posting, those invited who read in none
 * an invitation, and those who are silent their reminders. Opening it again finds the round.
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
  const outside = peopleOutside(await readCoverage(tools, round, network.zone));
  const apart = outside.map(each => ({ kind: 'member', id: each }) as const);
  const deed = { occasion: requestKey, by: member.id, now };
  await store.batch(partition, [
    rounds.create('round', round),
    remove(draft),
    ...oweEach(aboutRound(round), posting, places, deed),
    ...(opensAt > now ? [] : oweEach(aboutRound(round), roundInvitation, apart, deed)),
    ...afterOpening(round, network, now),
    ...untilClosed(round, network, now),
  ]);
  const opened = await rounds.get(store, partition, 'round');
  if (!opened) throw new Error('A round that was just opened cannot be read');
  return done(opened);
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
