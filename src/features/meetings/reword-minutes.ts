import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { agendaOf, deedOf, isDoneBefore, markDone, type NoMeeting } from './agenda-meeting.ts';
import type { NoMinutes } from './approve-minutes.ts';
import { type MinutesApproved, mayCorrect, writeVersion } from './correct-minutes.ts';
import type { Meeting, MeetingId } from './meeting.ts';
import type { MinutesLanguage } from './minutes.ts';
import { minutesOf, readVersion } from './minutes-store.ts';

export type RewordRefusal = NotAllowed | NoMeeting | NoMinutes | MinutesApproved;

/** A new version of the minutes with the same content in the other language: headings and set phrases. May be repeated. */
export async function rewordMinutes(
  tools: Tools,
  actor: Actor,
  id: MeetingId,
  language: MinutesLanguage,
): Promise<Outcome<Meeting, RewordRefusal>> {
  const right = allowed(actor, 'minutes.write');
  if (!right.ok) return right;
  return retrying(async () => {
    const kept = await agendaOf(tools, actor, id);
    if (!kept.ok) return kept;
    const meeting = kept.value.meeting.value;
    const standing = await minutesOf(tools, id);
    if (!standing) return refused({ code: 'no-minutes', number: meeting.number });
    const latest = await readVersion(tools, id, standing.value.latest);
    if (latest.language === language || (await isDoneBefore(tools, kept.value, actor))) return done(meeting);
    const open = mayCorrect(meeting, standing);
    if (!open.ok) return open;
    const { content } = latest;
    const by = deedOf(actor, tools);
    await tools.store.batch(standing.partition, [markDone(by), ...writeVersion(standing, { language, content }, by)]);
    return done(meeting);
  });
}
