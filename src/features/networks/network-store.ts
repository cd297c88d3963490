/** What is kept of networks, and under which key. */
import { z } from 'zod';
import { Collection } from '../../store/collection.ts';
import type { Store } from '../../store/store.ts';
import { type Instant, later } from '../../world.ts';
import {
  address,
  type ChannelKey,
  channelLinkSchema,
  type IdentityKey,
  instant,
  language,
  memberId,
  memberSchema,
  type NetworkId,
  networkId,
  networkSchema,
  partySchema,
  seatId,
  seatSchema,
} from './network.ts';

export const networkPartition = (id: NetworkId) => `network|${id}`;
export const identityPartition = (key: IdentityKey) => `identity|${key}`;
export const channelPartition = (key: ChannelKey) => `channel|${key}`;
/** Only the hash of a code is kept. */
export const codePartition = (hash: string) => `code|${hash}`;

/** Read with every press: some hundred networks' seats. Nothing that is to be forgotten is remembered so. */
const mostRemembered = 5000;

/** Partition `network|<id>`, id `network`. */
export const networks = new Collection('network', networkSchema, () => ({}), mostRemembered);
/** Partition `network|<id>`. */
export const parties = new Collection('party', partySchema, () => ({}), mostRemembered);
export const seats = new Collection(
  'seat',
  seatSchema,
  seat => ({ sortKey: String(seat.number).padStart(5, '0') }),
  mostRemembered,
);
export const members = new Collection('member', memberSchema);
export const channelLinks = new Collection('channel-link', channelLinkSchema, () => ({}), mostRemembered);

/** Partition `identity|<key>`, id = network: which member an account is there. */
export const memberships = new Collection('membership', z.object({ networkId, memberId }), () => ({}), mostRemembered);

/** Partition `identity|<key>`, id `route`: how to write to the person behind an account, and what their client speaks. */
export const routes = new Collection(
  'route',
  z.object({ address, usedAt: instant, language: language.optional() }),
  () => ({}),
  mostRemembered,
);

/** Partition `identity|<key>`, id `language`: what the person behind an account has chosen to be spoken to in. */
export const chosenLanguages = new Collection('chosen-language', z.object({ language }));

/** Partition `channel|<key>`, id `channel`: what the bot knows of a channel it is in. */
export const channels = new Collection(
  'channel',
  z.object({ networkId: networkId.optional(), introducedAt: instant, lostAt: instant.optional() }),
);

/** Partition `code|<hash>`, id `code`: a one-time code; falls due when it may be forgotten. */
export const codes = new Collection(
  'code',
  z.object({
    networkId,
    madeBy: memberId,
    expiresAt: instant,
    opens: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('channel') }),
      z.object({ kind: z.literal('seat'), seatId, as: z.enum(['holder', 'deputy']) }),
      z.object({ kind: z.literal('member'), memberId }),
    ]),
    /** The request that used it: a repeat of that request finds its own work done. */
    usedBy: z.string().optional(),
  }),
  code => ({ dueAt: later(code.expiresAt, keepUsedCodesMs) }),
);

export const rosterDraftId = (draft: string) => `roster-draft|${draft}`;

/** Partition `network|<id>`: a roster that was shown and not yet applied. */
export const rosterDrafts = new Collection(
  'roster-draft',
  z.object({ csv: z.string(), madeBy: memberId, forgetAt: instant }),
  draft => ({ dueAt: draft.forgetAt }),
);

/** Long enough that a late «this code has expired» is said rather than «no such code». */
const keepUsedCodesMs = 7 * 24 * 3_600_000;

export type Kind = z.infer<typeof networkSchema>['kind'];

/** Deletes what has served its time: expired codes and roster drafts. May be repeated. */
export async function forgetExpired(store: Store, now: Instant): Promise<void> {
  const expired = [...(await codes.due(store, now)), ...(await rosterDrafts.due(store, now))];
  for (const { partition, id } of expired) await store.batch(partition, [{ kind: 'delete', id }]);
}
