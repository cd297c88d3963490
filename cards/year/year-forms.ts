import { type Milestone, mostNote, mostTitle } from '../../src/features/year/milestone.ts';
import type { Proposal, ProposalSource } from '../../src/features/year/proposed-milestones.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Choice, Form, Part } from '../card.ts';
import { type Filled, unfilled } from '../filled.ts';
import { formFields } from '../form-fields.ts';
import { cardLimits } from '../limits.ts';
import { shortened } from '../shortened.ts';
import { dayAndWeek } from './year-words.ts';

/** @property milestone to change it; without one a new one. @property leadDays days before it, until others are written */
export type MilestoneFormShown = { readonly milestone?: Milestone; readonly leadDays: readonly number[] };

export function milestoneForm(
  { milestone, leadDays }: MilestoneFormShown,
  speech: Speech,
  filled: Filled = unfilled,
): Form {
  const field = formFields(speech, filled);
  const { forms, year } = speech.say;
  const texts = year.forms.milestone;
  return {
    language: speech.language,
    title: milestone ? texts.changeTitle : texts.title,
    submit: milestone ? texts.change : texts.submit,
    cancel: forms.cancel,
    intent: milestone ? { type: 'milestone.change', milestone: milestone.id } : { type: 'milestone.add' },
    fields: [
      field.text('title', {
        label: texts.name,
        hint: texts.nameHint,
        max: mostTitle,
        value: milestone?.title,
      }),
      field.date('on', { label: texts.on, value: milestone?.on }),
      field.text('leadDays', {
        label: texts.leadDays,
        hint: texts.leadDaysHint,
        max: 80,
        value: leadDaysText(leadDays),
      }),
      field.longText('note', {
        label: texts.note,
        max: mostNote,
        value: milestone?.note,
        isOptional: true,
      }),
    ],
  };
}

/** «30, 7», as it is read again; none is 0. */
export function leadDaysText(leadDays: readonly number[]): string {
  return leadDays.length > 0 ? leadDays.join(', ') : '0';
}

/** Removing it is asked for twice. */
export function removeMilestoneForm({ id, title, on }: Milestone, speech: Speech): Form {
  const { forms, year } = speech.say;
  const texts = year.forms.remove;
  return {
    language: speech.language,
    title: texts.title,
    submit: texts.submit,
    cancel: forms.cancel,
    intent: { type: 'milestone.remove', milestone: id },
    intro: [
      { kind: 'text', text: title, weight: 'strong' },
      { kind: 'text', text: dayAndWeek(on, speech) },
      { kind: 'note', sign: 'warning', text: texts.warning },
    ],
    fields: [],
  };
}

export type ProposalsShown = {
  readonly year: number;
  readonly source: ProposalSource;
  readonly proposals: readonly Proposal[];
};

/** Everything that is proposed is chosen until someone unchooses it. */
export function proposalsForm(
  { year, source, proposals }: ProposalsShown,
  speech: Speech,
  filled: Filled = unfilled,
): Form {
  const { forms, year: texts } = speech.say;
  const isMoved = proposals.some(({ content, planned }) => content.on !== planned);
  const intro: readonly Part[] = [
    { kind: 'text', text: source === 'standard' ? texts.proposed.standard : texts.proposed.copy(year) },
    ...(isMoved ? [{ kind: 'text', text: texts.proposed.movedText, weight: 'subtle' } as const] : []),
  ];
  return {
    language: speech.language,
    title: texts.forms.propose.title(year),
    submit: texts.forms.propose.submit,
    cancel: forms.cancel,
    intent: { type: 'year.accept', year, source },
    intro,
    fields: [
      formFields(speech, filled).choices('which', {
        label: texts.forms.propose.which,
        choices: proposals.map(proposal => choiceOf(proposal, speech)),
        value: proposals.map(({ key }) => key),
      }),
    ],
  };
}

function choiceOf({ key, content, planned }: Proposal, { say: { year }, days }: Speech): Choice {
  const on = days(content.on, content.on);
  const label =
    content.on === planned
      ? year.proposed.one(on, content.title)
      : year.proposed.moved(on, days(planned, planned), content.title);
  return { value: key, label: shortened(label, cardLimits.choiceLabel) };
}
