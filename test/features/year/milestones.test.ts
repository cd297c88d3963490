/** The year of the cast's forum: milestones added, changed, removed and taken over from the year before. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { remindOnSchedule } from '../../../src/bot/remind-on-schedule.ts';
import { drawMilestone } from '../../../src/bot/year/draw-milestone.ts';
import { deliveries, redraws } from '../../../src/delivery/delivery.ts';
import { schedules } from '../../../src/delivery/schedule.ts';
import type { ChannelKey, NetworkId } from '../../../src/features/networks/network.ts';
import { channelLinks, networkPartition, networks } from '../../../src/features/networks/network-store.ts';
import { acceptMilestones, proposeMilestones } from '../../../src/features/year/accept-milestones.ts';
import { addMilestone } from '../../../src/features/year/add-milestone.ts';
import { changeMilestone } from '../../../src/features/year/change-milestone.ts';
import { type MilestoneId, mostInYear } from '../../../src/features/year/milestone.ts';
import type { WantedMilestone } from '../../../src/features/year/milestone-content.ts';
import {
  milestoneNumbered,
  milestonePartition,
  milestones,
  milestonesIn,
} from '../../../src/features/year/milestone-store.ts';
import { removeMilestone } from '../../../src/features/year/remove-milestone.ts';
import { speak } from '../../../src/texts/speak.ts';
import { actorOf, castDocuments, castNetwork, cutOff, seatForum, type TestTools, testTools } from '../../cast.ts';
import { doneOf, refusalOf } from '../polls/poll-room.ts';

let tools: TestTools;
const titles = speak('nb', castNetwork.zone).say.year.steps;

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
});
afterEach(() => tools.store.close());

const wanted: WantedMilestone = { title: 'Frist for behovsmelding', on: '1. februar', leadDays: '14, 7 dager før' };
const add = async (more: Partial<WantedMilestone> = {}, request?: string) =>
  addMilestone(tools, await actorOf(tools, 'kari', request), { ...wanted, ...more });
const inYear = async (year = 2027) => milestonesIn(tools, castNetwork.id, year);
const posted = async (id: MilestoneId) =>
  (await deliveries.all(tools.store, milestonePartition(id))).map(({ id: delivery, value }) => ({
    ...value,
    id: delivery,
  }));
const scheduleOf = async (id: MilestoneId) => (await schedules.all(tools.store, milestonePartition(id)))[0]?.value;

async function at(instant: string): Promise<void> {
  tools.world.clock.set(instant);
  await remindOnSchedule(tools);
}

/** What a platform would have made of what is due. */
async function sendAll(id: MilestoneId): Promise<void> {
  for (const kept of await deliveries.all(tools.store, milestonePartition(id))) {
    const sent = { ...kept.value, state: 'sent' as const, ref: 'x', dueAt: undefined };
    await tools.store.batch(kept.partition, [deliveries.replace(kept, sent)]);
  }
}

