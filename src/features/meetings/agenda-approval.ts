/** Approving the minutes of the meeting before is the first case of the next one, without anybody asking for it. */
import type { Tools } from '../../tools.ts';
import { idFrom } from '../../world.ts';
import { type Case, type CaseId, type Done, mostCases, stateOfCase } from './case.ts';
import type { AgendaKept } from './case-store.ts';
import { type Meeting, meetingCan, stateOfMeeting } from './meeting.ts';
import { allMeetings } from './meeting-store.ts';
import { stateOfMinutes } from './minutes.ts';
import { minutesOf } from './minutes-store.ts';

/** Minutes of earlier meetings than these are approved by hand: an agenda is no place to catch up with years. */
const mostAsked = 3;

/**
 * The cases that the agenda lacks for the minutes of the last meetings to be approved, those that are out; the earliest
 * meeting's first, and as many as it has room for. They stand on the next meeting's agenda only: when it passes them over
 * they come on the one after that.
 */
export async function missingApprovals(
  tools: Pick<Tools, 'store'>,
  { meeting, cases }: Pick<AgendaKept, 'meeting' | 'cases'>,
  by: Done,
): Promise<readonly Case[]> {
  const { settled, networkId } = meeting.value;
  if (!settled || !meetingCan(meeting.value, 'orderAgenda')) return [];
  const all = (await allMeetings(tools, networkId)).map(kept => kept.value);
  const before = (each: Meeting) => each.settled !== undefined && each.settled.startsAt < settled.startsAt;
  const isNext = !all.some(each => before(each) && comes(each));
  if (!isNext) return [];
  const ended = all.filter(each => before(each) && each.ended).toSorted(byStart);
  const asked = new Set(cases.flatMap(({ value }) => value.approves?.meetingId ?? []));
  const unapproved = await Promise.all(
    ended
      .slice(-mostAsked)
      .filter(each => !asked.has(each.id))
      .map(async each => {
        const minutes = await minutesOf(tools, each.id);
        return minutes && stateOfMinutes(minutes.value) === 'sent' ? [approvalOf(each, meeting.value, by)] : [];
      }),
  );
  const standing = cases.filter(({ value }) => stateOfCase(value) !== 'withdrawn');
  return unapproved.flat().slice(0, Math.max(0, mostCases - standing.length));
}

function comes(meeting: Meeting): boolean {
  const state = stateOfMeeting(meeting);
  return state === 'settled' || state === 'underWay';
}

function byStart(a: Meeting, b: Meeting): number {
  return (a.settled?.startsAt ?? '') < (b.settled?.startsAt ?? '') ? -1 : 1;
}

function approvalOf(earlier: Meeting, meeting: Meeting, by: Done): Case {
  return {
    id: idFrom('approval', meeting.id, earlier.id) as CaseId,
    meetingId: meeting.id,
    title: '',
    caseType: 'approval',
    links: [],
    access: { level: 'public' },
    approves: { meetingId: earlier.id, number: earlier.number },
    suggested: by,
    accepted: by,
    revision: 0,
  };
}
