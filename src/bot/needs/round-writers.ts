/** What a round's deliveries say to one person. */
import { roundInvitationCard, roundOverCard, roundReminderCard } from '../../../cards/needs/round-messages.ts';
import { type Round, type RoundId, roundCan, roundStateOf } from '../../features/needs/round.ts';
import { type Covered, readCoverage, summed, waitedFor } from '../../features/needs/round-coverage.ts';
import { roundOf } from '../../features/needs/round-meant.ts';
import { roundInvitation, roundOver, roundReminder } from '../../features/needs/round-messages.ts';
import type { Network } from '../../features/networks/network.ts';
import type { Tools } from '../../tools.ts';
import type { Recipient, Writer } from '../writer.ts';

export const roundWriters: Readonly<Record<string, Writer>> = {
  /** Only to people of parties that are still waited for. */
  [roundInvitation.kind]: async ({ tools }, { thing }, to, speech) => {
    const shown = await waitingFor(tools, thing.id, to, 'answer');
    return shown && { card: roundInvitationCard(shown, speech) };
  },

  /** The same, with what lacks of each of theirs. */
  [roundReminder.kind]: async ({ tools }, { thing }, to, speech) => {
    const shown = await waitingFor(tools, thing.id, to, 'remind');
    return shown && { card: roundReminderCard(shown, speech) };
  },

  [roundOver.kind]: async ({ tools }, { thing }, { network }, speech) => {
    const round = (await roundOf(tools, thing.id as RoundId))?.value;
    const now = tools.world.clock.now();
    if (!round || roundStateOf(round, now) !== 'over') return undefined;
    const { all: coverage } = summed(await coverageOf(tools, round, network));
    return { card: roundOverCard({ round, network: network.name, now, coverage }, speech) };
  },
};

async function waitingFor(tools: Tools, id: string, { network, member }: Recipient, deed: 'answer' | 'remind') {
  const round = (await roundOf(tools, id as RoundId))?.value;
  const now = tools.world.clock.now();
  if (!round || !roundCan(deed, round, now)) return undefined;
  const isTheirs = ({ people }: Covered) => people.some(person => person.id === member.id);
  const waiting = waitedFor(await coverageOf(tools, round, network)).filter(isTheirs);
  return waiting.length > 0 ? { round, network: network.name, now, waiting } : undefined;
}

function coverageOf(tools: Tools, round: Round, { zone }: Network): Promise<readonly Covered[]> {
  return tools.gather(`coverage|${round.id}`, () => readCoverage(tools, round, zone));
}
