/** What a need goes through, from a draft to the grant decision: one table, asked by rule and card alike. Pure. */

export const needStates = [
  'draft',
  'submitted',
  'returned',
  'complete',
  'inNetwork',
  'onAgenda',
  'recommended',
  'recommendedReduced',
  'notRecommended',
  'granted',
  'grantedReduced',
  'rejected',
  'withdrawn',
] as const;
export type NeedState = (typeof needStates)[number];

/** Who may take a step: the party's own people, the secretariat, a recorded decision, or the county governor's. */
export type StepTaker = 'party' | 'secretariat' | 'decision' | 'governor';

type Step = {
  readonly from: readonly NeedState[];
  readonly to: NeedState;
  readonly by: StepTaker;
  /** Who takes it for a party that has nobody here, of what it took in for that party from a file. */
  readonly standIn?: StepTaker;
  /** What must be said with it. */
  readonly asks?: 'reason' | 'reason-and-deadline';
};

const beforeRecommendation = ['complete', 'inNetwork', 'onAgenda'] as const;
const recommendable = ['onAgenda'] as const;
const decidable = ['recommended', 'recommendedReduced', 'notRecommended'] as const;

export const needSteps = {
  submit: { from: ['draft', 'returned'], to: 'submitted', by: 'party', standIn: 'secretariat' },
  /** An innspill stays sent while it is changed. */
  change: { from: ['submitted'], to: 'submitted', by: 'party' },
  /** The party goes on with what it has sent, until the deadline. */
  reopen: { from: ['submitted'], to: 'draft', by: 'party' },
  return: { from: ['submitted', 'complete'], to: 'returned', by: 'secretariat', asks: 'reason-and-deadline' },
  accept: { from: ['submitted'], to: 'complete', by: 'secretariat' },
  bundle: { from: ['submitted', 'complete'], to: 'inNetwork', by: 'secretariat' },
  unbundle: { from: ['inNetwork'], to: 'complete', by: 'secretariat' },
  putOnAgenda: { from: ['complete', 'inNetwork'], to: 'onAgenda', by: 'secretariat' },
  takeOffAgenda: { from: ['onAgenda'], to: 'complete', by: 'secretariat' },
  /** Of one that is bundled, and stays so. */
  takeBackBundled: { from: ['onAgenda'], to: 'inNetwork', by: 'secretariat' },
  recommend: { from: recommendable, to: 'recommended', by: 'decision' },
  recommendReduced: { from: recommendable, to: 'recommendedReduced', by: 'decision' },
  notRecommend: { from: recommendable, to: 'notRecommended', by: 'decision' },
  grant: { from: decidable, to: 'granted', by: 'governor' },
  grantReduced: { from: decidable, to: 'grantedReduced', by: 'governor' },
  reject: { from: decidable, to: 'rejected', by: 'governor' },
  withdraw: {
    from: ['draft', 'submitted', 'returned', ...beforeRecommendation, ...decidable],
    to: 'withdrawn',
    by: 'party',
    asks: 'reason',
  },
} as const satisfies Record<string, Step>;
export type NeedStep = keyof typeof needSteps;

export function mayStep(step: NeedStep, from: NeedState): boolean {
  const states: readonly NeedState[] = needSteps[step].from;
  return states.includes(from);
}

/** The steps that can be taken from a state, in the order they are offered. */
export function stepsFrom(state: NeedState): readonly NeedStep[] {
  return (Object.keys(needSteps) as NeedStep[]).filter(step => mayStep(step, state));
}

const deciders: ReadonlySet<StepTaker> = new Set(['decision', 'governor']);

/** What a body or the county governor has concluded: it is not taken back. */
export function isDecided(state: NeedState): boolean {
  return Object.values(needSteps).some(({ to, by }) => to === state && deciders.has(by));
}
