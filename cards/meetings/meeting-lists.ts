/** Meetings under one another: those ahead, days that were found, the dates of a recurring one. */
import type { Found } from '../../src/features/meetings/find-times.ts';
import { type Meeting, stateOfMeeting } from '../../src/features/meetings/meeting.ts';
import { lasting } from '../../src/features/meetings/read-times.ts';
import type { SeriesDate, SeriesPlan } from '../../src/features/meetings/series.ts';
import type { Carried } from '../../src/intents/intent.ts';
import { sentenceCase } from '../../src/texts/sentence-case.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Button, Card, List, Part } from '../card.ts';
import { listBytes, longList, mostListBytes } from '../long-list.ts';
import { dayAndWeek, reasonWords } from '../year/year-words.ts';
import { cardTitle, placeText, reasonsText, spanText, titleText } from './meeting-words.ts';

export type ListedMeeting = {
  readonly meeting: Meeting;
  readonly answered: number;
};

export type ListShown = {
  readonly network: string;
  readonly meetings: readonly ListedMeeting[];
  /** Whose time has passed though nobody began them. */
  readonly unbegun: readonly Meeting[];
  readonly hasEarlier: boolean;
  /** Whether the one who asks leads: calls meetings, begins them and calls them off. */
  readonly mayPropose: boolean;
};

/** What waits to be begun or called off; the meetings ahead, the nearest first, and those still without a time. */
export function meetingsCard(shown: ListShown, speech: Speech): Card {
  const { network, meetings, unbegun, hasEarlier, mayPropose } = shown;
  const { list, buttons } = speech.say.meeting;
  const call: readonly Button[] = mayPropose
    ? [
        { label: buttons.propose, intent: { type: 'meeting.form' }, opensForm: true },
        { label: buttons.find, intent: { type: 'meeting.find-form' }, opensForm: true },
      ]
    : [];
  const earlier: readonly Button[] = hasEarlier
    ? [{ label: buttons.earlier, intent: { type: 'meetings.show', which: 'earlier' } }]
    : [];
  const items = meetings.map(each => listItem(each, speech));
  return {
    language: speech.language,
    title: cardTitle(list.title(network)),
    parts: [
      ...unbegunParts(unbegun, mayPropose, speech),
      ...(meetings.length === 0
        ? [{ kind: 'text', text: list.empty } as const]
        : longList(items, speech, mostListBytes - unbegunRoom)),
      ...[
        showButtons(
          meetings.map(({ meeting }) => meeting),
          speech,
        ),
        [...call, ...earlier],
      ]
        .filter(row => row.length > 0)
        .map(row => ({ kind: 'buttons', buttons: row }) as const),
    ],
  };
}

export type EarlierShown = { readonly network: string; readonly meetings: readonly Meeting[] };

/** @param shown the latest first */
export function earlierMeetingsCard({ network, meetings }: EarlierShown, speech: Speech): Card {
  const { list, buttons } = speech.say.meeting;
  const ahead: Button = { label: buttons.ahead, intent: { type: 'meetings.show' } };
  const items = meetings.map(meeting => earlierItem(meeting, speech));
  return {
    language: speech.language,
    title: cardTitle(list.earlierTitle(network)),
    parts: [
      ...(meetings.length === 0 ? [{ kind: 'text', text: list.noEarlier } as const] : longList(items, speech)),
      { kind: 'buttons', buttons: [...showButtons(meetings, speech), ahead] },
    ],
  };
}

function unbegunParts(unbegun: readonly Meeting[], leads: boolean, speech: Speech): readonly Part[] {
  const { list, buttons } = speech.say.meeting;
  if (unbegun.length === 0) return [];
  const decide = unbegun.slice(0, mostDecided).flatMap(({ id, number }): readonly Button[] => [
    { label: buttons.start(number), intent: { type: 'meeting.start-form', meeting: id }, opensForm: true },
    { label: buttons.callOff(number), intent: { type: 'meeting.cancel-form', meeting: id }, opensForm: true },
  ]);
  return [
    { kind: 'text', text: list.unbegun(unbegun.length), weight: 'strong' },
    ...longList(
      unbegun.map(meeting => earlierItem(meeting, speech)),
      speech,
      unbegunRoom,
    ),
    ...(leads ? [{ kind: 'buttons', buttons: decide } as const] : []),
    { kind: 'text', text: buttons.ahead, weight: 'strong' },
  ];
}

const mostDecided = 2;
const unbegunRoom = 4000;

function showButtons(meetings: readonly Meeting[], { say }: Speech): readonly Button[] {
  return meetings.slice(0, mostShown).map(({ id, number }) => ({
    label: say.meeting.buttons.show(number),
    intent: { type: 'meeting.show', meeting: id },
  }));
}

function earlierItem(meeting: Meeting, speech: Speech): List['items'][number] {
  const { list, states } = speech.say.meeting;
  const state = stateOfMeeting(meeting);
  const became = state === 'settled' ? list.notBegun : states[state];
  return {
    label: list.item(meeting.number, titleText(meeting)),
    value: meeting.settled ? `${spanText(meeting.settled, speech)} · ${became}` : became,
  };
}

const mostShown = 5;

function listItem({ meeting, answered }: ListedMeeting, speech: Speech): List['items'][number] {
  const { list, states } = speech.say.meeting;
  const label = list.item(meeting.number, titleText(meeting));
  const { settled, times, seats } = meeting;
  const state = states[stateOfMeeting(meeting)];
  return settled
    ? { label, value: `${spanText(settled, speech)} · ${state}` }
    : { label, value: list.openTimes(times.length, answered, seats.length) };
}

