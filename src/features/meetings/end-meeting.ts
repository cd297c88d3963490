import { oweWords } from '../../delivery/delivery.ts';
import { done, type Outcome, retrying } from '../../outcome.ts';
import { check } from '../../store/collection.ts';
import type { Operation } from '../../store/store.ts';
import type { Tools } from '../../tools.ts';
import { dayOf } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import type { Network } from '../networks/network.ts';
import { daysLater } from '../year/days.ts';
import { momentsAt } from '../year/local-time.ts';
import { redrawMeeting } from './agenda-change.ts';
import { agendaOf, deedOf, mayNow, type NoMeeting, type WrongState } from './agenda-meeting.ts';
import { minutesLateMessage } from './agenda-messages.ts';
import type { Done } from './case.ts';
import { leadersOf } from './invitees.ts';
import type { Meeting, MeetingId } from './meeting.ts';
import { aboutMeeting, meetings } from './meeting-store.ts';
import type { MinutesLanguage } from './minutes.ts';
import { draftContent } from './minutes-draft.ts';
import { readMeetingFacts } from './minutes-facts.ts';
import { minutes, minutesVersions, versionKey } from './minutes-store.ts';

export type EndMeetingRefusal = NotAllowed | NoMeeting | WrongState;

/**
 * Ends a meeting and drafts its minutes in the language asked for: their first version. Those who lead are told when they
 * have not been sent within the network's days. A repeat of the request answers the same.
 */
export async function endMeeting(
  tools: Tools,
  actor: Actor,
  id: MeetingId,
  language: MinutesLanguage,
): Promise<Outcome<Meeting, EndMeetingRefusal>> {
  const right = allowed(actor, 'meeting.lead');
  if (!right.ok) return right;
  return retrying(async () => {
    const kept = await agendaOf(tools, actor, id);
    if (!kept.ok) return kept;
    const { meeting, agenda } = kept.value;
    const { settled, ended } = meeting.value;
    if (ended?.request === actor.requestKey) return done(meeting.value);
    const state = mayNow(meeting.value, 'end');
    if (!state.ok) return state;
    if (!settled) throw new Error('A meeting under way was settled');
    const by = deedOf(actor, tools);
    const content = draftContent(await readMeetingFacts(tools, actor, kept.value), settled);
    const first = { version: 1, language, content, madeAt: by.at, madeBy: by.by, request: by.request };
    const over: Meeting = { ...meeting.value, ended: by };
    await tools.store.batch(meeting.partition, [
      meetings.replace(meeting, over),
      // A case that came on it meanwhile is in the minutes too.
      ...(agenda ? [check(agenda)] : []),
      minutes.create('minutes', { meetingId: id, latest: 1, sent: [] }),
      minutesVersions.create(versionKey(1), first),
      ...(await oweLateNews(tools, over, actor.network, by)),
      redrawMeeting(over, by),
    ]);
    return done(over);
  });
}

/** The morning after the last day on which the minutes would be in time. */
async function oweLateNews(
  tools: Tools,
  meeting: Meeting,
  network: Network,
  { at, request }: Done,
): Promise<readonly Operation[]> {
  const { zone, rules } = network;
  const day = daysLater(dayOf(at, zone), rules.minutesDays + 1);
  const [dueAt] = momentsAt(day, rules.remindedAt, zone);
  const leaders = await leadersOf(tools, network);
  return oweWords(aboutMeeting(meeting), minutesLateMessage, leaders, request, { now: at, dueAt });
}
