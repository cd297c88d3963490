/** Every state the cards of agendas, meetings under way, minutes and follow-ups can be in: standing × wording × how many. */
import {
  agendaCard,
  agendaJustSentCard,
  agendaLateCard,
  agendaNoticeCard,
  agendaSentCard,
  noMeetingCard,
} from '../../cards/meetings/agenda-card.ts';
import { orderForm, sendAgendaForm } from '../../cards/meetings/agenda-forms.ts';
import { concludedParts, type LeadShown, leadCard } from '../../cards/meetings/agenda-lead-card.ts';
import { concludeForm, correctForm, endForm, presenceForm, startForm } from '../../cards/meetings/agenda-lead-forms.ts';
import { type CaseDeed, caseCard, casesSuggestedCard } from '../../cards/meetings/case-card.ts';
import { caseForm } from '../../cards/meetings/case-forms.ts';
import {
  closeFollowUpForm,
  followUpCard,
  followUpClosedCard,
  followUpsCard,
} from '../../cards/meetings/follow-up-cards.ts';
import type { FollowUpShown } from '../../cards/meetings/follow-up-items.ts';
import {
  commentsGivenCard,
  type MinutesShown,
  minutesCard,
  minutesCaseCard,
  minutesNoticeCard,
} from '../../cards/meetings/minutes-card.ts';
import {
  approveMinutesForm,
  commentedCard,
  commentsOverCard,
  minutesCommentForm,
  minutesLateCard,
  minutesSentCard,
  minutesUnheardCard,
} from '../../cards/meetings/minutes-whispers.ts';
import { changesBetween, sentLines, withTimes } from '../../src/features/meetings/agenda-lines.ts';
import { type Case, type CaseId, caseTypes, mostCases, mostCharacters } from '../../src/features/meetings/case.ts';
import { type Conclusion, conclusionMethods, type FollowUpId } from '../../src/features/meetings/case-conclusion.ts';
import { mostFollowUps } from '../../src/features/meetings/conclude-lines.ts';
import type { FollowUp } from '../../src/features/meetings/follow-up.ts';
import type { Meeting, MeetingId } from '../../src/features/meetings/meeting.ts';
import { type Minutes, minutesLanguages } from '../../src/features/meetings/minutes.ts';
import { minutesCaseOf } from '../../src/features/meetings/minutes-draft.ts';
import { presencePage } from '../../src/features/meetings/presence.ts';
import { type GroupStrength, representationOf } from '../../src/features/meetings/representation.ts';
import { usualRules } from '../../src/features/networks/network.ts';
import type { Instant, PlainDate } from '../../src/world.ts';
import { castDocuments, castMemberId } from '../cast.ts';
import type { States } from './every-card-states.ts';
import { nastyTexts } from './nasty-texts.ts';

const cast = castDocuments();
const now = '2027-02-20T08:00:00.000Z' as Instant;
const startsAt = '2027-03-02T09:00:00.000Z' as Instant;
const endsAt = '2027-03-02T10:30:00.000Z' as Instant;
const deed = { at: now, by: castMemberId('kari'), request: 'r' };
const day = '2027-03-15' as PlainDate;

/** What people wrote: as most do, as a chat could misread it, and as long as it may be. */
const wordings = {
  plain: (max: number) => 'Behov for kompetanse i 2028'.slice(0, max),
  nasty: (max: number) => nastyTexts.join(' ').slice(0, max).trim(),
  longest: (max: number) => 'Å'.repeat(max),
  emoji: (max: number) => '👩🏽‍🏫'.repeat(Math.floor(max / 7)),
} as const;
type Wording = keyof typeof wordings;
const everyWording = Object.keys(wordings) as Wording[];

const urls: Readonly<Record<Wording, string>> = {
  plain: 'https://papir.example/sak/1?side=2',
  nasty: 'https://papir.example/%3Cb%3E?a=1&b=*_~|`',
  longest: `https://papir.example/${'x'.repeat(970)}`,
  emoji: 'https://papir.example/%F0%9F%91%A9',
};

