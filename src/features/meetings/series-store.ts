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

/**
 * Whether nobody is to hear of a recurring meeting by itself: whoever leads has not agreed to the list of dates, which says
 * that the invitations follow, or dropped it, and has not invited to this one alone.
 */
export async function waitsForSeries({ store }: Pick<Tools, 'store'>, meeting: Meeting): Promise<boolean> {
  if (meeting.series === undefined) return false;
  const partition = meetingPartition(meeting.id);
  const [lists, own, owed] = await Promise.all([
    sendings.all(store, seriesPartition(meeting.series as SeriesId)),
    sendings.all(store, partition),
    deliveries.all(store, partition),
  ]);
  const isInvitedAlone = [...own.filter(isAgreed), ...owed].some(({ value }) => tellsOfTime.has(value.message.kind));
  return !lists.every(isAgreed) && !isInvitedAlone;
}

function isAgreed({ value: { state } }: { readonly value: Pick<Sending, 'state'> }): boolean {
  return state === 'agreed' || state === 'owed';
}
