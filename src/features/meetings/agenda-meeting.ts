/** The meeting a deed is about, as those of its network may know of it. */
import { done, type Outcome, refused } from '../../outcome.ts';
import type { Operation } from '../../store/store.ts';
import type { Tools } from '../../tools.ts';
import type { Actor, NotAllowed } from '../networks/identify-member.ts';
import { may } from '../networks/who-may.ts';
import { type Case, type CaseId, type CaseState, caseCan, type Done, stateOfCase } from './case.ts';
import { type AgendaKept, conclusions, readAgenda } from './case-store.ts';
import {
  type Meeting,
  type MeetingDeed,
  type MeetingId,
  type MeetingState,
  meetingCan,
  stateOfMeeting,
} from './meeting.ts';
import { meetingRequests, requestId } from './meeting-store.ts';

export type NoMeeting = { readonly code: 'no-meeting' };
export type WrongState = { readonly code: 'meeting-state'; readonly number: number; readonly state: MeetingState };

export type NoCase = { readonly code: 'no-case' };
export type WrongCaseState = { readonly code: 'case-state'; readonly state: CaseState };
/** What was concluded on is not rewritten under it. */
export type CaseConcluded = { readonly code: 'case-concluded' };

export async function agendaOf(
  tools: Pick<Tools, 'store'>,
  { network }: Pick<Actor, 'network'>,
  id: MeetingId,
): Promise<Outcome<AgendaKept, NoMeeting>> {
  const kept = await readAgenda(tools, id);
  return kept && kept.meeting.value.networkId === network.id ? done(kept) : refused({ code: 'no-meeting' });
}

export function mayNow(meeting: Meeting, deed: MeetingDeed): Outcome<true, WrongState> {
  return meetingCan(meeting, deed)
    ? done(true)
    : refused({ code: 'meeting-state', number: meeting.number, state: stateOfMeeting(meeting) });
}

export function caseIn({ cases }: AgendaKept, id: CaseId): Case | undefined {
  return cases.find(({ value }) => value.id === id)?.value;
}

/**
 * Whether this request has done its work before: a repeat that comes late must not undo what others have done since.
 * `markDone` stands in the batch of the work.
 */
export async function isDoneBefore(
  { store }: Pick<Tools, 'store'>,
  { meeting }: Pick<AgendaKept, 'meeting'>,
  { requestKey }: Pick<Actor, 'requestKey'>,
): Promise<boolean> {
  return (await meetingRequests.get(store, meeting.partition, requestId(requestKey))) !== undefined;
}

export function markDone({ at, request }: Done): Operation {
  return meetingRequests.create(requestId(request), { at });
}

/** This request of this person's, now. */
export function deedOf({ member, requestKey }: Actor, { world }: Pick<Tools, 'world'>): Done {
  return { at: world.clock.now(), by: member.id, request: requestKey };
}

/** The secretariat may change any case, whoever suggested it as long as it waits. */
export function mayChangeCase({ roles, member }: Pick<Actor, 'roles' | 'member'>, each: Case): boolean {
  const isOwn = each.suggested.by === member.id && stateOfCase(each) === 'suggested';
  return isOwn || may(roles, 'agenda.order');
}

/** Whether this person may change the case now, which nothing has been concluded on. */
export async function changeable(
  { store }: Pick<Tools, 'store'>,
  actor: Actor,
  { meeting }: AgendaKept,
  each: Case,
  wanted: 'edit' | 'withdraw',
): Promise<Outcome<true, NotAllowed | WrongState | WrongCaseState | CaseConcluded>> {
  if (!mayChangeCase(actor, each)) return refused({ code: 'not-allowed', deed: 'agenda.order' });
  const state = mayNow(meeting.value, 'suggestCase');
  if (!state.ok) return state;
  if (!caseCan(each, wanted)) return refused({ code: 'case-state', state: stateOfCase(each) });
  const concluded = await conclusions.all(store, meeting.partition);
  return concluded.some(({ value }) => value.caseId === each.id) ? refused({ code: 'case-concluded' }) : done(true);
}
