/** How what is owed stands, for those who can do something about it. */
import type { Thing } from '../src/delivery/delivery.ts';
import type { Reach } from '../src/delivery/reach.ts';
import type { Network } from '../src/features/networks/network.ts';
import type { Speech } from '../src/texts/speak.ts';
import type { Card } from './card.ts';
import { longList } from './long-list.ts';

export type TroubleShown = { readonly thing: Thing; readonly network: Network; readonly reach: Reach };

export function troubleCard({ reach }: TroubleShown, speech: Speech): Card {
  const { language, say } = speech;
  const items = reach.troubled.map(({ to, why }) => ({
    label: to.kind === 'channel' ? to.label : to.id,
    value: say.delivery.why[why],
  }));
  return { language, title: say.delivery.troubleTitle(items.length), parts: longList(items, speech) };
}
