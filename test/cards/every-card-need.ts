/** Every state of the cards and forms about needs. */
import { type NeedNews, type NeedShown, needCard } from '../../cards/needs/need-card.ts';
import { needCheckCard } from '../../cards/needs/need-check-card.ts';
import {
  type FilledPage,
  type NeedFormShown,
  needLateForm,
  needPageForm,
  needReturnForm,
  needWithdrawForm,
} from '../../cards/needs/need-forms.ts';
import { needHistoryCard } from '../../cards/needs/need-history-card.ts';
import { needImportCard, needImportForm, needsTakenInCard } from '../../cards/needs/need-import-cards.ts';
import { myNeedsCard, needPartiesCard, needRoundsCard, partyNeedsCard } from '../../cards/needs/need-lists.ts';
import { needReturnedCard, needsUnansweredCard, needWithdrawnCard } from '../../cards/needs/need-messages.ts';
import type { LineFate, NeedArrived } from '../../src/features/needs/import-needs.ts';
import type { Invited } from '../../src/features/needs/invited.ts';
import type { Need, NeedId } from '../../src/features/needs/need.ts';
import { lacksIn } from '../../src/features/needs/need-check.ts';
import type { NeedTime } from '../../src/features/needs/need-deadline.ts';
import type { NeedContent } from '../../src/features/needs/need-fields.ts';
import type { NeedLineProblemCode } from '../../src/features/needs/need-file.ts';
import { type NeedState, type NeedStep, needStates, needSteps } from '../../src/features/needs/need-state.ts';
import { tellingFields } from '../../src/features/needs/need-telling.ts';
import type { Round, RoundForm, RoundId } from '../../src/features/needs/round.ts';
import { vocabulary } from '../../src/reference/vocabulary.ts';
import { speak } from '../../src/texts/speak.ts';
import type { Instant, PlainDate } from '../../src/world.ts';
import { castDocuments } from '../cast.ts';
import type { States } from './every-card-states.ts';
import { nastyTexts } from './nasty-texts.ts';

const { network, members } = castDocuments();
const [coordinator] = members as [(typeof members)[number]];
const at = '2027-01-20T09:14:00.000Z' as Instant;
const closesAt = '2027-02-01T22:59:59.999Z' as Instant;

const codesOf = (name: keyof typeof vocabulary) => vocabulary[name].map(({ code }) => code);

/** Everything filled in, with texts of so many characters as each has room for. */
function wholeContent(text: (most: number) => string, count = 2): NeedContent {
  const lines = (many: number, each: number) => Array.from({ length: many }, () => text(each));
  return {
    kind: 'new',
    ownerType: 'municipality',
    participants: lines(count, 28),
    sectors: codesOf('sectors').slice(0, count),
    sectorExplanation: text(1000),
    privateOwners: 'invitedDeclined',
    privateOwnersText: text(500),
    title: text(120),
    themes: codesOf('themes').slice(0, Math.min(count, 3)),
    description: text(3000),
    analysisBasis: ['surveyStaff', 'other'],
    analysisText: text(1000),
    staffInvolvement: text(1000),
    anchoring: ['owner', 'leaderGroup'],
    anchoredOn: '2026-12-01' as PlainDate,
    targetGroups: codesOf('target-groups').slice(0, count),
    participantCount: 1200,
    levels: codesOf('levels'),
    goal: text(1500),
    plannedMeasure: text(3000),
    partner: text(200),
    partnerState: 'agreed',
    wantsStatped: true,
    from: '2027-08',
    to: '2029-06',
    amounts: [2027, 2028, 2029].map(year => ({ year, owner: 1_200_000, partner: 250_000, coordination: 0 })),
    coFunding: 400_000,
    priority: 1,
    samiPerspective: text(800),
    links: ['https://example.no/plan'],
    explanation: text(1000),
    contact: text(120),
    phone: text(30),
  };
}

