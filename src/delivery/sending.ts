/** One deed that owes many places the same words: shown to whoever leads before it is sent to more than a few. */
import { z } from 'zod';
import { instant, type MemberId, memberId, networkId } from '../features/networks/network.ts';
import { Conflict } from '../outcome.ts';
import { Collection } from '../store/collection.ts';
import type { Operation } from '../store/store.ts';
import type { Tools } from '../tools.ts';
import { type Instant, idFrom, later } from '../world.ts';
import {
  type About,
  deliveries,
  deliveryId,
  type Message,
  message,
  owe,
  owed,
  type Place,
  place,
  thing,
} from './delivery.ts';
import { forgottenAt } from './kept-for.ts';

/** To more places than these nothing is sent before whoever leads has seen it. */
export const mostUnseen = 5;

/**
 * Partition of the thing, id `sending|<id>`. `shown`: waits for whoever leads. `agreed`: its deliveries are being owed.
 * `owed`: they all are. `dropped`: nothing was sent. `lapsed`: nor was it here, since nobody decided.
 */
export const sendings = new Collection(
  'sending',
  z.object({
    networkId,
    thing,
    id: z.string(),
    message,
    to: z.array(place),
    madeBy: memberId,
    madeAt: instant,
    state: z.enum(['shown', 'agreed', 'owed', 'dropped', 'lapsed']),
    /** When it is to be owed, or looked after: see look-after-sendings.ts. */
    dueAt: instant.optional(),
    /** That it waits. */
    remindedAt: instant.optional(),
    endedAt: instant.optional(),
    /** What was shown: each card once, as JSON, and for each place its card and a person's route. */
    written: z
      .object({
        cards: z.array(z.string()),
        each: z.array(z.object({ card: z.int().optional(), route: z.string().optional() })),
      })
      .optional(),
  }),
  sending => ({ dueAt: sending.dueAt }),
);
export type Sending = Parameters<typeof sendings.create>[1];

export const sendingId = (id: string) => `sending|${id}`;

/** Partition of the thing, id `decision|<id>`: what was decided about a sending, once. */
export const decisions = new Collection(
  'sending-decision',
  z.object({
    kind: z.enum(['agreed', 'dropped']),
    by: memberId,
    at: instant,
    request: z.string(),
    unneeded: z.int().nonnegative(),
  }),
);

export const decisionId = (id: string) => `decision|${id}`;

export type Deed = {
  /** The same for every repeat of the deed, different for every other. */
  readonly occasion: string;
  readonly by: MemberId;
  readonly now: Instant;
};

/** Whether so many places must be shown first. */
export function mustBeShown(places: readonly unknown[]): boolean {
  return places.length > mostUnseen;
}

/**
 * Operations that owe each place the words: at once to a few; to more, once whoever leads has seen who gets what.
 * For the batch of their cause.
 */
export function oweEach(about: About, words: Message, to: readonly Place[], deed: Deed): readonly Operation[] {
  return mustBeShown(to)
    ? [oweSending(about, words, to, deed, 'shown')]
    : to.map((each, number) => owe(about, words, each, deed.occasion, { now: deed.now }, number));
}

/** The same without asking: for what whoever leads has agreed to before, such as a schedule of reminders. */
export function oweAgreed(about: About, words: Message, to: readonly Place[], deed: Deed): Operation {
  return oweSending(about, words, to, deed, 'agreed');
}

function oweSending(
  about: About,
  words: Message,
  to: readonly Place[],
  { occasion, by, now }: Deed,
  state: 'shown' | 'agreed',
): Operation {
  const id = idFrom(occasion, words.kind);
  return sendings.create(sendingId(id), {
    ...about,
    id,
    message: words,
    to: [...to],
    madeBy: by,
    madeAt: now,
    state,
    dueAt: state === 'agreed' ? now : later(now, firstLookMs),
  });
}

/** Most are decided on before that. */
const firstLookMs = 3_600_000;

/** Over: nothing more comes of it. */
export function ended(sending: Sending, state: 'owed' | 'dropped' | 'lapsed', now: Instant): Sending {
  return { ...sending, state, endedAt: now, dueAt: forgottenAt(now) };
}

/** Below a batch's hundred, whatever else stands in it. */
const owedAtOnce = 90;

/** Makes deliveries of what was agreed to. May be cut off and repeated: each delivery is made once. */
export async function oweAgreedSendings(tools: Tools): Promise<void> {
  await sendings.workOffDue(tools, async sending => {
    if (sending.value.state !== 'agreed') return;
    const owing = sending.value.to.map((to, number) => oweOne(sending.value, to, number));
    for (let start = 0; start < owing.length; start += owedAtOnce) {
      await createMissing(tools, sending.partition, owing.slice(start, start + owedAtOnce));
    }
    await tools.store.batch(sending.partition, [
      sendings.replace(sending, ended(sending.value, 'owed', tools.world.clock.now())),
    ]);
  });
}

type Owing = { readonly id: string; readonly create: Operation };

function oweOne(sending: Sending, to: Place, number: number): Owing {
  const { networkId, thing, message: words, written, madeAt } = sending;
  const { card, route } = written?.each[number] ?? {};
  const shown = card === undefined ? undefined : written?.cards[card];
  const id = deliveryId(words, to, sending.id);
  const delivery = owed({ networkId, thing }, words, to, { now: madeAt });
  return {
    id,
    create: deliveries.create(id, {
      ...delivery,
      number,
      ...(shown !== undefined && { written: { card: shown, ...(route !== undefined && { route }) } }),
    }),
  };
}

/** Those that an earlier run, cut off, has made already are left as they are. */
async function createMissing({ store }: Tools, partition: string, owing: readonly Owing[]): Promise<void> {
  try {
    await store.batch(
      partition,
      owing.map(({ create }) => create),
    );
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const standing = await Promise.all(owing.map(({ id }) => store.get(partition, id)));
    const missing = owing.filter((_, at) => standing[at] === undefined).map(({ create }) => create);
    if (missing.length > 0) await store.batch(partition, missing);
  }
}
