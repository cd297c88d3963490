/** What a link in an e-mail is for, signed so that only the bot can make one, and none can be changed. */
import { z } from 'zod';
import type { Button, Card, Part } from '../../../cards/card.ts';
import { identityKey, language, networkId } from '../../features/networks/network.ts';
import type { Vault } from '../../vault.ts';
import { type Clock, type Instant, later } from '../../world.ts';
import type { Answerer } from './mail-address.ts';

/** Words, or a fact's label and value. */
const about = z.union([z.string(), z.tuple([z.string(), z.string()])]);
export type About = z.infer<typeof about>;

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
  press: z.object({ title: z.string(), label: z.string(), about: z.array(about).optional() }).optional(),
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
  return (who: Answerer, { intent, label, opensForm }: Button, card: Card): string => {
    const press = opensForm ? {} : { press: { title: card.title, label, about: [...aboutOf(card)] } };
    const claim: AnswerClaim = { for: 'answer', ...who, language: card.language, intent, ...press };
    return `${url}/answer/${vault.sign(claim, later(clock.now(), forMs))}`;
  };
}

/** What the button is about, as the e-mail said it: its words and facts as far as an address has room for them. */
function aboutOf({ parts }: Card): readonly About[] {
  let left = mostAbout;
  return parts.flatMap(aboutPart).filter(each => {
    left -= typeof each === 'string' ? each.length : each.join('').length;
    return left >= 0;
  });
}

/** In UTF-16 units: an address stays within the two thousand signs that every browser and e-mail reader takes. */
const mostAbout = 300;

function aboutPart(part: Part): readonly About[] {
  switch (part.kind) {
    case 'text':
    case 'note':
      return [part.text];
    case 'facts':
      return part.facts.map(({ label, value }) => [label, value]);
    case 'tally':
    case 'list':
    case 'picture':
    case 'divider':
    case 'buttons':
    case 'link':
      return [];
  }
}
