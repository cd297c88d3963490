import type { Case } from '../../src/features/meetings/case.ts';
import { mostCharacters } from '../../src/features/meetings/case.ts';
import { linksText } from '../../src/features/meetings/case-links.ts';
import type { Meeting } from '../../src/features/meetings/meeting.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Form } from '../card.ts';
import { type Filled, unfilled } from '../filled.ts';
import { choicesOf, formFields } from '../form-fields.ts';
import { meetingWords, titleOf } from './agenda-words.ts';

/** A case to suggest, or one to change. @param before the case as it stands, when it is to be changed */
export function caseForm(meeting: Meeting, speech: Speech, filled: Filled = unfilled, before?: Case): Form {
  const { agenda, forms } = speech.say;
  const texts = agenda.caseForm;
  const field = formFields(speech, filled);
  return {
    language: speech.language,
    title: before ? texts.editTitle : texts.newTitle,
    submit: texts.submit,
    cancel: forms.cancel,
    intent: before
      ? { type: 'case.edit', meeting: meeting.id, case: before.id, seen: before.revision }
      : { type: 'case.suggest', meeting: meeting.id },
    intro: [{ kind: 'text', text: meetingWords(meeting, speech), weight: 'subtle' }],
    fields: [
      field.text('title', {
        label: texts.title,
        hint: texts.titleHint,
        max: mostCharacters.title,
        value: before && titleOf(before, speech),
      }),
      field.choice('caseType', {
        label: texts.type,
        choices: choicesOf(agenda.caseTypes),
        value: before?.caseType ?? 'discussion',
      }),
      field.text('minutes', {
        label: texts.minutes,
        hint: texts.minutesHint,
        max: 3,
        isOptional: true,
        value: before?.minutes === undefined ? undefined : String(before.minutes),
      }),
      field.text('owner', {
        label: texts.owner,
        hint: texts.ownerHint,
        max: mostCharacters.owner,
        isOptional: true,
        value: before?.owner,
      }),
      field.longText('proposal', {
        label: texts.proposal,
        hint: texts.proposalHint(mostCharacters.proposal),
        max: mostCharacters.proposal,
        isOptional: true,
        value: before?.proposal,
      }),
      field.longText('links', {
        label: texts.links,
        hint: texts.linksHint,
        max: mostCharacters.links,
        isOptional: true,
        value: before && linksText(before.links),
      }),
      field.choice('access', {
        label: texts.access,
        choices: choicesOf(texts.accesses),
        value: before?.access.level ?? 'public',
      }),
      field.text('basis', {
        label: texts.basis,
        hint: texts.basisHint,
        max: mostCharacters.basis,
        isOptional: true,
        value: before?.access.level === 'exempt' ? before.access.basis : undefined,
      }),
    ],
  };
}
