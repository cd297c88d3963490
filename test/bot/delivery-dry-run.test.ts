/** What is shown before it is sent is what is sent: who, by which way, in which language, with which words. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Card } from '../../cards/card.ts';
import { type DryRunShown, dryRunCard } from '../../cards/deliveries/delivery-dry-run.ts';
import { plainText } from '../../cards/plain-text.ts';
import { rehearse, shownOf } from '../../src/bot/deliveries/dry-run.ts';
import type { PlatformOf } from '../../src/bot/routes.ts';
import { agreeToSending, freezeSending } from '../../src/delivery/agree-to-sending.ts';
import { deliveries } from '../../src/delivery/delivery.ts';
import { type Sending, sendings } from '../../src/delivery/sending.ts';
import type { IdentityKey } from '../../src/features/networks/network.ts';
import { extendPoll } from '../../src/features/polls/extend-poll.ts';
import type { PollId } from '../../src/features/polls/poll.ts';
import { pollPartition } from '../../src/features/polls/poll-store.ts';
import { remindPoll } from '../../src/features/polls/remind-poll.ts';
import { speak } from '../../src/texts/speak.ts';
import type { PlainDate } from '../../src/world.ts';
import { actorOf, castPeople, castSeats, seatForum, type TestTools, testTools } from '../cast.ts';
import { cast, doneOf, open, refusalOf, yes } from '../features/polls/poll-room.ts';
import {
  becomes,
  canBeWrittenTo,
  platformsBy,
  settings,
  type TestPlatform,
  testPlatform,
  ticking,
} from './bot-room.ts';

let tools: TestTools;
let poll: PollId;
let platforms: readonly TestPlatform[];
let platformOf: PlatformOf;

const voters = castSeats.filter(({ isVoting }) => isVoting).map(({ holder }) => holder);
const inSlack = voters.slice(9, 13);

beforeEach(async () => {
  tools = testTools();
  platforms = [testPlatform('test'), testPlatform('slack'), testPlatform('mail', true)];
  platformOf = platformsBy(...platforms);
  await seatForum(tools);
  for (const key of voters.filter(each => castPeople[each].accounts.length > 0)) {
    const account = inSlack.includes(key) ? (`slack|here|${key}` as IdentityKey) : undefined;
    await canBeWrittenTo(tools, key, `to ${key}`, account && { account });
  }
  for (const key of ['smørbukk', 'grimsborken'] as const) await becomes(tools, key, { language: 'nn' });
  poll = await open(tools);
  await ticking(tools, ...platforms)();
  doneOf(await remindPoll(tools, await actorOf(tools, 'kari'), poll));
});
afterEach(() => tools.store.close());

const about = () => ({ kind: 'poll', id: poll });
const asNow = (sending: Sending) => rehearse({ tools, settings }, platformOf, sending);

async function sendingNow(): Promise<Sending> {
  const [kept] = await sendings.all(tools.store, pollPartition(poll));
  if (!kept) throw new Error('Nothing is to be sent');
  return kept.value;
}

async function look(): Promise<DryRunShown> {
  const { id } = await sendingNow();
  const frozen = doneOf(
    await freezeSending(tools, await actorOf(tools, 'kari'), { about: about(), sending: id }, asNow),
  );
  const names = (to: Sending['to'][number]) => (to.kind === 'member' ? to.id.replace('member-', '') : to.label);
  const thing = { about: about(), title: 'Avstemning 1' };
  return { thing, sending: id, ...shownOf(frozen.value, platformOf, names) };
}

const agree = async ({ sending, seen }: DryRunShown) =>
  agreeToSending(tools, await actorOf(tools, 'kari'), { about: about(), sending, seen }, asNow);

/** Everything that was told since, by address. */
async function told(): Promise<ReadonlyMap<string, string>> {
  await ticking(tools, ...platforms)();
  const all = platforms.flatMap(({ asked }) => asked.filter(({ how }) => how === 'told'));
  return new Map(all.map(({ to, text }) => [to, text]));
}

