import type { Instant, PlainDate } from '../../world.ts';
import { daysLater } from './days.ts';
import { momentsAt } from './local-time.ts';

/** `HH:MM` each, local: quiet from `from` until just before `to`, over midnight when `to` is the smaller; never when equal. */
export type QuietHours = { readonly from: string; readonly to: string };

/** The instant itself when it lies outside them, otherwise the moment they end. @param zone IANA name */
export function outsideQuietHours(instant: Instant, zone: string, hours: QuietHours): Instant {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString();
  if (!isQuiet(local.slice(11, 16), hours)) return instant;
  const day = local.slice(0, 10) as PlainDate;
  const ends = [day, daysLater(day, 1)].flatMap(each => momentsAt(each, hours.to, zone));
  return ends.find(end => end > instant) ?? instant;
}

function isQuiet(time: string, { from, to }: QuietHours): boolean {
  return from <= to ? from <= time && time < to : time >= from || time < to;
}
