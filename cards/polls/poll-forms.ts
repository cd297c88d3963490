import { mostOptions, type Poll, placesIn, pollKinds } from '../../src/features/polls/poll.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Choice, Field, Form } from '../card.ts';
import { type Filled, unfilled } from '../filled.ts';
import { choicesOf, formFields } from '../form-fields.ts';
import { optionText, questionText } from './poll-words.ts';

/** @param suggestedDay ISO date the deadline field starts at */
export function newPollForm(speech: Speech, suggestedDay: string, filled: Filled = unfilled): Form {
  const field = formFields(speech, filled);
  const { forms } = speech.say;
  const texts = forms.poll;
  return {
    language: speech.language,
    title: texts.title,
    submit: texts.submit,
    cancel: forms.cancel,
    intent: { type: 'poll.open' },
    fields: [
      field.text('question', { label: texts.question, max: 200 }),
      field.longText('options', {
        label: texts.options,
        hint: texts.optionsHint,
        max: mostOptions.ranked * 61,
        value: texts.optionsValue,
      }),
      field.choice('kind', { label: texts.kind, choices: choicesOf(texts.kinds), value: pollKinds[0] }),
      field.choice('choice', { label: texts.choice, choices: choicesOf(texts.choices), value: 'one' }),
      field.choice('secrecy', { label: texts.secrecy, choices: choicesOf(texts.secrecies), value: 'open' }),
      field.choice('reveal', { label: texts.reveal, choices: choicesOf(texts.reveals), value: 'always' }),
      field.date('closesOn', {
        label: texts.closesOn,
        value: suggestedDay,
      }),
      field.time('closesTime', {
        label: texts.closesTime,
        hint: texts.closesHint,
        isOptional: true,
      }),
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
  const field = formFields(speech, filled);
  const { forms, poll: pollTexts } = speech.say;
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
      field.date('closesOn', { label: forms.extend.closesOn, value: suggestedDay }),
      field.time('closesTime', { label: forms.extend.closesTime, hint: forms.poll.closesHint, isOptional: true }),
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
  const choices = choicesIn(poll);
  const field = formFields(speech, filled);
  const asked: Readonly<Record<Poll['choice'], () => readonly Field[]>> = {
    one: () => [field.choice('options', { label: forms.answer.one, choices, value: given[0] })],
    several: () => [field.choices('options', { label: forms.answer.several, choices, value: given })],
    ranked: () => rankFields(poll, given, speech, filled),
  };
  return {
    language: speech.language,
    title: forms.answer.title,
    submit: forms.answer.submit,
    cancel: forms.cancel,
    intent: { type: poll.choice === 'ranked' ? 'poll.rank' : 'poll.cast', poll: poll.id, ...(seat && { seat }) },
    intro: [
      { kind: 'text', text: questionText(poll), weight: 'strong' },
      poll.secrecy === 'secret'
        ? { kind: 'note', sign: 'information', text: texts.secret }
        : { kind: 'text', text: texts.canChange, weight: 'subtle' },
    ],
    fields: asked[poll.choice](),
  };
}

function choicesIn({ options }: Poll): readonly Choice[] {
  return options.map(option => ({ value: option.id, label: optionText(option) }));
}

/** A list for each place; what was once chosen at a later one can be taken back. */
function rankFields(poll: Poll, given: readonly string[], speech: Speech, filled: Filled) {
  const { ranked } = speech.say;
  const choices = choicesIn(poll);
  const none = { value: 'none', label: ranked.none };
  return placesIn(poll).map((place, at) =>
    formFields(speech, filled).choice(place, {
      label: ranked.place(at + 1),
      choices: at === 0 ? choices : [none, ...choices],
      value: given[at] ?? (at === 0 ? undefined : none.value),
      isOptional: at > 0,
      isList: true,
    }),
  );
}
