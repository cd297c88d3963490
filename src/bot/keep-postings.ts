/** Sends the postings that are owed and redraws those that stand, each at most once a second and never out of order. */
import { createHash } from 'node:crypto';
import type { Card } from '../../cards/card.ts';
import type { ChannelKey } from '../features/networks/network.ts';
import { members, networkPartition } from '../features/networks/network-store.ts';
import { type Notice, oweNotice, type Posting, postings, redraws } from '../features/networks/posting.ts';
import { Conflict } from '../outcome.ts';
import { type Kept, remove } from '../store/collection.ts';
import type { Tools } from '../tools.ts';
import { type Instant, later } from '../world.ts';
import { type Drawing, drawThing, inLanguages } from './draw.ts';
import { backOffMs, claimMs, nextTry } from './next-try.ts';
import type { Platform, SendResult } from './platform.ts';

const paceMs = 1000;

export type PlatformOf = (key: ChannelKey) => Platform | undefined;

/** Postings owed and not yet sent, and claims whose holder is gone. May run in any number of processes at once. */
export async function sendOwedPostings(tools: Tools, platformOf: PlatformOf): Promise<void> {
  await postings.workOffDue(tools, posting =>
    posting.value.state === 'claimed' ? recover(tools, posting) : send(tools, platformOf, posting),
  );
}

/** Things that have changed since their postings were drawn. May run in any number of processes at once. */
export async function redrawPostings(tools: Tools, platformOf: PlatformOf): Promise<void> {
  await redraws.workOffDue(tools, async redraw => {
    // Read before drawing: whoever draws later holds later etags, and an older drawing finds its claim refused.
    const standing = await postings.all(tools.store, redraw.partition);
    // Presses wake this many times a second, and nothing is counted while every posting rests.
    const now = tools.world.clock.now();
    if (standing.length > 0 && standing.every(({ value: { restsUntil } }) => restsUntil && restsUntil > now)) return;
    const drawing = await drawThing(tools, redraw.value.thing);
    const rests = await Promise.all(standing.map(posting => redrawOne(tools, platformOf, posting, drawing)));
    const next = rests.filter(rest => rest !== undefined).toSorted()[0];
    await tools.store.batch(redraw.partition, [
      next ? redraws.replace(redraw, { ...redraw.value, dueAt: next }) : remove(redraw),
    ]);
  });
}

/** @returns when to look at the posting again; undefined when it shows what is */
async function redrawOne(
  tools: Tools,
  platformOf: PlatformOf,
  kept: Kept<Posting>,
  drawing: Drawing | undefined,
): Promise<Instant | undefined> {
  const now = tools.world.clock.now();
  const { state, restsUntil, ref, drawn, languages } = kept.value;
  if (state === 'gone' || state === 'unknown' || !drawing) return undefined;
  if (state !== 'standing' || !ref) return later(now, paceMs);
  const card = inLanguages(drawing, languages);
  if (digest(card) === drawn) return undefined;
  if (restsUntil && restsUntil > now) return restsUntil;
  let again: Instant | undefined = later(now, paceMs);
  await ifFirst(async () => {
    again = await update(tools, platformOf, kept, ref, card);
  });
  return again;
}

async function update(
  tools: Tools,
  platformOf: PlatformOf,
  kept: Kept<Posting>,
  ref: string,
  card: Card,
): Promise<Instant | undefined> {
  const claimed = await claim(tools, kept);
  const result = await platformOf(kept.value.channel)?.update(kept.value.address, ref, card);
  const after = afterUpdate(claimed.value, result ?? { kind: 'failed' }, digest(card), tools.world.clock.now());
  await settle(tools, claimed, after);
  return after.state === 'standing' && after.drawn !== digest(card) ? after.restsUntil : undefined;
}

async function send(tools: Tools, platformOf: PlatformOf, kept: Kept<Posting>): Promise<void> {
  // Drawn before it is claimed: what cannot be drawn is not taken for what may have been sent.
  const card = await drawPosting(tools, kept.value);
  const claimed = await claim(tools, kept);
  const platform = platformOf(kept.value.channel);
  const result = card && platform ? await platform.post(kept.value.address, card, keyOf(kept)) : undefined;
  const drawn = card ? digest(card) : undefined;
  await settle(tools, claimed, afterPost(claimed.value, result ?? { kind: 'failed' }, drawn, tools.world.clock.now()));
}

