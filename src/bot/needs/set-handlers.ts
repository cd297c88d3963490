/** Intents about all that a round has brought → workflow → what the secretariat is told. */
import type { Form } from '../../../cards/card.ts';
import { doneNote } from '../../../cards/done-note.ts';
import { bundleCard } from '../../../cards/needs/set-bundle-card.ts';
import { needsAcceptedCard, setCard } from '../../../cards/needs/set-card.ts';
import { bundleForm, chooseNeedsForm } from '../../../cards/needs/set-forms.ts';
import { handedOverCard, handOverPreviewCard, takenBackCard } from '../../../cards/needs/set-hand-over.ts';
import { meetingCan } from '../../features/meetings/meeting.ts';
import { meetingsAhead } from '../../features/meetings/meetings-meant.ts';
import { acceptNeeds } from '../../features/needs/accept-needs.ts';
import { mostInBundle } from '../../features/needs/bundle.ts';
import {
  type BundleWanted,
  bundledMessage,
  bundleNeeds,
  type PartyToBundle,
  partiesToBundle,
} from '../../features/needs/bundle-needs.ts';
import { countSet, handOverRound, type Moved, takeBackRound } from '../../features/needs/hand-over-round.ts';
import type { NeedSeen } from '../../features/needs/need-access.ts';
import { needByReference } from '../../features/needs/need-mine.ts';
import { bundleDocId, bundles, roundPartition } from '../../features/needs/need-store.ts';
import { readNeedSet } from '../../features/needs/read-need-set.ts';
import type { Round } from '../../features/needs/round.ts';
import type { setIntents } from '../../features/needs/set-intents.ts';
import { partedMessage, undoBundle } from '../../features/needs/undo-bundle.ts';
import type { Actor } from '../../features/networks/identify-member.ts';
import { may } from '../../features/networks/who-may.ts';
import type { Carried, IntentOf } from '../../intents/intent.ts';
import type { Speech } from '../../texts/speak.ts';
import { type Answer, type Asking, asMember, type Handlers, openForm, refuse } from '../asking.ts';
import { showMade } from '../deliveries/delivery-sendings.ts';
import { bundleShown, needsToChoose, withSet } from './set-asking.ts';

export const setHandlers: Pick<Handlers, keyof typeof setIntents> = {
  'set.show': (asking, { round: named, from = 0 }) =>
    withSet(asking, named, 'see', async (_, round, speech) => ({
      whisper: setCard({ set: await readNeedSet(asking.tools, round), from }, speech),
    })),

  'set.accept': (asking, intent) =>
    withSet(asking, intent.round, 'accept', async (actor, round, speech) => {
      const accepted = await acceptNeeds(asking.tools, actor, round.id);
      if (!accepted.ok) return refuse(accepted.refusal, speech);
      const names = new Map(round.invited.map(({ key, name }) => [key, name]));
      return { whisper: needsAcceptedCard({ round, names, ...accepted.value }, speech) };
    }),

  'set.bundle-form': (asking, { round: named, from = 0 }) =>
    withSet(asking, named, 'bundle', async (_, round, speech) => {
      const opensIt = { type: 'set.bundle-form', round: round.id, from } as const;
      return choose(asking, round, { from }, opensIt, speech);
    }),

  'set.choose': (asking, { round: named, needs, title }) =>
    withSet(asking, named, 'bundle', (actor, { id }, speech) => {
      const wanted = { round: id, needs, title };
      const opensIt = { ...wanted, type: 'set.choose', needs: [...needs] } as const;
      return askResponsible(asking, actor, wanted, opensIt, speech);
    }),

  'set.bundle': (asking, { type: _, ...wanted }) =>
    withSet(asking, wanted.round, 'bundle', (actor, _round, speech) => bundle(asking, actor, wanted, speech)),

  'set.bundle-typed': (asking, intent) =>
    asMember(asking, async (actor, speech) => {
      if (!may(actor.roles, 'need.handle')) return refuse({ code: 'set-for-leaders', asked: 'bundle' }, speech);
      const found = await Promise.all(intent.references.map(each => needByReference(asking.tools, actor, each)));
      const unknown = found.indexOf(undefined);
      if (unknown >= 0) return refuse({ code: 'unknown-reference', words: intent.references[unknown] ?? '' }, speech);
      return typed(
        asking,
        actor,
        found.flatMap(seen => seen ?? []),
        intent,
        speech,
      );
    }),

  'set.bundle-show': (asking, { round: named, bundle: number }) =>
    withSet(asking, named, 'see', async (_, round, speech) => {
      const kept = await bundles.get(asking.tools.store, roundPartition(round.id), bundleDocId(number));
      return kept
        ? { whisper: bundleCard(await bundleShown(asking.tools, round, kept.value), speech) }
        : refuse({ code: 'no-bundle', bundle: number }, speech);
    }),

  'set.undo': (asking, { round: named, bundle: number }) =>
    withSet(asking, named, 'bundle', async (actor, round, speech) => {
      const undone = await undoBundle(asking.tools, actor, { round: round.id, bundle: number });
      if (!undone.ok) return refuse(undone.refusal, speech);
      const notes = [doneNote(speech.say.set.undone)];
      const about = { kind: 'round', id: round.id };
      const sending = await showMade(asking, actor, { about, words: partedMessage(number), notes }, speech);
      if (sending) return sending;
      return { whisper: bundleCard(await bundleShown(asking.tools, round, undone.value), speech, 'undone') };
    }),

  'set.hand-over-preview': (asking, intent) =>
    withSet(asking, intent.round, 'handOver', async (_, round, speech) => {
      const { entries } = await readNeedSet(asking.tools, round);
      const counted = countSet(entries.flatMap(({ needs }) => needs));
      if (round.handedOver && counted.going === 0) return showHandedOver(asking, { round, moved: 0 }, speech);
      const going = entries.filter(({ needs }) => countSet(needs).going > 0);
      const now = asking.tools.world.clock.now();
      return { whisper: handOverPreviewCard({ round, ...counted, entries: going, now }, speech) };
    }),

  'set.hand-over': (asking, intent) =>
    withSet(asking, intent.round, 'handOver', async (actor, { id }, speech) => {
      const handed = await handOverRound(asking.tools, actor, id);
      return handed.ok ? showHandedOver(asking, handed.value, speech) : refuse(handed.refusal, speech);
    }),

  'set.take-back': (asking, intent) =>
    withSet(asking, intent.round, 'handOver', async (actor, { id }, speech) => {
      const taken = await takeBackRound(asking.tools, actor, id);
      return taken.ok ? { whisper: takenBackCard(taken.value, speech) } : refuse(taken.refusal, speech);
    }),
};

