import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Instant } from './world.ts';

/** What LAGET_KEY is for: secrets kept in the store, and links that carry proof of who they were made for. */
export interface Vault {
  /** Encrypts; the same text never gives the same answer twice. Letters, digits, `-` and `_` only. */
  seal(text: string): string;
  /** The text again; undefined when it was not sealed with this key, or was changed. */
  open(sealed: string): string | undefined;
  /** A token for a link: anyone can read the payload, nobody else can make one. The payload says what it is for. */
  sign(payload: unknown, expiresAt: Instant): string;
  /** The payload; undefined when the token is not ours, was changed, or has expired. */
  verify(token: string, now: Instant): unknown;
}

/** LAGET_KEY cannot be used: one English sentence for the operator. */
export class KeyUnusable extends Error {
  override readonly name = 'KeyUnusable';
}

const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/** @param key 32 secret bytes; each use has a key of its own, derived from it (RFC 5869) */
export function createVault(key: Uint8Array): Vault {
  const sealingKey = subkey(key, 'laget seal 1');
  const signingKey = subkey(key, 'laget sign 1');
  const signatureOf = (text: string) => createHmac('sha256', signingKey).update(text).digest();

  return {
    seal(text) {
      // Real dice even under test: a nonce used twice under one key gives away both texts (NIST SP 800-38D, section 8).
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce);
      const sealed = [cipher.update(text, 'utf8'), cipher.final()];
      return Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]).toString('base64url');
    },

    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < nonceBytes + tagBytes) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', sealingKey, bytes.subarray(0, nonceBytes));
      decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString();
      } catch {
        return undefined;
      }
    },

    sign(payload, expiresAt) {
      const claim = Buffer.from(JSON.stringify({ payload, expiresAt })).toString('base64url');
      return `${claim}.${signatureOf(claim).toString('base64url')}`;
    },

    verify(token, now) {
      const [claim = '', signature = '', ...rest] = token.split('.');
      const given = Buffer.from(signature, 'base64url');
      const ours = signatureOf(claim);
      if (rest.length > 0 || given.length !== ours.length || !timingSafeEqual(given, ours)) return undefined;
      const { payload, expiresAt } = claimSchema.parse(JSON.parse(Buffer.from(claim, 'base64url').toString()));
      return now < expiresAt ? payload : undefined;
    },
  };
}

const claimSchema = z.object({ payload: z.unknown(), expiresAt: z.string() });

/**
 * The key from the environment; without one, the key kept in the data folder, which is made on first use.
 * @param options.key LAGET_KEY: 32 bytes in base64
 * @throws KeyUnusable when there is a key but not a whole one, or none can be kept
 */
export function keyFrom(options: { readonly key: string | undefined; readonly folder: string }): Uint8Array {
  if (options.key !== undefined) return parseKey(options.key, 'LAGET_KEY');
  const file = join(options.folder, 'key');
  return readKey(file) ?? makeKey(options.folder, file);
}

function subkey(key: Uint8Array, use: string): Uint8Array {
  if (key.length !== keyBytes) throw new KeyUnusable(`A key has ${keyBytes} bytes, not ${key.length}.`);
  return new Uint8Array(hkdfSync('sha256', key, '', use, keyBytes));
}

function parseKey(text: string, source: string): Uint8Array {
  // Buffer.from skips what is not base64, so a mistyped key would silently become another one.
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(text.trim())) {
    throw new KeyUnusable(`${source} is not ${keyBytes} bytes in base64, as \`openssl rand -base64 32\` makes them.`);
  }
  return Buffer.from(text, 'base64');
}

function readKey(file: string): Uint8Array | undefined {
  try {
    return parseKey(readFileSync(file, 'utf8'), file);
  } catch (error) {
    if (error instanceof KeyUnusable) throw error;
    if (hasCode(error, 'ENOENT')) return undefined;
    throw new KeyUnusable(`${file} cannot be read. Let this account read it, or set LAGET_KEY.`, { cause: error });
  }
}

function makeKey(folder: string, file: string): Uint8Array {
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(draft, `${randomBytes(keyBytes).toString('base64')}\n`, { flag: 'wx', mode: 0o600, flush: true });
    giveName(draft, file);
    return parseKey(readFileSync(file, 'utf8'), file);
  } catch (error) {
    throw new KeyUnusable(`${file} cannot be written. Let this account write there, or set LAGET_KEY.`, {
      cause: error,
    });
  } finally {
    rmSync(draft, { force: true });
  }
}

/** A link appears whole or not at all and never replaces one: of two processes that start at once, both use the first key. */
function giveName(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return Error.isError(error) && 'code' in error && error.code === code;
}
