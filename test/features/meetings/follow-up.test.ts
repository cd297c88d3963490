import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { schedules } from '../../../src/delivery/schedule.ts';
import type { CaseId } from '../../../src/features/meetings/case.ts';
import type { FollowUpId } from '../../../src/features/meetings/case-conclusion.ts';
import { closeFollowUp } from '../../../src/features/meetings/close-follow-up.ts';
import { carryOutConclusions } from '../../../src/features/meetings/conclude-consequences.ts';
import { isLate } from '../../../src/features/meetings/follow-up.ts';
import { followUpEntries, followUpPartition, openFollowUps } from '../../../src/features/meetings/follow-up-store.ts';
import type { MeetingId } from '../../../src/features/meetings/meeting.ts';
import type { NetworkId } from '../../../src/features/networks/network.ts';
import { members, networkPartition } from '../../../src/features/networks/network-store.ts';
import type { PlainDate } from '../../../src/world.ts';
import { actorOf, type CastKey, castNetwork, cutOff, seatForum, type TestTools, testTools } from '../../cast.ts';
import { doneOf, refusalOf } from '../polls/poll-room.ts';
import { conclude, conclusionsNow, underWay } from './agenda-room.ts';

let tools: TestTools;
let meeting: MeetingId;
let first: CaseId;
let second: CaseId;
const home = networkPartition(castNetwork.id);

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
  [meeting, first, second] = (await underWay(tools, 'a', 'b')) as [MeetingId, CaseId, CaseId];
});
afterEach(() => tools.store.close());

const open = async () =>
  (await openFollowUps(tools, castNetwork.id)).map(({ who, what, dueOn }) => `${who} ${what} ${dueOn}`);
const close = async (id: FollowUpId, who: CastKey, note?: string, request?: string) =>
  closeFollowUp(tools, await actorOf(tools, who, request), id, note);
const onlyOne = async () => (await openFollowUps(tools, castNetwork.id))[0]?.id as FollowUpId;

describe('follow-ups', () => {
  test('come from conclusions, those due first first, those without a day last', async () => {
    doneOf(await conclude(tools, meeting, first, { followUps: 'Kari: uten frist\nPål: sent ; 1. april' }));
    doneOf(await conclude(tools, meeting, second, { followUps: 'Mikkel Rev: tidlig ; 5. mars' }));
    expect(await open()).toEqual([
      'Mikkel Rev tidlig 2027-03-05',
      'Pål Askeland sent 2027-04-01',
      'Kari Trestakk uten frist undefined',
    ]);
  });

  test('a correction keeps those that stand, moves, adds and drops the others', async () => {
    doneOf(await conclude(tools, meeting, first, { followUps: 'Kari: brev ; 4. mars\nPål: ringe ; 5. mars' }));
    const kept = await onlyOne();
    doneOf(await conclude(tools, meeting, first, { followUps: 'Kari: Brev ; 8. mars\nMikkel Rev: skrive' }, 1));
    expect(await open()).toEqual(['Kari Trestakk Brev 2027-03-08', 'Mikkel Rev skrive undefined']);
    expect(await onlyOne()).toBe(kept);
    doneOf(await conclude(tools, meeting, first, { followUps: 'Pål: ringe ; 9. mars' }, 2));
    expect(await open()).toEqual(['Pål Askeland ringe 2027-03-09']);
    expect((await conclusionsNow(tools, meeting)).map(({ followUps }) => followUps.length)).toEqual([2, 2, 1]);
  });

  test('said twice is one', async () => {
    doneOf(await conclude(tools, meeting, first, { followUps: 'Kari: brev ; 5. mars\nKari Trestakk: Brev ; 8. mars' }));
    expect(await open()).toEqual(['Kari Trestakk Brev 2027-03-08']);
  });

  test('are closed by their owner or whoever leads, once, and by nobody else', async () => {
    doneOf(await conclude(tools, meeting, first, { followUps: 'Pål: ringe\nPål: skrive' }));
    const [one, two] = (await openFollowUps(tools, castNetwork.id)).map(({ id }) => id) as [FollowUpId, FollowUpId];
    expect(refusalOf(await close(one, 'mikkel'))).toEqual({ code: 'not-allowed', deed: 'follow-up.close' });
    doneOf(await close(one, 'pål', 'Gjort', 'a request'));
    doneOf(await close(one, 'pål', 'Gjort', 'a request'));
    expect(refusalOf(await close(one, 'kari')).code).toBe('follow-up-closed');
    doneOf(await close(two, 'askeladden'));
    expect(await open()).toEqual([]);
    expect(await tools.store.count(home, followUpEntries.type)).toBe(0);
    expect(refusalOf(await close('none' as FollowUpId, 'kari'))).toEqual({ code: 'no-follow-up' });
  });

  test('of another network do not exist', async () => {
    doneOf(await conclude(tools, meeting, first, { followUps: 'Pål: ringe' }));
    await seatForum(tools, 'other' as NetworkId);
    const stranger = await actorOf(tools, 'kari', 'r', 'other' as NetworkId);
    expect(refusalOf(await closeFollowUp(tools, stranger, await onlyOne()))).toEqual({ code: 'no-follow-up' });
    expect(await openFollowUps(tools, 'other' as NetworkId)).toEqual([]);
  });

  test('stay when their owner has left, for whoever leads to close', async () => {
    doneOf(await conclude(tools, meeting, first, { followUps: 'Pål: ringe ; 5. mars' }));
    await tools.store.batch(home, [{ kind: 'delete', id: 'member-pål' }]);
    expect((await members.all(tools.store, home)).some(({ id }) => id === 'member-pål')).toBe(false);
    expect(await open()).toEqual(['Pål Askeland ringe 2027-03-05']);
    // A correction does not have to name somebody else for what stands.
    doneOf(await conclude(tools, meeting, first, { conclusion: 'Rettet', followUps: 'Pål: ringe ; 5. mars' }, 1));
    doneOf(await close(await onlyOne(), 'kari'));
    expect(await open()).toEqual([]);
  });

  test('are late the day after they were due', () => {
    const followUp = { dueOn: '2027-03-05' as PlainDate } as Parameters<typeof isLate>[0];
    expect([isLate(followUp, '2027-03-05' as PlainDate), isLate(followUp, '2027-03-06' as PlainDate)]).toEqual([
      false,
      true,
    ]);
  });
});

