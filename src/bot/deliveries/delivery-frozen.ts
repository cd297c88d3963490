/** What many are sent, kept once: the same card but for what is each one's own: where links lead, for which seat it is. Pure. */
import type { Card, Part } from '../../../cards/card.ts';

export type Frozen = {
  /** As JSON; a link that leads each of its readers elsewhere has no address, and words of each one's own are the first's. */
  readonly cards: readonly string[];
  /** For each that was given, its place among the cards. */
  readonly each: readonly (number | undefined)[];
};

export function freezeCards(all: readonly (Card | undefined)[]): Frozen {
  const keys = all.map(card => card && JSON.stringify(withoutOwn(card)));
  const alike = Map.groupBy(
    all.filter(card => card !== undefined),
    card => JSON.stringify(withoutOwn(card)),
  );
  const placeOf = new Map([...alike.keys()].map((key, at) => [key, at]));
  return {
    cards: [...alike.values()].map(same => JSON.stringify(shared(same))),
    each: keys.map(key => (key === undefined ? undefined : placeOf.get(key))),
  };
}

/** @param own the reader's card as it would be written now: where their own links lead, and words of their own */
export function thawCard(frozen: string, own: Card): Card {
  const card = JSON.parse(frozen) as Card;
  const parts = card.parts.flatMap((part, at): readonly Part[] => {
    const mine = own.parts[at];
    if (part.kind === 'text' && part.isOwn) return mine?.kind === 'text' && mine.isOwn ? [mine] : [];
    if (part.kind !== 'link' || part.url !== '') return [part];
    return mine?.kind === 'link' && mine.label === part.label ? [mine] : [];
  });
  return { ...card, parts };
}

export function withoutOwn(card: Card): Card {
  return { ...card, parts: card.parts.map(part => (isOwnText(part) ? { ...part, text: '' } : withoutAddress(part))) };
}

function isOwnText(part: Part): boolean {
  return part.kind === 'text' && part.isOwn === true;
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
