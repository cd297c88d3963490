/** An app's own tokens from Microsoft's login service. */
import { z } from 'zod';
import { type Clock, epochMsOf } from '../world.ts';

export interface MicrosoftToken {
  /** @throws when none can be had */
  get(): Promise<string>;
  /** The last one was not taken. */
  forget(): void;
}

export type Token = { readonly text: string; readonly untilMs: number };

/** @throws when none is given */
type Ask = () => Promise<Token>;

/** A token is renewed this long before it ends, so that none ends under way. */
const marginMs = 5 * 60_000;

/** Asked for once and kept till near its end. */
export function microsoftToken(ask: Ask, clock: Clock): MicrosoftToken {
  let kept: Token | undefined;
  let asking: Promise<Token> | undefined;
  return {
    async get() {
      if (kept && epochMsOf(clock.now()) < kept.untilMs - marginMs) return kept.text;
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      kept = await asking;
      return kept.text;
    },
    forget() {
      kept = undefined;
    },
  };
}

export type MicrosoftApp = {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where tokens are asked for, without a slash at the end. */
  readonly loginUrl: string;
};

const granted = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

/**
 * By the app's secret. https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 * @param scope whose API the token is for, `https://…/.default`
 */
export function clientCredentials(app: MicrosoftApp, scope: string, clock: Clock, timeoutMs: number): Ask {
  return async () => {
    const askedAtMs = epochMsOf(clock.now());
    const response = await fetch(`${app.loginUrl}/${app.tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: app.clientId,
        client_secret: app.clientSecret,
        scope,
      }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw new Error(`The login service answered ${response.status}.`);
    const { access_token, expires_in } = granted.parse(await response.json());
    return { text: access_token, untilMs: askedAtMs + expires_in * 1000 };
  };
}
