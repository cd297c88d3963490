/** What a round says by itself: to those who read in no channel, when it opens later, and when nobody closes it. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { remindOnSchedule } from '../../../src/bot/remind-on-schedule.ts';
import { deliveries, isPosting } from '../../../src/delivery/delivery.ts';
import { oweAgreedSendings, sendings } from '../../../src/delivery/sending.ts';
import { closeRound } from '../../../src/features/needs/close-round.ts';
import { extendRound } from '../../../src/features/needs/extend-round.ts';
import { roundPartition } from '../../../src/features/needs/need-store.ts';
import type { Round } from '../../../src/features/needs/round.ts';
import type { MemberId } from '../../../src/features/networks/network.ts';
import { members, networkPartition } from '../../../src/features/networks/network-store.ts';
import { actorOf, type CastKey, castMemberId, castNetwork, seatForum, type TestTools, testTools } from '../../cast.ts';
import { doneOf, openedRound } from './round-room.ts';

let tools: TestTools;
let round: Round;

/** On Monday 11 January 2027 at nine. */
beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
});
afterEach(() => tools.store.close());

const owed = async () => (await deliveries.all(tools.store, roundPartition(round.id))).map(({ value }) => value);

/** Without an account. */
const apart = ids('åse', 'čearpmat');

function ids(...keys: readonly CastKey[]): readonly MemberId[] {
  return keys.map(castMemberId).toSorted();
}

async function told(kind: string): Promise<readonly MemberId[]> {
  const words = (await owed()).filter(({ message }) => message.kind === kind);
  return words.flatMap(({ to }) => (to.kind === 'member' ? [to.id] : [])).toSorted();
}

async function at(instant: string): Promise<void> {
  tools.world.clock.set(instant);
  // Two processes at once.
  await Promise.all([remindOnSchedule(tools), remindOnSchedule(tools)]);
  await oweAgreedSendings(tools);
}

/** They read e-mail, whatever accounts they have. */
async function byMail(...keys: readonly CastKey[]): Promise<void> {
  for (const key of keys) {
    const kept = await members.get(tools.store, networkPartition(castNetwork.id), castMemberId(key));
    if (!kept) throw new Error('No such member');
    const member = { ...kept.value, email: `${key}@example.org`, reachedBy: 'mail' };
    await tools.store.batch(kept.partition, [members.replace(kept, member)]);
  }
}

describe('those who read in no channel', () => {
  test('are invited when it opens; those who do are not', async () => {
    round = await openedRound(tools);
    expect(await told('round-invitation')).toEqual(apart);
    await byMail('per');
    round = await openedRound(tools);
    expect(await told('round-invitation')).toEqual(ids('per', 'åse', 'čearpmat'));
  });

  test('are invited when somebody has seen it, where they are many', async () => {
    await byMail('per', 'askeladden', 'pål', 'veslefrikk', 'tyrihans');
    round = await openedRound(tools);
    expect(await told('round-invitation')).toEqual([]);
    const [shown] = await sendings.all(tools.store, roundPartition(round.id));
    expect(shown?.value).toMatchObject({ state: 'shown', message: { kind: 'round-invitation' } });
    expect(shown?.value.to).toHaveLength(7);
  });

  test('are not reminded right after', async () => {
    round = await openedRound(tools, { closesOn: '2027-01-26' });
    tools.world.clock.set('2027-01-12T08:00:00.000Z');
    const invitations = (await deliveries.all(tools.store, roundPartition(round.id))).filter(
      ({ value }) => value.message.kind === 'round-invitation',
    );
    const triedAt = tools.world.clock.now();
    await tools.store.batch(
      roundPartition(round.id),
      invitations.map(kept => deliveries.replace(kept, { ...kept.value, state: 'sent', triedAt })),
    );
    await at('2027-01-12T08:00:01.000Z');
    const reminded = await told('round-reminder');
    expect(reminded).toContain(castMemberId('per'));
    expect(reminded).not.toContain(castMemberId('åse'));
    await at('2027-01-19T08:00:00.000Z');
    expect(await told('round-reminder')).toContain(castMemberId('åse'));
  });
});

describe('a round that opens later', () => {
  const postings = async () => (await owed()).filter(isPosting).length;

  beforeEach(async () => {
    round = await openedRound(tools, { opensOn: '18. januar' });
    const first = await deliveries.all(tools.store, roundPartition(round.id));
    await tools.store.batch(
      roundPartition(round.id),
      first.map(kept => deliveries.replace(kept, { ...kept.value, state: 'sent', ref: kept.id })),
    );
  });

  test.each([
    ['that morning', '2027-01-18T08:00:00.000Z'],
    ['after a standstill', '2027-01-20T09:30:00.000Z'],
  ])('says so once, %s', async (_, when) => {
    const before = await postings();
    expect(await told('round-invitation')).toEqual([]);
    await at('2027-01-18T07:59:00.000Z');
    expect([await postings(), await told('round-invitation')]).toEqual([before, []]);
    await at(when);
    expect([await postings(), await told('round-invitation')]).toEqual([2 * before, apart]);
    await at('2027-01-21T09:30:00.000Z');
    expect([await postings(), await told('round-invitation')]).toEqual([2 * before, apart]);
  });

  test('says nothing once it is closed', async () => {
    const before = await postings();
    doneOf(await closeRound(tools, await actorOf(tools, 'kari'), round.id));
    await at('2027-01-18T08:00:00.000Z');
    expect([await postings(), await told('round-invitation')]).toEqual([before, []]);
  });
});

describe('a round that nobody closes', () => {
  const asked = () => told('round-over');

  beforeEach(async () => {
    round = await openedRound(tools);
  });

  test('is asked about once, a week after the deadline, of whoever opened it', async () => {
    await at('2027-02-08T07:59:59.000Z');
    expect(await asked()).toEqual([]);
    await at('2027-02-08T08:00:00.000Z');
    expect(await asked()).toEqual([castMemberId('kari')]);
    await at('2027-02-15T08:00:00.000Z');
    expect(await asked()).toEqual([castMemberId('kari')]);
  });

  test('is asked about anew for a later deadline', async () => {
    await at('2027-02-08T08:00:00.000Z');
    doneOf(await extendRound(tools, await actorOf(tools, 'kari'), round.id, '1. mars'));
    await at('2027-03-08T07:59:59.000Z');
    expect(await asked()).toHaveLength(1);
    await at('2027-03-08T08:00:00.000Z');
    expect(await asked()).toHaveLength(2);
  });

  test('is not once it is closed', async () => {
    doneOf(await closeRound(tools, await actorOf(tools, 'kari'), round.id));
    await at('2027-02-08T08:00:00.000Z');
    expect(await asked()).toEqual([]);
  });
});
