/** Who has answered a round and who has not, adding up to those invited. Pure. */

export const coverageStates = ['answered', 'draft', 'returned', 'missing', 'unreachable'] as const;
export type CoverageState = (typeof coverageStates)[number];

/** What a party has in a round. */
export type Given = {
  readonly hasSubmitted: boolean;
  readonly hasReturned: boolean;
  readonly hasDraft: boolean;
  /** Anyone who may answer for the party can be written to. */
  readonly isReachable: boolean;
};

/** The first row that fits: one that was returned is waited for, whatever else was sent. */
const rows: readonly (readonly [CoverageState, (given: Given) => boolean])[] = [
  ['returned', given => given.hasReturned],
  ['answered', given => given.hasSubmitted],
  ['draft', given => given.hasDraft],
  ['missing', given => given.isReachable],
];

export function coverageStateOf(given: Given): CoverageState {
  return rows.find(([, fits]) => fits(given))?.[0] ?? 'unreachable';
}

export type Coverage = Readonly<Record<CoverageState, number>> & { readonly invited: number };

export function coverageOf(states: readonly CoverageState[]): Coverage {
  const counts = { answered: 0, draft: 0, returned: 0, missing: 0, unreachable: 0 };
  for (const state of states) counts[state] += 1;
  return { ...counts, invited: states.length };
}

/** In the order the groups first come. */
export function coverageBy<T extends { readonly state: CoverageState }>(
  invited: readonly T[],
  groupsOf: (invited: T) => readonly string[],
): ReadonlyMap<string, Coverage> {
  const groups = new Map<string, CoverageState[]>();
  for (const each of invited) {
    for (const group of groupsOf(each)) groups.set(group, [...(groups.get(group) ?? []), each.state]);
  }
  return new Map([...groups].map(([group, states]) => [group, coverageOf(states)]));
}

/** Who is reminded: those of whom an answer is still waited for and who can be reached. */
export function isWaitedFor(state: CoverageState): boolean {
  return state === 'missing' || state === 'draft' || state === 'returned';
}
