/** How one person answers the times of a meeting, or says whether they come, and what they are told of it. */
import { refusalCard } from '../../../cards/answer-cards.ts';
import type { Button } from '../../../cards/card.ts';
import { answerTimesForm } from '../../../cards/meetings/meeting-forms.ts';
import {
  type AnswersShown,
  attendsCard,
  myMeetingCard,
  type SeatAndParty,
  timesAnsweredCard,
  whichMeetingSeatCard,
} from '../../../cards/meetings/meeting-whispers.ts';
import {
  type Availabilities,
  answerId,
  answerTimes,
  closedTo,
  type TimesAnswered,
} from '../../features/meetings/answer-times.ts';
import { attendanceId, attendMeeting } from '../../features/meetings/attend-meeting.ts';
import { type AttendanceAnswer, type Meeting, meetingCan, stateOfMeeting } from '../../features/meetings/meeting.ts';
import { answeredTimes, attendingAt, readStanding } from '../../features/meetings/meeting-standing.ts';
import { attendances, meetingPartition, timeAnswers } from '../../features/meetings/meeting-store.ts';
import { ownSeats, seatFor } from '../../features/meetings/seat-for.ts';
import type { Actor } from '../../features/networks/identify-member.ts';
import type { MemberId, Seat, SeatId } from '../../features/networks/network.ts';
import type { Refusal } from '../../texts/refusal.ts';
import type { Speech } from '../../texts/speak.ts';
import type { Tools } from '../../tools.ts';
import { dayOf } from '../../world.ts';
import { type Answer, type Asking, openForm, refuse } from '../asking.ts';
import { withoutWay } from '../without-way.ts';
import { memberNames, seatsAndParties, standingOf } from './with-meeting.ts';

/** The form for an answer, with what the seat has answered; only where an answer can be given. */
export async function openTimesForm(
  asking: Asking,
  actor: Actor,
  meeting: Meeting,
  chosen: SeatId | undefined,
  speech: Speech,
): Promise<Answer> {
  const { tools } = asking;
  if (!meetingCan(meeting, 'answerTimes')) {
    return { ...refuse(closedTo(meeting).refusal, speech), ...(await standingOf(asking, meeting)) };
  }
  const seat = seatFor(meeting, actor, chosen, 'meeting.answer', today(asking, actor));
  if (!seat.ok) return refusedSeat(asking, actor, meeting, seat.refusal, answerFormFor(meeting), speech);
  const given = await timeAnswers.get(tools.store, meetingPartition(meeting.id), answerId(seat.value.id));
  const form = answerTimesForm(meeting, given?.value.answers ?? {}, seat.value.id, speech);
  return openForm(asking, form, { type: 'meeting.answer-form', meeting: meeting.id, seat: seat.value.id }, speech);
}

type Again = (seat: SeatId) => Pick<Button, 'intent' | 'opensForm'>;

function answerFormFor({ id }: Meeting): Again {
  return seat => ({ intent: { type: 'meeting.answer-form', meeting: id, seat }, opensForm: true });
}

type Given = {
  readonly answers: Availabilities;
  readonly seat?: SeatId | undefined;
  readonly isPartial?: boolean;
};

export async function answer(
  asking: Asking,
  actor: Actor,
  meeting: Meeting,
  { answers, seat, isPartial = false }: Given,
  speech: Speech,
): Promise<Answer> {
  const outcome = await answerTimes(asking.tools, actor, { meetingId: meeting.id, answers, seat, isPartial });
  if (!outcome.ok) {
    const again: Again = its => ({ intent: { type: 'meeting.answer', meeting: meeting.id, seat: its, ...answers } });
    return refusedSeat(asking, actor, meeting, outcome.refusal, again, speech);
  }
  return {
    whisper: timesAnsweredCard(await shownAnswer(asking, actor, outcome.value), speech),
    ...(await standingOf(asking, meeting)),
  };
}

async function shownAnswer(asking: Asking, actor: Actor, { meeting, seat, answer: given, replaced }: TimesAnswered) {
  const { tools } = asking;
  const partition = meetingPartition(meeting.id);
  const others = ownSeats(meeting, actor, today(asking, actor)).filter(each => each.id !== seat.id);
  const answered = await Promise.all(others.map(each => timeAnswers.get(tools.store, partition, answerId(each.id))));
  const silent = others.filter((_, at) => answered[at] === undefined);
  const [own, ...more] = await seatsAndParties(tools, meeting.networkId, [seat, ...silent]);
  const nameOf = await memberNames(tools, meeting.networkId);
  const isOthers = replaced && replaced.by !== actor.member.id;
  return {
    meeting,
    answer: given,
    seat: own ?? { seat, party: undefined },
    others: more,
    replaced: isOthers ? { by: nameOf(replaced.by), at: replaced.at } : undefined,
  };
}

