import { endSchedule } from '../../delivery/schedule.ts';
import { done, type Outcome, retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { numbered, putOnAgenda, writeChanged } from './agenda-change.ts';
import { agendaOf, deedOf, mayNow, type NoMeeting, type WrongState } from './agenda-meeting.ts';
import type { Meeting, MeetingId } from './meeting.ts';
import { attendReminder, representationMessage } from './meeting-messages.ts';
import { meetings } from './meeting-store.ts';

export type StartMeetingRefusal = NotAllowed | NoMeeting | WrongState;

/**
 * Begins a settled meeting. Cases that are not numbered yet get their numbers now, since each is concluded by its number.
 * A repeat of the request answers the same.
 */
export async function startMeeting(
  tools: Tools,
  actor: Actor,
  id: MeetingId,
): Promise<Outcome<Meeting, StartMeetingRefusal>> {
  const right = allowed(actor, 'meeting.lead');
  if (!right.ok) return right;
  return retrying(async () => {
    const kept = await agendaOf(tools, actor, id);
    if (!kept.ok) return kept;
    const { meeting } = kept.value;
    if (meeting.value.started?.request === actor.requestKey) return done(meeting.value);
    const state = mayNow(meeting.value, 'start');
    if (!state.ok) return state;
    const by = deedOf(actor, tools);
    const placed = await putOnAgenda(tools, kept.value, [], by);
    const after = await numbered(tools, actor, kept.value, placed, by);
    const started: Meeting = { ...meeting.value, started: by };
    await tools.store.batch(meeting.partition, [
      meetings.replace(meeting, started),
      ...writeChanged(kept.value, after, by),
      ...[attendReminder, representationMessage].map(endSchedule),
    ]);
    return done(started);
  });
}
