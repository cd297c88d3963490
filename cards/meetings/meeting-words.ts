/** What is said of meetings on several cards: when, where, which groups, and what is special about a day. */
import type { Meeting, Span } from '../../src/features/meetings/meeting.ts';
import type { AttendingCounts } from '../../src/features/meetings/meeting-standing.ts';
import type { SeatGroup } from '../../src/features/networks/network.ts';
import type { DayReason } from '../../src/features/year/work-days.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Instant, PlainDate } from '../../src/world.ts';
import type { Facts } from '../card.ts';
import { cardLimits } from '../limits.ts';
import { shortened } from '../shortened.ts';
import { reasonWords } from '../year/year-words.ts';

/** People's own words have at most some hundred characters; only signs made of many code units come so far. */
const titleLength = 200;
const placeLength = 400;
const reasonLength = 500;

export function titleText({ title }: Pick<Meeting, 'title'>): string {
  return shortened(title, titleLength);
}

/** A card's own title, with the meeting's in it. */
export function cardTitle(words: string): string {
  return shortened(words, cardLimits.title);
}

export function placeText(place: string): string {
  return shortened(place, placeLength);
}

export function reasonText(reason: string): string {
  return shortened(reason, reasonLength);
}

/** «tirsdag 2. mars 2027 kl. 10.00–11.30, uke 9» */
export function spanText({ startsAt, endsAt }: Span, speech: Speech): string {
  return speech.say.meeting.inWeek(speech.span(startsAt, endsAt), speech.week(localDay(startsAt, speech)));
}

export function localDay(instant: Instant, { zone }: Speech): PlainDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString() as PlainDate;
}

/** From when it was moved; where only the place was changed, that. */
export function movedText({ moves, settled }: Pick<Meeting, 'moves' | 'settled'>, speech: Speech): string | undefined {
  const texts = speech.say.meeting;
  const before = moves.at(-1);
  if (!before) return undefined;
  const isSame = before.startsAt === settled?.startsAt && before.endsAt === settled.endsAt;
  return isSame ? texts.placeChanged : texts.moved(spanText(before, speech));
}

/** Why the time it has now was told later than the network's rule, when it was. */
export function lateReason({ exceptions, settled }: Pick<Meeting, 'exceptions' | 'settled'>): string | undefined {
  return exceptions.findLast(({ kind, request }) => kind === 'notice' && request === settled?.request)?.reason;
}

/** When and where, as long as there is something to say. */
export function meetingFacts(meeting: Pick<Meeting, 'settled' | 'place'>, speech: Speech): Facts['facts'] {
  const { meeting: texts } = speech.say;
  const { settled, place } = meeting;
  return [
    ...(settled ? [{ label: texts.when, value: spanText(settled, speech) }] : []),
    ...(place ? [{ label: texts.place, value: placeText(place) }] : []),
  ];
}

export function groupNames(groups: readonly { readonly group: SeatGroup }[], speech: Speech): string {
  const names = groups.map(({ group }) => speech.say.seatGroups[group]);
  return someOf(names, mostGroups, speech);
}

const mostGroups = 5;

/** «9 av 17 plasser kommer. 2 kommer ikke. 6 har ikke sagt fra.» */
export function attendingText({ coming, ...others }: AttendingCounts, { say }: Speech): string {
  const { attending: texts } = say.meeting;
  const { notComing, deputyAsked, silent } = others;
  const asked = coming + notComing + deputyAsked + silent;
  const kinds = ['notComing', 'deputyAsked', 'silent'] as const;
  const told = kinds.filter(kind => others[kind] > 0).map(kind => texts[kind](others[kind]));
  return [texts.coming(coming, asked), ...told].join(' ');
}

/** As many names as the eye runs over, and how many more there are; one more takes no more room than its number. */
export function someOf(names: readonly string[], most: number, { say, list }: Speech): string {
  const shown = names.length === most + 1 ? names : names.slice(0, most);
  const rest = names.length - shown.length;
  const between = shown.some(name => name.includes(',')) ? '; ' : ', ';
  return say.meeting.named(rest > 0 ? shown.join(between) : list(shown), rest);
}

/** «vinterferie i Troms, inneklemt dag» */
export function reasonsText(reasons: readonly DayReason[], speech: Speech): string {
  return speech.list(reasons.map(reason => reasonWords(reason, speech)));
}
