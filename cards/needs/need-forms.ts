import { neededFields } from '../../src/features/needs/completeness.ts';
import type { Invited } from '../../src/features/needs/invited.ts';
import type { Need, NeedId } from '../../src/features/needs/need.ts';
import {
  fieldsOfInput,
  fieldsOnPage,
  mostMonths,
  type NeedContent,
  type NeedField,
} from '../../src/features/needs/need-fields.ts';
import type { TellingField } from '../../src/features/needs/need-telling.ts';
import type { Round } from '../../src/features/needs/round.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import type { Choice, Field, Form, Part } from '../card.ts';
import { type Filled, textValue, unfilled } from '../filled.ts';
import { formFields } from '../form-fields.ts';
import { cardLimits } from '../limits.ts';
import { shortened } from '../shortened.ts';
import { amountLine, choicesFor, fieldWords, monthText, partyWords, roundWords, thousands } from './need-words.ts';

/** The pages that are filled in; an innspill has one. */
export type FilledPage = 'who' | 'what' | 'how';

export type NeedFormShown = {
  readonly round: Pick<Round, 'id' | 'form' | 'scheme' | 'year'>;
  readonly party: Pick<Invited, 'key' | 'name'>;
  readonly need: NeedId;
  readonly page: FilledPage;
  /** Of the page as it is shown. */
  readonly revision: number;
  readonly content: NeedContent;
  /** Someone else saved the page while this was being filled in. */
  readonly meanwhile?: { readonly by: string; readonly at: Instant; readonly content: NeedContent } | undefined;
  /** Why it was sent back, to whoever mends it. */
  readonly returned?: Need['returned'];
  /** Texts that may tell of one child, asked about once. */
  readonly telling?: readonly TellingField[] | undefined;
};

const intents = { who: 'need.who', what: 'need.what', how: 'need.how' } as const;
const pages: readonly FilledPage[] = ['who', 'what', 'how'];

/** One page, with what was saved of it, or with what was typed when it is shown again. */
export function needPageForm(shown: NeedFormShown, speech: Speech, filled: Filled = unfilled): Form {
  const { round, party, need, page, revision, telling, returned } = shown;
  const { form: texts } = speech.say.need;
  const isInput = round.form === 'input';
  const fields: readonly NeedField[] = isInput ? fieldsOfInput : fieldsOnPage[page];
  const next = page === 'how' ? texts.check : texts.next;
  return {
    language: speech.language,
    title: isInput ? texts.input : texts.page(String(pages.indexOf(page) + 1)),
    submit: isInput ? texts.give : next,
    cancel: speech.say.forms.cancel,
    intent: {
      type: isInput ? 'need.give' : intents[page],
      round: round.id,
      party: party.key,
      need,
      revision,
      sure: telling ? 'yes' : 'no',
    },
    intro: [
      ...(isInput ? [] : pageParts(page, speech)),
      { kind: 'text', text: `${partyWords(party)} – ${roundWords(round, speech)}`, weight: 'subtle' },
      ...(returned ? returnedParts(returned, speech) : []),
      ...meanwhileParts(shown, fields, speech),
      ...(telling ?? []).map(
        ({ field, why }): Part => ({
          kind: 'note',
          sign: 'warning',
          text: speech.say.need.telling[why](speech.say.need.labels[field]),
        }),
      ),
    ],
    fields: fields.map(field => fieldOf(field, shown, speech, filled, !isInput)),
  };
}

function pageParts(page: FilledPage, { say }: Speech): readonly Part[] {
  const { form: texts, pages: names } = say.need;
  const number = pages.indexOf(page) + 1;
  return [
    { kind: 'text', text: texts.pageOf(String(number), names[page]), weight: 'strong' },
    ...(number > 1 ? [{ kind: 'text', text: texts.saved } as const] : []),
    { kind: 'text', text: texts.star, weight: 'subtle' },
  ];
}

