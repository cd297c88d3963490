import type { Card } from '../../cards/card.ts';
import type { Outgoing } from '../../src/bot/platform.ts';
import type { Instant } from '../../src/world.ts';

export function firstTry(card: Card, key: string): Outgoing {
  return { card, key, mayStand: false };
}

/** What an earlier try may have got through with, made no earlier than `since`. */
export function laterTry(card: Card, key: string, since?: Instant): Outgoing {
  return { card, key, mayStand: true, since };
}
