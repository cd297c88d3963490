/** Every state a round's cards and forms can be in: form × standing in time × who is invited × what they have given. */
import { type RoundShown, roundCard } from '../../cards/needs/round-card.ts';
import { closeRoundForm, extendRoundForm, newRoundForm } from '../../cards/needs/round-forms.ts';
import { roundInvitationCard, roundOverCard, roundReminderCard } from '../../cards/needs/round-messages.ts';
import { roundPreviewCard } from '../../cards/needs/round-preview.ts';
import type { CountedShown } from '../../cards/needs/round-totals.ts';
import {
  roundClosedCard,
  roundExtendedCard,
  roundLeaderButtons,
  roundMissingCard,
  roundOpenedCard,
  roundRemindedCard,
  roundsCard,
} from '../../cards/needs/round-whispers.ts';
import { withoutPictures } from '../../cards/without-pictures.ts';
import { type CoverageState, coverageStates } from '../../src/features/needs/coverage.ts';
import { type Invited, pickInvited } from '../../src/features/needs/invited.ts';
import type { Need, NeedId } from '../../src/features/needs/need.ts';
import type { RoundDraft } from '../../src/features/needs/need-store.ts';
import { type Round, type RoundId, roundForms } from '../../src/features/needs/round.ts';
import { type Covered, summed } from '../../src/features/needs/round-coverage.ts';
import { grantSchemes } from '../../src/reference/grant-schemes.ts';
import { counties } from '../../src/reference/municipalities.ts';
import type { Instant } from '../../src/world.ts';
import { castDocuments, castMemberId, castNetwork } from '../cast.ts';
import type { States } from './every-card-states.ts';
import { everyCount, totalsStates } from './every-card-totals.ts';
import { nastyTexts } from './nasty-texts.ts';

const madeAt = '2027-01-11T08:00:00.000Z' as Instant;
const before = '2027-01-10T08:00:00.000Z' as Instant;
const during = '2027-01-20T08:00:00.000Z' as Instant;
const deadline = '2027-02-01T22:59:59.000Z' as Instant;
const after = '2027-02-01T23:00:00.000Z' as Instant;
const reminders = ['2027-01-25T08:00:00.000Z', '2027-01-29T08:00:00.000Z'] as Instant[];

const invitations: Readonly<Record<string, readonly Invited[]>> = {
  'one office': picked('Troms og Finnmark'),
  'a county and two owners': picked('Finnmark', 'privat: Solstua', 'friskole: Fjellskolen'),
  one: picked('Tromsø'),
  'the whole country': picked(...counties.flatMap(({ names }) => names.slice(0, 1))),
  nasty: picked(...nastyTexts.slice(0, 20).map(text => `privat: ${text.replaceAll('\n', ' ').slice(0, 180)}`)),
  longest: picked(...Array.from({ length: 120 }, (_, at) => `privat: ${at} ${'Å'.repeat(180)}`)),
};

function picked(...lines: readonly string[]): readonly Invited[] {
  const all = pickInvited(lines);
  if (!all.ok) throw new Error(`${all.refusal.code}: ${lines.join(' | ')}`);
  return all.value;
}

const stands = {
  coming: { now: before },
  open: { now: during },
  over: { now: after },
  closed: { now: during, closing: { at: during, by: castMemberId('kari'), request: 'r' } },
} as const;

/** What those invited have given, in turn. */
const gifts: Readonly<Record<string, readonly CoverageState[]>> = {
  nothing: ['missing'],
  everything: coverageStates,
  'all answered': ['answered'],
  'nobody reached': ['unreachable'],
};

function roundOf(invited: readonly Invited[], more: Partial<Round> = {}): Round {
  return {
    id: 'round-1' as RoundId,
    networkId: castNetwork.id,
    number: 1,
    form: 'input',
    scheme: 'collective',
    year: 2027,
    invited: [...invited],
    opensAt: madeAt,
    closesAt: deadline,
    openedBy: castMemberId('kari'),
    madeAt,
    ...more,
  };
}

export function aRound(): Round {
  return roundOf(invitations['one office'] ?? []);
}

const people = castDocuments().members;

