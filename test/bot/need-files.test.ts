/** The files of needs that a signed link gives: the right is asked again when the link is followed. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { partsOfSet } from '../../src/bot/needs/need-files.ts';
import { openFile } from '../../src/bot/open-file.ts';
import type { NeedId } from '../../src/features/needs/need.ts';
import { needContent } from '../../src/features/needs/need-fields.ts';
import type { SetEntry } from '../../src/features/needs/need-set.ts';
import type { Round } from '../../src/features/needs/round.ts';
import { saveNeed } from '../../src/features/needs/save-need.ts';
import { submitNeed } from '../../src/features/needs/submit-need.ts';
import type { Member } from '../../src/features/networks/network.ts';
import { members, networkPartition } from '../../src/features/networks/network-store.ts';
import { actorOf, type CastKey, castMemberId, seatForum, type TestTools, testTools } from '../cast.ts';
import { doneOf, openedRound } from '../features/needs/round-room.ts';

let tools: TestTools;
let round: Round;
const need = 'need-1' as NeedId;

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
  round = await openedRound(tools);
  const content = needContent.parse({
    title: 'Trygge overganger',
    sectors: ['kindergarten', 'primarySchool'],
    themes: ['transitions'],
    description: 'Personalet trenger felles kunnskap om overganger mellom barnehage og skole.',
    targetGroups: ['teachers'],
    participantCount: '1 200',
  });
  const page = { round: round.id, party: 'kommune|5501', need, page: 'what', revision: 0, content } as const;
  doneOf(await saveNeed(tools, await actorOf(tools, 'per'), page));
  doneOf(await submitNeed(tools, await actorOf(tools, 'per'), { round: round.id, need }));
});
afterEach(() => tools.store.close());

const kinds = ['xlsx', 'csv', 'overview', 'documents'] as const;
const ofRound = (who: CastKey, kind: (typeof kinds)[number]) =>
  openFile(tools, { file: 'needs', kind, round: round.id, member: castMemberId(who), language: 'nb' });
const ofNeed = (who: CastKey) =>
  openFile(tools, { file: 'need', round: round.id, need, member: castMemberId(who), language: 'nn' });

async function change(who: CastKey, to: Partial<Member>): Promise<void> {
  const partition = networkPartition(round.networkId);
  const kept = await members.get(tools.store, partition, castMemberId(who));
  if (!kept) throw new Error(`${who} is not there`);
  await tools.store.batch(partition, [members.replace(kept, { ...kept.value, ...to })]);
}

test.each(kinds)('whoever handles needs is given the file, and no longer than they do (%s)', async kind => {
  expect(await ofRound('kari', kind)).toBeDefined();
  expect(await ofRound('per', kind)).toBeUndefined();
  await change('kari', { roles: [] });
  expect(await ofRound('kari', kind)).toBeUndefined();
});

test('a party’s people and the secretariat are given its need, and nobody else is', async () => {
  expect((await ofNeed('per'))?.name).toBe('BM-2027-0001.docx');
  expect((await ofNeed('kari'))?.name).toBe('BM-2027-0001.docx');
  expect(await ofNeed('herreper')).toBeUndefined();
  await change('kari', { roles: [] });
  expect(await ofNeed('kari')).toBeUndefined();
});

test('a round there is not, and a link that says what no link says, give nothing', async () => {
  const gone = { file: 'needs', kind: 'csv', round: 'gone', member: castMemberId('kari'), language: 'nb' };
  expect(await openFile(tools, gone)).toBeUndefined();
  expect(await openFile(tools, { ...gone, file: 'other' })).toBeUndefined();
});

test('drafts are in no file', async () => {
  const page = { round: round.id, party: 'kommune|5501', need: 'need-2' as NeedId, page: 'what', revision: 0 } as const;
  doneOf(await saveNeed(tools, await actorOf(tools, 'per'), { ...page, content: { title: 'Et utkast til' } }));
  const { content } = (await ofRound('kari', 'csv')) ?? {};
  expect(content).toContain('Trygge overganger');
  expect(content).not.toContain('Et utkast til');
  const { content: zip } = (await ofRound('kari', 'documents')) ?? {};
  if (!(zip instanceof Uint8Array)) throw new Error('No zip was given');
  expect(Object.keys(unzipSync(zip))).toEqual(['BM-2027-0001.docx']);
  expect(strFromU8(zip)).not.toContain('utkast');
});

test.each([
  [0, [0]],
  [1, [1]],
  [200, [200]],
  [201, [200, 1]],
  [2000, Array.from({ length: 10 }, () => 200)],
  [7140, Array.from({ length: 10 }, () => 714)],
])('%d entries are zipped in so few that a card has room for the links', (count, sizes) => {
  const entries = Array.from({ length: count }, (_, at) => ({ key: String(at) }) as SetEntry);
  const parts = partsOfSet({ entries });
  expect(parts.map(({ length }) => length)).toEqual(sizes);
  expect(parts.flat()).toEqual(entries);
});
