/** Every state of the cards and forms about networks, their people and their lists, and of what is said when nothing else is. */

import { faultCard, helpCard, openFormCard, refusalCard, warningCard } from '../../cards/answer-cards.ts';
import {
  codeCard,
  introductionCard,
  languageCard,
  languageChosenCard,
  membersCard,
  networkCard,
  networkStartedCard,
  noNetworkCard,
  redeemedCard,
  startedCard,
} from '../../cards/networks/network-cards.ts';
import { codeForm, newNetworkForm, rosterForm } from '../../cards/networks/network-forms.ts';
import { rosterAppliedCard, rosterBadCard, rosterPreviewCard } from '../../cards/networks/roster-cards.ts';
import type { Member, Network, Party, Role, Seat } from '../../src/features/networks/network.ts';
import { helpTopicNames } from '../../src/features/networks/network-intents.ts';
import type { RosterProblem } from '../../src/features/networks/roster.ts';
import type { RosterChange, RosterPlan } from '../../src/features/networks/roster-plan.ts';
import { nbRoster } from '../../src/texts/nb-roster.ts';
import type { Refusal } from '../../src/texts/refusal.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Instant, PlainDate } from '../../src/world.ts';
import { castDocuments } from '../cast.ts';
import { sampleRefusals } from '../texts/every-text.ts';
import type { States } from './every-card-states.ts';
import { nastyTexts } from './nasty-texts.ts';

const cast = castDocuments();
const until = '2027-01-25T08:00:00.000Z' as Instant;
const [firstSeat] = cast.seats as [Seat];
const [firstMember] = cast.members as [Member];

/** As people write, as a chat could misread it, and as long as a roster lets a name be. */
const names = {
  plain: 'Alta kommune',
  nasty: nastyTexts.slice(0, 5).join(' ').slice(0, 80),
  longest: 'Å'.repeat(120),
} as const;

const networks: readonly Network[] = [
  cast.network,
  { ...cast.network, name: names.nasty, languages: ['nb', 'se'] },
  { ...cast.network, name: 'Å'.repeat(80), languages: ['nn', 'en'] },
];

type Crowd = {
  readonly seats: readonly Seat[];
  readonly parties: readonly Party[];
  readonly members: readonly Member[];
};

/** Seats with a holder who has come, every third without one, every fourth with deputies. */
function crowdOf(count: number, name: string): Crowd {
  const all = Array.from({ length: count }, (_, index) => index + 1);
  const member = (id: string, own: string): Member => ({
    ...firstMember,
    id: id as Member['id'],
    name: own,
    roles: [],
  });
  return {
    parties: all.map(number => ({ id: `party-${number}`, name: `${name.slice(0, 115)} ${number}` })),
    seats: all.map((number): Seat => {
      const { holderId: _, ...vacant } = firstSeat;
      return {
        ...vacant,
        id: `seat-${number}` as Seat['id'],
        number,
        partyId: `party-${number}`,
        group: number % 2 === 0 ? 'higherEducation' : 'publicOwner',
        isVoting: number % 5 > 0,
        deputyIds: number % 4 === 0 ? [`deputy-${number}` as Member['id']] : [],
        ...(number % 3 > 0 && { holderId: `holder-${number}` as Member['id'] }),
      };
    }),
    members: all.flatMap(number => [
      member(`holder-${number}`, `${name.slice(0, 115)} ${number}`),
      { ...member(`deputy-${number}`, `Vara ${number}`), identities: [] },
    ]),
  };
}

function membersOf(network: Network, { seats, parties, members }: Crowd, speech: Speech) {
  const byId = new Map(parties.map(party => [party.id, party]));
  const shown = seats.map(seat => ({ seat, party: byId.get(seat.partyId), isInTerm: seat.number % 7 > 0 }));
  return membersCard({ network, seats: shown, members }, speech);
}

const everyRole: readonly Role[] = ['member', 'coordinator', 'chair', 'holder', 'deputy', 'observer'];
const channel = (label: string, isLost = false) => ({ label, isLost });
const openPoll = (question: string, index = 0) => ({ number: index + 7, question });

