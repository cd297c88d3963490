import { isDeepStrictEqual } from 'node:util';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Kept } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import { idFrom } from '../../world.ts';
import {
  type Address,
  type ChannelKey,
  type IdentityKey,
  type Language,
  type MemberId,
  type Network,
  type NetworkId,
  usualRules,
} from './network.ts';
import { installationPartition, networkEntries, networkEntryId } from './network-entries.ts';
import {
  channelLinks,
  channelPartition,
  channels,
  identityPartition,
  type Kind,
  members,
  memberships,
  networkPartition,
  networks,
} from './network-store.ts';

export type NewNetwork = {
  readonly name: string;
  readonly kind: Kind;
  readonly languages: Network['languages'];
  readonly zone: string;
};

export type Founder = {
  readonly identity: IdentityKey;
  readonly name: string;
  readonly language?: Language | undefined;
  readonly requestKey: string;
  readonly channel: { readonly key: ChannelKey; readonly address: Address; readonly label: string };
};

export type StartRefusal = { readonly code: 'channel-taken' };

/**
 * Starts a network in a channel that has none; whoever asks becomes its coordinator. A channel can start one network. A
 * repeat of the request finds the network it made; one that was cut off half way is finished by its repeat, or by the
 * founder's next try, under the name asked for then.
 */
export async function startNetwork(
  tools: Tools,
  founder: Founder,
  wanted: NewNetwork,
): Promise<Outcome<Network, StartRefusal>> {
  const { store } = tools;
  return retrying(async () => {
    const { id, channel, started, membership, isTaken } = await standingOf(store, founder);
    if (isTaken) return refused({ code: 'channel-taken' });
    // The membership is written last, so a founder who has it has all of it.
    if (started && membership) {
      const isRepeat = started.value.startedBy === founderId(id, founder);
      return isRepeat ? done(started.value) : refused({ code: 'channel-taken' });
    }
    const network = await writeNetwork(tools, founder, started, { id, ...wanted });
    await linkFirstChannel(tools, founder, channel, network);
    await store.batch(installationPartition, [networkEntries.upsert(networkEntryId(id), { networkId: id })]);
    const own = { networkId: id, memberId: network.startedBy };
    await store.batch(identityPartition(founder.identity), [memberships.upsert(id, own)]);
    return done(network);
  });
}

/** Whether a channel may start a network still, so that nobody fills in a form for nothing. */
export async function mayStartNetwork({ store }: Pick<Tools, 'store'>, founder: Founder): Promise<boolean> {
  const { isTaken, started, membership } = await standingOf(store, founder);
  return !isTaken && !(started && membership);
}

async function standingOf(store: Tools['store'], { identity, channel: { key } }: Founder) {
  const id = idFrom('network', key) as NetworkId;
  const partition = networkPartition(id);
  const [channel, started, membership] = await Promise.all([
    channels.get(store, channelPartition(key), 'channel'),
    networks.get(store, partition, 'network'),
    memberships.get(store, identityPartition(identity), id),
  ]);
  const first = started && (await members.get(store, partition, started.value.startedBy));
  const isOfAnother = channel?.value.networkId !== undefined && channel.value.networkId !== id;
  const isOfOthers = started !== undefined && !first?.value.identities.includes(identity);
  return { id, channel, started, membership, isTaken: isOfAnother || isOfOthers };
}

function founderId(id: NetworkId, { requestKey }: Founder): MemberId {
  return idFrom('member', id, requestKey) as MemberId;
}

async function writeNetwork(
  { store, world }: Tools,
  founder: Founder,
  started: Kept<Network> | undefined,
  wanted: Pick<Network, 'id'> & NewNetwork,
): Promise<Network> {
  if (started) {
    const network = { ...started.value, ...wanted };
    if (!isDeepStrictEqual(network, started.value)) {
      await store.batch(started.partition, [networks.replace(started, network)]);
    }
    return network;
  }
  const startedBy = founderId(wanted.id, founder);
  const network: Network = { ...wanted, startedAt: world.clock.now(), startedBy, rules: usualRules };
  const { name, language, identity } = founder;
  await store.batch(networkPartition(wanted.id), [
    networks.create('network', network),
    members.create(startedBy, { id: startedBy, name, roles: ['coordinator'], language, identities: [identity] }),
  ]);
  return network;
}

/** The channel before the link, and only as it was read: of two networks that want it, one alone gets so far. */
async function linkFirstChannel(
  { store, world }: Tools,
  { channel: { key, address, label } }: Founder,
  channel: Awaited<ReturnType<typeof channels.get>>,
  { id, languages, startedBy }: Network,
): Promise<void> {
  const now = world.clock.now();
  if (channel?.value.networkId !== id) {
    const linked = { networkId: id, introducedAt: channel?.value.introducedAt ?? now };
    await store.batch(channelPartition(key), [
      channel ? channels.replace(channel, linked) : channels.create('channel', linked),
    ]);
  }
  const link = { key, address, label, languages, linkedAt: now, linkedBy: startedBy };
  await store.batch(networkPartition(id), [channelLinks.upsert(key, link)]);
}
