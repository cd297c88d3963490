/** What went wrong with a call to Slack, in the words of the port. https://docs.slack.dev/reference/methods */
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { z } from 'zod';
import type { GoneReason, SendResult } from '../../delivery/send-result.ts';

/** `lost`: Slack may or may not have done what was asked. */
export type SlackFailure =
  | Extract<SendResult, { readonly kind: 'gone' | 'throttled' }>
  | { readonly kind: 'failed' }
  | { readonly kind: 'lost' };

/**
 * What no later try would change, from the errors of
 * https://docs.slack.dev/reference/methods/chat.postMessage, …/chat.update and …/conversations.open. A workspace that is
 * being moved (`org_login_required`, `team_added_to_org`) comes back, and is not among them.
 */
const goneBecause: ReadonlyMap<string, GoneReason> = new Map([
  ['user_disabled', 'left'],
  ['user_not_found', 'left'],
  ['user_not_in_channel', 'left'],
  ['users_not_found', 'left'],

  ['cannot_dm_bot', 'blocked'],
  ['cant_dm_bot', 'blocked'],
  ['ekm_access_denied', 'blocked'],
  ['invalid_user_combination', 'blocked'],
  ['messages_tab_disabled', 'blocked'],
  ['restricted_action', 'blocked'],
  ['restricted_action_non_threadable_channel', 'blocked'],
  ['restricted_action_read_only_channel', 'blocked'],
  ['restricted_action_thread_only_channel', 'blocked'],
  ['user_is_bot', 'blocked'],
  ['user_is_restricted', 'blocked'],
  ['user_not_visible', 'blocked'],

  ['cant_update_message', 'deleted'],
  ['channel_not_found', 'deleted'],
  ['edit_window_closed', 'deleted'],
  ['is_archived', 'deleted'],
  ['is_inactive', 'deleted'],
  ['message_not_found', 'deleted'],
  ['method_not_supported_for_channel_type', 'deleted'],
  ['not_in_channel', 'deleted'],
  ['thread_not_found', 'deleted'],

  // The token: the app is no longer in the workspace. `account_inactive` is said of the bot's own account.
  ['account_inactive', 'deleted'],
  ['app_uninstalled', 'deleted'],
  ['invalid_auth', 'deleted'],
  ['not_authed', 'deleted'],
  ['team_access_not_granted', 'deleted'],
  ['team_not_found', 'deleted'],
  ['token_expired', 'deleted'],
  ['token_revoked', 'deleted'],
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
  const why = goneBecause.get(code);
  if (why) return { kind: 'gone', why };
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
