/** Intents about polls → workflow → what the person is told. */
import { refusalCard } from '../../cards/answer-cards.ts';
import type { Card } from '../../cards/card.ts';
import { answerForm, closeForm, extendForm, newPollForm } from '../../cards/poll-forms.ts';
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
  type SeatShown,
  whichSeatCard,
} from '../../cards/poll-whispers.ts';
import { type Actor, allowed, identifyMember } from '../features/networks/identify-member.ts';
import { mayActFor, type Seat, type SeatId } from '../features/networks/network.ts';
import {
  channelLinks,
  channelPartition,
  channels,
  members,
  networkPartition,
  parties,
} from '../features/networks/network-store.ts';
import { owePostings, postingId, postings } from '../features/networks/posting.ts';
import { may } from '../features/networks/who-may.ts';
import { type BallotRefusal, type Cast, castBallot } from '../features/polls/cast-ballot.ts';
import { closePoll } from '../features/polls/close-poll.ts';
import { extendPoll } from '../features/polls/extend-poll.ts';
import { listMissing } from '../features/polls/missing.ts';
import { openPoll } from '../features/polls/open-poll.ts';
import { electorFor, isElector, type OptionId, type Poll, type PollId, stateOf } from '../features/polls/poll.ts';
import { answered, ballots, findPoll, latestPolls, pollPartition, polls } from '../features/polls/poll-store.ts';
import { remindPoll } from '../features/polls/remind-poll.ts';
import type { Speech } from '../texts/speak.ts';
import { dayOf, later } from '../world.ts';
import { type Answer, type Asking, asActor, asMember, aWeekOn, type Handlers, openForm, refuse } from './asking.ts';
import { drawingOf, inLanguages } from './draw.ts';

type PollRow = Extract<keyof Handlers, `poll.${string}` | 'polls.show'>;

