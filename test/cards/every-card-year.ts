/** Every state of the cards and forms about the year, its milestones and a network's rules. */
import { milestonesAddedCard, yearCard } from '../../cards/year/year-cards.ts';
import { milestoneForm, proposalsForm, removeMilestoneForm } from '../../cards/year/year-forms.ts';
import {
  type MilestoneShown,
  milestoneCard,
  milestoneRemovedCard,
  milestoneSavedCard,
  milestoneShownCard,
} from '../../cards/year/year-milestone-cards.ts';
import { groupsForm, rulesCard, rulesForm } from '../../cards/year/year-rules.ts';
import { type NetworkRules, type Role, type SeatGroup, usualRules } from '../../src/features/networks/network.ts';
import { seatGroups } from '../../src/features/year/change-rules.ts';
import type { Milestone, MilestoneId } from '../../src/features/year/milestone.ts';
import { calendarOf } from '../../src/features/year/network-calendar.ts';
import { type Proposal, proposalsFrom } from '../../src/features/year/proposed-milestones.ts';
import { dayOff } from '../../src/features/year/work-days.ts';
import { yearOverview } from '../../src/features/year/year-overview.ts';
import { speak } from '../../src/texts/speak.ts';
import type { Instant, PlainDate } from '../../src/world.ts';
import { castDocuments } from '../cast.ts';
import type { States } from './every-card-states.ts';
import { nastyTexts } from './nasty-texts.ts';

const { network, members } = castDocuments();
const [coordinator] = members as [(typeof members)[number]];
const inTroms: NetworkRules = { ...usualRules, county: '55' };
const leader: readonly Role[] = ['member', 'coordinator'];
const reader: readonly Role[] = ['member'];
const reminders = ['2027-01-04T08:00:00.000Z', '2027-01-25T08:00:00.000Z'] as Instant[];
const titles = speak('nb', network.zone).say.year.steps;

const wordings = {
  plain: { title: 'Frist for behovsmelding', note: 'Send den til sekretariatet.' },
  nasty: { title: nastyTexts.slice(0, 5).join(' ').slice(0, 120), note: nastyTexts.join(' ').slice(0, 500) },
  longest: { title: 'Å'.repeat(120), note: 'Å'.repeat(500) },
} as const;

function milestoneOf(wording: keyof typeof wordings, number = 3, on = '2027-02-01'): Milestone {
  return {
    id: `milestone-${number}` as MilestoneId,
    networkId: network.id,
    number,
    ...wordings[wording],
    on: on as PlainDate,
    leadDays: [30, 7],
    addedBy: coordinator.id,
    addedAt: network.startedAt,
  };
}

/** Spread over the year's first 28 days of each month. */
function milestonesOf(count: number, wording: keyof typeof wordings): readonly Milestone[] {
  return Array.from({ length: count }, (_, index) => {
    const [month, day] = [(index % 12) + 1, (index % 28) + 1].map(each => String(each).padStart(2, '0'));
    return milestoneOf(wording, index + 1, `2027-${month}-${day}`);
  });
}

const years = [0, 1, 8, 60].flatMap(count =>
  (['plain', 'nasty', 'longest'] as const).map(wording => [`${count} milestones, ${wording}`, count, wording] as const),
);

function yearShown(count: number, wording: keyof typeof wordings, rules: NetworkRules, roles: readonly Role[]) {
  const overview = yearOverview(2027, calendarOf(rules), milestonesOf(count, wording));
  return { network: network.name, overview, county: rules.county, roles };
}

const shown = (wording: keyof typeof wordings): MilestoneShown => ({
  milestone: milestoneOf(wording),
  reminders,
  dayOff: [],
  mayChange: true,
});

const everyShown: readonly (readonly [string, MilestoneShown])[] = [
  ['plain', shown('plain')],
  ['nasty', shown('nasty')],
  ['longest', shown('longest')],
  ['to a member', { ...shown('plain'), mayChange: false }],
  ['without reminders', { ...shown('plain'), reminders: [] }],
  [
    'on a day off',
    {
      ...shown('plain'),
      milestone: milestoneOf('plain', 3, '2027-05-17'),
      dayOff: dayOff('2027-05-17' as PlainDate, calendarOf(inTroms)) ?? [],
    },
  ],
];

