/** What Teams sends, as far as it is read here. learn.microsoft.com, "Bot Framework – Activity" and Teams' own additions to it. */
import { z } from 'zod';

const account = z.object({
  id: z.string().min(1),
  name: z.string().optional(),
  /** The person's object id in Entra. */
  aadObjectId: z.string().min(1).optional(),
  /** The account's own tenant, told where it may be another than the conversation's. */
  tenantId: z.string().min(1).optional(),
  role: z.string().optional(),
});

const named = z.object({ id: z.string().min(1), name: z.string().optional() });

const channelData = z.object({
  tenant: z.object({ id: z.string().min(1) }).optional(),
  team: named.partial().optional(),
  channel: named.optional(),
  eventType: z.string().optional(),
  /** The channel chosen when the app was added to a team. */
  settings: z.object({ selectedChannel: named.optional() }).optional(),
});

const entity = z.looseObject({ type: z.string().optional() });

export const activitySchema = z.object({
  type: z.string().min(1),
  id: z.string().min(1),
  channelId: z.literal('msteams'),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  from: account,
  recipient: account,
  conversation: z.object({
    id: z.string().min(1),
    conversationType: z.string().optional(),
    tenantId: z.string().min(1).optional(),
    isGroup: z.boolean().optional(),
    name: z.string().optional(),
  }),
  channelData: channelData.optional(),
  locale: z.string().optional(),
  name: z.string().optional(),
  action: z.string().optional(),
  text: z.string().optional(),
  entities: z.array(entity).optional(),
  replyToId: z.string().optional(),
  value: z.unknown().optional(),
  membersAdded: z.array(account).optional(),
  membersRemoved: z.array(account).optional(),
});
export type TeamsActivity = z.output<typeof activitySchema>;

const mention = z.object({ mentioned: account.partial(), text: z.string().min(1) });

/** The text without the mention of the bot, and without the markup Teams puts around other mentions. */
export function wordsOf(activity: TeamsActivity): string {
  const ownMentions = (activity.entities ?? [])
    .filter(({ type }) => type === 'mention')
    .flatMap(found => mention.safeParse(found).data ?? [])
    .filter(({ mentioned }) => mentioned.id === activity.recipient.id);
  const text = ownMentions.reduce((rest, { text: own }) => rest.replace(own, ' '), activity.text ?? '');
  return withoutEntities(text.replace(/<\/?at[^>]*>/gi, ''))
    .replaceAll('\u00a0', ' ')
    .trim();
}

const entities: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

function withoutEntities(text: string): string {
  return text.replace(/&(?:nbsp|lt|gt|quot|#39|amp);/g, entity => entities[entity] ?? entity);
}
