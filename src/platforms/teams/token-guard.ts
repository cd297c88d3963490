/**
 * Whether a request comes from Teams. Stands in front of botbuilder, which answers several bad tokens with 500 and lets
 * an activity without a service address through.
 */
import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { BoundedCache } from '../../bounded-cache.ts';
import type { TeamsConfig } from '../../config.ts';
import { type Clock, epochMsOf } from '../../world.ts';
import { KeysUnreachable, signingKeys } from './signing-keys.ts';

type Verdict =
  /** The activity must name this same service address: the caller compares it once the body is read. */
  | { readonly kind: 'good'; readonly serviceUrl: string }
  | { readonly kind: 'refused'; readonly why: string }
  /** The signing keys cannot be read: neither good nor bad. */
  | { readonly kind: 'unavailable' };

export type TokenGuard = (authorization: string | undefined) => Promise<Verdict>;

const toleranceMs = 5 * 60_000;
/** Teams sends one token with many requests; verifying the signature is the dearest step of a turn. */
const keptMs = 10 * 60_000;
const mostKept = 500;

const claims = z.object({ serviceurl: z.url(), exp: z.number() });

/** Follows the Bot Connector's rules for a request from the connector to a bot: learn.microsoft.com, "Authentication with the Bot Connector API". */
export function tokenGuard(config: Pick<TeamsConfig, 'appId' | 'openIdUrl' | 'tokenIssuer'>, clock: Clock): TokenGuard {
  const keys = signingKeys(config.openIdUrl, clock);
  const kept = new BoundedCache<{ readonly verdict: Verdict; readonly untilMs: number }>(mostKept);

  async function verify(token: string, nowMs: number): Promise<Verdict> {
    try {
      // jose would otherwise ask for a key before it looks at the algorithm.
      if (decodeProtectedHeader(token).alg !== 'RS256') return { kind: 'refused', why: 'algorithm' };
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ['RS256'],
        issuer: config.tokenIssuer,
        audience: config.appId,
        clockTolerance: toleranceMs / 1000,
        currentDate: new Date(nowMs),
        requiredClaims: ['exp'],
      });
      const { serviceurl, exp } = claims.parse(payload);
      const verdict: Verdict = { kind: 'good', serviceUrl: serviceurl };
      kept.set(token, { verdict, untilMs: Math.min(exp * 1000 + toleranceMs, nowMs + keptMs) });
      return verdict;
    } catch (error) {
      return error instanceof KeysUnreachable ? { kind: 'unavailable' } : { kind: 'refused', why: reason(error) };
    }
  }

  return async authorization => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return { kind: 'refused', why: 'no bearer token' };
    const nowMs = epochMsOf(clock.now());
    const known = kept.get(token);
    if (known && nowMs < known.untilMs) return known.verdict;
    return verify(token, nowMs);
  };
}

/** A word for the log: jose's code, never the token or its claims. */
function reason(error: unknown): string {
  return error instanceof errors.JOSEError ? error.code : 'unreadable';
}
