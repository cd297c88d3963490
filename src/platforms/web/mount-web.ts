import type { Application } from 'express';
import type { Store } from '../../store/store.ts';
import type { Vault } from '../../vault.ts';
import type { World } from '../../world.ts';
import { mountPages, sendExpired } from './pages.ts';

type OpenedFile = { readonly name: string; readonly type: string; readonly content: string | Uint8Array };

export type WebParts = {
  readonly store: Store;
  readonly vault: Vault;
  readonly world: World;
  /** What a signed link is for; undefined when there is nothing to give. */
  readonly openFile: (payload: unknown) => Promise<OpenedFile | undefined>;
  /** The PNG that a signed address is for; undefined when it is for no picture. */
  readonly openPicture: (payload: unknown) => Promise<Uint8Array | undefined>;
};

/** The pages, `GET /health` (the process lives), `/ready` (the store answers), `/file/:token` (a signed link's file) and `/picture/:token.png`. */
export function mountWeb(app: Application, { store, vault, world, openFile, openPicture }: WebParts): void {
  mountPages(app);

  app.get('/health', (_request, response) => {
    response.json({ status: 'ok' });
  });

  app.get('/ready', async (_request, response) => {
    try {
      await store.get('laget', 'ready');
      response.json({ status: 'ok' });
    } catch (error) {
      world.log.error({ name: Error.isError(error) ? error.name : '' }, 'The store does not answer');
      response.status(503).json({ status: 'store' });
    }
  });

  app.get('/file/:token', async (request, response) => {
    const payload = vault.verify(request.params.token, world.clock.now());
    const file = payload === undefined ? undefined : await openFile(payload);
    if (!file) {
      sendExpired(response);
      return;
    }
    response.set({
      'Content-Type': file.type,
      'Content-Disposition': `attachment; filename="${file.name}"`,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
    });
    response.send(typeof file.content === 'string' ? file.content : Buffer.from(file.content));
  });

  app.get('/picture/:token.png', async (request, response) => {
    const payload = vault.verify(request.params.token, world.clock.now());
    const picture = payload === undefined ? undefined : await openPicture(payload);
    if (!picture) {
      sendExpired(response);
      return;
    }
    // What it shows stands in its address, so another picture has another.
    response.set({
      'Content-Type': 'image/png',
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
    });
    response.send(Buffer.from(picture));
  });
}