function meetingOf(words: Wording, standing: Partial<Meeting> = {}): Meeting {
  return {
    id: 'm1' as MeetingId,
    networkId: cast.network.id,
    number: 3,
    title: wordings[words](120),
    place: wordings[words](200),
    seats: cast.seats.map(({ id }) => id),
    called: deed,
    times: [{ id: 't1' as Meeting['times'][number]['id'], startsAt, endsAt }],
    settled: { startsAt, endsAt, ...deed },
    moves: [],
    sequence: 0,
    exceptions: [],
    ...standing,
  };
}

const standings: readonly (readonly [string, Partial<Meeting>])[] = [
  ['proposed', { settled: undefined }],
  ['settled', {}],
  ['under way', { started: deed }],
  ['ended', { started: deed, ended: deed }],
  ['cancelled', { cancelled: { ...deed, reason: 'Sykdom' } }],
];

function caseOf(words: Wording, at: number, more: Partial<Case> = {}): Case {
  const write = wordings[words];
  return {
    id: `case-${at}` as CaseId,
    meetingId: 'm1' as MeetingId,
    number: { number: at + 1, year: 2027 },
    title: write(mostCharacters.title),
    caseType: caseTypes[at % caseTypes.length] ?? 'other',
    owner: write(mostCharacters.owner),
    minutes: 20,
    links: Array.from({ length: words === 'plain' ? 2 : 10 }, () => ({ title: write(200), url: urls[words] })),
    proposal: write(mostCharacters.proposal),
    access: at % 2 === 0 ? { level: 'public' } : { level: 'exempt', basis: write(mostCharacters.basis) },
    suggested: deed,
    accepted: deed,
    revision: 0,
    ...more,
  };
}

const approval = (at: number) =>
  caseOf('plain', at, {
    title: '',
    caseType: 'approval',
    approves: { meetingId: 'm0' as MeetingId, number: 2 },
    links: [],
    proposal: undefined,
    owner: undefined,
    minutes: undefined,
  });

const counts = [0, 1, 6, mostCases] as const;

function casesOf(words: Wording, count: number): readonly Case[] {
  return Array.from({ length: count }, (_, at) => (at === 0 ? approval(at) : caseOf(words, at)));
}

function conclusionOf(words: Wording, each: Case, method: Conclusion['method'] = 'consensus'): Conclusion {
  const write = wordings[words];
  return {
    caseId: each.id,
    version: 2,
    method,
    discussion: write(mostCharacters.discussion),
    text: write(mostCharacters.conclusion),
    dissent: [{ party: write(40), text: write(mostCharacters.dissent - 50) }],
    followUps: Array.from({ length: words === 'plain' ? 1 : mostFollowUps }, (_, at) => ({
      id: `f${at}` as FollowUpId,
      ownerId: castMemberId('kari'),
      who: 'Kari Trestakk',
      what: write(50),
      ...(at % 2 === 0 && { dueOn: day }),
    })),
    ...deed,
  };
}

function followUpOf(words: Wording, at: number): FollowUpShown {
  const followUp: FollowUp = {
    id: `f${at}` as FollowUpId,
    networkId: cast.network.id,
    meetingId: 'm0' as MeetingId,
    meetingNumber: 2,
    caseId: 'case-1' as CaseId,
    caseNumber: '4/27',
    ownerId: castMemberId('kari'),
    who: 'Kari Trestakk',
    what: wordings[words](mostCharacters.followUps),
    agreedAt: now,
    asOf: 1,
    ...(at % 3 !== 0 && { dueOn: (at % 3 === 1 ? '2027-02-01' : day) as PlainDate }),
  };
  return { followUp, owner: at % 4 === 3 ? undefined : wordings[words](80), today: '2027-02-20' as PlainDate };
}

const followUpsOf = (words: Wording, count: number) => Array.from({ length: count }, (_, at) => followUpOf(words, at));

/** Every one of these with every one of those. */
function each<T>(all: readonly T[], states: (one: T) => States): States {
  return all.flatMap(states);
}

