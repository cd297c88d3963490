/** What many are sent, kept once: the same card but for where each one's own links lead. Pure. */
import type { Card, Part } from '../../cards/card.ts';

export type Frozen = {
  /** As JSON; a link that leads each of its readers elsewhere has no address. */
  readonly cards: readonly string[];
  /** For each that was given, its place among the cards. */
  readonly each: readonly (number | undefined)[];
};

export function freezeCards(all: readonly (Card | undefined)[]): Frozen {
  const keys = all.map(card => card && JSON.stringify(withoutAddresses(card)));
  const alike = Map.groupBy(
    all.filter(card => card !== undefined),
    card => JSON.stringify(withoutAddresses(card)),
  );
  const placeOf = new Map([...alike.keys()].map((key, at) => [key, at]));
  return {
    cards: [...alike.values()].map(same => JSON.stringify(shared(same))),
    each: keys.map(key => (key === undefined ? undefined : placeOf.get(key))),
  };
}

/** @param own the reader's card as it would be written now: where their own links lead */
export function thawCard(frozen: string, own: Card): Card {
  const card = JSON.parse(frozen) as Card;
  const parts = card.parts.flatMap((part, at): readonly Part[] => {
    if (part.kind !== 'link' || part.url !== '') return [part];
    const mine = own.parts[at];
    return mine?.kind === 'link' && mine.label === part.label ? [mine] : [];
  });
  return { ...card, parts };
}

export function withoutAddresses(card: Card): Card {
  return { ...card, parts: card.parts.map(withoutAddress) };
}

function withoutAddress(part: Part): Part {
  return part.kind === 'link' ? { ...part, url: '' } : part;
}

/** An address that is the same to all stays. */
function shared([first, ...others]: readonly Card[]): Card | undefined {
  const isShared = (part: Part, at: number) =>
    others.every(({ parts }) => part.kind !== 'link' || JSON.stringify(parts[at]) === JSON.stringify(part));
  return (
    first && { ...first, parts: first.parts.map((part, at) => (isShared(part, at) ? part : withoutAddress(part))) }
  );
}
