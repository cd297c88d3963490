import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  applyRoster,
  applyRosterFile,
  previewRoster,
  type RosterPreview,
} from '../../../src/features/networks/apply-roster.ts';
import type { Actor } from '../../../src/features/networks/identify-member.ts';
import type { Member, NetworkId, Seat } from '../../../src/features/networks/network.ts';
import {
  forgetExpired,
  members,
  networkPartition,
  parties,
  rosterDrafts,
  seats,
} from '../../../src/features/networks/network-store.ts';
import type { RosterChange } from '../../../src/features/networks/roster-plan.ts';
import type { PlainDate } from '../../../src/world.ts';
import { actorOf, castMemberId, castNetwork, castRoster, seatForum, type TestTools, testTools } from '../../cast.ts';

let tools: TestTools;
let kari: Actor;
const partition = networkPartition(castNetwork.id);

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
  kari = await actorOf(tools, 'kari');
});
afterEach(() => tools.store.close());

async function apply(csv: string): Promise<readonly RosterChange[]> {
  const applied = await applyRosterFile(tools, castNetwork.id, csv);
  if (!applied.ok) throw new Error(JSON.stringify(applied.refusal));
  return applied.value.changes;
}

async function preview(csv: string): Promise<RosterPreview> {
  const shown = await previewRoster(tools, kari, csv);
  if (!shown.ok) throw new Error(JSON.stringify(shown.refusal));
  return shown.value;
}

async function everything(): Promise<unknown> {
  const [p, s, m] = await Promise.all([
    parties.all(tools.store, partition),
    seats.all(tools.store, partition),
    members.all(tools.store, partition),
  ]);
  return [p, s, m];
}

const seat = async (number: number): Promise<Seat | undefined> =>
  (await seats.get(tools.store, partition, `seat-${number}`))?.value;
const memberNamed = async (name: string): Promise<readonly Member[]> =>
  (await members.all(tools.store, partition)).map(kept => kept.value).filter(member => member.name === name);

const day = (iso: string) => iso as PlainDate;
const header = 'plass;part;gruppe;stemmerett;innehaver;e-post;vara;vara e-post;fra;til;kommunenummer;rolle';
const roster = (...lines: readonly string[]) => [header, ...lines].join('\n');
const alta = (more: string) => roster(`3;Alta kommune;kommune;${more}`);

describe('the file of the forum as it is', () => {
  test('changes nothing', async () => {
    expect(await apply(castRoster)).toEqual([]);
  });

  test('fills an empty network, once', async () => {
    const other = testTools();
    await seatForum(other);
    const id = 'empty' as NetworkId;
    const { network, member } = kari;
    const founded = [
      { kind: 'create', id: 'network', type: 'network', body: { ...network, id } },
      members.create(member.id, { ...member, email: undefined }),
    ] as const;
    await other.store.batch(networkPartition(id), founded);
    const first = await applyRosterFile(other, id, castRoster);
    const second = await applyRosterFile(other, id, castRoster);
    expect(first.ok && first.value.changes.filter(change => change.kind === 'seat-added')).toHaveLength(17);
    expect(first.ok && first.value.changes.filter(change => change.kind === 'member-added')).toHaveLength(22);
    expect(first.ok && first.value.batches).toHaveLength(1);
    expect(second.ok && second.value.changes).toEqual([]);
    expect(await other.store.count(networkPartition(id), seats.type)).toBe(17);
    await other.store.close();
  });
});

