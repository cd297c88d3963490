import { SocketModeReceiver } from '@slack/bolt';
import { z } from 'zod';
import type { SlackConfig } from '../../config.ts';
import type { Log } from '../../world.ts';
import { silentLogger } from './slack-client.ts';
import { failureWord } from './slack-failure.ts';
import type { SlackRequests } from './slack-requests.ts';
import { withinMs } from './within-ms.ts';

/** Socket Mode: the same requests over a connection this side opens, so that no address has to be reachable. */
export interface SlackSocket {
  /** Connects, and connects again, in the background. */
  start(): void;
  close(): Promise<void>;
}

const delivered = z.object({ body: z.unknown(), ack: z.custom<Ack>(ack => typeof ack === 'function') });
type Ack = (body?: object) => Promise<void>;

/** A Slack that does not answer the goodbye keeps no process from stopping. */
const goodbyeMs = 1000;

export function createSlackSocket(
  config: Pick<SlackConfig, 'apiUrl'>,
  appToken: string,
  requests: Pick<SlackRequests, 'receive'>,
  log: Log,
): SlackSocket {
  const { client } = new SocketModeReceiver({
    appToken,
    logger: silentLogger,
    installerOptions: { clientOptions: { slackApiUrl: config.apiUrl } },
  });

  // Whoever holds the connection is Slack: its address was given in exchange for the app token, and nothing is signed.
  client.on('slack_event', async (event: unknown) => {
    try {
      const { body, ack } = delivered.parse(event);
      await ack(await requests.receive(body));
    } catch (error) {
      log.error({ error: failureWord(error) }, 'A Slack request could not be taken');
    }
  });

  return {
    start() {
      client.start().then(
        () => log.info({}, 'Connected to Slack by Socket Mode'),
        error => log.error({ error: failureWord(error) }, 'Slack does not let the app connect by Socket Mode'),
      );
    },
    async close() {
      await withinMs(client.disconnect(), goodbyeMs);
    },
  };
}
