/** What the members put highest of what a round has brought. */
import { type EntryFate, fewestToRank, type RankedEntry } from '../../src/features/needs/ranking.ts';
import type { Round } from '../../src/features/needs/round.ts';
import { type Poll, placesIn } from '../../src/features/polls/poll.ts';
import type { Ranked } from '../../src/features/polls/tally.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Button, Card, Part } from '../card.ts';
import { longList } from '../long-list.ts';
import { rankWords } from '../polls/ranked-answers.ts';
import { asksFor } from './round-words.ts';

export type RankedRow = { readonly entry: RankedEntry; readonly ranked: Ranked; readonly fate: EntryFate };

/** @property rows the most first; empty until the poll is closed and counted */
export type RankingShown = { readonly round: Round; readonly poll: Poll; readonly rows: readonly RankedRow[] };

export function rankingCard({ round, poll, rows }: RankingShown, speech: Speech): Card {
  const { ranking } = speech.say;
  const { title, buttons } = ranking;
  return {
    language: speech.language,
    title: title(round.number),
    parts: [
      { kind: 'text', text: asksFor(round, speech), weight: 'strong' },
      ...(poll.closing?.result ? rankedParts(poll, rows, speech) : [waiting(poll, speech)]),
      {
        kind: 'buttons',
        buttons: [{ label: buttons.poll(poll.number), intent: { type: 'poll.show', poll: poll.id } }],
      },
    ],
  };
}

/** @property mayRank they may ask for a ranking; @property isEnough there is something to choose between */
export type NoRankingShown = { readonly round: Round; readonly mayRank: boolean; readonly isEnough: boolean };

/** Where nobody has asked for a ranking: who can, and what comes then. */
export function noRankingCard({ round, mayRank, isEnough }: NoRankingShown, speech: Speech): Card {
  const { title, none, buttons } = speech.say.ranking;
  const next = mayRank ? none.ask : none.wait;
  const start: Button = {
    label: buttons.start,
    intent: { type: 'ranking.form', round: round.id },
    opensForm: true,
    weight: 'primary',
  };
  return {
    language: speech.language,
    title: title(round.number),
    parts: [
      { kind: 'text', text: asksFor(round, speech), weight: 'strong' },
      { kind: 'note', sign: 'information', text: `${none.text} ${isEnough ? next : none.tooFew(fewestToRank)}` },
      ...(mayRank && isEnough ? [{ kind: 'buttons', buttons: [start] } as const] : []),
    ],
  };
}

function waiting(poll: Poll, { say, when }: Speech): Part {
  const { notYet, counting } = say.ranking;
  const text = poll.closing ? counting : notYet(poll.number, when(poll.closesAt));
  return { kind: 'note', sign: 'information', text };
}

function rankedParts(poll: Poll, rows: readonly RankedRow[], speech: Speech): readonly Part[] {
  const { poll: texts, ranked } = speech.say;
  const { answered = 0, entitled = 0 } = poll.closing?.result ?? {};
  const items = rows.map(row => ({
    label: row.entry.text,
    value: [rankWords(poll, row.ranked, speech), ...fateWords(row.fate, speech)].join(' · '),
  }));
  return [
    ...longList(items, speech),
    { kind: 'text', text: texts.turnout(answered, entitled, Math.max(0, entitled - answered)) },
    { kind: 'text', text: ranked.points(placesIn(poll).length), weight: 'subtle' },
  ];
}

function fateWords(fate: EntryFate, { say }: Speech): readonly string[] {
  const { fates } = say.ranking;
  switch (fate.kind) {
    case 'stands':
      return [];
    case 'bundled':
      return [fates.bundled(fate.bundle)];
    case 'withdrawn':
    case 'parted':
      return [fates[fate.kind]];
  }
}
