/** Why Teams does not take what it is sent. */
import { z } from 'zod';
import type { GoneReason, SendResult } from '../../delivery/send-result.ts';

/** Whom a message is for: what Teams says of a chat with one person means another thing than what it says of a channel. */
export type Aim = 'person' | 'place';

export type Refusal = Exclude<SendResult, { readonly kind: 'sent' | 'unknown' }> | { readonly kind: 'lost' };

type Because = Readonly<Record<Aim, GoneReason>>;

/**
 * What Teams says not to try again, from
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages#status-codes-from-bot-conversational-apis
 * and, for `MessageWritesBlocked`, …/bots/how-to/conversations/send-proactive-messages.
 */
const goneBecause: ReadonlyMap<string, Because> = new Map([
  ['BotDisabledByAdmin', { person: 'blocked', place: 'blocked' }],
  ['ConversationBlockedByUser', { person: 'blocked', place: 'blocked' }],
  ['MessageWritesBlocked', { person: 'blocked', place: 'blocked' }],
  ['NotEnoughPermissions', { person: 'blocked', place: 'blocked' }],
  ['BotNotInConversationRoster', { person: 'blocked', place: 'deleted' }],
  ['ForbiddenOperationException', { person: 'blocked', place: 'deleted' }],
  ['ActivityNotFoundInConversation', { person: 'deleted', place: 'deleted' }],
  ['ConversationNotFound', { person: 'left', place: 'deleted' }],
]);

/** A 404 of another code, or of none. */
const notFound: Because = { person: 'left', place: 'deleted' };

const pauseMs = 2_000;

/**
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit names what may be tried again. It names 502
 * and 504 too, but those are a gateway's: what it passed on may have been done, and a posting must not stand twice.
 */
export async function refusalOf(answer: Response, aim: Aim): Promise<Refusal> {
  const text = await answer.text().catch(() => '');
  switch (answer.status) {
    case 429:
    case 412:
    case 503:
      return { kind: 'throttled', retryAfterMs: msOf(answer.headers.get('retry-after')) };
    case 403:
      return forbidden(goneBecause.get(codeIn(text)), aim);
    case 404:
      return { kind: 'gone', why: (goneBecause.get(codeIn(text)) ?? notFound)[aim] };
    case 500:
    case 502:
    case 504:
      return { kind: 'lost' };
  }
  return { kind: 'failed' };
}

/** A word Teams has not been known to say: a person may have another route, but no channel is given up for it. */
function forbidden(because: Because | undefined, aim: Aim): Refusal {
  if (because) return { kind: 'gone', why: because[aim] };
  return aim === 'person' ? { kind: 'gone', why: 'blocked' } : { kind: 'failed' };
}

const coded = z.object({ error: z.object({ code: z.string() }) });
/** Of someone who has blocked the bot, Teams tells in another form, with JSON in its message. */
const subCoded = z.object({ message: z.string() });
const inMessage = z.object({ subCode: z.string() });

/** @returns empty when none is told */
function codeIn(text: string): string {
  const body = json(text);
  const { message } = subCoded.safeParse(body).data ?? {};
  return coded.safeParse(body).data?.error.code ?? inMessage.safeParse(json(message ?? '')).data?.subCode ?? '';
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function msOf(retryAfter: string | null): number {
  const seconds = Number(retryAfter ?? '');
  return seconds > 0 ? seconds * 1000 : pauseMs;
}
