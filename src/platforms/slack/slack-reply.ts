/** Brings the bot's reply to the people it is for. */
import { setTimeout as delay } from 'node:timers/promises';
import { modal } from '../../../cards/block-kit.ts';
import type { Card, Form } from '../../../cards/card.ts';
import type { Reply } from '../../bot/platform.ts';
import type { SendResult } from '../../delivery/send-result.ts';
import type { Log } from '../../world.ts';
import { writeFormContext } from './decode-interaction.ts';
import type { Origin } from './origin.ts';
import { failureWord } from './slack-failure.ts';
import { directChat, replaceCard, type Sending, sendCard, whisperCard } from './slack-send.ts';
import type { Workspace } from './slack-workspaces.ts';

export type Asked = {
  readonly workspace: Workspace;
  readonly origin: Origin;
  readonly requestKey: string;
  /** Opens a form, once and for three seconds. */
  readonly triggerId?: string | undefined;
  /** The same may have been answered before. */
  readonly isRepeat?: boolean;
};

const mostTries = 3;
const longestWaitMs = 20_000;

/**
 * Never throws: what was asked for is committed, and a reply that cannot be brought is a line in the log. An answer is
 * shown to the one who asked, as a whisper is: Slack can, and a channel is spared. `standing` is passed over: a Slack
 * message is one for all readers, and the bot's own redrawing of postings reaches it within a second, paced as Slack
 * wants it.
 */
export async function bringReply(reply: Reply, asked: Asked, log: Log): Promise<void> {
  const { form, answer, whisper, whenUnreachable, say, instead } = reply;
  const { pressedTs } = asked.origin;
  if (reply.isRepeat) return;
  await Promise.all([
    form && attempt('form', () => openForm(form, asked), log),
    answer && attempt('answer', () => tellAlone(answer, part(asked, 'answer')), log),
    whisper && attempt('whisper', () => tellOrExcuse(whisper, whenUnreachable, part(asked, 'whisper')), log),
    say && attempt('say', () => tellAll(say, part(asked, 'say')), log),
    instead &&
      pressedTs &&
      attempt('instead', () => replaceCard(asked.workspace, asked.origin.channel, pressedTs, instead), log),
  ]);
}

/** Each part of a reply is looked for by a key of its own. */
function part(asked: Asked, name: string): Asked {
  return { ...asked, requestKey: `${asked.requestKey}|${name}` };
}

export function formView(form: Form, origin: Origin) {
  return modal(form, writeFormContext(form.intent, origin));
}

async function attempt(part: string, bring: () => Promise<SendResult>, log: Log): Promise<void> {
  try {
    const { kind } = await persistently(bring);
    if (kind !== 'sent') log.warn({ part, result: kind }, 'A reply did not reach Slack');
  } catch (error) {
    log.error({ part, error: failureWord(error) }, 'A reply did not reach Slack');
  }
}

async function persistently(bring: () => Promise<SendResult>): Promise<SendResult> {
  for (let tries = 1; ; tries += 1) {
    const result = await bring();
    if (result.kind !== 'throttled' || tries === mostTries) return result;
    await delay(Math.min(result.retryAfterMs, longestWaitMs));
  }
}

async function openForm(form: Form, { workspace, origin, triggerId }: Asked): Promise<SendResult> {
  if (triggerId === undefined) return { kind: 'failed' };
  await workspace.client.apiCall('views.open', { trigger_id: triggerId, view: formView(form, origin) });
  return { kind: 'sent', ref: '' };
}

async function tellOrExcuse(card: Card, excuse: Card | undefined, asked: Asked): Promise<SendResult> {
  const result = await tellAlone(card, asked);
  if (result.kind !== 'gone' || !excuse) return result;
  return sendCard(asked.workspace, asked.origin, sending(excuse, asked));
}

async function tellAlone(card: Card, asked: Asked): Promise<SendResult> {
  const { workspace, origin } = asked;
  if (origin.kind === 'personal') return tellAll(card, asked);
  const result = await whisperCard(workspace, origin, origin.user, card);
  return result.kind === 'gone' ? tellDirectly(card, asked) : result;
}

async function tellAll(card: Card, asked: Asked): Promise<SendResult> {
  const { workspace, origin } = asked;
  const result = await sendCard(workspace, origin, sending(card, asked));
  return result.kind === 'gone' && origin.kind !== 'personal' ? tellDirectly(card, asked) : result;
}

/** A slash command can be given where the bot is no member and may not write. */
async function tellDirectly(card: Card, asked: Asked): Promise<SendResult> {
  const { workspace, origin } = asked;
  const channel = await directChat(workspace, origin.user);
  if (typeof channel !== 'string') return channel;
  return sendCard(workspace, { channel, askedTs: origin.askedTs }, sending(card, asked));
}

function sending(card: Card, { requestKey, isRepeat }: Asked): Sending {
  return { card, key: requestKey, mayStand: isRepeat };
}
