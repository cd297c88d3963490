/** What deliveries about bundles say to one person. */
import { needBundledCard, needPartedCard } from '../../../cards/needs/set-bundle-card.ts';
import { type DeliveryState, deliveries } from '../../delivery/delivery.ts';
import { bundledMessage } from '../../features/needs/bundle-needs.ts';
import { needFor } from '../../features/needs/need-access.ts';
import { isInSet } from '../../features/needs/need-set.ts';
import { bundleDocId, bundles, roundPartition } from '../../features/needs/need-store.ts';
import type { RoundId } from '../../features/needs/round.ts';
import { partedMessage } from '../../features/needs/undo-bundle.ts';
import { identifyById } from '../../features/networks/identify-member.ts';
import type { Writer } from '../writer.ts';
import { shownNeed } from './need-asking.ts';

const mayHaveCome: ReadonlySet<DeliveryState> = new Set(['sent', 'unknown']);

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

  /** Nothing to somebody whom word of the bundle never reached. */
  [partedMessage('').kind]: async (desk, { thing, message: { detail = '' } }, { network, member }, speech) => {
    const { tools } = desk;
    const round = thing.id as RoundId;
    const partition = roundPartition(round);
    const [actor, bundle, owed] = await Promise.all([
      identifyById(tools, network.id, member.id),
      bundles.get(tools.store, partition, bundleDocId(Number(detail))),
      deliveries.all(tools.store, partition),
    ]);
    const merged = bundledMessage(detail);
    const wasTold = owed.some(
      ({ value: { message, to, state } }) =>
        message.kind === merged.kind &&
        message.detail === detail &&
        to.kind === 'member' &&
        to.id === member.id &&
        mayHaveCome.has(state),
    );
    if (!actor || !bundle || !wasTold) return undefined;
    const seen = await Promise.all(bundle.value.needIds.map(need => needFor(tools, actor, { round, need })));
    const theirs = seen.flatMap(each => (each?.isOwn && isInSet(each.need.value) ? [shownNeed(desk, each)] : []));
    return theirs.length > 0 ? { card: needPartedCard(theirs, bundle.value, speech) } : undefined;
  },
};
