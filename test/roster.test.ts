import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { redraws } from '../src/delivery/delivery.ts';
import type { NetworkId } from '../src/features/networks/network.ts';
import { installationPartition, networkEntries, networkEntryId } from '../src/features/networks/network-entries.ts';
import { pollPartition } from '../src/features/polls/poll-store.ts';
import { runRoster } from '../src/roster.ts';
import { castNetwork, castRoster, seatForum, type TestTools, testTools } from './cast.ts';
import { open } from './features/polls/poll-room.ts';

let folder: string;
let file: string;
let tools: TestTools;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'laget-roster-'));
  file = join(folder, 'forum.csv');
  writeFileSync(file, castRoster);
  tools = testTools();
});
afterEach(async () => {
  await tools.store.close();
  rmSync(folder, { recursive: true });
});

async function listed(id: NetworkId = castNetwork.id): Promise<void> {
  await seatForum(tools, id);
  await tools.store.batch(installationPartition, [networkEntries.upsert(networkEntryId(id), { networkId: id })]);
}

async function run(...args: readonly string[]): Promise<{ exit: number; said: string }> {
  const lines: string[] = [];
  const exit = await runRoster(tools, args, 'nb', line => lines.push(line));
  return { exit, said: lines.join('\n') };
}

describe('npm run roster', () => {
  test('shows what would change and changes it only when told to', async () => {
    await listed();
    writeFileSync(
      file,
      castRoster.replace('UiT Norges arktiske universitet;UH;;ja', 'UiT Norges arktiske universitet;UH;;nei'),
    );
    const line = '  Plass 8, UiT Norges arktiske universitet: MISTER stemmeretten';
    expect(await run('preview', file)).toEqual({ exit: 0, said: `Dette ville endret ${castNetwork.name}:\n${line}` });
    expect(await run('apply', file)).toEqual({ exit: 0, said: `Dette er endret i ${castNetwork.name}:\n${line}` });
    expect(await run('apply', file)).toEqual({ exit: 0, said: `Ingenting å endre i ${castNetwork.name}.` });
  });

  test('owes the postings of open polls a redraw when it is applied, not when it is shown', async () => {
    await listed();
    const poll = pollPartition(await open(tools));
    const owed = () => redraws.all(tools.store, poll);
    await run('preview', file);
    expect(await owed()).toEqual([]);
    await run('apply', file);
    expect(await owed()).toHaveLength(1);
  });

  test('names every bad line and ends with 1', async () => {
    await listed();
    writeFileSync(file, castRoster.replaceAll(';ja;', ';kanskje;'));
    const { exit, said } = await run('apply', file);
    expect(exit).toBe(1);
    expect(said.split('\n')).toHaveLength(17);
    expect(said).toContain('Linje 2, stemmerett: skriv ja eller nei.');
    expect(said).toMatch(/16 feil i fila\. Ingenting er lagret\.$/);
  });

  test('a file in another encoding is said to be so', async () => {
    await listed();
    writeFileSync(file, Buffer.from(castRoster, 'latin1'));
    expect(await run('apply', file)).toMatchObject({ exit: 1, said: expect.stringContaining('CSV UTF-8') });
  });

  test('among several networks one must be named, by name or id', async () => {
    await listed();
    await listed('other' as NetworkId);
    expect(await run('preview', file)).toMatchObject({ exit: 2, said: expect.stringContaining('(other)') });
    expect(await run('preview', file, '--network', 'other')).toMatchObject({ exit: 0 });
    expect(await run('preview', file, '--network', 'nowhere')).toMatchObject({ exit: 2 });
  });

  test.each([[[]], [['apply']], [['erase', 'x']], [['apply', 'x', 'y']], [['apply', 'x', '--force']]])(
    '%j is told how',
    async args => {
      expect(await run(...args)).toMatchObject({ exit: 2, said: expect.stringContaining('Bruk:') });
    },
  );

  test('without a network, and without the file', async () => {
    expect(await run('apply', file)).toMatchObject({ exit: 2, said: expect.stringContaining('ingen nettverk') });
    await listed();
    expect(await run('apply', join(folder, 'borte.csv'))).toMatchObject({
      exit: 2,
      said: expect.stringContaining('borte.csv'),
    });
  });
});
