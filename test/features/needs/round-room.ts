/** A round in the cast's forum, opened as a person opens it. */
import { openRound } from '../../../src/features/needs/open-round.ts';
import { previewRound } from '../../../src/features/needs/preview-round.ts';
import type { Round } from '../../../src/features/needs/round.ts';
import type { RoundWanted } from '../../../src/features/needs/round-plan.ts';
import type { Outcome } from '../../../src/outcome.ts';
import type { Tools } from '../../../src/tools.ts';
import { actorOf, type CastKey } from '../../cast.ts';

/** Innspill for 2027 from all of Troms and Finnmark, by 1 February. */
export const usualRound: RoundWanted = {
  scheme: 'collective',
  year: 2027,
  form: 'input',
  invited: ['Troms og Finnmark', 'privat: Soria Moria barnehager'],
  closesOn: '2027-02-01',
};

export function doneOf<T>(outcome: Outcome<T, { readonly code: string }>): T {
  if (!outcome.ok) throw new Error(`Refused: ${outcome.refusal.code}`);
  return outcome.value;
}

/** @param wanted what differs from the usual one */
export async function openedRound(
  tools: Tools,
  wanted: Partial<RoundWanted> = {},
  who: CastKey = 'kari',
): Promise<Round> {
  const draft = doneOf(await previewRound(tools, await actorOf(tools, who), { ...usualRound, ...wanted }));
  return doneOf(await openRound(tools, await actorOf(tools, who), draft.id)).value;
}
