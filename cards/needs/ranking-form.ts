import type { NeedSet } from '../../src/features/needs/need-set.ts';
import { mostToRank } from '../../src/features/needs/ranking.ts';
import { type Poll, rankPlaces } from '../../src/features/polls/poll.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Form, Part } from '../card.ts';
import { type Filled, unfilled } from '../filled.ts';
import { choicesOf, formFields } from '../form-fields.ts';
import { longList } from '../long-list.ts';
import { entryText, rankingQuestion } from './ranking-words.ts';

export type RankingFormShown = {
  readonly set: NeedSet;
  /** The poll whose ranking counts now. */
  readonly instead?: Poll | undefined;
  readonly suggestedDay: string;
};

/** What the list of a form may weigh, beside its fields. */
const listBytes = 8000;

/** What will be asked and of whom, before it is. */
export function rankingForm(
  { set, instead, suggestedDay }: RankingFormShown,
  speech: Speech,
  filled: Filled = unfilled,
): Form {
  const field = formFields(speech, filled);
  const { forms, ranking } = speech.say;
  const { form: texts } = ranking;
  const { entries, round } = set;
  const n = Math.min(entries.length, mostToRank);
  const isTooMany = entries.length > mostToRank;
  const warnings = [
    ...(isTooMany ? [texts.tooMany(entries.length, mostToRank)] : []),
    ...(instead ? [texts.instead(instead.number)] : []),
  ];
  return {
    language: speech.language,
    title: texts.title,
    submit: texts.submit,
    cancel: forms.cancel,
    intent: { type: 'ranking.open', round: round.id, ...(instead && { instead: instead.id }) },
    intro: [
      { kind: 'text', text: rankingQuestion(set, speech), weight: 'strong' },
      { kind: 'text', text: texts.seen(n, Math.min(n, rankPlaces.length)) },
      ...warnings.map((text): Part => ({ kind: 'note', sign: 'warning', text })),
      ...longList(
        entries.map(entry => ({ label: entryText(entry, speech) })),
        speech,
        listBytes,
      ),
    ],
    fields: [
      field.longText('entries', { label: texts.entries, hint: texts.entriesHint, max: 2000, isOptional: !isTooMany }),
      field.date('closesOn', { label: texts.closesOn, value: suggestedDay }),
      field.time('closesTime', { label: texts.closesTime, hint: forms.poll.closesHint, isOptional: true }),
      field.choice('secrecy', {
        label: forms.poll.secrecy,
        choices: choicesOf(forms.poll.secrecies),
        value: 'open',
      }),
      field.choice('reveal', { label: forms.poll.reveal, choices: choicesOf(forms.poll.reveals), value: 'whenClosed' }),
    ],
  };
}
