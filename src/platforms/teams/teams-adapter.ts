/** botbuilder's turn, with the caches it lacks. It is given requests that are already known to come from Teams. */
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  ClaimsIdentity as Claims,
  type ClaimsIdentity,
  ConnectorClient,
  ConnectorFactory,
  type ServiceClientCredentials,
  ServiceClientCredentialsFactory,
  type UserTokenClient,
} from 'botframework-connector';
import type { TeamsActivity } from './activity.ts';
import type { OutgoingToken } from './outgoing-token.ts';

/** Replies within a turn are few; a retry inside the request would only keep the person waiting. */
const mostClients = 50;

class Connectors extends ConnectorFactory {
  readonly #credentials: ServiceClientCredentials;
  readonly #clients = new Map<string, ConnectorClient>();

  constructor(credentials: ServiceClientCredentials) {
    super();
    this.#credentials = credentials;
  }

  override async create(serviceUrl: string): Promise<ConnectorClient> {
    const known = this.#clients.get(serviceUrl);
    if (known) return known;
    if (this.#clients.size >= mostClients) this.#clients.clear();
    const client = new ConnectorClient(this.#credentials, { baseUri: serviceUrl, noRetryPolicy: true });
    this.#clients.set(serviceUrl, client);
    return client;
  }
}

class Credentials extends ServiceClientCredentialsFactory {
  readonly #appId: string;
  readonly #credentials: ServiceClientCredentials;

  constructor(appId: string, credentials: ServiceClientCredentials) {
    super();
    this.#appId = appId;
    this.#credentials = credentials;
  }

  override async isValidAppId(appId: string): Promise<boolean> {
    return appId === this.#appId;
  }

  override async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }

  override async createCredentials(): Promise<ServiceClientCredentials> {
    return this.#credentials;
  }
}

/** botbuilder makes a client for sign-in in every turn, which is never used here: one is enough. */
class Authentication extends ConfigurationBotFrameworkAuthentication {
  #userTokens: Promise<UserTokenClient> | undefined;

  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    this.#userTokens ??= super.createUserTokenClient(identity);
    return this.#userTokens;
  }
}

export class TeamsAdapter extends CloudAdapter {
  readonly #authenticated: AuthenticateRequestResult;

  constructor(appId: string, token: OutgoingToken) {
    const credentials: ServiceClientCredentials = {
      async signRequest(request) {
        request.headers.set('authorization', `Bearer ${await token.get()}`);
        return request;
      },
    };
    super(new Authentication({ MicrosoftAppId: appId }, new Credentials(appId, credentials)));
    this.#authenticated = {
      audience: AuthenticationConstants.ToChannelFromBotOAuthScope,
      claimsIdentity: new Claims([{ type: AuthenticationConstants.AudienceClaim, value: appId }], true),
      connectorFactory: new Connectors(credentials),
    };
  }

  /** Runs one turn for an activity whose token is verified. @returns what an invoke is answered */
  turn(activity: TeamsActivity, logic: (context: TurnContext) => Promise<void>): Promise<InvokeResponse | undefined> {
    return this.processActivity(this.#authenticated, activity as Partial<Activity> as Activity, logic);
  }
}
