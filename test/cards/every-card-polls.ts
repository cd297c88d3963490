/** Every state a poll's cards and forms can be in: shape × standing in time × count × who is missing × wording. */

import { type PollShown, pollCard } from '../../cards/polls/poll-card.ts';
import { answerForm, closeForm, extendForm, newPollForm } from '../../cards/polls/poll-forms.ts';
import {
  closedCard,
  exportCard,
  extendedCard,
  leaderButtons,
  mineCard,
  missingCard,
  openedCard,
  pollsCard,
  registeredCard,
  remindedCard,
  reminderCard,
  type SeatShown,
  whichSeatCard,
} from '../../cards/polls/poll-whispers.ts';
import { pollOptionsCard } from '../../cards/polls/ranked-answers.ts';
import type { Member, Party, Seat } from '../../src/features/networks/network.ts';
import type { Missing } from '../../src/features/polls/missing.ts';
import {
  mostOptions,
  type OptionId,
  type Poll,
  type PollId,
  pollChoices,
  type Tally,
} from '../../src/features/polls/poll.ts';
import type { Instant } from '../../src/world.ts';
import { castDocuments, castMemberId, castNetwork, castSeatId } from '../cast.ts';
import type { States } from './every-card-states.ts';
import { nastyTexts } from './nasty-texts.ts';

const openedAt = '2027-01-11T08:00:00.000Z' as Instant;
const before = '2027-01-20T08:00:00.000Z' as Instant;
const reminders = ['2027-01-25T08:00:00.000Z', '2027-01-29T08:00:00.000Z'] as Instant[];
const deadline = '2027-02-01T22:59:59.000Z' as Instant;
const after = '2027-02-01T23:00:10.000Z' as Instant;

/** What people wrote: as most do, as a chat could misread it, and as long as it may be. */
export const wordings = {
  plain: { question: 'Skal forumet møtes i Alta i mars?', options: ['Ja', 'Nei', 'Vet ikke'] },
  nasty: {
    question: nastyTexts.slice(0, 12).join(' ').slice(0, 200).trim(),
    options: nastyTexts.slice(10, 20).map(text => text.slice(0, 60).trim()),
  },
  longest: {
    question: 'Å'.repeat(200),
    options: Array.from({ length: 10 }, (_, index) => `${index} ${'Æ'.repeat(58)}`),
  },
  emoji: {
    question: '👩🏽‍🏫'.repeat(200),
    options: Array.from({ length: 10 }, (_, index) => `${index} ${'👩🏽‍🏫'.repeat(58)}`),
  },
} as const;
export type Wording = keyof typeof wordings;

export type Shape = Pick<Poll, 'kind' | 'choice' | 'secrecy' | 'reveal'>;

/** All that can be opened: what is secret is never shown before it is closed. */
const shapes: readonly Shape[] = (['opinion', 'formal'] as const).flatMap(kind =>
  pollChoices.flatMap(choice => [
    { kind, choice, secrecy: 'open', reveal: 'always' } as const,
    { kind, choice, secrecy: 'open', reveal: 'whenClosed' } as const,
    { kind, choice, secrecy: 'secret', reveal: 'whenClosed' } as const,
  ]),
);

export const openFormal: Shape = { kind: 'formal', choice: 'one', secrecy: 'open', reveal: 'always' };
export const secretFormal: Shape = { kind: 'formal', choice: 'one', secrecy: 'secret', reveal: 'whenClosed' };

export const stands = {
  open: { now: before },
  due: { now: after },
  'closed by the clock': { now: after, closing: { at: deadline } },
  'closed by hand': { now: before, closing: { at: before, by: castMemberId('kari') } },
} as const;
export type Stand = keyof typeof stands;

/** The counts of the first options; the others have none. */
export const counts = {
  nobody: { first: [], answered: 0 },
  'one answer': { first: [1], answered: 1 },
  majority: { first: [7, 3, 1], answered: 11 },
  plurality: { first: [5, 4, 2], answered: 11 },
  tie: { first: [5, 5, 1], answered: 11 },
  everybody: { first: [8, 5, 3], answered: 16 },
} as const satisfies Record<string, { first: readonly number[]; answered: number }>;
export type Counted = keyof typeof counts;

const parties = Array.from({ length: 60 }, (_, index) => `${'Guovdageainnu suohkan – Kautokeino '.repeat(3)}${index}`);

export const silent = {
  none: [],
  few: ['Kárášjohka / Karasjok', 'KS', 'Utdanningsforbundet'],
  'as many as are named': parties.slice(0, 20).map(name => name.slice(0, 45)),
  'too long to be named': parties.slice(0, 20),
  'one more': parties.slice(0, 21),
  many: parties,
} as const satisfies Record<string, readonly string[]>;
export type Silent = keyof typeof silent;

