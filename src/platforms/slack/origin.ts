import { z } from 'zod';
import type { From, Place } from '../../bot/platform.ts';
import { channelKeyOf, identityOf, organisationOf, writeAddress } from './slack-address.ts';

/** Who asked, and where, as far as Slack's payload tells; a name it does not tell is empty. */
export const originSchema = z.object({
  /** The workspace the app is installed in. */
  team: z.string(),
  user: z.string(),
  /**
   * The workspace of the person's own account. In a channel shared through Slack Connect it is another one than `team`,
   * and it is the one a person is known by, so that one account is one identity wherever it writes from.
   */
  userTeam: z.string(),
  userName: z.string(),
  channel: z.string(),
  channelName: z.string(),
  kind: z.enum(['channel', 'group', 'personal']),
  /** The thread an answer belongs in. */
  threadTs: z.string().optional(),
  /** When it was asked, in Slack's time: an answer that stands already stands after it. */
  askedTs: z.string().optional(),
  /** The bot's own message in a direct chat, whose button was pressed: one in a channel is everybody's, or cannot be found. */
  pressedTs: z.string().optional(),
});
export type Origin = z.infer<typeof originSchema>;

/** Slack's own words for channels whose name it does not tell. */
const namelessChannels: ReadonlySet<string> = new Set(['directmessage', 'privategroup']);

export function channelName(told: string): string {
  return namelessChannels.has(told) || told.startsWith('mpdm-') ? '' : told;
}

/** Direct chats have ids with D; a direct chat of several people is told by its name only. */
export function placeKind(channel: string, name = ''): Place['kind'] {
  if (channel.startsWith('D')) return 'personal';
  return name.startsWith('mpdm-') ? 'group' : 'channel';
}

export function fromOf(origin: Origin, requestKey: string, canOpenForm: boolean, locale: string | undefined): From {
  const { team, user, userTeam, channel } = origin;
  return {
    identity: identityOf(userTeam, user),
    organisation: organisationOf(userTeam),
    name: origin.userName,
    locale,
    place: {
      kind: origin.kind,
      key: channelKeyOf(channel),
      address: writeAddress({ team, channel }),
      label: origin.channelName,
    },
    personalAddress: writeAddress({ team, user }),
    requestKey,
    canOpenForm,
  };
}
