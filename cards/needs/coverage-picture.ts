/** Who has answered a round, as a picture and as the same in words. Pure. */
import { type Coverage, type CoverageState, coverageStates } from '../../src/features/needs/coverage.ts';
import type { CoverageShown } from '../../src/features/needs/round-coverage.ts';
import type { Language } from '../../src/features/networks/network.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Bar, BarsPicture, Fill } from '../bars-picture.ts';
import { shortened } from '../shortened.ts';
import { countyName, ownerTypeName } from './round-words.ts';

/** What the picture is drawn of, short enough for an address: how many are in each state, in the order of the states. */
export type CoverageNumbers = {
  readonly all: readonly number[];
  readonly by?: CoverageGrouping | undefined;
  readonly groups: readonly CoverageGroup[];
};

/** @property name where the network calls it something of its own */
type CoverageGroup = readonly [code: string, numbers: readonly number[], name?: string | undefined];

export const coverageGroupings = ['county', 'ownerType'] as const;
export type CoverageGrouping = (typeof coverageGroupings)[number];

/** What the picture's address is signed for. */
export function coverageAsked(numbers: CoverageNumbers, language: Language): object {
  return { picture: 'coverage', language, ...numbers };
}

/** By county; by owner type where all are of one county; by neither where they are of one type too. */
export function coverageNumbers({ all, byCounty, byOwnerType }: CoverageShown, speech: Speech): CoverageNumbers {
  const [by, groups] = byCounty.size > 1 ? (['county', byCounty] as const) : (['ownerType', byOwnerType] as const);
  return groups.size > 1
    ? {
        all: numbersOf(all),
        by,
        groups: [...groups].map(([code, each]) => [code, numbersOf(each), ...ownName(by, code, speech)]),
      }
    : { all: numbersOf(all), groups: [] };
}

function ownName(by: CoverageGrouping, code: string, speech: Speech): readonly [string?] {
  const name = nameOf(by, code, speech);
  return name === nameOf(by, code, { ...speech, terms: {} }) ? [] : [name];
}

function numbersOf(coverage: Coverage): readonly number[] {
  return coverageStates.map(state => coverage[state]);
}

export function coveragePicture({ all, by, groups }: CoverageNumbers, speech: Speech): BarsPicture {
  const texts = speech.say.round;
  return {
    heading: texts.coverage.answered,
    whole: barOf(texts.allInvited, all, speech),
    legend: given(all).map(([state, n]) => ({ fill: fillOf[state], label: texts.coverage[state], value: String(n) })),
    groups: by && {
      heading: headingOf(by, speech),
      bars: groups.map(([code, numbers, name]) => barOf(name ?? nameOf(by, code, speech), numbers, speech)),
    },
  };
}

const fillOf: Readonly<Record<CoverageState, Fill>> = {
  answered: 'solid',
  draft: 'stripes',
  returned: 'dots',
  missing: 'empty',
  unreachable: 'grid',
};

function barOf(label: string, numbers: readonly number[], speech: Speech): Bar {
  return {
    label,
    value: answeredIn(numbers, speech),
    segments: given(numbers).map(([state, n]) => ({ fill: fillOf[state], amount: n, words: String(n) })),
  };
}

/** Every number in the picture, for those who do not see it. */
export function coverageAlt({ all, by, groups }: CoverageNumbers, speech: Speech): string {
  const texts = speech.say.round;
  const line = (label: string, numbers: readonly number[]) =>
    `${label}: ${[answeredIn(numbers, speech), ...others(numbers, speech)].join(', ')}.`;
  return [
    `${texts.coverage.answered}. ${line(texts.allInvited, all)}`,
    ...(by
      ? [
          `${headingOf(by, speech)}.`,
          ...groups.map(([code, numbers, name]) => line(name ?? nameOf(by, code, speech), numbers)),
        ]
      : []),
  ].join(' ');
}

function others(numbers: readonly number[], { say }: Speech): readonly string[] {
  return given(numbers).flatMap(([state, n]) => (state === 'answered' ? [] : [`${say.round.coverage[state]} ${n}`]));
}

/** What nobody is in is left out, but for the answers themselves. */
function given(numbers: readonly number[]): readonly (readonly [CoverageState, number])[] {
  return coverageStates
    .map((state, at) => [state, numbers[at] ?? 0] as const)
    .filter(([state, n]) => n > 0 || state === 'answered');
}

function answeredIn(numbers: readonly number[], { say, share }: Speech): string {
  const [answered = 0] = numbers;
  const invited = numbers.reduce((sum, n) => sum + n, 0);
  return say.round.of(answered, invited, share(invited === 0 ? 0 : answered / invited));
}

function headingOf(by: CoverageGrouping, { say }: Speech): string {
  return { county: say.round.byCounty, ownerType: say.round.byOwnerType }[by];
}

function nameOf(by: CoverageGrouping, code: string, speech: Speech): string {
  return shortened({ county: countyName, ownerType: ownerTypeName }[by](code, speech), mostOfName);
}

const mostOfName = 60;
