/** What the members put highest of what a round has brought. */
import type { EntryFate, RankedEntry } from '../../src/features/needs/ranking.ts';
import type { Round } from '../../src/features/needs/round.ts';
import type { Poll } from '../../src/features/polls/poll.ts';
import type { Ranked } from '../../src/features/polls/tally.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Card, Part } from '../card.ts';
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
    { kind: 'text', text: ranked.points, weight: 'subtle' },
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
