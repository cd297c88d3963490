/** The page's own files: the browser gets its TypeScript with the types taken out, and there is nothing to build. */
import { readFile } from 'node:fs/promises';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { type Response, Router } from 'express';

const require = createRequire(import.meta.url);
const source = new URL('../', import.meta.url);

/** Every module the browser may ask for. */
const modules = [
  'playground/in-sentences.ts',
  'playground/page/announce.ts',
  'playground/page/ask-server.ts',
  'playground/page/bring-into-sight.ts',
  'playground/page/card-colours.ts',
  'playground/page/disturb-menu.ts',
  'playground/page/draw-adaptive-card.ts',
  'playground/page/draw-blocks.ts',
  'playground/page/draw-entry.ts',
  'playground/page/draw-letter.ts',
  'playground/page/draw-modal.ts',
  'playground/page/element.ts',
  'playground/page/form-dialog.ts',
  'playground/page/keeping-up.ts',
  'playground/page/mail-panel.ts',
  'playground/page/message-log.ts',
  'playground/page/message-writer.ts',
  'playground/page/name-person.ts',
  'playground/page/page-top.ts',
  'playground/page/page.ts',
  'playground/page/place-panel.ts',
  'playground/page/side-panel.ts',
  'texts/agenda-commands.ts',
  'texts/commands.ts',
  'texts/delivery-commands.ts',
  'texts/meeting-commands.ts',
  'texts/need-commands.ts',
  'texts/need-file-commands.ts',
  'texts/playground-texts.ts',
  'texts/ranking-commands.ts',
  'texts/round-commands.ts',
  'texts/set-commands.ts',
  'texts/term-commands.ts',
  'texts/totals-commands.ts',
  'texts/year-commands.ts',
];

export function playgroundFiles(): Router {
  const router = Router();
  router.get('/', (_request, response) =>
    sendText(response, 'html', readFile(new URL('./page/page.html', import.meta.url))),
  );
  router.get('/page.css', (_request, response) =>
    sendText(response, 'css', readFile(new URL('./page/page.css', import.meta.url))),
  );
  router.get('/adaptivecards.js', (_request, response) => {
    response.sendFile(require.resolve('adaptivecards/dist/adaptivecards.min.js'));
  });
  for (const path of modules) {
    router.get(`/source/${path}`, (_request, response) => sendText(response, 'js', readModule(path)));
  }
  return router;
}

async function readModule(path: string): Promise<string> {
  return stripTypeScriptTypes(await readFile(new URL(path, source), 'utf8'));
}

async function sendText(response: Response, type: string, text: Promise<string | Buffer>): Promise<void> {
  response.type(type).send(String(await text));
}
