/** The forms of whoever leads a meeting. */
import { type Case, mostCharacters } from '../../src/features/meetings/case.ts';
import { type Conclusion, conclusionMethods } from '../../src/features/meetings/case-conclusion.ts';
import { dissentText, followUpsText } from '../../src/features/meetings/conclude-lines.ts';
import type { Meeting } from '../../src/features/meetings/meeting.ts';
import type { MinutesLanguage } from '../../src/features/meetings/minutes.ts';
import type { PresenceChoice, RoleWithoutSeat } from '../../src/features/meetings/presence.ts';
import type { GroupPresence } from '../../src/features/meetings/representation.ts';
import type { MemberId } from '../../src/features/networks/network.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { PlainDate } from '../../src/world.ts';
import type { Field, Form, Part } from '../card.ts';
import { type Filled, unfilled } from '../filled.ts';
import { choicesOf, formFields } from '../form-fields.ts';
import { cardLimits } from '../limits.ts';
import { shortened } from '../shortened.ts';
import { groupParts } from './agenda-lead-card.ts';
import { caseLabel, meetingWords, numberedTitle, titleOf } from './agenda-words.ts';

export type StartShown = {
  readonly meeting: Meeting;
  readonly cases: readonly Case[];
  readonly groups: readonly GroupPresence[];
  /** Who is about to begin it. */
  readonly starter: string;
  /** More than a day before its time. */
  readonly isEarly: boolean;
};

/** Before it begins, whose voices will lack and who will have led it; whoever leads may go on all the same. */
export function startForm({ meeting, cases, groups, starter, isEarly }: StartShown, speech: Speech): Form {
  const { agenda, forms } = speech.say;
  const { settled } = meeting;
  const { text, unnumbered } = agenda.startForm;
  return {
    language: speech.language,
    title: agenda.startForm.title,
    submit: agenda.startForm.submit,
    cancel: forms.cancel,
    intent: { type: 'meeting.start', meeting: meeting.id, early: isEarly },
    intro: [
      { kind: 'text', text: meetingWords(meeting, speech), weight: 'strong' },
      ...(settled ? [{ kind: 'text', text: speech.span(settled.startsAt, settled.endsAt) } as const] : []),
      ...(isEarly ? [{ kind: 'note', sign: 'warning', text: agenda.startForm.early } as const] : []),
      ...groupParts(groups, speech),
      { kind: 'text', text: agenda.startForm.chair(starter), weight: 'subtle' },
      { kind: 'text', text: cases.every(({ number }) => number) ? text : unnumbered, weight: 'subtle' },
    ],
    fields: [],
  };
}

/** One who may be ticked off, with their names. */
export type PersonShown = { readonly choice: PresenceChoice; readonly party: string; readonly name: string };
/** One who leads or observes, and may be there without a seat. */
export type ObserverShown = {
  readonly id: MemberId;
  readonly name: string;
  readonly role: RoleWithoutSeat;
  readonly isExpected: boolean;
};

export type PresenceShown = {
  readonly meeting: Meeting;
  readonly people: readonly PersonShown[];
  /** None but on the first page. */
  readonly observers: readonly ObserverShown[];
  /** The page's first seat and how many there are on it, of all. */
  readonly from: number;
  /** What was recorded of the page when it was drawn. */
  readonly seen: string;
  readonly seats: number;
  readonly allSeats: number;
};

export function presenceForm(shown: PresenceShown, speech: Speech, filled: Filled = unfilled): Form {
  const { agenda, forms } = speech.say;
  const texts = agenda.presenceForm;
  const { meeting, from, people, observers, seats, allSeats } = shown;
  const field = formFields(speech, filled);
  const fields: readonly (Field | false)[] = [
    people.length > 0 &&
      field.choices('present', {
        label: texts.present,
        hint: texts.presentHint,
        isOptional: true,
        choices: people.map(each => ({ value: each.choice.key, label: personLabel(each, speech) })),
        value: ticked(filled, 'present') ?? people.filter(each => each.choice.isExpected).map(each => each.choice.key),
      }),
    observers.length > 0 &&
      field.choices('observers', {
        label: texts.observers,
        isOptional: true,
        choices: observers.map(({ id, name, role }) => ({
          value: id,
          label: shortened(texts.withRole(name, speech.say.roles[role]), cardLimits.choiceLabel),
        })),
        value: ticked(filled, 'observers') ?? observers.filter(each => each.isExpected).map(({ id }) => id),
      }),
  ];
  return {
    language: speech.language,
    title: texts.title,
    submit: texts.submit,
    cancel: forms.cancel,
    intent: {
      type: 'presence.record',
      meeting: meeting.id,
      from,
      seen: shown.seen,
      ...(people.length === 0 && { present: [] }),
      ...(observers.length === 0 && { observers: [] }),
    },
    intro: [
      { kind: 'text', text: meetingWords(meeting, speech), weight: 'strong' },
      ...(seats < allSeats
        ? [{ kind: 'text', text: texts.page(from + 1, from + seats, allSeats), weight: 'subtle' } as const]
        : []),
    ],
    fields: fields.filter(field => field !== false),
  };
}

const partyLength = 38;

function personLabel({ choice, party, name }: PersonShown, { say }: Speech): string {
  const write = choice.isDeputy ? say.agenda.presenceForm.deputy : say.agenda.presenceForm.person;
  return shortened(write(shortened(party, partyLength), name), cardLimits.choiceLabel);
}

/** What was ticked comes back one a line. */
function ticked({ values }: Filled, name: string): readonly string[] | undefined {
  const value = values[name];
  return typeof value === 'string' ? value.split('\n').filter(line => line !== '') : undefined;
}

