import { type Poll, placesIn, pollCan, stateOf, type Tally } from '../../src/features/polls/poll.ts';
import { standingOf } from '../../src/features/polls/tally.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import type { Button, Card, Part } from '../card.ts';
import { optionText, questionText } from './poll-words.ts';
import { mostPoints, optionsToRank, rankedBars, showAllOptions } from './ranked-answers.ts';

/** All that a posting of a poll shows: shared state only, the same for everyone. */
export type PollShown = {
  readonly poll: Poll;
  readonly tally: Tally;
  /** Parties that have not answered; empty where they are not to be named. */
  readonly missing: readonly string[];
  readonly now: Instant;
};

/** Parties are named as long as the eye can still run over them. */
const mostNamed = 20;
const mostNameCharacters = 1200;

export function pollCard(shown: PollShown, speech: Speech): Card {
  const { poll, now } = shown;
  const texts = speech.say.poll;
  return {
    language: speech.language,
    title: texts.title(poll.number, texts.kinds[poll.kind], texts.states[stateOf(poll, now)]),
    parts: [
      { kind: 'text', text: questionText(poll), weight: 'strong' },
      ...(poll.closing ? closedParts(shown, speech) : openParts(shown, speech)),
      ...buttons(poll, now, speech),
    ],
  };
}

/** What it takes to answer: how, by when, and whom the others wait for. */
function openParts(shown: PollShown, speech: Speech): readonly Part[] {
  const { poll, now } = shown;
  return [
    ...(pollCan.cast(poll, now) ? rules(poll, speech) : []),
    ...answers(shown, speech),
    ...attendance(shown, speech),
  ];
}

/** What came of it stands first; the count that it rests on follows. */
function closedParts({ poll, tally }: PollShown, speech: Speech): readonly Part[] {
  const { poll: texts } = speech.say;
  const { answered, entitled } = tally;
  return [
    {
      kind: 'note',
      sign: standingOf(tally).kind === 'lead' ? 'done' : 'information',
      text: conclusion(poll, tally, speech),
    },
    ...bars(poll, tally, speech),
    { kind: 'text', text: texts.turnout(answered, entitled, Math.max(0, entitled - answered)) },
    ...(poll.choice === 'one'
      ? []
      : [
          {
            kind: 'text',
            text: poll.choice === 'ranked' ? speech.say.ranked.points(placesIn(poll).length) : texts.severalArithmetic,
            weight: 'subtle',
          } as const,
        ]),
    ...(poll.secrecy === 'secret' ? [{ kind: 'text', text: texts.wasSecret, weight: 'subtle' } as const] : []),
    { kind: 'text', text: timing(poll, speech), weight: 'subtle' },
  ];
}

function rules(poll: Poll, { say }: Speech): readonly Part[] {
  const texts = say.poll;
  const sentences = [
    texts[poll.kind],
    ...(poll.choice === 'several' ? [texts.several] : []),
    ...(poll.choice === 'ranked'
      ? [say.ranked.how(placesIn(poll).length), say.ranked.points(placesIn(poll).length)]
      : []),
    ...(poll.secrecy === 'open' ? [texts.openVote, texts.canChange] : []),
  ];
  return [
    { kind: 'text', text: sentences.join(' '), weight: 'subtle' },
    ...(poll.secrecy === 'secret' ? [{ kind: 'note', sign: 'information', text: texts.secret } as const] : []),
  ];
}

/** The bars where the answers may be seen; otherwise that they will be, and what can be chosen where no button says it. */
function answers({ poll, tally }: PollShown, speech: Speech): readonly Part[] {
  if (pollCan.reveal(poll)) return bars(poll, tally, speech);
  const options = poll.options.map(option => ({ label: optionText(option) }));
  const chosenFrom: Readonly<Record<Poll['choice'], () => readonly Part[]>> = {
    one: () => [],
    several: () => [{ kind: 'list', items: options }],
    ranked: () => optionsToRank(poll, speech),
  };
  return [...chosenFrom[poll.choice](), { kind: 'text', text: speech.say.poll.hidden, weight: 'subtle' }];
}

function bars(poll: Poll, tally: Tally, speech: Speech): readonly Part[] {
  return poll.choice === 'ranked' ? rankedBars(poll, tally, speech) : [ballotBars(poll, tally, speech)];
}

function ballotBars(poll: Poll, tally: Tally, { say, share }: Speech): Part {
  const most = Math.max(...tally.counts.map(({ count }) => count));
  const rows = poll.options.map((option, index) => {
    const count = tally.counts[index]?.count ?? 0;
    const part = tally.answered === 0 ? 0 : count / tally.answered;
    return {
      label: optionText(option),
      value: say.poll.votes(count, share(part)),
      share: part,
      isLeading: count > 0 && count === most,
    };
  });
  return { kind: 'tally', rows };
}

function attendance({ poll, tally, missing }: PollShown, speech: Speech): readonly Part[] {
  const { say, list } = speech;
  const names = list(missing);
  const areNamed = missing.length <= mostNamed && names.length <= mostNameCharacters;
  const named = areNamed ? say.poll.missing(names) : say.poll.missingMany(missing.length);
  return [
    { kind: 'text', text: say.poll.answered(tally.answered, tally.entitled) },
    { kind: 'text', text: timing(poll, speech) },
    ...(pollCan.nameMissing(poll) && missing.length > 0
      ? [{ kind: 'text', text: named, weight: 'subtle' } as const]
      : []),
  ];
}

function conclusion(poll: Poll, tally: Tally, speech: Speech): string {
  if (poll.choice === 'ranked') return mostPoints(poll, tally, speech);
  const { say, list } = speech;
  const standing = standingOf(tally);
  const textOf = (id: string) => {
    const option = poll.options.find(each => each.id === id);
    return option ? optionText(option) : '';
  };
  const most = Math.max(...tally.counts.map(({ count }) => count));
  switch (standing.kind) {
    case 'nobody':
      return say.poll.nobody;
    case 'lead': {
      const write = standing.isMajority ? say.poll.majority : say.poll.plurality;
      return write(textOf(standing.option), most, tally.answered);
    }
    case 'tie': {
      const tie = say.poll.tie(list(standing.options.map(textOf)), most);
      return poll.kind === 'formal' ? `${tie} ${say.poll.tieFormal}` : tie;
    }
  }
}

/** The deadline, or when and how it was closed. */
export function timing(poll: Poll, { say, when }: Speech): string {
  if (!poll.closing) return say.poll.closes(when(poll.closesAt));
  const write = poll.closing.by ? say.poll.closedBy.hand : say.poll.closedBy.clock;
  return write(when(poll.closing.at));
}

function buttons(poll: Poll, now: Instant, speech: Speech): readonly Part[] {
  const { say } = speech;
  const all = showAllOptions(poll, speech);
  if (!pollCan.cast(poll, now)) return all.length > 0 ? [{ kind: 'buttons', buttons: all }] : [];
  const mine: Button = { label: say.buttons.mine, intent: { type: 'poll.mine', poll: poll.id } };
  const answer: readonly Button[] =
    poll.choice !== 'one'
      ? [
          {
            label: say.buttons.answer,
            intent: { type: 'poll.answer-form', poll: poll.id },
            weight: 'primary',
            opensForm: true,
          },
        ]
      : poll.options.map(option => ({
          label: optionText(option),
          intent: { type: 'poll.cast', poll: poll.id, options: [option.id] },
        }));
  return [
    { kind: 'buttons', buttons: answer },
    { kind: 'buttons', buttons: [mine, ...all] },
  ];
}