export const pollHandlers: Pick<Handlers, PollRow> = {
  'poll.form': asking =>
    asMember(asking, async (actor, speech) => {
      const right = allowed(actor, 'poll.open');
      if (!right.ok) return refuse(right.refusal, speech);
      const form = newPollForm(speech, aWeekOn(asking.tools.world.clock.now(), actor.network.zone));
      return openForm(asking, form, { type: 'poll.form' }, speech);
    }),

  'poll.open': (asking, intent) =>
    asMember(asking, async (actor, speech) => {
      const opened = await openPoll(asking.tools, actor, intent);
      if (!opened.ok) return refuse(opened.refusal, speech);
      const links = await channelLinks.all(asking.tools.store, networkPartition(actor.network.id));
      const places = links.filter(kept => !kept.value.lostAt).length;
      return { whisper: openedCard(opened.value.value, places, asking.tools.world.clock.now(), speech) };
    }),

  'polls.show': asking =>
    asMember(asking, async (actor, speech) => {
      const { store, world } = asking.tools;
      const latest = await latestPolls({ store }, actor.network.id, pollsInAList);
      const now = world.clock.now();
      const shown = latest.map(({ value: poll }) => ({ poll, state: stateOf(poll, now) }));
      return { answer: pollsCard(actor.network.name, shown, speech) };
    }),

  'poll.show': (asking, intent) =>
    withPoll(asking, intent.poll, (actor, poll, speech) => showPoll(asking, actor, poll, speech)),

  'poll.answer-form': (asking, intent) =>
    withPoll(asking, intent.poll, async (actor, poll, speech) => {
      const { tools } = asking;
      const elector = electorFor(
        poll,
        actor.network,
        actor.member,
        actor.seats,
        intent.seat as SeatId,
        tools.world.clock.now(),
      );
      if (!elector.ok) return { whisper: await refusedBallot(asking, poll, [], elector.refusal, speech) };
      const given = await ballots.get(tools.store, pollPartition(poll.id), elector.value.elector);
      const form = answerForm(poll, given?.value.options ?? [], intent.seat, speech);
      return openForm(asking, form, { type: 'poll.answer-form', poll: poll.id }, speech);
    }),

  'poll.cast': (asking, intent) =>
    withPoll(asking, intent.poll, (actor, poll, speech) =>
      cast(asking, actor, poll, intent.options, intent.seat as SeatId | undefined, speech),
    ),

  'poll.cast-typed': (asking, intent) =>
    withPoll(asking, intent.poll, (actor, poll, speech) =>
      cast(asking, actor, poll, optionsIn(poll, intent.words), undefined, speech),
    ),

  'poll.mine': (asking, intent) =>
    withPoll(asking, intent.poll, async (actor, poll, speech) => ({
      whisper: await mine(asking, actor, poll, speech),
      standing: await standing(asking, poll),
    })),

  'poll.close-form': (asking, intent) =>
    withPoll(asking, intent.poll, async (actor, poll, speech) => {
      const right = allowed(actor, 'poll.close');
      if (!right.ok) return refuse(right.refusal, speech);
      return openForm(asking, closeForm(poll, speech), { type: 'poll.close-form', poll: poll.id }, speech);
    }),

  'poll.close': (asking, intent) =>
    withPoll(asking, intent.poll, async (actor, poll, speech) => {
      const closed = await closePoll(asking.tools, actor, poll.id);
      return closed.ok ? { whisper: closedCard(closed.value, speech) } : refuse(closed.refusal, speech);
    }),

  'poll.extend-form': (asking, intent) =>
    withPoll(asking, intent.poll, async (actor, poll, speech) => {
      const right = allowed(actor, 'poll.extend');
      if (!right.ok) return refuse(right.refusal, speech);
      const form = extendForm(poll, speech, aWeekOn(poll.closesAt, actor.network.zone));
      return openForm(asking, form, { type: 'poll.extend-form', poll: poll.id }, speech);
    }),

  'poll.extend': (asking, intent) =>
    withPoll(asking, intent.poll, async (actor, poll, speech) => {
      const extended = await extendPoll(asking.tools, actor, poll.id, intent);
      return extended.ok ? { whisper: extendedCard(extended.value, speech) } : refuse(extended.refusal, speech);
    }),

  'poll.remind': (asking, intent) =>
    withPoll(asking, intent.poll, async (actor, poll, speech) => {
      const reminded = await remindPoll(asking.tools, actor, poll.id);
      if (!reminded.ok) return refuse(reminded.refusal, speech);
      return { whisper: remindedCard(reminded.value.reminded, reminded.value.unreachable, speech) };
    }),

  'poll.missing': (asking, intent) =>
    withPoll(asking, intent.poll, async (actor, poll, speech) => {
      const listed = await listMissing(asking.tools, actor, poll.id);
      if (!listed.ok) return refuse(listed.refusal, speech);
      return { whisper: missingCard(poll, listed.value.missing, asking.tools.world.clock.now(), speech) };
    }),

  'poll.export': (asking, intent) =>
    withPoll(asking, intent.poll, async (actor, poll, speech) => {
      const right = allowed(actor, 'poll.export');
      if (!right.ok) return refuse(right.refusal, speech);
      const until = later(asking.tools.world.clock.now(), exportLinkMs);
      const payload = { file: 'poll', poll: poll.id, member: actor.member.id, language: speech.language };
      return { whisper: exportCard(poll, asking.settings.fileUrl(payload, until), until, speech) };
    }),
};

const pollsInAList = 20;
const exportLinkMs = 10 * 60_000;

/**
 * Does work on a poll its network's members may know of. To anyone else it does not exist, but for those who read it in
 * its own channel, who are told how to become members.
 */
async function withPoll(
  asking: Asking,
  named: PollId | number | undefined,
  work: (actor: Actor, poll: Poll, speech: Speech) => Promise<Answer>,
): Promise<Answer> {
  const { tools, from, speech } = asking;
  if (typeof named !== 'string') {
    return asMember(asking, async (actor, own) => {
      const poll = await findPoll(tools, actor.network.id, named);
      return poll ? work(actor, poll.value, own) : refuse({ code: 'no-poll' }, own);
    });
  }
  const poll = await polls.get(tools.store, pollPartition(named), 'poll');
  if (!poll) return refuse({ code: 'no-poll' }, speech);
  const { value } = poll;
  const actor = await identifyMember(tools, from, value.networkId);
  if (actor.ok) return asActor(asking, actor.value, (member, own) => work(member, value, own));
  const here = await channels.get(tools.store, channelPartition(from.place.key), 'channel');
  return here?.value.networkId === value.networkId
    ? { ...refuse(actor.refusal, speech), standing: await standing(asking, value) }
    : refuse({ code: 'no-poll' }, speech);
}

/** The posting as it stands now, for the one who pressed a button on it. */
async function standing({ tools, from, recentCount }: Asking, poll: Poll): Promise<Card> {
  const { store, gather } = tools;
  return gather(`standing|${poll.id}|${from.place.key}`, async () => {
    const [now, link] = await Promise.all([
      polls.get(store, pollPartition(poll.id), 'poll'),
      channelLinks.get(store, networkPartition(poll.networkId), from.place.key),
    ]);
    const drawing = await drawingOf(tools, now?.value ?? poll, recentCount);
    return inLanguages(drawing, link?.value.languages ?? drawing.languages);
  });
}

