/** Sends to the bot what Slack would send, signed as Slack signs it. */
import { createHmac } from 'node:crypto';
import type { FakeSlackState } from './fake-slack-state.ts';

export type BotAnswer = { readonly status: number; readonly body: string };

export type Sender = {
  /** Each request goes out this many times. */
  times: number;
  /** An event; repeats say which they are, and overlap as they may when an answer is late. */
  event(event: object, team: string, botUserId: string): Promise<BotAnswer>;
  interaction(payload: object): Promise<BotAnswer>;
  command(fields: Readonly<Record<string, string>>): Promise<BotAnswer>;
  /** A body as it is, signed at the clock's time unless headers say otherwise. */
  raw(body: string, headers: Readonly<Record<string, string>>): Promise<BotAnswer>;
};

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const json = { 'content-type': 'application/json' };

/** https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function signatureHeaders(body: string, secret: string, timestamp: number): Record<string, string> {
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': `v0=${digest}` };
}

export function createSender(botUrl: () => string, signingSecret: string, state: FakeSlackState): Sender {
  async function raw(body: string, headers: Readonly<Record<string, string>>): Promise<BotAnswer> {
    const signed = signatureHeaders(body, signingSecret, Math.floor(state.nowMs() / 1000));
    const startedAt = performance.now();
    const response = await fetch(`${botUrl()}/slack/events`, {
      method: 'POST',
      body,
      headers: { ...signed, ...headers },
    });
    const answer = { status: response.status, body: await response.text() };
    if (performance.now() - startedAt > 3000) state.problems.push('The bot took more than three seconds to answer');
    return answer;
  }

  /** Slack sends an interaction once; the fake sends it again after the answer, as a person's impatient network may. */
  async function inTurn(send: () => Promise<BotAnswer>): Promise<BotAnswer> {
    const first = await send();
    for (let sent = 1; sent < sender.times; sent += 1) await send();
    return first;
  }

  const sender: Sender = {
    times: 1,
    raw,

    async event(event, team, botUserId) {
      const body = JSON.stringify({
        token: 'unused',
        team_id: team,
        api_app_id: state.appId,
        event,
        type: 'event_callback',
        event_id: state.nextId('Ev'),
        event_time: Math.floor(state.nowMs() / 1000),
        authorizations: [
          { enterprise_id: null, team_id: team, user_id: botUserId, is_bot: true, is_enterprise_install: false },
        ],
        is_ext_shared_channel: false,
        event_context: `4-${state.nextId('')}`,
      });
      const sendings = Array.from({ length: sender.times }, (_, retry) =>
        raw(body, {
          ...json,
          ...(retry > 0 && { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' }),
        }),
      );
      const [first] = await Promise.all(sendings);
      if (first?.status !== 200) state.problems.push(`An event was answered with ${first?.status}`);
      return first ?? { status: 0, body: '' };
    },

    interaction: payload => inTurn(() => raw(String(new URLSearchParams({ payload: JSON.stringify(payload) })), form)),
    command: fields => inTurn(() => raw(String(new URLSearchParams(fields)), form)),
  };
  return sender;
}