describe('a change', () => {
  test.each<[string, string, readonly RosterChange[]]>([
    [
      'of the voting right is shown plainly',
      alta('nei;;;;;;;;'),
      [{ kind: 'voting-taken', seat: 3, party: 'Alta kommune' }],
    ],
    [
      'of the group',
      roster('3;Alta kommune;annet;ja;;;;;;;;'),
      [{ kind: 'group-changed', seat: 3, party: 'Alta kommune', group: 'other' }],
    ],
    [
      'of the term',
      alta('ja;;;;;2026-01-01;2027-12-31;;'),
      [
        {
          kind: 'term-changed',
          seat: 3,
          party: 'Alta kommune',
          term: { from: day('2026-01-01'), to: day('2027-12-31') },
        },
      ],
    ],
    [
      'of the holder adds whoever is new',
      alta('ja;Espen Askeland;espen@alta.example;;;;;;'),
      [
        { kind: 'member-added', member: 'Espen Askeland' },
        { kind: 'holder-changed', seat: 3, party: 'Alta kommune', member: 'Espen Askeland' },
      ],
    ],
    [
      'of the holder to one who is there already',
      alta('ja;Tyrihans Lykke;tyrihans@alta.example;-;;;;;'),
      [
        { kind: 'holder-changed', seat: 3, party: 'Alta kommune', member: 'Tyrihans Lykke' },
        { kind: 'deputies-changed', seat: 3, party: 'Alta kommune', members: [] },
      ],
    ],
    ['that makes a seat vacant', alta('ja;ledig;;;;;;;'), [{ kind: 'holder-changed', seat: 3, party: 'Alta kommune' }]],
    [
      'of an address, by the name in the seat',
      alta('ja;Veslefrikk Fele;ny@alta.example;;;;;;'),
      [
        {
          kind: 'email-changed',
          member: 'Veslefrikk Fele',
          before: 'veslefrikk@alta.example',
          email: 'ny@alta.example',
        },
      ],
    ],
    [
      'of a name, by the address in any case',
      alta('ja;Veslefrikk Felemann;VESLEFRIKK@alta.example;;;;;;'),
      [{ kind: 'member-renamed', before: 'Veslefrikk Fele', member: 'Veslefrikk Felemann' }],
    ],
    [
      'of a party’s name, told by the municipality number',
      roster('3;Álttá gielda;kommune;ja;;;;;;;5601;'),
      [{ kind: 'party-renamed', before: 'Alta kommune', party: 'Álttá gielda' }],
    ],
    [
      'of the party in a seat',
      roster('7;Østenfor Sol barnehage;privat eier;ja;;;;;;;;'),
      [
        { kind: 'party-added', party: 'Østenfor Sol barnehage' },
        { kind: 'seat-moved', seat: 7, before: 'Soria Moria barnehager', party: 'Østenfor Sol barnehage' },
      ],
    ],
    [
      'that adds a seat',
      roster('18;Elevorganisasjonen;annet;nei;;;;;2027-01-01;;;'),
      [
        { kind: 'party-added', party: 'Elevorganisasjonen' },
        { kind: 'seat-added', seat: 18, party: 'Elevorganisasjonen', isVoting: false },
      ],
    ],
    [
      'of a role',
      roster(';;;;Nordavinden Blåse;nordavinden@fagskolen.example;;;;;;leder|observatør'),
      [{ kind: 'roles-changed', member: 'Nordavinden Blåse', roles: ['chair', 'observer'] }],
    ],
  ])('%s, and is made once', async (_, csv, changes) => {
    expect(await apply(csv)).toEqual(changes);
    const after = await everything();
    expect(await apply(csv)).toEqual([]);
    expect(await everything()).toEqual(after);
  });

  test('leaves what the file does not name, and says so', async () => {
    const { plan } = await preview(alta('nei;;;;;;;;'));
    expect(plan.untouched).toHaveLength(16);
    await apply(alta('nei;;;;;;;;'));
    expect(await seat(3)).toMatchObject({
      holderId: castMemberId('veslefrikk'),
      deputyIds: [castMemberId('tyrihans')],
    });
    expect(await tools.store.count(partition, members.type)).toBe(23);
  });

  test('a person with no address is the same one while they keep the seat', async () => {
    const csv = alta('ja;Espen uten Adresse;;;;;;;');
    await apply(csv);
    await apply(csv);
    await apply(alta('ja;Espen uten adresse;espen@alta.example;;;;;;'));
    expect(await memberNamed('Espen uten Adresse')).toEqual([]);
    expect(await memberNamed('Espen uten adresse')).toEqual([expect.objectContaining({ email: 'espen@alta.example' })]);
  });

  test('someone who founded the network by chat is found by name and role, and gets an address', async () => {
    const kept = await members.get(tools.store, partition, castMemberId('kari'));
    const { email: _, ...withoutEmail } = kept?.value ?? kari.member;
    await tools.store.batch(partition, [members.upsert(castMemberId('kari'), withoutEmail)]);
    expect(await apply(castRoster)).toEqual([
      { kind: 'email-changed', member: 'Kari Trestakk', before: undefined, email: 'kari@embetet.example' },
    ]);
  });

  test('the same name in another seat is another person', async () => {
    await apply(roster('2;Harstad kommune;kommune;ja;Veslefrikk Fele;;;;;;;'));
    expect(await memberNamed('Veslefrikk Fele')).toHaveLength(2);
  });

  test('an address that was given up may be taken by someone new', async () => {
    await apply(alta('ja;Espen Ny;felles@alta.example;;;;;;'));
    await apply(alta('ja;Espen Ny;egen@alta.example;;;;;;'));
    await apply(alta('ja;Askepott Ny;felles@alta.example;;;;;;'));
    expect(await memberNamed('Espen Ny')).toEqual([expect.objectContaining({ email: 'egen@alta.example' })]);
    expect(await memberNamed('Askepott Ny')).toEqual([expect.objectContaining({ email: 'felles@alta.example' })]);
  });
});

