/** What follows from a conclusion outside its meeting: follow-ups for people to do, and earlier minutes that are approved. */
import { endSchedule, oweSchedule } from '../../delivery/schedule.ts';
import { type Kept, orLogged, remove } from '../../store/collection.ts';
import type { Operation } from '../../store/store.ts';
import type { Tools } from '../../tools.ts';
import type { PlainDate } from '../../world.ts';
import type { Network } from '../networks/network.ts';
import { networkPartition, networks } from '../networks/network-store.ts';
import { daysLater } from '../year/days.ts';
import { endOfDay } from '../year/local-time.ts';
import { followUpMessage, lateFollowUpMessage } from './agenda-messages.ts';
import { approvedInMeeting } from './approve-minutes.ts';
import { type Case, caseNumberText } from './case.ts';
import { type AgreedFollowUp, type Conclusion, latestConclusions } from './case-conclusion.ts';
import { caseKey, cases, conclusions, consequences } from './case-store.ts';
import { type FollowUp, isOpen } from './follow-up.ts';
import { followUpEntries, followUpEntryKey, followUpOf, followUpPartition, followUps } from './follow-up-store.ts';
import type { Meeting } from './meeting.ts';
import { meetingPartition, meetings } from './meeting-store.ts';

type Consequence = Parameters<typeof consequences.create>[1];

/** Does what an earlier request, cut off, has left. May run in any number of processes at once. */
export async function carryOutConclusions(tools: Tools): Promise<void> {
  await consequences.workOffDue(tools, kept => carryOut(tools, kept));
}

/** At once, for the one who has just concluded; should it fail, it is done later and nothing is lost. */
export async function carryOutNow(tools: Tools, partition: string, id: string): Promise<void> {
  await orLogged(tools, { partition, id }, async () => {
    const kept = await consequences.get(tools.store, partition, id);
    if (kept) await carryOut(tools, kept);
  });
}

/** Makes things as the latest conclusion of the case has them; repeated, it finds them so. */
async function carryOut(tools: Tools, kept: Kept<Consequence>): Promise<void> {
  const { store } = tools;
  const { networkId, meetingId, caseId } = kept.value;
  const partition = meetingPartition(meetingId);
  const [network, meeting, concluded, all] = await Promise.all([
    networks.get(store, networkPartition(networkId), 'network'),
    meetings.get(store, partition, 'meeting'),
    cases.get(store, partition, caseKey(caseId)),
    conclusions.all(store, partition),
  ]);
  const versions = all.map(({ value }) => value).filter(each => each.caseId === caseId);
  const latest = latestConclusions(versions).get(caseId);
  if (network && meeting && concluded && latest) {
    const of = { network: network.value, meeting: meeting.value, case: concluded.value, conclusion: latest };
    await Promise.all(latest.followUps.map(agreed => open(tools, of, agreed)));
    await Promise.all(droppedFrom(versions, latest).map(({ id }) => drop(tools, id)));
    if (concluded.value.approves && latest.method === 'consensus') {
      await approvedInMeeting(tools, concluded.value.approves.meetingId, meeting.value.number, latest);
    }
  }
  await store.batch(kept.partition, [remove(kept)]);
}

/** What earlier versions had agreed, and the latest has not. */
function droppedFrom(versions: readonly Conclusion[], latest: Conclusion): readonly AgreedFollowUp[] {
  const standing = new Set(latest.followUps.map(({ id }) => id));
  return versions.flatMap(({ followUps: agreed }) => agreed).filter(({ id }) => !standing.has(id));
}

type Of = {
  readonly network: Network;
  readonly meeting: Meeting;
  readonly case: Case;
  readonly conclusion: Conclusion;
};

async function open(tools: Tools, of: Of, agreed: AgreedFollowUp): Promise<void> {
  const { store } = tools;
  const { network, meeting, conclusion } = of;
  const before = await followUpOf(tools, agreed.id);
  if (before && before.value.dueOn === agreed.dueOn && before.value.droppedAt === undefined) return;
  const followUp: FollowUp = {
    networkId: network.id,
    meetingId: meeting.id,
    meetingNumber: meeting.number,
    caseId: of.case.id,
    caseNumber: of.case.number ? caseNumberText(of.case.number) : '',
    agreedAt: before?.value.agreedAt ?? conclusion.at,
    ...agreed,
    closed: before?.value.closed,
  };
  await store.batch(networkPartition(network.id), [
    followUpEntries.upsert(followUpEntryKey(agreed.id), { id: agreed.id }),
  ]);
  await store.batch(followUpPartition(agreed.id), [
    before ? followUps.replace(before, followUp) : followUps.create('follow-up', followUp),
    ...(isOpen(followUp) ? reminders(followUp, network, conclusion) : []),
  ]);
}

async function drop(tools: Tools, id: FollowUp['id']): Promise<void> {
  const before = await followUpOf(tools, id);
  if (!before || before.value.droppedAt !== undefined) return;
  const dropped = { ...before.value, droppedAt: tools.world.clock.now() };
  await tools.store.batch(before.partition, [followUps.replace(before, dropped), ...endReminders()]);
}

/** For the batch that closes a follow-up or drops it. */
export function endReminders(): readonly Operation[] {
  return [endSchedule(followUpMessage), endSchedule(lateFollowUpMessage)];
}

/** Days after it was due on which its owner is reminded of it, and how long that goes on. */
const lateAfterDays = [3, 7, 14, 21];
const lateForDays = 28;

function reminders(followUp: FollowUp, network: Network, { by, at }: Conclusion): readonly Operation[] {
  const { dueOn, networkId, id } = followUp;
  if (dueOn === undefined) return endReminders();
  const about = { networkId, thing: { kind: 'follow-up', id } };
  const until = (day: PlainDate) => ({ deadline: endOfDay(day, network.zone), by, now: at });
  const late = { message: lateFollowUpMessage, leadDays: lateAfterDays.map(days => lateForDays - days) };
  return [
    oweSchedule(about, { ...until(dueOn), message: followUpMessage }, network),
    oweSchedule(about, { ...until(daysLater(dueOn, lateForDays)), ...late }, network),
  ];
}
