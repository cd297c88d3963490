import { setTimeout as wait } from 'node:timers/promises';
import type { TurnContext } from 'botbuilder';
import express, { type Application, type NextFunction, type Request, type Response } from 'express';
import type { Bot, Reply } from '../../bot/platform.ts';
import { clientFault } from '../../client-fault.ts';
import type { TeamsConfig } from '../../config.ts';
import type { World } from '../../world.ts';
import { activitySchema, type TeamsActivity } from './activity.ts';
import { type AnswerForm, type Decoded, decodeActivity } from './decode-activity.ts';
import { cardAnswer, dialogAnswer, type InvokeAnswer } from './invoke-answer.ts';
import { replySender } from './send-reply.ts';
import { TeamsAdapter } from './teams-adapter.ts';
import type { TeamsPlatform } from './teams-platform.ts';
import { tokenGuard } from './token-guard.ts';

const bodyLimit = '256kb';

/** Teams gives up on an answer after five seconds, and shows a button at work for as long as it waits. */
const mostSendingMs = 1_000;

const answers: Readonly<Record<AnswerForm, (reply: Reply) => InvokeAnswer>> = {
  message: reply => ({ rest: reply }),
  card: cardAnswer,
  dialog: dialogAnswer,
};

export type TeamsParts = {
  readonly config: TeamsConfig;
  readonly bot: Bot;
  readonly world: World;
  readonly platform: Pick<TeamsPlatform, 'atOnce'>;
  /** How long after its arrival a request still waits for what is sent beside its answer. */
  readonly mostSendingMs?: number;
};

/** The service address the token is made for. */
type Checked = Response<unknown, { serviceUrl?: string }>;

/**
 * Serves `POST /api/messages`. Must be mounted before any body parser: the token is checked before the body is read.
 * Answers 401 to whatever does not come from Teams, 503 when that cannot be told, 413 and 400 to a body that is too
 * large or not an activity, and otherwise only after the bot has committed.
 */
export function mountTeams(app: Application, parts: TeamsParts): void {
  const { config, bot, world, platform } = parts;
  const verdictOn = tokenGuard(config, world.clock);
  const adapter = new TeamsAdapter(config.appId);
  const patienceMs = parts.mostSendingMs ?? mostSendingMs;
  const sendReply = replySender(platform.atOnce, world.log, patienceMs);

  async function checkToken(request: Request, response: Checked, next: NextFunction): Promise<void> {
    const verdict = await verdictOn(request.headers.authorization);
    if (verdict.kind === 'good') {
      response.locals.serviceUrl = verdict.serviceUrl;
      next();
      return;
    }
    world.log.warn(
      { kind: verdict.kind, ...('why' in verdict && { why: verdict.why }) },
      'A request to Teams’ route was refused',
    );
    response.sendStatus(verdict.kind === 'refused' ? 401 : 503);
  }

  async function answer(request: Request, response: Checked): Promise<void> {
    if (!isFrom(request.body, response.locals.serviceUrl)) {
      world.log.warn({}, 'A request to Teams’ route does not match its token');
      response.sendStatus(401);
      return;
    }
    const { data: activity, error } = activitySchema.safeParse(request.body);
    if (!activity) {
      world.log.warn({ fields: error.issues.map(({ path }) => path.join('.')) }, 'An activity could not be read');
      response.sendStatus(400);
      return;
    }
    const { status, body } = await turn(activity);
    response.status(status);
    if (body === undefined) response.end();
    else response.json(body);
  }

  async function turn(activity: TeamsActivity): Promise<{ status: number; body?: unknown }> {
    const decoded = decodeActivity(activity);
    switch (decoded.kind) {
      case 'ignored':
        return { status: activity.type === 'invoke' ? 501 : 200 };
      case 'invalid':
        return { status: 400 };
      case 'incoming':
        return (await adapter.turn(activity, context => run(context, activity, decoded))) ?? { status: 200 };
    }
  }

  async function run(
    context: TurnContext,
    activity: TeamsActivity,
    decoded: Decoded & { kind: 'incoming' },
  ): Promise<void> {
    const tooLate = wait(patienceMs, undefined, { ref: false });
    const { body, rest } = answers[decoded.answerForm](await bot.handle(decoded.incoming));
    if (activity.type === 'invoke') {
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
    }
    await Promise.race([sendReply(rest, activity, decoded.incoming.from), tooLate]);
  }

  app.post('/api/messages', checkToken, express.json({ limit: bodyLimit, type: () => true }), answer);
  app.use('/api/messages', (error: unknown, _request: Request, response: Response, next: NextFunction) => {
    const status = clientFault(error);
    if (status === undefined) {
      next(error);
      return;
    }
    world.log.warn({ status }, 'The body of a request from Teams could not be read');
    response.sendStatus(status);
  });
}

/** The token is made for one service address, and only Teams' own activities are taken. */
function isFrom(body: unknown, serviceUrl: unknown): boolean {
  return (
    typeof body === 'object' &&
    body !== null &&
    'serviceUrl' in body &&
    body.serviceUrl === serviceUrl &&
    'channelId' in body &&
    body.channelId === 'msteams'
  );
}
