/** How one person answers a poll, and what they are told of it. */
import { refusalCard } from '../../../cards/answer-cards.ts';
import type { Card } from '../../../cards/card.ts';
import { answerForm } from '../../../cards/polls/poll-forms.ts';
import {
  type MineShown,
  mineCard,
  registeredCard,
  type SeatShown,
  whichSeatCard,
} from '../../../cards/polls/poll-whispers.ts';
import type { Actor } from '../../features/networks/identify-member.ts';
import { mayActFor, type Seat, type SeatId } from '../../features/networks/network.ts';
import { channelLinks, members, networkPartition, parties } from '../../features/networks/network-store.ts';
import { type BallotRefusal, type Cast, castBallot } from '../../features/polls/cast-ballot.ts';
import {
  type Ballot,
  type ElectorId,
  electorFor,
  isElector,
  memberElector,
  type OptionId,
  type Poll,
  pollCan,
  seatElector,
} from '../../features/polls/poll.ts';
import { answered, ballots, pollPartition, polls } from '../../features/polls/poll-store.ts';
import type { Speech } from '../../texts/speak.ts';
import { dayOf } from '../../world.ts';
import { type Answer, type Asking, openForm, refuse } from '../asking.ts';
import { drawingOf } from '../draw.ts';
import { inLanguages } from '../drawing.ts';

export function closedAlready({ number, closing, closesAt }: Poll) {
  return { code: 'poll-closed', number, at: closing?.at ?? closesAt } as const;
}

/** The form for an answer, with what is registered; only where an answer can be given. */
export async function openAnswerForm(
  asking: Asking,
  actor: Actor,
  poll: Poll,
  seat: SeatId | undefined,
  speech: Speech,
): Promise<Answer> {
  const { store, world } = asking.tools;
  const now = world.clock.now();
  const elector = electorFor(poll, actor.network, actor.member, actor.seats, seat, now);
  if (!pollCan.cast(poll, now))
    return { ...refuse(closedAlready(poll), speech), standing: await standing(asking, poll) };
  if (!elector.ok) return { whisper: await refusedBallot(asking, poll, [], elector.refusal, speech) };
  const partition = pollPartition(poll.id);
  const isGiven = poll.secrecy === 'secret' && (await answered.get(store, partition, elector.value.elector));
  if (isGiven) return refuse({ code: 'already-answered' }, speech);
  const given = poll.secrecy === 'open' ? await ballots.get(store, partition, elector.value.elector) : undefined;
  const form = answerForm(poll, given?.value.options ?? [], seat, speech);
  return openForm(asking, form, { type: 'poll.answer-form', poll: poll.id, ...(seat && { seat }) }, speech);
}

/** The posting as it stands now, for the one who pressed a button on it. */
export async function standing({ tools, from, recentCount }: Asking, poll: Poll, actor?: Actor): Promise<Card> {
  const { store, gather } = tools;
  return gather(`standing|${poll.id}|${from.place.key}`, async () => {
    const [now, link] = await Promise.all([
      polls.get(store, pollPartition(poll.id), 'poll'),
      channelLinks.get(store, networkPartition(poll.networkId), from.place.key),
    ]);
    const drawing = await drawingOf(tools, now?.value ?? poll, (its, shown) => recentCount(its, shown, actor?.seats));
    return inLanguages(drawing, link?.value.languages ?? drawing.languages);
  });
}

/** Gives a ballot; what was refused is told, and for which seats there is a choice. */
export async function cast(
  asking: Asking,
  actor: Actor,
  poll: Poll,
  options: readonly OptionId[],
  seat: SeatId | undefined,
  speech: Speech,
): Promise<Answer> {
  const before = await openBallot(asking, actor, poll, seat);
  const outcome = await castBallot(asking.tools, actor, { pollId: poll.id, options, seat });
  const whisper = outcome.ok
    ? registeredCard(await shownBallot(asking, actor, outcome.value, before), speech)
    : await refusedBallot(asking, poll, options, outcome.refusal, speech);
  return { whisper, standing: await standing(asking, outcome.ok ? outcome.value.poll : poll, actor) };
}

async function refusedBallot(
  asking: Asking,
  poll: Poll,
  options: readonly OptionId[],
  refusal: BallotRefusal,
  speech: Speech,
): Promise<Card> {
  return refusal.code === 'which-seat'
    ? whichSeatCard(poll, options, await withParties(asking, poll, refusal.seats), speech)
    : refusalCard(refusal, speech);
}