/** The two counties, with something of everything given. */
export function goldenRound(stand: keyof typeof stands): RoundShown {
  const { now, ...more } = stands[stand];
  const invited = invitations['one office'] ?? [];
  return { round: roundOf(invited, more), coverage: summed(coveredBy(invited, coverageStates)), now };
}

function coveredBy(invited: readonly Invited[], given: readonly CoverageState[]): readonly Covered[] {
  return invited.map((each, at) => {
    const state = given[at % given.length] ?? 'missing';
    return {
      invited: each,
      state,
      needs: needsIn(state),
      people: state === 'unreachable' ? [] : people.slice(at % 10, (at % 10) + 1 + (at % 4)),
    };
  });
}

function needsIn(state: CoverageState): readonly Need[] {
  return state === 'draft' || state === 'returned' ? [aNeed(state)] : [];
}

export function aNeed(state: 'draft' | 'returned'): Need {
  return {
    id: 'need-1' as NeedId,
    networkId: castNetwork.id,
    roundId: 'round-1' as RoundId,
    partyKey: 'kommune|5501',
    form: 'input',
    state,
    content: {},
    pages: { who: { revision: 1, savedAt: during, savedBy: castMemberId('per') } },
    startedAt: madeAt,
    startedBy: castMemberId('per'),
    history: [],
    ...(state === 'returned' && { returned: { reason: 'Målgruppen mangler', dueAt: deadline } }),
  };
}

const each = Object.entries(invitations).flatMap(([who, invited]) =>
  Object.entries(gifts).map(([gift, given]) => ({ name: `${who}, ${gift}`, invited, given })),
);

const countedAs: Readonly<Record<string, CountedShown>> = { over: everyCount.usual, closed: everyCount.everything };

export const everyRound: readonly (readonly [string, RoundShown])[] = each.flatMap(({ name, invited, given }) =>
  Object.entries(stands).flatMap(([stand, { now, ...more }]) =>
    roundForms.map(form => {
      const round = roundOf(invited, { form, ...more });
      const shown = { round, coverage: summed(coveredBy(invited, given)), now, counted: countedAs[stand] };
      return [`${form}, ${name}, ${stand}`, { ...shown, isRanked: form === 'need' }] as const;
    }),
  ),
);

const usual = aRound();
const told = { network: castNetwork.name, now: during };
const everyStand = Object.entries(stands).map(
  ([stand, { now, ...more }]) => [stand, { round: { ...usual, ...more }, now }] as const,
);

const formShown = { schemes: grantSchemes, years: [2027, 2028, 2029, 2030], year: 2027, closesOn: '2027-02-01' };

/** As long as a signed one. */
export function pictureUrl(payload: unknown): string {
  const claim = Buffer.from(JSON.stringify({ payload, expiresAt: '9999-12-31T23:59:59.999Z' })).toString('base64url');
  return `https://laget.kommune.example/picture/${claim}.${'s'.repeat(43)}.png`;
}

