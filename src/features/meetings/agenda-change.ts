/** What every change of an agenda has in common: the cases it owes, their numbers, and the write. */
import { oweRedraw } from '../../delivery/delivery.ts';
import { check, type Kept } from '../../store/collection.ts';
import type { Operation } from '../../store/store.ts';
import type { Tools } from '../../tools.ts';
import type { Actor } from '../networks/identify-member.ts';
import { missingApprovals } from './agenda-approval.ts';
import { type Agenda, emptyAgenda } from './agenda-lines.ts';
import type { Case, CaseId, CaseNumber, Done } from './case.ts';
import { takeCaseNumbers, yearOf } from './case-number.ts';
import { type AgendaKept, caseKey, cases, writeAgenda } from './case-store.ts';
import { type Meeting, stateOfMeeting } from './meeting.ts';

/** What is to become of an agenda. Nothing is written of it yet. */
export type AgendaChanged = {
  readonly agenda: Agenda;
  /** Every case that stands on it or waits, as it will be. */
  readonly cases: readonly Case[];
};

/**
 * The agenda with the cases put last on it, and the approvals it owes put first. @param added made or accepted by the deed
 */
export async function putOnAgenda(
  tools: Pick<Tools, 'store'>,
  kept: AgendaKept,
  added: readonly Case[],
  by: Done,
): Promise<AgendaChanged> {
  const approvals = await missingApprovals(tools, kept, by);
  const before = kept.agenda?.value ?? emptyAgenda(by);
  const changed = new Map([...approvals, ...added].map(each => [each.id, each]));
  const standing = kept.cases.map(({ value }) => value).filter(({ id }) => !changed.has(id));
  return {
    agenda: {
      ...before,
      revision: before.revision + 1,
      changed: by,
      order: [...approvals.map(({ id }) => id), ...before.order, ...added.map(({ id }) => id)],
    },
    cases: [...standing, ...changed.values()],
  };
}

/** A suggested case is put on the agenda, with a number where the others have theirs. @returns it, and what writes it */
export async function acceptOnAgenda(
  tools: Pick<Tools, 'store'>,
  actor: Pick<Actor, 'network'>,
  kept: AgendaKept,
  suggested: Case,
  by: Done,
): Promise<{ readonly case: Case; readonly operations: readonly Operation[] }> {
  const placed = await putOnAgenda(tools, kept, [{ ...suggested, accepted: by }], by);
  const after = isNumbered(kept) ? await numbered(tools, actor, kept.meeting.value, placed) : placed;
  const accepted = after.cases.find(({ id }) => id === suggested.id) ?? suggested;
  return { case: accepted, operations: writeChanged(kept, after, by) };
}

/** The same agenda with another order of the cases, or fewer of them. */
export function reordered({ agenda, cases: all }: AgendaKept, order: Agenda['order'], by: Done): AgendaChanged {
  const before = agenda?.value ?? emptyAgenda(by);
  return {
    agenda: { ...before, revision: before.revision + 1, changed: by, order },
    cases: all.map(({ value }) => value),
  };
}

/** Numbers are given once the agenda is out or the meeting has begun; before that the order may still change. */
export function isNumbered({ meeting, agenda }: Pick<AgendaKept, 'meeting' | 'agenda'>): boolean {
  return (agenda?.value.sent.length ?? 0) > 0 || stateOfMeeting(meeting.value) === 'underWay';
}

/** The same cases, those on the agenda each with a number. */
export async function numbered(
  tools: Pick<Tools, 'store'>,
  { network }: Pick<Actor, 'network'>,
  meeting: Meeting,
  { agenda, cases: all }: AgendaChanged,
): Promise<AgendaChanged> {
  const byId = new Map(all.map(each => [each.id, each]));
  const lacking = agenda.order.filter(id => byId.get(id)?.number === undefined);
  const year = yearOf(meeting.settled?.startsAt ?? meeting.called.at, network);
  const given = await takeCaseNumbers(tools, network, meeting.id, year, lacking);
  return { agenda, cases: all.map(each => withNumber(each, given)) };
}

function withNumber(each: Case, given: ReadonlyMap<CaseId, CaseNumber>): Case {
  const number = given.get(each.id);
  return number && !each.number ? { ...each, number } : each;
}

/** Operations that write what is different from what was read, and redraw the meeting where it stands. */
export function writeChanged(kept: AgendaKept, after: AgendaChanged, by: Done): readonly Operation[] {
  return [writeAgenda(kept, after.agenda), ...writeCases(kept, after.cases), redrawMeeting(kept.meeting.value, by)];
}

/** The meeting must stand as it was read: nothing comes on the agenda of one that was cancelled meanwhile. */
export function meetingStands({ meeting }: Pick<AgendaKept, 'meeting'>): Operation {
  return check(meeting);
}

export function redrawMeeting({ networkId, id }: Meeting, { at }: Pick<Done, 'at'>): Operation {
  return oweRedraw({ networkId, thing: { kind: 'meeting', id } }, at);
}

function writeCases(kept: AgendaKept, after: readonly Case[]): readonly Operation[] {
  const before = new Map(kept.cases.map(each => [each.value.id, each]));
  return after.flatMap(each => writeCase(before.get(each.id), each));
}

function writeCase(before: Kept<Case> | undefined, after: Case): readonly Operation[] {
  if (!before) return [cases.create(caseKey(after.id), after)];
  return before.value === after ? [] : [cases.replace(before, after)];
}
