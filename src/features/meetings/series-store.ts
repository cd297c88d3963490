import type { About } from '../../delivery/delivery.ts';
import { Collection } from '../../store/collection.ts';
import { type Series, type SeriesId, seriesSchema } from './series.ts';

export const seriesPartition = (id: SeriesId) => `series|${id}`;

/** What its deliveries are about: the dates together; each meeting has its own. */
export const aboutSeries = ({ id, networkId }: Pick<Series, 'id' | 'networkId'>): About => ({
  networkId,
  thing: { kind: 'series', id },
});

/** Partition `series|<id>`, id `series`: due until its meetings are made. */
export const seriesOf = new Collection('series', seriesSchema, series => ({ dueAt: series.dueAt }));
