/** What came in to a ranked poll: points and ranks, the most first, and no more of them than a posting has room for. */
import { type OptionId, type Poll, pollCan, type Tally, worthOf } from '../../src/features/polls/poll.ts';
import { type Ranked, rankedOf } from '../../src/features/polls/tally.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Button, Card, Part } from '../card.ts';
import { longList } from '../long-list.ts';
import { numberedOption, optionText, questionText } from './poll-words.ts';

/** As many as a posting in two languages holds, whatever they are called; the others are a press away. */
const mostRows = 10;

export function rankedBars(poll: Poll, tally: Tally, speech: Speech): readonly Part[] {
  const all = tally.answered * worthOf(poll, 0);
  const rows = rankedOf(tally)
    .slice(0, mostRows)
    .map(each => ({
      label: labelOf(poll, each.option),
      value: rankWords(poll, each, speech),
      share: all === 0 ? 0 : each.count / all,
      isLeading: each.rank === 1,
    }));
  return [{ kind: 'tally', rows }, ...notAll(poll, speech)];
}

/** Where no points may be seen yet. */
export function optionsToRank(poll: Poll, speech: Speech): readonly Part[] {
  const items = poll.options.slice(0, mostRows).map(({ id }) => ({ label: numberedOption(poll, id) }));
  return [{ kind: 'list', items, isNumbered: true }, ...notAll(poll, speech)];
}

function notAll({ options }: Poll, { say }: Speech): readonly Part[] {
  const rest = options.length - mostRows;
  return rest > 0 ? [{ kind: 'text', text: say.ranked.andMore(rest), weight: 'subtle' }] : [];
}

export function showAllOptions({ id, options }: Poll, { say }: Speech): readonly Button[] {
  if (options.length <= mostRows) return [];
  return [{ label: say.ranked.showAll(options.length), intent: { type: 'poll.options', poll: id } }];
}

/** Every option of a ranked poll: with its points where they may be seen. */
export function pollOptionsCard({ poll, tally }: { readonly poll: Poll; readonly tally: Tally }, speech: Speech): Card {
  const { poll: texts, ranked } = speech.say;
  const isTold = pollCan.reveal(poll);
  const all = rankedOf(tally);
  const inOrder = poll.closing ? all : poll.options.flatMap(({ id }) => all.find(({ option }) => option === id) ?? []);
  const items = inOrder.map(each => ({
    label: labelOf(poll, each.option),
    ...(isTold && { value: rankWords(poll, each, speech) }),
  }));
  return {
    language: speech.language,
    title: ranked.all(poll.number, poll.options.length),
    parts: [
      { kind: 'text', text: questionText(poll), weight: 'strong' },
      ...longList(items, speech).map(part => (part.kind === 'list' ? { ...part, isNumbered: !poll.closing } : part)),
      ...(isTold ? [] : [{ kind: 'text', text: texts.hidden, weight: 'subtle' } as const]),
    ],
  };
}

/** As many as a sentence is read with. */
const mostNamed = 5;

/** Which has most points; a tie is said as one. */
export function mostPoints(poll: Poll, tally: Tally, { say, list }: Speech): string {
  const first = rankedOf(tally).filter(({ rank }) => rank === 1);
  const [one] = first;
  if (!one) return say.poll.nobody;
  const texts = first.map(({ option }) => textOf(poll, option));
  if (texts.length === 1) return say.ranked.first(list(texts), one.count);
  const rest = texts.length - mostNamed;
  const named = rest > 0 ? say.ranked.others(texts.slice(0, mostNamed).join(', '), rest) : list(texts);
  return say.ranked.tie(named, one.count);
}

/** With the number it is answered by while it can be. */
function labelOf(poll: Poll, id: OptionId): string {
  return poll.closing ? textOf(poll, id) : numberedOption(poll, id);
}

function textOf({ options }: Poll, id: OptionId): string {
  return optionText(options.find(option => option.id === id) ?? { text: '' });
}

/** «delt nr. 2 · 9 poeng fra 4 plasser»; no rank before the poll is closed. */
export function rankWords(
  { kind, closing }: Pick<Poll, 'kind' | 'closing'>,
  { rank, count, ballots, isShared }: Ranked,
  { say }: Speech,
): string {
  const { ranked } = say;
  const points = ranked.value[kind](count, ballots);
  if (rank === undefined || !closing) return points;
  return `${isShared ? ranked.shared(rank) : ranked.rank(rank)} · ${points}`;
}
