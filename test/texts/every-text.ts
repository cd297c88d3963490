/** Every text of a language by its key, its functions called with samples. */
import type { Seat } from '../../src/features/networks/network.ts';
import { fieldProblems } from '../../src/intents/wire.ts';
import type { Refusal, RefusalCode, Tell } from '../../src/texts/refusal.ts';
import type { Instant } from '../../src/world.ts';
import { agendaSamples } from './agenda-samples.ts';
import { deliverySamples } from './delivery-samples.ts';
import { meetingSamples } from './meeting-samples.ts';
import { needSamples } from './need-samples.ts';
import { rankingSamples } from './ranking-samples.ts';
import { roundSamples } from './round-samples.ts';
import type { Samples } from './samples.ts';
import { setSamples } from './set-samples.ts';
import { termSamples } from './term-samples.ts';
import { totalsSamples } from './totals-samples.ts';
import { yearSamples } from './year-samples.ts';

const instant = '2027-03-02T08:00:00.000Z' as Instant;

export const sampleRefusals: Samples<Refusal> = {
  ...deliverySamples,
  ...yearSamples,
  ...meetingSamples,
  ...agendaSamples,
  ...roundSamples,
  ...totalsSamples,
  ...termSamples,
  ...rankingSamples,
  ...needSamples,
  ...setSamples,
  'not-allowed': { code: 'not-allowed', deed: 'poll.open' },
  'not-member': { code: 'not-member' },
  'no-network': { code: 'no-network' },
  'which-network': { code: 'which-network', names: ['Nord', 'Sør'] },
  'channel-taken': { code: 'channel-taken' },
  'unknown-seat': { code: 'unknown-seat', number: 7 },
  'unknown-member': { code: 'unknown-member' },
  'code-unknown': { code: 'code-unknown' },
  'code-expired': { code: 'code-expired' },
  'code-used': { code: 'code-used' },
  'channel-only': { code: 'channel-only' },
  'seat-taken': { code: 'seat-taken' },
  'seat-out-of-term': { code: 'seat-out-of-term' },
  'already-member': { code: 'already-member' },
  'deadline-past': { code: 'deadline-past', field: 'closesOn' },
  'deadline-far': { code: 'deadline-far', field: 'closesOn' },
  'no-such-time': { code: 'no-such-time', field: 'closesTime' },
  'secret-hides-results': { code: 'secret-hides-results', field: 'reveal' },
  'no-voting-seats': { code: 'no-voting-seats', field: 'kind' },
  'no-channel': { code: 'no-channel' },
  'no-poll': { code: 'no-poll' },
  'poll-closed': { code: 'poll-closed', number: 7, at: instant },
  'unknown-option': { code: 'unknown-option' },
  'no-choice': { code: 'no-choice' },
  'one-choice': { code: 'one-choice' },
  'ranked-twice': { code: 'ranked-twice' },
  'too-many-ranked': { code: 'too-many-ranked', most: 3 },
  'no-seat': { code: 'no-seat' },
  'seat-not-voting': { code: 'seat-not-voting' },
  observer: { code: 'observer' },
  'which-seat': { code: 'which-seat', seats: [] as readonly Seat[] },
  'already-answered': { code: 'already-answered' },
  'not-later': { code: 'not-later', field: 'closesOn', closesAt: instant },
  'nobody-missing': { code: 'nobody-missing' },
  'unknown-intent': { code: 'unknown-intent' },
  invalid: { code: 'invalid', fields: [{ field: 'question', problem: 'too-long', max: 200 }] },
  'organisation-not-allowed': { code: 'organisation-not-allowed' },
  'start-in-channel': { code: 'start-in-channel' },
  'roster-bad': { code: 'roster-bad', problems: [{ code: 'bad-date', line: 3, column: 'from' }] },
  'which-poll': { code: 'which-poll', numbers: [1, 2] },
  'no-own-answer': { code: 'no-own-answer' },
  'national-id': { code: 'national-id' },
  'name-has-national-id': { code: 'name-has-national-id' },
  'draft-gone': { code: 'draft-gone' },
};

const tell: Tell = { when: () => '2.3.2027', span: () => '2.3.2027 kl. 10–11' };

/** By the place in the tree; elsewhere numbers as text, which count and read alike. */
function samplesFor(key: string): readonly (readonly unknown[])[] {
  const [, refusal] = /^refusals\.(.+)$/.exec(key) ?? [];
  if (refusal !== undefined) return [[sampleRefusals[refusal as RefusalCode], tell]];
  const [, problem] = /^forms\.problems\.(.+)$/.exec(key) ?? [];
  if (problem !== undefined) {
    return [[{ field: 'question', problem: fieldProblems.find(each => each === problem), max: 200 }]];
  }
  return [
    ['1', '1', '1'],
    ['2', '3', '4'],
  ];
}

/** In: a language's texts. Out: key → what it says, once for each sample. */
export function everyText(texts: object): ReadonlyMap<string, readonly string[]> {
  return new Map(leaves(texts, ''));
}

function leaves(texts: unknown, key: string): readonly (readonly [string, readonly string[]])[] {
  if (typeof texts === 'string') return [[key, [texts]]];
  if (isWriter(texts)) return [[key, samplesFor(key).map(given => texts(...given))]];
  if (Array.isArray(texts)) return [[key, texts.map(String)]];
  if (typeof texts !== 'object' || texts === null) throw new Error(`${key} is no text`);
  return Object.entries(texts).flatMap(([name, inner]) => leaves(inner, key === '' ? name : `${key}.${name}`));
}

function isWriter(text: unknown): text is (...given: readonly unknown[]) => string {
  return typeof text === 'function';
}
