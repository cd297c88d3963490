/** Every state of the cards and forms about all that a round has brought. */
import type { NeedShown } from '../../cards/needs/need-card.ts';
import { type BundleShown, bundleCard, needBundledCard, needPartedCard } from '../../cards/needs/set-bundle-card.ts';
import { needsAcceptedCard, setCard } from '../../cards/needs/set-card.ts';
import { setFileButtons } from '../../cards/needs/set-file-buttons.ts';
import { bundleForm, chooseNeedsForm } from '../../cards/needs/set-forms.ts';
import { handedOverCard, handOverPreviewCard, takenBackCard } from '../../cards/needs/set-hand-over.ts';
import { type Bundle, mostInBundle } from '../../src/features/needs/bundle.ts';
import type { Invited } from '../../src/features/needs/invited.ts';
import type { Need, NeedId } from '../../src/features/needs/need.ts';
import { lacksIn } from '../../src/features/needs/need-check.ts';
import type { NeedContent } from '../../src/features/needs/need-fields.ts';
import { contentTogether, needSet } from '../../src/features/needs/need-set.ts';
import type { Round, RoundId } from '../../src/features/needs/round.ts';
import type { Instant } from '../../src/world.ts';
import { castDocuments, castMemberId } from '../cast.ts';
import { meetingOf } from './every-card-meeting.ts';
import type { States } from './every-card-states.ts';
import { nastyTexts } from './nasty-texts.ts';

const { network } = castDocuments();
const at = '2027-01-20T09:14:00.000Z' as Instant;
const closesAt = '2027-02-01T22:59:59.999Z' as Instant;
const deed = { at, by: castMemberId('kari') };

const wordings = { plain: 'Traumer i barnehagen', nasty: nastyTexts.join(' ').slice(0, 120), longest: 'Å'.repeat(120) };
type Wording = keyof typeof wordings;
const names: Readonly<Record<Wording, string>> = {
  plain: 'Senja kommune',
  nasty: wordings.nasty,
  longest: 'Å'.repeat(215),
};

const partiesIn = (count: number, wording: Wording): readonly Invited[] =>
  Array.from({ length: count }, (_, index) => ({
    key: wording === 'longest' ? `eier|${'å'.repeat(210)}${index}` : `kommune|${5501 + index}`,
    name: names[wording],
    ownerType: 'municipality',
  }));

function roundOf(count: number, wording: Wording, more: Partial<Round> = {}): Round {
  return {
    id: 'r'.repeat(16) as RoundId,
    networkId: network.id,
    number: 2,
    form: 'need',
    scheme: 'collectiveUpperSecondary',
    year: 2027,
    invited: [...partiesIn(Math.max(count, 1), wording)],
    opensAt: network.startedAt,
    closesAt,
    openedBy: deed.by,
    madeAt: network.startedAt,
    ...more,
  };
}

function needsOf(count: number, wording: Wording, form: Round['form'] = 'need'): readonly Need[] {
  const states = ['submitted', 'complete', 'inNetwork', 'onAgenda', 'recommendedReduced'] as const;
  const year = { owner: 9_999_999_999, partner: 1_250_000, coordination: 0 };
  const content: NeedContent = {
    title: wordings[wording],
    participants: Array.from({ length: 200 }, () => 'Solstua barnehage'),
    participantCount: 1200,
    amounts: [2027, 2028, 2029].map(each => ({ ...year, year: each })),
  };
  const { amounts: _, ...input } = content;
  return partiesIn(count, wording).map(({ key }, index) => ({
    id: `need-${String(index).padStart(11, '0')}` as NeedId,
    networkId: network.id,
    roundId: roundOf(1, wording).id,
    partyKey: key,
    form,
    reference: `BM-2027-${String(index + 1).padStart(4, '0')}`,
    state: states[index % states.length] ?? 'submitted',
    content: form === 'need' ? content : input,
    pages: {},
    startedAt: at,
    startedBy: deed.by,
    history: [],
  }));
}

function bundleOf(count: number, wording: Wording, more: Partial<Bundle> = {}): Bundle {
  const ids = needsOf(count, wording).map(({ id }) => id);
  return {
    networkId: network.id,
    roundId: roundOf(1, wording).id,
    number: 1,
    title: wordings[wording],
    responsible: partiesIn(1, wording)[0]?.key ?? '',
    needIds: ids,
    madeAt: at,
    madeBy: deed.by,
    request: 'request-1',
    ...more,
  };
}

function shownBundle(
  count: number,
  wording: Wording,
  more: Partial<Bundle> = {},
  round: Partial<Round> = {},
): BundleShown {
  const all = needsOf(count, wording);
  return {
    round: roundOf(count, wording, round),
    bundle: bundleOf(count, wording, more),
    responsible: names[wording],
    parts: all.map(need => ({ need, party: names[wording] })),
    content: contentTogether(wordings[wording], all),
    undoneBy: names[wording],
  };
}

const counts = [0, 1, 2, 15, 40];
const each = (Object.keys(wordings) as Wording[]).flatMap(wording => counts.map(count => ({ wording, count })));
const handedOver = { handedOver: deed };

const setStatesOf = each.flatMap(({ wording, count }) =>
  (['input', 'need'] as const).flatMap(form =>
    [{}, handedOver].flatMap(more =>
      [0, 15, 30].map(from => {
        const round = roundOf(count, wording, { form, ...more });
        const made = count > 4 ? [bundleOf(3, wording)] : [];
        const name = `${count} of ${form}, ${wording}, from ${from}, ${Object.keys(more).join()}`;
        return [name, { set: needSet(round, needsOf(count, wording, form), made), from }] as const;
      }),
    ),
  ),
);

