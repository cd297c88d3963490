/** Which comments on the minutes are told of in one word to those who write them. Pure. */
import { type Instant, later } from '../../world.ts';
import type { Network } from '../networks/network.ts';
import { outsideQuietHours } from '../year/quiet-hours.ts';
import type { Minutes, MinutesComment } from './minutes.ts';

/** So long a comment waits for others, that they may be told of in one word. */
const gatheredMs = 5 * 60_000;

/** When whoever writes the minutes is told of a comment given now. */
export function commentToldAt(at: Instant, { zone, rules }: Pick<Network, 'zone' | 'rules'>): Instant {
  return outsideQuietHours(later(at, gatheredMs), zone, rules.quiet);
}

type CommentKept = { readonly id: string; readonly value: MinutesComment };

/**
 * What the word of one comment tells of: all that waited to be told when the next came, ending with its own. Nothing when a
 * later one's word tells of it, and nothing of those a later version answers.
 */
export function commentsToldBy(
  id: string,
  all: readonly CommentKept[],
  { latest }: Pick<Minutes, 'latest'>,
  network: Pick<Network, 'zone' | 'rules'>,
): readonly MinutesComment[] {
  const inOrder = all.toSorted((a, b) => (`${a.value.at}|${a.id}` < `${b.value.at}|${b.id}` ? -1 : 1));
  const place = inOrder.findIndex(each => each.id === id);
  const waitsForNext = ({ value }: CommentKept, next: CommentKept | undefined) =>
    next !== undefined && next.value.at < commentToldAt(value.at, network);
  const [own, next] = [inOrder[place], inOrder[place + 1]];
  if (!own || waitsForNext(own, next)) return [];
  const before = inOrder.slice(0, place);
  const first = before.findLastIndex((each, at) => !waitsForNext(each, inOrder[at + 1])) + 1;
  return inOrder
    .slice(first, place + 1)
    .map(({ value }) => value)
    .filter(({ version }) => version >= latest);
}
