/** A card sent to Slack so that it stands there once, whatever became of the answer. */
import { z } from 'zod';
import { type SlackMessageJson, slackMessage } from '../../../cards/block-kit.ts';
import type { Card } from '../../../cards/card.ts';
import { withoutPictures } from '../../../cards/without-pictures.ts';
import type { SendResult } from '../../delivery/send-result.ts';
import { askAgain, lookFor, metadataOf, type Spot } from './look-for.ts';
import { failureOf, failureWord } from './slack-failure.ts';
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
  workspace: Workspace,
  spot: Spot,
  { card, key, mayStand = false }: Sending,
): Promise<SendResult> {
  const { client } = workspace;
  const rest = { ...placed(spot), ...withoutPreviews, metadata: metadataOf(key) };
  const messages = messagesOf(card);
  const standing = mayStand ? await lookFor(client, spot, key) : undefined;
  if (standing) return standing;
  try {
    const answer = await callWithCard(workspace, 'chat.postMessage', rest, messages);
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
export async function whisperCard(workspace: Workspace, spot: Spot, user: string, card: Card): Promise<SendResult> {
  const messages = messagesOf(card);
  try {
    await callWithCard(workspace, 'chat.postEphemeral', { ...placed(spot), user }, messages);
    return { kind: 'sent', ref: '' };
  } catch (error) {
    const failure = failureOf(error);
    return failure.kind === 'lost' ? { kind: 'unknown' } : failure;
  }
}

/** @throws CardTooLarge */
export async function replaceCard(workspace: Workspace, channel: string, ts: string, card: Card): Promise<SendResult> {
  const messages = messagesOf(card);
  try {
    await callWithCard(workspace, 'chat.update', { channel, ts }, messages);
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

type Messages = { readonly whole: SlackMessageJson; readonly inWords?: SlackMessageJson };

/** @throws CardTooLarge */
function messagesOf(card: Card): Messages {
  const inWords = withoutPictures(card);
  return { whole: slackMessage(card), ...(inWords !== card && { inWords: slackMessage(inWords) }) };
}

/**
 * Slack fetches the pictures while it takes a message, and refuses all of it for one it cannot fetch, now and then one
 * that is there: https://github.com/slackapi/python-slack-sdk/issues/1782. Nothing was posted, so the same goes in words.
 */
async function callWithCard(
  { client }: Workspace,
  method: string,
  rest: object,
  { whole, inWords }: Messages,
): Promise<unknown> {
  try {
    return await client.apiCall(method, { ...rest, ...whole, ...asWritten });
  } catch (error) {
    if (!inWords || failureWord(error) !== 'invalid_blocks') throw error;
    return await client.apiCall(method, { ...rest, ...inWords, ...asWritten });
  }
}

function placed({ channel, threadTs }: Spot) {
  return { channel, ...(threadTs !== undefined && { thread_ts: threadTs }) };
}
