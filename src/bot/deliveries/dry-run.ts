/** Writes what a sending would say now to each of its places, and freezes it: what is shown is what is sent. */
import { createHash } from 'node:crypto';
import type { Card } from '../../../cards/card.ts';
import type { DryRunShown, Getter, TextShown } from '../../../cards/deliveries/delivery-dry-run.ts';
import { plainText } from '../../../cards/plain-text.ts';
import type { Rehearsal, Written } from '../../delivery/agree-to-sending.ts';
import type { Place } from '../../delivery/delivery.ts';
import type { Sending } from '../../delivery/sending.ts';
import type { Language } from '../../features/networks/network.ts';
import { members, networkPartition, networks } from '../../features/networks/network-store.ts';
import { drawThing } from '../draw.ts';
import { inLanguages } from '../drawing.ts';
import { type PlatformOf, routesTo } from '../routes.ts';
import { writeTo } from '../write-to.ts';
import type { Desk } from '../writer.ts';
import { freezeCards, withoutOwn } from './delivery-frozen.ts';

/** A card for one place, and a person's route; no card where there is nothing to say. */
type Composed = { readonly card?: Card; readonly route?: string };

/** The whole sending as it would go out now, and whether that is what was frozen. */
export async function rehearse(desk: Desk, platformOf: PlatformOf, sending: Sending): Promise<Rehearsal> {
  const written = frozenFrom(await composeAll(desk, platformOf, sending));
  const { written: frozen } = sending;
  return {
    written,
    frozen: frozen && digestOf(sending.to, frozen),
    isAsFrozen: frozen !== undefined && sending.to.every((_, at) => isSame(frozen, written, at)),
  };
}

/** Whether anyone would get anything of it, were it sent now. */
export async function isNeeded(desk: Desk, platformOf: PlatformOf, sending: Sending): Promise<boolean> {
  const all = await composeAll(desk, platformOf, sending);
  return all.some(({ card }) => card !== undefined);
}

async function composeAll(desk: Desk, platformOf: PlatformOf, sending: Sending): Promise<readonly Composed[]> {
  const { tools } = desk;
  const { thing, message, networkId } = sending;
  const home = networkPartition(networkId);
  const [network, people, drawing] = await Promise.all([
    networks.get(tools.store, home, 'network'),
    members.all(tools.store, home),
    sending.to.some(({ kind }) => kind === 'channel') ? drawThing(desk, thing) : undefined,
  ]);
  const memberOf = new Map(people.map(({ value }) => [value.id, value]));
  return Promise.all(
    sending.to.map(async (to): Promise<Composed> => {
      if (to.kind === 'channel') return drawing ? { card: inLanguages(drawing, to.languages) } : {};
      const member = memberOf.get(to.id);
      if (!network || !member) return {};
      const words = await writeTo(desk, { thing, message, to }, { network: network.value, member });
      if (!words) return {};
      const [route] = await routesTo(tools, platformOf, network.value, member);
      return { card: words.card, ...(route && { route: route.key }) };
    }),
  );
}

function frozenFrom(all: readonly Composed[]): Written {
  const { cards, each } = freezeCards(all.map(({ card }) => card));
  return {
    cards: [...cards],
    each: all.map(({ route }, at) => {
      const card = each[at];
      return { ...(card !== undefined && { card }), ...(route !== undefined && { route }) };
    }),
  };
}

/** One who has come to need nothing gets nothing; for all others the words are the same, and so is whether they get them. */
function isSame(frozen: Written, now: Written, at: number): boolean {
  const [before, after] = [wordsAt(frozen, at), wordsAt(now, at)];
  if (after === undefined) return true;
  return before === after && (frozen.each[at]?.route === undefined) === (now.each[at]?.route === undefined);
}

/** What there is to read: where a link leads may be written for the moment. */
function wordsAt(written: Written, at: number): string | undefined {
  const card = cardAt(written, at);
  return card && wordsOf(card);
}

function wordsOf(card: Card): string {
  return plainText(withoutOwn(card));
}

function cardAt({ cards, each }: Written, at: number): Card | undefined {
  const index = each[at]?.card;
  const card = index === undefined ? undefined : cards[index];
  return card === undefined ? undefined : (JSON.parse(card) as Card);
}

/** Of everything that is shown: who, by which way, with which words. */
function digestOf(to: readonly Place[], written: Written): string {
  const all = to.map((place, at) => [keyOf(place), wordsAt(written, at), written.each[at]?.route]);
  return createHash('sha256').update(JSON.stringify(all)).digest('base64url').slice(0, 22);
}

function keyOf(place: Place): string {
  return place.kind === 'channel' ? place.key : place.id;
}

type Names = (place: Place) => string;

/** Channels first; the letters in the order of the names' own country. */
function byName(a: Getter, b: Getter): number {
  return a.isChannel === b.isChannel ? a.name.localeCompare(b.name, 'nb') : a.isChannel ? -1 : 1;
}

/** What was frozen, for those who are to agree to it. */
export function shownOf(
  { to, written = { cards: [], each: [] } }: Sending,
  platformOf: PlatformOf,
  nameOf: Names,
): Pick<DryRunShown, 'seen' | 'to' | 'texts'> {
  const each = to.flatMap((place, at) => {
    const card = cardAt(written, at);
    return card ? [{ card, getter: getterOf(place, card, written.each[at]?.route) }] : [];
  });
  const reached = each.filter(({ getter }) => getter.by !== undefined);
  const byText = Map.groupBy(reached, ({ card, getter }) => `${getter.languages.join(' ')} ${wordsOf(card)}`);
  return {
    seen: digestOf(to, written),
    to: each.map(({ getter }) => getter).toSorted(byName),
    texts: [...byText.values()].flatMap((same): readonly TextShown[] => {
      const [first] = same;
      const names = same.map(({ getter }) => getter).toSorted(byName);
      return first
        ? [{ card: first.card, languages: first.getter.languages, names: names.map(({ name }) => name) }]
        : [];
    }),
  };

  function getterOf(place: Place, card: Card, route: string | undefined): Getter {
    const isChannel = place.kind === 'channel';
    const languages: readonly Language[] = isChannel ? place.languages : [card.language];
    const key = isChannel ? place.key : route;
    const by = key === undefined ? undefined : platformOf(key)?.name;
    return { name: nameOf(place), isChannel, languages, by };
  }
}
