/** Which of the proposed times suits best: first whose voices would be missing, then how many can come. Pure. */
import type { NetworkRules, Seat, SeatGroup } from '../networks/network.ts';
import { fewestOf, inGroups } from './group-strength.ts';
import type { Availability, ProposedTime, TimeAnswer } from './meeting.ts';

/**
 * `heard`: enough of the group can come. `ifNeeded`: only with those who would rather not. `silent`: only if those who have
 * not answered can. `missing`: too few can.
 */
const strengths = ['heard', 'ifNeeded', 'silent', 'missing'] as const;
export type GroupAtTime = { readonly group: SeatGroup; readonly strength: (typeof strengths)[number] };

export type RankedTime = {
  readonly time: ProposedTime;
  readonly yes: number;
  readonly ifNeeded: number;
  readonly no: number;
  readonly unanswered: number;
  readonly groups: readonly GroupAtTime[];
};

type Rules = Pick<NetworkRules, 'fewestOfGroup'>;

/**
 * The best first: fewest groups that would be missing as the answers stand, of these fewest that must be, then fewest that
 * come only if needed, then most who can, then the earliest.
 * @param seats those asked; an answer for any other is passed over
 */
export function rankTimes(
  times: readonly ProposedTime[],
  seats: readonly Seat[],
  answers: readonly TimeAnswer[],
  rules: Rules,
): readonly RankedTime[] {
  const answerOf = new Map(answers.map(answer => [answer.seatId, answer.answers]));
  return times
    .map(time => standingOf(time, seats, seat => answerOf.get(seat.id)?.[time.id], rules))
    .toSorted((a, b) => compare(weightOf(a), weightOf(b)) || compareTexts(a.time.startsAt, b.time.startsAt));
}

type AnswerFrom = (seat: Seat) => Availability | undefined;

function standingOf(time: ProposedTime, seats: readonly Seat[], answerOf: AnswerFrom, rules: Rules): RankedTime {
  const count = countOf(seats, answerOf);
  const groups = inGroups(seats).map(([group, its]) => ({
    group,
    strength: strengthOf(countOf(its, answerOf), fewestOf(group, its, rules)),
  }));
  return { time, ...count, groups };
}

type Count = Pick<RankedTime, 'yes' | 'ifNeeded' | 'no' | 'unanswered'>;

function countOf(seats: readonly Seat[], answerOf: AnswerFrom): Count {
  const given = seats.map(answerOf);
  const count = (answer: Availability | undefined) => given.filter(each => each === answer).length;
  return { yes: count('yes'), ifNeeded: count('ifNeeded'), no: count('no'), unanswered: count(undefined) };
}

function strengthOf({ yes, ifNeeded, unanswered }: Count, fewest: number): GroupAtTime['strength'] {
  if (yes >= fewest) return 'heard';
  if (yes + ifNeeded >= fewest) return 'ifNeeded';
  return yes + ifNeeded + unanswered >= fewest ? 'silent' : 'missing';
}

/** Compared one after the other, the lighter is the better. */
function weightOf({ groups, yes }: RankedTime): readonly number[] {
  const count = (strength: GroupAtTime['strength']) => groups.filter(each => each.strength === strength).length;
  return [count('missing') + count('silent'), count('missing'), count('ifNeeded'), -yes];
}

function compare(a: readonly number[], b: readonly number[]): number {
  return a.map((weight, at) => weight - (b[at] ?? 0)).find(difference => difference !== 0) ?? 0;
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