/** What is concluded of a case. @param before the version that counts, when there is one */
export function concludeForm(
  { meeting, case: each, place }: { readonly meeting: Meeting; readonly case: Case; readonly place: number },
  before: Conclusion | undefined,
  speech: Speech,
  filled: Filled = unfilled,
): Form {
  const { agenda } = speech.say;
  const texts = agenda.concludeForm;
  return {
    ...conclusionForm(each, before, speech, filled),
    title: before ? texts.correctTitle : texts.title,
    intent: { type: 'case.conclude', meeting: meeting.id, case: each.id, seen: before?.version ?? 0 },
    intro: [
      { kind: 'text', text: numberedTitle(each, place, speech), weight: 'strong' },
      ...proposalParts(each, speech),
      ...correctedParts(before, speech),
    ],
  };
}

/** The same of the minutes, after the meeting: what is sent is a new version of them. */
export function correctForm(
  { meeting, case: each }: { readonly meeting: Meeting; readonly case: Case },
  before: Conclusion | undefined,
  speech: Speech,
  filled: Filled = unfilled,
): Form {
  const { agenda } = speech.say;
  return {
    ...conclusionForm(each, before, speech, filled),
    title: agenda.concludeForm.correctTitle,
    intent: { type: 'minutes.correct', meeting: meeting.id, case: each.id, seen: before?.version ?? 0 },
    intro: [
      { kind: 'text', text: agenda.numbered(caseLabel(each, 0), titleOf(each, speech)), weight: 'strong' },
      { kind: 'text', text: agenda.concludeForm.corrected, weight: 'subtle' },
    ],
  };
}

function conclusionForm(
  { caseType }: Case,
  before: Conclusion | undefined,
  speech: Speech,
  filled: Filled,
): Pick<Form, 'language' | 'submit' | 'cancel' | 'fields'> {
  const { agenda, forms } = speech.say;
  const texts = agenda.concludeForm;
  const field = formFields(speech, filled);
  const usual = caseType === 'information' ? 'noted' : conclusionMethods[0];
  return {
    language: speech.language,
    submit: texts.submit,
    cancel: forms.cancel,
    fields: [
      field.choice('method', {
        label: texts.method,
        choices: choicesOf(agenda.methods),
        value: before?.method ?? usual,
      }),
      field.longText('conclusion', {
        label: texts.conclusion,
        hint: texts.conclusionHint(mostCharacters.conclusion),
        max: mostCharacters.conclusion,
        isOptional: true,
        value: before?.text,
      }),
      field.longText('discussion', {
        label: texts.discussion,
        hint: texts.discussionHint(mostCharacters.discussion),
        max: mostCharacters.discussion,
        isOptional: true,
        value: before?.discussion,
      }),
      field.longText('followUps', {
        label: texts.followUps,
        hint: texts.followUpsHint(mostCharacters.followUps),
        max: mostCharacters.followUps,
        isOptional: true,
        value: before && followUpsText(before.followUps, typedDay),
      }),
      field.longText('dissent', {
        label: texts.dissent,
        hint: texts.dissentHint(mostCharacters.dissent),
        max: mostCharacters.dissent,
        isOptional: true,
        value: before && dissentText(before.dissent),
      }),
    ],
  };
}

/** `1.3.2027`: a day that is read in any language, whichever the form speaks. */
function typedDay(day: PlainDate): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return [Number(date), Number(month), year].join('.');
}

function proposalParts({ proposal }: Case, { say }: Speech): readonly Part[] {
  if (proposal === undefined) return [];
  return [
    { kind: 'text', text: say.agenda.oneCase.proposal, weight: 'subtle' },
    { kind: 'text', text: shortened(proposal, proposalLength) },
  ];
}

/** The case shows the whole of it. */
const proposalLength = 600;

function correctedParts(before: Conclusion | undefined, { say }: Speech): readonly Part[] {
  return before ? [{ kind: 'text', text: say.agenda.concludeForm.corrected, weight: 'subtle' }] : [];
}

export type EndShown = {
  readonly meeting: Meeting;
  readonly cases: readonly Case[];
  readonly unconcluded: readonly Case[];
  readonly isPresenceRecorded: boolean;
  /** The minutes' language unless another is chosen. */
  readonly minutesLanguage: MinutesLanguage;
};

export function endForm(
  { meeting, cases, unconcluded, isPresenceRecorded, minutesLanguage }: EndShown,
  speech: Speech,
  filled: Filled = unfilled,
): Form {
  const { agenda, forms } = speech.say;
  const texts = agenda.endForm;
  const labels = unconcluded.map(each => caseLabel(each, cases.indexOf(each) + 1));
  return {
    language: speech.language,
    title: texts.title,
    submit: texts.submit,
    cancel: forms.cancel,
    intent: { type: 'meeting.end', meeting: meeting.id },
    intro: [
      { kind: 'text', text: meetingWords(meeting, speech), weight: 'strong' },
      ...(labels.length > 0
        ? [{ kind: 'note', sign: 'warning', text: texts.unconcluded(speech.list(labels)) } as const]
        : []),
      ...(isPresenceRecorded ? [] : [{ kind: 'note', sign: 'warning', text: texts.noPresence } as const]),
      { kind: 'text', text: texts.text, weight: 'subtle' },
    ],
    fields: [
      formFields(speech, filled).choice('language', {
        label: texts.language,
        choices: choicesOf(agenda.languages),
        value: minutesLanguage,
      }),
    ],
  };
}
