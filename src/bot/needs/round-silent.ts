/** Whom a round's schedules speak to when their turn comes. */
import { deliveries, partitionOf } from '../../delivery/delivery.ts';
import { restAfter } from '../../delivery/schedule.ts';
import { whoStillLeads } from '../../delivery/tell-trouble.ts';
import { type Round, type RoundId, roundCan, roundStateOf } from '../../features/needs/round.ts';
import { peopleOutside, peopleWaitedFor, readCoverage } from '../../features/needs/round-coverage.ts';
import { roundOf } from '../../features/needs/round-meant.ts';
import { roundInvitation, roundOver, roundReminder } from '../../features/needs/round-messages.ts';
import type { MemberId, Network } from '../../features/networks/network.ts';
import type { Tools } from '../../tools.ts';
import type { Instant } from '../../world.ts';
import type { Silent } from '../silent.ts';

type People = (tools: Tools, round: Round, network: Network) => Promise<readonly MemberId[]>;

const ofRound =
  (isTime: (round: Round, now: Instant) => boolean, people: People): Silent =>
  async (tools, { id }, network) => {
    const round = (await roundOf(tools, id as RoundId))?.value;
    return round && isTime(round, tools.world.clock.now()) ? people(tools, round, network) : [];
  };

export const roundSilent: Readonly<Record<string, Silent>> = {
  /** The people of parties that have not answered, but not right after they were invited. */
  [roundReminder.kind]: ofRound(
    (round, now) => roundCan('remind', round, now),
    async (tools, round, { zone }) => {
      const [covered, rested] = await Promise.all([readCoverage(tools, round, zone), justInvited(tools, round)]);
      return peopleWaitedFor(covered).filter(id => !rested.has(id));
    },
  ),

  /** When it opens: those of them who read of it in no channel. */
  [roundInvitation.kind]: ofRound(
    (round, now) => roundCan('answer', round, now),
    async (tools, round, { zone }) => peopleOutside(await readCoverage(tools, round, zone)),
  ),

  [roundOver.kind]: ofRound(
    (round, now) => roundStateOf(round, now) === 'over',
    (tools, { networkId, openedBy }) => whoStillLeads(tools, networkId, openedBy, 'round.close'),
  ),
};

async function justInvited({ store, world }: Tools, { id }: Round): Promise<ReadonlySet<MemberId>> {
  const now = world.clock.now();
  const all = await deliveries.all(store, partitionOf({ kind: 'round', id }));
  const recent = all.filter(
    ({ value: { message, triedAt, owedAt } }) =>
      message.kind === roundInvitation.kind && restAfter(triedAt ?? owedAt) > now,
  );
  return new Set(recent.flatMap(({ value: { to } }) => (to.kind === 'member' ? [to.id] : [])));
}
