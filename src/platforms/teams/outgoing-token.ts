/** The bot's own token for the connector. The bot's own tenant issues it, whichever tenant a conversation is in. */
import type { TeamsConfig } from '../../config.ts';
import type { Clock } from '../../world.ts';
import { clientCredentials, type MicrosoftToken, microsoftToken, type Token } from '../microsoft-token.ts';

const scope = 'https://api.botframework.com/.default';
const timeoutMs = 10_000;

export function outgoingToken(config: TeamsConfig, clock: Clock): MicrosoftToken {
  return microsoftToken(
    config.appType === 'UserAssignedMSI' ? managedIdentity(config) : bySecret(config, clock),
    clock,
  );
}

function bySecret({ tenantId, appId, appPassword = '', loginUrl }: TeamsConfig, clock: Clock): () => Promise<Token> {
  return clientCredentials({ tenantId, clientId: appId, clientSecret: appPassword, loginUrl }, scope, clock, timeoutMs);
}

function managedIdentity({ appId }: TeamsConfig): () => Promise<Token> {
  return async () => {
    // Loaded only where it is used: it is large, and most installations have a secret.
    const { ManagedIdentityCredential } = await import('@azure/identity');
    const { token, expiresOnTimestamp } = await new ManagedIdentityCredential({ clientId: appId }).getToken(scope);
    return { text: token, untilMs: expiresOnTimestamp };
  };
}