async function shownBallot(asking: Asking, actor: Actor, { poll, options, seat }: Cast, before: Ballot | undefined) {
  const open = await silentSeats(asking, poll, seat ? ownSeats(asking, actor, poll) : []);
  const [counted, ...others] = await withParties(
    asking,
    poll,
    seat ? [seat, ...open.filter(each => each.id !== seat.id)] : [],
  );
  const isChange = before && (before.castBy !== actor.member.id || before.options.join() !== options.join());
  return { poll, options, counted, others, replaced: isChange ? await saidOf(asking, poll, before) : undefined };
}

/** The seats this person may vote for, their own or as a deputy. */
function ownSeats({ tools }: Asking, actor: Actor, poll: Poll): readonly Seat[] {
  const day = dayOf(tools.world.clock.now(), actor.network.zone);
  return actor.seats.filter(seat => isElector(poll, seat) && mayActFor(actor.member, seat, day));
}

async function silentSeats({ tools: { store } }: Asking, poll: Poll, seats: readonly Seat[]): Promise<readonly Seat[]> {
  const given = await Promise.all(seats.map(seat => store.get(pollPartition(poll.id), seatElector(seat))));
  return seats.filter((_, at) => given[at] === undefined);
}

/** What stands registered before a ballot is cast; of a secret one nothing can be told. */
async function openBallot(
  { tools }: Asking,
  actor: Actor,
  poll: Poll,
  seat: SeatId | undefined,
): Promise<Ballot | undefined> {
  if (poll.secrecy === 'secret') return undefined;
  const elector = electorFor(poll, actor.network, actor.member, actor.seats, seat, tools.world.clock.now());
  return elector.ok
    ? (await ballots.get(tools.store, pollPartition(poll.id), elector.value.elector))?.value
    : undefined;
}

async function saidOf({ tools: { store } }: Asking, poll: Poll, { options, castBy, castAt }: Ballot) {
  const caster = await members.get(store, networkPartition(poll.networkId), castBy);
  return { options, by: caster?.value.name ?? '', at: castAt };
}

function withParties({ tools }: Asking, poll: Poll, seats: readonly Seat[]): Promise<readonly SeatShown[]> {
  const partition = networkPartition(poll.networkId);
  return Promise.all(
    seats.map(async seat => ({ seat, party: (await parties.get(tools.store, partition, seat.partyId))?.value })),
  );
}

/** What is registered for each seat this person may answer for, or for themselves in an opinion poll. */
export async function mine(asking: Asking, actor: Actor, poll: Poll, speech: Speech): Promise<Card> {
  const seats = poll.kind === 'formal' ? await withParties(asking, poll, ownSeats(asking, actor, poll)) : [];
  if (poll.kind === 'opinion') {
    return mineCard(
      { poll, answers: [{ answer: await registered(asking, poll, memberElector(actor.member)) }] },
      speech,
    );
  }
  if (seats.length === 0) return refusalCard({ code: 'no-own-answer' }, speech);
  const answers = await Promise.all(
    seats.map(async counted => ({ counted, answer: await registered(asking, poll, seatElector(counted.seat)) })),
  );
  return mineCard({ poll, answers }, speech);
}

async function registered(
  asking: Asking,
  poll: Poll,
  elector: ElectorId,
): Promise<MineShown['answers'][number]['answer']> {
  const { store } = asking.tools;
  const partition = pollPartition(poll.id);
  if (poll.secrecy === 'secret') return (await answered.get(store, partition, elector)) ? 'secret' : 'none';
  const ballot = await ballots.get(store, partition, elector);
  return ballot ? saidOf(asking, poll, ballot.value) : 'none';
}

/** Typed answers: an option's number on the card, or its words, or the beginning of only one option's. */
export function optionsIn(poll: Pick<Poll, 'options'>, words: string): readonly OptionId[] {
  const whole = optionIn(poll, words);
  if (whole) return [whole];
  return words
    .split(/[,;]/)
    .map(part => part.trim())
    .filter(part => part !== '')
    .map(part => optionIn(poll, part) ?? noOption);
}

/** Refused by the rule as an option that does not exist. */
const noOption = '?' as OptionId;

function optionIn({ options }: Pick<Poll, 'options'>, words: string): OptionId | undefined {
  const wanted = words.toLowerCase();
  const exact =
    options.find(({ text }) => text.toLowerCase() === wanted) ?? options.find((_, at) => String(at + 1) === wanted);
  const begun = options.filter(({ text }) => text.toLowerCase().startsWith(wanted));
  return exact?.id ?? (begun.length === 1 ? begun[0]?.id : undefined);
}
