/** Whom a meeting's schedules speak to when their turn comes: those who have not answered, or not been told. */
import { inviteesOf, leadersOf, sittersOf } from '../../features/meetings/invitees.ts';
import { type Meeting, type MeetingId, mayAttend, meetingCan } from '../../features/meetings/meeting.ts';
import { answerReminder, attendReminder, representationMessage } from '../../features/meetings/meeting-messages.ts';
import { attendingAt, readStanding, silentOnTimes } from '../../features/meetings/meeting-standing.ts';
import { meetingPartition, meetings } from '../../features/meetings/meeting-store.ts';
import { agreementOnSeries } from '../../features/meetings/series-store.ts';
import { toldOf } from '../../features/meetings/told.ts';
import { isReachable, type MemberId, type Network, type Seat } from '../../features/networks/network.ts';
import { members, networkPartition } from '../../features/networks/network-store.ts';
import type { Tools } from '../../tools.ts';
import type { Silent } from '../silent.ts';

type People = (tools: Tools, meeting: Meeting, network: Network) => Promise<readonly MemberId[]>;

const ofMeeting =
  (isTime: (meeting: Meeting, tools: Tools) => boolean, people: People): Silent =>
  async (tools, { id }, network) => {
    const meeting = await meetings.get(tools.store, meetingPartition(id as MeetingId), 'meeting');
    return meeting && isTime(meeting.value, tools) ? people(tools, meeting.value, network) : [];
  };

const isAhead = (meeting: Meeting, { world }: Tools) => mayAttend(meeting, world.clock.now());

/** One row for each kind of words that go by schedule. */
export const meetingSilent: Readonly<Record<string, Silent>> = {
  [answerReminder.kind]: ofMeeting(
    meeting => meetingCan(meeting, 'answerTimes'),
    async (tools, meeting, network) => {
      const standing = await readStanding(tools, meeting, network);
      return sittersIn(tools, network, silentOnTimes(meeting, standing));
    },
  ),

  /** Of those who were told: the holder, or the deputies who have been asked instead. */
  [attendReminder.kind]: ofMeeting(isAhead, async (tools, meeting, network) => {
    const [standing, told] = await Promise.all([readStanding(tools, meeting, network), toldOf(tools, meeting)]);
    const { open } = attendingAt(meeting, standing, network);
    const askedOf = new Map(standing.attendances.map(({ seatId, asked }) => [seatId, asked ?? []]));
    const deputies = open.flatMap(({ id }) => askedOf.get(id) ?? []);
    const holders = await sittersIn(
      tools,
      network,
      open.filter(({ id }) => (askedOf.get(id) ?? []).length === 0),
    );
    return [...new Set([...holders, ...deputies])].filter(id => told.ofThisTime.includes(id));
  }),

  [representationMessage.kind]: ofMeeting(isAhead, (tools, _meeting, network) => leadersOf(tools, network)),

  /** A recurring meeting's invitation, to those who have not had it; whoever leads agreed to it with the list of dates. */
  'meeting-invitation': ofMeeting(isAhead, async (tools, meeting, network) => {
    if ((await agreementOnSeries(tools, meeting)) !== 'agreed') return [];
    const startsAt = meeting.settled?.startsAt ?? tools.world.clock.now();
    const [{ people }, told] = await Promise.all([
      inviteesOf(tools, meeting, network, startsAt),
      toldOf(tools, meeting),
    ]);
    return people.filter(id => !told.ofThisTime.includes(id));
  }),
};

/** Where the holder cannot be reached, the deputies are. */
async function sittersIn({ store }: Tools, network: Network, seats: readonly Seat[]): Promise<readonly MemberId[]> {
  const all = (await members.all(store, networkPartition(network.id))).map(({ value }) => value);
  const reachable = all.filter(isReachable);
  return [...new Set(seats.flatMap(seat => sittersOf(seat, reachable)))];
}
