import { type About, deliveries } from '../../delivery/delivery.ts';
import { type Sending, sendings } from '../../delivery/sending.ts';
import { Collection } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import type { Meeting } from './meeting.ts';
import { tellsOfTime } from './meeting-messages.ts';
import { meetingPartition } from './meeting-store.ts';
import { type Series, type SeriesId, seriesSchema } from './series.ts';

export const seriesPartition = (id: SeriesId) => `series|${id}`;

/** What its deliveries are about: the dates together; each meeting has its own. */
export const aboutSeries = ({ id, networkId }: Pick<Series, 'id' | 'networkId'>): About => ({
  networkId,
  thing: { kind: 'series', id },
});

/** Partition `series|<id>`, id `series`: due until its meetings are made. */
export const seriesOf = new Collection('series', seriesSchema, series => ({ dueAt: series.dueAt }));

export type Agreement = 'agreed' | 'waiting' | 'dropped';

export function agreementOf({ state }: Pick<Sending, 'state'>): Agreement {
  if (state === 'agreed' || state === 'owed') return 'agreed';
  return state === 'shown' ? 'waiting' : 'dropped';
}

/**
 * Whether people are to hear of a recurring meeting by itself: only when whoever leads has agreed to the list of dates, which
 * says that the invitations follow, or has invited to this one alone. A meeting of no series asks for no such agreement.
 */
export async function agreementOnSeries({ store }: Pick<Tools, 'store'>, meeting: Meeting): Promise<Agreement> {
  if (meeting.series === undefined) return 'agreed';
  const partition = meetingPartition(meeting.id);
  const [lists, own, owed] = await Promise.all([
    sendings.all(store, seriesPartition(meeting.series as SeriesId)),
    sendings.all(store, partition),
    deliveries.all(store, partition),
  ]);
  const agreed = own.filter(({ value }) => agreementOf(value) === 'agreed');
  if ([...agreed, ...owed].some(({ value }) => tellsOfTime.has(value.message.kind))) return 'agreed';
  const each = lists.map(({ value }) => agreementOf(value));
  return (['waiting', 'dropped'] as const).find(state => each.includes(state)) ?? 'agreed';
}
