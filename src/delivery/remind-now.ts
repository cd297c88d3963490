/** Reminders asked for by hand: one to each who may have one now. */
import type { MemberId, Network } from '../features/networks/network.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { Kept } from '../store/collection.ts';
import type { Tools } from '../tools.ts';
import { idFrom } from '../world.ts';
import { type About, type Delivery, deliveries, deliveryId, type Message, partitionOf } from './delivery.ts';
import { whoMayBeReminded } from './schedule.ts';
import { type Deed, oweEach, type Sending, sendings } from './sending.ts';

/** Everyone has had a reminder just now, or as many as the network allows. */
export type RemindedLately = { readonly code: 'reminded-lately' };

/** @property reminded owed one now, or when whoever leads has seen who they are; @property rested left alone for now */
export type Reminded = { readonly reminded: number; readonly rested: number };

/**
 * Owes each of the people one reminder, but for those who have just had one; a repeat of the deed owes no more. What was to
 * be shown before and was not agreed to gives way to this. In one batch: run it again on a Conflict.
 */
export async function remindNow(
  { store }: Tools,
  about: About,
  words: Message,
  people: readonly MemberId[],
  rules: Pick<Network['rules'], 'mostReminders'>,
  deed: Deed,
): Promise<Outcome<Reminded, RemindedLately>> {
  const partition = partitionOf(about.thing);
  const isReminder = ({ value: { message } }: Kept<Delivery> | Kept<Sending>) => message.kind === words.kind;
  const owed = (await deliveries.all(store, partition)).filter(isReminder);
  const sent = (await sendings.all(store, partition)).filter(isReminder);
  const own = sent.find(({ value }) => value.id === idFrom(deed.occasion, words.kind));
  const isMine = ({ id, value: { to } }: Kept<Delivery>) => id === deliveryId(words, to, deed.occasion);
  const mine = own?.value.to.length ?? owed.filter(isMine).length;
  if (mine > 0) return done({ reminded: mine, rested: people.length - mine });
  const isBeingOwed = sent.some(({ value }) => value.state === 'agreed');
  const before = owed.map(({ value }) => value);
  const due = isBeingOwed ? [] : whoMayBeReminded(before, people, rules, deed.now);
  if (due.length === 0 && people.length > 0) return refused({ code: 'reminded-lately' });
  const to = due.map(id => ({ kind: 'member', id }) as const);
  const shown = sent.filter(({ value }) => value.state === 'shown');
  const dropping = shown.map(kept => sendings.replace(kept, { ...kept.value, state: 'dropped' }));
  const owing = oweEach(about, words, to, deed);
  if (owing.length > 0) await store.batch(partition, [...dropping, ...owing]);
  return done({ reminded: due.length, rested: people.length - due.length });
}
