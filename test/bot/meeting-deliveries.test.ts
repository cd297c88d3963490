/** What a meeting owes people, written at the moment it is sent: nothing that is no longer so, and nothing twice. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Delivery, deliveries, placeKey } from '../../src/delivery/delivery.ts';
import { oweAgreedSendings, sendings } from '../../src/delivery/sending.ts';
import type { MeetingId } from '../../src/features/meetings/meeting.ts';
import { latestMeetings, meetingPartition } from '../../src/features/meetings/meeting-store.ts';
import { seriesPartition } from '../../src/features/meetings/series-store.ts';
import { networkPartition, seats } from '../../src/features/networks/network-store.ts';
import { type Instant, later } from '../../src/world.ts';
import {
  actorOf,
  castMemberId,
  castNetwork,
  castPeople,
  castSeatId,
  seatForum,
  type TestTools,
  testTools,
} from '../cast.ts';
import {
  agreeToSeries,
  answer,
  attend,
  cancel,
  move,
  propose,
  settle,
  settled,
} from '../features/meetings/meeting-room.ts';
import { doneOf } from '../features/polls/poll-room.ts';
import { becomes, canBeWrittenTo, type TestPlatform, testPlatform, ticking } from './bot-room.ts';

let tools: TestTools;
let chat: TestPlatform;
let mail: TestPlatform;
let tick: () => Promise<void>;

beforeEach(async () => {
  tools = testTools();
  [chat, mail] = [testPlatform('test'), testPlatform('mail', true)];
  tick = ticking(tools, chat, mail);
  await seatForum(tools);
  await canBeWrittenTo(tools, 'mikkel', 'mikkel');
  await canBeWrittenTo(tools, 'bamse', 'bamse');
});
afterEach(() => tools.store.close());

async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    await tick();
    tools.world.clock.advance(1000);
  }
}

/** Whoever leads has seen it, and says yes. */
async function agree(id: MeetingId): Promise<void> {
  await agreeIn(meetingPartition(id));
}

async function agreeIn(partition: string): Promise<void> {
  for (const kept of await sendings.all(tools.store, partition)) {
    if (kept.value.state !== 'shown') continue;
    const dueAt = tools.world.clock.now();
    await tools.store.batch(partition, [sendings.replace(kept, { ...kept.value, state: 'agreed', dueAt })]);
  }
}

const toldTo = (address: string) =>
  [...chat.asked, ...mail.asked].filter(({ how, to }) => how === 'told' && to === address).map(({ text }) => text);
const titles = (address: string) => toldTo(address).map(text => text.split('\n')[0]);
const statesOf = async (id: MeetingId, kind: string): Promise<readonly Delivery['state'][]> =>
  (await deliveries.all(tools.store, meetingPartition(id)))
    .map(({ value }) => value)
    .filter(({ message }) => message.kind === kind)
    .map(({ state }) => state);

describe('a seat nobody can come for', () => {
  test('is told whoever leads, with what it does to its group; nothing when somebody comes after all', async () => {
    await canBeWrittenTo(tools, 'kari', 'kari');
    const id = await settled(tools);
    await attend(tools, id, 'herreper', 'notComing');
    await attend(tools, id, 'pål', 'notComing');
    await attend(tools, id, 'smørbukk', 'notComing');
    await attend(tools, id, 'smørbukk', 'coming');
    await pass(5);
    expect(titles('kari')).toEqual([
      'Ingen kommer for plass 10 (KS Nord-Norge)',
      'Ingen kommer for plass 2 (Harstad kommune)',
    ]);
    const [missing, weak] = toldTo('kari');
    expect(missing).toContain('KS: gruppa blir ikke representert. Minst 1 må komme.');
    expect(weak).toContain('Offentlig eier: gruppa blir representert bare om flere kommer. 0 kommer, og minst 1 må.');
    expect(missing).toContain(`Møte 1 i ${castNetwork.name}`);
    expect(await statesOf(id, 'meeting-empty-seat')).toContain('unneeded');
  });
});

