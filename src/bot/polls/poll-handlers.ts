/** Intents about polls → workflow → what the person is told. */

import type { Card, Note } from '../../../cards/card.ts';
import { leftOutNotes } from '../../../cards/deliveries/delivery-notes.ts';
import { closeForm, extendForm, newPollForm } from '../../../cards/polls/poll-forms.ts';
import {
  closedCard,
  exportCard,
  extendedCard,
  leaderButtons,
  missingCard,
  openedCard,
  pollsCard,
  remindedCard,
} from '../../../cards/polls/poll-whispers.ts';
import { pollOptionsCard } from '../../../cards/polls/ranked-answers.ts';
import type { RemindersShown } from '../../../cards/year/reminder-dates.ts';
import { readingOf } from '../../../cards/year/year-words.ts';
import { posting } from '../../delivery/delivery.ts';
import { toldOfReminders } from '../../delivery/schedule.ts';
import { type Actor, allowed, identifyMember } from '../../features/networks/identify-member.ts';
import type { SeatId } from '../../features/networks/network.ts';
import { channelLinks, channelPartition, channels, networkPartition } from '../../features/networks/network-store.ts';
import { may } from '../../features/networks/who-may.ts';
import { bringBackPosting } from '../../features/polls/bring-back-posting.ts';
import { closePoll } from '../../features/polls/close-poll.ts';
import { extendPoll, type NewDeadline } from '../../features/polls/extend-poll.ts';
import { listMissing } from '../../features/polls/missing.ts';
import { type NewPoll, openPoll } from '../../features/polls/open-poll.ts';
import { type Poll, type PollId, pollCan, rankPlaces, stateOf } from '../../features/polls/poll.ts';
import type { pollIntents } from '../../features/polls/poll-intents.ts';
import { latestPolls, pollPartition, polls, pollsMeant } from '../../features/polls/poll-store.ts';
import { reminder, remindPoll } from '../../features/polls/remind-poll.ts';
import { readDeadline } from '../../features/year/read-date.ts';
import type { Speech } from '../../texts/speak.ts';
import { type Instant, later } from '../../world.ts';
import { type Answer, type Asking, asActor, asMember, aWeekOn, type Handlers, openForm, refuse } from '../asking.ts';
import { showMade } from '../deliveries/delivery-sendings.ts';
import { drawingOf, shownOf } from '../draw.ts';
import { cast, closedAlready, mine, openAnswerForm, optionsIn, standing } from './answer-poll.ts';

type PollRow = keyof typeof pollIntents;

