/** Finds what a round has brought, for those who handle it. */
import type { BundleShown } from '../../../cards/needs/set-bundle-card.ts';
import type { ChooseNeedsShown } from '../../../cards/needs/set-forms.ts';
import { type Bundle, fewestInBundle } from '../../features/needs/bundle.ts';
import type { NeedId } from '../../features/needs/need.ts';
import { contentTogether, isInSet } from '../../features/needs/need-set.ts';
import { mayStep } from '../../features/needs/need-state.ts';
import { needDocId, needs, roundPartition } from '../../features/needs/need-store.ts';
import { readNeedSet } from '../../features/needs/read-need-set.ts';
import type { Round, RoundId } from '../../features/needs/round.ts';
import type { SetAsked } from '../../features/needs/set-refusal.ts';
import type { Actor } from '../../features/networks/identify-member.ts';
import { may } from '../../features/networks/who-may.ts';
import type { Speech } from '../../texts/speak.ts';
import type { Tools } from '../../tools.ts';
import { type Answer, type Asking, refuse } from '../asking.ts';
import { memberNames } from '../meetings/with-meeting.ts';
import { withRound } from './round-found.ts';

/** To those who may handle needs; other members are told that what they asked for is not for them, and what they can see. */
export function withSet(
  asking: Asking,
  named: RoundId | number | undefined,
  asked: SetAsked,
  work: (actor: Actor, round: Round, speech: Speech) => Promise<Answer>,
): Promise<Answer> {
  return withRound(asking, named, async (actor, round, speech) =>
    may(actor.roles, 'need.handle') ? work(actor, round, speech) : refuse({ code: 'set-for-leaders', asked }, speech),
  );
}

/** A bundle with those of its needs that stand. */
export async function bundleShown(tools: Tools, round: Round, bundle: Bundle): Promise<BundleShown> {
  const partition = roundPartition(round.id);
  const [nameOf, ...found] = await Promise.all([
    memberNames(tools, round.networkId),
    ...bundle.needIds.map(id => needs.get(tools.store, partition, needDocId(id))),
  ]);
  const parts = found.flatMap(kept => (kept && isInSet(kept.value) ? [kept.value] : []));
  return {
    round,
    bundle,
    responsible: partyName(round, bundle.responsible),
    parts: parts.map(need => ({ need, party: partyName(round, need.partyKey) })),
    content: contentTogether(bundle.title, parts),
    undoneBy: nameOf(bundle.undone?.by),
  };
}

type Choosing = Pick<ChooseNeedsShown, 'from' | 'chosen' | 'title'>;

/**
 * What may be bundled: first what is chosen, then from the list's page on.
 * @returns undefined when there are not enough
 */
export async function needsToChoose(
  tools: Tools,
  round: Round,
  { from = 0, chosen = [], title }: Choosing,
): Promise<ChooseNeedsShown | undefined> {
  const { entries } = await readNeedSet(tools, round);
  const isChosen = (id: NeedId) => chosen.includes(id);
  const mayBundle = [...entries.slice(from), ...entries.slice(0, from)].flatMap(
    ({ bundle, needs: all, responsible }) =>
      bundle
        ? []
        : all.filter(({ state }) => mayStep('bundle', state)).map(need => ({ need, party: responsible.name })),
  );
  const inOrder = mayBundle.toSorted((a, b) => Number(isChosen(b.need.id)) - Number(isChosen(a.need.id)));
  return mayBundle.length < fewestInBundle ? undefined : { round, mayBundle: inOrder, from, chosen, title };
}

export function partyName({ invited }: Round, wanted: string): string {
  return invited.find(({ key }) => key === wanted)?.name ?? '';
}
