import { type Delivery, deliveries, deliveryId } from '../../delivery/delivery.ts';
import { whoMayBeReminded } from '../../delivery/schedule.ts';
import { oweEach, type Sending, sendings } from '../../delivery/sending.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Kept } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import { idFrom } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { aboutRound, roundPartition } from './need-store.ts';
import { type Round, type RoundId, roundCan } from './round.ts';
import { type Covered, peopleWaitedFor, readCoverage } from './round-coverage.ts';
import { roundOf } from './round-meant.ts';
import { roundReminder } from './round-messages.ts';

export type RemindRoundRefusal =
  | NotAllowed
  | { readonly code: 'no-round' }
  | { readonly code: 'round-not-open'; readonly number: number }
  | { readonly code: 'round-all-answered' }
  /** Everyone who is waited for has had a reminder just now, or as many as the network allows. */
  | { readonly code: 'reminded-lately' };

export type RemindedOfRound = {
  readonly round: Round;
  /** Owed a reminder now, or when whoever leads has seen who they are. */
  readonly reminded: number;
  /** Left alone with it for now. */
  readonly rested: number;
  /** Parties that have not answered and cannot be written to. */
  readonly unreachable: number;
};

/**
 * Owes the people of each party that is waited for one reminder, but for those who have just had one; a repeat of the request
 * owes no more. What was to be shown before and was not agreed to gives way to this.
 */
export async function remindRound(
  tools: Tools,
  actor: Actor,
  id: RoundId,
): Promise<Outcome<RemindedOfRound, RemindRoundRefusal>> {
  const right = allowed(actor, 'round.remind');
  if (!right.ok) return right;
  return tools.turns(`remind|${id}`, () => retrying(() => remind(tools, actor, id)));
}

async function remind(tools: Tools, actor: Actor, id: RoundId): Promise<Outcome<RemindedOfRound, RemindRoundRefusal>> {
  const { store, world } = tools;
  const { network, member, requestKey: occasion } = actor;
  const round = (await roundOf({ store }, id))?.value;
  if (round?.networkId !== network.id) return refused({ code: 'no-round' });
  const now = world.clock.now();
  if (!roundCan('remind', round, now)) return refused({ code: 'round-not-open', number: round.number });
  const all = await readCoverage(tools, round, network.zone);
  const people = peopleWaitedFor(all);
  const unreachable = all.filter(isUnreached).length;
  if (people.length === 0 && unreachable === 0) return refused({ code: 'round-all-answered' });
  const before = await remindersBefore(tools, id, occasion);
  if (before.mine > 0) return done({ round, reminded: before.mine, rested: people.length - before.mine, unreachable });
  const due = before.isBeingOwed ? [] : whoMayBeReminded(before.owed, people, network.rules, now);
  if (due.length === 0 && people.length > 0) return refused({ code: 'reminded-lately' });
  const to = due.map(person => ({ kind: 'member', id: person }) as const);
  const owing = oweEach(aboutRound(round), roundReminder, to, { occasion, by: member.id, now });
  const dropping = before.shown.map(kept => sendings.replace(kept, { ...kept.value, state: 'dropped' }));
  if (owing.length > 0) await store.batch(roundPartition(id), [...dropping, ...owing]);
  return done({ round, reminded: due.length, rested: people.length - due.length, unreachable });
}

function isUnreached({ state, people }: Covered): boolean {
  return state !== 'answered' && people.length === 0;
}

type Before = {
  readonly owed: readonly Delivery[];
  /** How many this very request owed when it came before. */
  readonly mine: number;
  readonly shown: readonly Kept<Sending>[];
  readonly isBeingOwed: boolean;
};

async function remindersBefore({ store }: Tools, id: RoundId, occasion: string): Promise<Before> {
  const isReminder = ({ value: { message } }: Kept<Delivery> | Kept<Sending>) => message.kind === roundReminder.kind;
  const owed = (await deliveries.all(store, roundPartition(id))).filter(isReminder);
  const sent = (await sendings.all(store, roundPartition(id))).filter(isReminder);
  const own = sent.find(({ value }) => value.id === idFrom(occasion, roundReminder.kind));
  const isMine = (each: Kept<Delivery>) => each.id === deliveryId(roundReminder, each.value.to, occasion);
  return {
    owed: owed.map(({ value }) => value),
    mine: own?.value.to.length ?? owed.filter(isMine).length,
    shown: sent.filter(({ value }) => value.state === 'shown'),
    isBeingOwed: sent.some(({ value }) => value.state === 'agreed'),
  };
}