/** @param again the search, to choose among what it found */
export function foundTimesCard(found: Found, again: Carried, speech: Speech): Card {
  const { found: texts, buttons } = speech.say.meeting;
  const items = found.proposed.map(({ span, notes }) => ({
    label: spanText(span, speech),
    ...(notes.length > 0 && { value: reasonsText(notes, speech) }),
  }));
  const choose: Button = { label: buttons.choose, intent: again, weight: 'primary', opensForm: true };
  return {
    language: speech.language,
    title: texts.title(found.proposed.length),
    parts: [
      ...longList(items, speech),
      { kind: 'text', text: texts.free(found.free, speech.days(found.from, found.to)) },
      ...leftOutParts(found, speech),
      ...warnings(found, speech),
      ...(found.proposed.length > 0 ? [{ kind: 'buttons', buttons: [choose] } as const] : []),
    ],
  };
}

function leftOutParts({ leftOut }: Found, speech: Speech): readonly Part[] {
  const { found: texts } = speech.say.meeting;
  if (leftOut.length === 0) return [];
  const items = leftOut.map(({ from, to, reason, weekdays }) => ({
    label: `${speech.days(from, to)}: ${reasonWords(reason, speech)}`,
    value: texts.leftOutDays(weekdays),
  }));
  return [{ kind: 'text', text: texts.leftOut, weight: 'strong' }, ...longList(items, speech, leftOutRoom)];
}

const leftOutRoom = 8000;

function warnings({ county, unknownSchoolYears }: Found, speech: Speech): readonly Part[] {
  if (county === undefined) {
    return [{ kind: 'note', sign: 'information', text: speech.say.meeting.found.noCounty }];
  }
  return unknownParts(unknownSchoolYears, county, speech);
}

function unknownParts(years: readonly string[], county: string | undefined, speech: Speech): readonly Part[] {
  if (years.length === 0 || county === undefined) return [];
  return [
    { kind: 'note', sign: 'warning', text: speech.say.meeting.found.unknownBreaks(schoolYearsText(years, speech)) },
  ];
}

/** «2027–2028 og 2028–2029» */
function schoolYearsText(years: readonly string[], { list }: Speech): string {
  return list(years.map(each => each.replace('-', '–')));
}

export type SeriesShown = {
  readonly title: string;
  readonly place?: string | undefined;
  readonly plan: SeriesPlan;
  readonly minutes: number;
  /** Shown once more, since it may be something else than what was agreed to. */
  readonly isAnew?: boolean;
};

/** The year as it would be, and apart from it the dates that fall out. @param create makes the meetings */
export function seriesPreviewCard(shown: SeriesShown, create: Carried, speech: Speech): Card {
  const { series, buttons, place } = speech.say.meeting;
  const { dates, spans, passed, unknownSchoolYears } = shown.plan;
  const button: Button = { label: buttons.createSeries(spans.length), intent: create, weight: 'primary' };
  const held = dates.flatMap(each => (isLeftOut(each) ? [] : [heldItem(each, shown.minutes, speech)]));
  const leftOut = dates.filter(isLeftOut).map(each => leftOutItem(each, speech));
  return {
    language: speech.language,
    title: series.previewTitle(spans.length),
    parts: [
      ...(shown.isAnew
        ? [{ kind: 'note', sign: 'warning', text: speech.refusal({ code: 'series-changed' }) } as const]
        : []),
      { kind: 'text', text: titleText(shown), weight: 'strong' },
      ...(shown.place ? [{ kind: 'text', text: `${place}: ${placeText(shown.place)}` } as const] : []),
      ...longList(held, speech, mostListBytes - Math.min(leftOutRoom, listBytes(leftOut))),
      ...(leftOut.length > 0
        ? [{ kind: 'text', text: series.leftOut(leftOut.length), weight: 'strong' } as const]
        : []),
      ...longList(leftOut, speech, leftOutRoom),
      ...(passed > 0 ? [{ kind: 'text', text: series.passed(passed) } as const] : []),
      ...(unknownSchoolYears.length > 0
        ? [
            {
              kind: 'note',
              sign: 'warning',
              text: speech.say.meeting.found.unknownBreaks(schoolYearsText(unknownSchoolYears, speech)),
            } as const,
          ]
        : []),
      { kind: 'text', text: `${series.notSaved} ${series.invitations}` },
      { kind: 'buttons', buttons: [button] },
    ],
  };
}

type HeldDate = Exclude<SeriesDate, { readonly kind: 'leftOut' }>;
type LeftOutDate = SeriesDate & ({ readonly kind: 'leftOut' } | { readonly isTooSoon: true });

function isLeftOut(date: SeriesDate): date is LeftOutDate {
  return date.kind === 'leftOut' || date.isTooSoon;
}

function leftOutItem(date: LeftOutDate, speech: Speech): List['items'][number] {
  const { series } = speech.say.meeting;
  return date.kind === 'leftOut'
    ? { label: dayAndWeek(date.planned, speech), value: sentenceCase(reasonsText(date.reasons, speech)) }
    : { label: dayAndWeek(date.on, speech), value: series.tooSoon };
}

function heldItem(date: HeldDate, minutes: number, speech: Speech): List['items'][number] {
  const { series } = speech.say.meeting;
  const label = spanText(lasting(date.startsAt, minutes), speech);
  if (date.kind === 'moved') {
    return { label, value: series.moved(speech.weekday(date.planned), reasonsText(date.reasons, speech)) };
  }
  return date.notes.length > 0 ? { label, value: sentenceCase(reasonsText(date.notes, speech)) } : { label };
}

export function seriesCreatedCard(created: number, told: number, { language, say }: Speech): Card {
  const { series, whispers } = say.meeting;
  return {
    language,
    title: series.created(created),
    parts: [{ kind: 'note', sign: 'done', text: `${whispers.goesTo(told)} ${series.invitations}` }],
  };
}
