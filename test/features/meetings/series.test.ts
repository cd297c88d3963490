import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { deliveries } from '../../../src/delivery/delivery.ts';
import { schedules } from '../../../src/delivery/schedule.ts';
import { sendings } from '../../../src/delivery/sending.ts';
import { createSeries, makeDueSeries } from '../../../src/features/meetings/create-series.ts';
import { latestMeetings, meetingPartition } from '../../../src/features/meetings/meeting-store.ts';
import { digestOfTimes, planSeries, type SeriesWanted } from '../../../src/features/meetings/series.ts';
import { seriesOf, seriesPartition } from '../../../src/features/meetings/series-store.ts';
import { actorOf, castNetwork, cutOff, seatForum, type TestTools, testTools } from '../../cast.ts';
import { doneOf, refusalOf } from '../polls/poll-room.ts';
import { agreeToSeries, cancel } from './meeting-room.ts';

let tools: TestTools;

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
});
afterEach(() => tools.store.close());

const monthly: SeriesWanted = {
  title: 'Nettverksmøte',
  place: 'https://teams.example/nettverk',
  pattern: 'second',
  weekday: 'tuesday',
  firstDay: '2027-01-01',
  lastDay: '2027-06-30',
  starts: '09:00',
  minutes: 120,
};

const made = async () => (await latestMeetings(tools, castNetwork.id, 50)).map(({ value }) => value).toReversed();

describe('a recurring meeting', () => {
  test('becomes settled meetings in the order of their dates, each with its own number', async () => {
    const { series, invitees } = doneOf(await agreeToSeries(tools, await actorOf(tools, 'kari'), monthly));
    const all = await made();
    expect(all.map(({ number, settled }) => [number, settled?.startsAt.slice(0, 10)])).toEqual([
      [1, '2027-02-09'],
      [2, '2027-03-09'],
      [3, '2027-04-13'],
      [4, '2027-05-11'],
      [5, '2027-06-08'],
    ]);
    expect(all.every(each => each.series === series.id && each.title === 'Nettverksmøte')).toBe(true);
    expect(invitees.people).toHaveLength(19);
    const [list] = await sendings.all(tools.store, seriesPartition(series.id));
    expect(list?.value).toMatchObject({ state: 'shown', message: { kind: 'meeting-series' } });
  });

  test('invites to each when it is near, and keeps the others off the channels until then', async () => {
    doneOf(await agreeToSeries(tools, await actorOf(tools, 'kari'), monthly));
    const [near, far] = await made();
    if (!near || !far) throw new Error('No meetings');
    const kinds = async (id: typeof near.id) =>
      (await schedules.all(tools.store, meetingPartition(id))).map(
        ({ value }) => `${value.message.kind} ${value.dueAt}`,
      );
    expect(await kinds(near.id)).toContain('meeting-invitation 2027-01-19T08:00:00.000Z');
    expect(await kinds(near.id)).not.toContain('posting');
    expect((await sendings.all(tools.store, meetingPartition(near.id))).map(({ value }) => value.message.kind)).toEqual(
      ['posting'],
    );
    expect(await kinds(far.id)).toEqual(
      expect.arrayContaining(['meeting-invitation 2027-02-05T08:00:00.000Z', 'posting 2027-02-05T08:00:00.000Z']),
    );
    const owed = await deliveries.all(tools.store, meetingPartition(far.id));
    expect(owed.filter(({ value }) => value.to.kind !== 'calendar')).toEqual([]);
  });

  test('repeated makes nothing twice', async () => {
    const kari = await actorOf(tools, 'kari', 'a series');
    await Promise.all([1, 2, 3].map(() => agreeToSeries(tools, kari, monthly)));
    doneOf(await agreeToSeries(tools, kari, monthly));
    expect(await made()).toHaveLength(5);
  });

  test.each([2, 3, 4, 6, 9, 12])('cut off before write %i is gone on with', async last => {
    const broken = { ...tools, store: cutOff(tools.store, last) };
    await agreeToSeries(broken, await actorOf(tools, 'kari'), monthly).catch(() => undefined);
    await makeDueSeries(tools);
    expect((await made()).map(({ settled }) => settled?.startsAt.slice(0, 10))).toEqual([
      '2027-02-09',
      '2027-03-09',
      '2027-04-13',
      '2027-05-11',
      '2027-06-08',
    ]);
    expect(await seriesOf.readDue(tools)).toEqual([]);
  });

  test('one that is cancelled tells those who know its date, and owes nothing more', async () => {
    doneOf(await agreeToSeries(tools, await actorOf(tools, 'kari'), monthly));
    const [, far] = await made();
    if (!far) throw new Error('No meeting');
    expect(doneOf(await cancel(tools, far.id)).people).toHaveLength(19);
    expect(await schedules.all(tools.store, meetingPartition(far.id))).toEqual([]);
  });

  test('is made of the times that were shown, or not at all', async () => {
    const kari = await actorOf(tools, 'kari');
    const unseen = await createSeries(tools, kari, monthly);
    expect(refusalOf(unseen).code).toBe('series-changed');
    const plan = doneOf(planSeries(monthly, kari.network, tools.world.clock.now()));
    const seen = digestOfTimes(plan);
    const changed = { ...kari, network: { ...kari.network, rules: { ...kari.network.rules, noticeDays: 40 } } };
    expect(refusalOf(await createSeries(tools, changed, { ...monthly, seen })).code).toBe('series-changed');
    expect(refusalOf(await createSeries(tools, kari, { ...monthly, minutes: 90, seen })).code).toBe('series-changed');
    expect(await made()).toEqual([]);
    expect(doneOf(await createSeries(tools, kari, { ...monthly, seen })).series.spans).toEqual(plan.spans);
  });

  test('is for those who lead', async () => {
    expect(refusalOf(await agreeToSeries(tools, await actorOf(tools, 'pål'), monthly)).code).toBe('not-allowed');
  });
});