const proposing = { year: 2028, calendar: calendarOf(inTroms), there: [], titles };
const proposals: readonly (readonly [string, 'lastYear' | 'standard', readonly Proposal[]])[] = [
  ['the standard', 'standard', proposalsFrom('standard', { ...proposing, lastYear: [] })],
  ...years
    .filter(([, count]) => count > 0)
    .map(([name, count, wording]) => {
      const lastYear = milestonesOf(count, wording).map((each, at) => ({ ...each, title: `${at} ${each.title}` }));
      return [name, 'lastYear', proposalsFrom('lastYear', { ...proposing, lastYear })] as const;
    }),
];

const everyRules: readonly (readonly [string, NetworkRules, readonly SeatGroup[]])[] = [
  ['usual', usualRules, ['publicOwner', 'epsNorth']],
  ['in Troms, all groups', inTroms, seatGroups],
  [
    'changed',
    {
      ...inTroms,
      isMovedOffSchoolBreaks: false,
      reminderLeadDays: [],
      quiet: { from: '00:00', to: '00:00' },
      noticeDays: 1,
      fewestOfGroup: { publicOwner: 3 },
    },
    ['publicOwner'],
  ],
  ['no seats', usualRules, []],
];

export const yearStates: Readonly<Record<string, States>> = {
  yearCard: [
    ...years.map(
      ([name, count, wording]) =>
        [name, speech => yearCard(yearShown(count, wording, inTroms, leader), speech)] as States[number],
    ),
    ['without a county', speech => yearCard(yearShown(8, 'plain', usualRules, reader), speech)],
  ],
  milestonesAddedCard: years.map(([name, count, wording]) => [
    name,
    speech => milestonesAddedCard(2027, milestonesOf(count, wording), speech),
  ]),
  milestoneCard: (['plain', 'nasty', 'longest'] as const).flatMap(
    (wording): States => [
      [wording, speech => milestoneCard(milestoneOf(wording), speech)],
      [
        `${wording}, removed`,
        speech => milestoneCard({ ...milestoneOf(wording), removedAt: network.startedAt }, speech),
      ],
    ],
  ),
  milestoneShownCard: everyShown.map(([name, each]) => [name, speech => milestoneShownCard(each, speech)]),
  milestoneSavedCard: everyShown.flatMap(([name, each]) =>
    (['added', 'changed'] as const).map(
      news => [`${name}, ${news}`, speech => milestoneSavedCard(each, news, speech)] as States[number],
    ),
  ),
  milestoneRemovedCard: (['plain', 'nasty', 'longest'] as const).map(wording => [
    wording,
    speech => milestoneRemovedCard(milestoneOf(wording), speech),
  ]),
  milestoneForm: [
    ['new', speech => milestoneForm({ leadDays: [14, 7, 1] }, speech)],
    ['change', speech => milestoneForm({ milestone: milestoneOf('longest'), leadDays: [] }, speech)],
    [
      'refused',
      speech =>
        milestoneForm({ leadDays: [14] }, speech, {
          values: { title: 'Frist', leadDays: 'snart' },
          errors: { leadDays: speech.refusal({ code: 'bad-lead-days', field: 'leadDays' }) },
        }),
    ],
  ],
  removeMilestoneForm: (['plain', 'nasty', 'longest'] as const).map(wording => [
    wording,
    speech => removeMilestoneForm(milestoneOf(wording), speech),
  ]),
  proposalsForm: proposals.map(([name, source, each]) => [
    name,
    speech => proposalsForm({ year: 2028, source, proposals: each }, speech),
  ]),
  rulesCard: everyRules.flatMap(([name, rules, groups]) =>
    [leader, reader].map(
      roles =>
        [
          `${name}, ${roles.length}`,
          speech => rulesCard({ network: network.name, rules, groups, roles, isChanged: roles === leader }, speech),
        ] as States[number],
    ),
  ),
  rulesForm: everyRules.map(([name, rules]) => [name, speech => rulesForm(rules, speech)]),
  groupsForm: [
    ['all', speech => groupsForm(inTroms, seatGroups, speech)],
    [
      'refused',
      speech =>
        groupsForm(inTroms, seatGroups, speech, {
          values: { publicOwner: 'mange' },
          errors: { publicOwner: speech.refusal({ code: 'not-in-range', field: 'publicOwner', least: 0, most: 99 }) },
        }),
    ],
  ],
};