const contents = {
  empty: {},
  plain: {
    ...wholeContent(() => 'Felles kunnskap om overganger mellom barnehage og skole, så de blir trygge for alle.'),
    title: 'Trygge overganger',
    partner: 'UiT Norges arktiske universitet',
    contact: 'Kari Nordmann',
    phone: '77 00 00 00',
    participants: ['Solstua barnehage', 'Fjellheim skole'],
  },
  nasty: wholeContent(most => nastyTexts.join(' ').slice(0, most)),
  longest: wholeContent(most => 'Å'.repeat(most), 99),
} as const satisfies Record<string, NeedContent>;
type Wording = keyof typeof contents;
const wordings = Object.keys(contents) as Wording[];

const parties = {
  plain: { key: 'kommune|5501', name: 'Tromsø kommune', ownerType: 'municipality' },
  longest: { key: `eier|${'å'.repeat(215)}`, name: 'Å'.repeat(215), ownerType: 'privateKindergarten' },
} as const satisfies Record<string, Invited>;

function roundOf(form: RoundForm): Round {
  return {
    id: 'r'.repeat(16) as RoundId,
    networkId: network.id,
    number: 2,
    form,
    scheme: 'collectiveUpperSecondary',
    year: 2027,
    invited: Object.values(parties),
    opensAt: network.startedAt,
    closesAt,
    openedBy: coordinator.id,
    madeAt: network.startedAt,
  };
}

function needOf(form: RoundForm, wording: Wording, change: Partial<Need> = {}): Need {
  const page = { revision: 2, savedAt: at, savedBy: coordinator.id };
  return {
    id: 'n'.repeat(16) as NeedId,
    networkId: network.id,
    roundId: roundOf(form).id,
    partyKey: parties.plain.key,
    form,
    reference: 'BM-2027-0007',
    state: 'submitted',
    content: contents[wording],
    pages: { who: page, what: page, how: page },
    startedAt: network.startedAt,
    startedBy: coordinator.id,
    history: [{ step: 'submit', at, by: coordinator.id }],
    ...change,
  };
}

function shownOf(need: Need, change: Partial<NeedShown> = {}): NeedShown {
  const party = need.content === contents.longest ? parties.longest : parties.plain;
  return {
    round: roundOf(need.form),
    need,
    party,
    time: 'open',
    isOwn: true,
    mayHandle: true,
    standsIn: false,
    ...change,
  };
}

/** As Tromsø's people see theirs; nobody has looked at one that is not sent. */
export function goldenNeed(state: NeedState, form: RoundForm): NeedShown {
  const back = { reason: 'Målet må bli tydeligere.', dueAt: closesAt };
  const need = needOf(form, 'plain', { state, ...(state === 'returned' && { returned: back }) });
  const { reference: _, ...draft } = need;
  return shownOf(state === 'draft' ? draft : need, { mayHandle: state === 'complete' });
}

const forms = ['input', 'need'] as const;
const returned = { reason: 'Å'.repeat(500), dueAt: closesAt };
const everyState = needStates.flatMap(state =>
  forms.flatMap(form =>
    wordings.map(wording => {
      const need = needOf(form, wording, { state, returned, late: { reason: returned.reason, by: coordinator.id } });
      return [`${form}, ${state}, ${wording}`, shownOf(need)] as const;
    }),
  ),
);
const everyView = (['early', 'open', 'late'] as const satisfies readonly NeedTime[]).flatMap(time =>
  [true, false].map(isOwn => {
    const { reference: _, ...draft } = needOf('need', 'plain', { state: 'draft', history: [] });
    return [`draft, ${time}, own ${isOwn}`, shownOf(draft, { time, isOwn, mayHandle: !isOwn })] as const;
  }),
);
const standIn = { isOwn: false, mayHandle: true, standsIn: true };
const takenIn = { at, by: coordinator.id, revision: 1 };

const fates: readonly LineFate[] = ['new', 'changed', 'same', 'touched', 'too-many'];

function arrivedOf(count: number, wording: Wording): readonly NeedArrived[] {
  return fates.flatMap(fate =>
    Array.from({ length: count }, (_, line) => ({ line, fate, need: needOf('need', wording, { takenIn }) })),
  );
}

