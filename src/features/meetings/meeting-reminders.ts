/** What a meeting reminds people of by itself, and when: for the batches of the deeds that change it. Pure. */
import { posting, postingPlaces } from '../../delivery/delivery.ts';
import { endSchedule, oweSchedule } from '../../delivery/schedule.ts';
import { type Deed, oweAgreed } from '../../delivery/sending.ts';
import type { Operation } from '../../store/store.ts';
import type { Instant } from '../../world.ts';
import type { ChannelLink, Network } from '../networks/network.ts';
import type { Meeting } from './meeting.ts';
import { answerReminder, attendReminder, invitation, representationMessage } from './meeting-messages.ts';
import { aboutMeeting } from './meeting-store.ts';
import { noticeDays } from './notice.ts';

/** Those who have not answered are reminded before the day their answers are wanted. */
export function afterProposing(meeting: Meeting, network: Network, now: Instant): readonly Operation[] {
  if (!meeting.answersBy) return [];
  const wanted = { message: answerReminder, deadline: meeting.answersBy, by: meeting.called.by, now, toldAt: now };
  return [oweSchedule(aboutMeeting(meeting), wanted, network)];
}

/** Nobody is asked for times any more; those who have not said whether they come are, and those who lead are told. */
export function afterSettling(meeting: Meeting, network: Network, now: Instant): readonly Operation[] {
  return [endSchedule(answerReminder), ...beforeMeeting(meeting, network, now)];
}

/** Before the meeting's time, as it is now: writes anew what an earlier time had. */
export function beforeMeeting(meeting: Meeting, network: Network, now: Instant): readonly Operation[] {
  const { settled } = meeting;
  if (!settled) return [];
  const about = aboutMeeting(meeting);
  const until = { deadline: settled.startsAt, by: settled.by, now };
  return [
    oweSchedule(about, { ...until, message: attendReminder, toldAt: now }, network),
    oweSchedule(about, { ...until, message: representationMessage, leadDays: [dayBefore] }, network),
  ];
}

const dayBefore = 1;

/** Days before a recurring meeting when its invitation goes out; the later ones for those who have not had it by then. */
const inviteLeadDays = [30, 21, 14, 7];

/** A day to be invited on may be moved to the work day before it, over a whole Easter. */
const mostDaysMoved = 5;

/** Whether its card waits before it stands in the channels: a year's cards at once would hide one another. */
function isFarAhead(startsAt: Instant, network: Network, now: Instant): boolean {
  return noticeDays(startsAt, network, now) > Math.max(...inviteLeadDays) + mostDaysMoved;
}

/** A recurring meeting is made long before; when it is near its invitation goes out, and its card into the channels. */
export function whenNear(meeting: Meeting, network: Network, now: Instant): readonly Operation[] {
  const { settled, series } = meeting;
  if (!settled || series === undefined) return [];
  const about = aboutMeeting(meeting);
  const until = { deadline: settled.startsAt, by: settled.by, now };
  const isFar = isFarAhead(settled.startsAt, network, now);
  return [
    oweSchedule(about, { ...until, message: invitation(meeting), leadDays: inviteLeadDays }, network),
    isFar
      ? oweSchedule(about, { ...until, message: posting, leadDays: inviteLeadDays.slice(0, 1) }, network)
      : endSchedule(posting),
  ];
}

/** One that is near stands in the channels at once; where its card stands already it is left as it is. */
export function postedWhenNear(
  meeting: Meeting,
  network: Network,
  links: readonly ChannelLink[],
  deed: Deed,
): readonly Operation[] {
  const { settled, series } = meeting;
  if (!settled || series === undefined || isFarAhead(settled.startsAt, network, deed.now)) return [];
  return [oweAgreed(aboutMeeting(meeting), posting, postingPlaces(links), deed)];
}

/** Nothing more is owed of a meeting that is cancelled. */
export function afterCancelling(meeting: Meeting): readonly Operation[] {
  return [answerReminder, attendReminder, representationMessage, invitation(meeting), posting].map(endSchedule);
}