function shownNeed(wording: Wording, count: number): NeedShown {
  const [need] = needsOf(1, wording);
  if (!need) throw new Error('There is one');
  const bundle = { number: 1, title: wordings[wording], responsible: names[wording], others: count };
  return {
    round: roundOf(1, wording),
    need: { ...need, state: 'inNetwork' },
    party: { key: need.partyKey, name: names[wording] },
    time: 'late',
    isOwn: true,
    mayHandle: false,
    standsIn: false,
    bundle,
  };
}

const parties = (wording: Wording, count: number) =>
  needsOf(count, wording).map(need => ({ need, party: names[wording] }));

export const setCardStates: Readonly<Record<string, States>> = {
  setCard: setStatesOf.map(([state, shown]) => [state, speech => setCard(shown, speech)]),

  needsAcceptedCard: each.map(({ wording, count }) => {
    const round = roundOf(count, wording);
    const named = new Map(round.invited.map(({ key, name }) => [key, name]));
    const left = needsOf(count, wording).map((need, index) => ({
      need,
      lacks: lacksIn({ form: 'need', content: {} }, round, at),
      isOwn: index % 2 === 0,
    }));
    return [
      `${count}, ${wording}`,
      speech => needsAcceptedCard({ round, names: named, accepted: count, left }, speech),
    ] as const;
  }),

  bundleCard: [0, 1, 2, 25, mostInBundle].flatMap(count =>
    (Object.keys(wordings) as Wording[]).flatMap(
      (wording): States => [
        [`${count}, ${wording}`, speech => bundleCard(shownBundle(count, wording), speech)],
        [`${count}, ${wording}, new`, speech => bundleCard(shownBundle(count, wording), speech, 'bundled')],
        [`${count}, ${wording}, undone`, speech => bundleCard(shownBundle(count, wording, { undone: deed }), speech)],
        [
          `${count}, ${wording}, just undone`,
          speech => bundleCard(shownBundle(count, wording, { undone: deed }), speech, 'undone'),
        ],
        [
          `${count}, ${wording}, handed over`,
          speech => bundleCard(shownBundle(count, wording, {}, handedOver), speech),
        ],
      ],
    ),
  ),

  needBundledCard: (Object.keys(wordings) as Wording[]).flatMap(wording =>
    [0, 1, 59].flatMap(others =>
      [1, 20].map(count => {
        const theirs = Array.from({ length: count }, () => shownNeed(wording, others));
        return [`${count} with ${others}, ${wording}`, speech => needBundledCard(theirs, speech)] as const;
      }),
    ),
  ),

  needPartedCard: (Object.keys(wordings) as Wording[]).flatMap(wording =>
    [1, 20].map(count => {
      const theirs = Array.from({ length: count }, () => shownNeed(wording, 0));
      return [`${count}, ${wording}`, speech => needPartedCard(theirs, bundleOf(3, wording), speech)] as const;
    }),
  ),

  chooseNeedsForm: each
    .filter(({ count }) => count > 1)
    .concat({ wording: 'longest', count: 200 })
    .map(({ wording, count }) => {
      const mayBundle = parties(wording, count);
      const chosen = mayBundle.map(({ need }) => need.id);
      const shown = { round: roundOf(count, wording), mayBundle, from: 15, chosen, title: wordings[wording] };
      return [`${count}, ${wording}`, speech => chooseNeedsForm(shown, speech)] as const;
    }),

  bundleForm: (Object.keys(wordings) as Wording[]).flatMap(wording =>
    [2, mostInBundle].map(count => {
      const needs = needsOf(count, wording).map(({ id }) => id);
      const all = partiesIn(count, wording).map((party, index) => ({ party, need: needs[index] ?? ('x' as NeedId) }));
      const shown = { round: roundOf(1, wording).id, needs, title: wordings[wording], parties: all };
      return [`${count}, ${wording}`, speech => bundleForm(shown, speech)] as const;
    }),
  ),

  handOverPreviewCard: [0, 1, 7].flatMap(going =>
    [0, 1, 4].flatMap(unchecked =>
      [at, '2027-03-01T08:00:00.000Z' as Instant].map(now => {
        const entries = needSet(
          roundOf(going, 'plain'),
          needsOf(going, 'plain'),
          going > 2 ? [bundleOf(3, 'plain')] : [],
        ).entries;
        const shown = { round: roundOf(1, 'plain'), going, unchecked, entries, now };
        return [`${going} and ${unchecked}, ${now}`, speech => handOverPreviewCard(shown, speech)] as const;
      }),
    ),
  ),

  handedOverCard: [0, 1, 7].flatMap(moved =>
    [0, 4].map(unchecked => {
      const meetings = Array.from({ length: unchecked === 0 ? 0 : 3 }, () => meetingOf('plain'));
      const shown = { round: roundOf(1, 'plain', handedOver), moved, unchecked, meetings };
      return [`${moved} and ${unchecked}`, speech => handedOverCard(shown, speech)] as const;
    }),
  ),

  takenBackCard: [1, 7].map(moved => [
    String(moved),
    speech => takenBackCard({ round: roundOf(1, 'plain'), moved }, speech),
  ]),

  setFileButtons: [
    [
      'usual',
      speech => ({ language: speech.language, title: '1', parts: setFileButtons(roundOf(1, 'plain'), speech) }),
    ],
  ],
};