const problemCodes = Object.keys(speak('nb', 'UTC').say.needImport.problems) as NeedLineProblemCode[];
const badLines = (times: number) =>
  Array.from({ length: times }, (_, at) =>
    problemCodes.map(code => ({ code, line: at + 2, field: 'amounts', number: '9999', max: 3000, min: 5 }) as const),
  ).flat();

const everyNews: readonly NeedNews[] = [
  'submitted',
  'alreadySent',
  'saved',
  'reopened',
  'accepted',
  'sentBack',
  'withdrawn',
  'taken',
];

function formShown(form: RoundForm, page: FilledPage, wording: Wording): NeedFormShown {
  const party = wording === 'longest' ? parties.longest : parties.plain;
  return { round: roundOf(form), party, need: 'n'.repeat(16) as NeedId, page, revision: 2, content: contents[wording] };
}

const everyPage = wordings.flatMap(wording => [
  [`input, ${wording}`, formShown('input', 'what', wording)] as const,
  ...(['who', 'what', 'how'] as const).map(page => [`${page}, ${wording}`, formShown('need', page, wording)] as const),
]);
const meanwhile = { by: 'Å'.repeat(120), at, content: contents.longest };
const telling = tellingFields({ title: 'Gutt på 7 år med autisme', description: 'Tre elever trenger mer.' });
const history = (Object.keys(needSteps) as NeedStep[]).map(step => ({
  step,
  at,
  by: coordinator.id,
  reason: 'Å'.repeat(500),
  isOwn: true,
}));