describe('reminders', () => {
  const remindersOf = async (id: FollowUpId) =>
    (await schedules.all(tools.store, followUpPartition(id)))
      .map(({ value }) => [value.message.kind, value.deadline, value.dueAt])
      .toSorted();

  test('stand with the follow-up, move with its day, and end with it', async () => {
    doneOf(await conclude(tools, meeting, first, { followUps: 'Pål: ringe ; 1. april' }));
    const id = await onlyOne();
    expect(await remindersOf(id)).toEqual([
      ['follow-up', '2027-04-01T21:59:59.000Z', '2027-03-18T08:00:00.000Z'],
      ['follow-up-late', '2027-04-29T21:59:59.000Z', '2027-04-02T07:00:00.000Z'],
    ]);
    doneOf(await conclude(tools, meeting, first, { followUps: 'Pål: ringe ; 8. april' }, 1));
    expect((await remindersOf(id)).map(([, deadline]) => deadline)).toEqual([
      '2027-04-08T21:59:59.000Z',
      '2027-05-06T21:59:59.000Z',
    ]);
    doneOf(await close(id, 'pål'));
    expect(await remindersOf(id)).toEqual([]);
  });

  test('are none of what was dropped, or has no day', async () => {
    doneOf(await conclude(tools, meeting, first, { followUps: 'Pål: ringe ; 1. april' }));
    const id = await onlyOne();
    doneOf(await conclude(tools, meeting, first, {}, 1));
    expect(await remindersOf(id)).toEqual([]);
    expect(await open()).toEqual([]);
    doneOf(await conclude(tools, meeting, first, { followUps: 'Pål: ringe' }, 2));
    expect([await remindersOf(id), await open()]).toEqual([[], ['Pål Askeland ringe undefined']]);
  });
});

test.each([2, 3, 4])('cut off at write %i, the follow-ups are there once it is done again', async last => {
  const mortal = { ...tools, store: cutOff(tools.store, last) };
  doneOf(await conclude(mortal, meeting, first, { followUps: 'Pål: ringe ; 1. april' }));
  await carryOutConclusions(tools);
  expect(await open()).toEqual(['Pål Askeland ringe 2027-04-01']);
  await carryOutConclusions(tools);
  expect(await open()).toEqual(['Pål Askeland ringe 2027-04-01']);
});

test.each([1, 2, 3])(
  'what a correction dropped is not made again by a slower process, held up before its read or write %i',
  async at => {
    const { promise: corrected, resolve: go } = Promise.withResolvers<void>();
    const slow = { ...tools, store: heldUp(tools.store, at, corrected) };
    const concluding = conclude(slow, meeting, first, { followUps: 'Pål: ringe ; 1. april' });
    while ((await conclusionsNow(tools, meeting)).length === 0) await new Promise(setImmediate);
    doneOf(await conclude(tools, meeting, first, { followUps: 'Kari: skrive' }, 1));
    go();
    doneOf(await concluding);
    await carryOutConclusions(tools);
    expect(await open()).toEqual(['Kari Trestakk skrive undefined']);
    expect(await tools.store.count(home, followUpEntries.type)).toBe(1);
  },
);

/** Of what is done with follow-ups after their conclusion was read, this and what comes after it waits. */
function heldUp(store: TestTools['store'], at: number, until: Promise<void>): TestTools['store'] {
  let steps = 0;
  const held = async <T>(isFollowUp: boolean, work: () => Promise<T>): Promise<T> => {
    if (isFollowUp) steps += 1;
    if (isFollowUp && steps >= at) await until;
    return work();
  };
  return {
    get: (partition, id) => held(id === 'follow-up', () => store.get(partition, id)),
    batch: (partition, operations) =>
      held(
        operations.some(({ id }) => id.startsWith('follow-up')),
        () => store.batch(partition, operations),
      ),
    query: (...given) => store.query(...given),
    count: (...given) => store.count(...given),
    due: (...given) => store.due(...given),
    close: () => store.close(),
  };
}
