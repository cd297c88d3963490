/** Intents about meetings up to the day → workflow → what the person is told. */
import type { Note } from '../../cards/card.ts';
import {
  cancelMeetingForm,
  chooseTimesForm,
  findForm,
  moveForm,
  proposeForm,
  seriesForm,
  settleForm,
} from '../../cards/meeting-forms.ts';
import { foundTimesCard, meetingsCard, seriesCreatedCard, seriesPreviewCard } from '../../cards/meeting-lists.ts';
import {
  leaderParts,
  meetingCancelledCard,
  meetingMovedCard,
  meetingProposedCard,
  meetingSettledCard,
  unfilledText,
} from '../../cards/meeting-whispers.ts';
import { groupNames, spanText } from '../../cards/meeting-words.ts';
import { type Message, posting } from '../delivery/delivery.ts';
import { plannedReminders } from '../delivery/schedule.ts';
import { closedTo } from '../features/meetings/answer-times.ts';
import { cancelMeeting } from '../features/meetings/cancel-meeting.ts';
import { createSeries } from '../features/meetings/create-series.ts';
import { findTimes } from '../features/meetings/find-times.ts';
import type { Invitees } from '../features/meetings/invitees.ts';
import {
  type Meeting,
  type MeetingDeed,
  type MeetingId,
  meetingCan,
  type TimeId,
} from '../features/meetings/meeting.ts';
import type { meetingIntents } from '../features/meetings/meeting-intents.ts';
import { cancelledMessage, invitation, movedMessage, seriesMessage } from '../features/meetings/meeting-messages.ts';
import { groupsByAnswers, readStanding } from '../features/meetings/meeting-standing.ts';
import { aboutMeeting, meetingPartition, timeAnswers } from '../features/meetings/meeting-store.ts';
import { meetingsAhead } from '../features/meetings/meetings-meant.ts';
import { moveMeeting } from '../features/meetings/move-meeting.ts';
import { noticeDays } from '../features/meetings/notice.ts';
import { proposeMeeting } from '../features/meetings/propose-meeting.ts';
import type { GroupPresence } from '../features/meetings/representation.ts';
import { planSeries } from '../features/meetings/series.ts';
import { aboutSeries } from '../features/meetings/series-store.ts';
import { settleMeeting } from '../features/meetings/settle-meeting.ts';
import { type Actor, allowed } from '../features/networks/identify-member.ts';
import type { SeatId } from '../features/networks/network.ts';
import { channelLinks, networkPartition } from '../features/networks/network-store.ts';
import { may } from '../features/networks/who-may.ts';
import type { Carried, IntentOf } from '../intents/intent.ts';
import type { Speech } from '../texts/speak.ts';
import { type Answer, type Asking, asMember, type Handlers, openForm, refuse } from './asking.ts';
import { showMade } from './delivery-sendings.ts';
import { drawingOfMeeting } from './draw-meeting.ts';
import { answer, attend, myMeeting, openTimesForm } from './meeting-answers.ts';
import { suggestedSearch, suggestedSeries } from './meeting-forms.ts';
import { readAvailabilities } from './read-availabilities.ts';
import { leaderShown, seatsAndParties, standingOf, withMeeting } from './with-meeting.ts';

type MeetingRow = keyof typeof meetingIntents;

