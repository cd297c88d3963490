/** A card as the bytes of one e-mail (RFC 5322): the same in, the same out. */
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Mail } from '../../../cards/html-mail.ts';
import type { CalendarFile } from '../../bot/platform.ts';
import { epochMsOf, type Instant, idFrom } from '../../world.ts';

export type Mailbox = { readonly name: string; readonly address: string };

export type MailFile = { readonly name: string; readonly type: string; readonly content: Uint8Array };

export type Letter = {
  readonly from: Mailbox;
  readonly to: string;
  readonly mail: Mail;
  readonly language: string;
  /** Names this sending for ever. */
  readonly key: string;
  readonly sentAt: Instant;
  readonly calendar?: CalendarFile | undefined;
  readonly files?: readonly MailFile[] | undefined;
};

/** What the server is handed. */
export type Parcel = {
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly bytes: Buffer;
};

/**
 * Nothing answers it by itself, and nothing tells us that it was opened.
 * https://www.rfc-editor.org/rfc/rfc3834#section-5
 * https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxcmail/ced68690-498a-4567-9d14-5c01f974d8b1
 */
const quiet = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' } as const;

/**
 * A calendar file is one of the alternatives, where Outlook looks for an invitation, and once more a file, where others do.
 * https://www.rfc-editor.org/rfc/rfc6047#section-2.4
 * https://learn.microsoft.com/openspecs/exchange_standards/ms-stdical/
 */
export async function mailMessage({ from, to, mail, language, key, sentAt, calendar, files }: Letter): Promise<Parcel> {
  const composer = new MailComposer({
    from: { ...from, name: from.name.replace(/[\p{Cc}\s]+/gu, ' ') },
    to: { name: '', address: to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: messageId(key, from.address),
    date: new Date(epochMsOf(sentAt)),
    headers: { ...quiet, 'Content-Language': language },
    ...(calendar && { icalEvent: { ...calendar, filename: 'invite.ics' } }),
    attachments: (files ?? []).map(file => ({
      filename: file.name,
      contentType: file.type,
      content: Buffer.from(file.content),
    })),
    baseBoundary: idFrom('mail', key),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const message = composer.compile();
  const envelope = { from: from.address, to: message.getEnvelope().to };
  return { envelope, bytes: await message.build() };
}

/** Of the key, so that an e-mail that came twice can be told from two. */
export function messageId(key: string, from: string): string {
  return `<${idFrom('mail', key)}@${from.split('@').at(-1)}>`;
}
