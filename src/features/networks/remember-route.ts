import { Conflict } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { later } from '../../world.ts';
import type { Address, IdentityKey, Language } from './network.ts';
import { identityPartition, routes } from './network-store.ts';

/** Which of a person's accounts was used last need not be known to the minute. */
const freshMs = 3_600_000;

/** Keeps how to write to the person behind an account, and when it was last used. May be repeated. */
export async function rememberRoute(
  { store, world }: Tools,
  identity: IdentityKey,
  address: Address | undefined,
  language: Language | undefined,
): Promise<void> {
  if (!address) return;
  const known = await routes.get(store, identityPartition(identity), 'route');
  const now = world.clock.now();
  const isKnown = known?.value.address === address && known.value.language === language;
  if (isKnown && later(known.value.usedAt, freshMs) > now) return;
  const route = { address, usedAt: now, language };
  try {
    await store.batch(identityPartition(identity), [
      known ? routes.replace(known, route) : routes.create('route', route),
    ]);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}
