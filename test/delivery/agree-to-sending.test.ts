/** What whoever leads has seen is what is sent, once, or nothing is. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  agreeToSending,
  dropSending,
  freezeSending,
  type Rehearse,
  type Written,
} from '../../src/delivery/agree-to-sending.ts';
import { deliveries, type Place } from '../../src/delivery/delivery.ts';
import { oweAgreedSendings, oweEach, type Sending, sendingId, sendings } from '../../src/delivery/sending.ts';
import {
  actorOf,
  type CastKey,
  castMemberId,
  castNetwork,
  castStart,
  seatForum,
  type TestTools,
  testTools,
} from '../cast.ts';
import { doneOf, refusalOf } from '../features/polls/poll-room.ts';
import { memberNamed, partition, thing } from './delivery-room.ts';

let tools: TestTools;
let asked: { about: typeof thing; sending: string };
/** What each place would be told now; nothing where it needs nothing. */
let wordsFor: (place: number) => string | undefined;

const about = { networkId: castNetwork.id, thing };
const places: readonly Place[] = [0, 1, 2, 3, 4, 5].map(at => memberNamed(`member-${at}`));

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
  wordsFor = () => '"hello"';
  asked = { about: thing, sending: await show('the deed') };
});
afterEach(() => tools.store.close());

async function show(occasion: string): Promise<string> {
  const deed = { occasion, by: castMemberId('kari'), now: castStart };
  await tools.store.batch(partition, oweEach(about, { kind: 'news' }, places, deed));
  const made = (await sendings.all(tools.store, partition)).find(({ value }) => value.state === 'shown');
  return made?.value.id ?? '';
}

const digest = (written: Written) => JSON.stringify(written);

const rehearse: Rehearse = async ({ to, written: frozen }: Sending) => {
  const all = to.map((_, at) => wordsFor(at));
  const cards = [...new Set(all.flatMap(words => words ?? []))];
  const written = {
    cards,
    each: all.map((words, at) => (words === undefined ? {} : { card: cards.indexOf(words), route: `test|${at}` })),
  };
  const isSame = (at: number) => {
    const before = frozen?.each[at]?.card;
    return all[at] === undefined || (before !== undefined && frozen?.cards[before] === all[at]);
  };
  return {
    written,
    frozen: frozen && digest(frozen),
    isAsFrozen: frozen !== undefined && to.every((_, at) => isSame(at)),
  };
};

const look = async (who: CastKey = 'kari') => {
  const frozen = doneOf(await freezeSending(tools, await actorOf(tools, who), asked, rehearse));
  return frozen.value.written ? digest(frozen.value.written) : '';
};
const agree = async (seen: string, { who = 'kari', request }: { who?: CastKey; request?: string } = {}) =>
  agreeToSending(tools, await actorOf(tools, who, request), { ...asked, seen }, rehearse);
const drop = async (request?: string) => dropSending(tools, await actorOf(tools, 'kari', request), asked);
const stateNow = async () => (await sendings.get(tools.store, partition, sendingId(asked.sending)))?.value.state;
const owed = async () => {
  await oweAgreedSendings(tools);
  const all = (await deliveries.all(tools.store, partition)).map(({ value }) => value);
  return all.toSorted((a, b) => a.number - b.number);
};

