import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import { check, type Kept } from '../../store/collection.ts';
import type { Operation } from '../../store/store.ts';
import type { Tools } from '../../tools.ts';
import { idFrom } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { members, networkPartition, parties } from '../networks/network-store.ts';
import { redrawMeeting } from './agenda-change.ts';
import {
  agendaOf,
  deedOf,
  mayNow,
  type NoCase,
  type NoMeeting,
  type WrongCaseState,
  type WrongState,
} from './agenda-meeting.ts';
import { type MinutesNewer, type MinutesNotSent, mayApproveIn } from './approve-minutes.ts';
import { type Case, type CaseId, caseCan, type Done, stateOfCase } from './case.ts';
import { type AgreedFollowUp, type Conclusion, type FollowUpId, latestConclusions } from './case-conclusion.ts';
import { conclusionKey, conclusions, consequenceKey, consequences } from './case-store.ts';
import { carryOutNow } from './conclude-consequences.ts';
import {
  type ConclusionLinesRefusal,
  type FollowUpLine,
  isNamed,
  readDissent,
  readFollowUps,
  type Today,
} from './conclude-lines.ts';
import { type MinutesApproved, mayCorrect, writeVersion } from './correct-minutes.ts';
import { type Meeting, type MeetingId, seatsAt, stateOfMeeting } from './meeting.ts';
import { attendances, writtenBeside } from './meeting-store.ts';
import { minutesCaseOf, withCase } from './minutes-draft.ts';
import type { NoMinutes } from './minutes-of-meeting.ts';
import { minutesOf, readVersion } from './minutes-store.ts';
import { absentParties } from './presence.ts';

/** What is written of a case; follow-ups and dissent one a line. */
export type ConclusionWords = Pick<Conclusion, 'discussion' | 'method'> & {
  readonly conclusion?: string | undefined;
  readonly dissent?: string | undefined;
  readonly followUps?: string | undefined;
};

export type ConcludeRefusal =
  | NotAllowed
  | NoMeeting
  | WrongState
  | NoCase
  | WrongCaseState
  | MinutesApproved
  | NoMinutes
  | MinutesNotSent
  | MinutesNewer
  | ConclusionLinesRefusal
  /** Agreeing is agreeing on something. */
  | { readonly code: 'conclusion-missing'; readonly field: 'conclusion' }
  /** Somebody else concluded it since the form was opened; sent once more, it is the next version. */
  | { readonly code: 'conclusion-changed'; readonly field: 'conclusion' }
  /** Minutes that a meeting has approved are approved. */
  | { readonly code: 'approval-stands'; readonly field: 'method' };

export type Concluded = { readonly meeting: Meeting; readonly case: Case; readonly conclusion: Conclusion };

/**
 * Concludes a case of a meeting under way, or corrects what was concluded: until the minutes are approved, and each correction
 * is a version of its own with its author. After the meeting the minutes get a new version with it. A repeat of the
 * request answers the same.
 * @param seen the version the form was opened with, 0 for none
 */
export async function concludeCase(
  tools: Tools,
  actor: Actor,
  meetingId: MeetingId,
  { id, seen }: { readonly id: CaseId; readonly seen: number },
  words: ConclusionWords,
): Promise<Outcome<Concluded, ConcludeRefusal>> {
  const right = allowed(actor, 'meeting.lead');
  if (!right.ok) return right;
  return retrying(async () => {
    const kept = await agendaOf(tools, actor, meetingId);
    if (!kept.ok) return kept;
    const { meeting } = kept.value;
    const found = kept.value.cases.find(({ value }) => value.id === id);
    if (!found) return refused({ code: 'no-case' });
    const treated = found.value;
    const all = await conclusions.all(tools.store, meeting.partition);
    const versions = all.map(({ value }) => value).filter(each => each.caseId === id);
    const before = latestConclusions(versions).get(id);
    const mine = versions.find(({ request }) => request === actor.requestKey);
    if (mine) return done({ meeting: meeting.value, case: treated, conclusion: mine });
    if (!caseCan(treated, 'conclude')) return refused({ code: 'case-state', state: stateOfCase(treated) });
    const by = deedOf(actor, tools);
    const told = await readWords(tools, actor, { meeting, treated, before }, words, by);
    if (!told.ok) return told;
    if ((before?.version ?? 0) !== seen) return refused({ code: 'conclusion-changed', field: 'conclusion' });
    const conclusion: Conclusion = { ...told.value, caseId: id, version: seen + 1, ...by };
    const record = await recordFor(tools, meeting, minutesCaseOf(treated, conclusion), by);
    if (!record.ok) return record;
    const { networkId } = meeting.value;
    await tools.store.batch(meeting.partition, [
      check(found),
      conclusions.create(conclusionKey(conclusion), conclusion),
      consequences.upsert(consequenceKey(id), { networkId, meetingId, caseId: id, dueAt: by.at }),
      ...record.value,
      redrawMeeting(meeting.value, by),
    ]);
    await carryOutNow(tools, meeting.partition, consequenceKey(id));
    return done({ meeting: meeting.value, case: treated, conclusion });
  });
}

