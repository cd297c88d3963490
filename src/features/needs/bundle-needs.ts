import { type Message, oweRedraw } from '../../delivery/delivery.ts';
import { oweEach } from '../../delivery/sending.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import { check, type Kept } from '../../store/collection.ts';
import type { Tools } from '../../tools.ts';
import type { Instant } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import type { MemberId } from '../networks/network.ts';
import { answerersOf } from './answerers.ts';
import { type Bundle, fewestInBundle, mostInBundle } from './bundle.ts';
import type { Invited } from './invited.ts';
import type { Need, NeedId } from './need.ts';
import { type NoNeed, partiesOf as ownPartiesOf, peopleOf, roundFor } from './need-access.ts';
import { mayStep, type NeedState } from './need-state.ts';
import { aboutRound, bundleDocId, bundles, needDocId, needs } from './need-store.ts';
import type { Round, RoundId } from './round.ts';
import { takeStep } from './take-step.ts';
import { workedOn } from './worked-on.ts';

export type BundleWanted = {
  readonly round: RoundId;
  readonly needs: readonly NeedId[];
  readonly title: string;
  /** One of the needs, whose party it is to be, or that party's key. */
  readonly responsible: string;
};

export type HandedOver = { readonly code: 'set-handed-over'; readonly number: number; readonly at: Instant };

export type BundleRefusal =
  | NotAllowed
  | NoNeed
  | HandedOver
  | { readonly code: 'too-few-bundled'; readonly field: 'needs'; readonly fewest: number }
  | { readonly code: 'too-many-bundled'; readonly field: 'needs'; readonly most: number }
  | { readonly code: 'need-not-bundled'; readonly reference: string; readonly state: NeedState }
  /** Someone else was first. */
  | { readonly code: 'need-in-bundle'; readonly reference: string; readonly bundle: number; readonly title: string }
  /** @property others how many more there are than are named */
  | {
      readonly code: 'responsible-not-party';
      readonly field: 'responsible';
      readonly names: readonly string[];
      readonly others: number;
    };

/** Words to the parties' people: their need is one of several now. @param bundle its number */
export function bundledMessage(bundle: number | string): Message {
  return { kind: 'need-bundled', detail: String(bundle) };
}

/** A party, and one of the chosen needs that is its own. */
export type PartyToBundle = { readonly party: Invited; readonly need: NeedId };

/** The parties of needs that may be made one: any of them may be responsible. */
export async function partiesToBundle(
  tools: Tools,
  actor: Actor,
  wanted: Pick<BundleWanted, 'round' | 'needs'>,
): Promise<Outcome<readonly PartyToBundle[], BundleRefusal>> {
  const right = allowed(actor, 'need.handle');
  if (!right.ok) return right;
  const standing = await readChosen(tools, actor, wanted);
  if (!standing) return refused({ code: 'no-need' });
  const stops = whyNotBundled(standing);
  return stops ? refused(stops) : done(partiesOf(standing));
}

/**
 * Makes one of several needs, in one batch, unless what the round brought was handed over. Those who worked on them are told.
 * A repeat of the request finds its bundle.
 */
export async function bundleNeeds(
  tools: Tools,
  actor: Actor,
  wanted: BundleWanted,
): Promise<Outcome<Bundle, BundleRefusal>> {
  const right = allowed(actor, 'need.handle');
  return right.ok ? retrying(() => bundleOnce(tools, actor, wanted)) : right;
}

