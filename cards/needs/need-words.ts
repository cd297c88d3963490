/** Needs in words: the same on forms, in whispers and in lists. */
import type { Invited } from '../../src/features/needs/invited.ts';
import type { Need } from '../../src/features/needs/need.ts';
import type { NeedContent, NeedField } from '../../src/features/needs/need-fields.ts';
import { totalAsked, type YearAmount } from '../../src/features/needs/need-money.ts';
import { vocabularyOf } from '../../src/features/needs/need-terms.ts';
import type { Round } from '../../src/features/needs/round.ts';
import { ownIn } from '../../src/features/networks/own-terms.ts';
import { schemeOf } from '../../src/reference/grant-schemes.ts';
import { type TermNames, type VocabularyName, vocabulary } from '../../src/reference/vocabulary.ts';
import { sentenceCase } from '../../src/texts/sentence-case.ts';
import type { Speech } from '../../src/texts/speak.ts';
import { shortened } from '../shortened.ts';

/** A list in the field's own words has no Sámi names yet. */
export function nameIn(names: TermNames, { language }: Pick<Speech, 'language'>): string {
  return names[language === 'se' ? 'nb' : language];
}

/** What is chosen from a list by name, in the network's own words where it has them; what is offered no more among it. */
export function termNames(
  list: VocabularyName,
  speech: Pick<Speech, 'language' | 'terms'>,
): ReadonlyMap<string, string> {
  const { renamed, added } = ownIn(speech.terms, list);
  return new Map([
    ...vocabulary[list].map(({ code, names }) => [code, renamed[code] ?? nameIn(names, speech)] as const),
    ...added.map(({ code, name }) => [code, name] as const),
  ]);
}

function listOf(field: NeedField): VocabularyName | undefined {
  const lists: Partial<Record<NeedField, VocabularyName>> = vocabularyOf;
  return lists[field];
}

/**
 * What may be chosen in a field, by code; nothing for what is written.
 * @param chosen what is chosen already, which may be offered no more
 */
export function choicesFor(
  field: NeedField,
  speech: Speech,
  chosen: readonly string[] = [],
): ReadonlyMap<string, string> {
  const list = listOf(field);
  if (list) {
    const hidden = ownIn(speech.terms, list).added.filter(({ code, isHidden }) => isHidden && !chosen.includes(code));
    return new Map([...termNames(list, speech)].filter(([code]) => hidden.every(each => each.code !== code)));
  }
  const own: Partial<Record<NeedField, Readonly<Record<string, string>>>> = speech.say.need.choices;
  return new Map(Object.entries(own[field] ?? {}));
}

export function codeNames(field: NeedField, codes: readonly string[], speech: Speech): readonly string[] {
  const names = choicesFor(field, speech, codes);
  return codes.map(code => names.get(code) ?? code);
}

/** `2027-08` as «august 2027». */
export function monthText(month: string, { say, month: name }: Speech): string {
  return say.need.month(name(Number(month.slice(5))), month.slice(0, 4));
}

/** «august 2027 – juni 2029»; nothing while one of them is unknown. */
export function periodText({ from, to }: Pick<NeedContent, 'from' | 'to'>, speech: Speech): string | undefined {
  return from && to ? `${monthText(from, speech)} – ${monthText(to, speech)}` : undefined;
}

/** Thousands apart, by a space that no line is broken at. */
export function thousands(amount: number): string {
  return String(amount).replace(/\B(?=(?:\d{3})+$)/g, '\u00a0');
}

/** As it is typed, and read again: «2027: 200 000 ; 150 000 ; 0». */
export function amountLine({ year, owner, partner, coordination }: YearAmount): string {
  return `${year}: ${[owner, partner, coordination].map(thousands).join(' ; ')}`;
}

type Wording = (content: NeedContent, speech: Speech) => string | undefined;

/** Those that are more than words and names. */
const wordings: Partial<Record<NeedField, Wording>> = {
  from: ({ from }, speech) => from && monthText(from, speech),
  to: ({ to }, speech) => to && monthText(to, speech),
  amounts: ({ amounts = [] }) => amounts.map(amountLine).join('\n'),
  coFunding: ({ coFunding = 0 }, { say }) => say.need.kroner(thousands(coFunding)),
  anchoredOn: ({ anchoredOn }, { day }) => anchoredOn && day(anchoredOn),
  wantsStatped: ({ wantsStatped }, { say }) => say.need.choices.wantsStatped[wantsStatped ? 'yes' : 'no'],
  participantCount: ({ participantCount = 0 }) => thousands(participantCount),
};

/** What a field holds, in words; nothing where it is empty. */
export function fieldWords(field: NeedField, content: NeedContent, speech: Speech): string | undefined {
  const value = content[field];
  if (value === undefined) return undefined;
  const wording = wordings[field];
  const words = wording ? wording(content, speech) : speech.list(codeNames(field, [value].flat().map(String), speech));
  return words === '' ? undefined : words;
}

export function askedText(content: NeedContent, { say }: Speech): string | undefined {
  return content.amounts ? say.need.kroner(thousands(totalAsked(content))) : undefined;
}

/** The reference once it has one; until then the day it was begun. */
export function needName({ reference, startedAt }: Need, { say, when }: Speech): string {
  return reference ?? say.need.draftOf(when(startedAt));
}

const titleLength = 150;

export function titleOfNeed({ content }: Pick<Need, 'content'>, { say }: Speech): string {
  return shortened(content.title ?? say.need.start.untitled, titleLength);
}

const partyLength = 120;

export function partyWords({ name }: Pick<Invited, 'name'>): string {
  return shortened(name, partyLength);
}

/** «Kollektiv kompetanseutvikling 2027». */
export function roundWords({ scheme: code, year }: Pick<Round, 'scheme' | 'year'>, speech: Speech): string {
  const scheme = schemeOf(code);
  return sentenceCase(`${scheme ? nameIn(scheme.names, speech) : code} ${year}`);
}
