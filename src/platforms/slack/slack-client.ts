import { type Logger, LogLevel, WebClient } from '@slack/web-api';

/** The client's own lines would repeat what Slack said of a message; ours say only which call failed and how. */
export const silentLogger: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

/**
 * A Web API client that tells at once how a call went. The SDK's defaults would try ten times over half an hour, in
 * memory, with every call of the workspace waiting behind one that is throttled; who retries what is the bot's to say.
 */
export function createClient(apiUrl: string, token?: string): WebClient {
  return new WebClient(token, {
    slackApiUrl: apiUrl,
    allowAbsoluteUrls: false,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 10_000,
    logger: silentLogger,
  });
}
