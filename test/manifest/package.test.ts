import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';

const script = join(import.meta.dirname, '../../manifest/package.ts');
const scratch = mkdtempSync(join(tmpdir(), 'laget-package-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const platforms = {
  PUBLIC_URL: 'https://laget.example/',
  MICROSOFT_APP_ID: '9f1c2d3e-4b5a-4678-9abc-def012345678',
  MICROSOFT_APP_TENANT_ID: '11111111-2222-4333-8444-555555555555',
  MICROSOFT_APP_TYPE: 'UserAssignedMSI',
};

function pack(name: string, settings: Readonly<Record<string, string>>, cwd = scratch) {
  const folder = join(scratch, name);
  const run = spawnSync(process.execPath, [script, folder], { cwd, encoding: 'utf8', env: settings });
  const hashes = readdirSync(folder).map(file => [
    file,
    createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex'),
  ]);
  return { ...run, hashes };
}

test('writes the same bytes in another folder and another time zone', () => {
  const here = pack('here', { ...platforms, TZ: 'Europe/Oslo' });
  const there = pack('there', { ...platforms, TZ: 'Pacific/Apia' }, tmpdir());
  expect(here.stderr).toBe('');
  expect(here.hashes.map(([file]) => file)).toEqual(['laget-slack.json', 'laget-teams.zip']);
  expect(there.hashes).toEqual(here.hashes);
});

test('says what is missing when nothing is set', () => {
  const bare = pack('bare', {});
  expect(bare.status).toBe(0);
  expect(bare.stderr).toContain('MICROSOFT_APP_ID');
  expect(bare.stderr).toContain('PUBLIC_URL');
});
