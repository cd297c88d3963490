/** A round's posting: what is shown of it, read once, to be written in any language. */
import { roundCard } from '../../../cards/needs/round-card.ts';
import type { CountedShown } from '../../../cards/needs/round-totals.ts';
import { type CountedTotals, totalsForAll } from '../../features/needs/count-totals.ts';
import { roundPartition } from '../../features/needs/need-store.ts';
import { vocabularyOf } from '../../features/needs/need-terms.ts';
import { totalsShown } from '../../features/needs/need-totals.ts';
import { rankings } from '../../features/needs/ranking-store.ts';
import type { Round, RoundId } from '../../features/needs/round.ts';
import { readCoverage, summed } from '../../features/needs/round-coverage.ts';
import { roundOf } from '../../features/needs/round-meant.ts';
import type { Network } from '../../features/networks/network.ts';
import { networkPartition, networks } from '../../features/networks/network-store.ts';
import { everyCode } from '../../features/networks/own-terms.ts';
import type { Drawing } from '../drawing.ts';
import type { Desk } from '../writer.ts';

/** @returns undefined when there is no such round */
export async function drawRound(desk: Desk, id: string): Promise<Drawing | undefined> {
  const round = await roundOf(desk.tools, id as RoundId);
  return round && drawingOfRound(desk, round.value);
}

export async function drawingOfRound({ tools, settings }: Desk, round: Round): Promise<Drawing> {
  const network = await networks.get(tools.store, networkPartition(round.networkId), 'network');
  if (!network) throw new Error('A round stands in no network');
  const { zone, languages, terms } = network.value;
  const [covered, counted, asked] = await Promise.all([
    readCoverage(tools, round, zone),
    totalsForAll(tools, round),
    rankings.all(tools.store, roundPartition(round.id)),
  ]);
  const shown = {
    round,
    coverage: summed(covered),
    now: tools.world.clock.now(),
    pictureUrl: settings.pictureUrl,
    counted: counted && countedShown(counted, network.value),
    isRanked: asked.length > 0,
  };
  return { zone, languages, terms, write: speech => roundCard(shown, speech) };
}

/** With what could tell of one party left out. */
export function countedShown({ totals, countedAt }: CountedTotals, { rules, terms }: Network): CountedShown {
  const shown = totalsShown(totals, rules.fewestShown, list => everyCode(terms, vocabularyOf[list]));
  return { totals: shown, countedAt };
}
