import { isDeepStrictEqual } from 'node:util';
import { oweRedraw } from '../../delivery/delivery.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Kept } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import type { Instant } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import type { MemberId } from '../networks/network.ts';
import type { Need, NeedId } from './need.ts';
import { type NoNeed, needsOf, partiesOf, roundFor } from './need-access.ts';
import { needDueAt, needTimeOf } from './need-deadline.ts';
import { fieldsOfInput, fieldsOnPage, type NeedContent, type NeedField, type NeedPage } from './need-fields.ts';
import { mayStep, type NeedState } from './need-state.ts';
import { aboutRound, needDocId, needs } from './need-store.ts';
import { type UnknownTerm, unknownTerm } from './need-terms.ts';
import type { Round, RoundForm, RoundId } from './round.ts';
import { takeStep } from './take-step.ts';

export type NeedSave = {
  readonly round: RoundId;
  readonly party: string;
  /** Of a new one too: it is named when its form opens, so that a form sent twice makes one. */
  readonly need: NeedId;
  readonly page: NeedPage;
  /** Of the page as it was when the form opened; 0 of one that nobody has saved. */
  readonly revision: number;
  /** Everything on the page; what is not there was left empty. */
  readonly content: NeedContent;
};

/** Someone else saved the page since the form opened. */
export type PageSaved = {
  readonly code: 'page-saved';
  readonly by: MemberId;
  readonly at: Instant;
  readonly revision: number;
  readonly content: NeedContent;
};

/** It is the party's to change no more. */
type OutOfHand =
  | { readonly code: 'need-not-open'; readonly state: NeedState }
  | { readonly code: 'need-time-over'; readonly dueAt: Instant };

export type SaveRefusal =
  | NotAllowed
  | NoNeed
  | PageSaved
  | UnknownTerm
  | OutOfHand
  | { readonly code: 'round-not-begun'; readonly opensAt: Instant }
  | { readonly code: 'too-many-needs'; readonly most: number };

export type Saved = { readonly need: Need; readonly round: Round };

/** A party says what it lacks most of in so many needs. */
export const mostNeedsOfParty = 20;

/**
 * Saves one page of a need, and makes the need with its first. After the deadline too, as long as it was not sent: nothing
 * that was typed is lost. A page that someone else saved meanwhile is refused with what they saved; the same content
 * again is done.
 */
export async function saveNeed(tools: Tools, actor: Actor, wanted: NeedSave): Promise<Outcome<Saved, SaveRefusal>> {
  const right = allowed(actor, 'need.write');
  if (!right.ok) return right;
  const unknown = unknownTerm(wanted.content, actor.network.terms);
  if (unknown) return refused(unknown);
  return retrying(async () => {
    const stands = await readStanding(tools, actor, wanted);
    if (!stands.ok) return stands;
    const { round, kept, now } = stands.value;
    const written = pageWritten(stands.value, wanted, actor);
    if (!written.ok) return written;
    const need = written.value;
    if (need === kept?.value) return done({ need, round: round.value });
    if (!kept && (await needsOf(tools, wanted.round, wanted.party)).length >= mostNeedsOfParty) {
      return refused({ code: 'too-many-needs', most: mostNeedsOfParty });
    }
    await tools.store.batch(round.partition, [
      kept ? needs.replace(kept, need) : needs.create(needDocId(need.id), need),
      oweRedraw(aboutRound(round.value), now),
    ]);
    return done({ need, round: round.value });
  });
}

type Standing = { readonly round: Kept<Round>; readonly kept?: Kept<Need> | undefined; readonly now: Instant };

/** The round and the need as they are, to whoever may write in it now. */
async function readStanding(tools: Tools, actor: Actor, wanted: NeedSave): Promise<Outcome<Standing, SaveRefusal>> {
  const round = await roundFor(tools, actor, wanted.round);
  const own = round ? await partiesOf(tools, actor, round.value) : [];
  if (!round || !own.some(({ key }) => key === wanted.party)) return refused({ code: 'no-need' });
  const kept = await needs.get(tools.store, round.partition, needDocId(wanted.need));
  if (kept && kept.value.partyKey !== wanted.party) return refused({ code: 'no-need' });
  const now = tools.world.clock.now();
  const time = needTimeOf(round.value, kept?.value, now);
  if (time === 'early') return refused({ code: 'round-not-begun', opensAt: round.value.opensAt });
  const stops = kept && whyNotSaved(kept.value, round.value, now);
  return stops ? refused(stops) : done({ round, kept, now });
}

/** @returns the need itself when the page already says just this */
function pageWritten({ round, kept, now }: Standing, wanted: NeedSave, actor: Actor): Outcome<Need, PageSaved> {
  const fields = fieldsOf(round.value.form, wanted.page);
  const need = kept?.value ?? newNeed(round.value, wanted, actor, now);
  const page = need.pages[wanted.page];
  const saved = only(need.content, fields);
  const content = only(wanted.content, fields);
  if (page && isDeepStrictEqual(saved, content)) return done(need);
  if (page && page.revision !== wanted.revision) {
    const { savedBy: by, savedAt: at, revision } = page;
    return refused({ code: 'page-saved', by, at, revision, content: saved });
  }
  return done(withPage(need, wanted.page, content, { actor, now }));
}

/** An innspill stays sent while it is changed, until the deadline: it has one page, and is never half done. */
export function whyNotSaved(need: Need, round: Round, now: Instant): OutOfHand | undefined {
  const { state, form } = need;
  if (state === 'draft' || state === 'returned') return undefined;
  if (form !== 'input' || state !== 'submitted') return { code: 'need-not-open', state };
  const isOpen = needTimeOf(round, need, now) === 'open';
  return isOpen ? undefined : { code: 'need-time-over', dueAt: needDueAt(round, need) };
}

export function fieldsOf(form: RoundForm, page: NeedPage): readonly NeedField[] {
  return form === 'input' ? fieldsOfInput : fieldsOnPage[page];
}

export function only(content: NeedContent, fields: readonly NeedField[]): NeedContent {
  return Object.fromEntries(fields.flatMap(field => (content[field] === undefined ? [] : [[field, content[field]]])));
}

function withPage(
  need: Need,
  page: NeedPage,
  content: NeedContent,
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
): Need {
  const fields = fieldsOf(need.form, page);
  const rest = Object.entries(need.content).filter(([field]) => !fields.some(each => each === field));
  const revision = (need.pages[page]?.revision ?? 0) + 1;
  const by = actor.member.id;
  return {
    ...(mayStep('change', need.state) ? takeStep(need, 'change', { at: now, by }) : need),
    content: { ...Object.fromEntries(rest), ...content },
    pages: { ...need.pages, [page]: { revision, savedAt: now, savedBy: by } },
  } as Need;
}

export function newNeed(
  round: Round,
  { party, need: id }: Pick<NeedSave, 'party' | 'need'>,
  { member }: Actor,
  now: Instant,
): Need {
  return {
    id,
    networkId: round.networkId,
    roundId: round.id,
    partyKey: party,
    form: round.form,
    state: 'draft',
    content: {},
    pages: {},
    startedAt: now,
    startedBy: member.id,
    history: [],
  };
}