/** A claim that ran out: a redraw is safe to do again, a send may or may not have been shown. */
async function recover(tools: Tools, kept: Kept<Posting>): Promise<void> {
  const state = kept.value.ref ? 'standing' : 'unknown';
  await settle(tools, kept, { ...kept.value, state, dueAt: undefined, drawn: undefined });
}

async function claim(tools: Tools, kept: Kept<Posting>): Promise<Kept<Posting>> {
  const dueAt = later(tools.world.clock.now(), claimMs);
  const value: Posting = { ...kept.value, state: 'claimed', dueAt };
  const [etag = ''] = await tools.store.batch(kept.partition, [postings.replace(kept, value)]);
  return { ...kept, etag, value };
}

/** Writes what became of a posting; when it is lost, the coordinators are owed the news in the same batch. */
async function settle(tools: Tools, kept: Kept<Posting>, after: Posting): Promise<void> {
  const news = lostNews(kept.value, after);
  const owed = news ? await oweNews(tools, kept, after, news) : [];
  await tools.store.batch(kept.partition, [postings.replace(kept, after), ...owed]);
}

function lostNews(before: Posting, after: Posting): Notice['about'] | undefined {
  if (before.state === after.state) return undefined;
  if (after.state === 'gone') return { kind: 'posting-lost', label: after.label };
  if (after.state === 'unknown') return { kind: 'posting-unknown', label: after.label };
  return undefined;
}

async function oweNews(tools: Tools, kept: Kept<Posting>, after: Posting, about: Notice['about']) {
  const { networkId, thing } = after;
  const all = await members.all(tools.store, networkPartition(networkId));
  const dueAt = tools.world.clock.now();
  return all
    .filter(({ value }) => value.roles.includes('coordinator'))
    .map(({ value: { id: to } }) => oweNotice({ networkId, thing, to, about, dueAt }, `${kept.id} ${kept.etag}`, to));
}

/** Pure: what a posting is after it was sent. */
export function afterPost(posting: Posting, result: SendResult, drawn: string | undefined, now: Instant): Posting {
  switch (result.kind) {
    case 'sent':
      return { ...rested(posting, now), state: 'standing', ref: result.ref, drawn };
    case 'throttled':
      return { ...posting, state: 'wanted', dueAt: later(now, result.retryAfterMs) };
    case 'failed': {
      const dueAt = nextTry(posting.failures, now);
      return { ...posting, state: dueAt ? 'wanted' : 'gone', failures: posting.failures + 1, dueAt };
    }
    case 'gone':
      return { ...posting, state: 'gone', dueAt: undefined };
    case 'unknown':
      return { ...posting, state: 'unknown', dueAt: undefined };
  }
}

/** Pure: what a posting is after its card was replaced; a replacement whose reply was lost is simply done again. */
export function afterUpdate(posting: Posting, result: SendResult, drawn: string, now: Instant): Posting {
  const standing: Posting = { ...posting, state: 'standing', dueAt: undefined };
  switch (result.kind) {
    case 'sent':
      return { ...rested(posting, now), state: 'standing', drawn };
    case 'throttled':
      return { ...standing, restsUntil: later(now, Math.max(paceMs, result.retryAfterMs)) };
    case 'failed':
    case 'unknown':
      return { ...standing, failures: posting.failures + 1, restsUntil: later(now, backOffMs(posting.failures)) };
    case 'gone':
      return { ...standing, state: 'gone' };
  }
}

function rested(posting: Posting, now: Instant): Posting {
  return { ...posting, dueAt: undefined, failures: 0, restsUntil: later(now, paceMs) };
}

async function drawPosting(tools: Tools, posting: Posting): Promise<Card | undefined> {
  const drawing = await drawThing(tools, posting.thing);
  return drawing && inLanguages(drawing, posting.languages);
}

function digest(card: Card): string {
  return createHash('sha256').update(JSON.stringify(card)).digest('base64url').slice(0, 22);
}

function keyOf({ partition, id }: Kept<Posting>): string {
  return `${partition}:${id}`;
}

/** Whoever lost the race leaves the work to the one who won it. */
async function ifFirst(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}