const agendaCardStates: States = each(everyWording, words =>
  each(standings, ([standing, meeting]) =>
    counts.map(count => {
      const all = casesOf(words, count);
      const suggested = casesOf(words, Math.min(count, 12)).map(one => ({
        ...one,
        number: undefined,
        accepted: undefined,
      }));
      const shown = {
        meeting: meetingOf(words, meeting),
        cases: withTimes(all, startsAt).map(one => ({ ...one, isUnsent: count === 6 })),
        owed:
          count < 2
            ? [
                caseOf(words, 9, {
                  title: '',
                  number: undefined,
                  approves: { meetingId: 'm0' as MeetingId, number: 1 },
                }),
              ]
            : [],
        suggested,
        followUps: followUpsOf(words, count),
        maySuggest: count % 2 === 0,
        mayOrder: count !== 1,
        papers: { sentAt: count === 6 ? now : undefined, by: day, areLate: count > 6 },
      };
      const note = { kind: 'note', sign: 'done', text: 'Gjort' } as const;
      return [`${words}, ${standing}, ${count}`, speech => agendaCard(shown, speech, count > 1 ? note : undefined)];
    }),
  ),
);

const networkOf = (words: Wording) => (words === 'plain' ? cast.network.name : wordings[words](200));
const toldOf = (words: Wording) => ({ meeting: meetingOf(words), network: networkOf(words) });

const noticeStates: States = each(everyWording, words =>
  counts.map(count => {
    const all = withTimes(casesOf(words, count), startsAt);
    const before = sentLines(all.slice(0, count / 2).toReversed());
    const changes = count > 1 ? changesBetween(before, sentLines(all)) : [];
    const shown = { ...toldOf(words), cases: all, followUps: followUpsOf(words, count), changes };
    return [`${words}, ${count}`, speech => agendaNoticeCard(shown, speech)];
  }),
);

const deeds: readonly (CaseDeed | undefined)[] = [undefined, 'suggested', 'accepted', 'edited', 'withdrawn'];
const caseStandings: readonly (readonly [string, Partial<Case>])[] = [
  ['on the agenda', {}],
  ['without more than its title', { owner: undefined, minutes: undefined, proposal: undefined, links: [] }],
  ['suggested', { accepted: undefined, number: undefined }],
  ['withdrawn', { withdrawn: deed }],
];

const caseStates: States = each(everyWording, words =>
  each(deeds, deedDone =>
    caseStandings.map(([standing, more]) => {
      const shown = {
        meeting: meetingOf(words),
        case: caseOf(words, 3, more),
        place: 4,
        by: standing === 'suggested' ? undefined : wordings[words](80),
        isLeftOut: words === 'nasty',
        isUnsent: words === 'longest',
        isConcluded: standing === 'withdrawn',
        mayReadExempt: standing !== 'suggested',
        mayChange: true,
        mayOrder: standing !== 'withdrawn',
        arePapersLate: words === 'nasty',
      };
      return [`${words}, ${standing}, ${deedDone}`, speech => caseCard(shown, speech, deedDone)];
    }),
  ),
);

const strengths = ['ok', 'weak', 'missing'] as const satisfies readonly GroupStrength[];
const groupsAt = (at: number) =>
  representationOf(cast.seats, [], usualRules, day).map((group, place) => ({
    ...group,
    strength: at === 0 ? ('ok' as const) : (strengths[(place + at) % 3] ?? 'ok'),
  }));

const leadStates: States = each(everyWording, words =>
  each(standings, ([standing, meeting]) =>
    counts.flatMap(count => {
      const all = casesOf(words, count);
      return [0, count / 2, count].map((concluded, at) => {
        const settledOn = all.slice(0, concluded).map(one => [one.id, conclusionOf('plain', one)] as const);
        const shown: LeadShown = {
          meeting: meetingOf(words, meeting),
          cases: all,
          conclusions: new Map(settledOn),
          present: at === 0 ? undefined : 12,
          seats: 17,
          groups: count === 1 ? [] : groupsAt(at),
          hasMinutes: standing === 'ended',
        };
        return [`${words}, ${standing}, ${concluded} of ${count}`, speech => leadCard(shown, speech)] as const;
      });
    }),
  ),
);

