/** What more than a few are sent goes out when whoever leads has agreed to it, not when it was asked for. */
import { z } from 'zod';
import { decisionId, decisions, sendingId, sendings } from '../../delivery/sending.ts';
import type { Operation, Store } from '../../store/store.ts';
import { type Done, deed } from './case.ts';

/** A sending by its id, and who asked for it when. */
export const askedSending = deed.extend({ sending: z.string() });
export type AskedSending = z.infer<typeof askedSending>;

/** Whether it waits, nothing came of it, or who agreed to it when. */
export type Fate = 'waits' | 'dropped' | Pick<Done, 'at' | 'by'>;

export async function fateOf(store: Store, partition: string, { sending }: AskedSending): Promise<Fate> {
  const decision = (await decisions.get(store, partition, decisionId(sending)))?.value;
  if (decision) return decision.kind === 'agreed' ? decision : 'dropped';
  const kept = await sendings.get(store, partition, sendingId(sending));
  return kept?.value.state === 'shown' ? 'waits' : 'dropped';
}

/** A newer one overtakes it, so that nobody agrees to it any more; what was agreed to goes. For the batch of the newer one. */
export async function dropWaiting(
  store: Store,
  partition: string,
  waiting: AskedSending | undefined,
): Promise<readonly Operation[]> {
  const kept = waiting && (await sendings.get(store, partition, sendingId(waiting.sending)));
  return kept?.value.state === 'shown' ? [sendings.replace(kept, { ...kept.value, state: 'dropped' })] : [];
}