export const meetingHandlers: Pick<Handlers, MeetingRow> = {
  'meeting.form': (asking, { title }) =>
    toPropose(asking, async (_actor, speech) =>
      openForm(asking, proposeForm(speech, { values: { title }, errors: {} }), { type: 'meeting.form', title }, speech),
    ),

  'meeting.propose': (asking, intent) =>
    asMember(asking, async (actor, speech) => {
      const proposed = await proposeMeeting(asking.tools, actor, intent);
      return proposed.ok ? tellProposed(asking, actor, proposed.value.value, speech) : refuse(proposed.refusal, speech);
    }),

  'meeting.find-form': asking =>
    toPropose(asking, async ({ network }, speech) => {
      const form = findForm(suggestedSearch(network, asking.tools.world.clock.now()), speech);
      return openForm(asking, form, { type: 'meeting.find-form' }, speech);
    }),

  'meeting.find': (asking, search) =>
    toPropose(asking, async ({ network }, speech) => {
      const found = findTimes(search, network, asking.tools.world.clock.now());
      if (!found.ok) return refuse(found.refusal, speech);
      return { whisper: foundTimesCard(found.value, { ...search, type: 'meeting.choose-form' }, speech) };
    }),

  'meeting.choose-form': (asking, search) =>
    toPropose(asking, async ({ network }, speech) => {
      const found = findTimes(search, network, asking.tools.world.clock.now());
      if (!found.ok) return refuse(found.refusal, speech);
      if (found.value.proposed.length === 0) return { whisper: foundTimesCard(found.value, search, speech) };
      return openForm(asking, chooseTimesForm(found.value.proposed, speech), search, speech);
    }),

  'meetings.show': asking =>
    asMember(asking, async (actor, speech) => {
      const { store, world } = asking.tools;
      const ahead = await meetingsAhead({ store }, actor.network.id, world.clock.now());
      const listed = ahead.slice(0, mostListed).map(async ({ value: meeting }) => ({
        meeting,
        answered: await store.count(meetingPartition(meeting.id), timeAnswers.type),
      }));
      return { answer: meetingsCard(actor.network.name, await Promise.all(listed), speech) };
    }),

  'meeting.show': (asking, intent) =>
    withMeeting(asking, intent.meeting, 'attend', (actor, meeting, speech) =>
      showMeeting(asking, actor, meeting, speech),
    ),

  'meeting.next': asking =>
    withMeeting(asking, undefined, 'attend', (actor, meeting, speech) => showMeeting(asking, actor, meeting, speech)),

  'meeting.mine': (asking, intent) =>
    withMeeting(asking, intent.meeting, 'attend', (actor, meeting, speech) =>
      myMeeting(asking, actor, meeting, speech),
    ),

  'meeting.answer-form': (asking, intent) =>
    withMeeting(asking, intent.meeting, 'answerTimes', (actor, meeting, speech) =>
      openTimesForm(asking, actor, meeting, intent.seat as SeatId | undefined, speech),
    ),

  'meeting.answer': (asking, { meeting: named, seat, type: _, ...answers }) =>
    withMeeting(asking, named, 'answerTimes', (actor, meeting, speech) =>
      answer(asking, actor, meeting, { answers, seat: seat as SeatId | undefined }, speech),
    ),

  'meeting.answer-typed': (asking, intent) =>
    withMeeting(asking, intent.meeting, 'answerTimes', async (actor, meeting, speech) => {
      if (!meetingCan(meeting, 'answerTimes')) return refuse(closedTo(meeting).refusal, speech);
      const answers = readAvailabilities(meeting, intent.words);
      return answers
        ? answer(asking, actor, meeting, { answers, isPartial: true }, speech)
        : refuse({ code: 'answers-unread' }, speech);
    }),

  'meeting.settle-form': (asking, intent) =>
    withMeeting(asking, intent.meeting, 'settle', async (actor, meeting, speech) => {
      const right = allowed(actor, 'meeting.settle');
      if (!right.ok) return refuse(right.refusal, speech);
      if (!meetingCan(meeting, 'settle')) return refuse(closedTo(meeting).refusal, speech);
      return askReason(asking, actor, meeting, intent.time as TimeId, speech);
    }),

  'meeting.settle': (asking, intent) =>
    withMeeting(asking, intent.meeting, 'settle', (actor, meeting, speech) =>
      settle(asking, actor, meeting, intent, speech),
    ),

  'meeting.move-form': (asking, intent) =>
    forLeader(asking, intent.meeting, 'move', (meeting, speech) =>
      openForm(asking, moveForm(meeting, speech), { type: 'meeting.move-form', meeting: meeting.id }, speech),
    ),

  'meeting.move': (asking, intent) =>
    withMeeting(asking, intent.meeting, 'move', async (actor, meeting, speech) => {
      const { when, place, reason } = intent;
      const moved = await moveMeeting(asking.tools, actor, { meetingId: meeting.id, when, place, reason });
      if (!moved.ok) return refuse(moved.refusal, speech);
      const { meeting: now, invitees } = moved.value;
      const said = now.settled ? speech.say.meeting.whispers.movedTo(now.number, spanText(now.settled, speech)) : '';
      const told = await tellChange(
        asking,
        actor,
        { meeting: now, invitees, groups: [] },
        movedMessage(now),
        said,
        speech,
      );
      return { whisper: meetingMovedCard(told.shown, speech), ...told.answer };
    }),

  'meeting.cancel-form': (asking, intent) =>
    forLeader(asking, intent.meeting, 'cancel', (meeting, speech) =>
      openForm(
        asking,
        cancelMeetingForm(meeting, speech),
        { type: 'meeting.cancel-form', meeting: meeting.id },
        speech,
      ),
    ),

  'meeting.cancel': (asking, intent) =>
    withMeeting(asking, intent.meeting, 'cancel', async (actor, meeting, speech) => {
      const { reason } = intent;
      const cancelled = await cancelMeeting(asking.tools, actor, { meetingId: meeting.id, reason });
      if (!cancelled.ok) return refuse(cancelled.refusal, speech);
      const { people, meeting: now } = cancelled.value;
      const notes = [doneNote(speech.say.meeting.whispers.cancelled(now.number))];
      const about = aboutMeeting(now).thing;
      const made = await showMade(asking, actor, { about, words: cancelledMessage, notes }, speech);
      return made ?? { whisper: meetingCancelledCard(now, people.length, speech) };
    }),

  'meeting.attend': (asking, { meeting: named, seat, answer: said }) =>
    withMeeting(asking, named, 'attend', (actor, meeting, speech) =>
      attend(asking, actor, meeting, { answer: said, seat: seat as SeatId | undefined }, speech),
    ),

  'meeting.series-form': asking =>
    toPropose(asking, async ({ network }, speech) => {
      const form = seriesForm(suggestedSeries(network, asking.tools.world.clock.now()), speech);
      return openForm(asking, form, { type: 'meeting.series-form' }, speech);
    }),

  'meeting.series-preview': (asking, wanted) =>
    toPropose(asking, async ({ network }, speech) => {
      const plan = planSeries(wanted, network, asking.tools.world.clock.now());
      if (!plan.ok) return refuse(plan.refusal, speech);
      const create: Carried = { ...wanted, type: 'meeting.series-create' };
      return { whisper: seriesPreviewCard({ ...wanted, plan: plan.value }, create, speech) };
    }),

  'meeting.series-create': (asking, wanted) =>
    asMember(asking, async (actor, speech) => {
      const created = await createSeries(asking.tools, actor, wanted);
      if (!created.ok) return refuse(created.refusal, speech);
      const { series, invitees } = created.value;
      const notes = [doneNote(speech.say.meeting.series.created(series.spans.length))];
      const about = aboutSeries(series).thing;
      const made = await showMade(asking, actor, { about, words: seriesMessage, notes }, speech);
      return made ?? { whisper: seriesCreatedCard(series.spans.length, invitees.people.length, speech) };
    }),
};

