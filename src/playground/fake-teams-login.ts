/** Bot Framework's and Entra's part of the fake Teams: signed tokens to the bot, and the bot's own tokens. */
import { createHash } from 'node:crypto';
import express, { type Router } from 'express';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { type Clock, epochMsOf } from '../world.ts';

export const issuer = 'https://api.botframework.com';
const scope = 'https://api.botframework.com/.default';
const lifeSeconds = 3600;

type SigningKey = { readonly kid: string; readonly privateKey: CryptoKey; readonly jwk: JWK };

export type Claims = Readonly<Record<string, unknown>>;

export class FakeTeamsLogin {
  readonly #clock: Clock;
  readonly #app: { readonly appId: string; readonly appPassword: string; readonly tenantId: string };
  readonly #granted = new Map<string, number>();
  readonly #signed = new Map<string, { readonly token: Promise<string>; readonly untilSeconds: number }>();
  #key: SigningKey;
  /** How many times keys and tokens were asked for. */
  readonly asked = { openId: 0, keys: 0, tokens: 0 };
  /** Answers everything with 503. */
  isDown = false;

  private constructor(clock: Clock, app: { appId: string; appPassword: string; tenantId: string }, key: SigningKey) {
    this.#clock = clock;
    this.#app = app;
    this.#key = key;
  }

  static async start(
    clock: Clock,
    app: { appId: string; appPassword: string; tenantId: string },
  ): Promise<FakeTeamsLogin> {
    return new FakeTeamsLogin(clock, app, await makeKey());
  }

  /** The keys of before are no longer published. */
  async rotateKeys(): Promise<void> {
    this.#key = await makeKey();
    this.#signed.clear();
  }

  get key(): SigningKey {
    return this.#key;
  }

  /** One token serves many requests, as Bot Framework's do. */
  tokenFor(serviceUrl: string): Promise<string> {
    const now = this.nowSeconds();
    const known = this.#signed.get(serviceUrl);
    if (known && now < known.untilSeconds - 300) return known.token;
    const token = this.sign({ serviceurl: serviceUrl });
    this.#signed.set(serviceUrl, { token, untilSeconds: now + lifeSeconds });
    return token;
  }

  /** @param claims laid over those of a good token; `undefined` takes one away */
  sign(claims: Claims): Promise<string> {
    const now = this.nowSeconds();
    return new SignJWT({ iss: issuer, aud: this.#app.appId, nbf: now, exp: now + lifeSeconds, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: this.#key.kid, typ: 'JWT' })
      .sign(this.#key.privateKey);
  }

  isGranted(authorization: string | undefined): boolean {
    const untilSeconds = this.#granted.get(authorization?.replace(/^Bearer /, '') ?? '');
    return untilSeconds !== undefined && this.nowSeconds() < untilSeconds;
  }

  /** Tokens given so far are no longer taken. */
  revokeGranted(): void {
    this.#granted.clear();
  }

  nowSeconds(): number {
    return Math.floor(epochMsOf(this.#clock.now()) / 1000);
  }

  /** @param origin where this router is reached */
  routes(origin: () => string): Router {
    const router = express.Router();
    router.use((_request, response, next) => {
      if (this.isDown) response.sendStatus(503);
      else next();
    });
    router.get('/v1/.well-known/openidconfiguration', (_request, response) => {
      this.asked.openId += 1;
      response.json({
        issuer,
        jwks_uri: `${origin()}/v1/.well-known/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
        token_endpoint_auth_methods_supported: ['private_key_jwt'],
      });
    });
    router.get('/v1/.well-known/keys', (_request, response) => {
      this.asked.keys += 1;
      response.json({ keys: [{ ...this.#key.jwk, endorsements: ['msteams', 'webchat'] }] });
    });
    router.post('/:tenant/oauth2/v2.0/token', express.urlencoded(), (request, response) => {
      this.asked.tokens += 1;
      const given: Readonly<Record<string, unknown>> = request.body ?? {};
      const error = this.#faultOf(request.params.tenant, given);
      if (error) {
        response.status(error === 'invalid_client' ? 401 : 400).json({ error, error_description: error });
        return;
      }
      const token = createHash('sha256').update(`${this.asked.tokens}`).digest('base64url');
      this.#granted.set(token, this.nowSeconds() + lifeSeconds);
      response.json({
        token_type: 'Bearer',
        expires_in: lifeSeconds,
        ext_expires_in: lifeSeconds,
        access_token: token,
      });
    });
    return router;
  }

  #faultOf(tenant: string, given: Readonly<Record<string, unknown>>): string | undefined {
    if (tenant !== this.#app.tenantId) return 'invalid_tenant';
    if (given['grant_type'] !== 'client_credentials') return 'unsupported_grant_type';
    if (given['scope'] !== scope) return 'invalid_scope';
    const isKnown = given['client_id'] === this.#app.appId && given['client_secret'] === this.#app.appPassword;
    return isKnown ? undefined : 'invalid_client';
  }
}

let keysMade = 0;

async function makeKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  keysMade += 1;
  const kid = `fake-key-${keysMade}`;
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' } };
}
