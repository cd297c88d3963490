/** Intents about meetings up to the day → workflow → what the person is told. */

import type { Note } from '../../../cards/card.ts';
import { doneNote } from '../../../cards/done-note.ts';
import { cardLimits } from '../../../cards/limits.ts';
import {
  cancelMeetingForm,
  chooseTimesForm,
  findForm,
  proposeForm,
  seriesForm,
} from '../../../cards/meetings/meeting-forms.ts';
import {
  earlierMeetingsCard,
  foundTimesCard,
  meetingsCard,
  seriesCreatedCard,
  seriesPreviewCard,
} from '../../../cards/meetings/meeting-lists.ts';
import {
  exceptionParts,
  leaderParts,
  meetingProposedCard,
  seatName,
  unreachedParts,
} from '../../../cards/meetings/meeting-whispers.ts';
import { posting } from '../../delivery/delivery.ts';
import { toldOfReminders } from '../../delivery/schedule.ts';
import { closedTo } from '../../features/meetings/answer-times.ts';
import { bringBackMeeting } from '../../features/meetings/bring-back-meeting.ts';
import { createSeries } from '../../features/meetings/create-series.ts';
import { findTimes } from '../../features/meetings/find-times.ts';
import { outsideChannels, sittersOf } from '../../features/meetings/invitees.ts';
import {
  type Meeting,
  type MeetingDeed,
  type MeetingId,
  meetingCan,
  type TimeId,
} from '../../features/meetings/meeting.ts';
import type { meetingIntents } from '../../features/meetings/meeting-intents.ts';
import { proposalMessage, seriesMessage } from '../../features/meetings/meeting-messages.ts';
import { aboutMeeting, meetingPartition, timeAnswers } from '../../features/meetings/meeting-store.ts';
import { meetingsListed } from '../../features/meetings/meetings-listed.ts';
import { meetingsMeant } from '../../features/meetings/meetings-meant.ts';
import { proposeMeeting } from '../../features/meetings/propose-meeting.ts';
import { digestOfTimes, planSeries, type SeriesWanted } from '../../features/meetings/series.ts';
import { aboutSeries } from '../../features/meetings/series-store.ts';
import { type Actor, allowed } from '../../features/networks/identify-member.ts';
import { hasJoined, type Network, type SeatId } from '../../features/networks/network.ts';
import { channelLinks, members, networkPartition } from '../../features/networks/network-store.ts';
import { may } from '../../features/networks/who-may.ts';
import type { Carried } from '../../intents/intent.ts';
import { encode, type WireRefusal } from '../../intents/wire.ts';
import type { Speech } from '../../texts/speak.ts';
import { type Answer, type Asking, asMember, type Handlers, openForm, refuse } from '../asking.ts';
import { madeBy, showMade } from '../deliveries/delivery-sendings.ts';
import { withoutWay } from '../without-way.ts';
import { drawingOfMeeting } from './draw-meeting.ts';
import { answer, attend, myMeeting, openTimesForm } from './meeting-answers.ts';
import { askReason, askToMove, cancel, invite, move, settle } from './meeting-changes.ts';
import { suggestedSearch, suggestedSeries } from './meeting-forms.ts';
import { readAvailabilities } from './read-availabilities.ts';
import { leaderShown, seatsAndParties, withMeeting } from './with-meeting.ts';

type MeetingRow = keyof typeof meetingIntents;

