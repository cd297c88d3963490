/** What a round's deliveries say to one person. */
import { roundReminderCard } from '../../cards/round-whispers.ts';
import { type RoundId, roundCan } from '../features/needs/round.ts';
import { readCoverage, waitedFor } from '../features/needs/round-coverage.ts';
import { roundOf } from '../features/needs/round-meant.ts';
import { roundReminder } from '../features/needs/round-messages.ts';
import type { Writer } from './writer.ts';

export const roundWriters: Readonly<Record<string, Writer>> = {
  /** Only to people of parties that are still waited for, who are told what lacks of each of theirs. */
  [roundReminder.kind]: async ({ tools }, { thing }, { network, member }, speech) => {
    const round = (await roundOf(tools, thing.id as RoundId))?.value;
    const now = tools.world.clock.now();
    if (!round || !roundCan('remind', round, now)) return undefined;
    const all = await tools.gather(`coverage|${thing.id}`, () => readCoverage(tools, round, network.zone));
    const theirs = waitedFor(all).filter(({ people }) => people.some(({ id }) => id === member.id));
    return theirs.length > 0 ? { card: roundReminderCard(round, theirs, now, speech) } : undefined;
  },
};
