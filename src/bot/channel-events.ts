/** What a platform tells of a channel → what is said there. */
import { introductionCard, redeemedCard } from '../../cards/networks/network-cards.ts';
import { joinChannel, leaveChannel } from '../features/networks/join-channel.ts';
import { channelPartition, channels, networkPartition, networks } from '../features/networks/network-store.ts';
import { speak } from '../texts/speak.ts';
import type { Asking } from './asking.ts';
import type { ChannelEvent, Reply } from './platform.ts';

export const channelEvents: Readonly<Record<ChannelEvent, (asking: Asking) => Promise<Reply>>> = {
  joined: async asking => {
    const isNew = await joinChannel(asking.tools, asking.from.place.key);
    return isNew ? greet(asking) : {};
  },

  left: async ({ tools, from }) => {
    await leaveChannel(tools, from.place.key);
    return {};
  },
};

/** An introduction, or where the bot comes back, whose channel this is. */
async function greet({ tools: { store }, from, settings }: Asking): Promise<Reply> {
  const channel = await channels.get(store, channelPartition(from.place.key), 'channel');
  const { networkId } = channel?.value ?? {};
  const network = networkId && (await networks.get(store, networkPartition(networkId), 'network'));
  if (!network) return { say: introductionCard(speak(settings.language, settings.zone)) };
  const { languages, zone } = network.value;
  return {
    say: redeemedCard({ kind: 'channel', network: network.value }, speak(languages[0] ?? settings.language, zone)),
  };
}
