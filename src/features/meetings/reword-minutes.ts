import { done, type Outcome, retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import type { Actor, NotAllowed } from '../networks/identify-member.ts';
import { deedOf, isDoneBefore, markDone, type NoMeeting } from './agenda-meeting.ts';
import { type MinutesApproved, mayCorrect, writeVersion } from './correct-minutes.ts';
import type { Meeting, MeetingId } from './meeting.ts';
import type { MinutesLanguage } from './minutes.ts';
import { minutesOfMeeting, type NoMinutes } from './minutes-of-meeting.ts';
import { readVersion } from './minutes-store.ts';

export type RewordRefusal = NotAllowed | NoMeeting | NoMinutes | MinutesApproved;

/** A new version of the minutes with the same content in the other language: headings and set phrases. May be repeated. */
export async function rewordMinutes(
  tools: Tools,
  actor: Actor,
  id: MeetingId,
  language: MinutesLanguage,
): Promise<Outcome<Meeting, RewordRefusal>> {
  return retrying(async () => {
    const at = await minutesOfMeeting(tools, actor, id, 'minutes.write');
    if (!at.ok) return at;
    const { kept, meeting, standing } = at.value;
    const latest = await readVersion(tools, id, standing.value.latest);
    if (latest.language === language || (await isDoneBefore(tools, kept, actor))) return done(meeting);
    const open = mayCorrect(meeting, standing);
    if (!open.ok) return open;
    const { content } = latest;
    const by = deedOf(actor, tools);
    await tools.store.batch(standing.partition, [markDone(by), ...writeVersion(standing, { language, content }, by)]);
    return done(meeting);
  });
}
