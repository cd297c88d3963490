import { oweWords } from '../../delivery/delivery.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Operation } from '../../store/store.ts';
import type { Tools } from '../../tools.ts';
import { idFrom, later } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { may } from '../networks/who-may.ts';
import { acceptOnAgenda, meetingStands, numberAccepted } from './agenda-change.ts';
import { suggestionsGatheredMs } from './agenda-lines.ts';
import { agendaOf, caseIn, deedOf, mayNow, type NoMeeting, type WrongState } from './agenda-meeting.ts';
import { caseSuggestedMessage } from './agenda-messages.ts';
import { type Case, type CaseId, mostCases, stateOfCase } from './case.ts';
import { caseKey, cases } from './case-store.ts';
import { type CaseWords, readCaseWords, type WordsRefusal } from './case-words.ts';
import { leadersOf } from './invitees.ts';
import type { Meeting, MeetingId } from './meeting.ts';
import { aboutMeeting } from './meeting-store.ts';

export type SuggestRefusal =
  | NotAllowed
  | NoMeeting
  | WrongState
  | WordsRefusal
  | { readonly code: 'too-many-cases'; readonly field: 'title'; readonly most: number };

export type CaseIn = { readonly meeting: Meeting; readonly case: Case };

/**
 * Suggests a case for a meeting; what whoever orders the agenda suggests stands on it at once, and of any other the
 * coordinators are owed word. A repeat finds the case it made.
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
      : { case: suggested, operations: await waitsFor(tools, actor, meeting.value, suggested) };
    await tools.store.batch(meeting.partition, [meetingStands(kept.value), ...written.operations]);
    return done({ meeting: meeting.value, case: written.case });
  });
  return made.ok ? done(await numberAccepted(tools, actor, made.value)) : made;
}

/** The case, and word of it to the coordinators: a little later, so that several become one. */
async function waitsFor(
  tools: Tools,
  { network }: Actor,
  meeting: Meeting,
  suggested: Case,
): Promise<readonly Operation[]> {
  const { id, suggested: by } = suggested;
  const owing = { now: by.at, dueAt: later(by.at, suggestionsGatheredMs) };
  const coordinators = await leadersOf(tools, network);
  return [
    cases.create(caseKey(id), suggested),
    ...oweWords(aboutMeeting(meeting), caseSuggestedMessage(id), coordinators, by.request, owing),
  ];
}