describe('a milestone', () => {
  test('is added with its day as it was written, its number and its first reminder', async () => {
    const milestone = doneOf(await add());
    expect(milestone).toMatchObject({ number: 1, on: '2027-02-01', leadDays: [14, 7], addedBy: 'member-kari' });
    expect(await inYear()).toEqual([milestone]);
    expect(await scheduleOf(milestone.id)).toMatchObject({ dueAt: '2027-01-18T08:00:00.000Z' });
    expect(doneOf(await add({ title: 'Innstilling', on: 'mandag 15.3.2027' })).number).toBe(2);
  });

  test('is told of by the network’s days unless its own are said, and not at all when there are none', async () => {
    expect(doneOf(await add({ leadDays: undefined })).leadDays).toEqual([14, 7, 1]);
    const silent = doneOf(await add({ leadDays: '0' }));
    expect((await scheduleOf(silent.id))?.dueAt).toBeUndefined();
  });

  test('four times the same request is one, also when one was cut off', async () => {
    const cut = { ...tools, store: cutOff(tools.store, 2) };
    const actor = await actorOf(tools, 'kari', 'the request');
    await expect(addMilestone(cut, actor, wanted)).rejects.toThrow('cut off');
    expect(await inYear()).toEqual([]);
    await Promise.all([1, 2, 3, 4].map(() => add({}, 'the request')));
    const all = await inYear();
    expect(all.map(({ number }) => number)).toEqual([1]);
    expect(doneOf(await add()).number).toBe(2);
  });

  test.each([
    [{ on: 'tirsdag 17. mai 2027' }, { code: 'unread-date', field: 'on', why: { code: 'weekday-differs' } }],
    [{ on: '31. februar' }, { code: 'unread-date', field: 'on', why: { code: 'no-such-day' } }],
    [{ on: 'en gang til våren' }, { code: 'unread-date', field: 'on', why: { code: 'no-moment' } }],
    [{ on: '1. februar, tror jeg' }, { code: 'unread-date', field: 'on', why: { code: 'words-left' } }],
    [{ on: '1. februar kl. 12' }, { code: 'unread-date', field: 'on', why: { code: 'no-clock-here' } }],
    [{ on: 'uke 9' }, { code: 'unread-date', field: 'on', why: { code: 'no-one-day' } }],
    [{ on: '1. februar 2055' }, { code: 'milestone-far', field: 'on', first: 2026, last: 2032 }],
    [{ leadDays: 'i god tid' }, { code: 'bad-lead-days', field: 'leadDays' }],
  ])('with %j is refused, and nothing is kept', async (more, refusal) => {
    expect(refusalOf(await add(more))).toMatchObject(refusal);
    expect(await inYear()).toEqual([]);
  });

  test('is for coordinator and chair to add, change and remove', async () => {
    const { id } = doneOf(await add());
    const member = await actorOf(tools, 'huldra');
    expect(refusalOf(await addMilestone(tools, member, wanted)).code).toBe('not-allowed');
    expect(refusalOf(await changeMilestone(tools, member, id, wanted)).code).toBe('not-allowed');
    expect(refusalOf(await removeMilestone(tools, member, id)).code).toBe('not-allowed');
    const chair = await actorOf(tools, 'askeladden');
    expect(doneOf(await addMilestone(tools, chair, wanted)).number).toBe(2);
  });

  test('of another network does not exist', async () => {
    const other = 'another-forum' as NetworkId;
    await tools.store.batch(networkPartition(other), [
      networks.create('network', { ...castDocuments(other).network, name: 'Et annet' }),
    ]);
    const { id } = doneOf(await add());
    const kari = await actorOf(tools, 'kari');
    const stranger = { ...kari, network: { ...kari.network, id: other } };
    expect(refusalOf(await changeMilestone(tools, stranger, id, wanted)).code).toBe('no-milestone');
    expect(refusalOf(await removeMilestone(tools, stranger, id)).code).toBe('no-milestone');
    expect(await milestoneNumbered(tools, other, 1)).toBeUndefined();
  });

  test('a year has room for so many', async () => {
    for (let count = 0; count < mostInYear; count += 1) doneOf(await add({ title: `Nr. ${count}` }));
    expect(refusalOf(await add())).toMatchObject({ code: 'year-full', year: 2027 });
    const later = doneOf(await add({ on: '1. februar 2028' }));
    expect(later.number).toBe(mostInYear + 1);
    const kari = await actorOf(tools, 'kari');
    const moved = await changeMilestone(tools, kari, later.id, { ...wanted, on: '1. februar 2027' });
    expect(refusalOf(moved)).toEqual({ code: 'year-full', year: 2027, most: mostInYear });
    const [within] = await inYear();
    if (!within) throw new Error('No milestone');
    expect(doneOf(await changeMilestone(tools, kari, within.id, { ...wanted, on: '1. mars 2027' })).on).toBe(
      '2027-03-01',
    );
  });
});

