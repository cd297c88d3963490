/** What no sequence of deeds in two processes can bring about: a gap, a number given twice, a number changed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { acceptCase } from '../../../src/features/meetings/accept-case.ts';
import { type CaseId, caseNumberText } from '../../../src/features/meetings/case.ts';
import { readAgenda } from '../../../src/features/meetings/case-store.ts';
import type { MeetingId } from '../../../src/features/meetings/meeting.ts';
import { orderAgenda } from '../../../src/features/meetings/order-agenda.ts';
import { proposeMeeting } from '../../../src/features/meetings/propose-meeting.ts';
import { sendAgenda } from '../../../src/features/meetings/send-agenda.ts';
import { settleMeeting } from '../../../src/features/meetings/settle-meeting.ts';
import { startMeeting } from '../../../src/features/meetings/start-meeting.ts';
import { suggestCase } from '../../../src/features/meetings/suggest-case.ts';
import { withdrawCase } from '../../../src/features/meetings/withdraw-case.ts';
import type { NetworkId } from '../../../src/features/networks/network.ts';
import { actorOf, seatForum, type TestTools, testTools } from '../../cast.ts';
import { doneOf } from '../polls/poll-room.ts';
import { plainCase } from './agenda-room.ts';
import { first, newMeeting } from './meeting-room.ts';

/** A deed as data, so that a failing sequence reads as a story: in one of two meetings, to a case by its place. */
type Deed = {
  readonly do: 'suggest' | 'put up' | 'accept' | 'withdraw' | 'send' | 'start' | 'order';
  readonly meeting: number;
  readonly case: number;
};

const does = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('suggest' as const, 'put up' as const) },
  { weight: 2, arbitrary: fc.constantFrom('accept' as const, 'withdraw' as const, 'send' as const) },
  { weight: 1, arbitrary: fc.constantFrom('start' as const, 'order' as const) },
);
const deed: fc.Arbitrary<Deed> = fc.record({ do: does, meeting: fc.nat(1), case: fc.nat(6) });

let folder: string;
let processes: readonly [TestTools, TestTools];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laget-numbers-'));
  const one = testTools(folder);
  processes = [one, testTools(folder, one.world.clock)];
});
afterEach(async () => {
  await Promise.all(processes.map(({ store }) => store.close()));
  await rm(folder, { recursive: true });
});

test('numbers run without gaps or repeats, and none is ever changed', async () => {
  const [one, two] = processes;
  let runs = 0;
  const pairs = fc.array(fc.tuple(deed, deed), { minLength: 2, maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(pairs, async each => {
      runs += 1;
      const network = `network-${runs}` as NetworkId;
      await seatForum(one, network);
      const meetings = [await settledIn(network), await settledIn(network)] as const;
      let before = new Map<CaseId, string>();
      for (const [here, there] of each) {
        await Promise.all([doDeed(one, network, meetings, here), doDeed(two, network, meetings, there)]);
        const after = await numbersOf(meetings);
        for (const [id, number] of before) expect(after.get(id)).toBe(number);
        before = after;
      }
      const given = [...before.values()].map(Number.parseFloat).toSorted((a, b) => a - b);
      expect(given).toEqual(given.map((_, at) => at + 1));
    }),
    { numRuns: 100 },
  );
}, 180_000);

async function settledIn(network: NetworkId): Promise<MeetingId> {
  const [one] = processes;
  const kari = () => actorOf(one, 'kari', undefined, network);
  const { id: meetingId } = doneOf(await proposeMeeting(one, await kari(), newMeeting)).value;
  doneOf(await settleMeeting(one, await kari(), { meetingId, timeId: first }));
  return meetingId;
}

/** As another process reads them: `4/27`. */
async function numbersOf(meetings: readonly MeetingId[]): Promise<Map<CaseId, string>> {
  const kept = await Promise.all(meetings.map(id => readAgenda(processes[1], id)));
  const all = kept.flatMap(each => each?.cases ?? []).map(({ value }) => value);
  return new Map(all.flatMap(({ id, number }) => (number ? [[id, caseNumberText(number)] as const] : [])));
}

async function doDeed(
  tools: TestTools,
  network: NetworkId,
  meetings: readonly MeetingId[],
  { do: what, meeting, case: place }: Deed,
): Promise<unknown> {
  const id = meetings[meeting] as MeetingId;
  const kari = await actorOf(tools, 'kari', undefined, network);
  const each = (await readAgenda(tools, id))?.cases[place]?.value.id;
  switch (what) {
    case 'suggest':
      return suggestCase(tools, await actorOf(tools, 'pål', undefined, network), id, plainCase);
    case 'put up':
      return suggestCase(tools, kari, id, plainCase);
    case 'accept':
      return each && acceptCase(tools, kari, id, each);
    case 'withdraw':
      return each && withdrawCase(tools, kari, id, each);
    case 'send':
      return sendAgenda(tools, kari, id);
    case 'start':
      return startMeeting(tools, kari, id);
    case 'order':
      return orderAgenda(tools, kari, id, '2 1');
  }
}
