import type { WhyNotReminded } from '../../src/delivery/schedule.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import type { Part } from '../card.ts';

/** When those who have not answered are reminded, or why they are not by themselves. */
export type RemindersShown = readonly Instant[] | WhyNotReminded;

/** For whoever asked them. */
export function reminderDates(shown: RemindersShown, speech: Speech): Part {
  const { reminders, noReminders } = speech.say.year;
  const text = typeof shown === 'string' ? noReminders[shown] : reminders(speech.times(shown));
  return { kind: 'text', text, weight: 'subtle' };
}
