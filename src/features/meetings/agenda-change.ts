/** What every change of an agenda has in common: the cases it owes, their numbers, and the write. */
import { oweRedraw } from '../../delivery/delivery.ts';
import { Conflict } from '../../outcome.ts';
import { check, type Kept } from '../../store/collection.ts';
import type { Operation } from '../../store/store.ts';
import type { Tools } from '../../tools.ts';
import type { Actor } from '../networks/identify-member.ts';
import { missingApprovals } from './agenda-approval.ts';
import { type Agenda, emptyAgenda } from './agenda-lines.ts';
import type { Case, CaseId, Done } from './case.ts';
import { giveCaseNumbers, yearOf } from './case-number.ts';
import { type AgendaKept, caseKey, cases, readAgenda, writeAgenda } from './case-store.ts';
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

/** A suggested case is put on the agenda; `numberAccepted` gives it its number. @returns it, and what writes it */
export async function acceptOnAgenda(
  tools: Pick<Tools, 'store'>,
  kept: AgendaKept,
  suggested: Case,
  by: Done,
): Promise<{ readonly case: Case; readonly operations: readonly Operation[] }> {
  const accepted = { ...suggested, accepted: by };
  const placed = await putOnAgenda(tools, kept, [accepted], by);
  return { case: accepted, operations: writeChanged(kept, placed, by) };
}

/** The case as it is when all that stand on its agenda have numbers, where the others have theirs. May be repeated. */
export async function numberAccepted<In extends { readonly case: Case }>(
  tools: Pick<Tools, 'store'>,
  { network }: Pick<Actor, 'network'>,
  of: In,
): Promise<In> {
  const { meetingId, id } = of.case;
  const kept = await readAgenda(tools, meetingId);
  if (!kept?.agenda || !isNumbered(kept)) return of;
  await giveNumbers(tools, network, kept.meeting.value, unnumbered(asKept(kept, kept.agenda.value)));
  const numbered = await cases.get(tools.store, kept.meeting.partition, caseKey(id));
  return numbered ? { ...of, case: numbered.value } : of;
}

/** The same agenda with another order of the cases, or fewer of them. */
export function reordered(kept: AgendaKept, order: Agenda['order'], by: Done): AgendaChanged {
  const before = kept.agenda?.value ?? emptyAgenda(by);
  return asKept(kept, { ...before, revision: before.revision + 1, changed: by, order });
}

function asKept({ cases: all }: AgendaKept, agenda: Agenda): AgendaChanged {
  return { agenda, cases: all.map(({ value }) => value) };
}

/** Numbers are given once the agenda is out or the meeting has begun; before that the order may still change. */
export function isNumbered({ meeting, agenda }: Pick<AgendaKept, 'meeting' | 'agenda'>): boolean {
  return (agenda?.value.sent.length ?? 0) > 0 || stateOfMeeting(meeting.value) === 'underWay';
}

/**
 * The same agenda, when each case on it has a number.
 * @throws Conflict when they had to be given: that wrote what was to become of the agenda, and it is read anew
 */
export async function numbered(
  tools: Pick<Tools, 'store'>,
  { network }: Pick<Actor, 'network'>,
  kept: AgendaKept,
  placed: AgendaChanged,
  by: Done,
): Promise<AgendaChanged> {
  const lacking = unnumbered(placed);
  if (lacking.length === 0) return placed;
  const { partition, value: meeting } = kept.meeting;
  if (placed.cases.length > kept.cases.length) {
    await tools.store.batch(partition, [meetingStands(kept), ...writeChanged(kept, placed, by)]);
  }
  await giveNumbers(tools, network, meeting, lacking);
  throw new Conflict('The cases have been numbered since they were read');
}

function unnumbered({ agenda, cases: all }: AgendaChanged): readonly CaseId[] {
  const byId = new Map(all.map(each => [each.id, each]));
  return agenda.order.filter(id => byId.get(id)?.number === undefined);
}

async function giveNumbers(
  tools: Pick<Tools, 'store'>,
  network: Actor['network'],
  { id, settled, called }: Meeting,
  lacking: readonly CaseId[],
): Promise<void> {
  if (lacking.length === 0) return;
  await giveCaseNumbers(tools, network, id, yearOf(settled?.startsAt ?? called.at, network), lacking);
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
