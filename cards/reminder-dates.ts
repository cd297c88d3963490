import type { Speech } from '../src/texts/speak.ts';
import type { Instant } from '../src/world.ts';
import type { Part } from './card.ts';

/** When those who have not answered are reminded, for whoever asked them. */
export function reminderDates(times: readonly Instant[], speech: Speech): Part {
  const { reminders, noReminders } = speech.say.year;
  const text = times.length > 0 ? reminders(speech.times(times)) : noReminders;
  return { kind: 'text', text, weight: 'subtle' };
}
