/** A meeting's posting: what is shown of it, read once, to be written in any language. */
import { type MeetingShown, meetingCard } from '../../../cards/meetings/meeting-card.ts';
import { readAgenda } from '../../features/meetings/case-store.ts';
import { type Attendance, type Meeting, type MeetingId, meetingCan } from '../../features/meetings/meeting.ts';
import {
  answeredTimes,
  attendingAt,
  attendingCounts,
  rankedTimes,
  readStanding,
  timeNotes,
} from '../../features/meetings/meeting-standing.ts';
import { meetingPartition, meetings } from '../../features/meetings/meeting-store.ts';
import { minutesOf } from '../../features/meetings/minutes-store.ts';
import { timedCases } from '../../features/meetings/timed-cases.ts';
import type { Network, Seat } from '../../features/networks/network.ts';
import { networkPartition, networks } from '../../features/networks/network-store.ts';
import type { Tools } from '../../tools.ts';
import type { Drawing } from '../drawing.ts';

/** @returns undefined when there is no such meeting */
export async function drawMeeting(tools: Tools, id: string): Promise<Drawing | undefined> {
  const meeting = await meetings.get(tools.store, meetingPartition(id as MeetingId), 'meeting');
  return meeting && drawingOfMeeting(tools, meeting.value);
}

export async function drawingOfMeeting(tools: Tools, meeting: Meeting): Promise<Drawing> {
  const network = await networks.get(tools.store, networkPartition(meeting.networkId), 'network');
  if (!network) throw new Error('A meeting stands in no network');
  const shown = await showMeeting(tools, meeting, network.value);
  const { zone, languages } = network.value;
  return { zone, languages, write: speech => meetingCard(shown, speech) };
}

async function showMeeting(tools: Tools, meeting: Meeting, network: Network): Promise<MeetingShown> {
  const [standing, agenda, minutes] = await Promise.all([
    readStanding(tools, meeting, network),
    readAgenda(tools, meeting.id),
    minutesOf(tools, meeting.id),
  ]);
  const isProposed = meetingCan(meeting, 'answerTimes');
  const attending = attendingAt(meeting, standing, network);
  const answered = answeredTimes(meeting, standing);
  const named = (seats: readonly Seat[]) => [...new Set(seats.flatMap(seat => standing.partyOf(seat)?.name ?? []))];
  return {
    meeting,
    now: tools.world.clock.now(),
    seats: {
      asked: standing.seats.length,
      answered: standing.seats.length - answered.none.length,
      partly: answered.some.length,
      silent: named(isProposed ? answered.none : attending.silent),
      deputyAsked: named(attending.deputyAsked),
    },
    times: isProposed ? rankedTimes(meeting, standing, network) : [],
    notes: timeNotes(meeting, network),
    ...(!isProposed && {
      attendance: {
        ...attendingCounts(attending),
        met: metIn(standing.attendances),
        wished: attending.silent.filter(seat => !answered.none.includes(seat)).length,
        saidBefore: attending.saidBefore,
        groups: attending.groups,
      },
    }),
    cases: agenda ? timedCases(agenda) : [],
    minutes: minutes?.value,
  };
}

function metIn(given: readonly Attendance[]): number | undefined {
  const recorded = given.filter(({ isPresent }) => isPresent !== undefined);
  return recorded.length > 0 ? recorded.filter(({ isPresent }) => isPresent).length : undefined;
}
