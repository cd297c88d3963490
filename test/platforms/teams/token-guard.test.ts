import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exportJWK, exportSPKI, generateKeyPair, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import { tokenGuard } from '../../../src/platforms/teams/token-guard.ts';
import { issuer } from '../../../src/playground/fake-teams-login.ts';
import { instantOf } from '../../../src/world.ts';
import { type TeamsHouse, teamsHouse } from './teams-house.ts';

let house: TeamsHouse;
let serviceUrl: string;

beforeAll(async () => {
  house = await teamsHouse();
  serviceUrl = house.teams.serviceUrl('Troms');
});

afterAll(() => house.close());

const activity = () => ({
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl,
  from: { id: '29:1abc', name: 'Kari Nordmann', aadObjectId: 'a0000000-0000-4000-8000-000000000001' },
  recipient: { id: `28:${house.teams.config.appId}`, name: 'Laget' },
  conversation: { id: 'a:1abc', conversationType: 'personal', tenantId: house.teams.tenantId('Troms') },
  text: 'hjelp',
});

function post(authorization: string | undefined, body: string): Promise<Response> {
  return fetch(`${house.botUrl}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
    body,
  });
}

const signed = (claims: object) => house.teams.login.sign({ serviceurl: serviceUrl, ...claims });
const now = () => house.teams.login.nowSeconds();
const goodClaims = () => ({
  iss: issuer,
  aud: house.teams.config.appId,
  serviceurl: serviceUrl,
  nbf: now(),
  exp: now() + 3600,
});
const kid = () => house.teams.login.key.kid;

type Bad = {
  readonly name: string;
  readonly token: () => Promise<string | undefined>;
  readonly change?: Readonly<Record<string, unknown>>;
};

const bad: readonly Bad[] = [
  { name: 'none', token: async () => undefined },
  { name: 'malformed', token: async () => 'Bearer not.a' },
  { name: 'three words that are no token', token: async () => 'Bearer a.b.c' },
  { name: 'of another scheme', token: async () => `Basic ${await signed({})}` },
  { name: 'for another bot', token: async () => `Bearer ${await signed({ aud: 'another' })}` },
  { name: 'of another issuer', token: async () => `Bearer ${await signed({ iss: 'https://evil.example' })}` },
  {
    name: 'of the emulator’s issuer, for our app',
    token: async () =>
      `Bearer ${await signed({ iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', appid: house.teams.config.appId, ver: '1.0' })}`,
  },
  { name: 'expired', token: async () => `Bearer ${await signed({ nbf: now() - 7200, exp: now() - 301 })}` },
  { name: 'not yet valid', token: async () => `Bearer ${await signed({ nbf: now() + 301 })}` },
  { name: 'without an end', token: async () => `Bearer ${await signed({ exp: undefined })}` },
  {
    name: 'with a changed signature',
    token: async () => `Bearer ${(await signed({})).replace(/\.[^.]{8}([^.]*)$/, '.AAAAAAAA$1')}`,
  },
  { name: 'without a signature (alg none)', token: async () => `Bearer ${new UnsecuredJWT(goodClaims()).encode()}` },
  {
    name: 'signed HS256 with the public key',
    token: async () => {
      const key = await importJWK(house.teams.login.key.jwk, 'RS256', { extractable: true });
      if (key instanceof Uint8Array) throw new Error('Not a public key');
      const secret = new TextEncoder().encode(await exportSPKI(key));
      return `Bearer ${await new SignJWT(goodClaims()).setProtectedHeader({ alg: 'HS256', kid: kid() }).sign(secret)}`;
    },
  },
  {
    name: 'signed ES256',
    token: async () => {
      const { privateKey } = await generateKeyPair('ES256');
      return `Bearer ${await new SignJWT(goodClaims()).setProtectedHeader({ alg: 'ES256', kid: kid() }).sign(privateKey)}`;
    },
  },
  {
    name: 'signed with another key under our key’s name',
    token: async () => {
      const { privateKey } = await generateKeyPair('RS256');
      return `Bearer ${await new SignJWT(goodClaims()).setProtectedHeader({ alg: 'RS256', kid: kid() }).sign(privateKey)}`;
    },
  },
  {
    name: 'of an unknown key',
    token: async () => {
      const { privateKey } = await generateKeyPair('RS256');
      return `Bearer ${await new SignJWT(goodClaims()).setProtectedHeader({ alg: 'RS256', kid: 'x' }).sign(privateKey)}`;
    },
  },
  { name: 'without a service address', token: async () => `Bearer ${await signed({ serviceurl: undefined })}` },
  {
    name: 'of another service address',
    token: async () => `Bearer ${await signed({ serviceurl: 'https://smba.example/' })}`,
  },
  {
    name: 'with an activity without a service address',
    token: async () => `Bearer ${await signed({})}`,
    change: { serviceUrl: undefined },
  },
  {
    name: 'with an activity of another channel',
    token: async () => `Bearer ${await signed({})}`,
    change: { channelId: 'webchat' },
  },
];

describe('a request with a token', () => {
  test.each(bad)('$name is refused with 401 and no word why', async ({ token, change }) => {
    const response = await post(await token(), JSON.stringify({ ...activity(), ...change }));
    expect(response.status).toBe(401);
    expect(await response.text()).toBe('Unauthorized');
    expect(house.incoming).toEqual([]);
  });

  test('that is good is taken, twice with one signature check', async () => {
    const token = `Bearer ${await signed({})}`;
    expect((await post(token, JSON.stringify(activity()))).status).toBe(200);
    expect((await post(token, JSON.stringify(activity()))).status).toBe(200);
    expect(house.incoming).toHaveLength(2);
  });

  test('that is good is no longer taken when it has run out', async () => {
    const own = await teamsHouse();
    const url = own.teams.serviceUrl('Troms');
    const token = await own.teams.login.sign({ serviceurl: url });
    expect((await own.teams.send({ ...activity(), serviceUrl: url }, token)).status).toBe(200);
    own.pass(66 * 60_000);
    expect((await own.teams.send({ ...activity(), serviceUrl: url }, token)).status).toBe(401);
    await own.close();
  });
});

describe('the signing keys', () => {
  test('are read anew when a token names one not known, at most once a minute', async () => {
    const own = await teamsHouse();
    const sent = async () =>
      (await own.teams.send({ ...activity(), serviceUrl: own.teams.serviceUrl('Troms') })).status;
    expect(await sent()).toBe(200);
    await own.teams.login.rotateKeys();
    expect(await sent()).toBe(401);
    expect(own.teams.login.asked.keys).toBe(1);
    own.pass(61_000);
    expect(await sent()).toBe(200);
    expect(await sent()).toBe(200);
    expect(own.teams.login.asked.keys).toBe(2);
    await own.close();
  });

  test('out of reach from the start: 503, and the request may come again', async () => {
    const own = await teamsHouse();
    const sent = async () =>
      (await own.teams.send({ ...activity(), serviceUrl: own.teams.serviceUrl('Troms') })).status;
    own.teams.login.isDown = true;
    expect(await sent()).toBe(503);
    own.teams.login.isDown = false;
    expect(await sent()).toBe(200);
    await own.close();
  });

  test('out of reach later: those kept are used', async () => {
    const own = await teamsHouse();
    const sent = async () =>
      (await own.teams.send({ ...activity(), serviceUrl: own.teams.serviceUrl('Troms') })).status;
    expect(await sent()).toBe(200);
    own.teams.login.isDown = true;
    own.pass(25 * 60 * 60_000);
    expect(await sent()).toBe(200);
    await own.close();
  });
});

test('a key that is endorsed for other channels only signs nothing of Teams', async () => {
  const signers = await Promise.all(
    ['msteams', 'webchat'].map(async channel => {
      const { privateKey, publicKey } = await generateKeyPair('RS256');
      const jwk = { ...(await exportJWK(publicKey)), kid: channel, alg: 'RS256', endorsements: [channel] };
      return { channel, privateKey, jwk };
    }),
  );
  const server = createServer((request, response) => {
    const keys = { keys: signers.map(({ jwk }) => jwk) };
    response.end(JSON.stringify(request.url === '/keys' ? keys : { jwks_uri: `${origin()}/keys` }));
  });
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { appId } = house.teams.config;
  const verdictOn = tokenGuard(
    { appId, openIdUrl: `${origin()}/openid`, tokenIssuer: issuer },
    { now: () => instantOf(now() * 1000) },
  );
  const verdicts = signers.map(async ({ channel, privateKey }) => {
    const token = new SignJWT(goodClaims()).setProtectedHeader({ alg: 'RS256', kid: channel });
    return (await verdictOn(`Bearer ${await token.sign(privateKey)}`)).kind;
  });
  expect(await Promise.all(verdicts)).toEqual(['good', 'refused']);
  server.closeAllConnections();
  server.close();
});

describe('a body', () => {
  const good = async () => `Bearer ${await signed({})}`;

  test('too large: 413', async () => {
    const text = 'x'.repeat(300 * 1024);
    expect((await post(await good(), JSON.stringify({ ...activity(), text }))).status).toBe(413);
  });

  test.each(['{', '', 'null', '[]', '"hei"'])('%p: refused', async body => {
    expect([400, 401]).toContain((await post(await good(), body)).status);
  });

  test('with a good token but not an activity: 400, and the log names fields only', async () => {
    const response = await post(await good(), JSON.stringify({ ...activity(), from: { name: 'Kari Nordmann' } }));
    expect(response.status).toBe(400);
    expect(JSON.stringify(house.logged)).not.toMatch(/Kari|hjelp/);
    expect(house.logged.at(-1)).toMatchObject({ fields: { fields: ['from.id'] } });
  });

  test('with a bad token is not even read', async () => {
    expect((await post('Bearer a.b.c', '{')).status).toBe(401);
  });

  test('that names an invoke without what it needs: 400; an unknown invoke: 501', async () => {
    const invoke = (name: string) => JSON.stringify({ ...activity(), type: 'invoke', name });
    expect((await post(await good(), invoke('adaptiveCard/action'))).status).toBe(400);
    expect((await post(await good(), invoke('task/submit'))).status).toBe(400);
    expect((await post(await good(), invoke('composeExtension/query'))).status).toBe(501);
  });
});
