import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { idFrom } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { may } from '../networks/who-may.ts';
import { acceptOnAgenda, meetingStands, numberAccepted } from './agenda-change.ts';
import { agendaOf, caseIn, deedOf, mayNow, type NoMeeting, type WrongState } from './agenda-meeting.ts';
import { type Case, type CaseId, mostCases, stateOfCase } from './case.ts';
import { caseKey, cases } from './case-store.ts';
import { type CaseWords, readCaseWords, type WordsRefusal } from './case-words.ts';
import type { Meeting, MeetingId } from './meeting.ts';

export type SuggestRefusal =
  | NotAllowed
  | NoMeeting
  | WrongState
  | WordsRefusal
  | { readonly code: 'too-many-cases'; readonly field: 'title'; readonly most: number };

export type CaseIn = { readonly meeting: Meeting; readonly case: Case };

/**
 * Suggests a case for a meeting; what whoever orders the agenda suggests stands on it at once. A repeat finds the case it
 * made.
 */
export async function suggestCase(
  tools: Tools,
  actor: Actor,
  meetingId: MeetingId,
  words: CaseWords,
): Promise<Outcome<CaseIn, SuggestRefusal>> {
  const right = allowed(actor, 'case.suggest');
  if (!right.ok) return right;
  const fields = readCaseWords(words);
  if (!fields.ok) return fields;
  const id = idFrom('case', meetingId, actor.requestKey) as CaseId;
  const made = await retrying(async (): Promise<Outcome<CaseIn, SuggestRefusal>> => {
    const kept = await agendaOf(tools, actor, meetingId);
    if (!kept.ok) return kept;
    const { meeting, cases: all } = kept.value;
    const already = caseIn(kept.value, id);
    if (already) return done({ meeting: meeting.value, case: already });
    const state = mayNow(meeting.value, 'suggestCase');
    if (!state.ok) return state;
    const standing = all.filter(({ value }) => stateOfCase(value) !== 'withdrawn');
    if (standing.length >= mostCases) return refused({ code: 'too-many-cases', field: 'title', most: mostCases });
    const by = deedOf(actor, tools);
    const suggested: Case = { id, meetingId, ...fields.value, suggested: by, revision: 0 };
    const written = may(actor.roles, 'agenda.order')
      ? await acceptOnAgenda(tools, kept.value, suggested, by)
      : { case: suggested, operations: [cases.create(caseKey(id), suggested)] };
    await tools.store.batch(meeting.partition, [meetingStands(kept.value), ...written.operations]);
    return done({ meeting: meeting.value, case: written.case });
  });
  return made.ok ? done(await numberAccepted(tools, actor, made.value)) : made;
}
