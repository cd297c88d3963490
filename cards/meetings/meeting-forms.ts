import { type FoundDay, noCounty } from '../../src/features/meetings/find-times.ts';
import {
  availabilities,
  type Meeting,
  type ProposedTime,
  type TimeAnswer,
} from '../../src/features/meetings/meeting.ts';
import { seriesPatterns } from '../../src/features/meetings/series.ts';
import { counties } from '../../src/features/year/counties.ts';
import { weekdays } from '../../src/features/year/days.ts';
import { sentenceCase } from '../../src/texts/sentence-case.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Choice, Field, Form } from '../card.ts';
import { type Filled, unfilled } from '../filled.ts';
import { formFields } from '../form-fields.ts';
import { cardLimits, slackLimits } from '../limits.ts';
import { shortened } from '../shortened.ts';
import { meetingFacts, reasonsText, spanText, titleText } from './meeting-words.ts';

export function proposeForm(speech: Speech, filled: Filled = unfilled): Form {
  const field = formFields(speech, filled);
  const { meeting: texts, forms } = speech.say;
  const { propose } = texts.forms;
  return {
    language: speech.language,
    title: propose.title,
    submit: propose.submit,
    cancel: forms.cancel,
    intent: { type: 'meeting.propose' },
    fields: [
      ...aboutFields(speech, filled),
      field.longText('times', {
        label: propose.times,
        hint: propose.timesHint,
        max: slackLimits.inputLength,
      }),
      answersByField(speech, filled),
    ],
  };
}

/** The days that were found, all of them chosen until some are taken away. */
export function chooseTimesForm(found: readonly FoundDay[], speech: Speech, filled: Filled = unfilled): Form {
  const field = formFields(speech, filled);
  const { meeting: texts, forms } = speech.say;
  const { propose } = texts.forms;
  const choices = found.map(day => ({ value: writtenTime(day, speech), label: foundLabel(day, speech) }));
  return {
    language: speech.language,
    title: propose.title,
    submit: propose.submit,
    cancel: forms.cancel,
    intent: { type: 'meeting.propose' },
    fields: [
      ...aboutFields(speech, filled),
      field.choices('times', {
        label: propose.chosenTimes,
        choices,
        value: choices.map(({ value }) => value),
      }),
      answersByField(speech, filled),
    ],
  };
}

function foundLabel({ span, notes }: FoundDay, speech: Speech): string {
  const words = spanText(span, speech);
  const noted = notes.length > 0 ? `${words} (${reasonsText(notes, speech)})` : words;
  return shortened(noted, cardLimits.choiceLabel);
}

/** `2027-02-08 09:00-10:30`, in the zone's clock: read again like a time that is typed. */
function writtenTime({ on, span }: FoundDay, { zone }: Speech): string {
  const [from, to] = [span.startsAt, span.endsAt].map(at =>
    Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' }),
  );
  return `${on} ${from}-${to}`;
}

function aboutFields(speech: Speech, filled: Filled): readonly Field[] {
  const field = formFields(speech, filled);
  const { propose } = speech.say.meeting.forms;
  return [
    field.text('title', {
      label: propose.name,
      hint: propose.nameHint,
      max: 120,
    }),
    field.text('place', {
      label: propose.place,
      max: 200,
      isOptional: true,
    }),
  ];
}

function answersByField(speech: Speech, filled: Filled): Field {
  const field = formFields(speech, filled);
  const { propose } = speech.say.meeting.forms;
  return field.text('answersBy', {
    label: propose.answersBy,
    hint: propose.answersByHint,
    max: 80,
    isOptional: true,
  });
}

/** What the search begins with, as values of the form's fields. */
export type SearchSuggested = Readonly<Record<'firstDay' | 'lastDay' | 'earliest' | 'latest', string>> & {
  readonly county?: string | undefined;
};

