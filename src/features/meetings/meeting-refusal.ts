import type { NotAllowed } from '../networks/identify-member.ts';
import type { AnswerRefusal } from './answer-times.ts';
import type { AttendRefusal } from './attend-meeting.ts';
import type { CancelRefusal } from './cancel-meeting.ts';
import type { CreateSeriesRefusal } from './create-series.ts';
import type { FindRefusal } from './find-times.ts';
import type { InviteRefusal } from './invite-to-meeting.ts';
import type { MoveRefusal } from './move-meeting.ts';
import type { ProposeRefusal } from './propose-meeting.ts';
import type { SettleRefusal } from './settle-meeting.ts';

type Refusals =
  | ProposeRefusal
  | FindRefusal
  | AnswerRefusal
  | SettleRefusal
  | InviteRefusal
  | MoveRefusal
  | CancelRefusal
  | AttendRefusal
  | CreateSeriesRefusal;

/** What can be refused of meetings alone, each with a sentence in src/texts. */
export type MeetingRefusal =
  | Exclude<Refusals, NotAllowed | { readonly code: 'no-channel' }>
  /** A command without a number, where several meetings may be meant. */
  | { readonly code: 'which-meeting'; readonly numbers: readonly number[] }
  /** Typed answers that could not be read. */
  | { readonly code: 'answers-unread' };
