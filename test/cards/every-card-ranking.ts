/** Every state a ranking's form and card can be in: how much there is to rank × its wording × where the poll stands. */
import { noRankingCard, rankingCard } from '../../cards/needs/ranking-card.ts';
import { rankingForm } from '../../cards/needs/ranking-form.ts';
import { entryText } from '../../cards/needs/ranking-words.ts';
import type { Need } from '../../src/features/needs/need.ts';
import type { NeedSet, SetEntry } from '../../src/features/needs/need-set.ts';
import type { EntryFate } from '../../src/features/needs/ranking.ts';
import { rankedOf } from '../../src/features/polls/tally.ts';
import type { Speech } from '../../src/texts/speak.ts';
import { type Counted, openFormal, pollOf, type Stand, shownPoll } from './every-card-polls.ts';
import { aNeed, aRound } from './every-card-round.ts';
import type { States } from './every-card-states.ts';
import { nastyTexts } from './nasty-texts.ts';

const titles: Readonly<Record<string, readonly string[]>> = {
  plain: ['Trygge overganger', 'Traumer i barnehagen', 'Tegnspråk'],
  nasty: nastyTexts,
  emoji: ['👩🏽‍🏫'.repeat(150)],
};

function setOf(wording: readonly string[], count: number): NeedSet {
  const round = aRound();
  const [responsible] = round.invited;
  if (!responsible) throw new Error('Nobody is invited');
  const entries = Array.from({ length: count }, (_, at): SetEntry => {
    const reference = `BM-2027-${String(at + 1).padStart(4, '0')}`;
    const content = { title: wording[at % wording.length] ?? '' };
    const need: Need = { ...aNeed('draft'), reference, content };
    return { key: reference, responsible, needs: [need], content };
  });
  return { round, entries };
}

const sets = Object.entries(titles).flatMap(([wording, all]) =>
  [2, 40, 41, 500].map(count => [`${count} ${wording}`, setOf(all, count)] as const),
);

const shape = { ...openFormal, choice: 'ranked', reveal: 'whenClosed' } as const;
const fates: readonly EntryFate[] = [
  { kind: 'stands' },
  { kind: 'withdrawn' },
  { kind: 'parted' },
  { kind: 'bundled', bundle: 9999 },
];

function shownRanking(set: NeedSet, stand: Stand, counted: Counted, speech: Speech) {
  const { poll, tally } = shownPoll(shape, { stand, counted });
  const closed = poll.closing ? { ...poll, closing: { ...poll.closing, result: tally } } : poll;
  const rows = rankedOf(tally).flatMap((ranked, at) => {
    const entry = set.entries[at];
    const fate = fates[at % fates.length];
    return entry && fate
      ? [{ ranked, fate, entry: { key: entry.key, needIds: [], text: entryText(entry, speech) } }]
      : [];
  });
  return { round: set.round, poll: closed, rows: poll.closing ? rows : [] };
}

export const rankingStates: Readonly<Record<string, States>> = {
  rankingForm: sets.flatMap(([name, set]) => [
    [name, speech => rankingForm({ set, suggestedDay: '2027-02-15' }, speech)],
    [
      `${name}, once more, refused`,
      speech =>
        rankingForm({ set, instead: pollOf(shape, 'plain'), suggestedDay: '2027-02-15' }, speech, {
          values: {
            entries: 'BM-2027-0001\n'.repeat(150),
            closesOn: '2027-01-01',
            secrecy: 'secret',
            reveal: 'always',
          },
          errors: { entries: 'x'.repeat(200), closesOn: 'y'.repeat(200), reveal: 'z'.repeat(200) },
        }),
    ],
  ]),

  noRankingCard: [true, false].flatMap(mayRank =>
    [true, false].map(
      isEnough =>
        [
          `may ${mayRank}, enough ${isEnough}`,
          speech => noRankingCard({ round: aRound(), mayRank, isEnough }, speech),
        ] as const,
    ),
  ),

  rankingCard: sets.flatMap(([name, set]) =>
    (['open', 'closed by the clock', 'closed by hand'] as const).flatMap(stand =>
      (['nobody', 'plurality', 'tie'] as const).map(
        counted =>
          [
            `${name}, ${stand}, ${counted}`,
            speech => rankingCard(shownRanking(set, stand, counted, speech), speech),
          ] as const,
      ),
    ),
  ),
};
