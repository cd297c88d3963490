/** OAuth as Slack does it: a person's browser goes to the bot, to Slack, and back to the bot with a code. */
import { z } from 'zod';
import type { ApiAnswer } from './fake-slack-api.ts';
import type { FakeSlackState, Workspace } from './fake-slack-state.ts';

export type Installer = {
  /** Slack's page with the button that lets the app in. @returns where it sends the browser */
  approve(authorizeUrl: string, workspace: Workspace, isWholeOrganisation?: boolean): string;
  /** oauth.v2.access */
  exchange(given: unknown): ApiAnswer;
  /** The whole way, as a browser goes it. @returns the bot's last answer */
  install(workspace: Workspace): Promise<Response>;
};

type Options = {
  readonly botUrl: () => string;
  readonly state: FakeSlackState;
  readonly clientId: string;
  readonly clientSecret: string;
};

const exchangeSchema = z.strictObject({
  code: z.string(),
  client_id: z.string(),
  client_secret: z.string(),
  redirect_uri: z.string().optional(),
});

type Code = {
  readonly workspace: Workspace;
  readonly redirectUri: string | undefined;
  readonly scopes: ReadonlySet<string>;
  readonly isWholeOrganisation: boolean;
};

export function createInstaller({ botUrl, state, clientId, clientSecret }: Options): Installer {
  const codes = new Map<string, Code>();

  function approve(authorizeUrl: string, workspace: Workspace, isWholeOrganisation = false): string {
    const asked = new URL(authorizeUrl).searchParams;
    if (asked.get('client_id') !== clientId) state.problems.push('authorize: another client_id');
    const code = state.nextId('code');
    const redirectUri = asked.get('redirect_uri') ?? undefined;
    const scopes = new Set((asked.get('scope') ?? '').split(','));
    codes.set(code, { workspace, redirectUri, scopes, isWholeOrganisation });
    const back = new URL(redirectUri ?? `${botUrl()}/slack/oauth_redirect`);
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.get('state') ?? '');
    return back.href;
  }

  function exchange(given: unknown): ApiAnswer {
    const parsed = exchangeSchema.safeParse(given);
    if (!parsed.success) return refuse('invalid_arguments');
    const { code, client_id, client_secret, redirect_uri } = parsed.data;
    const found = codes.get(code);
    codes.delete(code);
    if (client_id !== clientId || client_secret !== clientSecret) return refuse('bad_client_secret');
    if (!found) return refuse('invalid_code');
    if (redirect_uri !== found.redirectUri) return refuse('bad_redirect_uri');
    return { status: 200, body: grant(found) };
  }

  function grant({ workspace, scopes, isWholeOrganisation }: Code): object {
    const token = `xoxb-${workspace.id}-${state.nextId('')}`;
    workspace.grant = { token, scopes };
    return {
      ok: true,
      access_token: token,
      token_type: 'bot',
      scope: [...scopes].join(','),
      bot_user_id: workspace.botUserId,
      app_id: state.appId,
      team: isWholeOrganisation ? null : { id: workspace.id, name: workspace.name },
      enterprise: isWholeOrganisation ? { id: 'E0FAKE00001', name: workspace.name } : null,
      is_enterprise_install: isWholeOrganisation,
      authed_user: { id: 'U0INSTALLER' },
    };
  }

  function refuse(code: string): ApiAnswer {
    return { status: 200, body: { ok: false, error: code } };
  }

  return {
    approve,
    exchange,
    async install(workspace) {
      const begun = await fetch(`${botUrl()}/slack/install`, { redirect: 'manual' });
      const authorizeUrl = begun.headers.get('location') ?? '';
      const [cookie = ''] = (begun.headers.get('set-cookie') ?? '').split(';');
      return fetch(approve(authorizeUrl, workspace), { redirect: 'manual', headers: { cookie } });
    },
  };
}
