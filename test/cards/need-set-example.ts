/** What a round has brought, for the files that are made of it. */
import type { Bundle } from '../../src/features/needs/bundle.ts';
import type { Invited } from '../../src/features/needs/invited.ts';
import type { Need, NeedId } from '../../src/features/needs/need.ts';
import type { NeedContent } from '../../src/features/needs/need-fields.ts';
import { needSet } from '../../src/features/needs/need-set.ts';
import type { Round, RoundForm, RoundId } from '../../src/features/needs/round.ts';
import { type Covered, summed } from '../../src/features/needs/round-coverage.ts';
import type { Instant, PlainDate } from '../../src/world.ts';
import { castMemberId, castNetwork } from '../cast.ts';

const madeAt = '2027-01-11T08:00:00.000Z' as Instant;
export const readAt = '2027-02-03T09:00:00.000Z' as Instant;

const invited: readonly Invited[] = [
  { key: 'fylke|55', name: 'Troms fylkeskommune', ownerType: 'countyMunicipality', county: '55' },
  ...[
    ['5501', 'Tromsø kommune'],
    ['5503', 'Harstad kommune'],
    ['5530', 'Senja kommune'],
    ['5610', 'Kárášjohka – Karasjok kommune'],
  ].map(([number = '', name = '']) => ({
    key: `kommune|${number}`,
    name,
    ownerType: 'municipality',
    municipalityNumber: number,
    county: number.slice(0, 2),
  })),
  { key: 'eier|solstua', name: 'Solstua', ownerType: 'privateKindergarten' },
];

function roundOf(form: RoundForm): Round {
  return {
    id: 'example-round' as RoundId,
    networkId: castNetwork.id,
    number: 1,
    form,
    scheme: 'collective',
    year: 2027,
    invited: [...invited],
    opensAt: madeAt,
    closesAt: '2027-02-01T22:59:59.000Z' as Instant,
    openedBy: castMemberId('kari'),
    madeAt,
  };
}

const whole: NeedContent = {
  kind: 'new',
  ownerType: 'municipality',
  participants: ['Solneset skole', 'Reinen barnehage', 'PPT for Tromsø'],
  sectors: ['kindergarten', 'eps'],
  sectorExplanation: 'Skolene har et eget tiltak fra i fjor.',
  privateOwners: 'yes',
  title: 'Trygge overganger fra barnehage til skole',
  themes: ['transitions'],
  description:
    'Overgangene gjøres ulikt fra skole til skole, og mye avhenger av den enkelte.\nAnsatte mangler felles rutiner.',
  analysisBasis: ['surveyStaff', 'qualityReport'],
  analysisText: 'Seks av ti ansatte sier at de savner en felles plan.',
  staffInvolvement: 'Drøftet med tillitsvalgte i desember.',
  anchoring: ['leaderGroup'],
  anchoredOn: '2026-12-15' as PlainDate,
  targetGroups: ['teachers', 'leaders'],
  participantCount: 140,
  levels: [],
  goal: 'Alle barnehager og skoler følger den samme planen for overganger.',
  plannedMeasure: 'Fire samlinger med arbeid på egen arbeidsplass imellom.',
  partnerState: 'none',
  explanation: 'Vi venter på svar fra UiT, som har sagt at de svarer i mars.',
  from: '2027-08',
  to: '2029-06',
  amounts: [
    { year: 2027, owner: 200_000, partner: 150_000, coordination: 0 },
    { year: 2028, owner: 400_000, partner: 300_000, coordination: 50_000 },
    { year: 2029, owner: 1_000_000, partner: 0, coordination: 0 },
  ],
  coFunding: 600_000,
  priority: 1,
  links: ['https://example.no/plan?a=1&b=2'],
  contact: 'Kari Nordmann',
  phone: '77 00 00 00',
};

export type Given = { readonly party: string; readonly content?: NeedContent; readonly change?: Partial<Need> };

export const threeGiven: readonly Given[] = [
  { party: 'kommune|5501' },
  {
    party: 'kommune|5530',
    content: { ...whole, title: 'Språkarbeid på davvisámegiella og kvensk', amounts: [], kind: 'needsOnly' },
    change: { late: { reason: 'Sykdom på kontoret.', by: castMemberId('kari') } },
  },
  {
    party: 'kommune|5610',
    content: {
      ...whole,
      title: 'Overganger i små kommuner',
      from: '2028-01',
      amounts: [whole.amounts?.[1] ?? never()],
    },
  },
];

function never(): never {
  throw new Error('The example has amounts');
}

/** Needs of parties, and how some of them were made one: by their places in the list. */
export function exampleSet(
  given: readonly Given[] = threeGiven,
  { form = 'need', bundled = [] }: { readonly form?: RoundForm; readonly bundled?: readonly number[] } = {},
) {
  const round = roundOf(form);
  const needs = given.map(({ party, content = whole, change }, at): Need => {
    const number = String(at + 1).padStart(4, '0');
    return {
      id: `need-${number}` as NeedId,
      networkId: castNetwork.id,
      roundId: round.id,
      partyKey: party,
      form,
      reference: `BM-2027-${number}`,
      state: bundled.includes(at) ? 'inNetwork' : 'complete',
      content,
      pages: {},
      startedAt: madeAt,
      startedBy: castMemberId('askeladden'),
      history: [
        { step: 'submit', at: '2027-01-29T11:20:00.000Z' as Instant, by: castMemberId('askeladden') },
        { step: 'accept', at: '2027-02-02T08:00:00.000Z' as Instant, by: castMemberId('kari') },
      ],
      ...change,
    };
  });
  const bundle: Bundle = {
    networkId: castNetwork.id,
    roundId: round.id,
    number: 1,
    title: 'Felles plan for overganger i nord',
    responsible: 'kommune|5501',
    needIds: needs.filter((_, at) => bundled.includes(at)).map(({ id }) => id),
    madeAt: readAt,
    madeBy: castMemberId('kari'),
    request: 'r',
  };
  return needSet(round, needs, bundled.length > 0 ? [bundle] : []);
}

/** As the round stands: each party that has something in it has answered. */
export function exampleCoverage(set: ReturnType<typeof exampleSet>) {
  const answered = new Set(set.entries.flatMap(({ needs }) => needs.map(({ partyKey }) => partyKey)));
  return summed(
    set.round.invited.map((each): Covered => {
      return { invited: each, state: answered.has(each.key) ? 'answered' : 'missing', needs: [], people: [] };
    }),
  );
}
