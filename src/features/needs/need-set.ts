/** What a round has brought: bundles and single needs, each with one responsible owner, in the order it is handed over. Pure. */
import type { Bundle } from './bundle.ts';
import type { Invited } from './invited.ts';
import type { Need } from './need.ts';
import type { NeedContent } from './need-fields.ts';
import { amountsSummed } from './need-money.ts';
import type { NeedState } from './need-state.ts';
import type { Round } from './round.ts';

/** One line of the set. */
export type SetEntry = {
  /** `BM-2027-0007`, or the bundle's number: unique within the set. */
  readonly key: string;
  readonly bundle?: Bundle;
  readonly responsible: Invited;
  /** The one need, or the bundle's own, in the order of their parties. */
  readonly needs: readonly Need[];
  /** The need's own, or what its parts hold together: sums, and every code that one of them has. */
  readonly content: NeedContent;
};

export type NeedSet = { readonly round: Round; readonly entries: readonly SetEntry[] };

/** What is sent and stands: neither on its way, nor given back, nor withdrawn. */
export function isInSet({ state }: Pick<Need, 'state'>): boolean {
  return !outside.has(state);
}

const outside: ReadonlySet<NeedState> = new Set(['draft', 'returned', 'withdrawn']);

/**
 * In: a round with all its needs and bundles, in any order. Out: each need that stands, once, alone or in its bundle; in
 * the order of the responsible owners' municipality numbers, named owners last, and then by reference. A bundle keeps
 * those of its needs that stand, and is left out when none does.
 */
export function needSet(round: Round, needs: readonly Need[], bundles: readonly Bundle[]): NeedSet {
  const place = new Map(round.invited.map(({ key }, at) => [key, at]));
  const placeOf = (key: string) => place.get(key) ?? round.invited.length;
  const inSet = needs
    .filter(isInSet)
    .toSorted((a, b) => placeOf(a.partyKey) - placeOf(b.partyKey) || byReference(a, b));
  const party = (key: string) => round.invited[placeOf(key)];
  const order = new Map(inSet.map((need, at) => [need.id, { need, at }]));
  const partsOf = ({ needIds }: Bundle) =>
    needIds
      .flatMap(id => order.get(id) ?? [])
      .toSorted((a, b) => a.at - b.at)
      .map(({ need }) => need);
  const bundled = bundles
    .filter(({ undone }) => !undone)
    .map(bundle => ({ bundle, parts: partsOf(bundle) }))
    .filter(({ parts }) => parts.length > 0);
  const inBundle = new Set(bundled.flatMap(({ parts }) => parts.map(({ id }) => id)));
  const entries = [
    ...inSet
      .filter(({ id }) => !inBundle.has(id))
      .map(need => ({ key: need.reference ?? need.id, owner: need.partyKey, needs: [need], content: need.content })),
    ...bundled.map(({ bundle, parts }) => ({
      key: bundleKey(bundle),
      bundle,
      owner: bundle.responsible,
      needs: parts,
      content: contentTogether(bundle.title, parts),
    })),
  ];
  return {
    round,
    entries: entries
      .flatMap(({ owner, ...entry }) => {
        const responsible = party(owner);
        return responsible ? [{ ...entry, responsible }] : [];
      })
      .toSorted((a, b) => placeOf(a.responsible.key) - placeOf(b.responsible.key) || a.key.localeCompare(b.key, 'nb')),
  };
}

export function bundleKey({ number }: Pick<Bundle, 'number'>): string {
  return `bundle-${String(number).padStart(4, '0')}`;
}

function byReference({ reference: one = '' }: Need, { reference: other = '' }: Need): number {
  return one.localeCompare(other, 'nb');
}

/** What parts hold together; what only a person could merge, such as a description, is left to the parts. */
export function contentTogether(title: string, parts: readonly Pick<Need, 'content'>[]): NeedContent {
  const contents = parts.map(({ content }) => content);
  const codes = (of: 'sectors' | 'themes' | 'targetGroups' | 'levels' | 'participants') => [
    ...new Set(contents.flatMap(content => content[of] ?? [])),
  ];
  const months = (of: 'from' | 'to') => contents.flatMap(content => content[of] ?? []).toSorted();
  const [from] = months('from');
  const to = months('to').at(-1);
  const coFunding = contents.flatMap(content => content.coFunding ?? []);
  const counted = contents.flatMap(content => content.participantCount ?? []);
  const amounts = amountsSummed(contents.flatMap(content => content.amounts ?? []));
  return {
    title,
    sectors: codes('sectors'),
    themes: codes('themes'),
    targetGroups: codes('targetGroups'),
    levels: codes('levels'),
    participants: codes('participants'),
    ...(counted.length > 0 && { participantCount: sum(counted) }),
    ...(amounts.length > 0 && { amounts: [...amounts] }),
    ...(coFunding.length > 0 && { coFunding: sum(coFunding) }),
    ...(from && { from }),
    ...(to && { to }),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
