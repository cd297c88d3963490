/** Which words people are owed of agendas, minutes and follow-ups; the bot has a writer for each, by its kind. */
import type { Message } from '../../delivery/delivery.ts';
import type { CaseId } from './case.ts';

/** @param sending which of the times the agenda was sent, 1 the first */
export const agendaMessage = (sending: number): Message => ({ kind: 'meeting-agenda', detail: String(sending) });

/** To those who put cases on the agenda: it was suggested, and waits for them. */
export const caseSuggestedMessage = (id: CaseId): Message => ({ kind: caseSuggestedKind, detail: id });
export const caseSuggestedKind = 'case-suggested';

/** @param sending which of the times the minutes were sent, 1 the first */
export const minutesMessage = (sending: number): Message => ({ kind: 'minutes', detail: String(sending) });

/** To those who lead, when the minutes have not been sent within the network's days. */
export const minutesLateMessage: Message = { kind: 'minutes-late' };

/** To whoever sent the minutes, when the time for comments is over. */
export const commentsMessage = (sending: number): Message => ({ kind: 'minutes-comments', detail: String(sending) });

/** To those who write the minutes: a comment has been given. @param id the comment's */
export const commentGivenMessage = (id: string): Message => ({ kind: commentGivenKind, detail: id });
export const commentGivenKind = 'minutes-comment';

/** To its owner, before it is due and after. */
export const followUpMessage: Message = { kind: 'follow-up' };
export const lateFollowUpMessage: Message = { kind: 'follow-up-late' };
