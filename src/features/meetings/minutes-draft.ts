/** What the minutes say, from what was planned, recorded and concluded. Pure. */
import type { Member, MemberId, Network, Party, Seat } from '../networks/network.ts';
import { type Case, caseNumberText, caseReadBy } from './case.ts';
import type { Conclusion } from './case-conclusion.ts';
import type { Attendance, Meeting } from './meeting.ts';
import type { MinutesCase, MinutesContent } from './minutes.ts';
import { presenceInMinutes } from './presence.ts';

/** All that the minutes of a meeting are made of, as it stands when it ends. */
export type MeetingFacts = {
  readonly network: Pick<Network, 'name'>;
  readonly meeting: Meeting;
  /** The invited seats, in the network's order. */
  readonly seats: readonly Seat[];
  readonly attendances: readonly Attendance[];
  /** Those who were there without a seat: they observe, or lead. */
  readonly observers: readonly MemberId[];
  readonly parties: readonly Party[];
  readonly members: readonly Member[];
  /** In the agenda's order. */
  readonly cases: readonly Case[];
  readonly conclusions: ReadonlyMap<Case['id'], Conclusion>;
  /** The network's next meeting that is settled. */
  readonly next?: Meeting | undefined;
};

/** A meeting nobody settled has no minutes: `settled` is the caller's to know. */
export function draftContent(
  facts: MeetingFacts,
  { startsAt, endsAt }: NonNullable<Meeting['settled']>,
): MinutesContent {
  const { meeting, network, cases, conclusions, next } = facts;
  return {
    network: network.name,
    number: meeting.number,
    startsAt,
    endsAt,
    place: meeting.place,
    ...presenceOf(facts),
    cases: cases.map(each => minutesCaseOf(each, conclusions.get(each.id))),
    ...(next?.settled && { next: { ...spanOf(next.settled), place: next.place } }),
  };
}

/** The same minutes with who was there told anew. */
export function withPresence(content: MinutesContent, facts: MeetingFacts): MinutesContent {
  return { ...content, ...presenceOf(facts) };
}

function presenceOf(facts: MeetingFacts) {
  const [chair, secretary] = leadersIn(facts);
  const { seats } = facts;
  const without = withoutSeat(facts);
  const leading = without.flatMap(({ name, roles }) => {
    const role = leaders.find(each => roles.includes(each));
    return role ? [{ name, role }] : [];
  });
  return {
    chair,
    secretary,
    present: seats.flatMap(seat => presenceInMinutes(seat, attendanceOf(seat, facts), namesIn(facts)) ?? []),
    absent: seats.flatMap(seat => absence(seat, facts)),
    unheard: seats.flatMap(seat => unheardOf(seat, facts)),
    observers: without.filter(each => !leads(each)).map(({ name }) => ({ party: '', name })),
    leading,
  };
}

export function minutesCaseOf(each: Case, conclusion: Conclusion | undefined): MinutesCase {
  // One text goes to everyone, also to those who only observe.
  const { id, number, caseType, title, approves, links } = caseReadBy(each, false);
  return {
    id,
    number: number ? caseNumberText(number) : '',
    caseType,
    title,
    ...(approves && { approves: approves.number }),
    links,
    discussion: conclusion?.discussion,
    ...(conclusion && { conclusion: { method: conclusion.method, text: conclusion.text } }),
    dissent: conclusion?.dissent ?? [],
    followUps: (conclusion?.followUps ?? []).map(({ who, what, dueOn }) => ({ who, what, dueOn })),
  };
}

/** The same minutes with one case told anew. */
export function withCase(content: MinutesContent, told: MinutesCase): MinutesContent {
  return { ...content, cases: content.cases.map(each => (each.id === told.id ? told : each)) };
}

/** Who gave notice that they would not come, and did not: also where a deputy came instead. */
function absence(seat: Seat, facts: MeetingFacts): readonly { readonly party: string; readonly name: string }[] {
  const attendance = attendanceOf(seat, facts);
  const who = seat.holderId ?? attendance?.by;
  if (!attendance || who === undefined || !gaveNotice(attendance, who)) return [];
  const sat = attendance.isPresent ? (attendance.attendeeId ?? seat.holderId) : undefined;
  const { party, member } = namesIn(facts);
  return sat === who ? [] : [{ party: party(seat), name: member(who) }];
}

/** A seat recorded as empty that nobody gave notice for: of one that was never recorded nothing is known. */
function unheardOf(seat: Seat, facts: MeetingFacts): readonly { readonly party: string; readonly name: string }[] {
  const isEmpty = attendanceOf(seat, facts)?.isPresent === false;
  if (!isEmpty || absence(seat, facts).length > 0) return [];
  const { party, member } = namesIn(facts);
  return [{ party: party(seat), name: seat.holderId ? member(seat.holderId) : '' }];
}

function gaveNotice({ answer, answers = [] }: Attendance, who: MemberId): boolean {
  return answer === 'notComing' || answers.some(each => each.by === who && each.answer === 'notComing');
}

/** A chair of the network who was there leads, else whoever began it; the secretary is the coordinator, when that is another. */
function leadersIn({
  meeting,
  members,
  attendances,
  observers,
}: MeetingFacts): readonly [chair?: string | undefined, secretary?: string | undefined] {
  const isThere = ({ id }: Member) => observers.includes(id) || attendances.some(each => isIn(each, id));
  const chair =
    members.find(each => each.roles.includes('chair') && isThere(each)) ??
    members.find(({ id }) => id === meeting.started?.by);
  const secretaries = members.filter(({ id, roles }) => roles.includes('coordinator') && id !== chair?.id);
  const secretary = secretaries.find(isThere) ?? secretaries[0];
  return [chair?.name, secretary?.name];
}

const leaders = ['chair', 'coordinator'] as const;

function leads({ roles }: Member): boolean {
  return leaders.some(role => roles.includes(role));
}

/** Whoever sat in a seat is told of with it. */
function withoutSeat({ members, observers, attendances }: MeetingFacts): readonly Member[] {
  return members.filter(({ id }) => observers.includes(id) && !attendances.some(each => isIn(each, id)));
}

function isIn({ isPresent, attendeeId }: Attendance, id: MemberId): boolean {
  return isPresent === true && attendeeId === id;
}

function attendanceOf({ id }: Seat, { attendances }: MeetingFacts): Attendance | undefined {
  return attendances.find(({ seatId }) => seatId === id);
}

function namesIn(facts: MeetingFacts) {
  return {
    party: ({ partyId }: Seat) => facts.parties.find(({ id }) => id === partyId)?.name ?? '',
    member: (id: MemberId) => nameIn(facts, id),
  };
}

function nameIn({ members }: MeetingFacts, id: MemberId): string {
  return members.find(member => member.id === id)?.name ?? '';
}

function spanOf({ startsAt, endsAt }: NonNullable<Meeting['settled']>) {
  return { startsAt, endsAt };
}
