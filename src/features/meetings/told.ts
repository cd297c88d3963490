import { type DeliveryState, deliveries } from '../../delivery/delivery.ts';
import { type Sending, sendings } from '../../delivery/sending.ts';
import type { Kept } from '../../store/collection.ts';
import type { Operation } from '../../store/store.ts';
import type { Tools } from '../../tools.ts';
import type { MemberId } from '../networks/network.ts';
import type { MeetingId } from './meeting.ts';
import { tellsOfTime } from './meeting-messages.ts';
import { meetingPartition } from './meeting-store.ts';

export type Told = {
  /** Who knows of the meeting's time, or is about to. */
  readonly people: readonly MemberId[];
  /** What waits for whoever leads to have seen it. */
  readonly shown: readonly Kept<Sending>[];
};

/** What stands sent or may, and what is about to be. */
const tells: ReadonlySet<DeliveryState> = new Set(['due', 'claimed', 'sent', 'failed', 'unknown']);

export async function toldOf({ store }: Pick<Tools, 'store'>, id: MeetingId): Promise<Told> {
  const partition = meetingPartition(id);
  const [owed, sent] = await Promise.all([deliveries.all(store, partition), sendings.all(store, partition)]);
  const agreed = sent.filter(({ value }) => value.state === 'agreed' && tellsOfTime.has(value.message.kind));
  const places = [
    ...owed.map(({ value }) => value).filter(({ message, state }) => tellsOfTime.has(message.kind) && tells.has(state)),
    ...agreed.flatMap(({ value }) => value.to.map(to => ({ to }))),
  ].map(({ to }) => to);
  return {
    people: [...new Set(places.flatMap(to => (to.kind === 'member' ? [to.id] : [])))],
    shown: sent.filter(({ value }) => value.state === 'shown' && value.message.kind !== 'posting'),
  };
}

/** What waited to be agreed to is overtaken: it will not be sent. For the batch of what overtakes it. */
export function dropShown({ shown }: Told): readonly Operation[] {
  return shown.map(kept => sendings.replace(kept, { ...kept.value, state: 'dropped' }));
}
