import { type Coverage, coverageStates } from '../../src/features/needs/coverage.ts';
import { type Round, roundCan } from '../../src/features/needs/round.ts';
import type { CoverageShown } from '../../src/features/needs/round-coverage.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import type { Button, Card, Part, TallyBars, Text } from '../card.ts';
import { cardLimits } from '../limits.ts';
import { shortened } from '../shortened.ts';
import { coverageAlt, coverageAsked, coverageNumbers } from './coverage-picture.ts';
import { type CountedShown, totalsParts } from './round-totals.ts';
import { asksFor, countyName, ownerTypeName, roundTiming, roundTitle } from './round-words.ts';

/** All that a posting of a round shows: shared state only, the same for everyone. */
export type RoundShown = {
  readonly round: Round;
  readonly coverage: CoverageShown;
  readonly now: Instant;
  /** When the deadline is over. */
  readonly counted?: CountedShown | undefined;
  /** The members have been asked what of it matters most. */
  readonly isRanked?: boolean;
  /** Where a picture of what is given can be fetched; absent where no chat could. */
  readonly pictureUrl?: ((payload: unknown) => string) | undefined;
};

export function roundCard(shown: RoundShown, speech: Speech): Card {
  const { round } = shown;
  return {
    language: speech.language,
    title: roundTitle(round, shown.now, speech),
    parts: [...roundParts(shown, speech), ...buttons(shown, speech)],
  };
}

/** Without what can be pressed. */
export function roundParts({ round, coverage, now, counted, pictureUrl }: RoundShown, speech: Speech): readonly Part[] {
  return [
    { kind: 'text', text: asksFor(round, speech), weight: 'strong' },
    { kind: 'text', text: roundTiming(round, now, speech) },
    { kind: 'text', text: speech.say.round.answeredOf(coverage.all.answered, coverage.all.invited) },
    ...coverageParts(coverage, pictureUrl, speech),
    ...(counted ? totalsParts(counted, speech) : []),
  ];
}

/** A picture where it can be shown and its words are few enough to be read out; bars drawn in characters elsewhere. */
function coverageParts(coverage: CoverageShown, pictureUrl: RoundShown['pictureUrl'], speech: Speech): readonly Part[] {
  const { all, byCounty, byOwnerType } = coverage;
  const texts = speech.say.round;
  const states = { kind: 'tally', rows: coverageStates.flatMap(state => stateRow(state, all, speech)) } as const;
  const counties = groupBars(texts.byCounty, byCounty, code => countyName(code, speech), speech);
  const ownerTypes = groupBars(texts.byOwnerType, byOwnerType, type => ownerTypeName(type, speech), speech);
  const numbers = coverageNumbers(coverage, speech);
  const url = pictureUrl?.(coverageAsked(numbers, speech.language));
  const alt = coverageAlt(numbers, speech);
  if (url === undefined || url.length > cardLimits.url || alt.length > cardLimits.alt) {
    return [states, ...counties, ...ownerTypes];
  }
  const beside = numbers.by === 'county' ? ownerTypes : [];
  return [
    { kind: 'picture', url, alt, instead: [states, ...(numbers.by === 'county' ? counties : ownerTypes)] },
    ...beside,
  ];
}

type Row = TallyBars['rows'][number];

/** What nobody is in is left out, but for the answers themselves. */
function stateRow(state: (typeof coverageStates)[number], all: Coverage, { say, share }: Speech): readonly Row[] {
  const count = all[state];
  if (count === 0 && state !== 'answered') return [];
  const part = shareOf(count, all.invited);
  const value = say.round.of(count, all.invited, share(part));
  return [{ label: say.round.coverage[state], value, share: part, isLeading: state === 'answered' && count > 0 }];
}

/** Nothing where all are of one group. */
function groupBars(
  heading: string,
  groups: ReadonlyMap<string, Coverage>,
  nameOf: (group: string) => string,
  { say, share }: Speech,
): readonly (Text | TallyBars)[] {
  if (groups.size < 2) return [];
  const rows = [...groups].map(([group, { answered, invited }]): Row => {
    const part = shareOf(answered, invited);
    const value = say.round.of(answered, invited, share(part));
    return { label: shortened(nameOf(group), cardLimits.rowLabel), value, share: part, isLeading: false };
  });
  return [
    { kind: 'text', text: heading, weight: 'subtle' },
    { kind: 'tally', rows },
  ];
}

function shareOf(count: number, all: number): number {
  return all === 0 ? 0 : count / all;
}

function buttons({ round, now, counted, isRanked = false }: RoundShown, { say }: Speech): readonly Part[] {
  const texts = say.round.buttons;
  const start: Button = {
    label: texts.start,
    intent: { type: 'need.start', round: round.id },
    weight: 'primary',
    opensForm: true,
  };
  const missing: Button = { label: texts.missing, intent: { type: 'round.missing', round: round.id } };
  const totals: Button = { label: say.totals.button, intent: { type: 'round.totals', round: round.id } };
  const ranking: Button = { label: say.ranking.buttons.show, intent: { type: 'ranking.show', round: round.id } };
  const shown = [
    ...(roundCan('answer', round, now) ? [start] : []),
    missing,
    ...(counted ? [totals] : []),
    ...(isRanked ? [ranking] : []),
  ];
  return [{ kind: 'buttons', buttons: shown }];
}