const concludedStates: States = each(everyWording, words => [
  [
    words,
    speech => {
      const all = casesOf(words, mostCases);
      const conclusion = conclusionOf(words, caseOf(words, 1));
      const shown = {
        meeting: meetingOf(words, { started: deed }),
        cases: all,
        conclusions: new Map([[conclusion.caseId, conclusion]]),
        present: 12,
        seats: 17,
        groups: groupsAt(1),
        hasMinutes: false,
      };
      return leadCard(shown, speech, concludedParts('Gjort', conclusion, speech));
    },
  ],
]);

const presenceStates: States = each(everyWording, words =>
  [0, 5].map(from => {
    const many = Array.from({ length: 3 }, () => cast.seats).flat();
    const seats = many.map((seat, at) => ({ ...seat, id: `${seat.id}-${at}` as typeof seat.id }));
    const page = presencePage(from === 0 ? cast.seats : seats, [], from);
    const shown = {
      meeting: meetingOf(words),
      people: page.choices.map(choice => ({ choice, party: wordings[words](120), name: wordings[words](80) })),
      observers:
        from === 0
          ? [
              {
                id: castMemberId('nordavinden'),
                name: wordings[words](80),
                role: 'observer' as const,
                isExpected: true,
              },
            ]
          : [],
      from,
      seen: '',
      seats: page.seats.length,
      allSeats: from === 0 ? page.seats.length : seats.length,
    };
    return [`${words}, from ${from}`, speech => presenceForm(shown, speech)];
  }),
);

const noOne: States = [
  [
    'nobody to tick',
    speech =>
      presenceForm(
        { meeting: meetingOf('plain'), people: [], observers: [], from: 0, seen: '', seats: 0, allSeats: 0 },
        speech,
      ),
  ],
];

const passedOver = {
  ...deed,
  version: 1,
  passedOver: { comments: 2, until: endsAt, reason: 'Å'.repeat(mostCharacters.reason) },
};

const minutesStandings: readonly (readonly [string, Partial<Minutes>, Instant])[] = [
  ['draft', {}, now],
  ['sent', { sent: [{ ...deed, version: 1 }], commentsUntil: endsAt }, now],
  ['sent, corrected since', { sent: [{ ...deed, version: 1 }], latest: 2, commentsUntil: endsAt }, now],
  ['comments over', { sent: [{ ...deed, version: 1 }], commentsUntil: now }, endsAt],
  ['approved', { sent: [{ ...deed, version: 1 }], approved: { ...deed, version: 1, inMeeting: 4 } }, now],
  ['approved by hand', { sent: [{ ...deed, version: 1 }], approved: { ...deed, version: 1 } }, now],
  ['approved, comments passed over', { sent: [{ ...deed, version: 1 }], approved: passedOver }, now],
];

const shownMinutes: readonly (readonly [string, MinutesShown])[] = everyWording.flatMap(words =>
  minutesStandings.flatMap(([standing, state, at]) =>
    counts.map((count): readonly [string, MinutesShown] => {
      const all = casesOf(words, count);
      const told = all.map((one, place) =>
        minutesCaseOf(one, place % 3 === 2 ? undefined : conclusionOf(words, one, conclusionMethods[place % 3])),
      );
      const content = {
        network: cast.network.name,
        number: 3,
        startsAt,
        endsAt,
        present: cast.seats.map((_, at) => ({
          party: wordings[words](100),
          name: wordings[words](80),
          ...(at % 2 === 0
            ? ({ standing: 'deputy', of: wordings[words](80) } as const)
            : ({ standing: 'holder' } as const)),
        })),
        absent: cast.seats.map(() => ({ party: wordings[words](100), name: wordings[words](80) })),
        unheard: cast.seats.slice(0, count).map(() => ({ party: wordings[words](100), name: wordings[words](80) })),
        observers: [],
        cases: told,
      };
      const comments = Array.from({ length: count }, (_, place) => ({
        comment: { by: castMemberId('pål'), at: now, version: 1, text: wordings[words](mostCharacters.comment) },
        name: place % 2 === 0 ? wordings[words](80) : undefined,
      }));
      const shown: MinutesShown = {
        meeting: meetingOf(words, { started: deed, ended: deed }),
        minutes: { meetingId: 'm1' as MeetingId, latest: 1, sent: [], ...state },
        version: {
          version: 1,
          language: minutesLanguages[count % 2] ?? 'nb',
          content,
          madeAt: now,
          madeBy: castMemberId('kari'),
          request: 'r',
        },
        comments,
        links: { minutes: `${urls.plain}${'x'.repeat(600)}`, record: `${urls.plain}${'y'.repeat(600)}`, until: endsAt },
        mayWrite: count !== 1,
        now: at,
      };
      return [`${words}, ${standing}, ${count}`, shown];
    }),
  ),
);

