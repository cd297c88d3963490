/** Whom a need's schedules speak to when their turn comes. */
import { whoStillLeads } from '../../delivery/tell-trouble.ts';
import type { NeedId } from '../../features/needs/need.ts';
import { needDocId, needs, roundPartition } from '../../features/needs/need-store.ts';
import { returnedReminder, unansweredMessage } from '../../features/needs/return-schedule.ts';
import type { RoundId } from '../../features/needs/round.ts';
import { readCoverage } from '../../features/needs/round-coverage.ts';
import { roundOf } from '../../features/needs/round-meant.ts';
import { workedOn } from '../../features/needs/worked-on.ts';
import type { Silent } from '../silent.ts';
import { unansweredIn } from './need-unanswered.ts';

export const needSilent: Readonly<Record<string, Silent>> = {
  /** Those of the party who worked on it, as long as it lies with them. */
  [returnedReminder('').kind]: async (tools, { id }, { zone }, { detail = '' }) => {
    const [round, kept] = await Promise.all([
      roundOf(tools, id as RoundId),
      needs.get(tools.store, roundPartition(id as RoundId), needDocId(detail as NeedId)),
    ]);
    if (!round || kept?.value.state !== 'returned') return [];
    const covered = await readCoverage(tools, round.value, zone);
    const party = covered.find(({ invited }) => invited.key === kept.value.partyKey);
    return workedOn(kept.value, party?.people ?? []);
  },

  [unansweredMessage('').kind]: async (tools, { id }, { id: network }, { detail = '' }) => {
    const late = await unansweredIn(tools, id as RoundId, detail);
    const returners = late.flatMap(({ history }) => history.findLast(({ step }) => step === 'return')?.by ?? []);
    const told = [...new Set(returners)].map(by => whoStillLeads(tools, network, by, 'need.handle'));
    return [...new Set((await Promise.all(told)).flat())];
  },
};