/** As many meetings as one chooses between. */
const mostMeetings = 3;

async function showHandedOver({ tools }: Asking, { round, moved }: Moved, speech: Speech): Promise<Answer> {
  const [{ entries }, ahead] = await Promise.all([
    readNeedSet(tools, round),
    meetingsAhead(tools, round.networkId, tools.world.clock.now()),
  ]);
  const { unchecked } = countSet(entries.flatMap(({ needs }) => needs));
  const open = ahead.map(({ value }) => value).filter(each => meetingCan(each, 'suggestCase'));
  return { whisper: handedOverCard({ round, moved, unchecked, meetings: open.slice(0, mostMeetings) }, speech) };
}

async function choose(
  asking: Asking,
  round: Round,
  choosing: Parameters<typeof needsToChoose>[2],
  opensIt: Carried,
  speech: Speech,
): Promise<Answer> {
  const { number, handedOver } = round;
  if (handedOver) return refuse({ code: 'set-handed-over', number, at: handedOver.at }, speech);
  const shown = await needsToChoose(asking.tools, round, choosing);
  return shown
    ? openForm(asking, chooseNeedsForm(shown, speech), opensIt, speech)
    : refuse({ code: 'nothing-to-bundle' }, speech);
}

/** At once where there is but one who can be. */
async function askResponsible(
  asking: Asking,
  actor: Actor,
  wanted: Omit<BundleWanted, 'responsible'>,
  opensIt: Carried,
  speech: Speech,
): Promise<Answer> {
  const parties = await partiesToBundle(asking.tools, actor, wanted);
  if (!parties.ok) return refuse(parties.refusal, speech);
  const [only, ...others] = parties.value;
  if (only && others.length === 0) return bundle(asking, actor, { ...wanted, responsible: only.need }, speech);
  const form: Form = bundleForm({ ...wanted, parties: parties.value }, speech);
  return openForm(asking, form, opensIt, speech);
}

async function bundle(asking: Asking, actor: Actor, wanted: BundleWanted, speech: Speech): Promise<Answer> {
  const made = await bundleNeeds(asking.tools, actor, wanted);
  if (!made.ok) return refuse(made.refusal, speech);
  const { number, needIds, roundId } = made.value;
  const notes = [doneNote(speech.say.set.bundled(needIds.length))];
  const about = { kind: 'round', id: roundId };
  const sending = await showMade(asking, actor, { about, words: bundledMessage(number), notes }, speech);
  if (sending) return sending;
  return withSet(asking, roundId, 'see', async (_, round, own) => ({
    whisper: bundleCard(await bundleShown(asking.tools, round, made.value), own, 'bundled'),
  }));
}

/** What was left out is asked for, with the rest as it was typed. */
async function typed(
  asking: Asking,
  actor: Actor,
  found: readonly NeedSeen[],
  intent: IntentOf<'set.bundle-typed'>,
  speech: Speech,
): Promise<Answer> {
  const [first, ...others] = found;
  if (
    !first ||
    others.some(each => each.round.id !== first.round.id || each.round.partition !== first.round.partition)
  ) {
    return refuse({ code: 'no-need' }, speech);
  }
  const round = first.round.value;
  const { title, responsible } = intent;
  const named = [...new Map(found.map(({ need: { value } }) => [value.id, value.reference ?? '']))];
  const needs = named.map(([need]) => need);
  if (needs.length > mostInBundle) {
    return refuse({ code: 'too-many-bundled', field: 'needs', most: mostInBundle }, speech);
  }
  // A button that opens a form carries them, and not much else has room in it.
  const opensIt: Carried = { ...intent, references: named.map(([, reference]) => reference) };
  if (title === undefined) return choose(asking, round, { chosen: needs }, opensIt, speech);
  const wanted = { round: round.id, needs, title };
  if (responsible === undefined) return askResponsible(asking, actor, wanted, opensIt, speech);
  const parties = await partiesToBundle(asking.tools, actor, wanted);
  if (!parties.ok) return refuse(parties.refusal, speech);
  return bundle(asking, actor, { ...wanted, responsible: partyMeant(parties.value, responsible) }, speech);
}

/** «Senja» for Senja kommune, or its number; what means none of them is refused with their names. */
function partyMeant(parties: readonly PartyToBundle[], words: string): string {
  const plain = (text: string) => text.normalize('NFC').toLocaleLowerCase('nb').trim();
  const meant = plain(words);
  const whole = parties.find(
    ({ party: { name, municipalityNumber } }) => plain(name) === meant || municipalityNumber === meant,
  );
  const [part, ...others] = parties.filter(({ party: { name } }) => plain(name).includes(meant));
  const found = whole ?? (others.length === 0 ? part : undefined);
  return found?.need ?? words;
}
