/** Everything Laget owes anyone: one document for each thing that must reach one place once, written with its cause. */
import { z } from 'zod';
import {
  address,
  type ChannelKey,
  type ChannelLink,
  channelKey,
  instant,
  language,
  type MemberId,
  memberId,
  networkId,
} from '../features/networks/network.ts';
import { Collection, type Kept } from '../store/collection.ts';
import type { Operation } from '../store/store.ts';
import { type Instant, idFrom } from '../world.ts';
import { goneReasons } from './send-result.ts';

/** What a delivery is about, named so that whoever writes its card finds it. */
export const thing = z.object({ kind: z.string(), id: z.string() });
export type Thing = z.infer<typeof thing>;

/** A thing and everything owed because of it stand in one partition, so that they are written in one batch. */
export const partitionOf = ({ kind, id }: Thing) => `${kind}|${id}`;

/**
 * `claimed`: being sent or redrawn, until the claim runs out. `failed`: to be tried again. `unknown`: the reply was lost
 * where nobody can look; never repeated by itself. `given-up`: not sent, and not tried again. `gone`: a posting that stood
 * and is no more. `unneeded`: there was nothing left to say when its turn came.
 */
export const deliveryStates = ['due', 'claimed', 'sent', 'failed', 'unknown', 'given-up', 'gone', 'unneeded'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const place = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('channel'),
    key: channelKey,
    address,
    label: z.string(),
    languages: z.array(language).min(1).max(2),
  }),
  z.object({ kind: z.literal('member'), id: memberId }),
]);
export type Place = z.infer<typeof place>;

/** The one calendar outside the chats that keeps meetings as events. */
const calendar = z.object({ kind: z.literal('calendar') });

/** Which words: the bot has a writer for each kind. A `posting` is the thing's own card, redrawn for as long as it stands. */
export const message = z.object({ kind: z.string(), detail: z.string().optional() });
export type Message = z.infer<typeof message>;

/** What whoever leads has seen and agreed to, sent just so: the card as JSON, and by which of a person's routes. */
const written = z.object({ card: z.string(), route: z.string().optional() });

export const deliveries = new Collection(
  'delivery',
  z.object({
    networkId,
    thing,
    to: z.discriminatedUnion('kind', [...place.options, calendar]),
    message,
    state: z.enum(deliveryStates),
    /** When it is to be sent or tried again, or its claim runs out. */
    dueAt: instant.optional(),
    /** What is owed to one place is sent in this order: when it was owed, then which of those owed by one deed. */
    owedAt: instant,
    number: z.int().nonnegative().default(0),
    /** Waits behind others for its lane. */
    isQueued: z.boolean().default(false),
    /** Sends that failed in a row. */
    failures: z.int().nonnegative().default(0),
    /** An earlier try may have got through. */
    mayStand: z.boolean().default(false),
    /** When it was first tried: what stands of it is not older. */
    triedAt: instant.optional(),
    /** By which of a person's routes it was sent, or last tried; and those that were no use. */
    route: z.string().optional(),
    deadRoutes: z.array(z.object({ route: z.string(), why: z.enum(goneReasons) })).default([]),
    why: z.enum([...goneReasons, 'no-route', 'failed']).optional(),
    /** Since when it cannot be told to have reached its place. */
    troubledAt: instant.optional(),
    /** Finds the message again; absent until it was sent. */
    ref: z.string().optional(),
    /** A digest of the card as it was last sent: the same card is not sent again. */
    drawn: z.string().optional(),
    /** A posting is not touched before this: a second after the last redraw, or as long as the platform asked for. */
    restsUntil: instant.optional(),
    written: written.optional(),
    /** When it may be forgotten, once it is over: see kept-for.ts. */
    forgetAt: instant.optional(),
  }),
  delivery => ({ dueAt: delivery.dueAt ?? delivery.forgetAt }),
);
export type Delivery = z.infer<z.ZodType<Parameters<typeof deliveries.create>[1]>>;

/** The thing has changed and its postings are to be redrawn. One document, written anew with each change. */
export const redraws = new Collection('redraw', z.object({ networkId, thing, dueAt: instant }), redraw => ({
  dueAt: redraw.dueAt,
}));
export type Redraw = Parameters<typeof redraws.create>[1];

/** Something could not be delivered, and the coordinators are to be told: once for all that went wrong meanwhile. */
export const troubles = new Collection('trouble', z.object({ networkId, thing, dueAt: instant }), trouble => ({
  dueAt: trouble.dueAt,
}));

