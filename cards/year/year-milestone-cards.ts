/** One milestone: as it stands in the channels, and to those who look after the year. */
import type { Milestone } from '../../src/features/year/milestone.ts';
import type { DayReason } from '../../src/features/year/work-days.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import type { Button, Card, Part } from '../card.ts';
import { dayAndWeek, readingOf, reasonWords } from './year-words.ts';

/** As it is posted; what is shown does not grow old. */
export function milestoneCard(milestone: Milestone, speech: Speech): Card {
  return {
    language: speech.language,
    title: milestone.title,
    parts: [
      ...(milestone.removedAt ? [removedNote(speech)] : []),
      { kind: 'text', text: dayAndWeek(milestone.on, speech), weight: 'strong' },
      ...noteOf(milestone),
    ],
  };
}

export type MilestoneShown = {
  readonly milestone: Milestone;
  /** When the channels are told of it. */
  readonly reminders: readonly Instant[];
  /** Why its day is no ordinary work day, if so. */
  readonly dayOff: readonly DayReason[];
  readonly mayChange: boolean;
};

export function milestoneShownCard(shown: MilestoneShown, speech: Speech): Card {
  const { milestone } = shown;
  return {
    language: speech.language,
    title: speech.say.year.milestone.name(milestone.number),
    parts: [
      { kind: 'text', text: milestone.title, weight: 'strong' },
      { kind: 'text', text: dayAndWeek(milestone.on, speech) },
      ...restOf(shown, speech),
    ],
  };
}

/** What was read of what was typed, to whoever typed it. @param news what became of the milestone */
export function milestoneSavedCard(shown: MilestoneShown, news: 'added' | 'changed', speech: Speech): Card {
  const { milestone } = shown;
  return {
    language: speech.language,
    title: speech.say.year.milestone[news](milestone.number),
    parts: [
      { kind: 'text', text: milestone.title, weight: 'strong' },
      { kind: 'note', sign: 'done', text: readingOf({ kind: 'moment', on: milestone.on }, speech) },
      ...restOf(shown, speech),
    ],
  };
}

export function milestoneRemovedCard({ number, title }: Milestone, { language, say }: Speech): Card {
  const { milestone } = say.year;
  return {
    language,
    title: milestone.removed(number),
    parts: [
      { kind: 'text', text: title, weight: 'strong' },
      { kind: 'text', text: milestone.removedText },
    ],
  };
}

function restOf({ milestone, reminders, dayOff, mayChange }: MilestoneShown, speech: Speech): readonly Part[] {
  const { milestone: texts } = speech.say.year;
  const off = dayOff.map(reason => reasonWords(reason, speech));
  return [
    ...noteOf(milestone),
    ...(off.length > 0 ? [{ kind: 'note', sign: 'information', text: texts.dayOff(speech.list(off)) } as const] : []),
    {
      kind: 'text',
      text: reminders.length > 0 ? texts.reminders(speech.times(reminders)) : texts.noReminders,
      weight: 'subtle',
    },
    ...(mayChange ? [buttonsOf(milestone, speech)] : []),
  ];
}

function buttonsOf({ id }: Milestone, { say }: Speech): Part {
  const { buttons } = say.year;
  const all: readonly Button[] = [
    { label: buttons.change, intent: { type: 'milestone.change-form', milestone: id }, opensForm: true },
    {
      label: buttons.remove,
      intent: { type: 'milestone.remove-form', milestone: id },
      weight: 'danger',
      opensForm: true,
    },
  ];
  return { kind: 'buttons', buttons: all };
}

function noteOf({ note }: Milestone): readonly Part[] {
  return note === undefined ? [] : [{ kind: 'text', text: note }];
}

function removedNote({ say }: Speech): Part {
  return { kind: 'note', sign: 'warning', text: say.year.milestone.isRemoved };
}
