import type { Tools } from '../../tools.ts';
import type { MemberId, Network } from '../networks/network.ts';
import { inviteesOf } from './invitees.ts';
import type { Meeting } from './meeting.ts';
import { attendances, meetingPartition } from './meeting-store.ts';

/** To whom the papers and the minutes go: everyone invited, and the deputies who come instead. Each once. */
export async function recipientsOf(
  tools: Pick<Tools, 'store'>,
  meeting: Meeting,
  network: Network,
): Promise<readonly MemberId[]> {
  const startsAt = meeting.settled?.startsAt ?? meeting.called.at;
  const [invitees, given] = await Promise.all([
    inviteesOf(tools, meeting, network, startsAt),
    attendances.all(tools.store, meetingPartition(meeting.id)),
  ]);
  return [...new Set([...invitees.people, ...given.flatMap(({ value }) => value.attendeeId ?? [])])];
}
