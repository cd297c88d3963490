/** Words about a poll for one person alone. */
import type { Party, Seat } from '../../src/features/networks/network.ts';
import type { Missing } from '../../src/features/polls/missing.ts';
import type { OptionId, Poll } from '../../src/features/polls/poll.ts';
import { pollCan } from '../../src/features/polls/poll.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import type { Button, Card, Part } from '../card.ts';
import { cardLimits } from '../limits.ts';
import { longList } from '../long-list.ts';
import { shortened } from '../shortened.ts';
import { type RemindersShown, reminderDates } from '../year/reminder-dates.ts';
import { timing } from './poll-card.ts';
import { answerText, questionText } from './poll-words.ts';

export type SeatShown = { readonly seat: Seat; readonly party: Party | undefined };

export type BallotShown = {
  readonly poll: Poll;
  readonly options: readonly OptionId[];
  /** None in an opinion poll. */
  readonly counted?: SeatShown | undefined;
  /** Further seats this person may answer for, and nobody has yet. */
  readonly others: readonly SeatShown[];
  /** The open answer this one takes the place of, and who gave it. */
  readonly replaced?: { readonly options: readonly OptionId[]; readonly by: string } | undefined;
};

export function registeredCard({ poll, options, counted, others, replaced }: BallotShown, speech: Speech): Card {
  const { whispers, poll: texts } = speech.say;
  const what =
    poll.secrecy === 'secret'
      ? whispers.secretRegistered
      : whispers.registeredAnswer(answerText(poll, options, speech));
  return {
    language: speech.language,
    title: texts.title(poll.number, texts.kinds[poll.kind], whispers.registered),
    parts: [
      { kind: 'note', sign: 'done', text: what },
      ...(replaced
        ? [
            {
              kind: 'text',
              text: whispers.replaced(answerText(poll, replaced.options, speech), replaced.by),
            } as const,
          ]
        : []),
      { kind: 'text', text: seatLine(counted, speech) },
      ...(poll.secrecy === 'open'
        ? [{ kind: 'text', text: whispers.untilWhen(speech.when(poll.closesAt)), weight: 'subtle' } as const]
        : []),
      ...otherSeats(poll, options, others, whispers.alsoDeputy, speech),
    ],
  };
}

/** The same answer, once the person has said which of their seats it is for; where none is given yet, the form for it. */
export function whichSeatCard(
  poll: Poll,
  options: readonly OptionId[],
  seats: readonly SeatShown[],
  speech: Speech,
): Card {
  const { whispers } = speech.say;
  return {
    language: speech.language,
    title: speech.say.poll.title(poll.number, speech.say.poll.kinds[poll.kind], speech.say.poll.states.open),
    parts: [
      { kind: 'text', text: questionText(poll), weight: 'strong' },
      ...otherSeats(poll, options, seats, whispers.whichSeat, speech),
    ],
  };
}

function otherSeats(
  poll: Poll,
  options: readonly OptionId[],
  seats: readonly SeatShown[],
  sentence: string,
  { say }: Speech,
): readonly Part[] {
  if (seats.length === 0) return [];
  const buttons = seats.map(
    ({ seat, party }): Button => ({
      label: shortened(say.whispers.seatButton(seat.number, party?.name ?? ''), cardLimits.buttonLabel),
      ...(options.length > 0
        ? { intent: { type: 'poll.cast', poll: poll.id, options: [...options], seat: seat.id } }
        : { intent: { type: 'poll.answer-form', poll: poll.id, seat: seat.id }, opensForm: true }),
    }),
  );
  return [
    { kind: 'text', text: sentence },
    { kind: 'buttons', buttons },
  ];
}

function seatLine(counted: SeatShown | undefined, { say }: Speech): string {
  return counted ? say.whispers.forSeat(counted.seat.number, counted.party?.name ?? '') : say.whispers.forYou;
}

/** What is registered for this person: an open answer and who gave it, a secret one only that it was given. */
export type MineShown = {
  readonly poll: Poll;
  /** One for each seat the person may answer for; in an opinion poll the person's own. */
  readonly answers: readonly {
    readonly counted?: SeatShown | undefined;
    readonly answer:
      | { readonly options: readonly OptionId[]; readonly by: string; readonly at: Instant }
      | 'secret'
      | 'none';
  }[];
};

type Mine = MineShown['answers'][number];

export function mineCard({ poll, answers }: MineShown, speech: Speech): Card {
  const { whispers } = speech.say;
  return {
    language: speech.language,
    title: whispers.mine,
    parts: [
      { kind: 'text', text: questionText(poll), weight: 'strong' },
      ...answers.flatMap(({ counted, answer }) => [
        ...mineParts(poll, answer, speech),
        ...(answer === 'none' && answers.length === 1
          ? []
          : [{ kind: 'text', text: seatLine(counted, speech), weight: 'subtle' } as const]),
      ]),
    ],
  };
}

function mineParts(poll: Poll, answer: Mine['answer'], speech: Speech): readonly Part[] {
  const { whispers } = speech.say;
  if (answer === 'none') return [{ kind: 'note', sign: 'information', text: whispers.mineNone }];
  if (answer === 'secret') return [{ kind: 'note', sign: 'done', text: whispers.mineSecret }];
  return [
    { kind: 'note', sign: 'done', text: whispers.registeredAnswer(answerText(poll, answer.options, speech)) },
    { kind: 'text', text: whispers.castBy(answer.by, speech.when(answer.at)), weight: 'subtle' },
  ];
}

