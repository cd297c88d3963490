/** Puts Laget together: store → bot → platforms → server. What a process adds around it stands in main.ts. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type NextFunction, type Request, type Response } from 'express';
import type { Settings } from './bot/asking.ts';
import { createBot } from './bot/bot.ts';
import { openFile } from './bot/open-file.ts';
import { openPicture } from './bot/open-picture.ts';
import type { Bot, EventCalendar, Platform } from './bot/platform.ts';
import type { PlatformOf } from './bot/routes.ts';
import { createTick } from './bot/tick.ts';
import { clientFault } from './client-fault.ts';
import { type CalendarConfig, type Config, ConfigUnusable } from './config.ts';
import { correspondent } from './features/networks/correspondent.ts';
import type { Language } from './features/networks/network.ts';
import { createGather } from './gather.ts';
import { createPictureDrawer } from './pictures/picture-drawer.ts';
import type { AnswerPageParts } from './platforms/mail/answer-page.ts';
import { mountWeb } from './platforms/web/mount-web.ts';
import type { Store } from './store/store.ts';
import { answerWords } from './texts/page-texts.ts';
import { speak } from './texts/speak.ts';
import { startTicker } from './ticker.ts';
import type { Tools } from './tools.ts';
import { createTurns } from './turns.ts';
import type { Vault } from './vault.ts';
import type { Instant, World } from './world.ts';

export type Parts = {
  readonly config: Config;
  readonly store: Store;
  readonly vault: Vault;
  readonly world: World;
  /** Off where the due work is run by hand. */
  readonly isTicking?: boolean;
};

export type Laget = {
  /** Where the server listens, without a slash at the end. */
  readonly url: string;
  /** Runs what has fallen due, once. */
  readonly tick: () => Promise<void>;
  /** Lets what is under way end; the store is the caller's to close. */
  readonly close: () => Promise<void>;
};

/** From a meeting's proposal to its minutes. */
const answerLinksLastMs = 60 * 24 * 3_600_000;

/** A posting stands for years, and its picture tells nothing that the posting does not. */
const forEver = '9999-12-31T23:59:59.999Z' as Instant;

/** A client that does not take its answer keeps no process from stopping; containers are killed after ten seconds. */
const mostClosingMs = 8_000;