describe('the channels', () => {
  test('get a new posting each time, in every channel that is there then', async () => {
    const { id } = doneOf(await add());
    await at('2027-01-18T08:00:00.000Z');
    expect(await posted(id)).toHaveLength(3);
    await sendAll(id);
    const [lost] = await channelLinks.all(tools.store, networkPartition(castNetwork.id));
    if (!lost) throw new Error('No channel');
    await tools.store.batch(lost.partition, [
      channelLinks.replace(lost, { ...lost.value, lostAt: tools.world.clock.now() }),
    ]);
    await at('2027-01-25T08:00:00.000Z');
    const again = (await posted(id)).filter(({ state }) => state === 'due');
    expect(again.map(({ owedAt }) => owedAt)).toEqual(Array(2).fill('2027-01-25T08:00:00.000Z'));
    await sendAll(id);
    await at('2027-02-01T12:00:00.000Z');
    expect((await posted(id)).filter(({ state }) => state === 'due')).toEqual([]);
  });

  test('get one, not two, after some days without anybody to post', async () => {
    const { id } = doneOf(await add());
    await at('2027-01-25T07:30:00.000Z');
    await sendAll(id);
    await at('2027-01-25T08:00:00.000Z');
    expect((await posted(id)).map(({ state, owedAt }) => [state, owedAt])).toEqual(
      Array(3).fill(['sent', '2027-01-25T07:30:00.000Z']),
    );
  });

  test('by the hundred get it once each, though the process dies between', async () => {
    const { id } = doneOf(await add());
    const [link] = await channelLinks.all(tools.store, networkPartition(castNetwork.id));
    if (!link) throw new Error('No channel');
    for (let block = 0; block < 4; block += 1) {
      const more = Array.from({ length: 50 }, (_, at) => `test|extra|${block * 50 + at}` as ChannelKey);
      await tools.store.batch(
        networkPartition(castNetwork.id),
        more.map(key => channelLinks.create(key, { ...link.value, key })),
      );
    }
    tools.world.clock.set('2027-01-18T08:00:00.000Z');
    for (const last of [2, 1, 2]) await remindOnSchedule({ ...tools, store: cutOff(tools.store, last) });
    await remindOnSchedule(tools);
    const all = await posted(id);
    expect(all).toHaveLength(203);
    expect(new Set(all.map(each => each.id)).size).toBe(203);
    expect(await scheduleOf(id)).toMatchObject({ dueAt: '2027-01-25T08:00:00.000Z' });
  });
});

describe('a milestone that is changed', () => {
  test('is told of by its new day, and what is posted is redrawn', async () => {
    const { id } = doneOf(await add());
    tools.world.clock.set('2027-01-19T09:00:00.000Z');
    const change = { ...wanted, title: 'Ny frist', on: '15. februar 2027' };
    const changed = doneOf(await changeMilestone(tools, await actorOf(tools, 'kari'), id, change));
    expect(changed).toMatchObject({ number: 1, title: 'Ny frist', on: '2027-02-15' });
    expect(await scheduleOf(id)).toMatchObject({ dueAt: '2027-02-01T08:00:00.000Z' });
    expect(await redraws.all(tools.store, milestonePartition(id))).toHaveLength(1);
  });

  test('to what it is, is left as it is', async () => {
    const { id } = doneOf(await add());
    const before = await milestones.get(tools.store, milestonePartition(id), 'milestone');
    doneOf(await changeMilestone(tools, await actorOf(tools, 'kari'), id, wanted));
    expect(await milestones.get(tools.store, milestonePartition(id), 'milestone')).toEqual(before);
  });
});

describe('a milestone that is removed', () => {
  test('is told of no more, stands in no year, and its postings say so', async () => {
    const { id } = doneOf(await add());
    await at('2027-01-18T08:00:00.000Z');
    doneOf(await removeMilestone(tools, await actorOf(tools, 'kari'), id));
    doneOf(await removeMilestone(tools, await actorOf(tools, 'kari'), id));
    expect(await inYear()).toEqual([]);
    expect(await scheduleOf(id)).toBeUndefined();
    const drawing = await drawMilestone(tools, id);
    expect(JSON.stringify(drawing?.write(speak('nb', castNetwork.zone)))).toContain('Tatt ut av årshjulet');
    expect(await redraws.all(tools.store, milestonePartition(id))).toHaveLength(1);
    expect(refusalOf(await changeMilestone(tools, await actorOf(tools, 'kari'), id, wanted)).code).toBe('no-milestone');
    expect(doneOf(await add()).number).toBe(2);
  });
});