describe('an invitation', () => {
  test('goes by e-mail with its calendar file to one without an account', async () => {
    const id = await settled(tools);
    await agree(id);
    await pass(5);
    const [invitation] = mail.asked.filter(({ to }) => to === castPeople.åse.email);
    expect(invitation?.text).toContain('Innkalling: Styringsmøte');
    expect(invitation?.outgoing?.calendar).toMatchObject({ method: 'REQUEST' });
    expect(invitation?.outgoing?.calendar?.content).toContain('METHOD:REQUEST');
    expect(invitation?.outgoing?.calendar?.content).not.toContain('chatten');
  });

  test('asks those who speak for a seat whether they come, and nobody else', async () => {
    const id = await settled(tools);
    await agree(id);
    await pass(5);
    expect(toldTo('mikkel')[0]).toContain('Kommer du? Det gjelder plass 12 (Utdanningsforbundet).');
    expect(toldTo('mikkel')[0]).toContain(`Møte 1 i ${castNetwork.name}`);
    expect(toldTo(castPeople.nordavinden.email)[0]).toContain('Innkalling');
    expect(toldTo(castPeople.nordavinden.email)[0]).not.toContain('Kommer du?');
  });

  test('that could not be sent before the meeting was cancelled is not sent, nor its cancellation', async () => {
    const id = await settled(tools);
    await agree(id);
    for (const each of [chat, mail]) each.answers(() => ({ kind: 'throttled', retryAfterMs: 60_000 }));
    await pass(2);
    doneOf(await cancel(tools, id));
    await agree(id);
    for (const each of [chat, mail]) {
      each.asked.length = 0;
      each.answers(() => ({ kind: 'sent', ref: 'ref' }));
    }
    await pass(70);
    expect(titles('mikkel')).toEqual([]);
    expect(new Set(await statesOf(id, 'meeting-invitation'))).toEqual(new Set(['unneeded']));
    expect(new Set(await statesOf(id, 'meeting-cancelled'))).toEqual(new Set(['unneeded']));
  });

  test('that another run is about to send is followed by the cancellation', async () => {
    const id = await settled(tools);
    await agree(id);
    await oweAgreedSendings(tools);
    const mine = (await deliveries.all(tools.store, meetingPartition(id))).find(
      ({ value }) => value.message.kind === 'meeting-invitation' && placeKey(value.to) === castMemberId('mikkel'),
    );
    if (!mine) throw new Error('No invitation');
    const inAMinute = later(tools.world.clock.now(), 60_000);
    await tools.store.batch(mine.partition, [deliveries.replace(mine, { ...mine.value, dueAt: inAMinute })]);
    doneOf(await cancel(tools, id));
    await agree(id);
    await pass(5);
    expect(titles('mikkel')).toEqual([]);
    const waiting = await deliveries.get(tools.store, mine.partition, mine.id);
    if (!waiting) throw new Error('No invitation');
    const gone: Delivery = { ...waiting.value, state: 'sent', dueAt: undefined };
    await tools.store.batch(waiting.partition, [deliveries.replace(waiting, gone)]);
    await pass(70);
    expect(titles('mikkel')).toEqual(['Avlyst: Styringsmøte']);
  });

  test('that was sent is followed by the cancellation, which takes it out of the calendar', async () => {
    const id = await settled(tools);
    await agree(id);
    await pass(5);
    doneOf(await cancel(tools, id));
    await agree(id);
    await pass(5);
    expect(titles('mikkel')).toEqual(['Innkalling: Styringsmøte', 'Avlyst: Styringsmøte']);
    const last = mail.asked.findLast(({ to }) => to === castPeople.åse.email);
    expect(last?.text).toContain(`Møte 1 i ${castNetwork.name}`);
    expect(last?.text).toContain('Ta ut av kalenderen');
    expect(last?.text).not.toContain('Legg i kalenderen');
    expect(last?.outgoing?.calendar).toMatchObject({ method: 'CANCEL' });
    expect(last?.outgoing?.calendar?.content).toContain('SEQUENCE:1');
  });

  test('that nobody sent before the meeting was moved is no move to those it reaches', async () => {
    const id = await settled(tools);
    doneOf(await move(tools, id, '9. mars 2027 kl. 10–12'));
    await agree(id);
    await pass(5);
    expect(titles('mikkel')).toEqual(['Innkalling: Styringsmøte']);
    expect(toldTo('mikkel')[0]).toContain('tirsdag 9. mars 2027');
  });

  test('of a time that was moved meanwhile is not sent: the new time is', async () => {
    const id = await settled(tools);
    await agree(id);
    for (const each of [chat, mail]) each.answers(() => ({ kind: 'throttled', retryAfterMs: 60_000 }));
    await pass(2);
    doneOf(await move(tools, id, '9. mars 2027 kl. 10–12'));
    await agree(id);
    for (const each of [chat, mail]) {
      each.asked.length = 0;
      each.answers(() => ({ kind: 'sent', ref: 'ref' }));
    }
    await pass(70);
    expect(titles('mikkel')).toEqual(['Flyttet: Styringsmøte']);
    expect(toldTo('mikkel')[0]).toContain('tirsdag 9. mars 2027 kl. 10.00–12.00, uke 10');
  });
});

