/** An e-mail as bytes → what a person reads of it, with everything that is not as RFC 5322 and MIME want it. */

export type MailFile = { readonly name: string; readonly type: string; readonly content: Buffer };

export type ReadMail = {
  /** By lower-case name, unfolded and decoded. */
  readonly headers: ReadonlyMap<string, string>;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The alternative a calendar is read from; the same as a file is among the files. */
  readonly calendar?: { readonly method: string; readonly content: string };
  readonly files: readonly MailFile[];
  readonly problems: readonly string[];
};

type Part = { readonly headers: ReadonlyMap<string, string>; readonly body: string };

const required = ['from', 'to', 'date', 'message-id', 'mime-version', 'content-type'] as const;

/** Longest line, its end not counted. */
const mostCharacters = 998;

/** Never throws. @param message the lines between DATA and the dot, dots taken away again */
export function readMail(message: Buffer): ReadMail {
  const problems: string[] = [];
  const whole = readPart(message.toString('latin1'), problems);
  for (const name of required) if (!whole.headers.has(name)) problems.push(`no ${name}`);
  const leaves = leavesOf(whole, problems);
  const shown = leaves.filter(({ headers }) => !isFile(headers));
  const textOf = (type: string) => shown.find(part => typeOf(part) === type);
  const read = (type: string) => asText(textOf(type));
  const calendar = textOf('text/calendar');
  return {
    headers: whole.headers,
    subject: whole.headers.get('subject') ?? '',
    text: read('text/plain'),
    html: read('text/html'),
    ...(calendar && { calendar: { method: parameter(calendar, 'method') ?? '', content: asText(calendar) } }),
    files: leaves.filter(({ headers }) => isFile(headers)).map(fileOf),
    problems: [...problems, ...lineProblems(message)],
  };
}

function lineProblems(message: Buffer): readonly string[] {
  const lines = message.toString('latin1').split('\r\n');
  return [
    ...(lines.some(line => /[\r\n]/.test(line)) ? ['a line that ends in one of CR and LF alone'] : []),
    ...(lines.some(line => line.length > mostCharacters) ? [`a line of more than ${mostCharacters} characters`] : []),
    ...(lines.some(line => /[\x80-\xff\0]/.test(line)) ? ['a byte that is not ASCII, or nothing'] : []),
  ];
}

function readPart(text: string, problems: string[]): Part {
  const end = text.startsWith('\r\n') ? 0 : text.indexOf('\r\n\r\n');
  const head = end < 0 ? text : text.slice(0, end);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r\n(?=[ \t])/g, '').split('\r\n')) {
    if (line === '') continue;
    const [, name = '', value = ''] = /^([!-9;-~]+):[ \t]?(.*)$/.exec(line) ?? [];
    if (name === '') problems.push('a header without a name');
    if (headers.has(name.toLowerCase())) problems.push(`${name} twice`);
    headers.set(name.toLowerCase(), decodedWords(value.trim()));
  }
  return { headers, body: end < 0 ? '' : text.slice(end).replace(/^(?:\r\n){1,2}/, '') };
}

/** The parts that hold something themselves, in their order. */
function leavesOf(part: Part, problems: string[]): readonly Part[] {
  if (!typeOf(part).startsWith('multipart/')) return [part];
  const boundary = parameter(part, 'boundary') ?? '';
  const [, ...inner] = `\r\n${part.body}`.split(`\r\n--${boundary}`);
  if (boundary === '' || inner.at(-1)?.trim() !== '--') problems.push('parts without an end');
  return inner.slice(0, -1).flatMap(text => leavesOf(readPart(text.replace(/^\r\n/, ''), problems), problems));
}

function isFile(headers: Part['headers']): boolean {
  return /^attachment/i.test(headers.get('content-disposition') ?? '');
}

function fileOf(part: Part): MailFile {
  return { name: filename(part), type: typeOf(part), content: bytesOf(part) };
}

function typeOf({ headers }: Part): string {
  return (headers.get('content-type') ?? 'text/plain').split(';')[0]?.trim().toLowerCase() ?? '';
}

function parameter({ headers }: Part, name: string): string | undefined {
  return parameterIn(headers.get('content-type') ?? '', name);
}

function parameterIn(header: string, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\s]*))`, 'i').exec(header);
  return found?.[1] ?? found?.[2];
}

/** In pieces and with percent signs where it is long or not ASCII (RFC 2231). */
function filename({ headers }: Part): string {
  const header = headers.get('content-disposition') ?? '';
  const pieces = [...header.matchAll(/;\s*filename\*\d+\*?="?([^;"]*)"?/gi)].map(([, piece]) => piece).join('');
  return pieces === '' ? (parameterIn(header, 'filename') ?? '') : decodeURIComponent(pieces.replace(/^utf-8''/i, ''));
}

function asText(part: Part | undefined): string {
  return part ? bytesOf(part).toString('utf8').replaceAll('\r\n', '\n') : '';
}

function bytesOf({ headers, body }: Part): Buffer {
  switch (headers.get('content-transfer-encoding')?.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64');
    case 'quoted-printable':
      return unquoted(body.replace(/=[ \t]*\r\n/g, ''));
  }
  return Buffer.from(body, 'latin1');
}

function unquoted(text: string): Buffer {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}

/** RFC 2047; a character may be parted between two words. */
function decodedWords(value: string): string {
  return value
    .replace(/(\?=)\s+(?==\?)/g, '$1')
    .replace(/(?:=\?utf-8\?[QB]\?[^?]*\?=)+/gi, words =>
      Buffer.concat([...words.matchAll(/=\?utf-8\?([QB])\?([^?]*)\?=/gi)].map(wordBytes)).toString('utf8'),
    );
}

function wordBytes([, encoding = '', text = '']: RegExpMatchArray): Buffer {
  return encoding.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : unquoted(text.replaceAll('_', ' '));
}
