import { mostOptions, type Poll, pollKinds } from '../src/features/polls/poll.ts';
import type { Speech } from '../src/texts/speak.ts';
import type { Field, Form } from './card.ts';
import { type Filled, textValue, unfilled } from './filled.ts';
import { optionText, questionText } from './poll-words.ts';

/** @param suggestedDay ISO date the deadline field starts at */
export function newPollForm(speech: Speech, suggestedDay: string, filled: Filled = unfilled): Form {
  const { forms } = speech.say;
  const texts = forms.poll;
  const common = (name: string) => ({
    name,
    isRequired: true,
    whenMissing: forms.whenMissing,
    error: filled.errors[name],
  });
  const choice = (name: string, label: string, labels: Readonly<Record<string, string>>, otherwise: string): Field => ({
    ...common(name),
    kind: 'choice',
    label,
    choices: Object.entries(labels).map(([value, text]) => ({ value, label: text })),
    value: textValue(filled, name, otherwise),
  });
  return {
    language: speech.language,
    title: texts.title,
    submit: texts.submit,
    cancel: forms.cancel,
    intent: { type: 'poll.open' },
    fields: [
      { ...common('question'), kind: 'text', label: texts.question, max: 200, value: textValue(filled, 'question') },
      {
        ...common('options'),
        kind: 'long-text',
        label: texts.options,
        hint: texts.optionsHint,
        max: mostOptions * 61,
        value: textValue(filled, 'options', texts.optionsValue),
      },
      choice('kind', texts.kind, texts.kinds, pollKinds[0]),
      choice('choice', texts.choice, texts.choices, 'one'),
      choice('secrecy', texts.secrecy, texts.secrecies, 'open'),
      choice('reveal', texts.reveal, texts.reveals, 'always'),
      {
        ...common('closesOn'),
        kind: 'date',
        label: texts.closesOn,
        value: textValue(filled, 'closesOn', suggestedDay),
      },
      {
        ...common('closesTime'),
        isRequired: false,
        kind: 'time',
        label: texts.closesTime,
        hint: texts.closesHint,
        value: textValue(filled, 'closesTime'),
      },
    ],
  };
}

/** Closing cannot be undone, so it is asked for twice. */
export function closeForm(poll: Poll, speech: Speech): Form {
  const { forms } = speech.say;
  return {
    language: speech.language,
    title: forms.close.title,
    submit: forms.close.submit,
    cancel: forms.cancel,
    intent: { type: 'poll.close', poll: poll.id },
    intro: [
      { kind: 'text', text: questionText(poll), weight: 'strong' },
      { kind: 'note', sign: 'warning', text: forms.close.warning },
    ],
    fields: [],
  };
}

export function extendForm(poll: Poll, speech: Speech, suggestedDay: string, filled: Filled = unfilled): Form {
  const { forms, poll: pollTexts } = speech.say;
  const common = { whenMissing: forms.whenMissing };
  return {
    language: speech.language,
    title: forms.extend.title,
    submit: forms.extend.submit,
    cancel: forms.cancel,
    intent: { type: 'poll.extend', poll: poll.id },
    intro: [
      { kind: 'text', text: questionText(poll), weight: 'strong' },
      { kind: 'text', text: pollTexts.closes(speech.when(poll.closesAt)) },
    ],
    fields: [
      {
        ...common,
        kind: 'date',
        name: 'closesOn',
        label: forms.extend.closesOn,
        isRequired: true,
        error: filled.errors['closesOn'],
        value: textValue(filled, 'closesOn', suggestedDay),
      },
      {
        ...common,
        kind: 'time',
        name: 'closesTime',
        label: forms.extend.closesTime,
        hint: forms.poll.closesHint,
        isRequired: false,
        error: filled.errors['closesTime'],
        value: textValue(filled, 'closesTime'),
      },
    ],
  };
}

/** @param given the elector's present answer, by option id */
export function answerForm(
  poll: Poll,
  given: readonly string[],
  seat: string | undefined,
  speech: Speech,
  filled: Filled = unfilled,
): Form {
  const { forms, poll: texts } = speech.say;
  const choices = poll.options.map(option => ({ value: option.id, label: optionText(option) }));
  const common = {
    name: 'options',
    isRequired: true,
    whenMissing: forms.whenMissing,
    error: filled.errors['options'],
    choices,
  };
  const field: Field =
    poll.choice === 'several'
      ? { ...common, kind: 'choices', label: forms.answer.several, value: given }
      : { ...common, kind: 'choice', label: forms.answer.one, value: given[0] };
  return {
    language: speech.language,
    title: forms.answer.title,
    submit: forms.answer.submit,
    cancel: forms.cancel,
    intent: { type: 'poll.cast', poll: poll.id, ...(seat && { seat }) },
    intro: [
      { kind: 'text', text: questionText(poll), weight: 'strong' },
      poll.secrecy === 'secret'
        ? { kind: 'note', sign: 'information', text: texts.secret }
        : { kind: 'text', text: texts.canChange, weight: 'subtle' },
    ],
    fields: [field],
  };
}
