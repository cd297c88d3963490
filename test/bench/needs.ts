/** A round of every municipality in the country, each with twenty needs: followed, counted and handed over. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { partsOfSet } from '../../src/bot/needs/need-files.ts';
import { drawingOfRound } from '../../src/bot/needs/round-drawn.ts';
import { openFile } from '../../src/bot/open-file.ts';
import { totalsNow } from '../../src/features/needs/count-totals.ts';
import { pickInvited } from '../../src/features/needs/invited.ts';
import type { Need, NeedId } from '../../src/features/needs/need.ts';
import { needDocId, needs, roundPartition, rounds } from '../../src/features/needs/need-store.ts';
import { readNeedSet } from '../../src/features/needs/read-need-set.ts';
import type { Round, RoundId } from '../../src/features/needs/round.ts';
import { members, networkPartition, networks, parties, seats } from '../../src/features/networks/network-store.ts';
import { createGather } from '../../src/gather.ts';
import { municipalities } from '../../src/reference/municipalities.ts';
import { vocabulary } from '../../src/reference/vocabulary.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import { mostOperations, type Operation } from '../../src/store/store.ts';
import { speak } from '../../src/texts/speak.ts';
import type { Tools } from '../../src/tools.ts';
import { createTurns } from '../../src/turns.ts';
import { later } from '../../src/world.ts';
import { castDocuments, castMemberId, castNetwork } from '../cast.ts';
import { benchWorld } from './bench-house.ts';
import type { Figure } from './report.ts';

const needsOfEach = 20;

const settings = {
  zone: castNetwork.zone,
  language: 'nb',
  isAllowed: () => true,
  fileUrl: () => 'https://laget.example.org/file/x',
  pictureUrl: () => 'https://laget.example.org/picture/x',
} as const;

/** The whole country at once, and one county governor's part of it, as most rounds are. */
export async function measureNeeds(): Promise<readonly Figure[]> {
  const national = await measured(municipalities.length);
  const regional = await measured(39);
  const under = (what: string, { ms }: Timed): Figure => ({ what, value: ms, unit: 'ms', target: { most: 1000 } });
  const plain = (what: string, { ms }: Timed): Figure => ({ what, value: ms / 1000, unit: 's' });
  return [
    { what: 'needs of every municipality', value: national.entries, unit: '', target: { exactly: 7140 } },
    under('its posting with who has answered', national.card),
    under('its totals by theme, target group and sector', national.totals),
    under('its table as .csv', national.csv),
    under('its table as .xlsx', national.xlsx),
    plain('its overview for the meeting', national.overview),
    plain(`one of ${national.zips} zips with its documents`, national.zip),
    { what: 'longest that anyone else waited for that zip', value: national.zip.stalledMs, unit: 'ms' },
    { what: 'resident at most while its files were made', value: national.peak, unit: 'MB' },
    { what: 'heap kept after them', value: national.kept, unit: 'MB' },
    { what: 'needs of 39 municipalities', value: regional.entries, unit: '', target: { exactly: 780 } },
    under('their table as .xlsx', regional.xlsx),
    under('their overview for the meeting', regional.overview),
    plain(`one of ${regional.zips} zips with their documents`, regional.zip),
  ];
}

async function measured(parties: number) {
  const folder = mkdtempSync(join(tmpdir(), 'laget-bench-'));
  const store = openSqliteStore({ folder, ids: benchWorld.ids });
  const tools: Tools = { store, world: benchWorld, turns: createTurns(), gather: createGather() };
  const round = await fillRound(tools, parties);
  const heapBefore = heapMb();
  peaks.length = 0;
  const fetched = (kind: string) => async () => {
    const payload = { file: 'needs', kind, round: round.id, member: castMemberId('kari'), language: 'nb' };
    const file = await openFile(tools, payload);
    if (!file) throw new Error(`No file was given: ${kind}`);
    return file.content.length;
  };
  const card = await timed(async () => {
    const drawing = await drawingOfRound({ tools, settings }, round);
    return drawing.write(speak('nb', castNetwork.zone)).parts.length;
  });
  const totals = await timed(async () => (await totalsNow(tools, round)).totals.parties);
  const files = {
    csv: await timed(fetched('csv')),
    xlsx: await timed(fetched('xlsx')),
    overview: await timed(fetched('overview')),
    zip: await timed(fetched('documents')),
  };
  const set = await readNeedSet(tools, round);
  const counts = { entries: set.entries.length, zips: partsOfSet(set).length };
  const kept = Math.max(0, heapMb() - heapBefore);
  await store.close();
  rmSync(folder, { recursive: true });
  return { ...files, ...counts, card, totals, kept, peak: Math.max(...peaks) };
}