export function pollOf(shape: Shape, wording: Wording, stand: Stand = 'open'): Poll {
  const { question } = wordings[wording];
  const options = shape.choice === 'ranked' ? asManyAsRanked(wordings[wording].options) : wordings[wording].options;
  const { closing } = { closing: undefined, ...stands[stand] };
  return {
    ...shape,
    id: 'abcdefghjkmnpqrs' as PollId,
    networkId: castNetwork.id,
    number: 7,
    question,
    options: options.map((text, index) => ({ id: `o${index + 1}` as OptionId, text })),
    openedAt,
    openedBy: castMemberId('kari'),
    closesAt: deadline,
    seats: Array.from({ length: 16 }, (_, index) => castSeatId(index + 1)),
    ...(closing && { closing }),
  };
}

function asManyAsRanked(options: readonly string[]): readonly string[] {
  return Array.from({ length: mostOptions.ranked }, (_, at) => options[at % options.length] ?? '');
}

function tallyOf(poll: Poll, counted: Counted): Tally {
  const { first, answered } = counts[counted];
  const sums: readonly number[] = first;
  return {
    answered,
    entitled: 16,
    counts: poll.options.map(({ id }, index) => {
      const count = sums[index] ?? 0;
      return { option: id, count, ...(poll.choice === 'ranked' && { ballots: Math.ceil(count / 3) }) };
    }),
  };
}

export function shownPoll(
  shape: Shape,
  { wording = 'plain', stand = 'open', counted = 'majority', missing = 'few' }: Partial<PollState> = {},
): PollShown {
  const poll = pollOf(shape, wording, stand);
  return { poll, tally: tallyOf(poll, counted), missing: silent[missing], now: stands[stand].now };
}

export type PollState = {
  readonly wording: Wording;
  readonly stand: Stand;
  readonly counted: Counted;
  readonly missing: Silent;
};

const keys = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as K[];

/** The whole product but for who is missing, which stands by itself on the card and is tried where it is named. */
export const everyPoll: readonly (readonly [name: string, shown: PollShown])[] = shapes.flatMap(shape =>
  keys(wordings).flatMap(wording =>
    keys(stands).flatMap(stand =>
      keys(counts).flatMap((counted, index) => {
        const missing = stand === 'open' ? (keys(silent)[index % keys(silent).length] ?? 'none') : 'none';
        const name = [...Object.values(shape), wording, stand, counted, missing].join(', ');
        return [[name, shownPoll(shape, { wording, stand, counted, missing })] as const];
      }),
    ),
  ),
);

const cast = castDocuments();
const longName =
  `Utdanningsforbundet, Skolenes landsforbund og Skolelederforbundet ${'i Troms og Finnmark '.repeat(3)}`.slice(0, 120);
const party: Party = { id: 'party-1', name: 'Alta kommune' };
const [seat] = cast.seats as [Seat];
const [member] = cast.members as [Member];
const here: SeatShown = { seat, party };
const elsewhere: SeatShown = { seat: { ...seat, number: 9999 }, party: { ...party, name: longName } };
const notJoined: Member = { ...member, name: 'Å'.repeat(120), identities: [] };

function missingOf(count: number): readonly Missing[] {
  return Array.from({ length: count }, (_, index) => ({
    seat: { ...seat, number: index + 1 },
    party: { ...party, name: parties[index % parties.length] ?? '' },
    people: index % 3 === 0 ? [] : [member, notJoined],
  }));
}

const polls = keys(wordings).map(wording => [wording, pollOf(openFormal, wording)] as const);
const filled = (values: Record<string, unknown>, ...wrong: readonly string[]) => ({
  values,
  errors: Object.fromEntries(wrong.map(field => [field, 'Fyll ut dette feltet.'])),
});