const mostListed = 40;

/** Forms and searches that lead to a meeting, for those who may call one. */
function toPropose(asking: Asking, work: (actor: Actor, speech: Speech) => Promise<Answer>): Promise<Answer> {
  return asMember(asking, async (actor, speech) => {
    const right = allowed(actor, 'meeting.propose');
    return right.ok ? work(actor, speech) : refuse(right.refusal, speech);
  });
}

/** A form about a meeting as it stands, for those who may do what it asks. */
function forLeader(
  asking: Asking,
  named: MeetingId | number | undefined,
  deed: Extract<MeetingDeed, 'move' | 'cancel'>,
  open: (meeting: Meeting, speech: Speech) => Answer,
): Promise<Answer> {
  return withMeeting(asking, named, deed, async (actor, meeting, speech) => {
    const right = allowed(actor, `meeting.${deed}`);
    if (!right.ok) return refuse(right.refusal, speech);
    if (meetingCan(meeting, deed)) return open(meeting, speech);
    return meetingCan(meeting, 'settle')
      ? refuse({ code: 'not-settled', number: meeting.number }, speech)
      : refuse(closedTo(meeting).refusal, speech);
  });
}

async function tellProposed(asking: Asking, actor: Actor, meeting: Meeting, speech: Speech): Promise<Answer> {
  const { tools } = asking;
  const notes = [doneNote(speech.say.meeting.whispers.proposed(meeting.number))];
  const about = aboutMeeting(meeting).thing;
  const made = await showMade(asking, actor, { about, words: posting, notes }, speech);
  if (made) return made;
  const links = await channelLinks.all(tools.store, networkPartition(actor.network.id));
  const now = tools.world.clock.now();
  const shown = {
    ...(await leaderShown(asking, actor, meeting)),
    channels: links.filter(({ value }) => !value.lostAt).length,
    reminders: meeting.answersBy
      ? plannedReminders({ deadline: meeting.answersBy, now, toldAt: meeting.called.at }, actor.network)
      : [],
  };
  return { whisper: meetingProposedCard(shown, speech) };
}

