/** A form that was refused is shown again with what was filled in, to those who may send it and to nobody else. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { formAgain } from '../../src/bot/form-again.ts';
import type { CaseId } from '../../src/features/meetings/case.ts';
import type { MeetingId } from '../../src/features/meetings/meeting.ts';
import type { IdentityKey } from '../../src/features/networks/network.ts';
import type { Refusal } from '../../src/texts/refusal.ts';
import { identityOf, seatForum, type TestTools, testTools } from '../cast.ts';
import { end, sendOut, underWay } from '../features/meetings/agenda-room.ts';
import { propose, settled } from '../features/meetings/meeting-room.ts';
import { doneOf } from '../features/polls/poll-room.ts';
import { askingAs } from './bot-room.ts';

let tools: TestTools;

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
});
afterEach(() => tools.store.close());

async function again(identity: IdentityKey, payload: Readonly<Record<string, unknown>>, field: string) {
  const asking = askingAs('kari', tools);
  const refusal: Refusal = { code: 'invalid', fields: [{ field, problem: 'invalid' }] };
  const shown = await formAgain({ ...asking, from: { ...asking.from, identity, canOpenForm: true } }, payload, refusal);
  return shown?.form;
}

/** What is typed in one field, what is wrong in the same, and the form that has both. */
async function expectKept(payload: Readonly<Record<string, unknown>>, field: string): Promise<void> {
  const form = await again(identityOf('kari'), payload, field);
  const found = form?.fields.find(({ name }) => name === field);
  expect(found).toMatchObject({ value: payload[field], error: expect.any(String) });
  expect(await again('test|kommunene|stranger' as IdentityKey, payload, field)).toBeUndefined();
}

const words = 'Det som er skrevet';

describe('of a meeting', () => {
  test.each(['meeting.move', 'meeting.cancel'])('%s', async type => {
    const meeting = await settled(tools);
    await expectKept({ type, meeting, reason: words }, 'reason');
  });

  test('meeting.settle', async () => {
    const meeting = await propose(tools);
    await expectKept({ type: 'meeting.settle', meeting, time: 't1', reason: words }, 'reason');
  });

  test.each(['meeting.find', 'meeting.series-preview'])('%s', async type => {
    await expectKept({ type, firstDay: '2027-02-02', lastDay: '2027-03-15' }, 'lastDay');
  });
});

describe('of an agenda, a meeting under way and its minutes', () => {
  let id: MeetingId;
  let a: CaseId;

  beforeEach(async () => {
    [id, a] = (await underWay(tools, 'a')) as [MeetingId, CaseId];
  });

  test.each([
    ['case.suggest', { title: words }, 'title'],
    ['case.edit', { seen: 0, title: words }, 'title'],
    ['agenda.order', { order: '1 1' }, 'order'],
    ['agenda.send', { reason: words }, 'reason'],
    ['case.conclude', { seen: 0, conclusion: words }, 'conclusion'],
  ])('%s', async (type, typed, field) => {
    await expectKept({ type, meeting: id, case: a, ...typed }, field);
  });

  test.each([
    ['minutes.correct', { seen: 0, conclusion: words }, 'conclusion'],
    ['minutes.comment', { comment: words }, 'comment'],
    ['minutes.approve', { reason: words }, 'reason'],
  ])('%s', async (type, typed, field) => {
    doneOf(await end(tools, id));
    doneOf(await sendOut(tools, id));
    await expectKept({ type, meeting: id, case: a, ...typed }, field);
  });
});

test('what is wrong with something the form does not ask for is not shown in it', async () => {
  const asking = askingAs('kari', tools);
  const payload = { type: 'poll.open', question: words };
  const refusal: Refusal = { code: 'invalid', fields: [{ field: 'elsewhere', problem: 'invalid' }] };
  expect(await formAgain({ ...asking, from: { ...asking.from, canOpenForm: true } }, payload, refusal)).toBeUndefined();
});