export function findForm(suggested: SearchSuggested, speech: Speech, filled: Filled = unfilled): Form {
  const field = formFields(speech, filled);
  const { meeting: texts, forms } = speech.say;
  const { find } = texts.forms;
  const offered = counties.map(({ number, name }) => ({ value: number, label: name }));
  return {
    language: speech.language,
    title: find.title,
    submit: find.submit,
    cancel: forms.cancel,
    intent: { type: 'meeting.find' },
    fields: [
      dateField('firstDay', find.from, suggested.firstDay, speech, filled),
      dateField('lastDay', find.to, suggested.lastDay, speech, filled),
      minutesField(speech, filled),
      timeField('earliest', find.earliest, suggested.earliest, speech, filled),
      timeField('latest', find.latest, suggested.latest, speech, filled),
      field.choice('count', {
        label: find.count,
        choices: numberChoices,
        value: usualCount,
      }),
      field.choice('county', {
        label: find.county,
        hint: find.countyHint,
        choices: [{ value: noCounty, label: find.noCounty }, ...offered],
        value: suggested.county ?? noCounty,
      }),
    ],
  };
}

const numberChoices: readonly Choice[] = Array.from({ length: 10 }, (_, at) => `${at + 1}`).map(each => ({
  value: each,
  label: each,
}));
const usualCount = '3';
const usualMinutes = '90';
const minutesOffered = [30, 45, 60, 90, 120, 180, 240, 360] as const;

function minutesField(speech: Speech, filled: Filled): Field {
  const field = formFields(speech, filled);
  const { find } = speech.say.meeting.forms;
  const label = (minutes: number) =>
    minutes === 60 ? find.hour : minutes % 60 === 0 ? find.hoursOf(String(minutes / 60)) : find.minutesOf(minutes);
  return field.choice('minutes', {
    label: find.minutes,
    choices: minutesOffered.map(minutes => ({ value: String(minutes), label: label(minutes) })),
    value: usualMinutes,
  });
}

/** A day that was written in words is no value of a date field; the field begins anew. */
function dateField(name: string, label: string, suggested: string, speech: Speech, filled: Filled): Field {
  const field = formFields(speech, filled).date(name, { label, value: suggested });
  return /^\d{4}-\d{2}-\d{2}$/.test(field.value ?? '') ? field : { ...field, value: suggested };
}

function timeField(name: string, label: string, suggested: string, speech: Speech, filled: Filled): Field {
  const field = formFields(speech, filled).time(name, { label, value: suggested });
  return /^\d{2}:\d{2}$/.test(field.value ?? '') ? field : { ...field, value: suggested };
}

/** @param given the seat's present answer */
export function answerTimesForm(
  meeting: Meeting,
  given: TimeAnswer['answers'],
  seat: string | undefined,
  speech: Speech,
  filled: Filled = unfilled,
): Form {
  const field = formFields(speech, filled);
  const { meeting: texts, forms } = speech.say;
  const choices = availabilities.map(value => ({ value, label: texts.availabilities[value] }));
  return {
    language: speech.language,
    title: texts.forms.answer.title,
    submit: texts.forms.answer.submit,
    cancel: forms.cancel,
    intent: { type: 'meeting.answer', meeting: meeting.id, ...(seat && { seat }) },
    intro: [
      { kind: 'text', text: titleText(meeting), weight: 'strong' },
      { kind: 'text', text: texts.whispers.canChange, weight: 'subtle' },
    ],
    fields: meeting.times.map(time =>
      field.choice(time.id, {
        label: spanText(time, speech),
        choices,
        value: given[time.id],
        isOptional: true,
      }),
    ),
  };
}

/** @property days how many there are to the meeting; @property rule how many there should be */
export type NoticeShown = { readonly days: number; readonly rule: number };

