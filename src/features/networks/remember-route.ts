import { Conflict } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import type { Address, IdentityKey } from './network.ts';
import { identityPartition, routes } from './network-store.ts';

/** Keeps how to write to the person behind an account, whenever a request tells of it. May be repeated. */
export async function rememberRoute(
  { store, world }: Tools,
  identity: IdentityKey,
  address: Address | undefined,
): Promise<void> {
  if (!address) return;
  const known = await routes.get(store, identityPartition(identity), 'route');
  if (known?.value.address === address) return;
  const route = { address, usedAt: world.clock.now() };
  try {
    await store.batch(identityPartition(identity), [
      known ? routes.replace(known, route) : routes.create('route', route),
    ]);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}
