/** What follows from a conclusion outside its meeting: follow-ups for people to do, and earlier minutes that are approved. */
import { endSchedule, oweSchedule } from '../../delivery/schedule.ts';
import { Conflict } from '../../outcome.ts';
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
    await Promise.all(droppedFrom(versions, latest).map(agreed => drop(tools, of, agreed)));
    if (concluded.value.approves && latest.method === 'consensus') {
      await approvedInMeeting(tools, concluded.value.approves.meetingId, meeting.value.number, latest);
    }
  }
  await store.batch(kept.partition, [remove(kept)]);
}

/** What earlier versions had agreed, and the latest has not. */
function droppedFrom(versions: readonly Conclusion[], latest: Conclusion): readonly AgreedFollowUp[] {
  const standing = new Set(latest.followUps.map(({ id }) => id));
  const ever = new Map(versions.flatMap(({ followUps: agreed }) => agreed.map(each => [each.id, each] as const)));
  return [...ever.values()].filter(({ id }) => !standing.has(id));
}

type Of = {
  readonly network: Network;
  readonly meeting: Meeting;
  readonly case: Case;
  readonly conclusion: Conclusion;
};

/** Nothing where a later conclusion was carried out first: another process may be slower than a correction. */
async function open(tools: Tools, of: Of, agreed: AgreedFollowUp): Promise<void> {
  const { store } = tools;
  const { network, conclusion } = of;
  const before = await followUpOf(tools, agreed.id);
  if (before && before.value.asOf >= conclusion.version) return;
  const followUp = { ...agreedIn(of, agreed, before?.value), closed: before?.value.closed };
  const isSame = before && before.value.dueOn === agreed.dueOn && before.value.droppedAt === undefined;
  const home = networkPartition(network.id);
  if (isOpen(followUp)) {
    await store.batch(home, [followUpEntries.upsert(followUpEntryKey(agreed.id), { id: agreed.id })]);
  }
  try {
    await store.batch(followUpPartition(agreed.id), [
      before ? followUps.replace(before, followUp) : followUps.create('follow-up', followUp),
      ...(isOpen(followUp) && !isSame ? reminders(followUp, network, conclusion) : []),
    ]);
  } catch (error) {
    const now = error instanceof Conflict ? await followUpOf(tools, agreed.id) : undefined;
    if (now && !isOpen(now.value)) await store.batch(home, [forgetEntry(agreed.id)]);
    throw error;
  }
}

/** Written also where it is not there yet: whoever is late to make it by an earlier conclusion finds it dropped. */
async function drop(tools: Tools, of: Of, agreed: AgreedFollowUp): Promise<void> {
  const { store, world } = tools;
  const before = await followUpOf(tools, agreed.id);
  if (before && before.value.asOf >= of.conclusion.version) return;
  const droppedAt = before?.value.droppedAt ?? world.clock.now();
  const dropped = { ...(before?.value ?? agreedIn(of, agreed)), asOf: of.conclusion.version, droppedAt };
  await store.batch(followUpPartition(agreed.id), [
    before ? followUps.replace(before, dropped) : followUps.create('follow-up', dropped),
    ...endReminders(),
  ]);
  await store.batch(networkPartition(of.network.id), [forgetEntry(agreed.id)]);
}

function agreedIn(
  { network, meeting, case: { id, number }, conclusion }: Of,
  agreed: AgreedFollowUp,
  before?: FollowUp,
) {
  return {
    networkId: network.id,
    meetingId: meeting.id,
    meetingNumber: meeting.number,
    caseId: id,
    caseNumber: number ? caseNumberText(number) : '',
    agreedAt: before?.agreedAt ?? conclusion.at,
    asOf: conclusion.version,
    ...agreed,
  };
}

/** For the network's partition, when a follow-up is open no more. */
export function forgetEntry(id: FollowUp['id']): Operation {
  return { kind: 'delete', id: followUpEntryKey(id) };
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
