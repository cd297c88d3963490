import { createServer, type Server } from 'node:http';
import express, { type Application, type NextFunction, type Request, type Response } from 'express';
import { z } from 'zod';
import type { Log } from '../world.ts';
import { type DeedParts, deedSchema, perform } from './playground-deeds.ts';
import { playgroundFiles } from './playground-files.ts';
import { playgroundGuard } from './playground-guard.ts';

const viewQuery = z.object({
  teams: z.string().max(100),
  slack: z.string().max(100),
  language: z.enum(['nb', 'nn', 'en']),
});

/** `/playground/` with its page, `stage`, `view` and `deed`. */
export function mountPlayground(app: Application, parts: DeedParts & { readonly log: Log }): void {
  const { stage } = parts;
  const routes = express.Router();
  routes.use(playgroundGuard);
  routes.use(playgroundFiles());

  routes.get('/stage', (_request, response) => {
    response.json(stage.stage);
  });

  routes.get('/view', async (request, response) => {
    const { teams, slack, language } = viewQuery.parse(request.query);
    response.json(await stage.view(stage.actor(teams), stage.actor(slack), language));
  });

  routes.post('/deed', express.json({ limit: '256kb' }), async (request, response) => {
    const deed = deedSchema.parse(request.body);
    response.json(await perform(parts, deed));
  });

  routes.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    parts.log.warn({ name: Error.isError(error) ? error.name : '' }, 'The playground could not do what its page asked');
    response.sendStatus(400);
  });
  app.use('/playground', routes);
}

/** Listens on the loopback only, whatever HOST says. @throws when the port is taken */
export async function listenOnLoopback(app: Application, port: number): Promise<Server> {
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return server;
}
