/** A sending that nobody decides on is reminded of once and then lapses; of one that is over the words are forgotten. */
import type { Network } from '../features/networks/network.ts';
import { networkPartition, networks } from '../features/networks/network-store.ts';
import { isWorkTime, nextWorkMorning } from '../features/year/next-work-morning.ts';
import type { Kept } from '../store/collection.ts';
import type { Operation } from '../store/store.ts';
import type { Tools } from '../tools.ts';
import { type Instant, later } from '../world.ts';
import { news, oweRedraw, oweWords } from './delivery.ts';
import { ended, type Sending, sendings } from './sending.ts';
import { whoStillLeads } from './tell-trouble.ts';

const waitsMs = 14 * 86_400_000;

/** When a sending that nobody decides on lapses, if it is needed for so long. */
export function lapsesAt({ madeAt }: Pick<Sending, 'madeAt'>): Instant {
  return later(madeAt, waitsMs);
}

/** May run in any number of processes at once. @param isNeeded whether anyone would still get anything */
export async function lookAfterSendings(tools: Tools, isNeeded: (sending: Sending) => Promise<boolean>): Promise<void> {
  await sendings.workOffDue(tools, async kept => {
    const now = tools.world.clock.now();
    switch (kept.value.state) {
      case 'agreed':
        return;
      case 'shown':
        return lookAtShown(tools, kept, isNeeded, now);
      case 'owed':
      case 'dropped':
      case 'lapsed':
        return write(
          tools,
          kept,
          kept.value.endedAt ? forgotten(kept.value) : ended(kept.value, kept.value.state, now),
        );
    }
  });
}

/** Who made it and what became of it is left: things to come are decided by that. */
function forgotten({ written: _, dueAt: __, ...sending }: Sending): Sending {
  return { ...sending, to: [] };
}

/** On the first work morning after it was made, and on each one since. */
async function lookAtShown(
  tools: Tools,
  kept: Kept<Sending>,
  isNeeded: (sending: Sending) => Promise<boolean>,
  now: Instant,
): Promise<void> {
  const { networkId, madeAt, remindedAt } = kept.value;
  const network = (await networks.get(tools.store, networkPartition(networkId), 'network'))?.value;
  if (!network) return write(tools, kept, ended(kept.value, 'lapsed', now));
  const at = nextLook(madeAt, network, now);
  if (at > now) return write(tools, kept, { ...kept.value, dueAt: at });
  if (now >= lapsesAt(kept.value) || !(await isNeeded(kept.value))) {
    const told = await tell(tools, kept.value, news.lapsed, now);
    return write(tools, kept, ended(kept.value, 'lapsed', now), [oweRedraw(kept.value, now), ...told]);
  }
  const told = remindedAt ? [] : await tell(tools, kept.value, news.waiting, now);
  const next = { ...kept.value, remindedAt: remindedAt ?? now, dueAt: nextWorkMorning(now, network) };
  return write(tools, kept, next, told);
}

function nextLook(madeAt: Instant, network: Network, now: Instant): Instant {
  const first = nextWorkMorning(madeAt, network);
  if (first > now) return first;
  return isWorkTime(now, network) ? now : nextWorkMorning(now, network);
}

/** Whoever asked for it and was shown it; the coordinators, when that one leads no more. */
async function tell(
  tools: Tools,
  { networkId, thing, id, madeBy }: Sending,
  kind: string,
  now: Instant,
): Promise<readonly Operation[]> {
  const people = await whoStillLeads(tools, networkId, madeBy, 'delivery.send');
  return oweWords({ networkId, thing }, { kind, detail: id }, people, id, { now });
}

async function write(
  { store }: Tools,
  kept: Kept<Sending>,
  value: Sending,
  more: readonly Operation[] = [],
): Promise<void> {
  await store.batch(kept.partition, [sendings.replace(kept, value), ...more]);
}