type Timed = { readonly ms: number; readonly stalledMs: number };

const peaks: number[] = [];

/** How long it took, and the longest in which nothing else was done. */
async function timed(work: () => Promise<number>): Promise<Timed> {
  let [last, stalledMs] = [performance.now(), 0];
  const beat = setInterval(() => {
    const now = performance.now();
    stalledMs = Math.max(stalledMs, now - last);
    last = now;
    peaks.push(process.memoryUsage().rss / 2 ** 20);
  }, 5);
  const began = performance.now();
  const made = await work();
  const ms = performance.now() - began;
  clearInterval(beat);
  peaks.push(process.memoryUsage().rss / 2 ** 20);
  if (made === 0) throw new Error('Nothing was made');
  return { ms, stalledMs };
}

async function fillRound(tools: Tools, size: number): Promise<Round> {
  const { network, ...cast } = castDocuments();
  const picked = pickInvited(municipalities.slice(0, size).map(({ number }) => number));
  if (!picked.ok) throw new Error(`Refused: ${picked.refusal.code}`);
  const now = benchWorld.clock.now();
  const round: Round = {
    id: 'bench-round' as RoundId,
    networkId: network.id,
    number: 1,
    form: 'need',
    scheme: 'collective',
    year: 2027,
    invited: [...picked.value],
    opensAt: later(now, -40 * 86_400_000),
    closesAt: later(now, 86_400_000),
    openedBy: castMemberId('kari'),
    madeAt: later(now, -41 * 86_400_000),
  };
  await writeAll(tools, networkPartition(network.id), [
    networks.create('network', network),
    ...cast.parties.map(party => parties.create(party.id, party)),
    ...cast.seats.map(seat => seats.create(seat.id, seat)),
    ...cast.members.map(member => members.create(member.id, member)),
  ]);
  const all = round.invited.flatMap(({ key }, party) =>
    Array.from({ length: needsOfEach }, (_, at) => needOf(round, key, party * needsOfEach + at)),
  );
  await writeAll(tools, roundPartition(round.id), [
    rounds.create('round', round),
    ...all.map(need => needs.create(needDocId(need.id), need)),
  ]);
  return round;
}

const sentence =
  'Personalet trenger felles kunnskap om overganger mellom barnehage og skole, og tid til å øve sammen. ';

function needOf({ id: roundId, networkId, opensAt }: Round, partyKey: string, number: number): Need {
  const by = castMemberId('askeladden');
  const some = (list: keyof typeof vocabulary, most: number) =>
    vocabulary[list].map(({ code }) => code).filter((_, at) => (number + at) % 5 < most);
  return {
    id: `need-${number}` as NeedId,
    networkId,
    roundId,
    partyKey,
    form: 'need',
    reference: `BM-2027-${String(number + 1).padStart(4, '0')}`,
    state: 'complete',
    content: {
      kind: 'new',
      ownerType: 'municipality',
      participants: ['Solneset skole', 'Reinen barnehage', 'PPT'],
      sectors: some('sectors', 2),
      privateOwners: 'yes',
      title: `Trygge overganger ${number}`,
      themes: some('themes', 1).slice(0, 3),
      description: sentence.repeat(8),
      analysisBasis: ['surveyStaff'],
      analysisText: sentence.repeat(2),
      staffInvolvement: sentence,
      anchoring: ['owner'],
      targetGroups: some('target-groups', 2),
      participantCount: 20 + (number % 300),
      levels: some('levels', 1),
      goal: sentence.repeat(4),
      plannedMeasure: sentence.repeat(6),
      partner: 'UiT Norges arktiske universitet',
      partnerState: 'agreed',
      from: '2027-08',
      to: '2029-06',
      amounts: [2027, 2028, 2029].map(year => ({ year, owner: 100_000 + number, partner: 50_000, coordination: 0 })),
      coFunding: 90_000,
      contact: 'Kari Nordmann',
    },
    pages: {},
    startedAt: opensAt,
    startedBy: by,
    history: [
      { step: 'submit', at: later(opensAt, 86_400_000), by },
      { step: 'accept', at: later(opensAt, 2 * 86_400_000), by: castMemberId('kari') },
    ],
  };
}

async function writeAll({ store }: Tools, partition: string, operations: readonly Operation[]): Promise<void> {
  for (let from = 0; from < operations.length; from += mostOperations) {
    await store.batch(partition, operations.slice(from, from + mostOperations));
  }
}

function heapMb(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