async function bundleOnce(tools: Tools, actor: Actor, wanted: BundleWanted): Promise<Outcome<Bundle, BundleRefusal>> {
  const { store, world } = tools;
  const { member, requestKey: request } = actor;
  const standing = await readChosen(tools, actor, wanted);
  if (!standing) return refused({ code: 'no-need' });
  const { kept, ids, chosen, made } = standing;
  const mine = made.find(each => each.request === request);
  if (mine) return done(mine);
  const stops = whyNotBundled(standing);
  if (stops) return refused(stops);
  const responsible = responsibleIn(standing, wanted.responsible);
  if (!responsible.ok) return responsible;
  const [round, now] = [kept.value, world.clock.now()];
  const bundle: Bundle = {
    networkId: round.networkId,
    roundId: round.id,
    number: Math.max(0, ...made.map(({ number }) => number)) + 1,
    title: wanted.title,
    responsible: responsible.value,
    needIds: [...ids],
    madeAt: now,
    madeBy: member.id,
    request,
  };
  const about = aboutRound(round);
  const own = new Set((await ownPartiesOf(tools, actor, round)).map(({ key }) => key));
  const deedWith = ({ partyKey }: Need) => ({ at: now, by: member.id, ...(own.has(partyKey) && { isOwn: true }) });
  const told = (await toldOf(tools, actor, standing)).map(id => ({ kind: 'member', id }) as const);
  await store.batch(kept.partition, [
    bundles.create(bundleDocId(bundle.number), bundle),
    ...chosen.map(need => needs.replace(need, takeStep(need.value, 'bundle', deedWith(need.value)))),
    check(kept),
    ...oweEach(about, bundledMessage(bundle.number), told, { occasion: request, by: member.id, now }),
    oweRedraw(about, now),
  ]);
  return done(bundle);
}

type Standing = {
  readonly kept: Kept<Round>;
  readonly ids: readonly NeedId[];
  /** As many of them as there are. */
  readonly chosen: readonly Kept<Need>[];
  readonly made: readonly Bundle[];
};

async function readChosen(
  tools: Tools,
  actor: Actor,
  wanted: Pick<BundleWanted, 'round' | 'needs'>,
): Promise<Standing | undefined> {
  const { store } = tools;
  const kept = await roundFor(tools, actor, wanted.round);
  if (!kept) return undefined;
  const ids = [...new Set(wanted.needs)];
  const [made, found] = await Promise.all([
    bundles.all(store, kept.partition),
    Promise.all(ids.slice(0, mostInBundle).map(id => needs.get(store, kept.partition, needDocId(id)))),
  ]);
  return { kept, ids, chosen: found.flatMap(need => need ?? []), made: made.map(({ value }) => value) };
}

/** In the order people would want to know it. */
function whyNotBundled({ kept: { value: round }, ids, chosen, made }: Standing): BundleRefusal | undefined {
  if (round.handedOver) return { code: 'set-handed-over', number: round.number, at: round.handedOver.at };
  if (ids.length > mostInBundle) return { code: 'too-many-bundled', field: 'needs', most: mostInBundle };
  if (chosen.length < ids.length) return { code: 'no-need' };
  if (ids.length < fewestInBundle) return { code: 'too-few-bundled', field: 'needs', fewest: fewestInBundle };
  const stuck = chosen.find(({ value }) => !mayStep('bundle', value.state))?.value;
  return stuck && whyStuck(stuck, made);
}

function whyStuck({ id, reference = '', state }: Need, made: readonly Bundle[]): BundleRefusal {
  const holder = made.find(({ needIds, undone }) => !undone && needIds.includes(id));
  return holder
    ? { code: 'need-in-bundle', reference, bundle: holder.number, title: holder.title }
    : { code: 'need-not-bundled', reference, state };
}

function responsibleIn(standing: Standing, wanted: string): Outcome<string, BundleRefusal> {
  const all = partiesOf(standing);
  const own = standing.chosen.find(({ value }) => value.id === wanted)?.value.partyKey;
  const key = own ?? all.find(({ party }) => party.key === wanted)?.party.key;
  if (key !== undefined) return done(key);
  const names = all.slice(0, mostNamed).map(({ party }) => party.name.slice(0, mostOfName));
  return refused({ code: 'responsible-not-party', field: 'responsible', names, others: all.length - names.length });
}

/** What one sentence has room for. */
const mostNamed = 10;
const mostOfName = 100;

function partiesOf({ kept, chosen }: Standing): readonly PartyToBundle[] {
  return kept.value.invited.flatMap(party => {
    const own = chosen.find(({ value }) => value.partyKey === party.key);
    return own ? [{ party, need: own.value.id }] : [];
  });
}

/** Those who worked on any of them, each once. */
async function toldOf(tools: Tools, actor: Actor, { kept, chosen }: Standing): Promise<readonly MemberId[]> {
  const people = await peopleOf(tools, actor);
  const told = chosen.flatMap(({ value: need }) => {
    const party = kept.value.invited.find(({ key }) => key === need.partyKey);
    return party ? workedOn(need, answerersOf(party, people)) : [];
  });
  return [...new Set(told)];
}