describe('nothing is saved', () => {
  test('when one line is bad', async () => {
    const before = await everything();
    const csv = `${castRoster.replace('Tromsø kommune', 'Romssa suohkan')}18;Ny;klubb;;ja\r\n`;
    const refusal = { code: 'roster-bad', problems: [expect.objectContaining({ line: 21, code: 'unknown-group' })] };
    expect(await previewRoster(tools, kari, csv)).toEqual({ ok: false, refusal });
    expect(await applyRosterFile(tools, castNetwork.id, csv)).toEqual({ ok: false, refusal });
    expect(await everything()).toEqual(before);
    expect(await tools.store.count(partition, rosterDrafts.type)).toBe(0);
  });

  test('when no coordinator would be left', async () => {
    const before = await everything();
    const csv = roster(';;;;Kari Trestakk;kari@embetet.example;;;;;;observatør');
    expect(await applyRosterFile(tools, castNetwork.id, csv)).toEqual({
      ok: false,
      refusal: { code: 'roster-bad', problems: [{ code: 'no-coordinator', line: 2, column: 'role' }] },
    });
    expect(await everything()).toEqual(before);
  });

  test('in a network that does not exist', async () => {
    expect(await applyRosterFile(tools, 'nowhere' as NetworkId, castRoster)).toEqual({
      ok: false,
      refusal: { code: 'no-network' },
    });
  });
});

describe('from a card', () => {
  test('only the coordinator may', async () => {
    for (const key of ['askeladden', 'mikkel', 'nordavinden'] as const) {
      const actor = await actorOf(tools, key);
      const refusal = { code: 'not-allowed', deed: 'roster.apply' };
      expect(await previewRoster(tools, actor, castRoster)).toEqual({ ok: false, refusal });
      expect(await applyRoster(tools, actor, 'any')).toEqual({ ok: false, refusal });
    }
  });

  test('what was shown is applied, and a repeat changes nothing', async () => {
    const { draftId, plan } = await preview(alta('nei;;;;;;;;'));
    expect((await seat(3))?.isVoting).toBe(true);
    const applied = await applyRoster(tools, kari, draftId);
    expect(applied.ok && applied.value.changes).toEqual(plan.changes);
    expect((await seat(3))?.isVoting).toBe(false);
    const repeats = await Promise.all([1, 2, 3].map(() => applyRoster(tools, kari, draftId)));
    expect(repeats.map(repeat => repeat.ok && repeat.value.changes)).toEqual([[], [], []]);
  });

  test('applied four times at once adds nobody twice', async () => {
    const { draftId } = await preview(alta('ja;Espen Askeland;espen@alta.example;;;;;;'));
    const all = await Promise.all([1, 2, 3, 4].map(() => applyRoster(tools, kari, draftId)));
    expect(all.map(each => each.ok)).toEqual([true, true, true, true]);
    expect(await memberNamed('Espen Askeland')).toHaveLength(1);
  });

  test('a draft is forgotten after an hour', async () => {
    const { draftId } = await preview(castRoster);
    tools.world.clock.advance(3_600_001);
    expect(await applyRoster(tools, kari, draftId)).toEqual({ ok: false, refusal: { code: 'draft-gone' } });
    await forgetExpired(tools.store, tools.world.clock.now());
    expect(await tools.store.count(partition, rosterDrafts.type)).toBe(0);
  });

  test('a draft of one network is nothing in another', async () => {
    const { draftId } = await preview(castRoster);
    const other = 'other-forum' as NetworkId;
    await seatForum(tools, other);
    const there = await actorOf(tools, 'kari', 'request', other);
    expect(await applyRoster(tools, there, draftId)).toEqual({ ok: false, refusal: { code: 'draft-gone' } });
  });
});

describe('a roster longer than a batch', () => {
  const lines = Array.from(
    { length: 90 },
    (_, at) => `${at + 101};Part ${at};annet;ja;Person ${at};p${at}@a.example;;;;;;`,
  );

  test('is applied whole, and cut short it is finished by applying it again', async () => {
    const { plan } = await preview(roster(...lines));
    expect(plan.batches.map(batch => batch.length)).toEqual([100, 100, 70]);
    const [first = [], second = []] = plan.batches;
    await tools.store.batch(partition, first);
    await tools.store.batch(partition, second);
    await apply(roster(...lines));
    expect(await tools.store.count(partition, seats.type)).toBe(107);
    expect(await tools.store.count(partition, members.type)).toBe(113);
    expect(await apply(roster(...lines))).toEqual([]);
  });
});
