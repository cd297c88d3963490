/** Meetings under one another: those ahead, days that were found, the dates of a recurring one. */
import type { Found } from '../src/features/meetings/find-times.ts';
import { type Meeting, stateOfMeeting } from '../src/features/meetings/meeting.ts';
import { lasting } from '../src/features/meetings/read-times.ts';
import type { SeriesDate, SeriesPlan } from '../src/features/meetings/series.ts';
import type { Carried } from '../src/intents/intent.ts';
import { sentenceCase } from '../src/texts/sentence-case.ts';
import type { Speech } from '../src/texts/speak.ts';
import type { Button, Card, List, Part } from './card.ts';
import { listBytes, longList, mostListBytes } from './long-list.ts';
import { cardTitle, placeText, reasonsText, spanText, titleText } from './meeting-words.ts';
import { dayAndWeek, reasonWords } from './year-words.ts';

export type ListedMeeting = {
  readonly meeting: Meeting;
  readonly answered: number;
};

export type ListShown = {
  readonly network: string;
  readonly meetings: readonly ListedMeeting[];
  /** Whether the one who asks may call one. */
  readonly mayPropose: boolean;
};

/** The meetings ahead, the nearest first, and those still without a time. */
export function meetingsCard({ network, meetings, mayPropose }: ListShown, speech: Speech): Card {
  const { list, buttons } = speech.say.meeting;
  const show = meetings.slice(0, mostShown).map(
    ({ meeting }): Button => ({
      label: buttons.show(meeting.number),
      intent: { type: 'meeting.show', meeting: meeting.id },
    }),
  );
  const call: readonly Button[] = mayPropose
    ? [
        { label: buttons.propose, intent: { type: 'meeting.form' }, opensForm: true },
        { label: buttons.find, intent: { type: 'meeting.find-form' }, opensForm: true },
      ]
    : [];
  const items = meetings.map(each => listItem(each, speech));
  return {
    language: speech.language,
    title: cardTitle(list.title(network)),
    parts: [
      ...(meetings.length === 0 ? [{ kind: 'text', text: list.empty } as const] : longList(items, speech)),
      ...[show, call].filter(row => row.length > 0).map(row => ({ kind: 'buttons', buttons: row }) as const),
    ],
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

function unknownParts(years: readonly string[], county: string | undefined, { say }: Speech): readonly Part[] {
  if (years.length === 0 || county === undefined) return [];
  return [{ kind: 'note', sign: 'warning', text: say.meeting.found.unknownBreaks(years.join(', ')) }];
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
              text: speech.say.meeting.found.unknownBreaks(unknownSchoolYears.join(', ')),
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