export const roundStates: Readonly<Record<string, States>> = {
  roundCard: everyRound.flatMap(([state, shown]) => [
    [state, speech => roundCard(shown, speech)],
    [`${state}, with a picture`, speech => roundCard({ ...shown, pictureUrl }, speech)],
    [`${state}, its picture refused`, speech => withoutPictures(roundCard({ ...shown, pictureUrl }, speech))],
  ]),

  roundPreviewCard: each.flatMap(({ name, invited, given }) => {
    const { number: _, opensAt, madeAt: __, ...rest } = roundOf(invited);
    const covered = coveredBy(invited, given);
    const posting = { round: roundOf(invited), coverage: summed(covered), now: during };
    const shown = {
      posting,
      channels: 3,
      apart: covered.length,
      isSeenFirst: covered.length > 5,
      toldAt: undefined,
      reached: covered.filter(({ state }) => state !== 'unreachable').length,
      ways: new Map([
        ['slack', 4],
        ['teams', 12],
        ['mail', 1],
        ['other', 2],
      ]),
      unreached: covered.flatMap(({ state, invited: { name: party } }) => (state === 'unreachable' ? [party] : [])),
    };
    const draft: RoundDraft = { ...rest, forgetAt: after };
    return [
      [name, speech => roundPreviewCard({ ...shown, draft, reminders }, speech)],
      [
        `${name}, later, too near`,
        speech =>
          roundPreviewCard({ ...shown, draft: { ...draft, opensAt }, reminders: 'too-near', toldAt: during }, speech),
      ],
    ] satisfies States;
  }),

  ...totalsStates(usual),

  roundMissingCard: each.flatMap(({ name, invited, given }) => {
    const missing = coveredBy(invited, given).filter(({ state }) => state !== 'answered');
    const round = roundOf(invited);
    return [0, 25, 350].map(
      from =>
        [`${name} from ${from}`, speech => roundMissingCard({ round, missing, from, now: during }, speech)] as const,
    );
  }),

  roundReminderCard: each.flatMap(({ name, invited, given }) => {
    const waiting = coveredBy(invited, given).filter(({ state }) => state !== 'answered' && state !== 'unreachable');
    if (waiting.length === 0) return [];
    const round = roundOf(invited);
    return [waiting.slice(0, 1), waiting].map(
      those =>
        [`${name}, ${those.length}`, speech => roundReminderCard({ ...told, round, waiting: those }, speech)] as const,
    );
  }),

  roundInvitationCard: each.flatMap(({ name, invited, given }) =>
    roundForms.map(form => {
      const shown = { ...told, round: roundOf(invited, { form }), waiting: coveredBy(invited, given) };
      return [`${name}, ${form}`, speech => roundInvitationCard(shown, speech)] as const;
    }),
  ),

  roundOverCard: each.map(({ name, invited, given }) => {
    const coverage = summed(coveredBy(invited, given)).all;
    const shown = { ...told, now: after, round: roundOf(invited), coverage };
    return [name, speech => roundOverCard(shown, speech)] as const;
  }),

  roundLeaderButtons: everyStand.map(([stand, { round, now }]) => [
    stand,
    speech => ({ language: speech.language, title: '1', parts: roundLeaderButtons(round, now, speech) }),
  ]),

  roundOpenedCard: [
    ['later', speech => roundOpenedCard({ round: usual, channels: 3, toldAt: during, reminders, now: before }, speech)],
    ['usual', speech => roundOpenedCard({ round: usual, channels: 3, reminders, now: during }, speech)],
    [
      'one channel',
      speech => roundOpenedCard({ round: usual, channels: 1, reminders: 'no-days', now: during }, speech),
    ],
  ],

  roundRemindedCard: [0, 1, 40].map(n => [String(n), speech => roundRemindedCard(n, speech)]),

  roundExtendedCard: [['usual', speech => roundExtendedCard(usual, reminders, speech)]],

  roundClosedCard: [['usual', speech => roundClosedCard(usual, speech)]],

  roundsCard: [
    ['none', speech => roundsCard({ network: castNetwork.name, rounds: [], mayOpen: true, now: during }, speech)],
    ['none to see', speech => roundsCard({ network: 'N', rounds: [], mayOpen: false, now: during }, speech)],
    [
      'many',
      speech => {
        const rounds = Array.from({ length: 20 }, (_, at) => ({ ...usual, number: 1000 + at }));
        return roundsCard({ network: 'Å'.repeat(200), rounds, mayOpen: true, now: during }, speech);
      },
    ],
  ],

  newRoundForm: [
    ['usual', speech => newRoundForm(formShown, speech)],
    ['with a county', speech => newRoundForm({ ...formShown, invited: 'Troms' }, speech)],
    [
      'refused',
      speech =>
        newRoundForm(formShown, speech, {
          values: { scheme: 'regional', invited: 'Å'.repeat(3000), closesOn: '2027-02-01' },
          errors: { scheme: 'x'.repeat(200), invited: 'y'.repeat(200) },
        }),
    ],
  ],

  extendRoundForm: everyStand.map(([stand, shown]) => [stand, speech => extendRoundForm(shown, speech, '2027-02-15')]),

  closeRoundForm: everyStand.map(([stand, shown]) => [stand, speech => closeRoundForm(shown, speech)]),
};
