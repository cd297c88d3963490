/** How people are reached by e-mail, and the word they are known by when they answer from one. */
import { z } from 'zod';
import {
  type Address,
  address,
  type IdentityKey,
  identityKey,
  type Member,
  type NetworkId,
  networkId,
} from '../../features/networks/network.ts';
import { idFrom } from '../../world.ts';

/** Who answers by the links in an e-mail, and in which network. */
const answerer = z.object({ identity: identityKey, networkId });
export type Answerer = z.infer<typeof answerer>;

const mailAddressSchema = z.object({
  email: z.string(),
  /** Shown as the sender's name: the network's. */
  sender: z.string().optional(),
  /** Without it no button can be answered from the e-mail. */
  answerer: answerer.optional(),
});
export type MailAddress = z.infer<typeof mailAddressSchema>;

export function mailAddress(email: string, more: Omit<MailAddress, 'email'> = {}): Address {
  return address.parse(JSON.stringify({ email, ...more }));
}

/** @throws for an address this folder did not write: a fault, never a person's doing */
export function readAddress(to: Address): MailAddress {
  return mailAddressSchema.parse(JSON.parse(to));
}

/** A member by their e-mail address in one network; another address is another identity, so links sent to the old one end. */
export function mailIdentity(network: NetworkId, { id, email = '' }: Pick<Member, 'id' | 'email'>): IdentityKey {
  return identityKey.parse(`mail|${idFrom('mail', network, id, email.toLowerCase())}`);
}

/** Nothing that could end an SMTP command or a header, or name a second recipient. */
const form = /^[^\s\p{Cc}@"<>()[\]\\,;:]{1,64}@[^\s\p{Cc}@"<>()[\]\\,;:]{1,255}$/u;

export function canBeWrittenTo(email: string): boolean {
  return form.test(email);
}
