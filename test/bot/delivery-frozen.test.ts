/** What is shown to many is kept once and sent to each with their own links. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Card } from '../../cards/card.ts';
import type { Settings } from '../../src/bot/asking.ts';
import { freezeCards, thawCard } from '../../src/bot/deliveries/delivery-frozen.ts';
import { rehearse } from '../../src/bot/deliveries/dry-run.ts';
import type { Sending } from '../../src/delivery/sending.ts';
import { minutesMessage } from '../../src/features/meetings/agenda-messages.ts';
import type { MemberId } from '../../src/features/networks/network.ts';
import { members, networkPartition } from '../../src/features/networks/network-store.ts';
import { actorOf, castMemberId, castNetwork, castStart, seatForum, type TestTools, testTools } from '../cast.ts';
import { conclude, end, meetingStart, sendOut, start, suggested } from '../features/meetings/agenda-room.ts';
import { settled } from '../features/meetings/meeting-room.ts';
import { doneOf } from '../features/polls/poll-room.ts';
import { settings } from './bot-room.ts';

let tools: TestTools;
beforeEach(() => {
  tools = testTools();
});
afterEach(() => tools.store.close());

const cardFor = (who: string, title = 'Referat'): Card => ({
  language: 'nb',
  title,
  parts: [
    { kind: 'link', label: 'Vedlegg', url: 'https://example.org/paper' },
    { kind: 'link', label: 'Last ned', url: `https://example.org/${who}` },
  ],
});

test('alike but for words of their own, cards are kept once, and each gets their own', () => {
  const cardOf = (seat: string): Card => ({
    ...cardFor('pål'),
    parts: [
      { kind: 'text', text: 'Kommer du?' },
      { kind: 'text', text: `Det gjelder ${seat}.`, isOwn: true },
    ],
  });
  const all = [cardOf('plass 2'), cardOf('plass 7')];
  const { cards, each } = freezeCards(all);
  expect(each).toEqual([0, 0]);
  expect(all.map(card => thawCard(cards[0] ?? '', card))).toEqual(all);
  expect(thawCard(cards[0] ?? '', cardFor('åse')).parts).toEqual([{ kind: 'text', text: 'Kommer du?' }]);
});

test('alike but for their own links, cards are kept once, and each gets their own', () => {
  const all = [cardFor('pål'), undefined, cardFor('mikkel'), cardFor('åse', 'Anna')];
  const { cards, each } = freezeCards(all);
  expect(each).toEqual([0, undefined, 0, 1]);
  expect(all.flatMap((card, at) => (card ? [thawCard(cards[each[at] ?? 9] ?? '', card)] : []))).toEqual([
    cardFor('pål'),
    cardFor('mikkel'),
    cardFor('åse', 'Anna'),
  ]);
  expect(cards[0]).toContain('example.org/paper');
  expect(cards[0]).not.toContain('example.org/p\u00e5l');
});

test('a link that has no place in what would be written now is left out, never led astray', () => {
  const { cards } = freezeCards([cardFor('pål'), cardFor('mikkel')]);
  const now: Card = { ...cardFor('pål'), parts: [{ kind: 'text', text: 'Nytt' }, ...cardFor('pål').parts] };
  expect(thawCard(cards[0] ?? '', now).parts).toEqual([cardFor('pål').parts[0]]);
});

test('the minutes of forty cases to four hundred people are less than a megabyte', async () => {
  await seatForum(tools);
  const meeting = await settled(tools);
  const cases = [];
  for (let at = 0; at < 40; at += 1) cases.push(await suggested(tools, meeting, `Sak om kompetanse ${at}`));
  tools.world.clock.set(meetingStart);
  doneOf(await start(tools, meeting));
  for (const each of cases)
    doneOf(await conclude(tools, meeting, each, { discussion: 'Drøftet. '.repeat(20), conclusion: 'Enig.' }));
  doneOf(await end(tools, meeting));
  doneOf(await sendOut(tools, meeting));
  const { member } = await actorOf(tools, 'pål');
  const people = Array.from({ length: 400 }, (_, at) => `member-${at}` as MemberId);
  for (let from = 0; from < 400; from += 100)
    await tools.store.batch(
      networkPartition(castNetwork.id),
      people.slice(from, from + 100).map(id => members.upsert(id, { ...member, id, identities: [] })),
    );
  const sending: Sending = {
    networkId: castNetwork.id,
    thing: { kind: 'meeting', id: meeting },
    id: 'one',
    message: minutesMessage(1),
    to: people.map(id => ({ kind: 'member', id })),
    madeBy: castMemberId('kari'),
    madeAt: castStart,
    state: 'shown',
  };
  const signed: Settings = {
    ...settings,
    fileUrl: payload => `https://laget.example/${encodeURIComponent(JSON.stringify(payload))}`,
  };
  const { written } = await rehearse({ tools, settings: signed }, () => undefined, sending);
  expect(written.cards).toHaveLength(1);
  expect(Buffer.byteLength(JSON.stringify({ ...sending, written }))).toBeLessThan(1_000_000);
});