describe('the question of times, to one who is in no channel', () => {
  const åse = castPeople.åse.email;
  const question = 'Når kan dere? Styringsmøte';

  test('goes by e-mail, with the network, the seat, the times and until when', async () => {
    await propose(tools);
    await pass(3);
    expect(titles(åse)).toEqual([question]);
    const [words = ''] = toldTo(åse);
    for (const each of [
      `Møte 1 i ${castNetwork.name}`,
      'Du svarer for plass 7 (Soria Moria barnehager).',
      '1 · tirsdag 2. mars 2027 kl. 10.00–11.30, uke 9',
      'Svar innen mandag 1. februar 2027',
      '[Svar …] [Alle tidene passer]',
    ]) {
      expect(words).toContain(each);
    }
  });

  test.each<[string, (id: MeetingId) => Promise<{ readonly ok: boolean }>]>([
    ['the meeting has been settled', id => settle(tools, id)],
    ['the meeting has been cancelled', id => cancel(tools, id)],
    ['somebody has answered for the seat', id => answer(tools, id, 'mikkel', { t1: 'yes', t2: 'no', t3: 'no' })],
  ])('is not sent when %s', async (_, happens) => {
    const partition = networkPartition(castNetwork.id);
    const seat = await seats.get(tools.store, partition, castSeatId(7));
    if (!seat) throw new Error('No such seat');
    const deputyIds = [castMemberId('mikkel')];
    await tools.store.batch(partition, [seats.replace(seat, { ...seat.value, deputyIds })]);
    const other = await seats.get(tools.store, partition, castSeatId(12));
    if (!other) throw new Error('No such seat');
    await tools.store.batch(partition, [seats.replace(other, { ...other.value, holderId: undefined })]);
    expect(await happens(await propose(tools))).toMatchObject({ ok: true });
    await pass(3);
    expect(titles(åse)).toEqual([]);
  });

  test('is followed by reminders like everybody’s, each once', async () => {
    await propose(tools);
    await pass(3);
    for (const [day, times] of [
      ['2027-01-18', 2],
      ['2027-01-25', 3],
    ] as const) {
      tools.world.clock.set(`${day}T08:00:01.000Z`);
      await pass(3);
      expect(titles(åse)).toEqual(Array.from({ length: times }, () => question));
    }
  });

  test('that only now was agreed to is not sent to one who has been reminded, nor are they reminded just after it', async () => {
    for (const key of ['pål', 'mikkel', 'huldra', 'nøkken', 'smørbukk'] as const) {
      await becomes(tools, key, { identities: [] });
    }
    const [early, late] = [await propose(tools), await propose(tools)];
    tools.world.clock.set('2027-01-18T07:59:50.000Z');
    await agree(late);
    await pass(3);
    expect(titles(åse)).toHaveLength(1);
    tools.world.clock.set('2027-01-18T08:00:01.000Z');
    await pass(3);
    await agree(early);
    await pass(3);
    expect(titles(åse)).toHaveLength(2);
  });
});

describe('a deputy', () => {
  test('is asked only as long as nobody comes', async () => {
    const id = await settled(tools);
    await attend(tools, id, 'mikkel', 'notComing');
    await attend(tools, id, 'mikkel', 'coming');
    await pass(3);
    expect(titles('bamse')).toEqual([]);
    await attend(tools, id, 'mikkel', 'notComing');
    await pass(3);
    expect(titles('bamse')).toEqual(['Kan du møte som vara? Styringsmøte']);
    await attend(tools, id, 'bamse', 'coming');
    await attend(tools, id, 'mikkel', 'coming');
    await pass(3);
    expect(titles('bamse')).toEqual(['Kan du møte som vara? Styringsmøte', 'Du trengs ikke som vara: Styringsmøte']);
  });
});

describe('reminders', () => {
  test('to say whether they come go to those who were told and have not, and end with the meeting', async () => {
    const id = await settled(tools);
    await agree(id);
    await pass(5);
    await attend(tools, id, 'mikkel', 'coming');
    tools.world.clock.set('2027-02-16T08:00:00.000Z');
    await pass(3);
    const again = 'Kommer du? Styringsmøte';
    expect(titles('mikkel')).not.toContain(again);
    expect(titles(castPeople.åse.email).filter(title => title === again)).toHaveLength(1);
    expect(titles(castPeople.kari.email)).not.toContain(again);
    tools.world.clock.set('2027-03-02T10:00:00.000Z');
    await pass(3);
    expect(titles(castPeople.åse.email).filter(title => title === again)).toHaveLength(1);
  });
});

describe('a recurring meeting', () => {
  const series = {
    title: 'Nettverksmøte',
    pattern: 'second',
    weekday: 'tuesday',
    firstDay: '2027-01-01',
    lastDay: '2027-06-30',
    starts: '09:00',
    minutes: 120,
  } as const;

  test('is invited to when it is near: a new holder too, nobody twice, and its card is posted then', async () => {
    const list = doneOf(await agreeToSeries(tools, await actorOf(tools, 'kari'), series));
    await agreeIn(seriesPartition(list.series.id));
    const [, far] = (await latestMeetings(tools, castNetwork.id, 9)).map(({ value }) => value).toReversed();
    if (!far) throw new Error('No meeting');
    await pass(3);
    expect(titles('mikkel')).toEqual(['Nettverksmøte: datoene framover']);
    tools.world.clock.set('2027-02-05T08:00:00.000Z' as Instant);
    await pass(5);
    const isOf = (text: string) => text.includes('tirsdag 9. mars 2027');
    expect(toldTo('mikkel').filter(text => isOf(text) && text.startsWith('Innkalling'))).toHaveLength(1);
    expect(chat.asked.filter(({ how, text }) => how === 'posted' && isOf(text))).toHaveLength(3);
    tools.world.clock.set('2027-02-16T08:00:00.000Z' as Instant);
    await pass(5);
    expect(toldTo('mikkel').filter(text => isOf(text) && text.startsWith('Innkalling'))).toHaveLength(1);
    expect(chat.asked.filter(({ how, text }) => how === 'posted' && isOf(text))).toHaveLength(3);
  });
});
