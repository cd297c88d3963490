import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { usualRules } from '../../../src/features/networks/network.ts';
import { networkPartition, networks } from '../../../src/features/networks/network-store.ts';
import { changeGroups, changeRules, ruleNumbers, type WantedRules } from '../../../src/features/year/change-rules.ts';
import { actorOf, castNetwork, seatForum, type TestTools, testTools } from '../../cast.ts';
import { doneOf, refusalOf } from '../polls/poll-room.ts';

let tools: TestTools;
beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
});
afterEach(() => tools.store.close());

const usual: WantedRules = {
  county: 'none',
  breaks: 'kept',
  leadDays: '14, 7, 1',
  remindedAt: '09:00',
  quietFrom: '20:00',
  quietTo: '07:00',
  mostReminders: '4',
  noticeDays: '14',
  papersDays: '7',
  minutesDays: '7',
  commentDays: '7',
  roundOverDays: '7',
};
const change = async (wanted: Partial<WantedRules>) =>
  changeRules(tools, await actorOf(tools, 'kari'), { ...usual, ...wanted });
const rulesNow = async () =>
  (await networks.get(tools.store, networkPartition(castNetwork.id), 'network'))?.value.rules;

describe('a network’s rules', () => {
  test('filled in as they are stay as they are', async () => {
    doneOf(await change({}));
    expect(await rulesNow()).toEqual(usualRules);
  });

  test('are changed whole, and the county can be taken out again', async () => {
    doneOf(
      await change({ county: '55', breaks: 'used', leadDays: '3 dager før', remindedAt: '13:30', noticeDays: '21' }),
    );
    expect(await rulesNow()).toEqual({
      ...usualRules,
      county: '55',
      isMovedOffSchoolBreaks: false,
      reminderLeadDays: [3],
      remindedAt: '13:30',
      noticeDays: 21,
    });
    doneOf(await change({}));
    expect(await rulesNow()).toEqual(usualRules);
  });

  test('have quiet hours over midnight, by day, or none', async () => {
    for (const [quietFrom, quietTo, remindedAt] of [
      ['12:00', '13:00', '13:00'],
      ['00:00', '00:00', '03:00'],
      ['22:00', '06:00', '21:59'],
    ] as const) {
      expect(doneOf(await change({ quietFrom, quietTo, remindedAt })).rules.quiet).toEqual({
        from: quietFrom,
        to: quietTo,
      });
    }
  });

  test.each([
    [{ county: '99' }, { code: 'no-such-county', field: 'county' }],
    [{ leadDays: 'i god tid' }, { code: 'bad-lead-days', field: 'leadDays' }],
    [{ remindedAt: '20:00' }, { code: 'reminded-in-quiet', field: 'remindedAt', from: '20:00', to: '07:00' }],
    [{ remindedAt: '06:59' }, { code: 'reminded-in-quiet', field: 'remindedAt', from: '20:00', to: '07:00' }],
    [{ noticeDays: 'fjorten' }, { code: 'not-in-range', field: 'noticeDays', least: 0, most: 90 }],
    [{ noticeDays: '-1' }, { code: 'not-in-range', field: 'noticeDays', ...ruleNumbers.noticeDays }],
    [{ mostReminders: '0' }, { code: 'not-in-range', field: 'mostReminders', ...ruleNumbers.mostReminders }],
    [{ commentDays: '7.5' }, { code: 'not-in-range', field: 'commentDays', ...ruleNumbers.commentDays }],
    [{ minutesDays: '1000' }, { code: 'not-in-range', field: 'minutesDays', ...ruleNumbers.minutesDays }],
  ])('with %j are refused at the field, and left as they were', async (wanted, refusal) => {
    expect(refusalOf(await change(wanted))).toEqual(refusal);
    expect(await rulesNow()).toEqual(usualRules);
  });

  test('are for coordinator and chair to change', async () => {
    const member = await actorOf(tools, 'huldra');
    expect(refusalOf(await changeRules(tools, member, usual)).code).toBe('not-allowed');
    expect(refusalOf(await changeGroups(tools, member, { publicOwner: '2' })).code).toBe('not-allowed');
  });

  test('say how many of each group must come; a group that is not named is left as it was', async () => {
    const kari = await actorOf(tools, 'kari');
    doneOf(await changeGroups(tools, kari, { publicOwner: '3', epsNorth: '0' }));
    doneOf(await changeGroups(tools, kari, { publicOwner: '2' }));
    expect((await rulesNow())?.fewestOfGroup).toEqual({ publicOwner: 2, epsNorth: 0 });
    expect(refusalOf(await changeGroups(tools, kari, { publicOwner: 'alle' }))).toEqual({
      code: 'not-in-range',
      field: 'publicOwner',
      least: 0,
      most: 99,
    });
  });

  test('changed by two at once are both heard', async () => {
    const kari = await actorOf(tools, 'kari');
    const chair = await actorOf(tools, 'askeladden');
    await Promise.all([
      changeRules(tools, kari, { ...usual, county: '55' }),
      changeGroups(tools, chair, { statped: '0' }),
    ]);
    expect(await rulesNow()).toMatchObject({ county: '55', fewestOfGroup: { statped: 0 } });
  });
});
