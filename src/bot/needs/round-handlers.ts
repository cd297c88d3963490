/** Intents about rounds → workflow → what the person is told. */
import type { Card, Form, Note } from '../../../cards/card.ts';
import { leftOutNotes } from '../../../cards/deliveries/delivery-notes.ts';
import { doneNote } from '../../../cards/done-note.ts';
import {
  closeRoundForm,
  extendRoundForm,
  newRoundForm,
  type RoundFormShown,
} from '../../../cards/needs/round-forms.ts';
import { roundPreviewCard } from '../../../cards/needs/round-preview.ts';
import { roundTotalsCard } from '../../../cards/needs/round-totals.ts';
import {
  roundClosedCard,
  roundExtendedCard,
  roundLeaderButtons,
  roundMissingCard,
  roundOpenedCard,
  roundOpenedTitle,
  roundRemindedCard,
  roundsCard,
} from '../../../cards/needs/round-whispers.ts';
import type { RemindersShown } from '../../../cards/year/reminder-dates.ts';
import { posting } from '../../delivery/delivery.ts';
import { toldOfReminders } from '../../delivery/schedule.ts';
import { mustBeShown } from '../../delivery/sending.ts';
import { bringBackRound } from '../../features/needs/bring-back-round.ts';
import { closeRound } from '../../features/needs/close-round.ts';
import { totalsForAll, totalsNow } from '../../features/needs/count-totals.ts';
import { extendRound } from '../../features/needs/extend-round.ts';
import { type RoundDraft, roundDrafts, roundPartition } from '../../features/needs/need-store.ts';
import { openRound } from '../../features/needs/open-round.ts';
import { previewRound } from '../../features/needs/preview-round.ts';
import { remindRound } from '../../features/needs/remind-round.ts';
import { type Round, type RoundDeed, type RoundId, roundCan } from '../../features/needs/round.ts';
import {
  coverageBefore,
  missingFirstReached,
  peopleOutside,
  readCoverage,
  summed,
} from '../../features/needs/round-coverage.ts';
import type { roundIntents } from '../../features/needs/round-intents.ts';
import { latestRounds, roundOf } from '../../features/needs/round-meant.ts';
import { roundInvitation, roundReminder } from '../../features/needs/round-messages.ts';
import { yearsToCollectFor } from '../../features/needs/round-plan.ts';
import { toldOpenAt, whenReminded } from '../../features/needs/round-schedules.ts';
import { type Actor, allowed, identifyMember } from '../../features/networks/identify-member.ts';
import type { Network } from '../../features/networks/network.ts';
import { channelLinks, networkPartition } from '../../features/networks/network-store.ts';
import { may } from '../../features/networks/who-may.ts';
import { schemesIn } from '../../reference/grant-schemes.ts';
import { counties } from '../../reference/municipalities.ts';
import type { Speech } from '../../texts/speak.ts';
import { dayOf, type Instant } from '../../world.ts';
import { type Answer, type Asking, asActor, asMember, aWeekOn, type Handlers, openForm, refuse } from '../asking.ts';
import { madeBy, showMade } from '../deliveries/delivery-sendings.ts';
import { routesTo } from '../routes.ts';
import { countedShown, drawingOfRound } from './round-drawn.ts';
import { standingOfRound, withRound } from './round-found.ts';

