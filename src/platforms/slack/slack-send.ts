/** A card sent to Slack so that it stands there once, whatever became of the answer. */
import { z } from 'zod';
import { slackMessage } from '../../../cards/block-kit.ts';
import type { Card } from '../../../cards/card.ts';
import type { SendResult } from '../../delivery/send-result.ts';
import { askAgain, lookFor, metadataOf, type Spot } from './look-for.ts';
import { failureOf } from './slack-failure.ts';
import type { Workspace } from './slack-workspaces.ts';

export type Sending = {
  readonly card: Card;
  /** Names this sending for ever. */
  readonly key: string;
  /** An earlier try may have got through. */
  readonly mayStand?: boolean | undefined;
};

/** No previews of links, and no name or mention made of what people wrote. */
const asWritten = { parse: 'none', link_names: false } as const;
const withoutPreviews = { unfurl_links: false, unfurl_media: false } as const;

const sent = z.object({ ts: z.string() });
const opened = z.object({ channel: z.object({ id: z.string() }) });

/**
 * Posts for everyone in the spot. chat.postMessage has no key against repeats, so the key goes along as metadata; when
 * the answer is lost, and before anything that may stand already, it is looked for. What is not found after a lost answer
 * is looked for once more before the next try: Slack may still be at it.
 * @throws CardTooLarge
 */
export async function sendCard(
  { client }: Workspace,
  spot: Spot,
  { card, key, mayStand = false }: Sending,
): Promise<SendResult> {
  const message = { ...placed(spot), ...slackMessage(card), ...asWritten, ...withoutPreviews };
  const standing = mayStand ? await lookFor(client, spot, key) : undefined;
  if (standing) return standing;
  try {
    const answer = await client.apiCall('chat.postMessage', { ...message, metadata: metadataOf(key) });
    return { kind: 'sent', ref: sent.parse(answer).ts };
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind !== 'lost') return failure;
    const found = await lookFor(client, spot, key);
    return found?.kind === 'sent' || found?.kind === 'gone' ? found : askAgain;
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

function placed({ channel, threadTs }: Spot) {
  return { channel, ...(threadTs !== undefined && { thread_ts: threadTs }) };
}