export const meetingHandlers: Pick<Handlers, MeetingRow> = {
  'meeting.form': (asking, given) =>
    toPropose(asking, async (_actor, speech) => {
      const { type, ...values } = given;
      const opensIt = fitsButton(given) ? given : ({ type, title: given.title } as const);
      return openForm(asking, proposeForm(speech, { values, errors: {} }), opensIt, speech);
    }),

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

  'meetings.show': (asking, { which }) =>
    asMember(asking, (actor, speech) => showMeetings(asking, actor, which ?? 'ahead', speech)),

  'meeting.show': (asking, intent) =>
    withMeeting(asking, intent.meeting, 'attend', (actor, meeting, speech) =>
      showMeeting(asking, actor, meeting, speech),
    ),

  'meeting.next': asking =>
    asMember(asking, async (actor, speech) => {
      const { tools } = asking;
      const [next] = await meetingsMeant(tools, actor.network.id, undefined, 'attend', tools.world.clock.now());
      return next ? showMeeting(asking, actor, next.value, speech) : showMeetings(asking, actor, 'ahead', speech);
    }),

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

  'meeting.invite': (asking, intent) =>
    withMeeting(asking, intent.meeting, 'attend', (actor, meeting, speech) => invite(asking, actor, meeting, speech)),

  'meeting.move-form': (asking, intent) =>
    forLeader(asking, intent.meeting, 'move', (actor, meeting, speech) =>
      askToMove(asking, actor, meeting, intent, speech),
    ),

  'meeting.move': (asking, intent) =>
    withMeeting(asking, intent.meeting, 'move', (actor, meeting, speech) =>
      move(asking, actor, meeting, intent, speech),
    ),

  'meeting.cancel-form': (asking, intent) =>
    forLeader(asking, intent.meeting, 'cancel', (_actor, meeting, speech) =>
      openForm(
        asking,
        cancelMeetingForm(meeting, speech),
        { type: 'meeting.cancel-form', meeting: meeting.id },
        speech,
      ),
    ),

  'meeting.cancel': (asking, intent) =>
    withMeeting(asking, intent.meeting, 'cancel', (actor, meeting, speech) =>
      cancel(asking, actor, meeting, intent, speech),
    ),

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
    toPropose(asking, async ({ network }, speech) => previewSeries(asking, network, wanted, speech)),

  'meeting.series-create': (asking, wanted) =>
    asMember(asking, async (actor, speech) => {
      const created = await createSeries(asking.tools, actor, wanted);
      if (!created.ok) {
        return created.refusal.code === 'series-changed'
          ? previewSeries(asking, actor.network, wanted, speech, true)
          : refuse(created.refusal, speech);
      }
      const { series, invitees } = created.value;
      const { created: createdText, agreeing } = speech.say.meeting.series;
      const notes = [
        doneNote(createdText(series.spans.length)),
        { kind: 'note', sign: 'information', text: agreeing } as const,
      ];
      const about = aboutSeries(series).thing;
      const made = await showMade(asking, actor, { about, words: seriesMessage, notes }, speech);
      return made ?? { whisper: seriesCreatedCard(series.spans.length, invitees.people.length, speech) };
    }),
};

const mostListed = 40;

/** The days as they were read: their words may mean others tomorrow. @param isAnew shown before, and now something else */
function previewSeries(
  { tools }: Asking,
  network: Network,
  { title, place, pattern, weekday, starts, minutes, ...days }: SeriesWanted,
  speech: Speech,
  isAnew = false,
): Answer {
  const what = { title, place, pattern, weekday, starts, minutes };
  const plan = planSeries({ ...what, ...days }, network, tools.world.clock.now());
  if (!plan.ok) return refuse(plan.refusal, speech);
  const { firstDay, lastDay } = plan.value;
  const seen = digestOfTimes(plan.value);
  const create: Carried = { type: 'meeting.series-create', ...what, firstDay, lastDay, seen };
  if (!fitsButton(create)) return refuse(tooLong(place ? 'place' : 'title'), speech);
  return { whisper: seriesPreviewCard({ title, place, plan: plan.value, minutes, isAnew }, create, speech) };
}

/** Only signs made of many code units come so far. */
function fitsButton(carried: Carried): boolean {
  return encode(carried).length <= cardLimits.buttonIntent;
}

function tooLong(field: string): WireRefusal {
  return { code: 'invalid', fields: [{ field, problem: 'too-long' }] };
}

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
  open: (actor: Actor, meeting: Meeting, speech: Speech) => Answer,
): Promise<Answer> {
  return withMeeting(asking, named, deed, async (actor, meeting, speech) => {
    const right = allowed(actor, `meeting.${deed}`);
    if (!right.ok) return refuse(right.refusal, speech);
    if (meetingCan(meeting, deed)) return open(actor, meeting, speech);
    return meetingCan(meeting, 'settle')
      ? refuse({ code: 'not-settled', number: meeting.number }, speech)
      : refuse(closedTo(meeting).refusal, speech);
  });
}

