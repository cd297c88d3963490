/** Reminds, when it is time, those who have still not answered. */
import { deliveries, isPosting, type Message, postingPlaces } from '../delivery/delivery.ts';
import { postAnew } from '../delivery/post-anew.ts';
import { afterTurn, type Schedule, schedules, whoMayBeReminded } from '../delivery/schedule.ts';
import { oweAgreed, sendings } from '../delivery/sending.ts';
import { isReachable, type Network } from '../features/networks/network.ts';
import { channelLinks, networkPartition, networks } from '../features/networks/network-store.ts';
import { missingIn } from '../features/polls/missing.ts';
import { type PollId, pollCan } from '../features/polls/poll.ts';
import { pollPartition, polls } from '../features/polls/poll-store.ts';
import { reminder } from '../features/polls/remind-poll.ts';
import { outsideQuietHours } from '../features/year/quiet-hours.ts';
import { type Kept, remove } from '../store/collection.ts';
import type { Operation } from '../store/store.ts';
import type { Tools } from '../tools.ts';
import type { Instant } from '../world.ts';
import { agendaSilent } from './meetings/agenda-silent.ts';
import { meetingSilent } from './meetings/meeting-silent.ts';
import { needSilent } from './needs/need-silent.ts';
import { roundSilent } from './needs/round-silent.ts';
import type { Silent } from './silent.ts';

/** One row for each kind of words that people are reminded with. */
const silentIn: Readonly<Record<string, Silent>> = {
  ...agendaSilent,
  ...meetingSilent,
  ...roundSilent,
  ...needSilent,
  [reminder.kind]: async (tools, { id }, { zone }) => {
    const poll = await polls.get(tools.store, pollPartition(id as PollId), 'poll');
    if (!poll || !pollCan.remind(poll.value, tools.world.clock.now())) return [];
    const missing = await missingIn(tools, poll.value, zone);
    return missing.flatMap(({ people }) => people.filter(isReachable).map(person => person.id));
  },
};

/**
 * One reminder for each schedule whose turn has come, however many turns it missed: at night it waits for the morning, from
 * the deadline on there is none. Of two processes one reminds: the reminder and the next turn are one batch.
 */
export async function remindOnSchedule(tools: Tools): Promise<void> {
  await schedules.workOffDue(tools, async schedule => {
    const network = await networks.get(tools.store, networkPartition(schedule.value.networkId), 'network');
    if (network) await takeTurn(tools, schedule, network.value);
    else await tools.store.batch(schedule.partition, [remove(schedule)]);
  });
}

async function takeTurn(tools: Tools, schedule: Kept<Schedule>, network: Network): Promise<void> {
  const now = tools.world.clock.now();
  const at = outsideQuietHours(now, network.zone, network.rules.quiet);
  const isOver = at >= schedule.value.deadline;
  if (at > now && !isOver) return write(tools, schedule, [], { ...schedule.value, dueAt: at });
  if (!isOver && (await isBeingOwed(tools, schedule))) return;
  const reminders = isOver ? [] : await remind(tools, schedule, network, now);
  await write(tools, schedule, reminders, afterTurn(schedule.value, network, now));
}

/** An earlier reminder of many that is still being written cannot be counted yet: the turn waits until it stands. */
async function isBeingOwed({ store }: Tools, { partition, value }: Kept<Schedule>): Promise<boolean> {
  const all = await sendings.all(store, partition);
  return all.some(({ value: { state, message } }) => state === 'agreed' && message.kind === value.message.kind);
}

async function remind(
  tools: Tools,
  schedule: Kept<Schedule>,
  network: Network,
  now: Instant,
): Promise<readonly Operation[]> {
  return isPosting(schedule.value) ? postEverywhere(tools, schedule, now) : remindPeople(tools, schedule, network, now);
}

async function remindPeople(
  tools: Tools,
  { partition, id, value: schedule }: Kept<Schedule>,
  network: Network,
  now: Instant,
): Promise<readonly Operation[]> {
  const { networkId, message, isByDetail, thing, madeBy: by, dueAt = now } = schedule;
  const askWho = silentIn[message.kind];
  if (!askWho) throw new Error('No row says who is reminded with these words');
  const silent = new Set(await askWho(tools, thing, network, message));
  const before = (await deliveries.all(tools.store, partition)).map(kept => kept.value);
  const isSame = ({ kind, detail }: Message) => kind === message.kind && (!isByDetail || detail === message.detail);
  const same = before.filter(delivery => isSame(delivery.message));
  const people = whoMayBeReminded(same, [...silent], network.rules, now);
  const to = people.map(person => ({ kind: 'member', id: person }) as const);
  return to.length > 0 ? [oweAgreed({ networkId, thing }, message, to, { occasion: `${id} ${dueAt}`, by, now })] : [];
}

async function postEverywhere(
  { store }: Tools,
  { partition, value: { networkId, thing } }: Kept<Schedule>,
  now: Instant,
): Promise<readonly Operation[]> {
  const [links, all] = await Promise.all([
    channelLinks.all(store, networkPartition(networkId)),
    deliveries.all(store, partition),
  ]);
  return postingPlaces(links.map(({ value }) => value)).flatMap(to => postAnew({ networkId, thing }, to, all, now));
}

/** Below a batch's hundred. */
const mostAtOnce = 90;

/** The next turn stands in the last batch; what an earlier one made anew is left alone when the turn is taken again. */
async function write(
  { store }: Tools,
  schedule: Kept<Schedule>,
  reminders: readonly Operation[],
  after: Schedule,
): Promise<void> {
  const most = reminders.length - (reminders.length % mostAtOnce);
  for (let start = 0; start < most; start += mostAtOnce) {
    await store.batch(schedule.partition, reminders.slice(start, start + mostAtOnce));
  }
  await store.batch(schedule.partition, [...reminders.slice(most), schedules.replace(schedule, after)]);
}
