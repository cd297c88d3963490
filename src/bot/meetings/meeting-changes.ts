/** Settling, moving and cancelling a meeting: what whoever did it is told, and what is shown before it goes to many. */
import type { Note } from '../../../cards/card.ts';
import { doneNote } from '../../../cards/done-note.ts';
import { moveForm, settleForm } from '../../../cards/meetings/meeting-forms.ts';
import {
  type ChangedShown,
  meetingCancelledCard,
  meetingInvitedCard,
  meetingMovedCard,
  meetingSettledCard,
  unfilledText,
} from '../../../cards/meetings/meeting-whispers.ts';
import { groupNames, spanText } from '../../../cards/meetings/meeting-words.ts';
import type { Message } from '../../delivery/delivery.ts';
import { cancelMeeting } from '../../features/meetings/cancel-meeting.ts';
import { inviteToMeeting } from '../../features/meetings/invite-to-meeting.ts';
import type { Invitees } from '../../features/meetings/invitees.ts';
import type { Meeting, TimeId } from '../../features/meetings/meeting.ts';
import { cancelledMessage, invitation, movedMessage, timeMessage } from '../../features/meetings/meeting-messages.ts';
import { groupsByAnswers, readStanding } from '../../features/meetings/meeting-standing.ts';
import { aboutMeeting } from '../../features/meetings/meeting-store.ts';
import { movedTo, moveMeeting } from '../../features/meetings/move-meeting.ts';
import { noticeDays } from '../../features/meetings/notice.ts';
import type { GroupPresence } from '../../features/meetings/representation.ts';
import { settleMeeting } from '../../features/meetings/settle-meeting.ts';
import type { Actor } from '../../features/networks/identify-member.ts';
import type { IntentOf } from '../../intents/intent.ts';
import type { Speech } from '../../texts/speak.ts';
import { type Answer, type Asking, openForm, refuse } from '../asking.ts';
import { showMade } from '../deliveries/delivery-sendings.ts';
import { leaderShown, seatsAndParties, standingOf } from './with-meeting.ts';

export async function settle(
  asking: Asking,
  actor: Actor,
  meeting: Meeting,
  { time, reason }: Pick<IntentOf<'meeting.settle'>, 'time' | 'reason'>,
  speech: Speech,
): Promise<Answer> {
  const timeId = (typeof time === 'number' ? `t${time}` : time) as TimeId;
  const settled = await settleMeeting(asking.tools, actor, { meetingId: meeting.id, timeId, reason });
  if (!settled.ok) {
    return settled.refusal.code === 'notice-short'
      ? askReason(asking, actor, meeting, timeId, speech)
      : refuse(settled.refusal, speech);
  }
  const { meeting: now, invitees } = settled.value;
  const { whispers } = speech.say.meeting;
  const groups = await groupsIn(asking, actor, now, timeId);
  const change = { meeting: now, invitees, groups, said: whispers.settled(now.number, whenText(now, speech)) };
  return tellChange(asking, actor, change, invitation(now), meetingSettledCard, speech);
}

/** Nearer than the network's notice: settled with a reason, which a form asks for. */
export async function askReason(
  asking: Asking,
  { network }: Actor,
  meeting: Meeting,
  timeId: TimeId,
  speech: Speech,
): Promise<Answer> {
  const time = meeting.times.find(({ id }) => id === timeId);
  if (!time) return refuse({ code: 'unknown-time' }, speech);
  const days = noticeDays(time.startsAt, network, asking.tools.world.clock.now());
  const form = settleForm(meeting, time, { days, rule: network.rules.noticeDays }, speech);
  return openForm(asking, form, { type: 'meeting.settle-form', meeting: meeting.id, time: time.id }, speech);
}

/** Those who have not been told: all, when whoever leads sent nothing the first time. */
export async function invite(asking: Asking, actor: Actor, meeting: Meeting, speech: Speech): Promise<Answer> {
  const invited = await inviteToMeeting(asking.tools, actor, meeting.id);
  if (!invited.ok) return refuse(invited.refusal, speech);
  const said = speech.say.meeting.whispers.invitedTitle(meeting.number);
  const change = { ...invited.value, groups: [], said: `${said}.` };
  return tellChange(asking, actor, change, timeMessage(invited.value.meeting), meetingInvitedCard, speech);
}