/** The meeting's card, and to those who lead it what they can do. */
async function showMeeting(asking: Asking, actor: Actor, meeting: Meeting, speech: Speech): Promise<Answer> {
  const card = (await drawingOfMeeting(asking.tools, meeting)).write(speech);
  const leads = may(actor.roles, 'meeting.settle');
  if (!leads) return asking.from.place.kind === 'personal' ? { whisper: card } : { answer: card };
  const parts = leaderParts(await leaderShown(asking, actor, meeting), speech);
  return { whisper: { ...card, parts: [...card.parts, ...parts] } };
}

async function settle(
  asking: Asking,
  actor: Actor,
  meeting: Meeting,
  { time, reason }: Pick<IntentOf<'meeting.settle'>, 'time' | 'reason'>,
  speech: Speech,
): Promise<Answer> {
  const { tools } = asking;
  const timeId = (typeof time === 'number' ? `t${time}` : time) as TimeId;
  const settled = await settleMeeting(tools, actor, { meetingId: meeting.id, timeId, reason });
  if (!settled.ok) {
    return settled.refusal.code === 'notice-short'
      ? askReason(asking, actor, meeting, timeId, speech)
      : refuse(settled.refusal, speech);
  }
  const { meeting: now, invitees } = settled.value;
  const startsAt = now.settled?.startsAt ?? now.called.at;
  const groups = groupsByAnswers(timeId, await readStanding(tools, now, actor.network), actor.network, startsAt);
  const said = now.settled ? speech.say.meeting.whispers.settled(now.number, spanText(now.settled, speech)) : '';
  const told = await tellChange(asking, actor, { meeting: now, invitees, groups }, invitation(now), said, speech);
  return { whisper: meetingSettledCard(told.shown, speech), ...told.answer };
}

/** Nearer than the network's notice: settled with a reason, which a form asks for. */
async function askReason(
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

type Change = { readonly meeting: Meeting; readonly invitees: Invitees; readonly groups: readonly GroupPresence[] };

/** The words that went to many are shown before they go; what else is to be known of the change stands above them. */
async function tellChange(
  asking: Asking,
  actor: Actor,
  { meeting, invitees, groups }: Change,
  words: Message,
  said: string,
  speech: Speech,
) {
  const unfilled = await seatsAndParties(asking.tools, actor.network.id, invitees.unfilled);
  const { whispers } = speech.say.meeting;
  const missing = groups.filter(({ strength }) => strength === 'missing');
  const notes = [
    doneNote(said),
    ...(unfilled.length > 0 ? [warning(unfilledText(unfilled, speech))] : []),
    ...(missing.length > 0
      ? [warning(`${whispers.byAnswers} ${speech.say.meeting.missing(groupNames(missing, speech))}`)]
      : []),
  ];
  const made = await showMade(asking, actor, { about: aboutMeeting(meeting).thing, words, notes }, speech);
  const shown = {
    ...(await leaderShown(asking, actor, meeting)),
    told: invitees.people.length,
    unfilled,
    groups,
  };
  return { shown, answer: made ?? (await standingOf(asking, meeting)) };
}

function doneNote(text: string): Note {
  return { kind: 'note', sign: 'done', text };
}

function warning(text: string): Note {
  return { kind: 'note', sign: 'warning', text };
}
