/** The cast's forum with platforms of the test's own: what each was asked to send, and what it answers. */
import { plainText } from '../../cards/plain-text.ts';
import type { Asking, Settings } from '../../src/bot/asking.ts';
import type { Outgoing, Platform } from '../../src/bot/platform.ts';
import type { PlatformOf } from '../../src/bot/routes.ts';
import { createTick } from '../../src/bot/tick.ts';
import type { SendResult } from '../../src/delivery/send-result.ts';
import type { Address, IdentityKey } from '../../src/features/networks/network.ts';
import { identityPartition, members, networkPartition, routes } from '../../src/features/networks/network-store.ts';
import { speak } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import {
  type CastKey,
  castChannelKey,
  castMemberId,
  castNetwork,
  identityOf,
  newRequest,
  type TestTools,
} from '../cast.ts';

export const settings: Settings = {
  zone: 'Europe/Oslo',
  language: 'nb',
  isAllowed: () => true,
  fileUrl: () => 'https://laget.example.org/file/x',
};

export type Shown = {
  readonly how: 'posted' | 'redrawn' | 'told';
  readonly to: Address;
  readonly text: string;
  readonly outgoing?: Outgoing;
};

export type TestPlatform = Platform & {
  /** Everything it was asked to show, whatever it answered. */
  readonly asked: Shown[];
  /** From now on. */
  answers(answer: (to: Address) => SendResult): void;
};

/** @param reachesWithoutAccount as e-mail does, those who have an address */
export function testPlatform(name: string, reachesWithoutAccount = false): TestPlatform {
  const asked: Shown[] = [];
  let answer: (to: Address) => SendResult = () => ({ kind: 'sent', ref: 'ref' });
  const show = async (shown: Shown) => {
    asked.push(shown);
    return answer(shown.to);
  };
  const send = (how: 'posted' | 'told') => (to: Address, outgoing: Outgoing) =>
    show({ how, to, text: plainText(outgoing.card), outgoing });
  return {
    name,
    pace: [],
    asked,
    answers(next) {
      answer = next;
    },
    post: send('posted'),
    tell: send('told'),
    update: (to, _ref, card) => show({ how: 'redrawn', to, text: plainText(card) }),
    ...(reachesWithoutAccount && {
      wayTo: (network, { id, email }) =>
        email ? { identity: `${name}|${network.id}|${id}` as IdentityKey, address: email as Address } : undefined,
    }),
  };
}

export const platformsBy =
  (...platforms: readonly Platform[]): PlatformOf =>
  key =>
    platforms.find(({ name }) => key.startsWith(`${name}|`));

/** Everything that falls due, once. */
export function ticking(tools: TestTools, ...platforms: readonly Platform[]): () => Promise<void> {
  return createTick({ tools, settings }, key => platforms.find(({ name }) => key.startsWith(`${name}|`)));
}

/** An account of a person's can be written to. @param account the first one of the cast's unless said */
export async function canBeWrittenTo(
  { store, world }: TestTools,
  key: CastKey,
  address: string,
  { account = identityOf(key), usedAt = world.clock.now() }: { account?: IdentityKey; usedAt?: Instant } = {},
): Promise<void> {
  const home = networkPartition(castNetwork.id);
  const member = await members.get(store, home, castMemberId(key));
  if (!member) throw new Error('No such member');
  const identities = [...new Set([...member.value.identities, account])];
  await store.batch(home, [members.replace(member, { ...member.value, identities })]);
  await store.batch(identityPartition(account), [routes.upsert('route', { address: address as Address, usedAt })]);
}

/** What is known of a person is now something else. */
export async function becomes(
  { store }: TestTools,
  key: CastKey,
  change: Partial<Parameters<typeof members.create>[1]>,
): Promise<void> {
  const home = networkPartition(castNetwork.id);
  const member = await members.get(store, home, castMemberId(key));
  if (!member) throw new Error('No such member');
  await store.batch(home, [members.replace(member, { ...member.value, ...change })]);
}

/** One request of a person's in the channel of the cast's municipalities, to be answered by a handler. */
export function askingAs(key: CastKey, tools: TestTools, platformOf: PlatformOf = () => undefined): Asking {
  return {
    tools,
    settings,
    platformOf,
    from: {
      identity: identityOf(key),
      organisation: 'test|kommunene',
      name: key,
      place: {
        kind: 'channel',
        key: castChannelKey('kommunene'),
        address: 'test|kommunene' as Address,
        label: 'Forum',
      },
      canOpenForm: false,
      requestKey: newRequest(),
    },
    recentCount: () => {
      throw new Error('Nothing is counted here');
    },
    speech: speak('nb', settings.zone),
  };
}
