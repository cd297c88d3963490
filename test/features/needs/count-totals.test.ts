import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { closeRound } from '../../../src/features/needs/close-round.ts';
import { totalsForAll, totalsNow } from '../../../src/features/needs/count-totals.ts';
import { extendRound } from '../../../src/features/needs/extend-round.ts';
import type { NeedId } from '../../../src/features/needs/need.ts';
import { needContent } from '../../../src/features/needs/need-fields.ts';
import type { Round } from '../../../src/features/needs/round.ts';
import { roundOf } from '../../../src/features/needs/round-meant.ts';
import { turnRounds } from '../../../src/features/needs/round-turns.ts';
import { saveNeed } from '../../../src/features/needs/save-need.ts';
import { submitNeed } from '../../../src/features/needs/submit-need.ts';
import { networkPartition, networks } from '../../../src/features/networks/network-store.ts';
import { actorOf, type CastKey, seatForum, type TestTools, testTools } from '../../cast.ts';
import { doneOf, openedRound } from './round-room.ts';

let tools: TestTools;
let round: Round;

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
  round = await openedRound(tools);
});
afterEach(() => tools.store.close());

const content = needContent.parse({
  title: 'Trygge overganger',
  sectors: ['kindergarten'],
  themes: ['transitions'],
  description: 'Personalet trenger felles kunnskap om overganger mellom barnehage og skole.',
  targetGroups: ['teachers'],
  participantCount: '40',
});

async function saves(who: CastKey, party: string): Promise<void> {
  const need = `need-${party}` as NeedId;
  const page = { round: round.id, party, need, page: 'what', revision: 0, content } as const;
  doneOf(await saveNeed(tools, await actorOf(tools, who), page));
}

async function submits(who: CastKey, party: string, late?: { readonly reason: string }): Promise<void> {
  const ref = { round: round.id, need: `need-${party}` as NeedId };
  doneOf(await submitNeed(tools, await actorOf(tools, who), ref, late));
}

async function forAll(): Promise<number | undefined> {
  const kept = await roundOf(tools, round.id);
  return kept && (await totalsForAll(tools, kept.value))?.totals.parties;
}

const [one, other] = ['kommune|5501', 'kommune|5503'] as const;

test('are counted when the deadline has passed, and not again for what comes late', async () => {
  await saves('per', one);
  await submits('per', one);
  await saves('pål', other);
  expect(await forAll()).toBeUndefined();
  tools.world.clock.set('2027-02-01T23:00:00.000Z');
  // Until they are counted nothing is told.
  expect(await forAll()).toBeUndefined();
  await turnRounds(tools);
  expect(await forAll()).toBe(1);
  expect((await totalsForAll(tools, round))?.countedAt).toBe(round.closesAt);
  await submits('kari', other, { reason: 'Sykdom.' });
  expect((await totalsNow(tools, round)).totals).toMatchObject({ parties: 2, themes: { transitions: 2 } });
  expect(await forAll()).toBe(1);
  doneOf(await closeRound(tools, await actorOf(tools, 'kari'), round.id));
  expect(await forAll()).toBe(1);
});

test('are told of no more while a round is open again, and counted at its new deadline', async () => {
  await saves('per', one);
  await submits('per', one);
  tools.world.clock.set('2027-02-01T23:00:00.000Z');
  await turnRounds(tools);
  doneOf(await extendRound(tools, await actorOf(tools, 'kari'), round.id, '2027-02-15'));
  expect(await forAll()).toBeUndefined();
  await saves('pål', other);
  await submits('pål', other);
  tools.world.clock.set('2027-02-15T23:00:00.000Z');
  await turnRounds(tools);
  expect(await forAll()).toBe(2);
});

test('are counted when a round is closed before its deadline', async () => {
  await saves('per', one);
  await submits('per', one);
  doneOf(await closeRound(tools, await actorOf(tools, 'kari'), round.id));
  expect(await forAll()).toBe(1);
});

test('counted anew for a later deadline only when the difference tells of no party', async () => {
  const partition = networkPartition(round.networkId);
  const network = await networks.get(tools.store, partition, 'network');
  if (!network) throw new Error('No network');
  const rules = { ...network.value.rules, fewestShown: 2 };
  await tools.store.batch(partition, [networks.replace(network, { ...network.value, rules })]);
  const answers = async (who: CastKey, party: string) => {
    await saves(who, party);
    await submits(who, party);
  };
  const overOn = async (day: string) => {
    tools.world.clock.set(`${day}T23:00:00.000Z`);
    await turnRounds(tools);
  };
  const extendTo = async (day: string) => doneOf(await extendRound(tools, await actorOf(tools, 'kari'), round.id, day));

  await answers('per', one);
  await answers('pål', other);
  await overOn('2027-02-01');
  expect(await forAll()).toBe(2);
  await extendTo('2027-02-08');
  await answers('veslefrikk', 'kommune|5601');
  await overOn('2027-02-08');
  // Three would tell what the third chose.
  expect(await forAll()).toBe(2);
  await extendTo('2027-02-15');
  await answers('njávešeatni', 'kommune|5610');
  await overOn('2027-02-15');
  expect(await forAll()).toBe(4);
});
