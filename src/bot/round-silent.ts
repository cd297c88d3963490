/** Whom a round's schedule speaks to when its turn comes. */
import { type RoundId, roundCan } from '../features/needs/round.ts';
import { peopleWaitedFor, readCoverage } from '../features/needs/round-coverage.ts';
import { roundOf } from '../features/needs/round-meant.ts';
import { roundReminder } from '../features/needs/round-messages.ts';
import type { Silent } from './silent.ts';

export const roundSilent: Readonly<Record<string, Silent>> = {
  /** The people of parties that have not answered. */
  [roundReminder.kind]: async (tools, { id }, { zone }) => {
    const round = (await roundOf(tools, id as RoundId))?.value;
    if (!round || !roundCan('remind', round, tools.world.clock.now())) return [];
    return peopleWaitedFor(await readCoverage(tools, round, zone));
  },
};
