/** The Events API's envelopes as what happened, or undefined for what is not ours. https://docs.slack.dev/apis/events-api */
import { z } from 'zod';
import { holdsNationalId } from '../../privacy/national-id.ts';
import { type Instant, instantOf } from '../../world.ts';
import { originSchema, placeKind } from './origin.ts';
import { plainWords } from './slack-text.ts';

export const envelopeSchema = z.object({
  type: z.literal('event_callback'),
  team_id: z.string(),
  event_id: z.string().min(1).max(100),
  event_time: z.number(),
  authorizations: z.array(z.object({ team_id: z.string().nullish() })).optional(),
  event: z.object({ type: z.string() }).loose(),
});
export type Envelope = z.infer<typeof envelopeSchema>;

/** What the inbox keeps of an event: what is ours of it, and never a national identity number. */
export const slackEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('words'), origin: originSchema, words: z.string() }),
  /** What was written held a national identity number, and none of it is kept. */
  z.object({ kind: z.literal('unkeepable'), origin: originSchema }),
  z.object({ kind: z.literal('joined'), origin: originSchema }),
  z.object({ kind: z.literal('left'), origin: originSchema }),
]);
export type SlackEvent = z.infer<typeof slackEventSchema>;

const written = {
  user: z.string(),
  channel: z.string(),
  text: z.string().default(''),
  ts: z.string(),
  thread_ts: z.string().optional(),
  user_team: z.string().optional(),
  bot_id: z.undefined().optional(),
};

const events = z.discriminatedUnion('type', [
  z.object({ type: z.literal('app_mention'), subtype: z.undefined().optional(), ...written }),
  z.object({
    type: z.literal('message'),
    channel_type: z.literal('im'),
    // A message with a file is still what a person wrote; other subtypes tell of edits, deletions and joins.
    subtype: z.literal('file_share').optional(),
    ...written,
  }),
  z.object({
    type: z.literal('member_joined_channel'),
    user: z.string(),
    channel: z.string(),
    inviter: z.string().optional(),
  }),
  z.object({ type: z.enum(['channel_left', 'group_left']), channel: z.string(), actor_id: z.string().optional() }),
]);

/** The workspace whose installation the event was sent for: for shared channels `team_id` may be another. */
export function teamOf({ authorizations, team_id }: Envelope): string {
  return authorizations?.[0]?.team_id ?? team_id;
}

export function timeOf({ event_time }: Envelope): Instant {
  return instantOf(event_time * 1000);
}

/** Both come when an app is removed, in either order; tokens of people, which we never ask for, are none of ours. */
export function endsInstallation({ event }: Envelope): boolean {
  return event.type === 'app_uninstalled' || revokedSchema.safeParse(event).success;
}

const revokedSchema = z.object({
  type: z.literal('tokens_revoked'),
  tokens: z.object({ bot: z.array(z.string()).min(1) }),
});

/** @returns whose name or language may be another than Slack told before */
export function changedPerson({ event }: Envelope): string | undefined {
  return changedSchema.safeParse(event).data?.user.id;
}

const changedSchema = z.object({ type: z.literal('user_change'), user: z.object({ id: z.string() }) });

export function decodeEvent(envelope: Envelope, botUserId: string): SlackEvent | undefined {
  const parsed = events.safeParse(envelope.event);
  if (!parsed.success) return undefined;
  const event = parsed.data;
  const at = (user: string, userTeam?: string, threadTs?: string, askedTs?: string) => ({
    team: teamOf(envelope),
    user,
    userTeam: userTeam ?? teamOf(envelope),
    userName: '',
    channel: event.channel,
    channelName: '',
    kind: placeKind(event.channel),
    threadTs,
    // Slack tells when something happened in whole seconds, rounded down.
    askedTs: askedTs ?? `${envelope.event_time}.000000`,
  });
  switch (event.type) {
    case 'app_mention':
      return wordsOf(
        at(event.user, event.user_team, event.thread_ts ?? event.ts, event.ts),
        withoutMention(event.text),
        botUserId,
      );
    case 'message':
      return wordsOf(at(event.user, event.user_team, event.thread_ts, event.ts), event.text, botUserId);
    case 'member_joined_channel':
      return event.user === botUserId ? { kind: 'joined', origin: at(event.inviter ?? botUserId) } : undefined;
    case 'channel_left':
    case 'group_left':
      return { kind: 'left', origin: at(event.actor_id ?? botUserId) };
  }
}

/** In a shared channel each workspace's installation is a bot user of its own, and people mention any of them. */
function withoutMention(text: string): string {
  return text.replace(/^\s*<@[^<>]*>/, '');
}

function wordsOf(origin: z.infer<typeof originSchema>, text: string, botUserId: string): SlackEvent {
  const words = plainWords(text, botUserId);
  return holdsNationalId(words) ? { kind: 'unkeepable', origin } : { kind: 'words', origin, words };
}
