/** Meetings under one another: those ahead, days that were found, the dates of a recurring one. */
import type { Found } from '../src/features/meetings/find-times.ts';
import { type Meeting, stateOfMeeting } from '../src/features/meetings/meeting.ts';
import type { SeriesDate, SeriesPlan } from '../src/features/meetings/series.ts';
import type { Carried } from '../src/intents/intent.ts';
import { sentenceCase } from '../src/texts/sentence-case.ts';
import type { Speech } from '../src/texts/speak.ts';
import type { Button, Card, List, Part } from './card.ts';
import { longList } from './long-list.ts';
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
};

/** The year as it would be, with what was moved and what falls out. @param create makes the meetings */
export function seriesPreviewCard(shown: SeriesShown, create: Carried, speech: Speech): Card {
  const { series, buttons, place } = speech.say.meeting;
  const { dates, spans } = shown.plan;
  const button: Button = { label: buttons.createSeries(spans.length), intent: create, weight: 'primary' };
  return {
    language: speech.language,
    title: series.previewTitle(spans.length),
    parts: [
      { kind: 'text', text: titleText(shown), weight: 'strong' },
      ...(shown.place ? [{ kind: 'text', text: `${place}: ${placeText(shown.place)}` } as const] : []),
      ...longList(
        dates.map(each => dateItem(each, speech)),
        speech,
      ),
      ...(shown.plan.unknownSchoolYears.length > 0
        ? [
            {
              kind: 'note',
              sign: 'warning',
              text: speech.say.meeting.found.unknownBreaks(shown.plan.unknownSchoolYears.join(', ')),
            } as const,
          ]
        : []),
      { kind: 'text', text: `${series.notSaved} ${series.invitations}` },
      { kind: 'buttons', buttons: [button] },
    ],
  };
}

function dateItem(date: SeriesDate, speech: Speech): List['items'][number] {
  const { series } = speech.say.meeting;
  if (date.kind === 'leftOut') {
    return { label: dayAndWeek(date.planned, speech), value: series.leftOut(reasonsText(date.reasons, speech)) };
  }
  const label = dayAndWeek(date.on, speech);
  if (date.isTooSoon) return { label, value: series.tooSoon };
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
