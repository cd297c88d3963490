/** Needs that came in a file: shown, and taken in as drafts of their parties. */
import { isDeepStrictEqual } from 'node:util';
import { oweRedraw } from '../../delivery/delivery.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { type Instant, idFrom, later } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { networkPartition } from '../networks/network-store.ts';
import type { Need, NeedId } from './need.ts';
import { type NoNeed, roundFor } from './need-access.ts';
import type { NeedFile, NeedFileWords, NeedLine, NeedLineProblem } from './need-file.ts';
import { aboutRound, needDocId, needImportId, needImports, needs, roundPartition } from './need-store.ts';
import { readNeedFile } from './read-need-file.ts';
import { type Round, type RoundId, roundStateOf } from './round.ts';
import { mostNeedsOfParty, newNeed } from './save-need.ts';

/** What becomes of a good line. `touched`: its party has gone on with it, or sent it, and it stays as it is. */
export type LineFate = 'new' | 'changed' | 'same' | 'touched' | 'too-many';

export type NeedArrived = { readonly line: number; readonly fate: LineFate; readonly need: Need };

/** @property draftId short enough to type */
export type NeedImport = {
  readonly round: Round;
  readonly file: NeedFile;
  readonly arrived: readonly NeedArrived[];
  readonly draftId: string;
};

export type NeedsTakenIn = { readonly round: Round; readonly arrived: readonly NeedArrived[] };

export type ImportRefusal =
  | NotAllowed
  | NoNeed
  | { readonly code: 'round-not-begun'; readonly opensAt: Instant }
  | { readonly code: 'round-closed'; readonly number: number; readonly at: Instant }
  | NeedImportRefusal;

/** Refused in words of its own. */
export type NeedImportRefusal =
  /** Shown too long ago, or never. */
  | { readonly code: 'need-import-gone' }
  /** No line is good. */
  | { readonly code: 'need-file-bad'; readonly problems: readonly NeedLineProblem[] };

const draftLifeMs = 3_600_000;

/** Shows what a file of needs holds, and keeps what is good of it for an hour. Nothing of a broken line is kept. May be repeated. */
export async function previewNeeds(
  tools: Tools,
  actor: Actor,
  id: RoundId,
  { csv, words }: { readonly csv: string; readonly words: NeedFileWords },
): Promise<Outcome<NeedImport, ImportRefusal>> {
  const open = await roundToImportTo(tools, actor, id);
  if (!open.ok) return open;
  const round = open.value;
  const file = readNeedFile(csv, round, words);
  if (file.good.length === 0) return refused({ code: 'need-file-bad', problems: file.bad });
  const arrived = await arriving(tools, actor, round, file.good);
  const draftId = idFrom(csv, round.id, actor.requestKey).slice(0, 8);
  const forgetAt = later(tools.world.clock.now(), draftLifeMs);
  await tools.store.batch(networkPartition(actor.network.id), [
    needImports.upsert(needImportId(draftId), { roundId: round.id, lines: [...file.good], forgetAt }),
  ]);
  return done({ round, file, arrived, draftId });
}

/**
 * Takes in what was shown: a draft for each line, which the party's own people see, change and send. Taken in again, what
 * is the same stays, what was changed in the file is changed, and what its party has touched is left alone.
 */
export async function takeInNeeds(
  tools: Tools,
  actor: Actor,
  draftId: string,
): Promise<Outcome<NeedsTakenIn, ImportRefusal>> {
  const right = allowed(actor, 'need.handle');
  if (!right.ok) return right;
  const draft = await needImports.get(tools.store, networkPartition(actor.network.id), needImportId(draftId));
  const now = tools.world.clock.now();
  if (!draft || draft.value.forgetAt < now) return refused({ code: 'need-import-gone' });
  const { roundId, lines } = draft.value;
  const open = await roundToImportTo(tools, actor, roundId);
  if (!open.ok) return open;
  const all: NeedArrived[] = [];
  // Some batches may be written and others not when it stops: taken in again it goes on where it was.
  for (let at = 0; at < lines.length; at += linesInBatch) {
    all.push(...(await takeIn(tools, actor, open.value, lines.slice(at, at + linesInBatch))));
  }
  return done({ round: open.value, arrived: all });
}