export const roundHandlers: Pick<Handlers, keyof typeof roundIntents> = {
  'round.form': asking =>
    asMember(asking, async (actor, speech) => {
      const right = allowed(actor, 'round.open');
      if (!right.ok) return refuse(right.refusal, speech);
      const form = newRoundForm(suggestedRound(actor.network, asking.tools.world.clock.now()), speech);
      return openForm(asking, form, { type: 'round.form' }, speech);
    }),

  'round.preview': (asking, wanted) =>
    asMember(asking, async (actor, speech) => {
      const draft = await previewRound(asking.tools, actor, wanted);
      return draft.ok ? preview(asking, actor, draft.value, speech) : refuse(draft.refusal, speech);
    }),

  'round.open': async (asking, { round: id }) => {
    const { tools, from, speech } = asking;
    const shown = (await roundOf(tools, id)) ?? (await roundDrafts.get(tools.store, roundPartition(id), 'draft'));
    const actor = shown && (await identifyMember(tools, from, shown.value.networkId));
    if (!actor?.ok) return refuse({ code: 'round-draft-gone' }, speech);
    return asActor(asking, actor.value, (member, own) => open(asking, member, id, own));
  },

  'rounds.show': asking =>
    asMember(asking, async ({ network, roles }, speech) => {
      const latest = await latestRounds(asking.tools, network.id, roundsInAList);
      const rounds = latest.map(({ value }) => value);
      const now = asking.tools.world.clock.now();
      return { answer: roundsCard({ network: network.name, rounds, mayOpen: may(roles, 'round.open'), now }, speech) };
    }),

  'round.show': (asking, intent) =>
    withRound(asking, intent.round, (actor, round, speech) => show(asking, actor, round, speech)),

  'round.missing': (asking, { round: named, from = 0 }) =>
    withRound(asking, named, async (actor, round, speech) => {
      const right = allowed(actor, 'round.missing');
      if (!right.ok) return { ...refuse(right.refusal, speech), ...(await standingOfRound(asking, round)) };
      const all = await readCoverage(asking.tools, round, actor.network.zone);
      const missing = missingFirstReached(all);
      const now = asking.tools.world.clock.now();
      return {
        whisper: roundMissingCard({ round, missing, from, now }, speech),
        ...(await standingOfRound(asking, round)),
      };
    }),

  'round.totals': (asking, { round: named, list, from = 0 }) =>
    withRound(asking, named, async (actor, round, speech) => {
      const isLive = may(actor.roles, 'need.handle');
      const counted = await (isLive ? totalsNow(asking.tools, round) : totalsForAll(asking.tools, round));
      const standing = await standingOfRound(asking, round);
      if (!counted) return { ...refuse({ code: 'totals-not-yet', closesAt: round.closesAt }, speech), ...standing };
      const shown = { ...countedShown(counted, actor.network), isLive };
      const page = list && { list, from };
      return { whisper: roundTotalsCard({ round, counted: shown, page }, speech), ...standing };
    }),

  'round.remind': (asking, intent) =>
    withRound(asking, intent.round, async (actor, round, speech) => {
      const reminded = await remindRound(asking.tools, actor, round.id);
      if (!reminded.ok) return refuse(reminded.refusal, speech);
      const { rested, unreachable } = reminded.value;
      const notes: readonly Note[] = [
        ...leftOutNotes({ rested, unreachable: 0 }, speech),
        ...(unreachable > 0
          ? [{ kind: 'note', sign: 'warning', text: speech.say.round.unreachable(unreachable) } as const]
          : []),
      ];
      const about = { kind: 'round', id: round.id };
      const made = await showMade(asking, actor, { about, words: roundReminder, notes }, speech);
      return made ?? { whisper: withNotes(roundRemindedCard(reminded.value.reminded, speech), notes) };
    }),

  'round.extend-form': (asking, intent) =>
    toForm(asking, intent.round, 'extend', (shown, { network }, speech) =>
      extendRoundForm(shown, speech, aWeekOn(shown.round.closesAt, network.zone)),
    ),

  'round.extend': (asking, { round: named, closesOn }) =>
    withRound(asking, named, async (actor, { id }, speech) => {
      const extended = await extendRound(asking.tools, actor, id, closesOn);
      if (!extended.ok) return refuse(extended.refusal, speech);
      const reminders = remindersOf(extended.value, actor.network, asking.tools.world.clock.now());
      return { whisper: roundExtendedCard(extended.value, reminders, speech) };
    }),

  'round.close-form': (asking, intent) =>
    toForm(asking, intent.round, 'close', (shown, _actor, speech) => closeRoundForm(shown, speech)),

  'round.close': (asking, intent) =>
    withRound(asking, intent.round, async (actor, { id }, speech) => {
      const closed = await closeRound(asking.tools, actor, id);
      return closed.ok ? { whisper: roundClosedCard(closed.value, speech) } : refuse(closed.refusal, speech);
    }),
};

const roundsInAList = 20;

/** Where the form's fields start: by 1 February, the usual deadline, in the network's own county. */
export function suggestedRound({ zone, rules }: Network, now: Instant): RoundFormShown {
  const today = dayOf(now, zone);
  const thisYear = Number(today.slice(0, 4));
  const year = today < `${thisYear}-02-01` ? thisYear : thisYear + 1;
  return {
    schemes: schemesIn(year),
    years: yearsToCollectFor(thisYear),
    year,
    invited: counties.find(({ number }) => number === rules.county)?.names[0],
    closesOn: `${year}-02-01`,
  };
}

