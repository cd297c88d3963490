/** A round's posting: what is shown of it, read once, to be written in any language. */
import { roundCard } from '../../cards/round-card.ts';
import type { Round, RoundId } from '../features/needs/round.ts';
import { readCoverage, summed } from '../features/needs/round-coverage.ts';
import { roundOf } from '../features/needs/round-meant.ts';
import { networkPartition, networks } from '../features/networks/network-store.ts';
import type { Tools } from '../tools.ts';
import type { Drawing } from './drawing.ts';

/** @returns undefined when there is no such round */
export async function drawRound(tools: Tools, id: string): Promise<Drawing | undefined> {
  const round = await roundOf(tools, id as RoundId);
  return round && drawingOfRound(tools, round.value);
}

export async function drawingOfRound(tools: Tools, round: Round): Promise<Drawing> {
  const network = await networks.get(tools.store, networkPartition(round.networkId), 'network');
  if (!network) throw new Error('A round stands in no network');
  const { zone, languages } = network.value;
  const shown = { round, coverage: summed(await readCoverage(tools, round, zone)), now: tools.world.clock.now() };
  return { zone, languages, write: speech => roundCard(shown, speech) };
}
