import type { Tools } from '../../tools.ts';
import type { Actor } from '../networks/identify-member.ts';
import { networkPartition } from '../networks/network-store.ts';
import type { Need } from './need.ts';
import { type NeedSeen, needFor, needsOf, partiesOf, roundFor } from './need-access.ts';
import { needReferences, roundNumbers } from './need-store.ts';

/** Older rounds are found by their needs' references. */
const mostRounds = 10;

/** What the parties a person answers for have begun and sent, in the latest rounds, the latest first. */
export async function myNeeds(tools: Tools, actor: Actor): Promise<readonly Need[]> {
  const numbers = await roundNumbers.all(tools.store, networkPartition(actor.network.id));
  const latest = numbers.map(({ value }) => value.roundId).slice(-mostRounds);
  const all = await Promise.all(
    latest.toReversed().map(async id => {
      const round = (await roundFor(tools, actor, id))?.value;
      const parties = round ? await partiesOf(tools, actor, round) : [];
      return (await Promise.all(parties.map(({ key }) => needsOf(tools, id, key)))).flat();
    }),
  );
  return all.flat();
}

/** A need by its reference, however it is spaced: «bm 2027 7» is BM-2027-0007. */
export async function needByReference(tools: Tools, actor: Actor, words: string): Promise<NeedSeen | undefined> {
  const [, year, number = ''] = /^\s*BM[\s-]*(\d{4})[\s-]+(\d{1,6})\s*$/i.exec(words) ?? [];
  if (year === undefined) return undefined;
  const id = `need-reference|BM-${year}-${number.padStart(4, '0')}`;
  const found = await needReferences.get(tools.store, networkPartition(actor.network.id), id);
  return found && needFor(tools, actor, { round: found.value.roundId, need: found.value.needId });
}
