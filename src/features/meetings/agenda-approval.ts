/** Approving the minutes of the meeting before is the first case of the next one, without anybody asking for it. */
import type { Tools } from '../../tools.ts';
import { idFrom } from '../../world.ts';
import type { Case, CaseId, Done } from './case.ts';
import type { AgendaKept } from './case-store.ts';
import { type Meeting, stateOfMeeting } from './meeting.ts';
import { allMeetings } from './meeting-store.ts';
import { minutesOf } from './minutes-store.ts';

/**
 * The cases that the agenda lacks for the network's minutes to be approved, the earliest meeting's first. They stand on the
 * next meeting's agenda only: when it passes them over they come on the one after that.
 */
export async function missingApprovals(
  tools: Pick<Tools, 'store'>,
  { meeting, cases }: Pick<AgendaKept, 'meeting' | 'cases'>,
  by: Done,
): Promise<readonly Case[]> {
  const { settled, networkId } = meeting.value;
  if (!settled) return [];
  const all = (await allMeetings(tools, networkId)).map(kept => kept.value);
  const before = (each: Meeting) => each.settled !== undefined && each.settled.startsAt < settled.startsAt;
  const isNext = !all.some(each => before(each) && comes(each));
  if (!isNext) return [];
  const ended = all.filter(each => before(each) && each.ended).toSorted(byStart);
  const asked = new Set(cases.flatMap(({ value }) => value.approves?.meetingId ?? []));
  const unapproved = await Promise.all(
    ended
      .filter(each => !asked.has(each.id))
      .map(async each => {
        const minutes = await minutesOf(tools, each.id);
        return minutes && !minutes.value.approved ? [approvalOf(each, meeting.value, by)] : [];
      }),
  );
  return unapproved.flat();
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