export async function move(
  asking: Asking,
  actor: Actor,
  meeting: Meeting,
  { when, place, reason }: Pick<IntentOf<'meeting.move'>, 'when' | 'place' | 'reason'>,
  speech: Speech,
): Promise<Answer> {
  const moved = await moveMeeting(asking.tools, actor, { meetingId: meeting.id, when, place, reason });
  if (!moved.ok) {
    const isFilledForm = reason === undefined && moved.refusal.code === 'notice-short';
    return isFilledForm ? askToMove(asking, actor, meeting, { when, place }, speech) : refuse(moved.refusal, speech);
  }
  const { meeting: now, invitees } = moved.value;
  const said = speech.say.meeting.whispers.movedTo(now.number, whenText(now, speech));
  const change = { meeting: now, invitees, groups: [], said };
  return tellChange(asking, actor, change, movedMessage(now), meetingMovedCard, speech);
}

/** The form with what was typed already; where the new time is nearer than the network's notice, it asks why. */
export function askToMove(
  asking: Asking,
  { network, member, requestKey }: Actor,
  meeting: Meeting,
  { when, place }: Pick<IntentOf<'meeting.move-form'>, 'when' | 'place'>,
  speech: Speech,
): Answer {
  const deed = { at: asking.tools.world.clock.now(), by: member.id, request: requestKey };
  const asked = { meetingId: meeting.id, when: when ?? '', place };
  const moved = when === undefined ? undefined : movedTo(meeting, network, asked, deed);
  const refusal = moved?.ok === false ? moved.refusal : undefined;
  const isShort = refusal?.code === 'notice-short';
  const values = { ...(when !== undefined && { when }), ...(place !== undefined && { place }) };
  const errors = refusal && 'field' in refusal ? { [refusal.field]: speech.refusal(refusal) } : {};
  // Where the form opens at once it is told beside the field.
  const notice = isShort && !asking.from.canOpenForm ? refusal : undefined;
  const form = moveForm(meeting, speech, { values, errors }, notice);
  const opensIt = { type: 'meeting.move-form', meeting: meeting.id, ...values } as const;
  return openForm(asking, form, opensIt, speech);
}

export async function cancel(
  asking: Asking,
  actor: Actor,
  meeting: Meeting,
  { reason }: Pick<IntentOf<'meeting.cancel'>, 'reason'>,
  speech: Speech,
): Promise<Answer> {
  const cancelled = await cancelMeeting(asking.tools, actor, { meetingId: meeting.id, reason });
  if (!cancelled.ok) return refuse(cancelled.refusal, speech);
  const { people, meeting: now } = cancelled.value;
  const notes = [doneNote(speech.say.meeting.whispers.cancelled(now.number))];
  const about = aboutMeeting(now).thing;
  const made = await showMade(asking, actor, { about, words: cancelledMessage, notes }, speech);
  return made ?? { whisper: meetingCancelledCard(now, people.length, speech) };
}

type Change = {
  readonly meeting: Meeting;
  readonly invitees: Invitees;
  readonly groups: readonly GroupPresence[];
  /** What was done. */
  readonly said: string;
};

/** Words to many are shown before they go; what else is to be known of the change stands above them. */
async function tellChange(
  asking: Asking,
  actor: Actor,
  { meeting, invitees, groups, said }: Change,
  words: Message,
  draw: (shown: ChangedShown, speech: Speech) => NonNullable<Answer['whisper']>,
  speech: Speech,
): Promise<Answer> {
  const unfilled = await seatsAndParties(asking.tools, actor.network.id, invitees.unfilled);
  const notes = [
    doneNote(said),
    ...(unfilled.length > 0 ? [warning(unfilledText(unfilled, speech))] : []),
    ...missingNotes(groups, speech),
  ];
  const made = await showMade(asking, actor, { about: aboutMeeting(meeting).thing, words, notes }, speech);
  if (made) return made;
  const shown = { ...(await leaderShown(asking, actor, meeting)), told: invitees.people.length, unfilled, groups };
  return { whisper: draw(shown, speech), ...(await standingOf(asking, meeting)) };
}

/** Whose voices the chosen time would leave out, by the answers to it. */
async function groupsIn({ tools }: Asking, { network }: Actor, meeting: Meeting, timeId: TimeId) {
  const startsAt = meeting.settled?.startsAt ?? meeting.called.at;
  return groupsByAnswers(timeId, await readStanding(tools, meeting, network), network, startsAt);
}

function missingNotes(groups: readonly GroupPresence[], speech: Speech): readonly Note[] {
  const { whispers, missing: texts } = speech.say.meeting;
  const missing = groups.filter(({ strength }) => strength === 'missing');
  return missing.length > 0 ? [warning(`${whispers.byAnswers} ${texts(groupNames(missing, speech))}`)] : [];
}

function whenText({ settled }: Meeting, speech: Speech): string {
  return settled ? spanText(settled, speech) : '';
}

function warning(text: string): Note {
  return { kind: 'note', sign: 'warning', text };
}
