/** Whether a card stands in Slack already, found by the key it was sent with. */
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { SendResult } from '../../delivery/send-result.ts';
import { failureOf } from './slack-failure.ts';

/** Where in Slack. */
export type Spot = {
  readonly channel: string;
  readonly threadTs?: string | undefined;
  /** In Slack's time. What is looked for here is newer. */
  readonly askedTs?: string | undefined;
};

const eventType = 'laget_posting';

/** Goes along with a message, and is told back with it. A key of ours never holds anything of a person's. */
export function metadataOf(key: string): object {
  return { event_type: eventType, event_payload: { key } };
}

/** Apps outside the Marketplace may be given no more at once. https://docs.slack.dev/reference/methods/conversations.history */
const pageSize = 15;
const mostPages = 20;
/** Well within the time a delivery is claimed for: whoever looks must still be the one who sends. */
const mostLookingMs = 20_000;

const answerSchema = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      metadata: z
        .object({ event_type: z.string(), event_payload: z.object({ key: z.string().optional() }).optional() })
        .optional(),
    }),
  ),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/** Slack cannot tell now, and is to be asked again before anything is sent. */
export const askAgain: SendResult = { kind: 'failed', mayStand: true };

/**
 * Looks through what was written in the spot, back to when it was first asked for.
 * @returns undefined when it stands nowhere; otherwise `sent`, or what is to be made of Slack not telling
 */
export async function lookFor(client: WebClient, spot: Spot, key: string): Promise<SendResult | undefined> {
  const untilMs = performance.now() + mostLookingMs;
  let cursor: string | undefined;
  for (let pages = 0; pages < mostPages && performance.now() < untilMs; pages += 1) {
    let page: z.output<typeof answerSchema>;
    try {
      page = answerSchema.parse(await history(client, spot, cursor));
    } catch (error) {
      const failure = failureOf(error);
      return failure.kind === 'gone' || failure.kind === 'throttled' ? failure : askAgain;
    }
    const ours = page.messages.find(
      ({ metadata }) => metadata?.event_type === eventType && metadata.event_payload?.key === key,
    );
    if (ours) return { kind: 'sent', ref: ours.ts };
    cursor = page.response_metadata?.next_cursor;
    if (!cursor) return undefined;
  }
  return askAgain;
}

function history(client: WebClient, { channel, threadTs, askedTs }: Spot, cursor: string | undefined) {
  const asked = {
    channel,
    include_all_metadata: true,
    limit: pageSize,
    ...(askedTs !== undefined && { oldest: askedTs }),
    ...(cursor !== undefined && { cursor }),
  };
  return threadTs === undefined
    ? client.apiCall('conversations.history', asked)
    : client.apiCall('conversations.replies', { ...asked, ts: threadTs });
}
