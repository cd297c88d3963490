/** Finds the meeting a request is about, for those who may know of it. */
import type { Card } from '../../../cards/card.ts';
import type { LeaderShown, SeatAndParty } from '../../../cards/meetings/meeting-whispers.ts';
import { type Meeting, type MeetingDeed, type MeetingId, meetingCan } from '../../features/meetings/meeting.ts';
import { rankedTimes, readStanding } from '../../features/meetings/meeting-standing.ts';
import { meetingPartition, meetings } from '../../features/meetings/meeting-store.ts';
import { type MeetingSought, meetingsMeant } from '../../features/meetings/meetings-meant.ts';
import { isNoticeShort } from '../../features/meetings/notice.ts';
import { type Actor, identifyMember } from '../../features/networks/identify-member.ts';
import type { Member, MemberId, NetworkId, Seat } from '../../features/networks/network.ts';
import {
  channelLinks,
  channelPartition,
  channels,
  members,
  networkPartition,
  parties,
} from '../../features/networks/network-store.ts';
import type { Speech } from '../../texts/speak.ts';
import type { Tools } from '../../tools.ts';
import { type Answer, type Asking, asActor, asMember, refuse } from '../asking.ts';
import { inLanguages } from '../drawing.ts';
import { drawingOfMeeting } from './draw-meeting.ts';

type Work = (actor: Actor, meeting: Meeting, speech: Speech) => Promise<Answer>;

/**
 * Does work on a meeting its network's members may know of. To anyone else it does not exist, but for those who read it in
 * its own channel, who are told how to become members.
 * @param sought tells which is meant where no number was given: best first, or those with which a deed can be done
 * @param none what is said when there is none of those
 */
export async function withMeeting(
  asking: Asking,
  named: MeetingId | number | undefined,
  sought: MeetingDeed | readonly MeetingSought[],
  work: Work,
  none: (speech: Speech) => Answer = own => refuse({ code: 'no-meeting' }, own),
): Promise<Answer> {
  const { tools, from, speech } = asking;
  if (typeof named !== 'string') {
    return asMember(asking, async (actor, own) => {
      const meant = await meetingsMeant(tools, actor.network.id, named, sought, tools.world.clock.now());
      const [meeting, ...others] = meant.map(kept => kept.value);
      if (!meeting) return named === undefined ? none(own) : refuse({ code: 'no-meeting' }, own);
      return others.length > 0
        ? refuse({ code: 'which-meeting', numbers: [meeting, ...others].map(each => each.number) }, own)
        : work(actor, meeting, own);
    });
  }
  const meeting = await meetings.get(tools.store, meetingPartition(named), 'meeting');
  if (!meeting) return refuse({ code: 'no-meeting' }, speech);
  const { value } = meeting;
  const actor = await identifyMember(tools, from, value.networkId);
  if (actor.ok) return asActor(asking, actor.value, (member, own) => work(member, value, own));
  const here = await channels.get(tools.store, channelPartition(from.place.key), 'channel');
  return here?.value.networkId === value.networkId
    ? { ...refuse(actor.refusal, speech), ...(await standingOf(asking, value)) }
    : refuse({ code: 'no-meeting' }, speech);
}

/**
 * The posting as it stands now, for the one who pressed a button on it; nothing in a chat of one's own, where the button
 * stood on words that are kept.
 */
export async function standingOf(
  { tools, from }: Asking,
  { id, networkId }: Pick<Meeting, 'id' | 'networkId'>,
): Promise<{ readonly standing?: Card }> {
  if (from.place.kind === 'personal') return {};
  const card = await tools.gather(`standing|${id}|${from.place.key}`, async () => {
    const [meeting, link] = await Promise.all([
      meetings.get(tools.store, meetingPartition(id), 'meeting'),
      channelLinks.get(tools.store, networkPartition(networkId), from.place.key),
    ]);
    if (!meeting || !link) return undefined;
    return inLanguages(await drawingOfMeeting(tools, meeting.value), link.value.languages);
  });
  return card ? { standing: card } : {};
}

/** What those who lead can do with it now: its times, the best first, and which of them need a reason. */
export async function leaderShown({ tools }: Asking, { network }: Actor, meeting: Meeting): Promise<LeaderShown> {
  if (!meetingCan(meeting, 'settle')) return { meeting, times: [] };
  const now = tools.world.clock.now();
  const ranked = rankedTimes(meeting, await readStanding(tools, meeting, network), network);
  const ahead = ranked.map(({ time }) => time).filter(({ startsAt }) => startsAt > now);
  return {
    meeting,
    times: ahead.map(time => ({ time, isShortNotice: isNoticeShort(time.startsAt, network, now) })),
  };
}

export async function seatsAndParties(
  { store }: Pick<Tools, 'store'>,
  networkId: NetworkId,
  seats: readonly Seat[],
): Promise<readonly SeatAndParty[]> {
  const all = await parties.all(store, networkPartition(networkId));
  const byId = new Map(all.map(({ value }) => [value.id, value]));
  return seats.map(seat => ({ seat, party: byId.get(seat.partyId) }));
}

/** Of those who are still members. */
export async function memberNames(
  { store }: Pick<Tools, 'store'>,
  networkId: NetworkId,
): Promise<(id: MemberId | undefined) => Member['name']> {
  const all = await members.all(store, networkPartition(networkId));
  const byId = new Map(all.map(({ value }) => [value.id, value.name]));
  return id => (id === undefined ? '' : (byId.get(id) ?? ''));
}
