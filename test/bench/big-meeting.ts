/** A meeting of four hundred seats is settled, and everyone's invitation prepared as the one who leads is shown it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rehearse } from '../../src/bot/deliveries/dry-run.ts';
import { type Sending, sendings } from '../../src/delivery/sending.ts';
import type { MeetingId, TimeId } from '../../src/features/meetings/meeting.ts';
import { attendReminder, tellsOfTime } from '../../src/features/meetings/meeting-messages.ts';
import { meetingPartition } from '../../src/features/meetings/meeting-store.ts';
import { proposeMeeting } from '../../src/features/meetings/propose-meeting.ts';
import { settleMeeting } from '../../src/features/meetings/settle-meeting.ts';
import { type Actor, identifyById } from '../../src/features/networks/identify-member.ts';
import type { Member, MemberId, Seat, SeatId } from '../../src/features/networks/network.ts';
import {
  channelLinks,
  members,
  networkPartition,
  networks,
  parties,
  seats,
} from '../../src/features/networks/network-store.ts';
import { createGather } from '../../src/gather.ts';
import type { Outcome } from '../../src/outcome.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import { mostOperations, type Operation } from '../../src/store/store.ts';
import type { Tools } from '../../src/tools.ts';
import { createTurns } from '../../src/turns.ts';
import { dayOf, later } from '../../src/world.ts';
import { castDocuments, castMemberId } from '../cast.ts';
import { benchWorld } from './bench-house.ts';
import type { Figure } from './report.ts';

const invited = 400;

export async function measureBigMeeting(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'laget-bench-'));
  const store = openSqliteStore({ folder, ids: benchWorld.ids });
  const tools: Tools = { store, world: benchWorld, turns: createTurns(), gather: createGather() };
  const kari = await seatMany(tools);
  const on = dayOf(later(benchWorld.clock.now(), 60 * 24 * 3_600_000), kari.network.zone);
  const wanted = { title: 'Nettverksmøte', times: `${on} kl. 10–12` };
  const { id } = doneOf(await proposeMeeting(tools, kari, wanted)).value;
  const settling = await msOf(async () => {
    doneOf(await settleMeeting(tools, { ...kari, requestKey: 'settle' }, { meetingId: id, timeId: 't1' as TimeId }));
  });
  const sending = await shownFor(tools, id);
  const invitations = await prepared(tools, sending);
  const reminders = await prepared(tools, { ...sending, message: attendReminder });
  await store.close();
  rmSync(folder, { recursive: true });
  return [
    {
      what: 'invitations to its holders and observers',
      value: invitations.written,
      unit: '',
      target: { exactly: sending.to.length },
    },
    // One press settles it and shows what everyone is to get, and a chat waits three seconds for an answer.
    { what: 'a meeting of 400 seats settled', value: settling, unit: 'ms', target: { most: 500 } },
    { what: 'its invitations prepared', value: invitations.ms, unit: 'ms', target: { most: 1500 } },
    { what: 'its reminders prepared', value: reminders.ms, unit: 'ms', target: { most: 1500 } },
  ];
}

async function shownFor({ store }: Tools, id: MeetingId): Promise<Sending> {
  const shown = (await sendings.all(store, meetingPartition(id))).map(({ value }) => value);
  const sending = shown.find(({ message }) => tellsOfTime.has(message.kind));
  if (!sending) throw new Error('Nobody is to be invited');
  return sending;
}

/** Every word of it written, as for whoever is to agree to it. */
async function prepared(tools: Tools, sending: Sending): Promise<{ readonly written: number; readonly ms: number }> {
  let written = 0;
  const ms = await msOf(async () => {
    const rehearsal = await rehearse({ tools, settings }, () => undefined, sending);
    written = rehearsal.written.each.filter(({ card }) => card !== undefined).length;
  });
  return { written, ms };
}

const settings = {
  zone: 'Europe/Oslo',
  language: 'nb',
  isAllowed: () => true,
  fileUrl: () => 'https://laget.example.org/file/x',
} as const;

/** The cast's forum, grown to so many seats, each with a holder of its own. @returns the coordinator */
async function seatMany(tools: Tools): Promise<Actor> {
  const { network, ...cast } = castDocuments();
  const [pattern] = cast.seats;
  if (!pattern) throw new Error('The cast has no seat');
  const holders = Array.from({ length: invited - cast.seats.length }, (_, at): Member => {
    return { id: `member-${at}` as MemberId, name: `Tusse ${at}`, roles: [], identities: [] };
  });
  const more = holders.map((holder, at): Seat => {
    return { ...pattern, id: `more-${at}` as SeatId, number: 1000 + at, holderId: holder.id, deputyIds: [] };
  });
  await writeAll(tools, networkPartition(network.id), [
    networks.create('network', network),
    ...cast.parties.map(party => parties.create(party.id, party)),
    ...[...cast.seats, ...more].map(seat => seats.create(seat.id, seat)),
    ...[...cast.members, ...holders].map(member => members.create(member.id, member)),
    ...cast.channels.map(link => channelLinks.create(link.key, link)),
  ]);
  const kari = await identifyById(tools, network.id, castMemberId('kari'));
  if (!kari) throw new Error('Nobody leads the forum');
  return kari;
}

async function writeAll({ store }: Tools, partition: string, operations: readonly Operation[]): Promise<void> {
  for (let from = 0; from < operations.length; from += mostOperations) {
    await store.batch(partition, operations.slice(from, from + mostOperations));
  }
}

function doneOf<T>(outcome: Outcome<T, { readonly code: string }>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`Refused: ${outcome.refusal.code}`);
}

async function msOf(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