async function tellProposed(asking: Asking, actor: Actor, meeting: Meeting, speech: Speech): Promise<Answer> {
  const { tools } = asking;
  const reach = await reachOfAsked(asking, actor, meeting, speech);
  const { whispers } = speech.say.meeting;
  const notes = [doneNote(whispers.proposed(meeting.number)), ...unreachedParts(reach, speech)];
  const about = aboutMeeting(meeting).thing;
  const question = await madeBy(asking, actor, about, proposalMessage);
  const byPosting = question?.state === 'shown' ? [...notes, waitsToo(question.to.length, meeting, speech)] : notes;
  const made =
    (await showMade(asking, actor, { about, words: posting, notes: byPosting }, speech)) ??
    (await showMade(asking, actor, { about, words: proposalMessage, notes }, speech));
  if (made) return made;
  const links = await channelLinks.all(tools.store, networkPartition(actor.network.id));
  const now = tools.world.clock.now();
  const shown = {
    ...(await leaderShown(asking, actor, meeting)),
    ...reach,
    channels: links.filter(({ value }) => !value.lostAt).length,
    reminders: toldOfReminders({ deadline: meeting.answersBy, now, toldAt: meeting.called.at }, actor.network),
  };
  return { whisper: meetingProposedCard(shown, speech) };
}

/** Where channels and people are both more than a few, the words to the people are looked at by themselves. */
function waitsToo(people: number, { number }: Meeting, { say, command }: Speech): Note {
  const text = say.meeting.whispers.askedWaits(people, `${command('deliveries')} ${command('meeting')} ${number}`);
  return { kind: 'note', sign: 'information', text };
}

async function showMeetings(
  { tools }: Asking,
  { network, roles }: Actor,
  which: 'ahead' | 'earlier',
  speech: Speech,
): Promise<Answer> {
  const { ahead, unbegun, earlier } = await meetingsListed(tools, network.id, tools.world.clock.now());
  if (which === 'earlier') {
    const shown = { network: network.name, meetings: earlier.slice(0, mostListed) };
    return { answer: earlierMeetingsCard(shown, speech) };
  }
  const meetings = ahead.slice(0, mostListed).map(async meeting => ({
    meeting,
    answered: await tools.store.count(meetingPartition(meeting.id), timeAnswers.type),
  }));
  const shown = {
    network: network.name,
    meetings: await Promise.all(meetings),
    unbegun: unbegun.slice(0, mostListed),
    hasEarlier: earlier.length > 0,
    mayPropose: may(roles, 'meeting.propose'),
  };
  return { answer: meetingsCard(shown, speech) };
}

/** How many are asked outside the channels, and who of all that are asked cannot be: nobody writes to them, and no channel is theirs. */
async function reachOfAsked(asking: Asking, { network, seats }: Actor, meeting: Meeting, speech: Speech) {
  const { store } = asking.tools;
  const people = (await members.all(store, networkPartition(network.id))).map(({ value }) => value);
  const asked = seats.filter(({ id }) => meeting.seats.includes(id));
  const sitters = asked.map(seat => ({ seat, ids: sittersOf(seat, people) }));
  const mute = await withoutWay(
    asking,
    network,
    sitters.flatMap(({ ids }) => ids),
  );
  const lost = mute.filter(member => !hasJoined(member));
  const shown = await seatsAndParties(asking.tools, network.id, asked);
  const unreached = shown.flatMap((each, at) =>
    lost.filter(({ id }) => sitters[at]?.ids.includes(id)).map(({ name }) => `${name} (${seatName(each, speech)})`),
  );
  const apart = outsideChannels(asked, people).filter(id => mute.every(member => member.id !== id)).length;
  return { apart, unreached, canMail: asking.platformOf('mail|') !== undefined };
}

/** The meeting's card, and to those who lead it what they can do; a channel whose posting is gone gets it anew. */
async function showMeeting(asking: Asking, actor: Actor, meeting: Meeting, speech: Speech): Promise<Answer> {
  await bringBackMeeting(asking.tools, actor, meeting, asking.from.place.key);
  const card = (await drawingOfMeeting(asking.tools, meeting)).write(speech);
  const leads = may(actor.roles, 'meeting.settle');
  if (!leads) return asking.from.place.kind === 'personal' ? { whisper: card } : { answer: card };
  const parts = [...exceptionParts(meeting, speech), ...leaderParts(await leaderShown(asking, actor, meeting), speech)];
  return { whisper: { ...card, parts: [...card.parts, ...parts] } };
}
