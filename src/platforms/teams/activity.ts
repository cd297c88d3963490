/** What Teams sends, as far as it is read here. learn.microsoft.com, "Bot Framework – Activity" and Teams' own additions to it. */
import { z } from 'zod';

/** What may be absent is sometimes told as null. */
const told = <T extends z.ZodType>(schema: T) => schema.nullish().transform(value => value ?? undefined);

const account = z.object({
  id: z.string().min(1),
  name: told(z.string()),
  /** The person's object id in Entra. */
  aadObjectId: told(z.string().min(1)),
  /** The account's own tenant, told where it may be another than the conversation's. */
  tenantId: told(z.string().min(1)),
  role: told(z.string()),
});

const named = z.object({ id: z.string().min(1), name: told(z.string()) });

const channelData = z.object({
  tenant: told(z.object({ id: z.string().min(1) })),
  team: told(named.partial()),
  channel: told(named),
  eventType: told(z.string()),
  /** The channel chosen when the app was added to a team. */
  settings: told(z.object({ selectedChannel: told(named) })),
});

const entity = z.looseObject({ type: told(z.string()) });

export const activitySchema = z.object({
  type: z.string().min(1),
  id: z.string().min(1),
  channelId: z.literal('msteams'),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  from: account,
  recipient: account,
  conversation: z.object({
    id: z.string().min(1),
    conversationType: told(z.string()),
    tenantId: told(z.string().min(1)),
    isGroup: told(z.boolean()),
    name: told(z.string()),
  }),
  channelData: told(channelData),
  locale: told(z.string()),
  name: told(z.string()),
  action: told(z.string()),
  text: told(z.string()),
  entities: told(z.array(entity)),
  replyToId: told(z.string()),
  value: told(z.unknown()),
  membersAdded: told(z.array(account)),
  membersRemoved: told(z.array(account)),
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
