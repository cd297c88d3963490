import { setImmediate as nextTurn } from 'node:timers/promises';
import { oweRedraw } from '../../delivery/delivery.ts';
import { Conflict, done, type Outcome, refused, retrying } from '../../outcome.ts';
import { check, type Kept } from '../../store/collection.ts';
import type { Operation } from '../../store/store.ts';
import type { Tools } from '../../tools.ts';
import { type Instant, idFrom } from '../../world.ts';
import type { Actor } from '../networks/identify-member.ts';
import type { Seat, SeatId } from '../networks/network.ts';
import {
  type CastRefusal,
  checkChoice,
  type ElectorId,
  electorFor,
  type OptionId,
  type Poll,
  type PollId,
} from './poll.ts';
import { answered, ballots, castings, pollPartition, polls, urns } from './poll-store.ts';
import { countsWith } from './tally.ts';

export type Cast = {
  readonly poll: Poll;
  readonly options: readonly OptionId[];
  readonly elector: ElectorId;
  /** The seat it is counted for; none in an opinion poll. */
  readonly seat?: Seat | undefined;
};

export type BallotRefusal = CastRefusal | { readonly code: 'no-poll' } | { readonly code: 'already-answered' };

type Wanted = { readonly pollId: PollId; readonly options: readonly OptionId[]; readonly seat?: SeatId | undefined };

/**
 * Gives the actor's ballot. An open one replaces the elector's earlier one, and both stand in the record; a secret one is
 * given once. Repeats of a request change nothing and answer the same. It is counted exactly when this answers done: the
 * poll is checked in the batch that writes the ballot.
 */
export async function castBallot(tools: Tools, actor: Actor, wanted: Wanted): Promise<Outcome<Cast, BallotRefusal>> {
  const { store, world } = tools;
  return retrying(async () => {
    const poll = await polls.get(store, pollPartition(wanted.pollId), 'poll');
    if (!poll || poll.value.networkId !== actor.network.id) return refused({ code: 'no-poll' });
    const now = world.clock.now();
    const elector = electorFor(poll.value, actor.network, actor.member, actor.seats, wanted.seat, now);
    const given = elector.ok && (await givenBefore(tools, actor, poll, elector.value.elector));
    if (elector.ok && given) {
      return done({ poll: poll.value, options: given.options ?? wanted.options, ...elector.value });
    }
    const options = checkChoice(poll.value, wanted.options, now);
    if (!options.ok) return options;
    if (!elector.ok) return elector;
    const cast = { poll: poll.value, options: options.value, ...elector.value };
    const write = poll.value.secrecy === 'open' ? castOpen : castSecret;
    return write(tools, actor, poll, cast, now);
  });
}

/** A repeat may come after a later ballot, or after the closing: it neither undoes the one nor is told of the other. */
async function givenBefore(
  { store }: Tools,
  actor: Actor,
  { partition, value }: Kept<Poll>,
  elector: ElectorId,
): Promise<{ readonly options?: readonly OptionId[] } | undefined> {
  const request = requestOf(actor, elector);
  if (value.secrecy === 'open') return (await castings.get(store, partition, castingId(request)))?.value;
  const given = await answered.get(store, partition, elector);
  return given?.value.request === request ? {} : undefined;
}

function requestOf(actor: Actor, elector: ElectorId): string {
  return idFrom(actor.requestKey, elector);
}

function castingId(request: string): string {
  return `casting|${request}`;
}

async function castOpen(
  { store }: Tools,
  actor: Actor,
  poll: Kept<Poll>,
  cast: Cast,
  now: Instant,
): Promise<Outcome<Cast, never>> {
  const ballot = { elector: cast.elector, options: [...cast.options], castAt: now, castBy: actor.member.id };
  await store.batch(poll.partition, [
    check(poll),
    ballots.upsert(cast.elector, ballot),
    castings.create(castingId(requestOf(actor, cast.elector)), ballot),
    redraw(poll.value, now),
  ]);
  return done(cast);
}

/** Many processes may want the one urn at once; of each round of them one is done. */
const mostUrnTries = 20;

/** One at a time within this process, so that voters of one urn wait for each other rather than collide. */
async function castSecret(
  tools: Tools,
  actor: Actor,
  poll: Kept<Poll>,
  cast: Cast,
  now: Instant,
): Promise<Outcome<Cast, BallotRefusal>> {
  return tools.turns(poll.partition, async () => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await addToUrn(tools, actor, poll, cast, now);
      } catch (error) {
        if (!(error instanceof Conflict) || tries === mostUrnTries) throw error;
      }
      const still = await polls.get(tools.store, poll.partition, poll.id);
      // Closed or extended meanwhile: to be decided anew, not only written anew.
      if (still?.etag !== poll.etag) throw new Conflict('The poll has changed');
      await nextTurn();
    }
  });
}

async function addToUrn(
  { store }: Tools,
  actor: Actor,
  poll: Kept<Poll>,
  cast: Cast,
  now: Instant,
): Promise<Outcome<Cast, BallotRefusal>> {
  const request = requestOf(actor, cast.elector);
  const [given, urn] = await Promise.all([
    answered.get(store, poll.partition, cast.elector),
    urns.get(store, poll.partition, 'urn'),
  ]);
  if (given) return given.value.request === request ? done(cast) : refused({ code: 'already-answered' });
  const filled = withBallot(poll.value, urn?.value, cast.options);
  await store.batch(poll.partition, [
    check(poll),
    answered.create(cast.elector, { elector: cast.elector, request }),
    urn ? urns.replace(urn, filled) : urns.create('urn', filled),
    redraw(poll.value, now),
  ]);
  return done(cast);
}

type Urn = Parameters<typeof urns.create>[1];

function withBallot(poll: Poll, urn: Urn | undefined, options: readonly OptionId[]): Urn {
  const counts = countsWith(poll, urn?.counts ?? [], [{ options: [...options] }]);
  return { counts, ballots: (urn?.ballots ?? 0) + 1 };
}

function redraw(poll: Poll, now: Instant): Operation {
  return oweRedraw({ networkId: poll.networkId, thing: { kind: 'poll', id: poll.id } }, now);
}