const unheard = { code: 'minutes-unheard', field: 'reason', number: 3, comments: 2, until: endsAt } as const;

const wrong = {
  values: { title: 'x', order: '1' },
  errors: { title: 'For kort', order: 'Ikke slik', conclusion: 'Nei' },
};

const caseForms: States = each(everyWording, words => [
  [`${words}, new`, speech => caseForm(meetingOf(words), speech)],
  [`${words}, shown again`, speech => caseForm(meetingOf(words), speech, wrong)],
  [`${words}, to change`, speech => caseForm(meetingOf(words), speech, undefined, fitting(caseOf(words, 1)))],
  [`${words}, approval`, speech => caseForm(meetingOf(words), speech, undefined, approval(0))],
]);

/** No more links than the box they were typed in held. */
function fitting(one: Case): Case {
  return { ...one, links: one.links.slice(0, 2) };
}

const concludeStates: States = each(everyWording, words => {
  const treated = caseOf(words, 1);
  const shown = { meeting: meetingOf(words), case: treated, place: 2 };
  const before = { ...conclusionOf(words, treated), followUps: conclusionOf(words, treated).followUps.slice(0, 18) };
  return [
    [`${words}, first`, speech => concludeForm(shown, undefined, speech)],
    [`${words}, again`, speech => concludeForm(shown, before, speech)],
    [`${words}, wrong`, speech => concludeForm(shown, before, speech, wrong)],
    [`${words}, approval`, speech => concludeForm({ ...shown, case: approval(0) }, undefined, speech)],
  ];
});

const correctStates: States = each(everyWording, words => {
  const treated = caseOf(words, 1);
  const before = { ...conclusionOf(words, treated), followUps: conclusionOf(words, treated).followUps.slice(0, 18) };
  return [
    [`${words}, not concluded`, speech => correctForm({ meeting: meetingOf(words), case: treated }, undefined, speech)],
    [`${words}, concluded`, speech => correctForm({ meeting: meetingOf(words), case: treated }, before, speech)],
  ];
});

