import type { Language } from '../features/networks/network.ts';
import type { Instant } from '../world.ts';

/** «09.15», as beside a message in a chat; English has its colon. @param zone IANA name */
export function formatClock(instant: Instant, zone: string, language: Language): string {
  const clock = Temporal.Instant.from(instant)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
  return language === 'en' ? clock : clock.replace(':', '.');
}