async function preview(asking: Asking, actor: Actor, draft: RoundDraft, speech: Speech): Promise<Answer> {
  const { tools } = asking;
  const { network } = actor;
  const now = tools.world.clock.now();
  const { forgetAt: _, opensAt = now, ...rest } = draft;
  const [latest, links, covered] = await Promise.all([
    latestRounds(tools, network.id, 1),
    channelLinks.all(tools.store, networkPartition(network.id)),
    coverageBefore(tools, draft, network.zone),
  ]);
  const round: Round = { ...rest, number: (latest[0]?.value.number ?? 0) + 1, opensAt, madeAt: now };
  const reached = covered.filter(({ people }) => people.length > 0);
  const people = new Map(reached.flatMap(each => each.people.map(person => [person.id, person])));
  const first = await Promise.all([...people.values()].map(each => routesTo(tools, asking.platformOf, network, each)));
  const names = first.flatMap(([route]) => (route ? [route.platform.name] : []));
  const outside = peopleOutside(covered);
  const isLater = draft.opensAt !== undefined;
  const shown = {
    draft,
    posting: { round, coverage: summed(covered), now, pictureUrl: asking.settings.pictureUrl },
    channels: links.filter(({ value }) => !value.lostAt).length,
    reminders: remindersOf(round, network, now),
    reached: reached.length,
    apart: outside.length,
    isSeenFirst: mustBeShown(outside),
    toldAt: isLater ? toldOpenAt(round, network) : undefined,
    ways: new Map([...Map.groupBy(names, name => name)].map(([name, { length }]) => [name, length])),
    unreached: covered.filter(each => each.people.length === 0).map(({ invited }) => invited.name),
  };
  return { whisper: roundPreviewCard(shown, speech) };
}

async function open(asking: Asking, actor: Actor, id: RoundId, speech: Speech): Promise<Answer> {
  const opened = await openRound(asking.tools, actor, id);
  if (!opened.ok) return refuse(opened.refusal, speech);
  const round = opened.value.value;
  const now = asking.tools.world.clock.now();
  const about = { kind: 'round', id };
  const invitation = await madeBy(asking, actor, about, roundInvitation);
  const notes = [doneNote(roundOpenedTitle(round, now, speech))];
  const waits = invitation?.state === 'shown' ? [waitsToo(invitation.to.length, round, speech)] : [];
  const made =
    (await showMade(asking, actor, { about, words: posting, notes: [...notes, ...waits] }, speech)) ??
    (await showMade(asking, actor, { about, words: roundInvitation, notes }, speech));
  if (made) return made;
  const links = await channelLinks.all(asking.tools.store, networkPartition(actor.network.id));
  const channels = links.filter(({ value }) => !value.lostAt).length;
  const reminders = remindersOf(round, actor.network, now);
  const toldAt = round.opensAt > now ? toldOpenAt(round, actor.network) : undefined;
  return { whisper: roundOpenedCard({ round, channels, toldAt, reminders, now }, speech) };
}

/** Where channels and people are both more than a few, the words to the people are looked at by themselves. */
function waitsToo(people: number, { number }: Round, { say, command }: Speech): Note {
  const text = say.round.invitedWaits(people, `${command('deliveries')} ${command('round')} ${number}`);
  return { kind: 'note', sign: 'information', text };
}

/** The round's card, and to those who lead it what they can do; a channel whose posting is gone gets it anew. */
async function show(asking: Asking, actor: Actor, round: Round, speech: Speech): Promise<Answer> {
  const { tools, from } = asking;
  await bringBackRound(tools, actor, round, from.place.key);
  const card = (await drawingOfRound(asking, round)).write(speech);
  const leads = may(actor.roles, 'round.close');
  const buttons = leads ? roundLeaderButtons(round, tools.world.clock.now(), speech) : [];
  const shown = { ...card, parts: [...card.parts, ...buttons] };
  return from.place.kind === 'personal' || leads ? { whisper: shown } : { answer: shown };
}

function withNotes(card: Card, notes: readonly Note[]): Card {
  return { ...card, parts: [...card.parts, ...notes] };
}

function remindersOf(round: Round, network: Network, now: Instant): RemindersShown {
  return toldOfReminders(whenReminded(round, now), network);
}

/** A form about a round, for those who may do it while it can be done. */
function toForm(
  asking: Asking,
  named: RoundId | number | undefined,
  deed: Extract<RoundDeed, 'extend' | 'close'>,
  draw: (shown: { readonly round: Round; readonly now: Instant }, actor: Actor, speech: Speech) => Form,
): Promise<Answer> {
  return withRound(asking, named, async (actor, round, speech) => {
    const right = allowed(actor, `round.${deed}`);
    if (!right.ok) return refuse(right.refusal, speech);
    const now = asking.tools.world.clock.now();
    if (!roundCan(deed, round, now)) {
      return refuse({ code: 'round-closed', number: round.number, at: round.closing?.at ?? round.closesAt }, speech);
    }
    return openForm(
      asking,
      draw({ round, now }, actor, speech),
      { type: `round.${deed}-form`, round: round.id },
      speech,
    );
  });
}
