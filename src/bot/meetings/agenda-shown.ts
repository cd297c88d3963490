/** What the cards of agendas, meetings under way, minutes and follow-ups show, read from the store. */
import type { AgendaShown } from '../../../cards/meetings/agenda-card.ts';
import type { LeadShown } from '../../../cards/meetings/agenda-lead-card.ts';
import type { ObserverShown, PersonShown, PresenceShown } from '../../../cards/meetings/agenda-lead-forms.ts';
import type { CaseShown } from '../../../cards/meetings/case-card.ts';
import type { FollowUpShown } from '../../../cards/meetings/follow-up-items.ts';
import type { DocumentLinks, MinutesShown } from '../../../cards/meetings/minutes-card.ts';
import { missingApprovals } from '../../features/meetings/agenda-approval.ts';
import { casesSuggested, isLeftOut } from '../../features/meetings/agenda-lines.ts';
import { deedOf, mayChangeCase } from '../../features/meetings/agenda-meeting.ts';
import { type Case, caseReadBy } from '../../features/meetings/case.ts';
import { latestConclusions } from '../../features/meetings/case-conclusion.ts';
import { type AgendaKept, conclusions } from '../../features/meetings/case-store.ts';
import type { FollowUp } from '../../features/meetings/follow-up.ts';
import { openFollowUps } from '../../features/meetings/follow-up-store.ts';
import { type Meeting, type MeetingId, meetingCan, seatsAt } from '../../features/meetings/meeting.ts';
import { attendances, meetingPartition } from '../../features/meetings/meeting-store.ts';
import type { Minutes } from '../../features/meetings/minutes.ts';
import { minutesComments, minutesOf, observerPresence, readVersion } from '../../features/meetings/minutes-store.ts';
import { presencePage, presenceSeen, roleWithoutSeat } from '../../features/meetings/presence.ts';
import { representationOf } from '../../features/meetings/representation.ts';
import { arePapersLate, papersBy } from '../../features/meetings/send-agenda.ts';
import { timedCases } from '../../features/meetings/timed-cases.ts';
import type { Actor } from '../../features/networks/identify-member.ts';
import type { MemberId, NetworkId } from '../../features/networks/network.ts';
import { members, networkPartition, parties } from '../../features/networks/network-store.ts';
import { may } from '../../features/networks/who-may.ts';
import type { Tools } from '../../tools.ts';
import { dayOf, type Instant, later } from '../../world.ts';
import type { Settings } from '../asking.ts';
import { listed } from './agenda-asking.ts';

export async function shownAgenda(tools: Tools, actor: Actor, kept: AgendaKept): Promise<AgendaShown> {
  const meeting = kept.meeting.value;
  const { roles, network } = actor;
  const now = tools.world.clock.now();
  return {
    meeting,
    cases: timedCases(kept),
    owed: await missingApprovals(tools, kept, deedOf(actor, tools)),
    suggested: casesSuggested(kept.cases.map(({ value }) => value)),
    followUps: await shownFollowUps(tools, network),
    maySuggest: may(roles, 'case.suggest') && meetingCan(meeting, 'suggestCase'),
    mayOrder: may(roles, 'agenda.order'),
    papers: {
      sentAt: kept.agenda?.value.sent.at(-1)?.at,
      by: papersBy(meeting, network),
      areLate: arePapersLate(meeting, network, now),
    },
  };
}

export async function shownCase(
  { store, world }: Tools,
  actor: Actor,
  kept: AgendaKept,
  each: Case,
): Promise<CaseShown> {
  const { partition, value: meeting } = kept.meeting;
  const [by, concluded] = await Promise.all([
    members.get(store, networkPartition(actor.network.id), each.suggested.by),
    conclusions.all(store, partition),
  ]);
  const place = listed(kept).findIndex(({ id }) => id === each.id) + 1;
  const onAgenda = timedCases(kept).find(({ case: { id } }) => id === each.id);
  return {
    ...onAgenda,
    meeting,
    case: caseReadBy(each, may(actor.roles, 'case.read-exempt')),
    mayReadExempt: may(actor.roles, 'case.read-exempt'),
    place,
    by: by?.value.name,
    isLeftOut: kept.agenda !== undefined && isLeftOut(kept.agenda.value, each),
    isConcluded: concluded.some(({ value }) => value.caseId === each.id),
    mayChange: mayChangeCase(actor, each),
    mayOrder: may(actor.roles, 'agenda.order'),
    arePapersLate: arePapersLate(meeting, actor.network, world.clock.now()),
  };
}

/** The network's open ones, late ones first, with their owners' names. */
export async function shownFollowUps(
  tools: Tools,
  network: { readonly id: NetworkId; readonly zone: string },
): Promise<readonly FollowUpShown[]> {
  const [open, all] = await Promise.all([
    openFollowUps(tools, network.id),
    members.all(tools.store, networkPartition(network.id)),
  ]);
  const nameOf = new Map(all.map(({ value }) => [value.id, value.name]));
  return open.map(followUp => shownFollowUp(tools, followUp, nameOf.get(followUp.ownerId), network.zone));
}

