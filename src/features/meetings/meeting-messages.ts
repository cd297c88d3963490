/** Which words people are owed about a meeting; the bot has a writer for each, by its kind. */
import type { Message } from '../../delivery/delivery.ts';
import type { SeatId } from '../networks/network.ts';
import type { Meeting } from './meeting.ts';

/** Of the meeting as it stood at this sequence: of an earlier one there is nothing left to say. */
export const invitation = ({ sequence }: Pick<Meeting, 'sequence'>): Message => ({
  kind: 'meeting-invitation',
  detail: String(sequence),
});

export const movedMessage = ({ sequence }: Pick<Meeting, 'sequence'>): Message => ({
  kind: 'meeting-moved',
  detail: String(sequence),
});

/** The time it has now: to each as a new one, or as an invitation where no earlier one was told. */
export const timeMessage = (meeting: Pick<Meeting, 'sequence' | 'moves'>): Message =>
  meeting.moves.length > 0 ? movedMessage(meeting) : invitation(meeting);

export const cancelledMessage: Message = { kind: 'meeting-cancelled' };

export const deputyKind = 'meeting-deputy';

/** To a seat's deputies: the holder cannot come. */
export const deputyMessage = (seat: SeatId): Message => ({ kind: deputyKind, detail: seat });

/** To a deputy who was to come: the holder comes after all. */
export const releasedMessage = (seat: SeatId): Message => ({ kind: 'meeting-released', detail: seat });

/** To those who lead: nobody who may sit in the seat can come any more. */
export const emptySeatMessage = (seat: SeatId): Message => ({ kind: 'meeting-empty-seat', detail: seat });

/** Times are proposed: to those who read of it in no channel. */
export const proposalMessage: Message = { kind: 'meeting-proposal' };

/** To those who have not answered the proposed times. */
export const answerReminder: Message = { kind: 'meeting-answer-reminder' };

/** To those who have not said whether they come. */
export const attendReminder: Message = { kind: 'meeting-attend-reminder' };

/** To those who lead, the day before: whose voices will be heard. */
export const representationMessage: Message = { kind: 'meeting-representation' };

/** The dates of a recurring meeting; about the series, not about any one of them. */
export const seriesMessage: Message = { kind: 'meeting-series' };

/** Whoever has had one of these knows of the meeting's time. */
export const tellsOfTime: ReadonlySet<string> = new Set(['meeting-invitation', 'meeting-moved', deputyKind]);
