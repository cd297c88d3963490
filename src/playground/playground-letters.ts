/** What stands in an e-mail, as a mail programme shows it, and the files that came with it. */
import { Router } from 'express';
import type { FakeMail, ReceivedMail } from './fake-mail.ts';

/**
 * The page measures how tall it is, so its origin is the page's own; nothing in it may run, load or be sent, and what a
 * link opens is a page like any other.
 */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src http://127.0.0.1:*; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox";

/** `GET /letter/<number>` and `/letter/<number>/<place of the file>`. */
export function playgroundLetters({ messages }: Pick<FakeMail, 'messages'>): Router {
  const router = Router();
  const numbered = (number: string) => messages.find(each => String(each.number) === number);

  router.get('/letter/:number', ({ params }, response) => {
    const message = numbered(params.number);
    response.set('Content-Security-Policy', policy);
    if (message) response.type('html').send(inNewTabs(message));
    else response.sendStatus(404);
  });

  router.get('/letter/:number/:place', ({ params }, response) => {
    const file = numbered(params.number)?.files[Number(params.place)];
    if (file) response.attachment(file.name).type(file.type).send(file.content);
    else response.sendStatus(404);
  });
  return router;
}

/** A link in an e-mail does not take the place of the e-mail. */
function inNewTabs({ html }: ReceivedMail): string {
  return html.replace('<head>', '<head><base target="_blank">');
}
