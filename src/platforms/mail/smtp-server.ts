/** SMTP_URL → how the server is spoken to. */

export type SmtpServer = {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte. */
  readonly secure: boolean;
  /** TLS before anything of ours is said; without it nothing is. */
  readonly requireTLS: boolean;
  readonly ignoreTLS: boolean;
  readonly login?: { readonly user: string; readonly pass: string };
};

const usualPorts: Readonly<Record<string, number>> = { 'smtp:': 587, 'smtps:': 465 };

/**
 * `smtps://user:password@host` speaks TLS from the start, `smtp://…` changes to it by STARTTLS; both check the server's
 * certificate. Only a server on the same machine is spoken to without. What is written behind `?` is not read: nothing in
 * an address makes the check weaker.
 * @throws TypeError for what is no such address; it does not repeat it, for there is a password in it
 */
export function smtpServer(smtpUrl: string): SmtpServer {
  const url = URL.parse(smtpUrl);
  const usualPort = usualPorts[url?.protocol ?? ''];
  if (!url?.hostname || usualPort === undefined) throw new TypeError('SMTP_URL is not smtp://… or smtps://…');
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const secure = url.protocol === 'smtps:';
  const isPlain = !secure && isLoopback(host);
  const login = { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
  return {
    host,
    port: url.port === '' ? usualPort : Number(url.port),
    secure,
    requireTLS: !isPlain,
    ignoreTLS: isPlain,
    ...(login.user !== '' && { login }),
  };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
