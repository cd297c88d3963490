import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { acceptOnAgenda, meetingStands, numberAccepted } from './agenda-change.ts';
import {
  agendaOf,
  caseIn,
  deedOf,
  mayNow,
  type NoCase,
  type NoMeeting,
  type WrongCaseState,
  type WrongState,
} from './agenda-meeting.ts';
import { type CaseId, caseCan, stateOfCase } from './case.ts';
import type { MeetingId } from './meeting.ts';
import type { CaseIn } from './suggest-case.ts';

export type AcceptRefusal = NotAllowed | NoMeeting | WrongState | NoCase | WrongCaseState;

/** Puts a suggested case last on the agenda. One that stands there already stays where it is. */
export async function acceptCase(
  tools: Tools,
  actor: Actor,
  meetingId: MeetingId,
  id: CaseId,
): Promise<Outcome<CaseIn, AcceptRefusal>> {
  const right = allowed(actor, 'agenda.order');
  if (!right.ok) return right;
  const accepted = await retrying(async (): Promise<Outcome<CaseIn, AcceptRefusal>> => {
    const kept = await agendaOf(tools, actor, meetingId);
    if (!kept.ok) return kept;
    const { meeting } = kept.value;
    const suggested = caseIn(kept.value, id);
    if (!suggested) return refused({ code: 'no-case' });
    if (stateOfCase(suggested) === 'onAgenda') return done({ meeting: meeting.value, case: suggested });
    const state = mayNow(meeting.value, 'orderAgenda');
    if (!state.ok) return state;
    if (!caseCan(suggested, 'accept')) return refused({ code: 'case-state', state: stateOfCase(suggested) });
    const made = await acceptOnAgenda(tools, kept.value, suggested, deedOf(actor, tools));
    await tools.store.batch(meeting.partition, [meetingStands(kept.value), ...made.operations]);
    return done({ meeting: meeting.value, case: made.case });
  });
  return accepted.ok ? done(await numberAccepted(tools, actor, accepted.value)) : accepted;
}