export const pollStates = {
  pollCard: everyPoll.map(([name, shown]) => [name, speech => pollCard(shown, speech)]),
  pollOptionsCard: everyPoll
    .filter(([, { poll }]) => poll.choice === 'ranked')
    .map(([name, shown]) => [name, speech => pollOptionsCard(shown, speech)]),
  registeredCard: polls.flatMap(([wording, poll]) => [
    [
      `seat, ${wording}`,
      speech => registeredCard({ poll, options: ['o1' as OptionId], counted: here, others: [] }, speech),
    ],
    [
      `every option, also a deputy, ${wording}`,
      speech => {
        const options = poll.options.map(({ id }) => id);
        return registeredCard({ poll, options, counted: here, others: [elsewhere, here] }, speech);
      },
    ],
    [
      `secret, ${wording}`,
      speech =>
        registeredCard(
          { poll: pollOf(secretFormal, wording), options: ['o1' as OptionId], counted: elsewhere, others: [] },
          speech,
        ),
    ],
    [
      `member, ${wording}`,
      speech => registeredCard({ poll: { ...poll, kind: 'opinion' }, options: ['o1' as OptionId], others: [] }, speech),
    ],
  ]),
  whichSeatCard: polls.map(([wording, poll]) => [
    wording,
    speech =>
      whichSeatCard(
        poll,
        poll.options.map(({ id }) => id),
        [elsewhere, ...Array.from({ length: 10 }, () => here)],
        speech,
      ),
  ]),
  mineCard: polls.flatMap(([wording, poll]) => [
    [`none, ${wording}`, speech => mineCard({ poll, answers: [{ counted: here, answer: 'none' }] }, speech)],
    [
      `secret, ${wording}`,
      speech =>
        mineCard(
          {
            poll,
            answers: [
              { counted: elsewhere, answer: 'secret' },
              { counted: here, answer: 'none' },
            ],
          },
          speech,
        ),
    ],
    [
      `given, ${wording}`,
      speech => {
        const options = poll.options.map(({ id }) => id);
        return mineCard({ poll, answers: [{ answer: { options, by: notJoined.name, at: before } }] }, speech);
      },
    ],
  ]),
  /** They stand below the poll that one of the secretariat has asked to see. */
  leaderButtons: everyPoll.map(([name, shown]) => [
    name,
    speech => {
      const card = pollCard(shown, speech);
      return { ...card, parts: [...card.parts, ...leaderButtons(shown.poll, shown.now, speech)] };
    },
  ]),
  openedCard: [0, 1, 2, 17].map(channels => [
    `${channels} channels`,
    speech =>
      openedCard(
        pollOf(openFormal, 'longest'),
        channels,
        channels < 2 ? reminders.slice(channels) : 'too-near',
        before,
        speech,
      ),
  ]),
  missingCard: [0, 1, 17, 60, 61, 357].flatMap(count =>
    polls.map(([wording, poll]) => [
      `${count} missing, ${wording}`,
      speech => missingCard(poll, missingOf(count), before, speech),
    ]),
  ),
  remindedCard: [
    [0, 0],
    [1, 0],
    [2, 1],
    [5, 12],
  ].map(([reminded = 0, unreachable = 0]) => [
    `${reminded} reminded, ${unreachable} not`,
    speech => remindedCard(reminded, unreachable, speech),
  ]),
  closedCard: [['closed', speech => closedCard(pollOf(openFormal, 'plain', 'closed by hand'), speech)]],
  extendedCard: [['extended', speech => extendedCard(pollOf(openFormal, 'plain'), reminders, speech)]],
  exportCard: [
    [
      'link',
      speech =>
        exportCard(pollOf(openFormal, 'plain'), `https://laget.example.org/file/${'k'.repeat(600)}`, after, speech),
    ],
  ],
  pollsCard: [0, 1, 5, 20].flatMap(count =>
    polls.map(([wording, poll]) => [
      `${count} polls, ${wording}`,
      speech =>
        pollsCard(
          'Å'.repeat(80),
          Array.from({ length: count }, (_, index) => ({
            poll,
            state: (['open', 'due', 'closed'] as const)[index % 3] ?? 'open',
          })),
          speech,
        ),
    ]),
  ),
  reminderCard: polls.map(([wording, poll]) => [wording, speech => reminderCard(poll, speech)]),
  newPollForm: [
    ['empty', speech => newPollForm(speech, '2027-02-01')],
    [
      'wrong in every field',
      speech =>
        newPollForm(
          speech,
          '2027-02-01',
          filled(
            {
              question: 'Å'.repeat(200),
              options: wordings.longest.options.join('\n'),
              kind: 'formal',
              closesTime: '12:30',
            },
            'question',
            'options',
            'kind',
            'choice',
            'secrecy',
            'reveal',
            'closesOn',
            'closesTime',
          ),
        ),
    ],
    [
      'filled with what no field takes',
      speech => newPollForm(speech, '2027-02-01', filled({ question: 7, kind: null, closesOn: '' }, 'closesOn')),
    ],
  ],
  closeForm: polls.map(([wording, poll]) => [wording, speech => closeForm(poll, speech)]),
  extendForm: polls.flatMap(([wording, poll]) => [
    [`empty, ${wording}`, speech => extendForm(poll, speech, '2027-02-08')],
    [
      `wrong, ${wording}`,
      speech =>
        extendForm(
          poll,
          speech,
          '2027-02-08',
          filled({ closesOn: '2027-01-01', closesTime: '02:30' }, 'closesOn', 'closesTime'),
        ),
    ],
  ]),
  answerForm: shapes.flatMap(shape =>
    keys(wordings).flatMap(wording => [
      [
        `nothing given, ${Object.values(shape).join(', ')}, ${wording}`,
        speech => answerForm(pollOf(shape, wording), [], undefined, speech),
      ],
      [
        `given, wrong, ${Object.values(shape).join(', ')}, ${wording}`,
        speech =>
          answerForm(
            pollOf(shape, wording),
            ['o2'],
            'seat-7',
            speech,
            filled({ first: 'o2', second: 'o2', third: 'none' }, shape.choice === 'ranked' ? 'second' : 'options'),
          ),
      ],
    ]),
  ),
} satisfies Record<string, States>;