function returnedParts({ reason, dueAt }: NonNullable<Need['returned']>, speech: Speech): readonly Part[] {
  const { card } = speech.say.need;
  return [
    { kind: 'note', sign: 'warning', text: card.returned(speech.when(dueAt), '') },
    { kind: 'text', text: card.reason(reason) },
  ];
}

function meanwhileParts(
  { meanwhile, content }: NeedFormShown,
  fields: readonly NeedField[],
  speech: Speech,
): readonly Part[] {
  if (!meanwhile) return [];
  const { need } = speech.say;
  const theirs = fields.filter(field => JSON.stringify(meanwhile.content[field]) !== JSON.stringify(content[field]));
  const facts = theirs.map(field => ({
    label: shortened(need.labels[field], cardLimits.factLabel),
    value: shortened(fieldWords(field, meanwhile.content, speech) ?? need.emptied, theirsLength),
  }));
  const parts: readonly Part[] = [
    { kind: 'note', sign: 'warning', text: need.meanwhile(shortened(meanwhile.by, 80), speech.when(meanwhile.at)) },
  ];
  return facts.length === 0
    ? parts
    : [...parts, { kind: 'text', text: need.meanwhileTheirs, weight: 'strong' }, { kind: 'facts', facts }];
}

/** Of what someone else wrote, enough to know it again; with all of a page it stays inside both chats. */
const theirsLength = 300;

type Shape =
  | { readonly kind: 'text' | 'long-text'; readonly max: number }
  | { readonly kind: 'choice' | 'choices' | 'month' | 'date' };

const short: Shape = { kind: 'text', max: 120 };
const long = (max: number): Shape => ({ kind: 'long-text', max });

const shapes: Readonly<Record<NeedField, Shape>> = {
  kind: { kind: 'choice' },
  ownerType: { kind: 'choice' },
  participants: long(3000),
  sectors: { kind: 'choices' },
  sectorExplanation: long(1000),
  privateOwners: { kind: 'choice' },
  privateOwnersText: long(500),
  title: short,
  themes: { kind: 'choices' },
  description: long(3000),
  analysisBasis: { kind: 'choices' },
  analysisText: long(1000),
  staffInvolvement: long(1000),
  anchoring: { kind: 'choices' },
  anchoredOn: { kind: 'date' },
  targetGroups: { kind: 'choices' },
  participantCount: { kind: 'text', max: 12 },
  levels: { kind: 'choices' },
  goal: long(1500),
  plannedMeasure: long(3000),
  partner: { kind: 'text', max: 200 },
  partnerState: { kind: 'choice' },
  wantsStatped: { kind: 'choice' },
  from: { kind: 'month' },
  to: { kind: 'month' },
  amounts: long(400),
  coFunding: { kind: 'text', max: 40 },
  priority: { kind: 'text', max: 4 },
  samiPerspective: long(800),
  links: long(2600),
  explanation: long(1000),
  contact: short,
  phone: { kind: 'text', max: 30 },
};

/** @param isOptional a draft may lack anything */
function fieldOf(name: NeedField, shown: NeedFormShown, speech: Speech, filled: Filled, isOptional: boolean): Field {
  const make = formFields(speech, filled);
  const shape = shapes[name];
  const hint = speech.say.need.hints[name];
  // What was emptied is not filled in again from what was saved.
  const saved = filled === unfilled ? typedText(name, shown.content) : undefined;
  const { labels, form: texts } = speech.say.need;
  const plain = name === 'themes' ? texts.themes : labels[name];
  // A client marks by itself what it does not let anyone leave out.
  const isMarked = isOptional && neededFields(shown.round.form, shown.content.kind).includes(name);
  const asked = { label: isMarked ? texts.marked(plain) : plain, isOptional, value: saved, hint };
  const chosen = (textValue(filled, name, saved) ?? '').split(/[,\n]/);
  switch (shape.kind) {
    case 'text':
      return make.text(name, { ...asked, max: shape.max });
    case 'long-text':
      return make.longText(name, { ...asked, max: shape.max });
    case 'date':
      return make.date(name, asked);
    case 'month':
      return knownChoice(make.choice(name, { ...asked, choices: monthsFrom(shown.round.year, speech) }));
    case 'choice':
      return knownChoice(make.choice(name, { ...asked, choices: choicesIn(name, speech, chosen) }));
    case 'choices': {
      const choices = choicesIn(name, speech, chosen);
      const value = chosen.filter(code => choices.some(each => each.value === code));
      return make.choices(name, { ...asked, choices, value });
    }
  }
}

