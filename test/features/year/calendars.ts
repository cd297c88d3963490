import type { Calendar } from '../../../src/features/year/work-days.ts';

/** Weekends, holidays and the eves only. */
export const bare: Calendar = { avoidsSchoolBreaks: false, avoidsJuly: false, avoidsBridgeDays: false };

/** As a network in Troms finds its meetings. */
export const troms: Calendar = { county: '55', avoidsSchoolBreaks: true, avoidsJuly: true, avoidsBridgeDays: false };
