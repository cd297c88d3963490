/** A card sent to Slack so that it stands there once, whatever became of the answer. */
import { z } from 'zod';
import { slackMessage } from '../../../cards/block-kit.ts';
import type { Card } from '../../../cards/card.ts';
import type { SendResult } from '../../bot/platform.ts';
import { failureOf } from './slack-failure.ts';
import type { Workspace } from './slack-workspaces.ts';

export type Spot = {
  readonly channel: string;
  readonly threadTs?: string | undefined;
  /** What is looked for here is newer than this. */
  readonly askedTs?: string | undefined;
};

/** No previews of links, and no name or mention made of what people wrote. */
const asWritten = { parse: 'none', link_names: false } as const;
const withoutPreviews = { unfurl_links: false, unfurl_media: false } as const;

const eventType = 'laget_posting';

const sent = z.object({ ts: z.string() });
const opened = z.object({ channel: z.object({ id: z.string() }) });

/** Newer apps outside the Marketplace are given no more than 15 messages a call. */
const lookedThrough = 15;
const history = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      metadata: z
        .object({ event_type: z.string(), event_payload: z.object({ key: z.string().optional() }).optional() })
        .optional(),
    }),
  ),
});

/**
 * Posts for everyone in the spot. chat.postMessage has no key against repeats, so the key goes along as metadata; when
 * the answer is lost, and before anything that may stand already, it is looked for.
 * @param mayStand an earlier try may have got through
 * @throws CardTooLarge
 */
export async function sendCard(
  { client }: Workspace,
  spot: Spot,
  card: Card,
  key: string,
  mayStand = false,
): Promise<SendResult> {
  const message = { ...slackMessage(card), metadata: { event_type: eventType, event_payload: { key } } };
  const standing = mayStand ? await lookFor(client, spot, key) : undefined;
  if (standing) return standing;
  try {
    const answer = await client.apiCall('chat.postMessage', {
      ...placed(spot),
      ...message,
      ...asWritten,
      ...withoutPreviews,
    });
    return { kind: 'sent', ref: sent.parse(answer).ts };
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind !== 'lost') return failure;
    return (await lookFor(client, spot, key)) ?? { kind: 'failed' };
  }
}

/**
 * Shows a card to one person alone, in the spot; it cannot be found again or replaced.
 * @throws CardTooLarge
 */
export async function whisperCard({ client }: Workspace, spot: Spot, user: string, card: Card): Promise<SendResult> {
  const message = slackMessage(card);
  try {
    await client.apiCall('chat.postEphemeral', { ...placed(spot), user, ...message, ...asWritten });
    return { kind: 'sent', ref: '' };
  } catch (error) {
    const failure = failureOf(error);
    return failure.kind === 'lost' ? { kind: 'unknown' } : failure;
  }
}

/** @throws CardTooLarge */
export async function replaceCard({ client }: Workspace, channel: string, ts: string, card: Card): Promise<SendResult> {
  const message = slackMessage(card);
  try {
    await client.apiCall('chat.update', { channel, ts, ...message, ...asWritten });
    return { kind: 'sent', ref: ts };
  } catch (error) {
    const failure = failureOf(error);
    return failure.kind === 'lost' ? { kind: 'failed' } : failure;
  }
}

/** Opening a direct chat shows nothing to anyone, so a lost answer has failed and may be asked for again. */
export async function directChat({ client }: Workspace, user: string): Promise<string | SendResult> {
  try {
    return opened.parse(await client.apiCall('conversations.open', { users: user })).channel.id;
  } catch (error) {
    const failure = failureOf(error);
    return failure.kind === 'lost' ? { kind: 'failed' } : failure;
  }
}

/** @returns undefined when it stands nowhere; `unknown` when Slack cannot be asked either */
async function lookFor(client: Workspace['client'], spot: Spot, key: string): Promise<SendResult | undefined> {
  try {
    const found = await recentMessages(client, spot);
    const ours = found.find(
      ({ metadata }) => metadata?.event_type === eventType && metadata.event_payload?.key === key,
    );
    return ours && { kind: 'sent', ref: ours.ts };
  } catch {
    return { kind: 'unknown' };
  }
}

async function recentMessages(client: Workspace['client'], { channel, threadTs, askedTs }: Spot) {
  const since = askedTs === undefined ? {} : { oldest: askedTs };
  const asked = { channel, include_all_metadata: true, limit: lookedThrough, ...since };
  const answer =
    threadTs === undefined
      ? await client.apiCall('conversations.history', asked)
      : await client.apiCall('conversations.replies', { ...asked, ts: threadTs });
  return history.parse(answer).messages;
}

function placed({ channel, threadTs }: Spot) {
  return { channel, ...(threadTs !== undefined && { thread_ts: threadTs }) };
}
