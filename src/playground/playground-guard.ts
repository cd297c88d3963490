import type { NextFunction, Request, Response } from 'express';

const loopbackHosts = ['127.0.0.1', 'localhost', '[::1]'];
const loopbackAddress = /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/;

/**
 * The playground lets anyone act as anyone, so it answers this machine only: neither other machines, nor a page
 * elsewhere whose name was made to point here (DNS rebinding), nor a form or script of another page.
 */
export function playgroundGuard(request: Request, response: Response, next: NextFunction): void {
  // The bot's pictures come from its own port.
  response.set({
    'Content-Security-Policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src 'self' data: http://127.0.0.1:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-cache',
  });
  if (isHere(request) && (request.method === 'GET' || isFromOwnPage(request))) next();
  else response.sendStatus(403);
}

function isHere({ socket, headers }: Request): boolean {
  const name = headers.host?.replace(/:\d+$/, '') ?? '';
  return loopbackHosts.includes(name) && loopbackAddress.test(socket.remoteAddress ?? '');
}

function isFromOwnPage({ headers }: Request): boolean {
  return headers.origin === `http://${headers.host}` && headers['content-type'] === 'application/json';
}
