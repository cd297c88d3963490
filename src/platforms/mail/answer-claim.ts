/** What a link in an e-mail is for, signed so that only the bot can make one, and none can be changed. */
import { z } from 'zod';
import type { Button, Card } from '../../../cards/card.ts';
import { identityKey, language, networkId } from '../../features/networks/network.ts';
import type { Vault } from '../../vault.ts';
import { type Clock, type Instant, later } from '../../world.ts';
import type { Answerer } from './mail-address.ts';

const answerClaim = z.object({
  for: z.literal('answer'),
  identity: identityKey,
  networkId,
  /** The e-mail's. */
  language,
  /** A button's; the bot parses it as it does any other. */
  intent: z.custom<Button['intent']>(given => typeof given === 'object' && given !== null),
  /**
   * The words around a button that is to be pressed on the page. Without them the bot is asked as soon as the page is
   * opened, which must change nothing: machines open links before people do.
   */
  press: z.object({ title: z.string(), label: z.string() }).optional(),
});
export type AnswerClaim = z.infer<typeof answerClaim>;

/** @returns undefined for a token that is not ours, has expired, or is for something else */
export function readAnswer(vault: Vault, token: string, now: Instant): AnswerClaim | undefined {
  return answerClaim.safeParse(vault.verify(token, now)).data;
}

export type AnswerLinkParts = {
  readonly vault: Vault;
  readonly clock: Clock;
  /** Where others reach this server, without a slash at the end. */
  readonly url: string;
  readonly forMs: number;
};

/** The address of a page where a card's button is pressed; a form is shown there at once. */
export function answerLinks({ vault, clock, url, forMs }: AnswerLinkParts) {
  return (who: Answerer, { intent, label, opensForm }: Button, { title, language: spoken }: Card): string => {
    const press = opensForm ? {} : { press: { title, label } };
    const claim: AnswerClaim = { for: 'answer', ...who, language: spoken, intent, ...press };
    return `${url}/answer/${vault.sign(claim, later(clock.now(), forMs))}`;
  };
}
