import type { Application, Request, Response } from 'express';
import { z } from 'zod';
import type { SlackConfig } from '../../config.ts';
import { instant } from '../../features/networks/network.ts';
import { Conflict } from '../../outcome.ts';
import { Collection } from '../../store/collection.ts';
import type { Store } from '../../store/store.ts';
import type { Vault } from '../../vault.ts';
import { later, type World } from '../../world.ts';
import { createClient } from './slack-client.ts';
import { failureWord } from './slack-failure.ts';
import { slackScopes } from './slack-scopes.ts';
import type { Workspaces } from './slack-workspaces.ts';

/** Why a workspace was not installed. */
export type InstallProblem =
  /** The person said no on Slack's page. */
  | 'declined'
  /** The attempt is not one this browser began within ten minutes, or was used already. */
  | 'stale'
  | 'not-allowed'
  /** The app is installed one workspace at a time. */
  | 'whole-organisation'
  /** Slack gave no token for it. */
  | 'refused';

type Options = {
  readonly config: SlackConfig;
  readonly oauth: NonNullable<SlackConfig['oauth']>;
  readonly store: Store;
  readonly vault: Vault;
  readonly world: World;
  readonly workspaces: Workspaces;
  readonly allowedWorkspaces: readonly string[];
  readonly publicUrl?: string | undefined;
  readonly installProblem?: (problem: InstallProblem) => string;
};

const cookieName = 'laget_slack_install';
const attemptMs = 10 * 60_000;

const attemptSchema = z.object({ for: z.literal('slack-install'), attempt: z.string() });

/** An attempt leads to one installation; the mark that it did outlives the attempt itself. */
const usedAttempts = new Collection('slackInstallAttempt', z.object({ dueAt: instant }), ({ dueAt }) => ({ dueAt }));

const returned = z.object({ state: z.string(), code: z.string().optional(), error: z.string().optional() });

const granted = z.object({
  access_token: z.string(),
  token_type: z.literal('bot'),
  bot_user_id: z.string(),
  app_id: z.string(),
  is_enterprise_install: z.boolean().default(false),
  team: z.object({ id: z.string() }).nullish(),
});

/** Mounts `/slack/install` and `/slack/oauth_redirect`. https://docs.slack.dev/authentication/installing-with-oauth */
export function mountSlackOauth(app: Application, options: Options): void {
  const { config, oauth, store, vault, world, workspaces, allowedWorkspaces, publicUrl } = options;
  const redirectUri = publicUrl === undefined ? {} : { redirect_uri: `${publicUrl}/slack/oauth_redirect` };
  const cookieEnd = `Path=/slack; HttpOnly; SameSite=Lax${publicUrl?.startsWith('https:') ? '; Secure' : ''}`;

  app.get('/slack/install', (_, res) => {
    const attempt = world.ids.random();
    const state = vault.sign({ for: 'slack-install', attempt }, later(world.clock.now(), attemptMs));
    const query = new URLSearchParams({
      client_id: oauth.clientId,
      scope: slackScopes.join(','),
      state,
      ...redirectUri,
    });
    res.setHeader('Set-Cookie', `${cookieName}=${attempt}; Max-Age=${attemptMs / 1000}; ${cookieEnd}`);
    res.redirect(`${config.authorizeUrl}?${query}`);
  });

  app.get('/slack/oauth_redirect', async (req, res) => {
    res.setHeader('Set-Cookie', `${cookieName}=; Max-Age=0; ${cookieEnd}`);
    const answer = returned.safeParse(req.query);
    const attempt = answer.success ? provenAttempt(req, answer.data.state) : undefined;
    if (!answer.success || attempt === undefined || !(await claim(attempt))) return say(res, 'stale');
    const { code } = answer.data;
    if (code === undefined) return say(res, 'declined');
    const grant = await exchange(code);
    if (!grant) return say(res, 'refused');
    const { access_token: token, bot_user_id: botUserId, app_id, team, is_enterprise_install } = grant;
    if (is_enterprise_install || !team) return refuse(res, token, 'whole-organisation');
    if (!mayInstall(team.id)) return refuse(res, token, 'not-allowed');
    await workspaces.install({ team: team.id, botUserId, token });
    world.log.info({ team: team.id }, 'The app was installed in a Slack workspace');
    const { origin } = new URL(config.authorizeUrl);
    res.redirect(`${origin}/app_redirect?${new URLSearchParams({ app: app_id, team: team.id })}`);
  });

  /** The state proves the attempt is ours and fresh, the cookie that this browser began it. */
  function provenAttempt(req: Request, state: string): string | undefined {
    const { data } = attemptSchema.safeParse(vault.verify(state, world.clock.now()));
    return data && cookie(req) === data.attempt ? data.attempt : undefined;
  }

  /** @returns whether the attempt was not used before */
  async function claim(attempt: string): Promise<boolean> {
    const now = world.clock.now();
    const old = await usedAttempts.due(store, now, 10);
    await Promise.all(old.map(({ partition, id }) => store.batch(partition, [{ kind: 'delete', id }])));
    const mark = usedAttempts.create(attempt, { dueAt: later(now, 2 * attemptMs) });
    try {
      await store.batch('slack|install', [mark]);
      return true;
    } catch (error) {
      if (error instanceof Conflict) return false;
      throw error;
    }
  }

  async function exchange(code: string): Promise<z.infer<typeof granted> | undefined> {
    const secrets = { client_id: oauth.clientId, client_secret: oauth.clientSecret };
    try {
      return granted.parse(
        await createClient(config.apiUrl).apiCall('oauth.v2.access', { code, ...secrets, ...redirectUri }),
      );
    } catch (error) {
      world.log.warn({ error: failureWord(error) }, 'Slack gave no token for an installation');
      return undefined;
    }
  }

  function mayInstall(team: string): boolean {
    return allowedWorkspaces.length === 0 || allowedWorkspaces.includes(team);
  }

  /** A token that will not be used is given back. */
  async function refuse(res: Response, token: string, problem: InstallProblem): Promise<void> {
    try {
      await createClient(config.apiUrl, token).apiCall('auth.revoke');
    } catch (error) {
      world.log.warn({ error: failureWord(error) }, 'Slack did not take back a token');
    }
    say(res, problem);
  }

  function say(res: Response, problem: InstallProblem): void {
    world.log.info({ problem }, 'A Slack workspace was not installed');
    res
      .status(400)
      .type('text/plain')
      .send(options.installProblem?.(problem) ?? problem);
  }
}

function cookie(req: Request): string | undefined {
  const pairs = (req.headers.cookie ?? '').split(';').map(pair => pair.trim());
  return pairs.find(pair => pair.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1);
}
