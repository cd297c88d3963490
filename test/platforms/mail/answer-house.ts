/** The answer page on a server of its own, in front of any bot. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Bot } from '../../../src/bot/platform.ts';
import type { NetworkId } from '../../../src/features/networks/network.ts';
import { type AnswerClaim, answerLinks } from '../../../src/platforms/mail/answer-claim.ts';
import { type AnswerPageParts, mountAnswerPage } from '../../../src/platforms/mail/answer-page.ts';
import { type Answerer, mailIdentity } from '../../../src/platforms/mail/mail-address.ts';
import { answerWords } from '../../../src/texts/page-texts.ts';
import { createVault, type Vault } from '../../../src/vault.ts';
import { later, type World } from '../../../src/world.ts';
import { type CastKey, castDocuments, castMemberId, castNetwork } from '../../cast.ts';

/** A member of the cast's forum as one who answers by e-mail. */
export function answererOf(key: CastKey, networkId: NetworkId = castNetwork.id): Answerer {
  const member = castDocuments(networkId).members.find(({ id }) => id === castMemberId(key));
  if (!member) throw new Error(`${key} is no member`);
  return { identity: mailIdentity(networkId, member), networkId };
}

export type AnswerHouse = {
  readonly url: string;
  readonly vault: Vault;
  /** The address that is in the e-mail, an hour old at most. */
  readonly link: ReturnType<typeof answerLinks>;
  /** An address for any claim. */
  readonly linkFor: (claim: object, forMs?: number) => string;
  close(): Promise<void>;
};

export async function answerHouse(
  bot: Bot,
  world: World,
  person: AnswerPageParts['person'] = async () => ({ name: 'Smørbukk' }),
): Promise<AnswerHouse> {
  const vault = createVault(new Uint8Array(32).fill(3));
  const app = express();
  mountAnswerPage(app, { bot, vault, world, person, words: language => answerWords[language] });
  const server = createServer(app);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    vault,
    link: answerLinks({ vault, clock: world.clock, url, forMs: 3_600_000 }),
    linkFor: (claim, forMs = 3_600_000) => `${url}/answer/${vault.sign(claim, later(world.clock.now(), forMs))}`,
    async close() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

/** A claim that shows what the bot answers to an intent as soon as the page is opened. */
export function showing(intent: AnswerClaim['intent'], who: Answerer = answererOf('åse')): AnswerClaim {
  return { for: 'answer', ...who, language: 'nb', intent };
}
