/** The bot's own token for the connector. */
import { z } from 'zod';
import type { TeamsConfig } from '../../config.ts';
import { type Clock, epochMsOf } from '../../world.ts';

export interface OutgoingToken {
  /** @throws when none can be had */
  get(): Promise<string>;
  /** The connector did not take the last one. */
  forget(): void;
}

const scope = 'https://api.botframework.com/.default';
/** A token is renewed this long before it ends, so that none ends under way. */
const marginMs = 5 * 60_000;
const timeoutMs = 10_000;

type Token = { readonly token: string; readonly untilMs: number };

/** Asked for once and kept till near its end. The bot's own tenant issues it, whichever tenant a conversation is in. */
export function outgoingToken(config: TeamsConfig, clock: Clock): OutgoingToken {
  const ask = config.appType === 'UserAssignedMSI' ? managedIdentity(config) : clientCredentials(config, clock);
  let kept: Token | undefined;
  let asking: Promise<Token> | undefined;
  return {
    async get() {
      if (kept && epochMsOf(clock.now()) < kept.untilMs - marginMs) return kept.token;
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      kept = await asking;
      return kept.token;
    },
    forget() {
      kept = undefined;
    },
  };
}

const granted = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

function clientCredentials(config: TeamsConfig, clock: Clock): () => Promise<Token> {
  return async () => {
    const askedAtMs = epochMsOf(clock.now());
    const response = await fetch(`${config.loginUrl}/${config.tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: config.appId,
        client_secret: config.appPassword ?? '',
        scope,
      }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw new Error(`The login service answered ${response.status}.`);
    const { access_token, expires_in } = granted.parse(await response.json());
    return { token: access_token, untilMs: askedAtMs + expires_in * 1000 };
  };
}

function managedIdentity({ appId }: TeamsConfig): () => Promise<Token> {
  return async () => {
    // Loaded only where it is used: it is large, and most installations have a secret.
    const { ManagedIdentityCredential } = await import('@azure/identity');
    const { token, expiresOnTimestamp } = await new ManagedIdentityCredential({ clientId: appId }).getToken(scope);
    return { token, untilMs: expiresOnTimestamp };
  };
}
