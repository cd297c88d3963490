/** What holds of every roster, whatever stands in it and whatever was there before. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyRosterFile } from '../../../src/features/networks/apply-roster.ts';
import { members, networkPartition, parties, seats } from '../../../src/features/networks/network-store.ts';
import { castNetwork, seatForum, type TestTools, testTools } from '../../cast.ts';

/** Few of each, so that lines meet: in one another and in the forum that is there. */
const party = fc.constantFrom('Alta kommune', 'ALTA KOMMUNE', 'Álttá gielda', 'PBL', 'Ny part', 'Statped');
const name = fc.constantFrom('', '-', 'Veslefrikk Fele', 'VESLEFRIKK FELE', 'Kari Trestakk', 'Mikkel Rev', 'Ny Ny');
const email = fc.constantFrom(
  '',
  'veslefrikk@alta.example',
  'Mikkel@laererne.example',
  'ny@ny.example',
  'kari@embetet.example',
);
const seatLine = fc
  .record({
    seat: fc.constantFrom(1, 3, 12, 17, 20, 21),
    party,
    group: fc.constantFrom('kommune', 'PBL', 'annet'),
    voting: fc.constantFrom('ja', 'nei'),
    holder: name,
    email,
    deputy: name,
    deputyEmail: email,
    term: fc.constantFrom(';', '2026-01-01;', '2026-01-01;2029-12-31', '2027-01-01;2027-12-31'),
    municipality: fc.constantFrom('', '5601', '5501'),
    role: fc.constantFrom('', '-', 'leder', 'koordinator', 'leder|observatør'),
  })
  .map(line => Object.values(line).join(';'));
const memberLine = fc
  .tuple(name, email, fc.constantFrom('koordinator', 'observatør', '-'))
  .map(([who, address, role]) => `;;;;${who};${address};;;;;;${role}`);
const header = 'plass;part;gruppe;stemmerett;innehaver;e-post;vara;vara e-post;fra;til;kommunenummer;rolle';
const roster = fc
  .array(fc.oneof({ weight: 3, arbitrary: seatLine }, memberLine), { minLength: 1, maxLength: 4 })
  .map(lines => [header, ...lines].join('\n'));

async function everything({ store }: TestTools) {
  const partition = networkPartition(castNetwork.id);
  return {
    parties: await parties.all(store, partition),
    seats: await seats.all(store, partition),
    members: await members.all(store, partition),
  };
}

type Everything = Awaited<ReturnType<typeof everything>>;

const ids = (kept: readonly { readonly id: string }[]) => kept.map(({ id }) => id);

function expectNobodyLost(before: Everything, after: Everything): void {
  expect(ids(after.members)).toEqual(expect.arrayContaining(ids(before.members)));
  expect(ids(after.parties)).toEqual(expect.arrayContaining(ids(before.parties)));
  expect(ids(after.seats)).toEqual(expect.arrayContaining(ids(before.seats)));
}

function expectSound({ members: people, parties: owners, seats: all }: Everything): void {
  const addresses = people.flatMap(({ value }) => value.email?.toLowerCase() ?? []);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(new Set(all.map(({ value }) => value.number)).size).toBe(all.length);
  expect(people.some(({ value }) => value.roles.includes('coordinator'))).toBe(true);
  const named = all.flatMap(({ value }) => [value.holderId ?? value.deputyIds, value.deputyIds].flat());
  expect(ids(people)).toEqual(expect.arrayContaining(named));
  expect(ids(owners)).toEqual(expect.arrayContaining(all.map(({ value }) => value.partyId)));
}

/** @returns whether it was applied */
async function applyTwice(tools: TestTools, csv: string): Promise<boolean> {
  const before = await everything(tools);
  const outcome = await applyRosterFile(tools, castNetwork.id, csv);
  const after = await everything(tools);
  if (!outcome.ok) {
    expect(after).toEqual(before);
    return false;
  }
  expectNobodyLost(before, after);
  expectSound(after);
  const again = await applyRosterFile(tools, castNetwork.id, csv);
  expect(again.ok && again.value.changes).toEqual([]);
  expect(await everything(tools)).toEqual(after);
  return true;
}

describe('any rosters one after another', () => {
  test('are each applied or refused whole, and applied twice change nothing; nobody is lost or doubled', async () => {
    let applied = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(roster, { minLength: 1, maxLength: 4 }), async files => {
        const tools = testTools();
        await seatForum(tools);
        for (const csv of files) applied += Number(await applyTwice(tools, csv));
        await tools.store.close();
      }),
      { numRuns: 200 },
    );
    expect(applied).toBeGreaterThan(50);
  }, 180_000);
});
