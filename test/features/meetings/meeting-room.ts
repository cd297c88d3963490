/** Meetings of the cast's forum, for tests: shorthand for the workflows, which throw where a test expects done. */
import { deliveries, placeKey } from '../../../src/delivery/delivery.ts';
import { sendings } from '../../../src/delivery/sending.ts';
import { type Availabilities, answerTimes } from '../../../src/features/meetings/answer-times.ts';
import { attendMeeting } from '../../../src/features/meetings/attend-meeting.ts';
import { cancelMeeting } from '../../../src/features/meetings/cancel-meeting.ts';
import { createSeries } from '../../../src/features/meetings/create-series.ts';
import type { AttendanceAnswer, Meeting, MeetingId, TimeId } from '../../../src/features/meetings/meeting.ts';
import { attendances, meetingPartition, meetings, timeAnswers } from '../../../src/features/meetings/meeting-store.ts';
import { moveMeeting } from '../../../src/features/meetings/move-meeting.ts';
import { type NewMeeting, proposeMeeting } from '../../../src/features/meetings/propose-meeting.ts';
import { digestOfTimes, planSeries, type SeriesWanted } from '../../../src/features/meetings/series.ts';
import { settleMeeting } from '../../../src/features/meetings/settle-meeting.ts';
import type { Actor } from '../../../src/features/networks/identify-member.ts';
import type { NetworkId, NetworkRules, SeatId } from '../../../src/features/networks/network.ts';
import { networkPartition, networks } from '../../../src/features/networks/network-store.ts';
import type { Tools } from '../../../src/tools.ts';
import { actorOf, type CastKey, castNetwork } from '../../cast.ts';
import { doneOf } from '../polls/poll-room.ts';

export const newMeeting: NewMeeting = {
  title: 'Styringsmøte',
  place: 'Fylkeshuset',
  times: 'tirsdag 2. mars 2027 kl. 10–11.30\n4. mars 2027 kl 9-11\n9. mars 2027 kl 12-14',
  answersBy: '1. februar 2027',
};

export const [first, second, third] = ['t1', 't2', 't3'] as [TimeId, TimeId, TimeId];

export async function propose(tools: Tools, wanted: NewMeeting = newMeeting): Promise<MeetingId> {
  return doneOf(await proposeMeeting(tools, await actorOf(tools, 'kari'), wanted)).value.id;
}

export async function answer(tools: Tools, meetingId: MeetingId, who: CastKey, answers: Availabilities, seat?: SeatId) {
  return answerTimes(tools, await actorOf(tools, who), { meetingId, answers, seat });
}

export async function settle(tools: Tools, meetingId: MeetingId, timeId: TimeId = first) {
  return settleMeeting(tools, await actorOf(tools, 'kari'), { meetingId, timeId });
}

export async function settled(tools: Tools, wanted: NewMeeting = newMeeting): Promise<MeetingId> {
  const id = await propose(tools, wanted);
  doneOf(await settle(tools, id));
  return id;
}

export async function attend(
  tools: Tools,
  meetingId: MeetingId,
  who: CastKey,
  said: AttendanceAnswer,
  requestKey?: string,
) {
  return attendMeeting(tools, await actorOf(tools, who, requestKey), { meetingId, answer: said });
}

export async function move(tools: Tools, meetingId: MeetingId, when: string, reason?: string) {
  return moveMeeting(tools, await actorOf(tools, 'kari'), { meetingId, when, reason });
}

export async function cancel(tools: Tools, meetingId: MeetingId, reason = 'Sykdom') {
  return cancelMeeting(tools, await actorOf(tools, 'kari'), { meetingId, reason });
}

export async function meetingNow({ store }: Pick<Tools, 'store'>, id: MeetingId): Promise<Meeting> {
  const kept = await meetings.get(store, meetingPartition(id), 'meeting');
  if (!kept) throw new Error('No such meeting');
  return kept.value;
}

export async function answersTo({ store }: Pick<Tools, 'store'>, id: MeetingId) {
  return (await timeAnswers.all(store, meetingPartition(id))).map(({ value }) => value);
}

export async function attendancesAt({ store }: Pick<Tools, 'store'>, id: MeetingId) {
  return (await attendances.all(store, meetingPartition(id))).map(({ value }) => value);
}

/** Who is owed which words, `kind person`, whether by a delivery or in a sending that waits to be seen. */
export async function owedFor({ store }: Pick<Tools, 'store'>, id: MeetingId): Promise<readonly string[]> {
  const partition = meetingPartition(id);
  const single = (await deliveries.all(store, partition)).map(({ value }) => ({ ...value, to: [value.to] }));
  const many = (await sendings.all(store, partition))
    .map(({ value }) => value)
    .filter(({ state }) => state !== 'dropped');
  return [...single, ...many].flatMap(({ message, to }) =>
    to.map(place => `${message.kind} ${place.kind === 'channel' ? place.label : placeKey(place)}`),
  );
}

export async function changeRules({ store }: Pick<Tools, 'store'>, rules: Partial<NetworkRules>): Promise<void> {
  const partition = networkPartition(castNetwork.id as NetworkId);
  const kept = await networks.get(store, partition, 'network');
  if (!kept) throw new Error('No network');
  await store.batch(partition, [networks.replace(kept, { ...kept.value, rules: { ...kept.value.rules, ...rules } })]);
}

/** Agrees to the dates as they are shown now. */
export async function agreeToSeries(tools: Tools, actor: Actor, wanted: SeriesWanted) {
  const plan = planSeries(wanted, actor.network, tools.world.clock.now());
  return createSeries(tools, actor, { ...wanted, ...(plan.ok && { seen: digestOfTimes(plan.value) }) });
}