describe('the dry run', () => {
  test('names each, by the way they are reached and in their language, and each text once', async () => {
    const shown = await look();
    const card = plainText(dryRunCard(shown, speak('nb', 'Europe/Oslo')));
    expect(card).toContain('Dette går til 16: 11 på test, 4 i Slack, 1 på e-post. Ingenting er sendt ennå.');
    expect(card).toContain('• e-post · bokmål – åse');
    expect(card).toMatch(/• Slack · nynorsk – .*smørbukk/);
    expect(card).toContain('Slik står det på bokmål, til 14:');
    expect(card).toContain('Slik står det på nynorsk, til 2:');
    expect(card).toContain('Du har ikke svart på «Skal forumet møtes i Karasjok?».');
    expect(card).toContain('Du har ikkje svara på «Skal forumet møtes i Karasjok?».');
    expect(card).toContain('[Send til 16] [Ikke send]');
    expect(shown.texts).toHaveLength(2);
    const names = shown.to.map(({ name }) => name);
    expect(names).toEqual(names.toSorted(new Intl.Collator('nb').compare));
    expect(names.at(-1)).toBe('åse');
  });

  test('says who cannot be reached, and why', async () => {
    platformOf = platformsBy(...platforms.slice(0, 2));
    const card = plainText(dryRunCard(await look(), speak('nb', 'Europe/Oslo')));
    expect(card).toContain(
      'Dette går til 15: 11 på test, 4 i Slack; 1 nås ikke (åse: ingen konto, og ingen e-post jeg kan skrive til).',
    );
    expect(card).toContain('[Send til 15] [Ikke send]');
  });

  test('has no button that does here what it does for those who get it', async () => {
    const { parts }: Card = dryRunCard(await look(), speak('nb', 'Europe/Oslo'));
    const intents = parts.flatMap(part =>
      part.kind === 'buttons' ? part.buttons.map(({ intent }) => intent.type) : [],
    );
    expect(new Set(intents)).toEqual(new Set(['sending.agree', 'sending.drop']));
  });
});

describe('what was shown', () => {
  test('is what each gets, word for word, by the way that was shown', async () => {
    const shown = await look();
    doneOf(await agree(shown));
    const all = await told();
    expect(all.size).toBe(16);
    const texts = shown.texts.map(({ card }) => plainText(card));
    for (const [to, text] of all) {
      expect(text).toBe(texts[to === 'to smørbukk' || to === 'to grimsborken' ? 1 : 0]);
    }
    expect(platforms.map(({ asked }) => asked.filter(({ how }) => how === 'told').length)).toEqual([11, 4, 1]);
  });

  test('goes by the way that was shown, though the person has since written from elsewhere', async () => {
    const shown = await look();
    tools.world.clock.advance(1000);
    await canBeWrittenTo(tools, 'pål', 'to pål elsewhere', { account: 'slack|here|pål' as IdentityKey });
    doneOf(await agree(shown));
    const all = await told();
    expect([all.has('to pål'), all.has('to pål elsewhere')]).toEqual([true, false]);
  });

  test('is sent to nobody who has answered since, before or after it was agreed to', async () => {
    const shown = await look();
    await cast(tools, poll, 2, yes);
    expect(doneOf(await agree(shown)).unneeded).toBe(1);
    await cast(tools, poll, 3, yes);
    const all = await told();
    expect(all.size).toBe(14);
    expect([all.has('to pål'), all.has('to veslefrikk')]).toEqual([false, false]);
  });

  test('is shown anew when the deadline was moved, and nothing is sent by what was seen before', async () => {
    const shown = await look();
    const closesOn = '2027-02-08' as PlainDate;
    doneOf(await extendPoll(tools, await actorOf(tools, 'kari'), poll, { closesOn }));
    expect(refusalOf(await agree(shown))).toEqual({ code: 'sending-changed' });
    expect((await told()).size).toBe(0);
    const again = await look();
    expect(plainText(dryRunCard(again, speak('nb', 'Europe/Oslo')))).toContain('8. februar');
    doneOf(await agree(again));
    expect((await told()).size).toBe(16);
  });

  test('is shown anew when someone can be reached who could not', async () => {
    const all = platformOf;
    platformOf = platformsBy(...platforms.slice(0, 2));
    const shown = await look();
    platformOf = all;
    expect(refusalOf(await agree(shown))).toEqual({ code: 'sending-changed' });
  });

  test('that nobody needs any more is sent to nobody', async () => {
    const shown = await look();
    tools.world.clock.set('2027-02-02T00:00:00.000Z');
    expect(doneOf(await agree(shown))).toMatchObject({ unneeded: 16, sending: { to: [] } });
    await told();
    const all = await deliveries.all(tools.store, pollPartition(poll));
    expect(all.filter(({ value }) => value.message.kind === 'poll-reminder')).toEqual([]);
    expect(plainText(dryRunCard({ ...shown, to: [], texts: [] }, speak('nb', 'Europe/Oslo')))).toContain(
      'Ingen trenger dette lenger. Det er ingenting å sende.',
    );
  });
});
