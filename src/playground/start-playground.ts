/** Both chats and the bot between them on one machine, with no account anywhere: what `npm start` gives at first. */
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { type Config, ConfigUnusable } from '../config.ts';
import { startLaget } from '../laget.ts';
import { mountPages } from '../platforms/web/pages.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import { playgroundTexts } from '../texts/playground-texts.ts';
import { createVault } from '../vault.ts';
import type { World } from '../world.ts';
import { addTrialChannels, conveneForum } from './convene-forum.ts';
import { startFakeMail } from './fake-mail.ts';
import { startFakeSlack } from './fake-slack.ts';
import { FakeTeams } from './fake-teams.ts';
import { movableClock } from './playground-clock.ts';
import { createNextDue, createWorkDue } from './playground-due.ts';
import { listenOnLoopback, mountPlayground } from './playground-server.ts';
import { Backstage } from './playground-stage.ts';
import { keepWorking } from './playground-work.ts';

/** Where the page is, without a slash at the end, and how all of it ends. */
export type Playground = { readonly url: string; readonly close: () => Promise<void> };

/**
 * Starts a fake Teams, a fake Slack, a fake mail server and Laget between them, gathers the forum over their protocols, and
 * serves the page.
 * Everything is in memory: each start is a new forum. Real platforms' settings are passed over.
 * @param write takes what the one who started it is told
 * @throws ConfigUnusable when the port is taken
 */
export async function startPlayground(
  config: Config,
  given: World,
  write: (text: string) => void = text => void process.stdout.write(text),
): Promise<Playground> {
  const clock = movableClock(given.clock);
  const world: World = { ...given, clock };
  const app = express().disable('x-powered-by');
  const server = await listenOnLoopback(app, config.port).catch((error: unknown) => {
    if (!isTaken(error)) throw error;
    throw new ConfigUnusable(`Port ${config.port} is taken. Set PORT to another, or to 0 for any that is free.`);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const [teams, slack, mail] = await Promise.all([
    FakeTeams.start({ clock }),
    startFakeSlack({ clock }),
    startFakeMail(),
  ]);
  const store = openSqliteStore({ folder: ':memory:', ids: world.ids });
  const laget = await startLaget({
    config: {
      zone: config.zone,
      language: config.language,
      dataFolder: config.dataFolder,
      hasPlayground: true,
      host: '127.0.0.1',
      port: 0,
      publicUrl: config.publicUrl,
      teams: teams.config,
      slack: slack.config,
      mail: { smtpUrl: mail.url, from: 'Laget <laget@example.org>' },
      allowedTenants: [],
      allowedWorkspaces: [],
    },
    store,
    vault: createVault(randomBytes(32)),
    world,
    isTicking: false,
  });
  for (const chat of [teams, slack]) chat.connect(laget.url);
  const work = keepWorking(laget.tick);

  const nextDue = createNextDue(store, clock);
  const chats = { teams, slack };
  const forum = await conveneForum(chats);
  const trialChannels = await addTrialChannels(chats, forum);
  const stage = new Backstage({ forum, trialChannels, chats, mail, clock, zone: config.zone, nextDue });
  // Each thing has the time it came at, also when the clock goes on before anyone looks.
  const tick = () => laget.tick().then(() => stage.note());
  mountPlayground(app, { stage, mail, clock, nextDue, workDue: createWorkDue(store), tick, work, world });
  mountPages(app, { playground: '/playground/' });
  write(`Playground: ${url}/playground/\n${playgroundTexts.nb.started}\n`);

  return {
    url,
    async close() {
      server.close();
      server.closeAllConnections();
      await work.stop();
      await laget.close();
      await Promise.all([teams.close(), slack.close(), mail.close()]);
      await store.close();
    },
  };
}

function isTaken(error: unknown): boolean {
  return Error.isError(error) && 'code' in error && error.code === 'EADDRINUSE';
}