export const needCardStates: Readonly<Record<string, States>> = {
  needCard: [
    ...[...everyState, ...everyView].map(([state, shown]): States[number] => [
      state,
      speech => needCard(shown, speech),
    ]),
    ...wordings.map((wording): States[number] => {
      const shown = shownOf(needOf('need', wording, { state: 'returned', returned }), { isOwn: false });
      return [`returned, to the secretariat, ${wording}`, speech => needCard(shown, speech)];
    }),
    ...everyNews.map(
      (news): States[number] => [news, speech => needCard(shownOf(needOf('need', 'plain')), speech, news)] as const,
    ),
  ],
  needCheckCard: [
    ...forms.map((form): States[number] => {
      const need = needOf(form, 'plain', { state: 'draft', takenIn });
      const lacks = lacksIn({ form, content: {} }, roundOf(form), at);
      return [`${form}, sent for a party`, speech => needCheckCard(shownOf(need, standIn), lacks, speech)];
    }),
    ...wordings.flatMap(wording =>
      forms.map((form): States[number] => {
        const need = needOf(form, wording, { state: 'draft' });
        const lacks = lacksIn(need, roundOf(form), at);
        return [`${form}, ${wording}`, speech => needCheckCard(shownOf(need), lacks, speech)];
      }),
    ),
  ],
  needImportForm: [
    ['empty', speech => needImportForm(roundOf('need'), speech)],
    [
      'refused',
      speech =>
        needImportForm(roundOf('need'), speech, {
          values: { rows: 'Å'.repeat(3000) },
          errors: { rows: 'x'.repeat(400) },
        }),
    ],
  ],
  needImportCard: [0, 1, 500].flatMap(count =>
    wordings.map(wording => {
      const file = {
        good: [],
        bad: badLines(count),
        telling: telling.flatMap(each => Array.from({ length: count }, (_, line) => ({ ...each, line }))),
      };
      const shown = { round: roundOf('need'), file, arrived: arrivedOf(count, wording), draftId: 'k3Jd_9-Q' };
      return [`${count} of each, ${wording}`, speech => needImportCard(shown, speech)] as const;
    }),
  ),
  needsTakenInCard: [0, 1, 500].flatMap(count =>
    wordings.map(wording => {
      const arrived = arrivedOf(count, wording);
      const needs = arrived.map(({ need }) => need);
      const taken = { round: roundOf('need'), arrived };
      return [`${count} of each, ${wording}`, speech => needsTakenInCard(taken, needs, speech)] as const;
    }),
  ),
  partyNeedsCard: [0, 1, 20].flatMap(count =>
    wordings.map(wording => {
      const needs = Array.from({ length: count }, () =>
        needOf('need', wording, { state: count > 1 ? 'draft' : 'complete' }),
      );
      const shown = { round: roundOf('need'), party: parties.longest, needs, mayBegin: true, hasEarlier: true };
      return [`${count} needs, ${wording}`, speech => partyNeedsCard(shown, speech)] as const;
    }),
  ),
  needPartiesCard: [2, 30].map(count => {
    const all = Array.from({ length: count }, (_, index) => ({ key: `kommune|${index}`, name: 'Å'.repeat(200) }));
    return [`${count} parties`, speech => needPartiesCard(roundOf('input'), all, speech)] as const;
  }),
  needRoundsCard: [2, 12].map(count => {
    const all = Array.from({ length: count }, (_, at) => ({ ...roundOf('need'), number: 1000 + at }));
    return [`${count} rounds`, speech => needRoundsCard(all, network.startedAt, speech)] as const;
  }),
  myNeedsCard: [0, 3, 60].map(count => {
    const all = Array.from({ length: count }, () => needOf('need', 'longest'));
    return [`${count} needs`, speech => myNeedsCard(all, speech)] as const;
  }),
  needHistoryCard: [
    ...wordings.map((wording): States[number] => [
      wording,
      speech => needHistoryCard(shownOf(needOf('need', wording, { history })), () => 'Å'.repeat(120), speech),
    ]),
    ['from a file', speech => needHistoryCard(shownOf(needOf('need', 'plain', { takenIn })), () => 'Kari', speech)],
  ],
  needWithdrawnCard: wordings.flatMap(wording =>
    [undefined, 12].map(bundle => {
      const withdrawn = [
        { ...history[0], step: 'withdraw', reason: (wording === 'longest' ? 'Ø' : 'ny ').repeat(166) },
      ];
      const shown = shownOf(needOf('need', wording, { state: 'withdrawn', history: withdrawn as typeof history }));
      const about = { network: network.name, bundle };
      return [`${wording}, bundle ${bundle}`, speech => needWithdrawnCard(shown, about, speech)] as const;
    }),
  ),
  needReturnedCard: wordings.flatMap(wording =>
    [true, false].map(isReminder => {
      const back = needOf('need', wording, { state: 'returned', returned });
      const shown = shownOf(back, { returnedBy: 'Å'.repeat(120) });
      const about = { network: network.name, isReminder };
      return [`${wording}, reminder ${isReminder}`, speech => needReturnedCard(shown, about, speech)] as const;
    }),
  ),
  needsUnansweredCard: [1, 3, 40].map(count => {
    const needs = Array.from({ length: count }, () => needOf('need', 'longest', { state: 'returned', returned }));
    const shown = { round: roundOf('need'), network: network.name, dueAt: closesAt, needs };
    return [`${count} needs`, speech => needsUnansweredCard(shown, speech)] as const;
  }),
  needPageForm: [
    ...everyPage.map(([state, shown]): States[number] => [state, speech => needPageForm(shown, speech)]),
    ...everyPage.map(([state, shown]): States[number] => [
      `${state}, saved meanwhile`,
      speech => needPageForm({ ...shown, content: {}, meanwhile }, speech),
    ]),
    ['sent back', speech => needPageForm({ ...formShown('need', 'how', 'longest'), returned }, speech)],
    ['may tell', speech => needPageForm({ ...formShown('input', 'what', 'plain'), telling }, speech)],
  ],
  needReturnForm: wordings.map(wording => [wording, speech => needReturnForm(aboutOf(wording), '2027-02-08', speech)]),
  needWithdrawForm: wordings.map(wording => [wording, speech => needWithdrawForm(aboutOf(wording), speech)]),
  needLateForm: wordings.map(wording => [wording, speech => needLateForm(aboutOf(wording), speech)]),
};

function aboutOf(wording: Wording) {
  const need = needOf('need', wording);
  return { round: need.roundId, need: need.id, title: need.content.title?.slice(0, 120) ?? 'Uten tittel' };
}
