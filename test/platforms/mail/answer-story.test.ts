/** From the e-mail to the count: a member who has no chat account votes for their seat, with the whole bot behind the page. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Settings } from '../../../src/bot/asking.ts';
import { createBot } from '../../../src/bot/bot.ts';
import { drawingOf } from '../../../src/bot/draw.ts';
import {
  identityPartition,
  members,
  memberships,
  networkPartition,
} from '../../../src/features/networks/network-store.ts';
import { mailAddress, mailIdentity } from '../../../src/platforms/mail/mail-address.ts';
import { createMailPlatform } from '../../../src/platforms/mail/mail-platform.ts';
import { type FakeMail, startFakeMail } from '../../../src/playground/fake-mail.ts';
import { speak } from '../../../src/texts/speak.ts';
import { castMemberId, castNetwork, castPeople, seatForum, type TestTools, testTools } from '../../cast.ts';
import { open, pollNow, sums } from '../../features/polls/poll-room.ts';
import { type AnswerHouse, answererOf, answerHouse } from './answer-house.ts';
import { howToAnswer } from './mail-house.ts';
import { pressOnPage } from './press-on-page.ts';

const åse = answererOf('åse');
const settings: Settings = {
  zone: 'Europe/Oslo',
  language: 'nb',
  isAllowed: () => true,
  fileUrl: () => 'https://laget.example.org/file/x',
};

let tools: TestTools;
let house: AnswerHouse;
let post: FakeMail;

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
  await tools.store.batch(identityPartition(åse.identity), [
    memberships.create(castNetwork.id, { networkId: castNetwork.id, memberId: castMemberId('åse') }),
  ]);
  post = await startFakeMail();
  house = await answerHouse(
    createBot(tools, settings, () => undefined),
    tools.world,
    async ({ identity, networkId }) => {
      const membership = await memberships.get(tools.store, identityPartition(identity), networkId);
      const member =
        membership && (await members.get(tools.store, networkPartition(networkId), membership.value.memberId));
      return member && mailIdentity(networkId, member.value) === identity ? { name: member.value.name } : undefined;
    },
  );
});

afterEach(async () => {
  await Promise.all([house.close(), post.close()]);
  await tools.store.close();
});

/** The poll as it is sent, and its links by their words. */
async function mailOut(id: Awaited<ReturnType<typeof open>>): Promise<ReadonlyMap<string, string>> {
  const config = { smtpUrl: post.url, from: 'laget@example.org' };
  const platform = createMailPlatform({
    config,
    world: tools.world,
    howToAnswer: () => howToAnswer,
    answerUrl: house.link,
  });
  const card = (await drawingOf(tools, await pollNow(tools, id))).write(speak('nb', 'Europe/Oslo'));
  const to = mailAddress(castPeople.åse.email, { sender: castNetwork.name, answerer: åse });
  expect(await platform.tell(to, { card, key: 'poll:1', mayStand: false })).toMatchObject({ kind: 'sent' });
  expect(post.problems).toEqual([]);
  const [mail] = post.messagesTo(castPeople.åse.email);
  return new Map(
    [...(mail?.text ?? '').matchAll(/^(.+): (http\S+)$/gm)].map(([, label = '', url = '']) => [label, url]),
  );
}

test('a seat votes by e-mail, changes its mind, and is counted once', async () => {
  const id = await open(tools);
  const links = await mailOut(id);
  expect([...links.keys()]).toEqual(['Ja', 'Nei', 'Avstår', 'Mitt svar']);
  for (const url of links.values()) await fetch(url);
  expect(await sums(tools, id)).toEqual([0, 0, 0]);

  const page = await pressOnPage(links.get('Ja') ?? '', 'Ja');
  expect(page).toContain('<html lang="nb">');
  expect(page).toContain('plass 7');
  expect(await sums(tools, id)).toEqual([1, 0, 0]);
  await pressOnPage(links.get('Nei') ?? '', 'Nei');
  expect(await sums(tools, id)).toEqual([0, 1, 0]);
  expect(await pressOnPage(links.get('Mitt svar') ?? '', 'Mitt svar')).toContain('Nei');
});

test('who has another address now, or is no member any more, votes no more by the old link', async () => {
  const id = await open(tools);
  const links = await mailOut(id);
  const home = networkPartition(castNetwork.id);
  const kept = await members.get(tools.store, home, castMemberId('åse'));
  if (!kept) throw new Error('no member');
  await tools.store.batch(home, [members.replace(kept, { ...kept.value, email: 'ny@soriamoria.example' })]);
  const url = links.get('Ja') ?? '';
  expect((await fetch(url)).status).toBe(404);
  const body = new URLSearchParams({ _payload: JSON.stringify({ type: 'poll.cast', poll: id, options: ['o1'] }) });
  expect((await fetch(url, { method: 'POST', body })).status).toBe(404);
  expect(await sums(tools, id)).toEqual([0, 0, 0]);
});
