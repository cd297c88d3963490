/**
 * botbuilder's turn, for requests that are already known to come from Teams, and without what it makes anew in every
 * turn. Nothing is sent through it: its client tries again by itself when a reply is lost, and so could say the same
 * thing twice.
 */
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
  ClaimsIdentity,
  ConnectorClient,
  ConnectorFactory,
  MicrosoftAppCredentials,
  PasswordServiceClientCredentialFactory,
  type UserTokenClient,
} from 'botframework-connector';
import type { TeamsActivity } from './activity.ts';

export class TeamsAdapter extends CloudAdapter {
  readonly #authenticated: AuthenticateRequestResult;

  constructor(appId: string) {
    super(new Authentication({ MicrosoftAppId: appId }, new PasswordServiceClientCredentialFactory(appId, '')));
    this.#authenticated = {
      audience: AuthenticationConstants.ToChannelFromBotOAuthScope,
      claimsIdentity: new ClaimsIdentity([{ type: AuthenticationConstants.AudienceClaim, value: appId }], true),
      connectorFactory: new OneConnector(),
    };
  }

  /** Runs one turn. @returns what an invoke is answered */
  turn(activity: TeamsActivity, logic: (context: TurnContext) => Promise<void>): Promise<InvokeResponse | undefined> {
    return this.processActivity(this.#authenticated, activity as Partial<Activity> as Activity, logic);
  }
}

/** A client for signing people in is made in every turn, and never used here: one is enough. */
class Authentication extends ConfigurationBotFrameworkAuthentication {
  #userTokens: Promise<UserTokenClient> | undefined;

  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    this.#userTokens ??= super.createUserTokenClient(identity);
    return this.#userTokens;
  }
}

/** A turn does not run without a client; this one has no credentials. */
class OneConnector extends ConnectorFactory {
  readonly #client = new ConnectorClient(MicrosoftAppCredentials.Empty);

  override async create(): Promise<ConnectorClient> {
    return this.#client;
  }
}
