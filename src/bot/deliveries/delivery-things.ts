/** What was sent about, and to whom, in the words of those who lead. */
import type { ThingShown } from '../../../cards/deliveries/delivery-cards.ts';
import { asksFor } from '../../../cards/needs/round-words.ts';
import { questionText } from '../../../cards/polls/poll-words.ts';
import { type Delivery, partitionOf, type Thing } from '../../delivery/delivery.ts';
import { schedules } from '../../delivery/schedule.ts';
import type { FollowUpId } from '../../features/meetings/case-conclusion.ts';
import { isOpen } from '../../features/meetings/follow-up.ts';
import { followUpOf } from '../../features/meetings/follow-up-store.ts';
import type { Meeting, MeetingId } from '../../features/meetings/meeting.ts';
import { meetingPartition, meetings } from '../../features/meetings/meeting-store.ts';
import type { SeriesId } from '../../features/meetings/series.ts';
import { seriesOf, seriesPartition } from '../../features/meetings/series-store.ts';
import { type RoundId, roundStateOf } from '../../features/needs/round.ts';
import { roundOf } from '../../features/needs/round-meant.ts';
import type { NetworkId } from '../../features/networks/network.ts';
import { members, networkPartition } from '../../features/networks/network-store.ts';
import type { PollId } from '../../features/polls/poll.ts';
import { pollPartition, polls } from '../../features/polls/poll-store.ts';
import type { MilestoneId } from '../../features/year/milestone.ts';
import { milestonePartition, milestones } from '../../features/year/milestone-store.ts';
import type { Speech } from '../../texts/speak.ts';
import type { Tools } from '../../tools.ts';
import type { Instant } from '../../world.ts';

export type KnownThing = {
  readonly networkId: NetworkId;
  readonly title: (speech: Speech) => string;
  /** By which it is named in commands. */
  readonly number?: number;
  /** The command that gives a channel its posting back. */
  readonly bringBack?: (speech: Speech) => string;
  /** Nothing is decided any more by what was sent of it. */
  readonly isOver: boolean;
};

/** One row for each kind of thing that something is sent about. */
const rows: Readonly<Record<string, (tools: Tools, id: string) => Promise<KnownThing | undefined>>> = {
  poll: async ({ store }, id) => {
    const poll = (await polls.get(store, pollPartition(id as PollId), 'poll'))?.value;
    if (!poll) return undefined;
    const bringBack = ({ command }: Speech) => `${command('show')} ${poll.number}`;
    const { number } = poll;
    const known = named(poll, texts => texts.poll(number, questionText(poll)));
    return { ...known, number, bringBack, isOver: poll.closing !== undefined };
  },
  meeting: async ({ store, world }, id) => {
    const meeting = (await meetings.get(store, meetingPartition(id as MeetingId), 'meeting'))?.value;
    if (!meeting) return undefined;
    const known = named(meeting, texts => texts.meeting(meeting.number, meeting.title));
    return {
      ...known,
      number: meeting.number,
      bringBack: ({ command }) => `${command('meeting')} ${meeting.number}`,
      isOver: isPast(meeting, world.clock.now()),
    };
  },
  series: async ({ store }, id) => {
    const series = (await seriesOf.get(store, seriesPartition(id as SeriesId), 'series'))?.value;
    return series && named(series, texts => texts.series(series.title));
  },
  'follow-up': async ({ store }, id) => {
    const followUp = (await followUpOf({ store }, id as FollowUpId))?.value;
    return followUp && { ...named(followUp, texts => texts.followUp(followUp.what)), isOver: !isOpen(followUp) };
  },
  round: async (tools, id) => {
    const round = (await roundOf(tools, id as RoundId))?.value;
    return (
      round && {
        networkId: round.networkId,
        title: speech => speech.say.delivery.things.round(round.number, asksFor(round, speech)),
        number: round.number,
        bringBack: ({ command }) => `${command('round')} ${round.number}`,
        isOver: ['over', 'closed'].includes(roundStateOf(round, tools.world.clock.now())),
      }
    );
  },
  milestone: async ({ store }, id) => {
    const milestone = (await milestones.get(store, milestonePartition(id as MilestoneId), 'milestone'))?.value;
    return milestone && named(milestone, texts => texts.milestone(milestone.title));
  },
};

function named(
  { networkId }: { readonly networkId: NetworkId },
  title: (texts: Speech['say']['delivery']['things']) => string,
): KnownThing {
  return { networkId, title: ({ say }) => title(say.delivery.things), isOver: true };
}

/** Also one that nobody settled, when the last of its times has gone by. */
function isPast({ cancelled, ended, settled, times }: Meeting, now: Instant): boolean {
  const spans = settled ? [settled] : times;
  return cancelled !== undefined || ended !== undefined || spans.every(({ endsAt }) => endsAt <= now);
}

/** @returns undefined when there is no such thing */
export async function knownThing(tools: Tools, { kind, id }: Thing): Promise<KnownThing | undefined> {
  return Object.hasOwn(rows, kind) ? rows[kind]?.(tools, id) : undefined;
}

/** Whether nothing that was sent of it is read any more, and no more reminders of it are owed. */
export async function isThingOver(tools: Tools, thing: Thing): Promise<boolean> {
  const [known, planned] = await Promise.all([
    knownThing(tools, thing),
    schedules.all(tools.store, partitionOf(thing)),
  ]);
  return (known?.isOver ?? true) && planned.every(({ value }) => value.dueAt === undefined);
}

/** In words, also when it is no more. */
export async function shownThing(tools: Tools, about: Thing, speech: Speech): Promise<ThingShown> {
  const known = await knownThing(tools, about);
  return {
    about,
    title: known?.title(speech) ?? speech.say.delivery.things.gone,
    number: known?.number,
    bringBack: known?.bringBack?.(speech),
  };
}

/** What each place of a network is called: a channel by its label, a person by name. */
export async function placeNames(
  { store }: Pick<Tools, 'store'>,
  networkId: NetworkId,
  { say }: Speech,
): Promise<(place: Delivery['to']) => string> {
  const people = await members.all(store, networkPartition(networkId));
  const nameOf = new Map(people.map(({ value }) => [value.id, value.name]));
  return place => {
    switch (place.kind) {
      case 'channel':
        return place.label;
      case 'member':
        return nameOf.get(place.id) ?? say.delivery.formerMember;
      case 'calendar':
        return say.delivery.calendar;
    }
  };
}
