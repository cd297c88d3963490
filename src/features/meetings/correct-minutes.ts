/** A new version of minutes, for the batch of what was corrected; the versions before it stand as they were. Pure. */
import { done, type Outcome, refused } from '../../outcome.ts';
import type { Kept } from '../../store/collection.ts';
import type { Operation } from '../../store/store.ts';
import type { Instant } from '../../world.ts';
import type { Done } from './case.ts';
import type { Meeting } from './meeting.ts';
import { type Minutes, type MinutesVersion, minutesCan } from './minutes.ts';
import { minutes, minutesVersions, versionKey } from './minutes-store.ts';

export type MinutesApproved = { readonly code: 'minutes-approved'; readonly number: number; readonly at: Instant };

/** Approved minutes are only read. */
export function mayCorrect({ number }: Meeting, { value }: Kept<Minutes>): Outcome<true, MinutesApproved> {
  if (minutesCan(value, 'correct') || !value.approved) return done(true);
  return refused({ code: 'minutes-approved', number, at: value.approved.at });
}

export function writeVersion(
  standing: Kept<Minutes>,
  { language, content }: Pick<MinutesVersion, 'language' | 'content'>,
  { at, by, request }: Done,
): readonly Operation[] {
  const version = standing.value.latest + 1;
  return [
    minutes.replace(standing, { ...standing.value, latest: version }),
    minutesVersions.create(versionKey(version), { version, language, content, madeAt: at, madeBy: by, request }),
  ];
}