export const agendaStates: Readonly<Record<string, States>> = {
  agendaCard: agendaCardStates,
  agendaNoticeCard: noticeStates,
  agendaLateCard: [
    [
      '',
      speech =>
        agendaLateCard(
          meetingOf('plain'),
          speech.refusal({ code: 'papers-late', field: 'reason', days: 1, rule: 7 }),
          speech,
        ),
    ],
  ],
  agendaJustSentCard: [
    [
      '',
      speech =>
        agendaJustSentCard(
          speech.refusal({ code: 'agenda-just-sent', number: 3, at: '2027-03-01T08:00:00.000Z' as Instant }),
          speech,
        ),
    ],
  ],
  agendaSentCard: [0, 1, 2].map(waiting => [
    `${waiting}`,
    speech => agendaSentCard({ number: 3 }, { cases: 1, people: 4, waiting }, speech),
  ]),
  noMeetingCard: (['meeting', 'minutes'] as const).map(asked => [asked, speech => noMeetingCard(asked, speech)]),
  caseCard: caseStates,
  casesSuggestedCard: each(everyWording, words =>
    counts.slice(1).map(count => [
      `${words}, ${count}`,
      speech => {
        const waiting = casesOf(words, count).map((one, at) => ({
          case: { ...one, number: undefined, accepted: undefined },
          place: at + 1,
          by: at === 1 ? '' : wordings[words](80),
        }));
        return casesSuggestedCard(toldOf(words), waiting, speech);
      },
    ]),
  ),
  caseForm: caseForms,
  orderForm: each(everyWording, words =>
    counts
      .slice(1)
      .map(count => [
        `${words}, ${count}`,
        speech => orderForm(meetingOf(words), casesOf(words, count), 7, speech, count === 6 ? wrong : undefined),
      ]),
  ),
  sendAgendaForm: each(everyWording, words => [
    [words, speech => sendAgendaForm(meetingOf(words), { days: 1, rule: 7 }, speech)],
  ]),
  commentsGivenCard: shownMinutes.map(([state, shown]) => [state, speech => commentsGivenCard(shown, speech)]),
  leadCard: [...leadStates, ...concludedStates],
  startForm: each(everyWording, words =>
    [0, 1, 2].map(at => [
      `${words}, ${at}`,
      speech => {
        const shown = {
          meeting: meetingOf(words),
          cases: casesOf(words, at),
          groups: groupsAt(at),
          starter: 'Njávešeatni Beaivi',
          isEarly: at === 1,
        };
        return startForm(shown, speech);
      },
    ]),
  ),
  presenceForm: [...presenceStates, ...noOne],
  concludeForm: concludeStates,
  correctForm: correctStates,
  endForm: each(everyWording, words =>
    [true, false].map(isDone => {
      const all = casesOf(words, mostCases);
      const shown = {
        meeting: meetingOf(words),
        cases: all,
        unconcluded: isDone ? [] : all,
        isPresenceRecorded: isDone,
        minutesLanguage: 'nn' as const,
      };
      return [`${words}, ${isDone}`, speech => endForm(shown, speech)];
    }),
  ),
  minutesCard: shownMinutes.map(([state, shown]) => [state, speech => minutesCard(shown, speech)]),
  minutesNoticeCard: shownMinutes.map(([state, shown]) => [
    state,
    speech => minutesNoticeCard({ ...shown, network: cast.network.name }, speech),
  ]),
  minutesCaseCard: each(everyWording, words => {
    const treated = caseOf(words, 1);
    const told = minutesCaseOf(treated, conclusionOf(words, treated));
    return [
      [`${words}, concluded`, speech => minutesCaseCard(meetingOf(words), told, speech)],
      [
        `${words}, not concluded`,
        speech => minutesCaseCard(meetingOf(words), minutesCaseOf(treated, undefined), speech),
      ],
      [
        `${words}, approval`,
        speech => minutesCaseCard(meetingOf(words), minutesCaseOf(approval(0), undefined), speech),
      ],
    ];
  }),
  minutesSentCard: [['', speech => minutesSentCard(meetingOf('plain'), 1, speech)]],
  minutesLateCard: each(everyWording, words => [[words, speech => minutesLateCard(toldOf(words), 7, speech)]]),
  commentsOverCard: [0, 1, 2].map(count => [`${count}`, speech => commentsOverCard(toldOf('plain'), count, speech)]),
  commentedCard: [['', commentedCard]],
  minutesCommentForm: each(everyWording, words => [[words, speech => minutesCommentForm(meetingOf(words), speech)]]),
  approveMinutesForm: each(everyWording, words => [
    [words, speech => approveMinutesForm(meetingOf(words), undefined, speech)],
    [`${words}, unheard`, speech => approveMinutesForm(meetingOf(words), speech.refusal(unheard), speech)],
    [
      `${words}, unheard, wrong`,
      speech => approveMinutesForm(meetingOf(words), speech.refusal(unheard), speech, wrong),
    ],
  ]),
  minutesUnheardCard: [['', speech => minutesUnheardCard(meetingOf('plain'), speech.refusal(unheard), speech)]],
  followUpsCard: each(everyWording, words =>
    [0, 1, 5, 80].map(count => [
      `${words}, ${count}`,
      speech => followUpsCard(followUpsOf(words, count), () => count !== 5, speech),
    ]),
  ),
  followUpCard: each(everyWording, words =>
    [true, false].map(isLate => [
      `${words}, ${isLate}`,
      speech => followUpCard(followUpOf(words, 1), networkOf(words), isLate, speech),
    ]),
  ),
  followUpClosedCard: each(everyWording, words => [
    [words, speech => followUpClosedCard(followUpOf(words, 1), speech)],
  ]),
  closeFollowUpForm: each(everyWording, words => [[words, speech => closeFollowUpForm(followUpOf(words, 1), speech)]]),
};