describe('the next year', () => {
  const propose = async (source: 'lastYear' | 'standard', year = 2028) =>
    proposeMilestones(tools, await actorOf(tools, 'kari'), { year, source, titles });
  const accept = async (keys: readonly string[], source: 'lastYear' | 'standard' = 'lastYear', request?: string) =>
    acceptMilestones(tools, await actorOf(tools, 'kari', request), { year: 2028, source, titles, keys });

  test('is proposed from this one, on work days, and only what is chosen is added', async () => {
    doneOf(await add({ title: 'Rapport', on: '15.1.2027', note: 'Kort.' }));
    doneOf(await add());
    doneOf(await add({ title: 'Nasjonaldagen', on: '17.5.2027' }));
    const proposals = doneOf(await propose('lastYear'));
    expect(proposals.map(({ planned, content }) => [content.title, planned, content.on])).toEqual([
      ['Rapport', '2028-01-15', '2028-01-14'],
      ['Frist for behovsmelding', '2028-02-01', '2028-02-01'],
      ['Nasjonaldagen', '2028-05-17', '2028-05-16'],
    ]);
    const keys = proposals.slice(0, 2).map(({ key }) => key);
    const added = doneOf(await accept([...keys, 'unknown'], 'lastYear', 'the request'));
    expect(added).toHaveLength(2);
    expect(await inYear(2028)).toEqual([
      expect.objectContaining({ title: 'Rapport', on: '2028-01-14', leadDays: [14, 7], note: 'Kort.', number: 4 }),
      expect.objectContaining({ title: 'Frist for behovsmelding', on: '2028-02-01', number: 5 }),
    ]);
    expect(await scheduleOf(added[0]?.id ?? ('' as MilestoneId))).toMatchObject({ dueAt: '2027-12-30T08:00:00.000Z' });
    expect(doneOf(await accept(keys, 'lastYear', 'the request')).map(({ id }) => id)).toEqual(
      added.map(({ id }) => id),
    );
    expect(await inYear(2028)).toHaveLength(2);
    expect(doneOf(await propose('lastYear')).map(({ content }) => content.title)).toEqual(['Nasjonaldagen']);
  });

  test('begins from the standard cycle, once', async () => {
    const proposals = doneOf(await propose('standard'));
    expect(proposals).toHaveLength(5);
    const keys = proposals.map(({ key }) => key);
    expect(doneOf(await accept(keys, 'standard'))).toHaveLength(5);
    expect(refusalOf(await propose('standard'))).toMatchObject({ code: 'nothing-to-propose', source: 'standard' });
    expect(refusalOf(await propose('lastYear'))).toMatchObject({ code: 'nothing-to-propose', year: 2028 });
  });

  test('leap day becomes the 28th, and New Year’s Day stays in its year', async () => {
    doneOf(await add({ title: 'Skuddår', on: '29. februar 2028' }));
    doneOf(await add({ title: 'Nyttår', on: '1. januar 2028' }));
    const proposals = doneOf(await propose('lastYear', 2029));
    expect(proposals.map(({ content }) => content.on)).toEqual(['2029-01-01', '2029-02-28']);
  });

  test('cut off half way is finished by the repeat, each added once', async () => {
    const keys = doneOf(await propose('standard')).map(({ key }) => key);
    const actor = await actorOf(tools, 'kari', 'the request');
    const cut = { ...tools, store: cutOff(tools.store, 4) };
    await expect(acceptMilestones(cut, actor, { year: 2028, source: 'standard', titles, keys })).rejects.toThrow();
    doneOf(await accept(keys, 'standard', 'the request'));
    const all = await inYear(2028);
    expect(all.map(({ number }) => number).toSorted()).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(all.map(({ title }) => title)).size).toBe(5);
  });
});
