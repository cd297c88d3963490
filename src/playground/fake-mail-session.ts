/** One conversation with the fake mail server: RFC 5321 by the letter, and nothing that is not in it. */
import type { Socket } from 'node:net';

/** Where in the conversation something goes wrong: `half` when some of the e-mail has come, `message` when all has. */
export type Stage = 'connect' | Verb | 'half' | 'message';

const verbs = ['EHLO', 'MAIL', 'RCPT', 'DATA', 'RSET', 'NOOP'] as const;
type Verb = (typeof verbs)[number];

/** What becomes of it: another reply, a connection that is cut before or after it is done, or a late reply. */
export type MailFault = { readonly at: Stage } & (
  | { readonly reply: string }
  | { readonly lost: 'before' | 'after' }
  | { readonly afterMs: number }
);

export type Envelope = { readonly from: string; readonly to: readonly string[]; readonly message: Buffer };

export type SessionParts = {
  readonly nextFault: (at: Stage) => MailFault | undefined;
  /** The reply to a recipient that is refused. */
  readonly refusalOf: (address: string) => string | undefined;
  readonly keep: (envelope: Envelope) => void;
  readonly complain: (problem: string) => void;
};

const mostBytes = 25 * 1024 * 1024;
const longestCommand = 512;
const path = /^<([^\s<>@]+@[^\s<>@]+)>((?: [A-Z0-9-]+(?:=\S+)?)*)$/;

/** Speaks with one client until it leaves. */
export function converse(socket: Socket, { nextFault, refusalOf, keep, complain }: SessionParts): void {
  let unread = '';
  let isGreeted = false;
  let from: string | undefined;
  let to: readonly string[] = [];
  let isInData = false;
  let isAnswering = false;
  const work: Readonly<Record<Verb, (argument: string) => string>> = {
    EHLO: hello,
    MAIL: mail,
    RCPT: recipient,
    DATA: data,
    RSET: () => forget('250 2.0.0 Forgotten'),
    NOOP: () => '250 2.0.0 Yes',
  };

  socket.setEncoding('latin1');
  socket.on('data', chunk => {
    // It is not offered that commands come without waiting for their replies.
    if (isAnswering) complain('spoke before it was answered');
    unread += chunk;
    if (isInData) readMessage();
    else readCommands();
  });
  socket.on('error', () => socket.destroy());
  answer('connect', () => '220 laget.invalid ESMTP');

  function readCommands(): void {
    for (let end = unread.indexOf('\n'); end >= 0 && !isInData; end = unread.indexOf('\n')) {
      const line = unread.slice(0, end + 1);
      unread = unread.slice(end + 1);
      if (!/^[^\r\n]*\r\n$/.test(line) || line.length > longestCommand) complain('a command line that is not one');
      obey(line.trimEnd());
    }
    if (isInData && unread !== '') readMessage();
  }

  function obey(line: string): void {
    const [word = ''] = line.split(' ');
    const verb = word.toUpperCase();
    if (verb === 'QUIT') socket.end('221 2.0.0 Bye\r\n');
    else if (isVerb(verb)) answer(verb, () => work[verb](line.slice(verb.length + 1)));
    else reply(wrong('500 5.5.1 Unknown command', word));
  }

  function hello(): string {
    isGreeted = true;
    return forget(`250-laget.invalid\r\n250-SIZE ${mostBytes}\r\n250 ENHANCEDSTATUSCODES`);
  }

  function mail(argument: string): string {
    const [, address, parameters = ''] = path.exec(argument.replace(/^FROM:/i, '')) ?? [];
    if (!isGreeted || from !== undefined) return wrong('503 5.5.1 Not now', 'MAIL');
    if (address === undefined) return wrong('501 5.5.4 FROM:<address>', 'MAIL');
    if (/SMTPUTF8|BODY=8BITMIME/i.test(parameters)) return wrong('555 5.5.4 Not offered', 'MAIL');
    if (Number(/SIZE=(\d+)/i.exec(parameters)?.[1] ?? 0) > mostBytes) return '552 5.3.4 Too large';
    from = address;
    return '250 2.1.0 Sender known';
  }

  function recipient(argument: string): string {
    const [, address] = path.exec(argument.replace(/^TO:/i, '')) ?? [];
    if (from === undefined) return wrong('503 5.5.1 Not now', 'RCPT');
    if (address === undefined) return wrong('501 5.5.4 TO:<address>', 'RCPT');
    const refusal = refusalOf(address);
    if (refusal === undefined) to = [...to, address];
    return refusal ?? '250 2.1.5 Recipient known';
  }

  function data(): string {
    if (to.length === 0) return wrong('503 5.5.1 Not now', 'DATA');
    isInData = true;
    return '354 Go on, and end with a dot';
  }

  function readMessage(): void {
    const end = `\r\n${unread}`.indexOf('\r\n.\r\n');
    if (end < 0 && nextFault('half')) socket.destroy();
    if (end < 0) return;
    const lines = `\r\n${unread}`.slice(2, end + 2);
    unread = unread.slice(end + 3);
    isInData = false;
    const message = Buffer.from(lines.replace(/(^|\r\n)\./g, '$1'), 'latin1');
    if (unread !== '') complain('spoke before it was answered');
    answer('message', () => {
      keep({ from: from ?? '', to, message });
      return forget('250 2.0.0 Taken');
    });
  }

  function forget(answered: string): string {
    from = undefined;
    to = [];
    return answered;
  }

  function wrong(answered: string, verb: string): string {
    complain(`${verb} was answered ${answered}`);
    return answered;
  }

  /** Does what is asked and replies, unless something is to go wrong here. */
  function answer(at: Stage, work: () => string): void {
    const fault = nextFault(at);
    if (!fault) reply(work());
    else if ('reply' in fault) reply(fault.reply);
    else if ('lost' in fault) {
      if (fault.lost === 'after') work();
      socket.destroy();
    } else {
      isAnswering = true;
      const late = setTimeout(() => {
        isAnswering = false;
        reply(work());
      }, fault.afterMs);
      socket.once('close', () => clearTimeout(late));
    }
  }

  function reply(text: string): void {
    socket.write(`${text}\r\n`);
  }
}

function isVerb(word: string): word is Verb {
  return verbs.some(verb => verb === word);
}