export const pollHandlers: Pick<Handlers, PollRow> = {
  'poll.form': asking =>
    asMember(asking, async (actor, speech) => {
      const right = allowed(actor, 'poll.open');
      if (!right.ok) return refuse(right.refusal, speech);
      const form = newPollForm(speech, aWeekOn(asking.tools.world.clock.now(), actor.network.zone));
      return openForm(asking, form, { type: 'poll.form' }, speech);
    }),

  'poll.open': (asking, intent) => asMember(asking, (actor, speech) => openAskedPoll(asking, actor, intent, speech)),

  'poll.open-typed': (asking, { closes, ...intent }) =>
    asMember(asking, async (actor, speech) => {
      const read = readCloses(asking, actor, closes, speech);
      return 'refused' in read
        ? read.refused
        : openAskedPoll(asking, actor, { ...intent, ...read }, speech, read.reading);
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
    withPoll(asking, intent.poll, (actor, poll, speech) =>
      openAnswerForm(asking, actor, poll, intent.seat as SeatId | undefined, speech),
    ),

  'poll.cast': (asking, intent) =>
    withPoll(asking, intent.poll, (actor, poll, speech) =>
      cast(asking, actor, poll, intent.options, intent.seat as SeatId | undefined, speech),
    ),

  'poll.rank': (asking, { seat, ...intent }) =>
    withPoll(asking, intent.poll, (actor, poll, speech) => {
      const options = rankPlaces.flatMap(place => intent[place] ?? []);
      return cast(asking, actor, poll, options, seat as SeatId | undefined, speech);
    }),

  'poll.cast-typed': (asking, intent) =>
    withPoll(asking, intent.poll, (actor, poll, speech) =>
      cast(asking, actor, poll, optionsIn(poll, intent.words), undefined, speech),
    ),

  'poll.options': (asking, intent) =>
    withPoll(asking, intent.poll, async (actor, poll, speech) =>
      poll.choice === 'ranked'
        ? {
            whisper: pollOptionsCard(await shownOf(asking.tools, poll), speech),
            standing: await standing(asking, poll),
          }
        : showPoll(asking, actor, poll, speech),
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
      if (!pollCan.close(poll, asking.tools.world.clock.now())) return refuse(closedAlready(poll), speech);
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
      if (!pollCan.extend(poll, asking.tools.world.clock.now())) return refuse(closedAlready(poll), speech);
      const form = extendForm(poll, speech, aWeekOn(poll.closesAt, actor.network.zone));
      return openForm(asking, form, { type: 'poll.extend-form', poll: poll.id }, speech);
    }),

  'poll.extend': (asking, intent) =>
    withPoll(asking, intent.poll, (actor, poll, speech) => extend(asking, actor, poll, intent, speech)),

  'poll.extend-typed': (asking, { closes, ...intent }) =>
    withPoll(asking, intent.poll, async (actor, poll, speech) => {
      const read = readCloses(asking, actor, closes, speech);
      return 'refused' in read ? read.refused : extend(asking, actor, poll, read, speech, read.reading);
    }),

  'poll.remind': (asking, intent) =>
    withPoll(asking, intent.poll, async (actor, poll, speech) => {
      const reminded = await remindPoll(asking.tools, actor, poll.id);
      if (!reminded.ok) return refuse(reminded.refusal, speech);
      const about = { kind: 'poll', id: poll.id };
      const notes = leftOutNotes(reminded.value, speech);
      const made = await showMade(asking, actor, { about, words: reminder, notes }, speech);
      if (made) return made;
      const card = remindedCard(reminded.value.reminded, 0, speech);
      return { whisper: { ...card, parts: [...card.parts, ...notes] } };
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

/** A deadline in the person's own words, and what was read, to be shown back. */
function readCloses(
  { tools }: Asking,
  { network }: Actor,
  words: string,
  speech: Speech,
): (NewDeadline & { readonly reading: Note }) | { readonly refused: Answer } {
  const read = readDeadline(words, 'closesOn', { now: tools.world.clock.now(), zone: network.zone });
  if (!read.ok) return { refused: refuse(read.refusal, speech) };
  const { on, from } = read.value;
  const text = readingOf({ kind: 'moment', ...read.value }, speech);
  const reading = { kind: 'note', sign: 'information', text } as const;
  return { closesOn: on, closesTime: from, reading };
}

/**
 * Opens a poll, and shows what is about to be posted where that is many.
 * @param reading of a deadline that was typed
 */
export async function openAskedPoll(
  asking: Asking,
  actor: Actor,
  wanted: NewPoll,
  speech: Speech,
  reading?: Note,
): Promise<Answer> {
  const opened = await openPoll(asking.tools, actor, wanted);
  if (!opened.ok) return refuse(opened.refusal, speech);
  const poll = opened.value.value;
  const about = { kind: 'poll', id: poll.id };
  const notes = [{ kind: 'note', sign: 'done', text: speech.say.whispers.opened(poll.number) } as const];
  const made = await showMade(asking, actor, { about, words: posting, notes: [...notes, ...listed(reading)] }, speech);
  if (made) return made;
  const links = await channelLinks.all(asking.tools.store, networkPartition(actor.network.id));
  const places = links.filter(kept => !kept.value.lostAt).length;
  const now = asking.tools.world.clock.now();
  return { whisper: withReading(openedCard(poll, places, remindersOf(poll, actor, now), now, speech), reading) };
}

async function extend(
  asking: Asking,
  actor: Actor,
  poll: Poll,
  wanted: NewDeadline,
  speech: Speech,
  reading?: Note,
): Promise<Answer> {
  const extended = await extendPoll(asking.tools, actor, poll.id, wanted);
  if (!extended.ok) return refuse(extended.refusal, speech);
  const reminders = remindersOf(extended.value, actor, asking.tools.world.clock.now());
  return { whisper: withReading(extendedCard(extended.value, reminders, speech), reading) };
}

function withReading(card: Card, reading: Note | undefined): Card {
  return { ...card, parts: [...listed(reading), ...card.parts] };
}

function listed(reading: Note | undefined): readonly Note[] {
  return reading ? [reading] : [];
}

/** Of a poll whose channels are told of its deadline now. */
function remindersOf({ closesAt }: Poll, { network }: Actor, now: Instant): RemindersShown {
  return toldOfReminders({ deadline: closesAt, now, toldAt: now }, network);
}

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
      const meant = await pollsMeant(tools, actor.network.id, named);
      const [poll, ...others] = meant.map(kept => kept.value);
      if (!poll) return refuse({ code: 'no-poll' }, own);
      return others.length > 0
        ? refuse({ code: 'which-poll', numbers: [poll, ...others].map(each => each.number) }, own)
        : work(actor, poll, own);
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

/** The poll's card, and to those who lead it what they can do; a channel whose posting is gone gets it anew. */
async function showPoll(asking: Asking, actor: Actor, poll: Poll, speech: Speech): Promise<Answer> {
  const { tools, from } = asking;
  const now = tools.world.clock.now();
  await bringBackPosting(tools, actor, poll, from.place.key);
  const card = (await drawingOf(tools, poll)).write(speech);
  const leads = may(actor.roles, 'poll.close');
  const shown = leads ? { ...card, parts: [...card.parts, ...leaderButtons(poll, now, speech)] } : card;
  return from.place.kind === 'personal' || leads ? { whisper: shown } : { answer: shown };
}
