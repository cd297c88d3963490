/** The meeting as whoever leads it needs it: what is done, what is left, and what comes next. */
import type { Case, CaseId } from '../../src/features/meetings/case.ts';
import type { Conclusion } from '../../src/features/meetings/case-conclusion.ts';
import { type Meeting, meetingCan, stateOfMeeting } from '../../src/features/meetings/meeting.ts';
import type { GroupPresence } from '../../src/features/meetings/representation.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Button, Card, List, Part } from '../card.ts';
import { longList } from '../long-list.ts';
import { shortened } from '../shortened.ts';
import { agendaButton, buttonRow } from './agenda-card.ts';
import { caseLabel, meetingWords, numberedTitle } from './agenda-words.ts';

export type LeadShown = {
  readonly meeting: Meeting;
  readonly cases: readonly Case[];
  readonly conclusions: ReadonlyMap<CaseId, Conclusion>;
  /** Seats with somebody in them; none before anybody has recorded it. */
  readonly present?: number | undefined;
  readonly seats: number;
  readonly groups: readonly GroupPresence[];
  readonly hasMinutes: boolean;
  /** The minutes: nothing of them is corrected any more. */
  readonly isApproved?: boolean;
};

/** @param first what has just been done */
export function leadCard(shown: LeadShown, speech: Speech, first: readonly Part[] = []): Card {
  const { meeting, cases, conclusions } = shown;
  const isOver = stateOfMeeting(meeting) === 'ended';
  const left = cases.filter(({ id }) => !conclusions.has(id));
  const settledOn = cases.filter(({ id }) => conclusions.has(id));
  return {
    language: speech.language,
    title: isOver ? speech.say.agenda.lead.over(meeting.number) : speech.say.agenda.lead.title(meeting.number),
    parts: [
      ...first,
      { kind: 'text', text: meetingWords(meeting, speech), weight: 'strong' },
      { kind: 'text', text: standingText(shown, speech) },
      // Whose voices may lack is for those to know who can still do something about it.
      ...(isOver ? [] : groupParts(shown.groups, speech)),
      ...nextParts(shown, left, speech),
      ...caseParts(speech.say.agenda.lead.left, left, shown, speech),
      ...caseParts(speech.say.agenda.lead.concluded, settledOn, shown, speech),
      ...buttonRow(otherButtons(shown, left, settledOn, speech)),
    ],
  };
}

/** What was just concluded, each follow-up read back: a wrong person or day is seen before it is forgotten. */
export function concludedParts(
  said: string,
  { followUps }: Pick<Conclusion, 'followUps'>,
  speech: Speech,
): readonly Part[] {
  const { say, weekday } = speech;
  const texts = say.agenda.followUps;
  const items = followUps.map(({ who, what, dueOn }) => ({
    label: shortened(`${who}: ${what}`, followUpLength),
    value: dueOn ? texts.due(weekday(dueOn)) : texts.noDue,
  }));
  return [
    { kind: 'note', sign: 'done', text: said },
    ...(items.length > 0 ? [{ kind: 'text', text: say.agenda.document.followUps, weight: 'strong' } as const] : []),
    ...longList(items, speech, listRoom),
  ];
}

const followUpLength = 280;

function standingText({ meeting, present, seats }: LeadShown, { say }: Speech): string {
  const texts = say.agenda.lead;
  switch (stateOfMeeting(meeting)) {
    case 'proposed':
    case 'settled':
    case 'cancelled':
      return texts.notStarted;
    case 'underWay':
      return present === undefined
        ? `${texts.started} ${texts.noPresence}`
        : `${texts.started} ${texts.present(present, seats)}`;
    case 'ended':
      return `${texts.ended} ${present === undefined ? texts.noPresence : `${texts.met(present, seats)}.`}`;
  }
}

