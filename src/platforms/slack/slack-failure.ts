/** What went wrong with a call to Slack, in the words of the port. https://docs.slack.dev/reference/methods */
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { z } from 'zod';
import type { SendResult } from '../../bot/platform.ts';

/** `lost`: Slack may or may not have done what was asked. */
export type SlackFailure =
  | Extract<SendResult, { readonly kind: 'gone' | 'throttled' | 'failed' }>
  | { readonly kind: 'lost' };

/** The channel, the message or the person is out of reach, or the bot is no longer let in. */
const goneErrors: ReadonlySet<string> = new Set([
  'account_inactive',
  'app_uninstalled',
  'cannot_dm_bot',
  'cant_dm_bot',
  'cant_update_message',
  'channel_not_found',
  'edit_window_closed',
  'ekm_access_denied',
  'invalid_auth',
  'is_archived',
  'message_not_found',
  'method_not_supported_for_channel_type',
  'not_authed',
  'not_in_channel',
  'org_login_required',
  'team_access_not_granted',
  'team_not_found',
  'thread_not_found',
  'token_expired',
  'token_revoked',
  'user_disabled',
  'user_is_bot',
  'user_is_restricted',
  'user_not_found',
  'user_not_in_channel',
  'user_not_visible',
  'users_not_found',
]);

/** Slack's own trouble; of `fatal_error` its pages say that part of the work may have been done. */
const lostErrors: ReadonlySet<string> = new Set([
  'fatal_error',
  'internal_error',
  'request_timeout',
  'service_unavailable',
]);

const throttledErrors: ReadonlySet<string> = new Set(['ratelimited', 'rate_limited']);

/** No connection was made, so nothing was sent. */
const neverSent: ReadonlySet<string | undefined> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** How fetch tells why it failed. */
const fetchFailure = z.object({ cause: z.object({ code: z.string() }) });

const usualWaitSeconds = 1;

export function failureOf(error: unknown): SlackFailure {
  if (error instanceof WebAPIRateLimitedError) return throttled(error.retryAfter);
  if (error instanceof WebAPIPlatformError) {
    return platformFailure(error.data.error, error.data.response_metadata?.retryAfter);
  }
  if (error instanceof WebAPIHTTPError) return { kind: error.statusCode >= 500 ? 'lost' : 'failed' };
  if (error instanceof WebAPIRequestError)
    return { kind: neverSent.has(codeBehind(error.original)) ? 'failed' : 'lost' };
  return { kind: 'lost' };
}

/** One word for the log: Slack's code, or what kind of error it was. */
export function failureWord(error: unknown): string {
  if (error instanceof WebAPIPlatformError && isCode(error.data.error)) return error.data.error;
  if (error instanceof WebAPIHTTPError) return `http ${error.statusCode}`;
  return error instanceof Error ? error.name : 'unknown';
}

function platformFailure(code: string, retryAfterSeconds: number | undefined): SlackFailure {
  if (throttledErrors.has(code)) return throttled(retryAfterSeconds ?? usualWaitSeconds);
  if (goneErrors.has(code)) return { kind: 'gone' };
  return { kind: lostErrors.has(code) || !isCode(code) ? 'lost' : 'failed' };
}

function throttled(seconds: number): SlackFailure {
  return { kind: 'throttled', retryAfterMs: seconds * 1000 };
}

/** The client gives an answer that is no JSON, such as a proxy's page, in the place of a code. */
function isCode(text: string): boolean {
  return /^[a-z0-9_]+$/.test(text);
}

function codeBehind(error: Error): string | undefined {
  return fetchFailure.safeParse(error).data?.cause.code;
}
