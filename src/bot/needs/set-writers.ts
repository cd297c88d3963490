/** What deliveries about bundles say to one person. */
import { needBundledCard } from '../../../cards/needs/set-bundle-card.ts';
import { bundledMessage } from '../../features/needs/bundle-needs.ts';
import { needFor } from '../../features/needs/need-access.ts';
import { bundleDocId, bundles, roundPartition } from '../../features/needs/need-store.ts';
import type { RoundId } from '../../features/needs/round.ts';
import { identifyById } from '../../features/networks/identify-member.ts';
import type { Writer } from '../writer.ts';
import { shownNeed } from './need-asking.ts';

export const setWriters: Readonly<Record<string, Writer>> = {
  /** Nothing when it was undone meanwhile, or to somebody who no longer answers for any of its parties. */
  [bundledMessage('').kind]: async (desk, { thing, message }, { network, member }, speech) => {
    const { tools } = desk;
    const round = thing.id as RoundId;
    const number = Number(message.detail);
    const [actor, bundle] = await Promise.all([
      identifyById(tools, network.id, member.id),
      bundles.get(tools.store, roundPartition(round), bundleDocId(number)),
    ]);
    if (!actor || !bundle || bundle.value.undone) return undefined;
    const seen = await Promise.all(bundle.value.needIds.map(need => needFor(tools, actor, { round, need })));
    const theirs = seen.flatMap(each => (each?.isOwn && each.bundle?.number === number ? [shownNeed(desk, each)] : []));
    return theirs.length > 0 ? { card: needBundledCard(theirs, speech) } : undefined;
  },
};