/** Names the groups whose voice lacks, before the meeting and in it. */
export function groupParts(groups: readonly GroupPresence[], { say, list }: Speech): readonly Part[] {
  const named = (strength: GroupPresence['strength']) =>
    groups.filter(each => each.strength === strength).map(({ group }) => say.seatGroups[group]);
  const [missing, weak] = [named('missing'), named('weak')];
  const texts = say.meeting;
  return [
    ...(missing.length > 0 ? [{ kind: 'note', sign: 'warning', text: texts.missing(list(missing)) } as const] : []),
    ...(weak.length > 0 ? [{ kind: 'note', sign: 'information', text: texts.weak(list(weak)) } as const] : []),
    ...(groups.length > 0 && missing.length + weak.length === 0
      ? [{ kind: 'text', text: say.agenda.lead.allHeard, weight: 'subtle' } as const]
      : []),
  ];
}

/** The one thing to do now, first and by itself. */
function nextParts(shown: LeadShown, left: readonly Case[], { say }: Speech): readonly Part[] {
  const { meeting, present, cases, hasMinutes } = shown;
  const texts = say.agenda.buttons;
  const about = { meeting: meeting.id };
  const primary = (button: Omit<Button, 'weight'>): readonly Part[] => buttonRow([{ ...button, weight: 'primary' }]);
  if (meetingCan(meeting, 'start')) {
    return primary({ label: texts.start, intent: { type: 'meeting.start-form', ...about }, opensForm: true });
  }
  if (hasMinutes) return primary({ label: texts.minutes, intent: { type: 'minutes.show', ...about } });
  if (!meetingCan(meeting, 'concludeCase')) return [];
  if (present === undefined) return primary(presenceButton(meeting, texts.presence));
  const [next] = left;
  if (next) return primary(concludeButton(meeting, next, texts.conclude(caseLabel(next, cases.indexOf(next) + 1))));
  return primary({ label: texts.end, intent: { type: 'meeting.end-form', ...about }, opensForm: true });
}

export function presenceButton({ id }: Meeting, label: string, from = 0): Button {
  return { label, intent: { type: 'presence.form', meeting: id, from }, opensForm: true };
}

function concludeButton({ id }: Meeting, each: Case, label: string): Button {
  return { label, intent: { type: 'case.conclude-form', meeting: id, case: each.id }, opensForm: true };
}

const listRoom = 5_000;

function caseParts(heading: string, cases: readonly Case[], shown: LeadShown, speech: Speech): readonly Part[] {
  const { say } = speech;
  if (cases.length === 0) return [];
  const items = cases.map((each): List['items'][number] => {
    const conclusion = shown.conclusions.get(each.id);
    return {
      label: numberedTitle(each, shown.cases.indexOf(each) + 1, speech),
      value: conclusion ? say.agenda.methods[conclusion.method] : say.agenda.caseTypes[each.caseType],
    };
  });
  return [{ kind: 'text', text: heading, weight: 'strong' }, ...longList(items, speech, listRoom)];
}

/** As many as stand readably under each other; the others are named in words. */
const mostCaseButtons = 8;

/** Cases out of their turn, corrections, latecomers, and the end. */
function otherButtons(
  { meeting, cases, present, hasMinutes, isApproved }: LeadShown,
  left: readonly Case[],
  settledOn: readonly Case[],
  speech: Speech,
): readonly Button[] {
  const texts = speech.say.agenda.buttons;
  if (!meetingCan(meeting, 'concludeCase')) {
    const mayRecord = hasMinutes && !isApproved;
    return [agendaButton(meeting, speech), ...(mayRecord ? [presenceButton(meeting, texts.presence)] : [])];
  }
  const label = (each: Case) => caseLabel(each, cases.indexOf(each) + 1);
  const end: Button = { label: texts.end, intent: { type: 'meeting.end-form', meeting: meeting.id }, opensForm: true };
  return [
    ...left
      .slice(present === undefined ? 0 : 1)
      .map(each => concludeButton(meeting, each, texts.conclude(label(each)))),
    ...settledOn.map(each => concludeButton(meeting, each, texts.concludeAgain(label(each)))),
  ]
    .slice(0, mostCaseButtons)
    .concat([
      ...(present === undefined ? [] : [presenceButton(meeting, texts.presence)]),
      ...(left.length > 0 || present === undefined ? [end] : []),
    ]);
}
