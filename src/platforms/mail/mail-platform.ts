import addressparser from 'nodemailer/lib/addressparser';
import type { Button, Card } from '../../../cards/card.ts';
import { mailOf } from '../../../cards/html-mail.ts';
import type { Outgoing, Platform, Way } from '../../bot/platform.ts';
import type { MailConfig } from '../../config.ts';
import type { SendResult } from '../../delivery/send-result.ts';
import type { Address, Language, Member, Network } from '../../features/networks/network.ts';
import type { World } from '../../world.ts';
import { createSlots } from '../slots.ts';
import {
  type Answerer,
  canBeWrittenTo,
  type MailAddress,
  mailAddress,
  mailIdentity,
  readAddress,
} from './mail-address.ts';
import { type Mailbox, type MailFile, mailMessage, messageId, type Parcel } from './mail-message.ts';
import { type Handed, sendParcel } from './smtp-send.ts';
import { smtpServer } from './smtp-server.ts';

export type MailPlatformParts = {
  readonly config: MailConfig;
  readonly world: World;
  /** Said where buttons cannot be answered from an e-mail. */
  readonly howToAnswer: (language: Language) => string;
  /** Where a card's button can be pressed; nowhere unless given. */
  readonly answerUrl?: (who: Answerer, button: Button, card: Card) => string | undefined;
  /** How long handing over one e-mail may take. */
  readonly timeoutMs?: number;
};

type OutgoingMail = Outgoing & { readonly files?: readonly MailFile[] | undefined };

/** Some servers look long at what they are given. With the wait for a connection it stays below what a claim may take. */
const usualTimeoutMs = 60_000;
const longestWaitMs = 30_000;

/**
 * As many as Exchange Online takes from one mailbox.
 * https://learn.microsoft.com/exchange/troubleshoot/send-emails/smtp-submission-improvements
 */
const mostConnections = 3;

/**
 * E-mail as a way to people. Nothing stands anywhere to be replaced or looked for: a lost reply is `unknown` for ever.
 * @throws TypeError when SMTP_URL or MAIL_FROM cannot be used
 */
export function createMailPlatform(parts: MailPlatformParts): Platform {
  const { world, howToAnswer, answerUrl, timeoutMs = usualTimeoutMs } = parts;
  const server = smtpServer(parts.config.smtpUrl);
  const house = mailboxOf(parts.config.from);
  const inTurn = createSlots(mostConnections);

  async function send(to: MailAddress, outgoing: OutgoingMail): Promise<SendResult> {
    if (!canBeWrittenTo(to.email)) return { kind: 'gone', why: 'left' };
    const { key } = outgoing;
    const parcel = await written(to, outgoing);
    const handed = await inTurn(longestWaitMs, () => sendParcel(server, parcel, timeoutMs));
    return handed ? resultOf(handed, key) : { kind: 'throttled', retryAfterMs: longestWaitMs };
  }

  function written(to: MailAddress, { card, key, calendar, files }: OutgoingMail): Promise<Parcel> {
    const { answerer } = to;
    const mail = mailOf(card, {
      howToAnswer: howToAnswer(card.language),
      ...(answerer && answerUrl && { answerUrl: button => answerUrl(answerer, button, card) }),
    });
    const from = { ...house, name: to.sender ?? house.name };
    const sentAt = world.clock.now();
    return mailMessage({ from, to: to.email, mail, language: card.language, key, sentAt, calendar, files });
  }

  function resultOf(handed: Handed, key: string): SendResult {
    if (handed.kind === 'handed-over') return { kind: 'sent', ref: messageId(key, house.address) };
    const { trouble, ...result } = handed;
    world.log.warn({ ...trouble, result: result.kind }, 'An e-mail was not taken by the mail server');
    return result;
  }

  /** Nothing that goes wrong with the server or a card is thrown at the bot. */
  async function tell(address: Address, outgoing: OutgoingMail): Promise<SendResult> {
    if (outgoing.mayStand) return { kind: 'unknown' };
    try {
      return await send(readAddress(address), outgoing);
    } catch (error) {
      world.log.error({ error: Error.isError(error) ? error.name : 'unknown' }, 'A card could not be sent as e-mail');
      return { kind: 'failed' };
    }
  }

  return {
    name: 'mail',
    wayTo,
    pace: onePerson,
    tell,
    post: async () => ({ kind: 'gone', why: 'deleted' }),
    update: async () => ({ kind: 'gone', why: 'deleted' }),
  };
}

function wayTo(network: Pick<Network, 'id' | 'name'>, member: Member): Way | undefined {
  if (!member.email) return undefined;
  const identity = mailIdentity(network.id, member);
  const answerer = { identity, networkId: network.id };
  return { identity, address: mailAddress(member.email, { sender: network.name, answerer }) };
}

/** A place is one person's mailbox; how fast the server may be spoken to is kept by its connections. */
const onePerson = [{ burst: 5, everyMs: 10_000 }] as const;

function mailboxOf(from: string): Mailbox {
  const [mailbox, ...others] = addressparser(from, { flatten: true });
  if (!mailbox?.address || others.length > 0 || !canBeWrittenTo(mailbox.address)) {
    throw new TypeError('MAIL_FROM is not one address');
  }
  return { name: mailbox.name, address: mailbox.address };
}
