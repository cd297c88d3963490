/** What will happen by itself: as far as someone will notice it, and all the work behind it. */
import { deliveries, redraws, troubles } from '../delivery/delivery.ts';
import { schedules } from '../delivery/schedule.ts';
import { sendings } from '../delivery/sending.ts';
import { consequences } from '../features/meetings/case-store.ts';
import { meetingCan } from '../features/meetings/meeting.ts';
import { allMeetings } from '../features/meetings/meeting-store.ts';
import { seriesOf } from '../features/meetings/series-store.ts';
import { installationPartition, networkEntries } from '../features/networks/network-entries.ts';
import { polls } from '../features/polls/poll-store.ts';
import type { Store } from '../store/store.ts';
import type { Clock, Instant } from '../world.ts';
import type { Happening } from './playground-view.ts';

type Next = { readonly what: Happening; readonly at: Instant };

/** The earliest that is still to come. */
export type NextDue = () => Promise<Next | undefined>;

/** A piece of work, as long as nothing is done for it. */
export type Work = { readonly at: Instant; readonly version: string };

/** Each piece of work that is owed, also what is due already; the earliest first. */
export type WorkDue = () => Promise<readonly Work[]>;

const kindsOfWork = [polls, seriesOf, consequences, schedules, sendings, deliveries, redraws, troubles];

const endOfTime = '9999-12-31T23:59:59.999Z' as Instant;

/** What is due and not yet done stands before it. */
const mostOverdue = 100;

export function createNextDue(store: Store, clock: Clock): NextDue {
  const instantsOf: Readonly<Record<Happening, () => Promise<readonly Instant[]>>> = {
    closing: () => instantsIn(store, polls.type),
    reminder: () => instantsIn(store, schedules.type),
    meeting: () => startsOfMeetings(store),
  };

  return async () => {
    const now = clock.now();
    const all = await Promise.all(
      Object.entries(instantsOf).map(async ([what, instants]) =>
        (await instants()).filter(at => at > now).map(at => ({ what: what as Happening, at })),
      ),
    );
    return all.flat().toSorted((one, other) => (one.at < other.at ? -1 : 1))[0];
  };
}

export function createWorkDue(store: Store): WorkDue {
  return async () => {
    const all = await Promise.all(kindsOfWork.map(({ type }) => dueOf(store, type)));
    return all.flat().toSorted((one, other) => (one.at < other.at ? -1 : 1));
  };
}

async function dueOf(store: Store, type: string): Promise<readonly Work[]> {
  const docs = await store.due(type, endOfTime, mostOverdue);
  return docs.flatMap(({ dueAt, etag }) => (dueAt ? [{ at: dueAt, version: etag }] : []));
}

async function instantsIn(store: Store, type: string): Promise<readonly Instant[]> {
  return (await dueOf(store, type)).map(({ at }) => at);
}

/** Nothing happens by itself when people meet, so nothing is due then. */
async function startsOfMeetings(store: Store): Promise<readonly Instant[]> {
  const networks = await networkEntries.all(store, installationPartition);
  const meetings = await Promise.all(networks.map(({ value }) => allMeetings({ store }, value.networkId)));
  return meetings.flat().flatMap(({ value }) => (meetingCan(value, 'start') && value.settled?.startsAt) || []);
}