async function cast(
  asking: Asking,
  actor: Actor,
  poll: Poll,
  options: readonly OptionId[],
  seat: SeatId | undefined,
  speech: Speech,
): Promise<Answer> {
  const outcome = await castBallot(asking.tools, actor, { pollId: poll.id, options, seat });
  const whisper = outcome.ok
    ? registeredCard(await shownBallot(asking, actor, outcome.value), speech)
    : await refusedBallot(asking, poll, options, outcome.refusal, speech);
  return { whisper, standing: await standing(asking, outcome.ok ? outcome.value.poll : poll) };
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

async function shownBallot(asking: Asking, actor: Actor, { poll, options, seat }: Cast) {
  const day = dayOf(asking.tools.world.clock.now(), actor.network.zone);
  const mine = seat ? actor.seats.filter(each => isElector(poll, each) && mayActFor(actor.member, each, day)) : [];
  const [counted, ...others] = await withParties(
    asking,
    poll,
    seat ? [seat, ...mine.filter(each => each.id !== seat.id)] : [],
  );
  return { poll, options, counted, others };
}

function withParties({ tools }: Asking, poll: Poll, seats: readonly Seat[]): Promise<readonly SeatShown[]> {
  const partition = networkPartition(poll.networkId);
  return Promise.all(
    seats.map(async seat => ({ seat, party: (await parties.get(tools.store, partition, seat.partyId))?.value })),
  );
}

/** What is registered for the actor: their ballot, or that a secret one was given. */
async function mine(asking: Asking, actor: Actor, poll: Poll, speech: Speech): Promise<Card> {
  const { store, world } = asking.tools;
  const elector = electorFor(poll, actor.network, actor.member, actor.seats, undefined, world.clock.now());
  if (!elector.ok) return refusedBallot(asking, poll, [], elector.refusal, speech);
  const { seat, elector: id } = elector.value;
  const [counted] = await withParties(asking, poll, seat ? [seat] : []);
  if (poll.secrecy === 'secret') {
    const given = await answered.get(store, pollPartition(poll.id), id);
    return mineCard({ poll, counted, answer: given ? 'secret' : 'none' }, speech);
  }
  const ballot = await ballots.get(store, pollPartition(poll.id), id);
  if (!ballot) return mineCard({ poll, counted, answer: 'none' }, speech);
  const caster = await members.get(store, networkPartition(poll.networkId), ballot.value.castBy);
  const { options, castAt } = ballot.value;
  return mineCard({ poll, counted, answer: { options, by: caster?.value.name ?? '', at: castAt } }, speech);
}

/** The poll's card, and to those who lead it what they can do; a channel whose posting is gone gets it anew. */
async function showPoll(asking: Asking, actor: Actor, poll: Poll, speech: Speech): Promise<Answer> {
  const { tools, from } = asking;
  const now = tools.world.clock.now();
  await repost(asking, poll);
  const card = (await drawingOf(tools, poll)).write(speech);
  const leads = may(actor.roles, 'poll.close');
  const shown = leads ? { ...card, parts: [...card.parts, ...leaderButtons(poll, now, speech)] } : card;
  return from.place.kind === 'personal' || leads ? { whisper: shown } : { answer: shown };
}

async function repost({ tools: { store, world }, from }: Asking, poll: Poll): Promise<void> {
  const link = await channelLinks.get(store, networkPartition(poll.networkId), from.place.key);
  const posting = await postings.get(store, pollPartition(poll.id), postingId(from.place.key));
  if (!link || link.value.lostAt || (posting && posting.value.state !== 'gone')) return;
  const about = { networkId: poll.networkId, thing: { kind: 'poll', id: poll.id } };
  const remove = posting ? [{ kind: 'delete', id: posting.id, etag: posting.etag } as const] : [];
  if (remove.length > 0) await store.batch(pollPartition(poll.id), remove);
  await store.batch(pollPartition(poll.id), owePostings(about, [link.value], world.clock.now()));
}

/** Typed answers: an option's number on the card, or its words, or the beginning of only one option's. */
function optionsIn(poll: Pick<Poll, 'options'>, words: string): readonly OptionId[] {
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
  const exact = options.find(({ text }, index) => text.toLowerCase() === wanted || String(index + 1) === wanted);
  const begun = options.filter(({ text }) => text.toLowerCase().startsWith(wanted));
  return exact?.id ?? (begun.length === 1 ? begun[0]?.id : undefined);
}
