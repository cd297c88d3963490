/** The keys Bot Framework signs with, found through its OpenID document and kept until a token names one not among them. */
import { createLocalJWKSet, errors, type FlattenedJWSInput, type JWSHeaderParameters } from 'jose';
import { z } from 'zod';
import { type Clock, epochMsOf } from '../../world.ts';

/** Nobody could be asked for the keys, and none are kept: whether a token is good cannot be told now. */
export class KeysUnreachable extends Error {
  override readonly name = 'KeysUnreachable';
}

export type SigningKeys = (header: JWSHeaderParameters, token: FlattenedJWSInput) => Promise<CryptoKey>;

const openIdDocument = z.object({ jwks_uri: z.url() });
const keyDocument = z.object({
  keys: z.array(z.looseObject({ kty: z.string(), endorsements: z.array(z.string()).optional() })),
});
type KeySet = ReturnType<typeof createLocalJWKSet>;

/** A stranger can name any key id: without a pause each invented one would cost a request. */
const pauseMs = 60_000;
/** Bot Framework asks that its keys be read anew at least once a day. */
const freshMs = 24 * 60 * 60_000;
const timeoutMs = 5_000;

/**
 * @param openIdUrl Bot Framework's OpenID document
 * @returns a key finder for jose; it throws KeysUnreachable, or jose's own error when no key fits
 */
export function signingKeys(openIdUrl: string, clock: Clock): SigningKeys {
  let kept: KeySet | undefined;
  let askedAtMs = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;

  async function refresh(nowMs: number): Promise<void> {
    askedAtMs = nowMs;
    try {
      kept = await read(openIdUrl);
    } catch (error) {
      if (!kept) throw new KeysUnreachable('The signing keys cannot be read.', { cause: error });
    }
  }

  function refreshOnce(nowMs: number): Promise<void> {
    asking ??= refresh(nowMs).finally(() => {
      asking = undefined;
    });
    return asking;
  }

  return async (header, token) => {
    const nowMs = epochMsOf(clock.now());
    if (!kept || nowMs - askedAtMs > freshMs) await refreshOnce(nowMs);
    try {
      return await find(kept, header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || nowMs - askedAtMs < pauseMs) throw error;
      await refreshOnce(nowMs);
      return find(kept, header, token);
    }
  };
}

async function find(
  keys: KeySet | undefined,
  header: JWSHeaderParameters,
  token: FlattenedJWSInput,
): Promise<CryptoKey> {
  if (!keys) throw new KeysUnreachable('The signing keys cannot be read.');
  return keys(header, token);
}

async function read(openIdUrl: string): Promise<KeySet> {
  const { jwks_uri } = openIdDocument.parse(await json(openIdUrl));
  const { keys } = keyDocument.parse(await json(jwks_uri));
  // A key with endorsements speaks only for the channels they name.
  return createLocalJWKSet({ keys: keys.filter(key => key.endorsements?.includes('msteams') ?? true) });
}

async function json(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
}