const change: readonly RosterChange[] = [
  { kind: 'party-added', party: names.longest },
  { kind: 'party-renamed', before: names.longest, party: names.longest },
  { kind: 'party-placed', party: names.plain, municipalityNumber: '5601' },
  { kind: 'member-added', member: names.nasty },
  { kind: 'member-renamed', before: names.longest, member: names.longest },
  { kind: 'email-changed', member: names.longest, email: `${'a'.repeat(240)}@example.no` },
  { kind: 'roles-changed', member: names.plain, roles: [] },
  { kind: 'roles-changed', member: names.longest, roles: ['coordinator', 'chair', 'observer'] },
  { kind: 'seat-added', seat: 12, party: names.longest, isVoting: true },
  { kind: 'seat-added', seat: 13, party: names.plain, isVoting: false },
  { kind: 'seat-moved', seat: 12, before: names.longest, party: names.longest },
  { kind: 'group-changed', seat: 12, party: names.longest, group: 'higherEducation' },
  { kind: 'term-changed', seat: 12, party: names.longest, term: { from: '2026-01-01' as PlainDate } },
  {
    kind: 'term-changed',
    seat: 1,
    party: names.plain,
    term: { from: '2026-01-01' as PlainDate, to: '2029-12-31' as PlainDate },
  },
  { kind: 'voting-given', seat: 12, party: names.longest },
  { kind: 'voting-taken', seat: 12, party: names.longest },
  { kind: 'holder-changed', seat: 12, party: names.longest, member: names.longest },
  { kind: 'holder-changed', seat: 12, party: names.plain },
  {
    kind: 'deputies-changed',
    seat: 12,
    party: names.longest,
    members: Array.from({ length: 10 }, () => names.longest),
  },
  { kind: 'deputies-changed', seat: 12, party: names.plain, members: [] },
];

function repeated<T>(all: readonly T[], count: number): readonly T[] {
  return Array.from({ length: count }, (_, index) => all[index % all.length] as T);
}

function planOf(count: number, untouched = 0): RosterPlan {
  return {
    changes: repeated(change, count),
    untouched: Array.from({ length: untouched }, (_, index) => index + 1000),
    batches: [],
  };
}

const problem = (Object.keys(nbRoster.problems) as RosterProblem['code'][]).map(
  (code, index): RosterProblem => ({ code, line: index + 2, ...(index % 2 === 0 && { column: 'deputyEmail' }) }),
);

const counts = [0, 1, 17, 60, 61, 100, 357] as const;
const wrong = (...fields: readonly string[]) =>
  Object.fromEntries(fields.map(field => [field, 'Fyll ut dette feltet.']));

