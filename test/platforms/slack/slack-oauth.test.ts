import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { slackScopes } from '../../../src/platforms/slack/slack-scopes.ts';
import { idOf } from '../../../src/playground/fake-slack-state.ts';
import { later } from '../../../src/world.ts';
import { type SlackHouse, slackHouse, testVault } from './slack-house.ts';

const organisation = 'organisasjonene';
const team = idOf('T', organisation);

let folder: string;
let house: SlackHouse;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'laget-oauth-'));
  house = await slackHouse({ folder });
});

afterEach(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

/** The browser's first step. */
async function begin() {
  const response = await fetch(`${house.botUrl}/slack/install`, { redirect: 'manual' });
  const [cookie = ''] = (response.headers.get('set-cookie') ?? '').split(';');
  return { response, cookie, authorizeUrl: response.headers.get('location') ?? '' };
}

const returnTo = (url: string, cookie: string) => fetch(url, { redirect: 'manual', headers: { cookie } });
const isInstalled = async (id = team) => (await house.platform.workspaces.find(id)) !== undefined;

test('an installation leads to Slack and back, and the workspace is known', async () => {
  const { response, authorizeUrl } = await begin();
  expect(response.status).toBe(302);
  expect(response.headers.get('set-cookie')).toMatch(
    /^laget_slack_install=\w+; Max-Age=600; Path=\/slack; HttpOnly; SameSite=Lax$/,
  );
  const asked = new URL(authorizeUrl);
  expect(`${asked.origin}${asked.pathname}`).toBe(house.fake.config.authorizeUrl);
  expect(asked.searchParams.get('scope')).toBe(slackScopes.join(','));
  const installed = await house.fake.install(organisation);
  expect(installed.status).toBe(302);
  expect(installed.headers.get('location')).toMatch(new RegExp(`/app_redirect\\?app=A\\w+&team=${team}$`));
  expect(await isInstalled()).toBe(true);
});

test('the address to come back to is told when it is known, and the cookie then goes by TLS only', async () => {
  await house.close();
  house = await slackHouse({ folder, publicUrl: 'https://laget.example' });
  const { response, authorizeUrl } = await begin();
  expect(new URL(authorizeUrl).searchParams.get('redirect_uri')).toBe('https://laget.example/slack/oauth_redirect');
  expect(response.headers.get('set-cookie')).toMatch(/; Secure$/);
});

test('the token stands nowhere on disk as it is', async () => {
  await house.fake.install(organisation);
  const token = (await house.platform.workspaces.find(team))?.client.token ?? '';
  expect(token).toMatch(/^xoxb-/);
  for (const file of readdirSync(folder)) expect(readFileSync(join(folder, file)).includes(token)).toBe(false);
});

describe('is refused with 400, and nothing is kept', () => {
  type Step = (
    url: URL,
    cookie: string,
  ) => Promise<{ readonly url: URL; readonly cookie: string }> | { readonly url: URL; readonly cookie: string };
  const withState = (url: URL, state: string) => {
    url.searchParams.set('state', state);
    return url;
  };

  test.each<[string, Step]>([
    [
      'without a state',
      (url, cookie) => {
        url.searchParams.delete('state');
        return { url, cookie };
      },
    ],
    ['with a forged state', (url, cookie) => ({ url: withState(url, 'e30.AAAA'), cookie })],
    ['with a state that is no text', (url, cookie) => ({ url: new URL(`${url.href}&state=x`), cookie })],
    [
      'with a token of ours that is for something else',
      (url, cookie) => ({
        url: withState(
          url,
          testVault.sign(
            { for: 'answer', attempt: cookie.replace(/^.*=/, '') },
            later(house.world.clock.now(), 600_000),
          ),
        ),
        cookie,
      }),
    ],
    ['without the cookie', url => ({ url, cookie: '' })],
    ['with the cookie of another attempt', async url => ({ url, cookie: (await begin()).cookie })],
    [
      'after ten minutes',
      (url, cookie) => {
        house.world.clock.advance(10 * 60_000);
        return { url, cookie };
      },
    ],
    [
      'with a code Slack did not give',
      (url, cookie) => {
        url.searchParams.set('code', 'another');
        return { url, cookie };
      },
    ],
    [
      'when the person declined',
      (url, cookie) => {
        url.searchParams.delete('code');
        url.searchParams.set('error', 'access_denied');
        return { url, cookie };
      },
    ],
  ])('%s', async (_, change) => {
    const { cookie, authorizeUrl } = await begin();
    const changed = await change(new URL(house.fake.approve(authorizeUrl, organisation)), cookie);
    const response = await returnTo(changed.url.href, changed.cookie);
    expect(response.status).toBe(400);
    expect(await isInstalled()).toBe(false);
  });

  test('a second time', async () => {
    const { cookie, authorizeUrl } = await begin();
    const back = house.fake.approve(authorizeUrl, organisation);
    expect((await returnTo(back, cookie)).status).toBe(302);
    const again = house.fake.approve(authorizeUrl, 'en annen organisasjon');
    expect((await returnTo(again, cookie)).status).toBe(400);
    expect(await isInstalled(idOf('T', 'en annen organisasjon'))).toBe(false);
  });

  test('a workspace that is not on the list, whose token is given back', async () => {
    await house.close();
    house = await slackHouse({ folder, allowedWorkspaces: [team], installProblem: problem => `Feil: ${problem}` });
    expect((await house.fake.install(organisation)).status).toBe(302);
    const refused = await house.fake.install('fremmede');
    expect([refused.status, await refused.text()]).toEqual([400, 'Feil: not-allowed']);
    expect(house.fake.calls('auth.revoke')).toBe(1);
    expect(await isInstalled(idOf('T', 'fremmede'))).toBe(false);
  });

  test('a whole organisation at once', async () => {
    const { cookie, authorizeUrl } = await begin();
    const response = await returnTo(house.fake.approve(authorizeUrl, organisation, true), cookie);
    expect([response.status, await response.text()]).toEqual([400, 'whole-organisation']);
    expect(house.fake.calls('auth.revoke')).toBe(1);
  });
});

describe('a removed app', () => {
  test.each([
    [['tokens_revoked', 'app_uninstalled']],
    [['app_uninstalled', 'tokens_revoked']],
    [['tokens_revoked']],
  ] as const)('is forgotten (%j)', async order => {
    await house.fake.install(organisation);
    expect(await isInstalled()).toBe(true);
    await house.fake.uninstall(organisation, order);
    expect(await isInstalled()).toBe(false);
    expect(house.fake.problems).toEqual([]);
  });

  test('and installed anew stays, also when Slack tells of the removal late', async () => {
    await house.fake.install(organisation);
    const removedAt = Date.parse(house.world.clock.now()) / 1000;
    house.world.clock.advance(60_000);
    await house.fake.install(organisation);
    const late = {
      type: 'event_callback',
      team_id: team,
      event_id: 'EvLate',
      event_time: removedAt,
      event: { type: 'app_uninstalled' },
    };
    await house.fake.send.raw(JSON.stringify(late), { 'content-type': 'application/json' });
    expect(await isInstalled()).toBe(true);
  });

  test("a person's own revoked token is none of ours", async () => {
    await house.fake.install(organisation);
    await house.fake.send.event({ type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [] } }, team, 'U2');
    expect(await isInstalled()).toBe(true);
  });
});

describe('one workspace by SLACK_BOT_TOKEN', () => {
  test('needs no installation, and has no route for one', async () => {
    await house.close();
    house = await slackHouse({ folder, tokenFor: organisation });
    await house.running.start();
    expect(await isInstalled()).toBe(true);
    expect(house.fake.calls('auth.test')).toBe(1);
    expect((await fetch(`${house.botUrl}/slack/install`)).status).toBe(404);
  });

  test('starts also while Slack is away, and asks again', async () => {
    await house.close();
    house = await slackHouse({ folder, tokenFor: organisation });
    house.fake.failNext('auth.test', { status: 503 });
    await house.running.start();
    expect(house.world.lines).toMatchObject([{ level: 'error', fields: { error: 'http 503' } }]);
    expect(await isInstalled()).toBe(true);
  });
});
