/** What can be refused of agendas, meetings under way, minutes and follow-ups, each with a sentence in src/texts. */
import type { NotAllowed } from '../networks/identify-member.ts';
import type { AcceptRefusal } from './accept-case.ts';
import type { NoMeeting } from './agenda-meeting.ts';
import type { ApproveRefusal } from './approve-minutes.ts';
import type { CloseFollowUpRefusal } from './close-follow-up.ts';
import type { CommentRefusal } from './comment-on-minutes.ts';
import type { ConcludeRefusal } from './conclude-case.ts';
import type { EditRefusal } from './edit-case.ts';
import type { EndMeetingRefusal } from './end-meeting.ts';
import type { AgendaOrderRefusal } from './order-agenda.ts';
import type { RecordRefusal } from './record-presence.ts';
import type { RewordRefusal } from './reword-minutes.ts';
import type { SendAgendaRefusal } from './send-agenda.ts';
import type { SendMinutesRefusal } from './send-minutes.ts';
import type { StartMeetingRefusal } from './start-meeting.ts';
import type { SuggestRefusal } from './suggest-case.ts';
import type { WithdrawRefusal } from './withdraw-case.ts';

/** Who may do what, and that there is no such meeting, is said where networks and meetings are. */
export type AgendaRefusal = Exclude<
  | SuggestRefusal
  | EditRefusal
  | AcceptRefusal
  | WithdrawRefusal
  | AgendaOrderRefusal
  | SendAgendaRefusal
  | StartMeetingRefusal
  | RecordRefusal
  | ConcludeRefusal
  | EndMeetingRefusal
  | SendMinutesRefusal
  | CommentRefusal
  | RewordRefusal
  | ApproveRefusal
  | CloseFollowUpRefusal,
  NotAllowed | NoMeeting
>;
