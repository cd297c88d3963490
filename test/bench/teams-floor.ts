/**
 * The floor a turn in Teams is measured against: botbuilder as it comes, with its own token check and connector client,
 * echoing what it hears. Started as a child process, `node test/bench/teams-floor.ts '<TeamsConfig as JSON>'`; it tells
 * its parent `{ url }` when it is ready and answers each message with `{ cpuMs }`, the processor time it has used.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import { type ServiceClientCredentials, ServiceClientCredentialsFactory } from 'botframework-connector';
import express from 'express';
import { z } from 'zod';
import type { TeamsConfig } from '../../src/config.ts';

const given = z.object({
  appId: z.string(),
  appPassword: z.string(),
  tenantId: z.string(),
  openIdUrl: z.url(),
  tokenIssuer: z.string(),
  loginUrl: z.url(),
});
type FloorConfig = z.infer<typeof given> & Pick<TeamsConfig, 'appId'>;

/** botbuilder's own asks over https only; one token kept for ever costs the floor less than its own would. */
class Credentials extends ServiceClientCredentialsFactory {
  readonly #config: FloorConfig;
  #token: Promise<string> | undefined;

  constructor(config: FloorConfig) {
    super();
    this.#config = config;
  }

  override async isValidAppId(appId: string): Promise<boolean> {
    return appId === this.#config.appId;
  }

  override async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }

  override async createCredentials(): Promise<ServiceClientCredentials> {
    return {
      signRequest: async request => {
        this.#token ??= ask(this.#config);
        request.headers.set('authorization', `Bearer ${await this.#token}`);
        return request;
      },
    };
  }
}

async function ask(config: FloorConfig): Promise<string> {
  const response = await fetch(`${config.loginUrl}/${config.tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: config.appId,
      client_secret: config.appPassword,
      scope: 'https://api.botframework.com/.default',
    }),
  });
  return z.object({ access_token: z.string() }).parse(await response.json()).access_token;
}

async function echo(context: TurnContext): Promise<void> {
  if (context.activity.type === 'invoke') {
    const value = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'echo' };
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: value } });
  } else if (context.activity.type === 'message') {
    await context.sendActivity(`echo: ${context.activity.text}`);
  }
}

const config = given.parse(JSON.parse(process.argv[2] ?? ''));
const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: config.appId,
      ToChannelFromBotLoginUrl: config.loginUrl,
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: config.tokenIssuer,
      ToBotFromChannelOpenIdMetadataUrl: config.openIdUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: config.openIdUrl,
      OAuthUrl: config.loginUrl,
      ValidateAuthority: true,
    },
    new Credentials(config),
  ),
);
const app = express();
app.use(express.json());
app.post('/api/messages', (request, response) => adapter.process(request, response, echo));
const server = createServer(app);
server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000 });
});
process.on('disconnect', () => process.exit());
