/** What is owed to the channels and the people of a network: postings that stand, redraws, and words to one person. */
import { z } from 'zod';
import { Collection } from '../../store/collection.ts';
import type { Operation } from '../../store/store.ts';
import { type Instant, idFrom } from '../../world.ts';
import {
  address,
  type ChannelLink,
  channelKey,
  instant,
  language,
  type MemberId,
  memberId,
  networkId,
} from './network.ts';

/** The thing a posting shows, named so that whoever draws it finds it. */
const thing = z.object({ kind: z.string(), id: z.string() });
export type Thing = z.infer<typeof thing>;

/**
 * One card standing in one channel. `wanted`: owed and not yet sent. `claimed`: being sent or redrawn, until the claim
 * runs out. `unknown`: a send whose reply was lost, never repeated by itself. `gone`: deleted, or the bot was removed.
 */
export const postings = new Collection(
  'posting',
  z.object({
    networkId,
    thing,
    channel: channelKey,
    address,
    label: z.string(),
    languages: z.array(language).min(1).max(2),
    state: z.enum(['wanted', 'claimed', 'standing', 'unknown', 'gone']),
    /** Finds the message again; absent until it was sent. */
    ref: z.string().optional(),
    /** When a wanted posting is to be sent, or a claim runs out. */
    dueAt: instant.optional(),
    /** A digest of the card as it was last sent: the same card is not sent again. */
    drawn: z.string().optional(),
    /** Not touched before this: a second after the last redraw, or as long as the platform asked for. */
    restsUntil: instant.optional(),
    /** Sends that failed in a row. */
    failures: z.int().nonnegative().default(0),
  }),
  posting => ({ dueAt: posting.dueAt }),
);
export type Posting = Parameters<typeof postings.create>[1];

/** The thing has changed and its postings are to be redrawn. One document, written anew with each change. */
export const redraws = new Collection('redraw', z.object({ networkId, thing, dueAt: instant }), redraw => ({
  dueAt: redraw.dueAt,
}));

/**
 * Words owed to one member alone, once. `unneeded`: there was nothing left to say when their turn came. `unreachable`: no
 * account of the member's could be written to.
 */
export const notices = new Collection(
  'notice',
  z.object({
    networkId,
    thing,
    to: memberId,
    about: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('reminder') }),
      z.object({ kind: z.literal('posting-lost'), label: z.string() }),
      z.object({ kind: z.literal('posting-unknown'), label: z.string() }),
    ]),
    state: z.enum(['wanted', 'claimed', 'sent', 'unknown', 'unreachable', 'unneeded']),
    dueAt: instant.optional(),
    /** Sends that failed in a row. */
    failures: z.int().nonnegative().default(0),
  }),
  notice => ({ dueAt: notice.dueAt }),
);
export type Notice = Parameters<typeof notices.create>[1];

/** Operations that owe each channel one posting of the thing, for the batch that makes the thing. */
export function owePostings(
  about: Pick<Posting, 'networkId' | 'thing'>,
  channels: readonly ChannelLink[],
  now: Instant,
): readonly Operation[] {
  return channels
    .filter(channel => !channel.lostAt)
    .map(channel => postings.create(postingId(channel.key), wantedPosting(about, channel, now)));
}

/** A posting that has yet to be sent. */
export function wantedPosting(
  about: Pick<Posting, 'networkId' | 'thing'>,
  { key, address: to, label, languages }: ChannelLink,
  now: Instant,
): Posting {
  return { ...about, channel: key, address: to, label, languages, state: 'wanted', failures: 0, dueAt: now };
}

export function postingId(channel: z.infer<typeof channelKey>): string {
  return `posting|${channel}`;
}

export function oweRedraw(about: Pick<Posting, 'networkId' | 'thing'>, now: Instant): Operation {
  return redraws.upsert('redraw', { ...about, dueAt: now });
}

/** One notice a person; `occasion` keeps a repeat of the same deed from owing it twice. */
export function oweNotice(notice: Omit<Notice, 'state' | 'failures'>, occasion: string, to: MemberId): Operation {
  return notices.create(`notice|${idFrom(occasion, notice.about.kind, to)}`, {
    ...notice,
    to,
    state: 'wanted',
    failures: 0,
  });
}
