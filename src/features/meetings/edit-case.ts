import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import type { Actor, NotAllowed } from '../networks/identify-member.ts';
import { meetingStands, redrawMeeting } from './agenda-change.ts';
import {
  agendaOf,
  type CaseConcluded,
  changeable,
  deedOf,
  isDoneBefore,
  markDone,
  type NoCase,
  type NoMeeting,
  type WrongCaseState,
  type WrongState,
} from './agenda-meeting.ts';
import type { Case, CaseId } from './case.ts';
import { cases } from './case-store.ts';
import { type CaseWords, readCaseWords, type WordsRefusal } from './case-words.ts';
import type { MeetingId } from './meeting.ts';
import type { CaseIn } from './suggest-case.ts';

export type EditRefusal =
  | NotAllowed
  | NoMeeting
  | WrongState
  | NoCase
  | WrongCaseState
  | CaseConcluded
  | WordsRefusal
  /** Somebody else edited it since the form was opened; sent once more, it replaces what they wrote. */
  | { readonly code: 'case-changed'; readonly field: 'title' };

/**
 * Changes what a case says. Its number stays. A repeat changes nothing.
 * @param seen the revision the form was opened with
 */
export async function editCase(
  tools: Tools,
  actor: Actor,
  meetingId: MeetingId,
  { id, seen }: { readonly id: CaseId; readonly seen: number },
  words: CaseWords,
): Promise<Outcome<CaseIn, EditRefusal>> {
  const fields = readCaseWords(words);
  if (!fields.ok) return fields;
  return retrying(async () => {
    const kept = await agendaOf(tools, actor, meetingId);
    if (!kept.ok) return kept;
    const { meeting } = kept.value;
    const before = kept.value.cases.find(({ value }) => value.id === id);
    if (!before) return refused({ code: 'no-case' });
    if (await isDoneBefore(tools, kept.value, actor)) return done({ meeting: meeting.value, case: before.value });
    const may = await changeable(tools, actor, kept.value, before.value, 'edit');
    if (!may.ok) return may;
    if (before.value.revision !== seen) return refused({ code: 'case-changed', field: 'title' });
    const by = deedOf(actor, tools);
    const edited: Case = {
      ...before.value,
      ...fields.value,
      ...unchangeable(before.value),
      revision: seen + 1,
      edited: by,
    };
    await tools.store.batch(meeting.partition, [
      meetingStands(kept.value),
      markDone(by),
      cases.replace(before, edited),
      redrawMeeting(meeting.value, by),
    ]);
    return done({ meeting: meeting.value, case: edited });
  });
}

/** The approval of earlier minutes is called what it is. */
function unchangeable({ approves, title, caseType }: Case): Partial<Pick<Case, 'title' | 'caseType'>> {
  return approves ? { title, caseType } : {};
}
