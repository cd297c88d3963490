/** Teams' activities → what the bot handles. */
import { z } from 'zod';
import type { ChannelEvent, From, Incoming, Place } from '../../bot/platform.ts';
import { type TeamsActivity, wordsOf } from './activity.ts';
import { readButtonData } from './button-data.ts';
import { addressOf, channelKeyOf, channelOf, identityKeyOf, organisationOf } from './teams-keys.ts';

/** How Teams wants its answer: as a message of its own, in place of the card pressed, or as a dialog. */
export type AnswerForm = 'message' | 'card' | 'dialog';

export type Decoded =
  | { readonly kind: 'incoming'; readonly incoming: Incoming; readonly answerForm: AnswerForm }
  /** Nothing the bot has to do with. */
  | { readonly kind: 'ignored' }
  /** An invoke that does not carry what its name promises. */
  | { readonly kind: 'invalid' };

const pressed = z.object({ action: z.object({ data: z.unknown() }) });
const dialogue = z.object({ data: z.record(z.string(), z.unknown()) });

/** Never throws; the actor is read from the authenticated activity, never from a button's data. */
export function decodeActivity(activity: TeamsActivity): Decoded {
  switch (activity.type) {
    case 'message':
      return decodeMessage(activity);
    case 'invoke':
      return decodeInvoke(activity);
    case 'installationUpdate':
    case 'conversationUpdate':
      return decodeEvent(activity);
  }
  return { kind: 'ignored' };
}

function decodeMessage(activity: TeamsActivity): Decoded {
  if (activity.from.role === 'bot' || activity.from.id.startsWith('28:')) return { kind: 'ignored' };
  const from = fromOf(activity);
  // Older clients send a button's press as a message that carries its data.
  return activity.value === undefined || activity.value === null
    ? { kind: 'incoming', incoming: { from, kind: 'words', words: wordsOf(activity) }, answerForm: 'message' }
    : {
        kind: 'incoming',
        incoming: { from, kind: 'payload', payload: readButtonData(activity.value) },
        answerForm: 'message',
      };
}

function decodeInvoke(activity: TeamsActivity): Decoded {
  const from = fromOf(activity);
  switch (activity.name) {
    case 'adaptiveCard/action': {
      const { data, success } = pressed.safeParse(activity.value);
      if (!success) return { kind: 'invalid' };
      return {
        kind: 'incoming',
        incoming: { from, kind: 'payload', payload: readButtonData(data.action.data) },
        answerForm: 'card',
      };
    }
    case 'task/fetch':
    case 'task/submit': {
      const { data, success } = dialogue.safeParse(activity.value);
      if (!success) return { kind: 'invalid' };
      return {
        kind: 'incoming',
        incoming: { from, kind: 'payload', payload: readButtonData(data.data) },
        answerForm: 'dialog',
      };
    }
  }
  return { kind: 'ignored' };
}

function decodeEvent(activity: TeamsActivity): Decoded {
  const event = eventOf(activity);
  if (!event) return { kind: 'ignored' };
  return {
    kind: 'incoming',
    incoming: { from: fromOf(activity), kind: 'event', event },
    answerForm: 'message',
  };
}

const installations: Readonly<Record<string, ChannelEvent>> = {
  add: 'joined',
  'add-upgrade': 'joined',
  remove: 'left',
  'remove-upgrade': 'left',
};

const channelEvents: Readonly<Record<string, ChannelEvent>> = {
  channelDeleted: 'left',
  teamDeleted: 'left',
  teamHardDeleted: 'left',
};

function eventOf(activity: TeamsActivity): ChannelEvent | undefined {
  if (activity.type === 'installationUpdate') return installations[activity.action ?? ''];
  const isBot = ({ id }: { id: string }) => id === activity.recipient.id;
  if (activity.membersAdded?.some(isBot)) return 'joined';
  if (activity.membersRemoved?.some(isBot)) return 'left';
  return channelEvents[activity.channelData?.eventType ?? ''];
}

function fromOf(activity: TeamsActivity): From {
  const { from, conversation, channelData, serviceUrl } = activity;
  const hostTenantId = conversation.tenantId ?? channelData?.tenant?.id ?? '';
  // In a channel shared between organisations a person's tenant is not the channel's.
  const tenantId = from.tenantId ?? channelData?.tenant?.id ?? hostTenantId;
  return {
    identity: identityKeyOf(tenantId, from.aadObjectId ?? from.id),
    organisation: organisationOf(tenantId),
    name: from.name ?? '',
    locale: activity.locale,
    place: placeOf(activity, hostTenantId),
    // A chat is opened in the tenant the bot met the person in.
    personalAddress: addressOf({
      serviceUrl,
      tenantId: hostTenantId,
      ...(isPersonal(activity) ? { conversationId: conversation.id } : { userId: from.id }),
    }),
    canOpenForm: activity.name === 'task/fetch' || activity.name === 'task/submit',
    requestKey: `${conversation.id}|${activity.id}`,
  };
}

function placeOf(activity: TeamsActivity, tenantId: string): Place {
  const { conversation, channelData, serviceUrl } = activity;
  const conversationId = placeIdOf(activity);
  return {
    kind: isPersonal(activity) ? 'personal' : conversation.conversationType === 'groupChat' ? 'group' : 'channel',
    key: channelKeyOf(tenantId, conversationId),
    address: addressOf({ serviceUrl, tenantId, conversationId }),
    label: isPersonal(activity)
      ? (activity.from.name ?? '')
      : labelOf(
          channelData?.team?.name,
          (channelData?.settings?.selectedChannel ?? channelData?.channel)?.name,
          conversation.name,
        ),
  };
}

/** What is told of a whole team, or of one of its channels, arrives in the team's first channel. */
function placeIdOf({ type, conversation, channelData }: TeamsActivity): string {
  const told =
    type === 'message' || type === 'invoke'
      ? undefined
      : (channelData?.settings?.selectedChannel ?? channelData?.channel);
  return told?.id ?? channelOf(conversation.id);
}

function labelOf(team: string | undefined, channel: string | undefined, conversation: string | undefined): string {
  const known = [...new Set([team, channel].filter(name => name !== undefined))];
  return known.length > 0 ? known.join(' – ') : (conversation ?? '');
}

function isPersonal({ conversation }: TeamsActivity): boolean {
  return conversation.conversationType === 'personal';
}