export type About = Pick<Delivery, 'networkId' | 'thing'>;

/** When it is owed, and when it is to be sent if not at once. */
export type Owing = { readonly now: Instant; readonly dueAt?: Instant };

/** Operations that owe each linked channel one posting of the thing, for the batch that makes the thing. */
export function owePostings(about: About, channels: readonly ChannelLink[], owing: Owing): readonly Operation[] {
  return postingPlaces(channels).map(to => owe(about, posting, to, '', owing));
}

/** Words to people, each once; `occasion` keeps a repeat of the same deed from owing them twice. */
export function oweWords(
  about: About,
  words: Message,
  people: readonly MemberId[],
  occasion: string,
  owing: Owing,
): readonly Operation[] {
  return people.map((id, number) => owe(about, words, { kind: 'member', id }, occasion, owing, number));
}

/** @param number which of those owed by one deed */
export function owe(about: About, words: Message, to: Place, occasion: string, owing: Owing, number = 0): Operation {
  return deliveries.create(deliveryId(words, to, occasion), { ...owed(about, words, to, owing), number });
}

/** A delivery that has yet to be sent. */
export function owed(about: About, words: Message, to: Delivery['to'], { now, dueAt = now }: Owing): Delivery {
  return { ...about, ...untried, to, message: words, state: 'due', owedAt: now, dueAt };
}

const untried = { number: 0, isQueued: false, failures: 0, mayStand: false, deadRoutes: [] };

export const posting: Message = { kind: 'posting' };

/** One that the thing was posted anew after: redrawn while it stands, and missed by nobody. */
export const earlierPosting: Message = { ...posting, detail: 'earlier' };

export function isEarlierPosting({ message: { kind, detail } }: Pick<Delivery, 'message'>): boolean {
  return kind === earlierPosting.kind && detail === earlierPosting.detail;
}

/** What those who lead are told of deliveries themselves: no part of what was sent of the thing. */
export const news = { trouble: 'trouble', waiting: 'sending-waiting', lapsed: 'sending-lapsed' } as const;
const newsKinds: ReadonlySet<string> = new Set(Object.values(news));

export function isNews({ message: { kind } }: Pick<Delivery, 'message'>): boolean {
  return newsKinds.has(kind);
}

export function isPosting({ message: { kind } }: Pick<Delivery, 'message'>): boolean {
  return kind === posting.kind;
}

/** The channels that the bot is still in. */
export function postingPlaces(channels: readonly ChannelLink[]): readonly Extract<Place, { kind: 'channel' }>[] {
  return channels
    .filter(channel => !channel.lostAt)
    .map(({ key, address: to, label, languages }) => ({ kind: 'channel', key, address: to, label, languages }));
}

/** A channel has one posting of a thing, whatever the occasion; a person gets the same words once for each occasion. */
export function deliveryId(words: Message, to: Delivery['to'], occasion: string): string {
  return to.kind === 'channel' && words.kind === posting.kind
    ? postingId(to.key)
    : `words|${idFrom(occasion, words.kind, placeKey(to))}`;
}

/** Names a place for ever. */
export function placeKey(to: Delivery['to']): string {
  switch (to.kind) {
    case 'channel':
      return to.key;
    case 'member':
      return to.id;
    case 'calendar':
      return to.kind;
  }
}

/** A thing's event in the calendar, whatever becomes of the thing. */
export const calendarEvent: Message = { kind: 'calendar-event' };
export const calendarEventId = 'calendar-event';

/**
 * Owes the calendar the thing as it stands now: a new event, or the one that was made brought up to date.
 * @param before what was owed to it earlier; one that is being sent this moment is looked for first
 */
export function oweCalendarEvent(about: About, before: Kept<Delivery> | undefined, now: Instant): Operation {
  const again = owed(about, calendarEvent, { kind: 'calendar' }, { now });
  if (!before) return deliveries.create(calendarEventId, again);
  const { ref, state, mayStand } = before.value;
  return deliveries.replace(before, { ...again, ref, mayStand: mayStand || state === 'claimed' });
}

export function postingId(channel: ChannelKey): string {
  return `posting|${channel}`;
}

export function oweRedraw(about: About, now: Instant): Operation {
  return redraws.upsert('redraw', { ...about, dueAt: now });
}

/** For the order within a lane. */
export function byOrder(a: Delivery, b: Delivery): number {
  return a.owedAt === b.owedAt ? a.number - b.number : a.owedAt < b.owedAt ? -1 : 1;
}