const linesInBatch = 90;

function takeIn(tools: Tools, actor: Actor, round: Round, lines: readonly NeedLine[]): Promise<readonly NeedArrived[]> {
  return retrying(async () => {
    const partition = roundPartition(round.id);
    const kept = new Map((await needs.all(tools.store, partition)).map(each => [each.value.id, each]));
    const arrived = await arriving(tools, actor, round, lines);
    const written = arrived.flatMap(({ fate, need }) => {
      const before = kept.get(need.id);
      if (fate === 'new') return [needs.create(needDocId(need.id), need)];
      return fate === 'changed' && before ? [needs.replace(before, need)] : [];
    });
    if (written.length > 0) {
      await tools.store.batch(partition, [...written, oweRedraw(aboutRound(round), tools.world.clock.now())]);
    }
    return arrived;
  });
}

async function roundToImportTo(tools: Tools, actor: Actor, id: RoundId): Promise<Outcome<Round, ImportRefusal>> {
  const right = allowed(actor, 'need.handle');
  if (!right.ok) return right;
  const round = (await roundFor(tools, actor, id))?.value;
  if (!round) return refused({ code: 'no-need' });
  if (round.closing) return refused({ code: 'round-closed', number: round.number, at: round.closing.at });
  const { opensAt } = round;
  return roundStateOf(round, tools.world.clock.now()) === 'coming'
    ? refused({ code: 'round-not-begun', opensAt })
    : done(round);
}

/** What each line is or would be, beside what the round has already. */
async function arriving(
  { store, world }: Tools,
  actor: Actor,
  round: Round,
  lines: readonly NeedLine[],
): Promise<readonly NeedArrived[]> {
  const present = (await needs.all(store, roundPartition(round.id))).map(({ value }) => value);
  const counts = new Map([...Map.groupBy(present, ({ partyKey }) => partyKey)].map(([key, all]) => [key, all.length]));
  const now = world.clock.now();
  return lines.map(each => {
    const before = needMeant(each, round, present);
    if (before) return { line: each.line, ...beside(before, each, actor, now) };
    const count = (counts.get(each.party) ?? 0) + 1;
    counts.set(each.party, count);
    const fate: LineFate = count > mostNeedsOfParty ? 'too-many' : 'new';
    return { line: each.line, fate, need: made(newNeedFor(each, round, actor, now), each, actor, now) };
  });
}

function needMeant(line: NeedLine, round: Round, present: readonly Need[]): Need | undefined {
  const id = idOf(line, round);
  const reference = line.reference?.toUpperCase();
  return (
    present.find(
      need => need.partyKey === line.party && need.reference !== undefined && need.reference === reference,
    ) ?? present.find(need => need.id === id)
  );
}

/** Of the same party and title it is the same need, in whichever file. */
function idOf({ party, content }: NeedLine, round: Round): NeedId {
  return idFrom('need', round.id, party, 'file', content.title?.toLocaleLowerCase('nb') ?? '') as NeedId;
}

function newNeedFor(line: NeedLine, round: Round, actor: Actor, now: Instant): Need {
  return newNeed(round, { party: line.party, need: idOf(line, round) }, actor, now);
}

function beside(before: Need, line: NeedLine, actor: Actor, now: Instant) {
  if (isDeepStrictEqual(before.content, line.content)) return { fate: 'same', need: before } as const;
  return isUntouched(before)
    ? ({ fate: 'changed', need: made(before, line, actor, now) } as const)
    : ({ fate: 'touched', need: before } as const);
}

/** As it was taken in: nobody has saved a page of it, or taken a step with it. */
function isUntouched({ takenIn, pages, state, history }: Need): boolean {
  const isSaved = Object.values(pages).some(({ revision }) => revision !== takenIn?.revision);
  return takenIn !== undefined && state === 'draft' && history.length === 0 && !isSaved;
}

function made(need: Need, { content }: NeedLine, { member }: Actor, now: Instant): Need {
  const revision = (need.takenIn?.revision ?? 0) + 1;
  const page = { revision, savedAt: now, savedBy: member.id };
  return {
    ...need,
    content,
    pages: need.form === 'input' ? { what: page } : { who: page, what: page, how: page },
    takenIn: { at: now, by: member.id, revision },
  };
}
