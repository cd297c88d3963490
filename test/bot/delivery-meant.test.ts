import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Meant, thingMeant } from '../../src/bot/deliveries/delivery-meant.ts';
import { castNetwork, seatForum, type TestTools, testTools } from '../cast.ts';
import { propose } from '../features/meetings/meeting-room.ts';
import { openedRound } from '../features/needs/round-room.ts';
import { open } from '../features/polls/poll-room.ts';

let tools: TestTools;
beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
});
afterEach(() => tools.store.close());

const meant = async (asked: Meant) => (await thingMeant(tools, castNetwork.id, asked))?.id;

test('where there is no poll, a number and no number mean a meeting', async () => {
  expect(await meant({})).toBeUndefined();
  const meeting = await propose(tools);
  expect([await meant({}), await meant({ number: 1 })]).toEqual([meeting, meeting]);
  expect([await meant({ kind: 'poll', number: 1 }), await meant({ number: 2 })]).toEqual([undefined, undefined]);
});

test('of both the latest is meant, by number the poll, and by its kind just that', async () => {
  const poll = await open(tools);
  tools.world.clock.advance(1000);
  const meeting = await propose(tools);
  expect([await meant({}), await meant({ number: 1 })]).toEqual([meeting, poll]);
  expect([await meant({ kind: 'poll' }), await meant({ kind: 'meeting', number: 1 })]).toEqual([poll, meeting]);
});

test('a round is meant by its kind, and by number where there is neither poll nor meeting', async () => {
  const { id } = await openedRound(tools);
  expect([await meant({}), await meant({ number: 1 }), await meant({ kind: 'round', number: 1 })]).toEqual([
    id,
    id,
    id,
  ]);
  const poll = await open(tools);
  expect([await meant({ number: 1 }), await meant({ kind: 'round', number: 1 })]).toEqual([poll, id]);
  expect(await meant({ kind: 'round', number: 2 })).toBeUndefined();
});
