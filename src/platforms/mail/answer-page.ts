/** Where people without a chat account answer: the bot's cards and forms on a page of the browser. */
import express, { type Application, type Request, type Response } from 'express';
import type { Bot, From } from '../../bot/platform.ts';
import { address, channelKey } from '../../features/networks/network.ts';
import type { Vault } from '../../vault.ts';
import type { World } from '../../world.ts';
import { type AnswerClaim, readAnswer } from './answer-claim.ts';
import { expiredPage, type Page, pressPage, replyPage, type WordsIn } from './answer-view.ts';
import type { Answerer } from './mail-address.ts';
import { createRequestKeys } from './request-keys.ts';
import { readSent } from './sent-form.ts';

export type AnswerPageParts = {
  readonly bot: Bot;
  readonly vault: Vault;
  readonly world: World;
  /** Who it is; undefined for one who is no longer a member, or whose e-mail address is another now. */
  readonly person: (who: Answerer) => Promise<{ readonly name: string } | undefined>;
  readonly words: WordsIn;
};

/** Room for a roster of a hundred thousand characters, many of them written with percent signs. */
const mostSent = '1mb';

/** `GET /answer/:token` shows what the link is for and changes nothing; `POST` does what is pressed or sent there. */
export function mountAnswerPage(app: Application, { bot, vault, world, person, words }: AnswerPageParts): void {
  const requestKeyOf = createRequestKeys();

  async function show(claim: AnswerClaim, name: string): Promise<Page> {
    const page = world.ids.random();
    const { press, intent } = claim;
    if (press) return pressPage({ ...claim, press }, page, words);
    const from = fromOf(claim, name, `${claim.identity}|${page}`);
    return replyPage(await bot.handle({ from, kind: 'payload', payload: intent }), page, words, false);
  }

  async function obey(claim: AnswerClaim, name: string, body: unknown): Promise<Page> {
    const { payload, page } = readSent(body);
    const from = fromOf(claim, name, requestKeyOf(`${claim.identity}|${page}`, payload));
    return replyPage(await bot.handle({ from, kind: 'payload', payload }), world.ids.random(), words, true);
  }

  async function answer(
    request: Request<{ token: string }>,
    response: Response,
    work: (claim: AnswerClaim, name: string) => Promise<Page>,
  ): Promise<void> {
    const claim = readAnswer(vault, request.params.token, world.clock.now());
    const known = claim && (await person(claim));
    send(response, claim && known ? await work(claim, known.name) : expiredPage(words));
  }

  app.get('/answer/:token', (request, response) => answer(request, response, show));

  app.post('/answer/:token', express.urlencoded({ extended: false, limit: mostSent }), (request, response) =>
    answer(request, response, (claim, name) => obey(claim, name, request.body)),
  );
}

/** The person is the one the link was made for, whatever is sent along. */
function fromOf({ identity, language }: AnswerClaim, name: string, requestKey: string): From {
  return {
    identity,
    organisation: 'mail|',
    name,
    locale: language,
    place: { kind: 'personal', key: channelKey.parse(identity), address: address.parse(identity), label: name },
    canOpenForm: true,
    requestKey,
  };
}

/** The address is the key, so it is told to nobody: not to the next page, not to a cache, not to a search engine. */
function send(response: Response, { status, markup }: Page): void {
  response
    .status(status)
    .type('html')
    .set({
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex',
    })
    .send(markup);
}
