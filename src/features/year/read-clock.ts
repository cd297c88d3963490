/** One time of day as people write or say it. */
import { hourWords, numberNamed } from './moment-words.ts';

/** Not yet checked: 25.00 is read as it stands. */
export type Clock = { readonly hour: number; readonly minute: number };

const minutesSaid = 'fem|ti|kvart|tjue|five|ten|quarter|twenty';
const hourSaid = String.raw`(?:${hourWords}|\d{1,2})`;

/**
 * For patterns, without groups: «10», «10.30», «10:30», «1030», «10 am», «halv ti», «kvart over ni», «fem på halv ti»,
 * «half past nine», «quarter to ten», «ti».
 */
export const clockPattern = [
  String.raw`(?:(?:${minutesSaid}|\d{1,2})\s+(?:over|past|på)|(?:${minutesSaid})\s+to)\s+(?:halv\s+)?${hourSaid}`,
  String.raw`(?:halv|half\s+past)\s+${hourSaid}`,
  String.raw`(?:\d{1,2}[.:]\d{2}|\d{4}|\d{1,2})(?:\s?[ap]\.?m(?!\p{L})\.?)?`,
  hourWords,
].join('|');

/** In: what `clockPattern` matched. */
export function readClock(text: string): Clock {
  const written = /^(\d{1,2}?)(?:[.:]?(\d{2}))?(?:\s?([ap])\.?m\.?)?$/i.exec(text);
  return written ? writtenClock(Number(written[1]), Number(written[2] ?? 0), written[3]) : saidClock(text);
}

function writtenClock(hour: number, minute: number, half: string | undefined): Clock {
  if (half === undefined) return { hour, minute };
  return { hour: (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0), minute };
}

/** «Fem på halv ti»: what is said is one of twelve hours, and nobody calls a meeting at half past two in the night. */
function saidClock(text: string): Clock {
  const words = text.toLowerCase().split(/\s+/);
  const said = numberNamed(words.at(-1)) ?? 0;
  const hour = said <= 6 ? said + 12 : said;
  const half = words.includes('halv') ? -30 : words.includes('half') ? 30 : 0;
  const minutes = hour * 60 + half + shift(words);
  return { hour: Math.floor(minutes / 60), minute: minutes % 60 };
}

/** Minutes before or after what follows. */
function shift([amount = '', direction = '']: readonly string[]): number {
  const minutes = { kvart: 15, quarter: 15, tjue: 20, twenty: 20 }[amount] ?? numberNamed(amount) ?? 0;
  if (direction === 'over' || (direction === 'past' && amount !== 'half')) return minutes;
  return direction === 'på' || direction === 'to' ? -minutes : 0;
}
