/** A returned need has a deadline of its own: its people are reminded of it, and the secretariat told when it has passed. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { remindOnSchedule } from '../../../src/bot/remind-on-schedule.ts';
import { deliveries } from '../../../src/delivery/delivery.ts';
import { oweAgreedSendings } from '../../../src/delivery/sending.ts';
import type { NeedId } from '../../../src/features/needs/need.ts';
import { needContent } from '../../../src/features/needs/need-fields.ts';
import { roundPartition } from '../../../src/features/needs/need-store.ts';
import type { Round } from '../../../src/features/needs/round.ts';
import { saveNeed } from '../../../src/features/needs/save-need.ts';
import { stepNeed } from '../../../src/features/needs/step-need.ts';
import { submitNeed } from '../../../src/features/needs/submit-need.ts';
import { members, networkPartition } from '../../../src/features/networks/network-store.ts';
import type { PlainDate } from '../../../src/world.ts';
import { actorOf, type CastKey, castMemberId, castNetwork, seatForum, type TestTools, testTools } from '../../cast.ts';
import { doneOf, openedRound } from './round-room.ts';

let tools: TestTools;
let round: Round;

const content = needContent.parse({
  title: 'Trygge overganger',
  sectors: ['kindergarten', 'primarySchool'],
  themes: ['transitions'],
  description: 'Personalet trenger felles kunnskap om overganger mellom barnehage og skole.',
  targetGroups: ['teachers'],
  participantCount: '1 200',
});

/** Two of Tromsø's and one of Harstad's are returned, until Monday 8 February at the end of the day. */
beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
  round = await openedRound(tools);
  await returned('need-1', 'per', 'kommune|5501');
  await returned('need-2', 'per', 'kommune|5501');
  await returned('need-3', 'pål', 'kommune|5503');
});
afterEach(() => tools.store.close());

const ref = (need: string) => ({ round: round.id, need: need as NeedId });
const send = async (need: string, who: CastKey) =>
  doneOf(await submitNeed(tools, await actorOf(tools, who), ref(need)));

async function returned(need: string, who: CastKey, party: string, on = '2027-02-08'): Promise<void> {
  const save = { ...ref(need), party, page: 'what', revision: 0, content } as const;
  doneOf(await saveNeed(tools, await actorOf(tools, who), save));
  await send(need, who);
  const back = { ...ref(need), step: 'return', reason: 'Målet mangler.', on: on as PlainDate } as const;
  doneOf(await stepNeed(tools, await actorOf(tools, 'kari'), back));
}

/** @returns whom it has gone to until now, and which need or deadline it tells of */
async function told(kind: string): Promise<readonly string[]> {
  const all = (await deliveries.all(tools.store, roundPartition(round.id))).map(({ value }) => value);
  return all
    .flatMap(({ to, message }) => (to.kind === 'member' && message.kind === kind ? [`${to.id} ${message.detail}`] : []))
    .toSorted();
}

async function at(instant: string): Promise<void> {
  tools.world.clock.set(instant);
  await Promise.all([remindOnSchedule(tools), remindOnSchedule(tools)]);
  await oweAgreedSendings(tools);
}

describe('the party’s people', () => {
  const reminded = () => told('need-returned-reminder');
  const [per, pål] = [castMemberId('per'), castMemberId('pål')];

  test('are reminded once of each, two work days before', async () => {
    await at('2027-02-04T07:59:59.000Z');
    expect(await reminded()).toEqual([]);
    await at('2027-02-04T08:00:00.000Z');
    expect(await reminded()).toEqual([`${per} need-1`, `${per} need-2`, `${pål} need-3`].toSorted());
    await at('2027-02-05T08:00:00.000Z');
    await at('2027-02-08T08:00:00.000Z');
    expect(await reminded()).toHaveLength(3);
  });

  test('are reminded after a standstill too, but not when the deadline is over', async () => {
    await at('2027-02-08T21:00:00.000Z');
    expect(await reminded()).toEqual([]);
    await at('2027-02-09T08:00:00.000Z');
    expect(await reminded()).toEqual([]);
  });

  test('are not reminded of what was sent again or withdrawn, nor of what was returned just now', async () => {
    await send('need-1', 'per');
    const withdrawn = { ...ref('need-2'), step: 'withdraw', reason: 'Tas neste år.' } as const;
    doneOf(await stepNeed(tools, await actorOf(tools, 'per'), withdrawn));
    await returned('need-4', 'pål', 'kommune|5503', '2027-01-12');
    await at('2027-01-11T20:00:00.000Z');
    await at('2027-02-04T08:00:00.000Z');
    expect(await reminded()).toEqual([`${pål} need-3`]);
  });
});

describe('the secretariat', () => {
  const dueAt = '2027-02-08T22:59:59.000Z';
  const late = () => told('needs-unanswered');

  test('is told once of all that have not come again, the work morning after', async () => {
    await send('need-1', 'per');
    await at('2027-02-09T07:59:59.000Z');
    expect(await late()).toEqual([]);
    await at('2027-02-09T08:00:00.000Z');
    await at('2027-02-16T08:00:00.000Z');
    expect(await late()).toEqual([`${castMemberId('kari')} ${dueAt}`]);
  });

  test('is not told when all have', async () => {
    for (const [need, who] of [
      ['need-1', 'per'],
      ['need-2', 'per'],
      ['need-3', 'pål'],
    ] as const) {
      await send(need, who);
    }
    await at('2027-02-09T08:00:00.000Z');
    expect(await late()).toEqual([]);
  });

  test('is told, whoever it is now, when the one who returned them leads no more', async () => {
    const home = networkPartition(castNetwork.id);
    for (const [key, roles] of [
      ['kari', []],
      ['askeladden', ['coordinator']],
    ] as const) {
      const kept = await members.get(tools.store, home, castMemberId(key));
      if (kept) await tools.store.batch(home, [members.replace(kept, { ...kept.value, roles: [...roles] })]);
    }
    await at('2027-02-09T08:00:00.000Z');
    expect(await late()).toEqual([`${castMemberId('askeladden')} ${dueAt}`]);
  });
});