/** What the secretariat can do with a poll now, drawn from the same table as the rules; what cannot be undone stands last. */
export function leaderButtons(poll: Poll, now: Instant, { say }: Speech): readonly Part[] {
  const { buttons } = say;
  const all: readonly (Button | false)[] = [
    pollCan.remind(poll, now) && { label: buttons.remind, intent: { type: 'poll.remind', poll: poll.id } },
    { label: buttons.missing, intent: { type: 'poll.missing', poll: poll.id } },
    pollCan.extend(poll, now) && {
      label: buttons.extend,
      intent: { type: 'poll.extend-form', poll: poll.id },
      opensForm: true,
    },
    { label: buttons.export, intent: { type: 'poll.export', poll: poll.id } },
    pollCan.close(poll, now) && {
      label: buttons.close,
      intent: { type: 'poll.close-form', poll: poll.id },
      weight: 'danger',
      opensForm: true,
    },
  ];
  return [{ kind: 'buttons', buttons: all.filter(button => button !== false) }];
}

export function openedCard(
  poll: Poll,
  channels: number,
  reminders: RemindersShown,
  now: Instant,
  speech: Speech,
): Card {
  const { whispers } = speech.say;
  return {
    language: speech.language,
    title: whispers.opened(poll.number),
    parts: [
      { kind: 'note', sign: 'done', text: whispers.openedText(channels, speech.when(poll.closesAt)) },
      reminderDates(reminders, speech),
      ...leaderButtons(poll, now, speech),
    ],
  };
}

export function missingCard(poll: Poll, missing: readonly Missing[], now: Instant, speech: Speech): Card {
  const { whispers, members } = speech.say;
  const items = missing.map(({ seat, party, people }) => {
    const names = people.map(member => (member.identities.length > 0 ? member.name : members.notJoined(member.name)));
    const who = names.length > 0 ? speech.list(names) : whispers.noHolder;
    return seat ? { label: members.seat(seat.number, party?.name ?? ''), value: who } : { label: who };
  });
  return {
    language: speech.language,
    title: missing.length > 0 ? whispers.missingTitle(missing.length) : whispers.missingNone,
    parts: [
      { kind: 'text', text: questionText(poll), weight: 'strong' },
      ...longList(items, speech),
      ...leaderButtons(poll, now, speech),
    ],
  };
}

export function remindedCard(reminded: number, unreachable: number, { language, say }: Speech): Card {
  const { whispers } = say;
  return {
    language,
    title: whispers.reminded(reminded),
    parts: [
      { kind: 'text', text: whispers.remindedText },
      ...(unreachable > 0 ? [{ kind: 'note', sign: 'warning', text: whispers.unreachable(unreachable) } as const] : []),
    ],
  };
}

export function closedCard(poll: Poll, { language, say }: Speech): Card {
  const { whispers } = say;
  return {
    language,
    title: whispers.closed(poll.number),
    parts: [{ kind: 'note', sign: 'done', text: whispers.closedText }],
  };
}

export function extendedCard(poll: Poll, reminders: RemindersShown, speech: Speech): Card {
  return {
    language: speech.language,
    title: speech.say.whispers.extended(poll.number, speech.when(poll.closesAt)),
    parts: [{ kind: 'text', text: questionText(poll), weight: 'strong' }, reminderDates(reminders, speech)],
  };
}

export function exportCard(poll: Poll, url: string, until: Instant, { language, say, when }: Speech): Card {
  return {
    language,
    title: say.whispers.exportTitle(poll.number),
    parts: [
      { kind: 'text', text: say.whispers.exportText(when(until)) },
      { kind: 'link', label: say.buttons.download, url },
    ],
  };
}

/** The network's polls, newest first, each with a way to see it. */
export function pollsCard(
  network: string,
  polls: readonly { readonly poll: Poll; readonly state: 'open' | 'due' | 'closed' }[],
  speech: Speech,
): Card {
  const { language, say } = speech;
  const items = polls.map(({ poll, state }) => ({
    label: say.polls.item(poll.number, questionText(poll)),
    value: poll.closing ? timing(poll, speech) : `${say.poll.states[state]} · ${timing(poll, speech)}`,
  }));
  const show = polls.slice(0, 5).map(
    ({ poll }): Button => ({
      label: `${say.buttons.showPoll} ${poll.number}`,
      intent: { type: 'poll.show', poll: poll.id },
    }),
  );
  return {
    language,
    title: shortened(say.polls.title(network), cardLimits.title),
    parts:
      polls.length === 0
        ? [{ kind: 'text', text: say.polls.empty }]
        : [...longList(items, speech), { kind: 'buttons', buttons: show }],
  };
}

/** A reminder's card: the question, the deadline, and the answer one press away. */
export function reminderCard(poll: Poll, { language, say, when }: Speech): Card {
  const form: Button = {
    label: say.buttons.answer,
    intent: { type: 'poll.answer-form', poll: poll.id },
    weight: 'primary',
    opensForm: true,
  };
  return {
    language,
    title: shortened(say.notices.reminderTitle(questionText(poll)), cardLimits.title),
    parts: [
      { kind: 'text', text: say.notices.reminder(questionText(poll), when(poll.closesAt)) },
      { kind: 'buttons', buttons: [form] },
    ],
  };
}