/** A chat refuses a form whose choice is none of those offered: a month of another year, a word that is used no more. */
function knownChoice(field: Extract<Field, { kind: 'choice' }>): Field {
  return { ...field, value: field.choices.find(({ value }) => value === field.value)?.value };
}

function choicesIn(field: NeedField, speech: Speech, chosen: readonly string[]): readonly Choice[] {
  return Array.from(choicesFor(field, speech, chosen), ([value, label]) => ({
    value,
    label: shortened(label, cardLimits.choiceLabel),
  }));
}

/** As long a period as there is may begin in any month of the grant year. */
function monthsFrom(year: number, speech: Speech): readonly Choice[] {
  return Array.from({ length: 12 + mostMonths }, (_, at) => {
    const value = `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
    return { value, label: monthText(value, speech) };
  });
}

/** As it is typed: what is read again is the same. */
function typedText(field: NeedField, content: NeedContent): string | undefined {
  if (field === 'amounts') return content.amounts?.map(amountLine).join('\n');
  if (field === 'coFunding') return content.coFunding === undefined ? undefined : thousands(content.coFunding);
  const value = content[field];
  if (value === undefined) return undefined;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return [value].flat().join('\n');
}

/** The need that something is asked about. */
export type NeedAbout = { readonly round: Round['id']; readonly need: NeedId; readonly title: string };

/** To the secretariat: why, and until when. */
export function needReturnForm(about: NeedAbout, day: string, speech: Speech, filled: Filled = unfilled): Form {
  const { form: texts } = speech.say.need;
  const field = formFields(speech, filled);
  return {
    ...framed(about, texts.returnTitle, texts.returnSubmit, speech),
    intent: { type: 'need.return', round: about.round, need: about.need },
    fields: [
      field.longText('reason', { label: texts.returnReason, max: 500 }),
      field.date('on', { label: texts.returnOn, value: day }),
    ],
  };
}

/** It cannot be undone. */
export function needWithdrawForm(about: NeedAbout, speech: Speech, filled: Filled = unfilled): Form {
  const { form: texts } = speech.say.need;
  const frame = framed(about, texts.withdrawTitle, texts.withdrawSubmit, speech);
  return {
    ...frame,
    intent: { type: 'need.withdraw', round: about.round, need: about.need },
    intro: [...frame.intro, { kind: 'note', sign: 'warning', text: texts.withdrawWarning }],
    fields: [formFields(speech, filled).longText('reason', { label: texts.withdrawReason, max: 500 })],
  };
}

/** To the secretariat: what came too late is taken with a reason. */
export function needLateForm(about: NeedAbout, speech: Speech, filled: Filled = unfilled): Form {
  const { form: texts } = speech.say.need;
  const frame = framed(about, texts.lateTitle, texts.lateSubmit, speech);
  return {
    ...frame,
    intent: { type: 'need.late', round: about.round, need: about.need },
    intro: [...frame.intro, { kind: 'note', sign: 'information', text: texts.lateText }],
    fields: [formFields(speech, filled).longText('reason', { label: texts.lateReason, max: 500 })],
  };
}

function framed({ title }: NeedAbout, formTitle: string, submit: string, { language, say }: Speech) {
  const intro: readonly Part[] = [{ kind: 'text', text: title, weight: 'strong' }];
  return { language, title: formTitle, submit, cancel: say.forms.cancel, intro };
}
