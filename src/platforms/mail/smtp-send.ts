/** One e-mail handed to the server, and what became of it. https://www.rfc-editor.org/rfc/rfc5321 */
import { once } from 'node:events';
import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { z } from 'zod';
import type { SendResult } from '../../delivery/send-result.ts';
import type { Parcel } from './mail-message.ts';
import type { SmtpServer } from './smtp-server.ts';

/** What is told to the log: codes only, since servers repeat addresses in their sentences. */
export type Trouble = Omit<z.infer<typeof refusal>, 'response'>;

type Result = Exclude<SendResult, { readonly kind: 'sent' | 'throttled' }>;

export type Handed = { readonly kind: 'handed-over' } | (Result & { readonly trouble: Trouble });

/** Never throws. @param timeoutMs for all of it together */
export async function sendParcel(server: SmtpServer, parcel: Parcel, timeoutMs: number): Promise<Handed> {
  const { login, ...options } = server;
  const connection = new SMTPConnection({
    ...options,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
  });
  const progress = { isWhole: false };
  const broken = Promise.withResolvers<never>();
  connection.on('error', broken.reject);
  const tooLong = AbortSignal.timeout(timeoutMs);
  tooLong.addEventListener('abort', () => broken.reject(tooLong.reason));
  try {
    await Promise.race([handOver(connection, login, parcel, progress), broken.promise]);
    await leave(connection);
    return { kind: 'handed-over' };
  } catch (error) {
    connection.close();
    return resultOf(error, progress.isWhole);
  }
}

async function handOver(
  connection: SMTPConnection,
  login: SmtpServer['login'],
  { envelope, bytes }: Parcel,
  progress: { isWhole: boolean },
): Promise<void> {
  await done(told => connection.connect(told));
  if (login) await done(told => connection.login({ credentials: login }, told));
  const pieces = Readable.from(inPieces(bytes, progress), { objectMode: false });
  await done(told => connection.send({ ...envelope, to: [...envelope.to], size: bytes.length }, pieces, told));
}

const longestGoodbyeMs = 1_000;

/** The server counts connections until they are gone; one that does not answer is not waited for. */
async function leave(connection: SMTPConnection): Promise<void> {
  const gone = once(connection, 'end', { signal: AbortSignal.timeout(longestGoodbyeMs) });
  connection.quit();
  await gone.catch(() => connection.close());
}

const pieceBytes = 16 * 1024;

/** The server takes the e-mail on when it has all of it, so it matters whether the last piece was taken from here. */
function* inPieces(bytes: Buffer, progress: { isWhole: boolean }): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  progress.isWhole = true;
}

function done(start: (told: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => start(error => (error ? reject(error) : resolve())));
}

const refusal = z.object({
  code: z.string().optional(),
  command: z.string().optional(),
  responseCode: z.number().optional(),
  response: z.string().optional(),
});

/**
 * A server that says no has not taken the e-mail. One that says nothing may have, once it has the whole of it; before that
 * it must throw away what it got (section 4.1.1.4).
 */
function resultOf(error: unknown, isWhole: boolean): Handed {
  const { response, ...trouble } = refusal.safeParse(error).data ?? {};
  const { command, responseCode = 0 } = trouble;
  if (responseCode < 400) return { kind: isWhole ? 'unknown' : 'failed', trouble };
  const isOfTheAddress = command === 'RCPT TO' && responseCode >= 500 && !isOfUs(response);
  return isOfTheAddress ? { kind: 'gone', why: 'left', trouble } : { kind: 'failed', trouble };
}

/** Not let in, not allowed to send on: settings that can be mended. https://www.rfc-editor.org/rfc/rfc3463#section-3.8 */
function isOfUs(response = ''): boolean {
  return /^5\d\d[ -]5\.7\./.test(response);
}
