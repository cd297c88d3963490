import { type Case, mostCharacters } from '../../src/features/meetings/case.ts';
import type { Meeting } from '../../src/features/meetings/meeting.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Form } from '../card.ts';
import { type Filled, unfilled } from '../filled.ts';
import { formFields } from '../form-fields.ts';
import { longList } from '../long-list.ts';
import { meetingWords, numberedTitle, titleOf } from './agenda-words.ts';

/** @param revision of the agenda as it is shown here: an order of another is refused */
export function orderForm(
  meeting: Meeting,
  cases: readonly Case[],
  revision: number,
  speech: Speech,
  filled: Filled = unfilled,
): Form {
  const { agenda, forms } = speech.say;
  const texts = agenda.orderForm;
  const places = cases.map((_, at) => String(at + 1));
  const items = cases.map((each, at) => ({
    label: agenda.numbered(String(at + 1), each.number ? numberedTitle(each, at + 1, speech) : titleOf(each, speech)),
  }));
  return {
    language: speech.language,
    title: texts.title,
    submit: texts.submit,
    cancel: forms.cancel,
    intent: { type: 'agenda.order', meeting: meeting.id, seen: revision },
    intro: [
      { kind: 'text', text: meetingWords(meeting, speech), weight: 'strong' },
      ...longList(items, speech, listRoom),
    ],
    fields: [
      formFields(speech, filled).text('order', {
        label: texts.order,
        hint: texts.orderHint,
        max: mostCharacters.order,
        value: places.join(' '),
      }),
    ],
  };
}

const listRoom = 14_000;

/** Asks why the papers come later than the network's rule. */
export function sendAgendaForm(
  meeting: Meeting,
  { days, rule }: { readonly days: number; readonly rule: number },
  speech: Speech,
  filled: Filled = unfilled,
): Form {
  const { agenda, forms } = speech.say;
  const texts = agenda.sendForm;
  return {
    language: speech.language,
    title: texts.title,
    submit: texts.submit,
    cancel: forms.cancel,
    intent: { type: 'agenda.send', meeting: meeting.id },
    intro: [
      { kind: 'text', text: meetingWords(meeting, speech), weight: 'strong' },
      { kind: 'note', sign: 'warning', text: texts.late(days, rule) },
    ],
    fields: [formFields(speech, filled).text('reason', { label: texts.reason, max: mostCharacters.reason })],
  };
}
