/** Words about minutes for one person alone, and the forms they fill in. */
import { mostCharacters } from '../../src/features/meetings/case.ts';
import type { Meeting } from '../../src/features/meetings/meeting.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Button, Card, Field, Form } from '../card.ts';
import { type Filled, unfilled } from '../filled.ts';
import { formFields } from '../form-fields.ts';
import { networkText } from '../networks/network-text.ts';
import { meetingWords } from './agenda-words.ts';

/** The meeting, and its network's name. */
type Told = { readonly meeting: Meeting; readonly network: string };

function showButton({ id }: Meeting, { say }: Speech): Button {
  return { label: say.agenda.buttons.minutes, intent: { type: 'minutes.show', meeting: id } };
}

/** To whoever sent them, when they went to so few that they are on their way. */
export function minutesSentCard({ number }: Meeting, people: number, { language, say }: Speech): Card {
  const { sentTitle, sentText } = say.agenda.minutesCard;
  return { language, title: sentTitle(number), parts: [{ kind: 'note', sign: 'done', text: sentText(people) }] };
}

/** To those who lead. @param days the network's rule */
export function minutesLateCard({ meeting, network }: Told, days: number, speech: Speech): Card {
  const { lateTitle, lateText } = speech.say.agenda.minutesCard;
  return {
    language: speech.language,
    title: lateTitle(meeting.number),
    parts: [
      { kind: 'text', text: meetingWords(meeting, speech), weight: 'strong' },
      networkText(network),
      { kind: 'note', sign: 'warning', text: lateText(days) },
      { kind: 'buttons', buttons: [showButton(meeting, speech)] },
    ],
  };
}

/** To whoever sent them, when the time for comments is over. */
export function commentsOverCard({ meeting, network }: Told, comments: number, speech: Speech): Card {
  const { commentsTitle, commentsText } = speech.say.agenda.minutesCard;
  return {
    language: speech.language,
    title: commentsTitle(meeting.number),
    parts: [
      { kind: 'text', text: meetingWords(meeting, speech), weight: 'strong' },
      networkText(network),
      { kind: 'text', text: commentsText(comments) },
      { kind: 'buttons', buttons: [showButton(meeting, speech)] },
    ],
  };
}

export function commentedCard({ language, say }: Speech): Card {
  const { title, text } = say.agenda.commented;
  return { language, title, parts: [{ kind: 'note', sign: 'done', text }] };
}

export function minutesCommentForm(meeting: Meeting, speech: Speech, filled: Filled = unfilled): Form {
  const { agenda, forms } = speech.say;
  const texts = agenda.commentForm;
  return {
    language: speech.language,
    title: texts.title,
    submit: texts.submit,
    cancel: forms.cancel,
    intent: { type: 'minutes.comment', meeting: meeting.id },
    intro: [{ kind: 'text', text: meetingWords(meeting, speech), weight: 'strong' }],
    fields: [
      formFields(speech, filled).longText('comment', {
        label: texts.comment,
        hint: texts.commentHint(mostCharacters.comment),
        max: mostCharacters.comment,
      }),
    ],
  };
}

/**
 * Approving cannot be undone, so it is asked for twice.
 * @param unheard what speaks against it now: then it takes a reason
 */
export function approveMinutesForm(
  meeting: Meeting,
  unheard: string | undefined,
  speech: Speech,
  filled: Filled = unfilled,
): Form {
  const { agenda, forms } = speech.say;
  const texts = agenda.approveForm;
  return {
    language: speech.language,
    title: texts.title,
    submit: texts.submit,
    cancel: forms.cancel,
    intent: { type: 'minutes.approve', meeting: meeting.id, ...(!unheard && { reason: undefined }) },
    intro: [
      { kind: 'text', text: meetingWords(meeting, speech), weight: 'strong' },
      { kind: 'note', sign: 'warning', text: texts.warning },
      ...(unheard ? [{ kind: 'note', sign: 'warning', text: unheard } as const] : []),
    ],
    fields: unheard ? [reasonField(texts, speech, filled)] : [],
  };
}

function reasonField(
  { reason: label, reasonHint: hint }: Speech['say']['agenda']['approveForm'],
  speech: Speech,
  filled: Filled,
): Field {
  return formFields(speech, filled).text('reason', { label, hint, max: mostCharacters.reason });
}

/** Where a request cannot be answered with a form: why it is asked for, and the way to it. @param text what was refused */
export function minutesUnheardCard({ id }: Meeting, text: string, { language, say }: Speech): Card {
  const button: Button = {
    label: say.buttons.openForm,
    intent: { type: 'minutes.approve-form', meeting: id },
    weight: 'primary',
    opensForm: true,
  };
  return {
    language,
    title: say.agenda.approveForm.title,
    parts: [
      { kind: 'note', sign: 'warning', text },
      { kind: 'buttons', buttons: [button] },
    ],
  };
}