export async function attend(
  asking: Asking,
  actor: Actor,
  meeting: Meeting,
  { answer: said, seat: chosen }: { readonly answer: AttendanceAnswer; readonly seat?: SeatId | undefined },
  speech: Speech,
): Promise<Answer> {
  const outcome = await attendMeeting(asking.tools, actor, { meetingId: meeting.id, answer: said, seat: chosen });
  if (!outcome.ok) {
    const again: Again = seat => ({ intent: { type: 'meeting.attend', meeting: meeting.id, seat, answer: said } });
    return refusedSeat(asking, actor, meeting, outcome.refusal, again, speech);
  }
  const { seat, attendance, asked, comesAlready, ...attends } = outcome.value;
  const [[shown = { seat, party: undefined }], nameOf] = await Promise.all([
    seatsAndParties(asking.tools, meeting.networkId, [seat]),
    memberNames(asking.tools, meeting.networkId),
  ]);
  const comer = attendance.attendeeId;
  const waiting = attendance.answer === 'notComing' ? (attendance.asked ?? []) : [];
  const unreached = await withoutWay(asking, actor.network, [...asked, ...waiting]);
  const isReached = (id: MemberId) => unreached.every(each => each.id !== id);
  const card = attendsCard(
    {
      ...attends,
      attendance,
      seat: shown,
      asked: asked.filter(isReached).map(nameOf),
      waiting: waiting.filter(id => isReached(id) && !asked.includes(id)).map(nameOf),
      unreached: unreached.map(({ name }) => name),
      comesAlready: comesAlready && nameOf(comesAlready),
      stillComes: comer !== undefined && comer !== actor.member.id ? nameOf(comer) : undefined,
    },
    speech,
  );
  return { whisper: card, ...(await standingOf(asking, meeting)) };
}

/** What was refused is told; where it is only for which seat, the seats are offered. */
async function refusedSeat(
  asking: Asking,
  actor: Actor,
  meeting: Meeting,
  refusal: Refusal,
  again: Again,
  speech: Speech,
): Promise<Answer> {
  const standing = await standingOf(asking, meeting);
  if (refusal.code !== 'which-meeting-seat') return { whisper: refusalCard(refusal, speech), refusal, ...standing };
  const seats = await seatsAndParties(asking.tools, actor.network.id, refusal.seats);
  return { whisper: whichMeetingSeatCard(meeting, seats, again, speech), ...standing };
}

/** What is registered for the seats this person may speak for. */
export async function myMeeting(asking: Asking, actor: Actor, meeting: Meeting, speech: Speech): Promise<Answer> {
  const { tools } = asking;
  const own = ownSeats(meeting, actor, today(asking, actor));
  const [seats, nameOf, everyone, standing] = await Promise.all([
    seatsAndParties(tools, meeting.networkId, own),
    memberNames(tools, meeting.networkId),
    everyonesAnswers(tools, actor, meeting),
    standingOf(asking, meeting),
  ]);
  const shown = await Promise.all(seats.map(each => registered(asking, meeting, each, nameOf)));
  const seat = seatFor(meeting, actor, undefined, 'meeting.attend', today(asking, actor));
  const noSeat = own.length > 0 || seat.ok ? undefined : speech.refusal(seat.refusal);
  return { whisper: myMeetingCard({ meeting, seats: shown, everyone, noSeat }, speech), ...standing };
}

/** By the proposed times, or by who comes once it has a time; of a meeting that was cancelled nobody asks. */
async function everyonesAnswers(tools: Tools, { network }: Actor, meeting: Meeting): Promise<AnswersShown> {
  if (stateOfMeeting(meeting) === 'cancelled') return {};
  const standing = await readStanding(tools, meeting, network);
  const named = (seats: readonly Seat[]) => seats.map(seat => ({ seat, party: standing.partyOf(seat) }));
  if (meetingCan(meeting, 'answerTimes')) {
    const { all, some, none } = answeredTimes(meeting, standing);
    return { all: named(all), some: named(some), none: named(none) };
  }
  const { coming, notComing, deputyAsked, silent } = attendingAt(meeting, standing, network);
  return {
    coming: named(coming),
    notComing: named(notComing),
    deputyAsked: named(deputyAsked),
    silent: named(silent),
  };
}

type NameOf = Awaited<ReturnType<typeof memberNames>>;

async function registered({ tools }: Asking, { id }: Meeting, seat: SeatAndParty, nameOf: NameOf) {
  const partition = meetingPartition(id);
  const [given, attendance] = await Promise.all([
    timeAnswers.get(tools.store, partition, answerId(seat.seat.id)),
    attendances.get(tools.store, partition, attendanceId(seat.seat.id)),
  ]);
  return {
    seat,
    answer: given && { ...given.value, name: nameOf(given.value.by) },
    attendance: attendance && { ...attendance.value, name: nameOf(attendance.value.by) },
  };
}

function today({ tools }: Asking, { network }: Actor): Seat['term']['from'] {
  return dayOf(tools.world.clock.now(), network.zone);
}
