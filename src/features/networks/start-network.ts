import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { idFrom } from '../../world.ts';
import type { Address, ChannelKey, IdentityKey, Language, MemberId, Network, NetworkId } from './network.ts';
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
 * Starts a network in a channel that has none; whoever asks becomes its coordinator. A repeat of the request finds the
 * network it made, also when it was cut off half way.
 */
export async function startNetwork(
  { store, world }: Tools,
  founder: Founder,
  wanted: NewNetwork,
): Promise<Outcome<Network, StartRefusal>> {
  const id = idFrom('network', founder.requestKey) as NetworkId;
  const memberId = idFrom('member', id, founder.requestKey) as MemberId;
  const now = world.clock.now();
  const network: Network = { id, ...wanted, startedAt: now, startedBy: memberId };
  const { key, address, label } = founder.channel;
  const link = { key, address, label, languages: wanted.languages, linkedAt: now, linkedBy: memberId };
  return retrying(async () => {
    const channel = await channels.get(store, channelPartition(key), 'channel');
    if (channel?.value.networkId && channel.value.networkId !== id) return refused({ code: 'channel-taken' });
    const started = await networks.get(store, networkPartition(id), 'network');
    // The channel is written last, so a channel that is linked has all of it.
    if (started && channel?.value.networkId === id) return done(started.value);
    if (!started) {
      await store.batch(networkPartition(id), [
        networks.create('network', network),
        members.create(memberId, {
          id: memberId,
          name: founder.name,
          roles: ['coordinator'],
          language: founder.language,
          identities: [founder.identity],
        }),
        channelLinks.create(key, link),
      ]);
    }
    await store.batch(installationPartition, [networkEntries.upsert(networkEntryId(id), { networkId: id })]);
    await store.batch(identityPartition(founder.identity), [memberships.upsert(id, { networkId: id, memberId })]);
    const linked = { networkId: id, introducedAt: channel?.value.introducedAt ?? now };
    await store.batch(channelPartition(key), [
      channel ? channels.replace(channel, linked) : channels.create('channel', linked),
    ]);
    return done(started?.value ?? network);
  });
}