describe('what was seen', () => {
  test('is sent just so to each, by the way that was shown', async () => {
    wordsFor = place => (place < 3 ? '"hei"' : '"hello"');
    const agreed = doneOf(await agree(await look()));
    expect(agreed).toMatchObject({ unneeded: 0, sending: { state: 'agreed' } });
    wordsFor = () => '"something else"';
    expect((await owed()).map(({ to, written }) => [to, written])).toEqual(
      places.map((to, at) => [to, { card: at < 3 ? '"hei"' : '"hello"', route: `test|${at}` }]),
    );
  });

  test('is not sent when it is no longer what would be sent, and can be looked at anew', async () => {
    const seen = await look();
    wordsFor = () => '"changed"';
    expect(refusalOf(await agree(seen))).toEqual({ code: 'sending-changed' });
    expect(await owed()).toEqual([]);
    const again = await look();
    expect(again).not.toBe(seen);
    expect(refusalOf(await agree(seen))).toEqual({ code: 'sending-changed' });
    doneOf(await agree(again));
    expect((await owed()).map(({ written }) => written?.card)).toEqual(places.map(() => '"changed"'));
  });

  test('goes to nobody who has come to need nothing, and that is counted', async () => {
    const seen = await look();
    wordsFor = place => (place % 2 === 0 ? undefined : '"hello"');
    expect(doneOf(await agree(seen))).toMatchObject({ unneeded: 3 });
    expect((await owed()).map(({ to }) => to)).toEqual([1, 3, 5].map(at => places[at]));
  });

  test('was never more than those who needed it', async () => {
    wordsFor = place => (place === 0 ? undefined : '"hello"');
    expect(doneOf(await agree(await look()))).toMatchObject({ unneeded: 0 });
    expect((await owed()).map(({ to }) => to)).toEqual(places.slice(1));
  });

  test('is not sent when someone is to be told something who was not to be', async () => {
    wordsFor = place => (place === 0 ? undefined : '"hello"');
    const seen = await look();
    wordsFor = () => '"hello"';
    expect(refusalOf(await agree(seen))).toEqual({ code: 'sending-changed' });
  });

  test('stays as it is when it is looked at again and nothing has changed', async () => {
    const seen = await look();
    wordsFor = place => (place === 2 ? undefined : '"hello"');
    expect(await look('askeladden')).toBe(seen);
    doneOf(await agree(seen));
  });

  test('without having been looked at is not agreed to', async () => {
    expect(refusalOf(await agree('anything'))).toEqual({ code: 'sending-changed' });
  });
});

describe('one decision is made', () => {
  test('and a repeat of its request is answered the same, also when it was sent long ago', async () => {
    const seen = await look();
    wordsFor = place => (place === 5 ? undefined : '"hello"');
    const first = doneOf(await agree(seen, { request: 'yes' }));
    await owed();
    const again = doneOf(await agree(seen, { request: 'yes' }));
    expect(again).toMatchObject({ unneeded: first.unneeded, sending: { to: first.sending.to } });
    expect(await owed()).toHaveLength(5);
  });

  test('and whoever comes later is told so', async () => {
    const seen = await look();
    doneOf(await agree(seen));
    expect(refusalOf(await agree(seen, { who: 'askeladden' }))).toEqual({ code: 'sending-over' });
    expect(refusalOf(await drop())).toEqual({ code: 'sending-over' });
    expect(await owed()).toHaveLength(6);
  });

  test('of two at the same moment', async () => {
    const seen = await look();
    const [kari, askeladden] = [await actorOf(tools, 'kari'), await actorOf(tools, 'askeladden')];
    const outcomes = await Promise.all([
      agreeToSending(tools, kari, { ...asked, seen }, rehearse),
      agreeToSending(tools, askeladden, { ...asked, seen }, rehearse),
      dropSending(tools, kari, asked),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await owed()).length % 6).toBe(0);
  });

  test('to send nothing, and nothing is sent', async () => {
    const seen = await look();
    doneOf(await drop('no'));
    doneOf(await drop('no'));
    expect(refusalOf(await agree(seen))).toEqual({ code: 'sending-over' });
    expect(await stateNow()).toBe('dropped');
    expect(await owed()).toEqual([]);
  });
});

test('only those who lead see, send or drop; to another network it is not there', async () => {
  for (const who of ['huldra', 'nordavinden'] as const) {
    const actor = await actorOf(tools, who);
    const refusals = [
      await freezeSending(tools, actor, asked, rehearse),
      await agreeToSending(tools, actor, { ...asked, seen: 'x' }, rehearse),
      await dropSending(tools, actor, asked),
    ].map(refusalOf);
    expect(refusals).toEqual(refusals.map(() => ({ code: 'not-allowed', deed: 'delivery.send' })));
  }
  const other = await seatForum(tools, 'other' as typeof castNetwork.id);
  const kari = await actorOf(tools, 'kari', undefined, other.network.id);
  expect(refusalOf(await dropSending(tools, kari, asked))).toEqual({ code: 'no-sending' });
  asked = { ...asked, sending: 'no such' };
  expect(refusalOf(await drop())).toEqual({ code: 'no-sending' });
});