/** Resolves when the server answers. @throws ConfigUnusable when the address cannot be listened on */
export async function startLaget({ config, store, vault, world, isTicking = true }: Parts): Promise<Laget> {
  const app = express().disable('x-powered-by');
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(config.port, config.host, resolve);
  }).catch((error: NodeJS.ErrnoException) => {
    throw new ConfigUnusable(`HOST and PORT: ${config.host}:${config.port} cannot be listened on (${error.code}).`);
  });
  const { port } = server.address() as AddressInfo;
  const url = config.port === 0 ? `http://${config.host}:${port}` : config.publicUrl;

  const tools: Tools = { store, world, turns: createTurns(), gather: createGather() };
  const settings: Settings = {
    zone: config.zone,
    language: config.language,
    isAllowed: allowList(config),
    fileUrl: (payload, until) => `${url}/file/${vault.sign(payload, until)}`,
    // Chats fetch pictures from https only; the playground's fetch them here.
    pictureUrl:
      config.hasPlayground || url.startsWith('https://')
        ? payload => `${url}/picture/${vault.sign(payload, forEver)}.png`
        : undefined,
  };
  const platforms: Platform[] = [];
  const platformOf: PlatformOf = key => platforms.find(({ name }) => key.startsWith(`${name}|`));
  const calendar = config.calendar && (await eventCalendar(config.calendar, world));
  const tick = createTick({ tools, settings }, platformOf, calendar);
  const ticker = isTicking ? startTicker(tick, world.log) : undefined;
  const bot = awakening(createBot(tools, settings, platformOf), () => ticker?.wake());

  const drawPicture = createPictureDrawer(openPicture);
  mountWeb(app, { store, vault, world, openFile: payload => openFile(tools, payload), openPicture: drawPicture });
  // A platform's library is loaded only where the platform is used: each takes a good part of the time to start.
  const closers: (() => Promise<void>)[] = [];
  if (config.teams) {
    const { createTeamsPlatform } = await import('./platforms/teams/teams-platform.ts');
    const { mountTeams } = await import('./platforms/teams/teams-bot.ts');
    const platform = createTeamsPlatform({ config: config.teams, world });
    mountTeams(app, { config: config.teams, bot, world, platform });
    platforms.push(platform);
  }
  if (config.slack) {
    const { createSlackPlatform } = await import('./platforms/slack/slack-platform.ts');
    const { mountSlack } = await import('./platforms/slack/slack-bot.ts');
    const platform = createSlackPlatform({ config: config.slack, store, vault, world });
    const slack = mountSlack(app, {
      config: config.slack,
      bot,
      store,
      vault,
      world,
      platform,
      allowedWorkspaces: config.allowedWorkspaces,
      publicUrl: url,
      installProblem: problem => speak(config.language, config.zone).say.install[problem],
    });
    platforms.push(platform);
    await slack.start();
    closers.push(() => slack.close());
  }
  if (config.mail) {
    const { createMailPlatform } = await import('./platforms/mail/mail-platform.ts');
    const { answerLinks } = await import('./platforms/mail/answer-claim.ts');
    const { mailIdentity } = await import('./platforms/mail/mail-address.ts');
    const { mountAnswerPage } = await import('./platforms/mail/answer-page.ts');
    const howToAnswer = (language: Language) => answerWords[language].howToAnswer;
    const answerUrl = answerLinks({ vault, clock: world.clock, url, forMs: answerLinksLastMs });
    platforms.push(createMailPlatform({ config: config.mail, world, howToAnswer, answerUrl }));
    const person: AnswerPageParts['person'] = async ({ identity, networkId }) => {
      const member = await correspondent(tools, identity, networkId);
      return member && mailIdentity(networkId, member) === identity ? member : undefined;
    };
    mountAnswerPage(app, { bot, vault, world, person, words: language => answerWords[language] });
  }
  app.use(lastResort(world));

  return {
    url,
    tick,
    async close() {
      await closeServer(server);
      for (const close of closers) await close();
      await ticker?.stop();
    },
  };
}

async function eventCalendar(config: CalendarConfig, world: World): Promise<EventCalendar> {
  const { createGraphCalendar } = await import('./platforms/calendar/graph-calendar.ts');
  return createGraphCalendar({ config, world });
}

/** Takes no new request, and lets those under way be answered: what one of them did is committed already. */
async function closeServer(server: Server): Promise<void> {
  const closed = new Promise(resolve => server.close(resolve));
  // A connection that has had its answer would be kept open for the client's next request.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), mostClosingMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}

/** What was committed may have made something fall due. */
function awakening(bot: Bot, wake: () => void): Bot {
  return {
    async handle(incoming) {
      const reply = await bot.handle(incoming);
      wake();
      return reply;
    },
  };
}

/** An empty list lets everyone in; the key is `platform|tenant`. */
function allowList({ allowedTenants, allowedWorkspaces }: Config): Settings['isAllowed'] {
  const lists: Readonly<Record<string, readonly string[]>> = { teams: allowedTenants, slack: allowedWorkspaces };
  return organisation => {
    const [platform = '', tenant = ''] = organisation.split('|');
    const allowed = lists[platform] ?? [];
    return allowed.length === 0 || allowed.includes(tenant);
  };
}

function lastResort({ log }: World) {
  return (error: unknown, request: Request, response: Response, _next: NextFunction) => {
    const status = clientFault(error);
    if (status !== undefined) return void response.sendStatus(status);
    log.error({ path: request.path.split('/')[1], name: Error.isError(error) ? error.name : '' }, 'A request failed');
    if (!response.headersSent) response.sendStatus(500);
  };
}
