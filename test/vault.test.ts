import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createVault, KeyUnusable, keyFrom } from '../src/vault.ts';
import { instantOf } from '../src/world.ts';

const key = new Uint8Array(32).fill(7);
const vault = createVault(key);
const other = createVault(new Uint8Array(32).fill(8));

/** Every text that differs from the given one in a single character. */
function* changed(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += 1) {
    yield text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
  }
}

describe('what is sealed', () => {
  test('opens again with the same key', () => {
    for (const text of ['', 'xoxb-123', 'Kárášjohka 🇳🇴']) expect(createVault(key).open(vault.seal(text))).toBe(text);
  });

  test('says nothing of the text, and never looks the same twice', () => {
    expect(vault.seal('xoxb-123')).not.toBe(vault.seal('xoxb-123'));
    expect(vault.seal('xoxb-123')).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  test('does not open with another key', () => {
    expect(other.open(vault.seal('xoxb-123'))).toBeUndefined();
  });

  test('does not open when a character is changed or it is cut short', () => {
    // 39 bytes: base64 without spare bits, where every character counts.
    const sealed = vault.seal('xoxb-123456');
    for (const wrong of changed(sealed)) expect(vault.open(wrong)).toBeUndefined();
    for (let length = 0; length < sealed.length - 1; length += 1) {
      expect(vault.open(sealed.slice(0, length))).toBeUndefined();
    }
  });
});

describe('a token', () => {
  const expiresAt = instantOf(2000);
  const token = vault.sign({ seat: 'seat-1' }, expiresAt);

  test('gives its payload until it expires', () => {
    expect(vault.verify(token, instantOf(1999))).toEqual({ seat: 'seat-1' });
    expect(vault.verify(token, instantOf(2000))).toBeUndefined();
  });

  test('can stand in an address', () => {
    expect(encodeURIComponent(token)).toBe(token);
  });

  test('is refused from another key, changed, cut short, or of another shape', () => {
    const now = instantOf(0);
    expect(other.verify(token, now)).toBeUndefined();
    for (const wrong of ['', '.', 'a.b', `${token}.`, token.replace('.', ''), token.slice(0, -2)]) {
      expect(vault.verify(wrong, now)).toBeUndefined();
    }
    const [claim = ''] = token.split('.');
    for (const wrong of changed(claim)) expect(vault.verify(token.replace(claim, wrong), now)).toBeUndefined();
  });

  test('cannot be opened as something sealed', () => {
    expect(vault.open(token)).toBeUndefined();
  });
});

describe('the key', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'laget-key-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('is the one in the environment', () => {
    expect(keyFrom({ key: Buffer.from(key).toString('base64'), folder })).toEqual(Buffer.from(key));
    expect(keyFrom({ key: Buffer.from(key).toString('base64url'), folder })).toEqual(Buffer.from(key));
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each(['', 'short', 'A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}!=`])('cannot be %j', wrong => {
    expect(() => keyFrom({ key: wrong, folder })).toThrow(KeyUnusable);
    expect(() => keyFrom({ key: wrong, folder })).toThrow('LAGET_KEY is not 32 bytes in base64');
  });

  test('is made once and kept for this account only', () => {
    const inside = join(folder, 'new');
    const made = keyFrom({ key: undefined, folder: inside });
    expect(made).toHaveLength(32);
    expect(keyFrom({ key: undefined, folder: inside })).toEqual(made);
    expect(statSync(join(inside, 'key')).mode & 0o777).toBe(0o600);
    expect(readdirSync(inside)).toEqual(['key']);
    expect(keyFrom({ key: readFileSync(join(inside, 'key'), 'utf8'), folder })).toEqual(made);
  });

  test('is refused, and left as it is, when the file is not whole', () => {
    const file = join(folder, 'key');
    writeFileSync(file, 'half a k');
    chmodSync(file, 0o600);
    expect(() => keyFrom({ key: undefined, folder })).toThrow(`${file} is not 32 bytes in base64`);
    expect(readFileSync(file, 'utf8')).toBe('half a k');
  });

  test('says where it cannot be kept', () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    expect(() => keyFrom({ key: undefined, folder: file })).toThrow(/a-file.key cannot be (read|written)/);
  });
});
