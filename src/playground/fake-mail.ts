/** A mail server that keeps what it is given: strict, without TLS, on this machine only. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { type ReadMail, readMail } from './fake-mail-message.ts';
import { converse, type Envelope, type MailFault, type Stage } from './fake-mail-session.ts';

export type ReceivedMail = ReadMail & {
  /** In the order they came. */
  readonly number: number;
  readonly from: string;
  readonly to: string;
  readonly raw: Buffer;
};

export type FakeMail = {
  /** For SMTP_URL. */
  readonly url: string;
  /** Oldest first; one for each recipient. */
  readonly messages: readonly ReceivedMail[];
  messagesTo(address: string): readonly ReceivedMail[];
  /** What goes wrong next, each fault once, where in a conversation it says. */
  failNext(...faults: readonly MailFault[]): void;
  /** From now on there is no such recipient. */
  refuse(address: string, reply?: string): void;
  /** The recipient is turned away once, as servers do with those they do not know yet. */
  greylist(address: string): void;
  /** How many have connected. */
  readonly connections: number;
  /** The most that were connected at once, not counting those told goodbye. */
  readonly mostAtOnce: number;
  /** What a strict server would not take: each is a failed test. */
  readonly problems: readonly string[];
  close(): Promise<void>;
};

/** @param host the address it listens at */
export async function startFakeMail(host = '127.0.0.1'): Promise<FakeMail> {
  const messages: ReceivedMail[] = [];
  const problems: string[] = [];
  const refused = new Map<string, string>();
  const greylisted = new Set<string>();
  const open = new Set<Socket>();
  const leaving = new Set<Socket>();
  let faults: readonly MailFault[] = [];
  let connections = 0;
  let mostAtOnce = 0;

  function nextFault(at: Stage): MailFault | undefined {
    const fault = faults.find(each => each.at === at);
    faults = faults.filter(each => each !== fault);
    return fault;
  }

  function refusalOf(address: string): string | undefined {
    return greylisted.delete(address) ? '451 4.7.1 Come back later' : refused.get(address);
  }

  function keep({ from, to, message }: Envelope): void {
    const read = readMail(message);
    problems.push(...read.problems);
    const isFromSender = read.headers.get('from')?.includes(from) ?? false;
    if (!isFromSender) problems.push('From is not whom it came from');
    for (const each of to) messages.push({ ...read, number: messages.length + 1, from, to: each, raw: message });
  }

  const server = createServer(socket => {
    connections += 1;
    open.add(socket);
    mostAtOnce = Math.max(mostAtOnce, open.size - leaving.size);
    socket.once('finish', () => leaving.add(socket));
    socket.once('close', () => {
      open.delete(socket);
      leaving.delete(socket);
    });
    converse(socket, { nextFault, refusalOf, keep, complain: problem => problems.push(problem) });
  });
  server.listen(0, host);
  await once(server, 'listening');

  return {
    url: `smtp://${host}:${(server.address() as AddressInfo).port}`,
    messages,
    messagesTo: address => messages.filter(({ to }) => to === address),
    failNext(...next) {
      faults = [...faults, ...next];
    },
    refuse(address, reply = '550 5.1.1 No such mailbox') {
      refused.set(address, reply);
    },
    greylist(address) {
      greylisted.add(address);
    },
    get connections() {
      return connections;
    },
    get mostAtOnce() {
      return mostAtOnce;
    },
    problems,
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