export function shownFollowUp(
  { world }: Pick<Tools, 'world'>,
  followUp: FollowUp,
  owner: string | undefined,
  zone: string,
): FollowUpShown {
  return { followUp, owner, today: dayOf(world.clock.now(), zone) };
}

export async function shownLead({ store }: Tools, actor: Actor, kept: AgendaKept): Promise<LeadShown> {
  const { partition, value: meeting } = kept.meeting;
  const [given, concluded, minutes] = await Promise.all([
    attendances.all(store, partition),
    conclusions.all(store, partition),
    minutesOf({ store }, meeting.id),
  ]);
  const seats = seatsAt(meeting, actor);
  const all = given.map(({ value }) => value);
  const recorded = all.filter(({ isPresent }) => isPresent !== undefined);
  const day = dayOf(meeting.settled?.startsAt ?? meeting.called.at, actor.network.zone);
  return {
    meeting,
    cases: timedCases(kept).map(each => each.case),
    conclusions: latestConclusions(concluded.map(({ value }) => value)),
    present: recorded.length > 0 ? recorded.filter(({ isPresent }) => isPresent).length : undefined,
    seats: seats.length,
    groups: representationOf(seats, all, actor.network.rules, day),
    hasMinutes: minutes !== undefined,
    isApproved: minutes?.value.approved !== undefined,
  };
}

/** The form that records who is there. @param from the place of its first seat */
export async function shownPresence(
  { store }: Tools,
  actor: Actor,
  { meeting }: AgendaKept,
  from: number,
): Promise<PresenceShown> {
  const home = networkPartition(actor.network.id);
  const [given, observers, people, owners] = await Promise.all([
    attendances.all(store, meeting.partition),
    observerPresence.get(store, meeting.partition, 'observers'),
    members.all(store, home),
    parties.all(store, home),
  ]);
  const seats = seatsAt(meeting.value, actor);
  const page = presencePage(
    seats,
    given.map(({ value }) => value),
    from,
  );
  const nameOf = new Map(people.map(({ value }) => [value.id, value.name]));
  const partyOf = new Map(owners.map(({ value }) => [value.id, value.name]));
  const recorded = observers?.value.present;
  const without = people.flatMap(({ value: { name, ...member } }): readonly ObserverShown[] => {
    const role = roleWithoutSeat({ name, ...member }, seats);
    const isExpected = recorded ? recorded.includes(member.id) : member.id === meeting.value.started?.by;
    return role ? [{ id: member.id, name, role, isExpected }] : [];
  });
  return {
    meeting: meeting.value,
    people: page.choices.flatMap((choice): PersonShown[] => {
      const name = nameOf.get(choice.memberId);
      return name === undefined ? [] : [{ choice, name, party: partyOf.get(choice.seat.partyId) ?? '' }];
    }),
    observers: from > 0 ? [] : without.slice(0, mostObservers),
    from,
    seen: presenceSeen(
      page.seats,
      given.map(({ value }) => value),
      from > 0 ? [] : (recorded ?? []),
    ),
    seats: page.seats.length,
    allSeats: seats.length,
  };
}

/** A form holds a hundred choices. */
const mostObservers = 100;

/** A signed link to a document: one version, for one person. */
export type DocumentWanted = {
  readonly file: 'minutes';
  readonly meeting: MeetingId;
  readonly version: number;
  readonly kind: 'minutes' | 'record';
  readonly member: MemberId;
};

/** Links are taken for at most so long. */
const linkMs = 120 * 24 * 3_600_000;

/** @param from when the links begin to count: the same each time one sending is written */
export function documentLinks(
  { fileUrl }: Settings,
  wanted: Omit<DocumentWanted, 'file' | 'kind'>,
  from: Instant,
): DocumentLinks {
  const until = later(from, linkMs);
  const url = (kind: DocumentWanted['kind']) => fileUrl({ file: 'minutes', kind, ...wanted }, until);
  return { minutes: url('minutes'), record: url('record'), until };
}

export async function shownMinutes(
  tools: Tools,
  settings: Settings,
  actor: Actor,
  meeting: Meeting,
  minutes: Minutes,
): Promise<MinutesShown> {
  const mayWrite = may(actor.roles, 'minutes.write');
  const now = tools.world.clock.now();
  // What has not been sent is the secretariat's own.
  const number = mayWrite ? minutes.latest : (minutes.approved ?? minutes.sent.at(-1))?.version;
  const version = await readVersion(tools, meeting.id, number ?? minutes.latest);
  const [comments, people] = await Promise.all([
    minutesComments.all(tools.store, meetingPartition(meeting.id)),
    members.all(tools.store, networkPartition(actor.network.id)),
  ]);
  const nameOf = new Map(people.map(({ value }) => [value.id, value.name]));
  const wanted = {
    meeting: meeting.id,
    version: version.version,
    member: actor.member.id,
  };
  return {
    meeting,
    minutes,
    version,
    comments: comments.map(({ value }) => ({ comment: value, name: nameOf.get(value.by) })),
    links: documentLinks(settings, wanted, now),
    mayWrite,
    now,
  };
}