export function settleForm(
  meeting: Meeting,
  time: ProposedTime,
  { days, rule }: NoticeShown,
  speech: Speech,
  filled: Filled = unfilled,
): Form {
  const field = formFields(speech, filled);
  const { meeting: texts, forms } = speech.say;
  const { settle } = texts.forms;
  return {
    language: speech.language,
    title: settle.title,
    submit: settle.submit,
    cancel: forms.cancel,
    intent: { type: 'meeting.settle', meeting: meeting.id, time: time.id },
    intro: [
      { kind: 'text', text: titleText(meeting), weight: 'strong' },
      { kind: 'text', text: spanText(time, speech) },
      { kind: 'note', sign: 'warning', text: settle.short(days, rule) },
    ],
    fields: [
      field.longText('reason', {
        label: settle.reason,
        hint: settle.reasonHint,
        max: 300,
      }),
    ],
  };
}

/** @param notice where the new time is nearer than the network's rule */
export function moveForm(meeting: Meeting, speech: Speech, filled: Filled = unfilled, notice?: NoticeShown): Form {
  const field = formFields(speech, filled);
  const { meeting: texts, forms } = speech.say;
  const { move, settle } = texts.forms;
  return {
    language: speech.language,
    title: move.title,
    submit: move.submit,
    cancel: forms.cancel,
    intent: { type: 'meeting.move', meeting: meeting.id },
    intro: [
      { kind: 'text', text: titleText(meeting), weight: 'strong' },
      { kind: 'facts', facts: meetingFacts(meeting, speech) },
      ...(notice ? [{ kind: 'note', sign: 'warning', text: settle.short(notice.days, notice.rule) } as const] : []),
    ],
    fields: [
      field.text('when', {
        label: move.when,
        hint: move.whenHint,
        max: 120,
      }),
      field.text('place', {
        label: move.place,
        hint: move.placeHint,
        max: 200,
        isOptional: true,
      }),
      field.longText('reason', {
        label: move.reason,
        hint: settle.reasonHint,
        max: 300,
        isOptional: true,
      }),
    ],
  };
}

/** Cancelling cannot be undone, and everyone reads why. */
export function cancelMeetingForm(meeting: Meeting, speech: Speech, filled: Filled = unfilled): Form {
  const field = formFields(speech, filled);
  const { meeting: texts, forms } = speech.say;
  const { cancel } = texts.forms;
  return {
    language: speech.language,
    title: cancel.title,
    submit: cancel.submit,
    cancel: forms.cancel,
    intent: { type: 'meeting.cancel', meeting: meeting.id },
    intro: [
      { kind: 'text', text: titleText(meeting), weight: 'strong' },
      { kind: 'note', sign: 'warning', text: cancel.warning },
    ],
    fields: [
      field.longText('reason', {
        label: cancel.reason,
        hint: cancel.reasonHint,
        max: 300,
      }),
    ],
  };
}

export type SeriesSuggested = Readonly<Record<'firstDay' | 'lastDay' | 'starts', string>>;

export function seriesForm(suggested: SeriesSuggested, speech: Speech, filled: Filled = unfilled): Form {
  const field = formFields(speech, filled);
  const { meeting: texts, forms, year } = speech.say;
  const { series, find } = texts.forms;
  return {
    language: speech.language,
    title: series.title,
    submit: series.submit,
    cancel: forms.cancel,
    intent: { type: 'meeting.series-preview' },
    fields: [
      ...aboutFields(speech, filled),
      field.choice('pattern', {
        label: series.pattern,
        choices: seriesPatterns.map(value => ({ value, label: series.patterns[value] })),
        value: 'second',
      }),
      field.choice('weekday', {
        label: series.weekday,
        choices: weekdays.map(value => ({ value, label: sentenceCase(year.weekdays[value]) })),
        value: 'tuesday',
      }),
      dateField('firstDay', find.from, suggested.firstDay, speech, filled),
      dateField('lastDay', find.to, suggested.lastDay, speech, filled),
      timeField('starts', series.starts, suggested.starts, speech, filled),
      minutesField(speech, filled),
    ],
  };
}
