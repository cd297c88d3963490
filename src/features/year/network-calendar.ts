import type { NetworkRules } from '../networks/network.ts';
import type { Calendar } from './work-days.ts';

/** The days a network leaves out, as its rules have it. */
export function calendarOf({ county, isMovedOffSchoolBreaks }: NetworkRules): Calendar {
  return {
    ...(county !== undefined && { county }),
    avoidsSchoolBreaks: isMovedOffSchoolBreaks,
    avoidsJuly: false,
    avoidsBridgeDays: false,
  };
}
