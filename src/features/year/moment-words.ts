/** The words people write days and times with: bokmål, nynorsk and English at once, whichever the network speaks. */
import { type Weekday, weekdays } from './days.ts';

const weekdayWords: Readonly<Record<Weekday, readonly string[]>> = {
  monday: ['mandag', 'måndag'],
  tuesday: ['tirsdag', 'tysdag'],
  wednesday: ['onsdag', 'wednesday'],
  thursday: ['torsdag', 'thursday'],
  friday: ['fredag', 'friday'],
  saturday: ['lørdag', 'laurdag', 'lordag', 'saturday'],
  sunday: ['søndag', 'sundag', 'sondag'],
};

const monthWords: readonly (readonly string[])[] = [
  ['januar', 'january'],
  ['februar', 'february'],
  ['mars', 'march'],
  ['april'],
  ['mai', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['august'],
  ['september'],
  ['oktober', 'october'],
  ['november'],
  ['desember', 'december'],
];

/** One of each row means its place: one, two, three … */
const numberWords: readonly (readonly string[])[] = [
  ['en', 'én', 'ett', 'ein', 'éin', 'eitt', 'ei', 'éi', 'a', 'an', 'one'],
  ['to', 'two'],
  ['tre', 'three'],
  ['fire', 'four'],
  ['fem', 'five'],
  ['seks', 'six'],
  ['sju', 'syv', 'seven'],
  ['åtte', 'eight'],
  ['ni', 'nine'],
  ['ti', 'ten'],
  ['elleve', 'eleven'],
  ['tolv', 'twelve'],
  ['tretten', 'thirteen'],
  ['fjorten', 'fourteen'],
];

/** In: a weekday's name, or three letters of its beginning or more, «tirs.», «onsdagen», «Thur». */
export function weekdayNamed(word = ''): Weekday | undefined {
  const name = word.toLowerCase().replace(/(?<=dag)en$/, '');
  return weekdays.find(weekday => [weekday, ...weekdayWords[weekday]].some(each => isBeginning(name, each)));
}

/** In: a month's name, or three letters of its beginning or more. Out: 1 to 12. */
export function monthNamed(word = ''): number | undefined {
  return placeOf(monthWords, each => isBeginning(word.toLowerCase(), each));
}

/** In: digits, or a number in words up to fourteen. */
export function numberNamed(word = ''): number | undefined {
  return /^\d+$/.test(word) ? Number(word) : placeOf(numberWords, each => each === word.toLowerCase());
}

/** For patterns: every word for the hours of a clock. */
export const hourWords: string = numberWords.slice(0, 12).flat().filter(isNoArticle).join('|');

function isNoArticle(word: string): boolean {
  return word !== 'a' && word !== 'an';
}

function isBeginning(word: string, name: string): boolean {
  return word.length >= 3 && name.startsWith(word);
}

function placeOf(rows: readonly (readonly string[])[], isMeant: (word: string) => boolean): number | undefined {
  const index = rows.findIndex(row => row.some(isMeant));
  return index === -1 ? undefined : index + 1;
}