export const networkStates = {
  introductionCard: [['new', introductionCard]],
  noNetworkCard: [['none', noNetworkCard]],
  networkStartedCard: networks.map((network, index) => [
    String(index),
    speech => networkStartedCard(network.name, speech),
  ]),
  startedCard: networks.flatMap((network, index) => [
    [`coordinator, ${index}`, speech => startedCard(network, ['member', 'coordinator'], speech)],
    [`member, ${index}`, speech => startedCard(network, ['member'], speech)],
  ]),
  networkCard: [
    ...networks.flatMap(
      (network, index): States => [
        [
          `the forum, ${index}`,
          speech =>
            networkCard(
              {
                ...cast,
                network,
                channels: cast.channels.map(({ label }) => channel(label)),
                openPolls: [openPoll('Alta?')],
                roles: everyRole,
              },
              speech,
            ),
        ],
        [
          `nobody, no channels, no polls, ${index}`,
          speech =>
            networkCard({ network, seats: [], members: [], channels: [], openPolls: [], roles: ['member'] }, speech),
        ],
      ],
    ),
    ...counts.map((count): States[number] => [
      `${count} seats, channels and polls, of which some are lost`,
      speech =>
        networkCard(
          {
            network: cast.network,
            ...crowdOf(count, names.longest),
            channels: Array.from({ length: count }, (_, index) => channel(names.nasty, index % 4 === 0)),
            openPolls: Array.from({ length: Math.min(count, 20) }, (_, index) => openPoll('Å'.repeat(200), index)),
            roles: everyRole,
          },
          speech,
        ),
    ]),
  ],
  membersCard: [
    ['the forum', speech => membersOf(cast.network, cast, speech)],
    ...counts.flatMap(count =>
      Object.entries(names).map(([wording, name]): States[number] => [
        `${count} seats, ${wording}`,
        speech => membersOf(cast.network, crowdOf(count, name), speech),
      ]),
    ),
    ['no seats, 200 members', speech => membersOf(cast.network, { ...crowdOf(100, names.longest), seats: [] }, speech)],
  ],
  codeCard: Object.entries(names).flatMap(([wording, name]) => [
    [`channel, ${wording}`, speech => codeCard({ kind: 'channel', code: 'K7FM-2QXD', expiresAt: until }, speech)],
    [
      `seat, ${wording}`,
      speech =>
        codeCard(
          { kind: 'seat', as: 'holder', number: 9999, party: name, code: 'K7FM-2QXD', expiresAt: until },
          speech,
        ),
    ],
    [
      `member, ${wording}`,
      speech => codeCard({ kind: 'member', name: name.repeat(2), code: 'K7FM-2QXD', expiresAt: until }, speech),
    ],
  ]),
  redeemedCard: Object.entries(names).flatMap(([wording, name]) => {
    const network = { ...cast.network, name: name.slice(0, 80) };
    const party = { id: 'party-1', name };
    const seat = { ...firstSeat, number: 9999 };
    return [
      [`channel, ${wording}`, speech => redeemedCard({ kind: 'channel', network }, speech)],
      [`holder, ${wording}`, speech => redeemedCard({ kind: 'seat', network, seat, party, as: 'holder' }, speech)],
      [`deputy, ${wording}`, speech => redeemedCard({ kind: 'seat', network, seat, party, as: 'deputy' }, speech)],
      [
        `member, ${wording}`,
        speech => redeemedCard({ kind: 'member', network, member: { ...firstMember, name: name.repeat(2) } }, speech),
      ],
    ] satisfies States;
  }),
  languageCard: [
    ['all', speech => languageCard({ nb: 'Bokmål', nn: 'Nynorsk', se: 'Davvisámegiella', en: 'English' }, speech)],
  ],
  languageChosenCard: [['chosen', languageChosenCard]],
  rosterPreviewCard: counts.flatMap(count => [
    [`${count} changes`, speech => rosterPreviewCard({ draftId: 'abcdefgh', plan: planOf(count) }, speech)],
    [
      `${count} changes, many untouched`,
      speech => rosterPreviewCard({ draftId: 'abcdefgh', plan: planOf(count, 600) }, speech),
    ],
  ]),
  rosterAppliedCard: counts.map(count => [
    `${count} changes`,
    speech => rosterAppliedCard(planOf(count, count), speech),
  ]),
  rosterBadCard: [...counts.slice(1), problem.length].map(count => [
    `${count} problems`,
    speech => rosterBadCard(repeated(problem, count), speech),
  ]),
  helpCard: [
    ['asked for', speech => helpCard({}, speech)],
    ...helpTopicNames.map((topic): States[number] => [`about ${topic}`, speech => helpCard({ topic }, speech)]),
    ['nothing like it', speech => helpCard({ typed: 'Å'.repeat(80) }, speech)],
    ['something near', speech => helpCard({ typed: 'avstemnign', nearest: 'avstemning' }, speech)],
    ...nastyTexts.map((typed): States[number] => [
      typed,
      speech => helpCard({ typed: typed.slice(0, 80), nearest: 'hjelp' }, speech),
    ]),
  ],
  openFormCard: [['a form', speech => openFormCard(codeForm(speech), { type: 'code.form' }, speech)]],
  refusalCard: [
    ...Object.values<Refusal>(sampleRefusals).map((refusal): States[number] => [
      refusal.code,
      speech => refusalCard(refusal, speech),
    ]),
    [
      'many networks',
      speech => refusalCard({ code: 'which-network', names: Array.from({ length: 20 }, () => 'Å'.repeat(80)) }, speech),
    ],
  ],
  faultCard: [['fault', speech => faultCard('K7FM', speech)]],
  warningCard: [
    [
      'posting lost',
      speech =>
        warningCard(speech.say.notices.postingLostTitle, speech.say.notices.postingLost('Å'.repeat(200)), speech),
    ],
    [
      'posting unknown',
      speech =>
        warningCard(
          speech.say.notices.postingUnknownTitle,
          speech.say.notices.postingUnknown('samarbeidsforum'),
          speech,
        ),
    ],
    [
      'unreachable',
      speech => warningCard(speech.say.whispers.unreachableTitle, speech.say.whispers.unreachableText, speech),
    ],
  ],
  newNetworkForm: [
    ['empty', speech => newNetworkForm(speech)],
    [
      'wrong in every field',
      speech =>
        newNetworkForm(speech, {
          values: { name: 'Å'.repeat(80), kind: 'workingGroup', language: 'se', secondLanguage: 'nb' },
          errors: wrong('name', 'kind', 'language', 'secondLanguage'),
        }),
    ],
  ],
  codeForm: [
    ['empty', speech => codeForm(speech)],
    ['wrong', speech => codeForm(speech, { values: { code: 'K7FM' }, errors: wrong('code') })],
  ],
  rosterForm: [
    ['empty', speech => rosterForm(speech)],
    ['wrong', speech => rosterForm(speech, { values: { csv: 'å;'.repeat(1500) }, errors: wrong('csv') })],
  ],
} satisfies Record<string, States>;
