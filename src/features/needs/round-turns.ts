/** What comes of a round by the clock alone: it opens, and its deadline passes; and what was only shown is forgotten. */
import { oweRedraw } from '../../delivery/delivery.ts';
import { remove } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import { later } from '../../world.ts';
import { countTotals } from './count-totals.ts';
import { aboutRound, needImports, roundDrafts, rounds } from './need-store.ts';

/** Draws anew what has come to look different. May run in any number of processes at once. */
export async function turnRounds(tools: Tools): Promise<void> {
  const now = tools.world.clock.now();
  await rounds.workOffDue(tools, async kept => {
    const { turnAt: _, ...round } = kept.value;
    const next = later(round.closesAt, 1);
    const turned = { ...round, ...(now < next && { turnAt: next }) };
    const totals = now < next ? [] : await countTotals(tools, round);
    await tools.store.batch(kept.partition, [
      rounds.replace(kept, turned),
      ...totals,
      oweRedraw(aboutRound(round), now),
    ]);
  });
  for (const shown of [roundDrafts, needImports]) {
    await shown.workOffDue(tools, async kept => {
      await tools.store.batch(kept.partition, [remove(kept)]);
    });
  }
}
