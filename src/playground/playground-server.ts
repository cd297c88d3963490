import { createServer, type Server } from 'node:http';
import express, { type Application, type NextFunction, type Request, type Response } from 'express';
import { z } from 'zod';
import type { World } from '../world.ts';
import type { FakeMail } from './fake-mail.ts';
import { type DeedParts, deedSchema, perform } from './playground-deeds.ts';
import { playgroundFiles } from './playground-files.ts';
import { playgroundGuard } from './playground-guard.ts';
import { playgroundLetters } from './playground-letters.ts';
import type { FaultAnswer, Room } from './playground-view.ts';

const rooms = ['forum', 'trial'] as const satisfies readonly Room[];

const viewQuery = z.object({
  teams: z.string().max(100),
  slack: z.string().max(100),
  teamsRoom: z.enum(rooms),
  slackRoom: z.enum(rooms),
  mailbox: z.string().max(100),
  language: z.enum(['nb', 'nn', 'en']),
});

type ServerParts = DeedParts & {
  readonly mail: Pick<FakeMail, 'messages'>;
  readonly world: Pick<World, 'ids' | 'log'>;
};

/** `/playground/` with its page, `stage`, `view`, `deed` and `letter`. */
export function mountPlayground(app: Application, parts: ServerParts): void {
  const { stage } = parts;
  const routes = express.Router();
  routes.use(playgroundGuard);
  routes.use(playgroundFiles());
  routes.use(playgroundLetters(parts.mail));

  routes.get('/stage', (_request, response) => {
    response.json(stage.stage);
  });

  routes.get('/view', async (request, response) => {
    const { teams, slack, teamsRoom, slackRoom, mailbox, language } = viewQuery.parse(request.query);
    const seen = {
      teams: { actor: stage.actor(teams), room: teamsRoom },
      slack: { actor: stage.actor(slack), room: slackRoom },
    };
    response.json(await stage.view(seen, mailbox, language));
  });

  routes.post('/deed', express.json({ limit: '256kb' }), async (request, response) => {
    const deed = deedSchema.parse(request.body);
    response.json(await perform(parts, deed));
  });

  routes.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    const answer: FaultAnswer = { code: parts.world.ids.code() };
    parts.world.log.warn({ ...answer, ...faultOf(error) }, 'The playground could not do what its page asked');
    response.status(400).json(answer);
  });
  app.use('/playground', routes);
}

/** What kind of fault, and where in the code; its message may hold what was typed. */
function faultOf(error: unknown): object {
  if (!Error.isError(error)) return {};
  return { name: error.name, at: /^ +at .*$/m.exec(error.stack ?? '')?.[0].trim() };
}

/** Listens on the loopback only, whatever HOST says. @throws when the port is taken */
export async function listenOnLoopback(app: Application, port: number): Promise<Server> {
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return server;
}