/** During the meeting it must still go on; after it the minutes get a new version. */
async function recordFor(
  tools: Tools,
  meeting: Kept<Meeting>,
  told: ReturnType<typeof minutesCaseOf>,
  by: Done,
): Promise<Outcome<readonly Operation[], WrongState | MinutesApproved>> {
  const { value } = meeting;
  const standing = stateOfMeeting(value) === 'ended' ? await minutesOf(tools, value.id) : undefined;
  if (!standing) {
    const state = mayNow(value, 'concludeCase');
    return state.ok ? done([writtenBeside(meeting)]) : state;
  }
  const open = mayCorrect(value, standing);
  if (!open.ok) return open;
  const { language, content } = await readVersion(tools, value.id, standing.value.latest);
  return done(writeVersion(standing, { language, content: withCase(content, told) }, by));
}

type Treated = {
  readonly meeting: Kept<Meeting>;
  readonly treated: Case;
  /** The conclusion that counts now. */
  readonly before: Conclusion | undefined;
};

type Told = Pick<Conclusion, 'discussion' | 'method' | 'text' | 'dissent' | 'followUps'>;

async function readWords(
  { store }: Tools,
  actor: Actor,
  { meeting, treated: { id, approves }, before }: Treated,
  words: ConclusionWords,
  { at }: Done,
): Promise<Outcome<Told, ConcludeRefusal>> {
  const { discussion, method, conclusion: text } = words;
  if (method === 'consensus' && !text && !approves) return refused({ code: 'conclusion-missing', field: 'conclusion' });
  if (approves && before?.method === 'consensus' && method !== 'consensus') {
    return refused({ code: 'approval-stands', field: 'method' });
  }
  const open = approves && method === 'consensus' ? await mayApproveIn({ store }, approves) : done(true);
  if (!open.ok) return open;
  const { network } = actor;
  const dissent = readDissent(words.dissent ?? '', await partiesAt({ store }, actor, meeting, before));
  if (!dissent.ok) return dissent;
  const all = await members.all(store, networkPartition(network.id));
  const people = all.map(({ value }) => value);
  const today: Today = { now: at, zone: network.zone };
  const followUps = readFollowUps(words.followUps ?? '', { people, before: before?.followUps ?? [] }, today);
  if (!followUps.ok) return followUps;
  return done({ discussion, method, text, dissent: [...dissent.value], followUps: agreedIn(id, followUps.value) });
}

/** Whose words there may be, and which of them nobody was there for; one whose words stand already is not taken up anew. */
async function partiesAt(
  { store }: Pick<Tools, 'store'>,
  actor: Actor,
  { partition, value }: Kept<Meeting>,
  before: Conclusion | undefined,
): Promise<readonly { readonly name: string; readonly isAbsent: boolean }[]> {
  const [given, all] = await Promise.all([
    attendances.all(store, partition),
    parties.all(store, networkPartition(actor.network.id)),
  ]);
  const absent = absentParties(
    seatsAt(value, actor),
    given.map(kept => kept.value),
  );
  const stands = (name: string) => before?.dissent.some(({ party }) => isNamed(name, party));
  return [
    ...all.map(({ value: { id, name } }) => ({ name, isAbsent: absent.has(id) && !stands(name) })),
    ...(before?.dissent ?? []).map(({ party }) => ({ name: party, isAbsent: false })),
  ];
}

/** Known again by whose it is and what it is: a new date is a new date for the same thing. Said twice it is one. */
function agreedIn(caseId: CaseId, lines: readonly FollowUpLine[]): AgreedFollowUp[] {
  const agreed = lines.map((line): AgreedFollowUp => {
    const id = idFrom('follow-up', caseId, line.ownerId, line.what.toLocaleLowerCase('nb')) as FollowUpId;
    return { id, ...line };
  });
  return [...new Map(agreed.map(each => [each.id, each])).values()];
}
