import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import type { Actor, NotAllowed } from '../networks/identify-member.ts';
import { meetingStands, reordered, writeChanged } from './agenda-change.ts';
import {
  agendaOf,
  type CaseConcluded,
  caseIn,
  changeable,
  deedOf,
  type NoCase,
  type NoMeeting,
  type WrongCaseState,
  type WrongState,
} from './agenda-meeting.ts';
import { type CaseId, stateOfCase } from './case.ts';
import type { MeetingId } from './meeting.ts';
import type { CaseIn } from './suggest-case.ts';

export type WithdrawRefusal = NotAllowed | NoMeeting | WrongState | NoCase | WrongCaseState | CaseConcluded;

/**
 * Takes a case away: the secretariat any, whoever suggested it as long as it waits. Its number is not given to another.
 * May be repeated.
 */
export async function withdrawCase(
  tools: Tools,
  actor: Actor,
  meetingId: MeetingId,
  id: CaseId,
): Promise<Outcome<CaseIn, WithdrawRefusal>> {
  return retrying(async () => {
    const kept = await agendaOf(tools, actor, meetingId);
    if (!kept.ok) return kept;
    const { meeting, agenda } = kept.value;
    const standing = caseIn(kept.value, id);
    if (!standing) return refused({ code: 'no-case' });
    if (stateOfCase(standing) === 'withdrawn') return done({ meeting: meeting.value, case: standing });
    const may = await changeable(tools, actor, kept.value, standing, 'withdraw');
    if (!may.ok) return may;
    const by = deedOf(actor, tools);
    const withdrawn = { ...standing, withdrawn: by };
    const order = (agenda?.value.order ?? []).filter(each => each !== id);
    const after = reordered(kept.value, order, by);
    const cases = after.cases.map(each => (each.id === id ? withdrawn : each));
    await tools.store.batch(meeting.partition, [
      meetingStands(kept.value),
      ...writeChanged(kept.value, { ...after, cases }, by),
    ]);
    return done({ meeting: meeting.value, case: withdrawn });
  });
}
