/** What a round is called, and those it asks. */

import { type Round, roundStateOf } from '../../src/features/needs/round.ts';
import { schemeOf } from '../../src/reference/grant-schemes.ts';
import { counties } from '../../src/reference/municipalities.ts';
import { sentenceCase } from '../../src/texts/sentence-case.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import { termNames } from './need-words.ts';

export function schemeName(code: string, { language }: Speech): string {
  const names = schemeOf(code)?.names;
  return names?.[language === 'se' ? 'nb' : language] ?? code;
}

/** «Innspill til kollektiv kompetanseutvikling 2027» */
export function asksFor({ form, scheme, year }: Pick<Round, 'form' | 'scheme' | 'year'>, speech: Speech): string {
  return speech.say.round.asks[form](schemeName(scheme, speech), year);
}

export function roundTitle(round: Round, now: Instant, { say }: Speech): string {
  return say.round.title(round.number, say.round.states[roundStateOf(round, now)]);
}

/** Until when, from when, or when it ended. */
export function roundTiming(round: Round, now: Instant, { say, when }: Speech): string {
  const { timing } = say.round;
  const closes = when(round.closesAt);
  switch (roundStateOf(round, now)) {
    case 'coming':
      return timing.coming(when(round.opensAt), closes);
    case 'open':
      return timing.open(closes);
    case 'over':
      return timing.over(closes);
    case 'closed':
      return timing.closed(when(round.closing?.at ?? round.closesAt));
  }
}

/** @param code two digits; empty for those who are only named */
export function countyName(code: string, { say }: Speech): string {
  return counties.find(({ number }) => number === code)?.names[0] ?? say.round.noCounty;
}

/** «Privat barnehageeier» */
export function ownerTypeName(code: string, speech: Speech): string {
  return sentenceCase(termNames('owner-types', speech).get(code) ?? code);
}

/** «39 kommuner og 2 fylkeskommuner», in the order the types first come. */
export function kindsOf(ownerTypes: readonly string[], { say, list }: Speech): string {
  const texts = say.round;
  const byType = Map.groupBy(ownerTypes, type => type);
  return list([...byType].map(([type, { length }]) => texts.ownerTypes[type]?.(length) ?? texts.otherOwners(length)));
}
