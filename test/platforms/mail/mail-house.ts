/** A mail platform that speaks to whatever server a test gives it. */
import type { Card } from '../../../cards/card.ts';
import type { Outgoing, Platform } from '../../../src/bot/platform.ts';
import type { Address } from '../../../src/features/networks/network.ts';
import { mailAddress } from '../../../src/platforms/mail/mail-address.ts';
import { createMailPlatform, type MailPlatformParts } from '../../../src/platforms/mail/mail-platform.ts';
import { cardOf, parts } from '../../cards/samples.ts';
import { type TestWorld, testWorld } from '../../cast.ts';

export const kariMail = 'kari@kommune.example.org';
export const toKari: Address = mailAddress(kariMail);
export const howToAnswer = 'Svar i kanalen til nettverket.';

export const someCard: Card = cardOf(parts.text, parts.facts);

export type MailHouse = {
  readonly platform: Platform;
  readonly world: TestWorld;
  readonly tell: (
    more?: Partial<Outgoing & { readonly files: readonly object[] }>,
    to?: Address,
  ) => ReturnType<Platform['tell']>;
};

export function mailHouse(smtpUrl: string, more: Partial<MailPlatformParts> = {}): MailHouse {
  const world = testWorld();
  const platform = createMailPlatform({
    config: { smtpUrl, from: 'Laget <laget@example.org>' },
    world,
    howToAnswer: () => howToAnswer,
    timeoutMs: 5_000,
    ...more,
  });
  return {
    platform,
    world,
    tell: (given, to = toKari) =>
      platform.tell(to, { card: someCard, key: 'poll|p1:reminder|1', mayStand: false, ...given }),
  };
}
