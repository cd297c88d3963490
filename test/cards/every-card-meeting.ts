/** Every state a meeting's cards and forms can be in: standing × answers × wording × who is silent × the days it falls on. */

import { type MeetingShown, meetingCard } from '../../cards/meetings/meeting-card.ts';
import {
  answerTimesForm,
  cancelMeetingForm,
  chooseTimesForm,
  findForm,
  moveForm,
  proposeForm,
  seriesForm,
  settleForm,
} from '../../cards/meetings/meeting-forms.ts';
import {
  earlierMeetingsCard,
  foundTimesCard,
  meetingsCard,
  seriesCreatedCard,
  seriesPreviewCard,
} from '../../cards/meetings/meeting-lists.ts';
import {
  answerReminderCard,
  attendReminderCard,
  cancelledCard,
  deputyCard,
  emptySeatCard,
  invitationCard,
  movedCard,
  proposalCard,
  releasedCard,
  representationCard,
  seriesCard,
  type ToldShown,
} from '../../cards/meetings/meeting-messages.ts';
import {
  attendsCard,
  meetingCancelledCard,
  meetingInvitedCard,
  meetingMovedCard,
  meetingProposedCard,
  meetingSettledCard,
  myMeetingCard,
  type SeatAndParty,
  timesAnsweredCard,
  whichMeetingSeatCard,
} from '../../cards/meetings/meeting-whispers.ts';
import type { CaseOnAgenda } from '../../src/features/meetings/agenda-lines.ts';
import { type Case, mostCases, mostCharacters } from '../../src/features/meetings/case.ts';
import { type Found, findTimes, type Search } from '../../src/features/meetings/find-times.ts';
import {
  type Attendance,
  availabilities,
  type Meeting,
  type MeetingId,
  mostTimes,
  type TimeAnswer,
  type TimeId,
} from '../../src/features/meetings/meeting.ts';
import { rankTimes } from '../../src/features/meetings/rank-times.ts';
import { type GroupPresence, representationOf } from '../../src/features/meetings/representation.ts';
import { planSeries, type SeriesPlan, type SeriesWanted } from '../../src/features/meetings/series.ts';
import { type Seat, usualRules } from '../../src/features/networks/network.ts';
import { type DayReason, dayNotes, dayOff } from '../../src/features/year/work-days.ts';
import { epochMsOf, type Instant, instantOf, type PlainDate } from '../../src/world.ts';
import { castDocuments, castMemberId } from '../cast.ts';
import { silent } from './every-card-polls.ts';
import type { States } from './every-card-states.ts';
import { nastyTexts } from './nasty-texts.ts';

const calledAt = '2027-01-11T08:00:00.000Z' as Instant;
const day = 24 * 3_600_000;
const later = (instant: Instant, ms: number) => instantOf(epochMsOf(instant) + ms);
const { network, seats, parties } = castDocuments();
const home = { ...network, rules: { ...usualRules, county: '55' } };

/** What people wrote: as most do, as a chat could misread it, and as long as it may be. */
const wordings = {
  plain: { title: 'Styringsmøte', place: 'Fylkeshuset, møterom 3', reason: 'Leder er syk.' },
  nasty: {
    title: nastyTexts.slice(0, 8).join(' ').slice(0, 120).trim(),
    place: nastyTexts.slice(8, 17).join(' ').slice(0, 200).trim(),
    reason: nastyTexts.slice(10, 20).join(' ').slice(0, 300).trim(),
  },
  longest: { title: 'Å'.repeat(120), place: 'Æ'.repeat(200), reason: 'Ø'.repeat(300) },
  emoji: { title: '👩🏽‍🏫'.repeat(120), place: '👩🏽‍🏫'.repeat(200), reason: '👩🏽‍🏫'.repeat(300) },
} as const;
type Wording = keyof typeof wordings;
const allWordings = Object.keys(wordings) as readonly Wording[];

const deed = { at: calledAt, by: castMemberId('kari'), request: 'r' };
const firstStart = '2027-02-23T09:00:00.000Z' as Instant;

function timesOf(count: number): Meeting['times'] {
  return Array.from({ length: count }, (_, at) => {
    const startsAt = later(firstStart, at * 12 * day);
    return { id: `t${at + 1}` as TimeId, startsAt, endsAt: later(startsAt, 5_400_000) };
  });
}

const stands = ['proposed', 'settled', 'moved', 'begun', 'underWay', 'ended', 'cancelled', 'cancelled early'] as const;
type Stand = (typeof stands)[number];

export function meetingOf(wording: Wording, stand: Stand = 'proposed', count: number = mostTimes): Meeting {
  const { title, place, reason } = wordings[wording];
  const times = timesOf(count);
  const [first = { startsAt: firstStart, endsAt: later(firstStart, 5_400_000) }, second = first] = times;
  const span = { startsAt: second.startsAt, endsAt: second.endsAt };
  const isSettled = stand !== 'proposed' && stand !== 'cancelled early';
  return {
    id: 'abcdefghjkmnpqrs' as MeetingId,
    networkId: network.id,
    number: 3,
    title,
    place,
    seats: seats.map(({ id }) => id),
    called: deed,
    times,
    answersBy: later(calledAt, 21 * day),
    ...(isSettled && { settled: { ...span, ...deed, at: later(calledAt, day) } }),
    moves: stand === 'moved' ? [{ startsAt: first.startsAt, endsAt: first.endsAt, ...deed }] : [],
    sequence: 0,
    exceptions: [],
    ...((stand === 'underWay' || stand === 'ended') && { started: deed }),
    ...(stand === 'ended' && { ended: deed }),
    ...(stand.startsWith('cancelled') && { cancelled: { ...deed, reason } }),
  };
}

const nowIn = (meeting: Meeting, stand: Stand) =>
  stand === 'begun' ? (meeting.settled?.startsAt ?? calledAt) : later(calledAt, day);

/** How the seats have answered: nobody, everybody alike, or each their own way. */
const answerings = {
  none: () => undefined,
  'all can': () => 'yes',
  'nobody can': () => 'no',
  'if needed': () => 'ifNeeded',
  mixed: (seat: number, time: number) => availabilities[(seat * 7 + time * 3) % 4],
} as const satisfies Record<string, (seat: number, time: number) => TimeAnswer['answers'][string] | undefined>;
type Answering = keyof typeof answerings;

function answersOf(meeting: Meeting, answering: Answering): readonly TimeAnswer[] {
  return seats.flatMap(({ id, number }) => {
    const given = meeting.times.flatMap((time, at) => {
      const answer = answerings[answering](number, at);
      return answer ? [[time.id, answer] as const] : [];
    });
    return given.length > 0 ? [{ seatId: id, answers: Object.fromEntries(given), by: deed.by, at: calledAt }] : [];
  });
}

function attendancesOf(answering: Answering): readonly Attendance[] {
  return seats.flatMap(({ id, number }) => {
    const answer = answerings[answering](number, 1);
    return answer ? [{ seatId: id, answer: answer === 'no' ? ('notComing' as const) : ('coming' as const) }] : [];
  });
}

const meetingDay = '2027-03-07' as PlainDate;

function groupsOf(answering: Answering): readonly GroupPresence[] {
  return representationOf(seats, attendancesOf(answering), usualRules, meetingDay);
}

const calendar = { county: '55', avoidsSchoolBreaks: true, avoidsJuly: false, avoidsBridgeDays: false };

function notesOf({ times }: Meeting): ReadonlyMap<TimeId, readonly DayReason[]> {
  return new Map(
    times.map(({ id, startsAt }) => {
      const on = startsAt.slice(0, 10) as PlainDate;
      return [id, [...(dayOff(on, calendar) ?? []), ...dayNotes(on, calendar)]];
    }),
  );
}

function casesOf(wording: Wording, count: number): readonly CaseOnAgenda[] {
  return Array.from({ length: count }, (_, at) => ({
    case: {
      id: `c${at}` as Case['id'],
      meetingId: 'abcdefghjkmnpqrs' as MeetingId,
      title: wordings[wording].title.slice(0, mostCharacters.title),
      caseType: 'decision',
      owner: wordings[wording].place.slice(0, mostCharacters.owner),
      minutes: 20,
      links: [],
      access: { level: 'public' },
      suggested: deed,
      accepted: deed,
      revision: 0,
    },
    startsAt: later(firstStart, at * 60_000),
  }));
}

type State = {
  readonly wording: Wording;
  readonly stand: Stand;
  readonly answering: Answering;
  readonly silent: keyof typeof silent;
  readonly cases: number;
  readonly times: number;
};

export function shownMeeting(state: Partial<State> = {}): MeetingShown {
  const { wording = 'plain', stand = 'proposed', answering = 'mixed', cases = 0, times = mostTimes } = state;
  const meeting = meetingOf(wording, stand, times);
  const isProposed = stand === 'proposed';
  return {
    meeting,
    now: nowIn(meeting, stand),
    seats: {
      asked: 17,
      answered: 11,
      partly: answering === 'mixed' ? 2 : 0,
      silent: silent[state.silent ?? 'few'],
      deputyAsked: isProposed ? [] : silent.few.slice(0, 2),
    },
    times: isProposed ? rankTimes(meeting.times, seats, answersOf(meeting, answering), usualRules) : [],
    notes: notesOf(meeting),
    ...(!isProposed && {
      attendance: {
        coming: 8,
        notComing: 3,
        deputyAsked: 2,
        silent: 4,
        met: stand === 'underWay' && answering === 'mixed' ? 9 : undefined,
        wished: stand === 'settled' ? 3 : 0,
        saidBefore: stand === 'moved' ? 5 : 0,
        groups: groupsOf(answering),
      },
    }),
    cases: casesOf(wording, cases),
  };
}

const keys = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as K[];

export const everyMeeting: readonly (readonly [string, MeetingShown])[] = [
  ...stands.flatMap(stand =>
    allWordings.flatMap(wording =>
      keys(answerings).map(
        answering => [`${stand}, ${wording}, ${answering}`, shownMeeting({ stand, wording, answering })] as const,
      ),
    ),
  ),
  ...keys(silent).flatMap(who =>
    (['proposed', 'settled'] as const).map(
      stand => [`${stand}, silent: ${who}`, shownMeeting({ stand, silent: who })] as const,
    ),
  ),
  ...allWordings.flatMap(wording =>
    [1, 12, mostCases].map(
      cases => [`${cases} cases, ${wording}`, shownMeeting({ stand: 'settled', wording, cases })] as const,
    ),
  ),
  ['one time', shownMeeting({ times: 1 })],
];

const everySeat: readonly SeatAndParty[] = seats.map((seat, at) => ({ seat, party: parties[at] }));
const [seatShown = { seat: seats[0] as Seat, party: undefined }] = everySeat;
const longNamed: readonly SeatAndParty[] = Array.from({ length: 90 }, () => ({
  ...seatShown,
  party: { id: 'party-1', name: '👩🏽‍🏫'.repeat(80) },
}));
const nameless: SeatAndParty = { ...seatShown, party: undefined };
const url = `https://laget.example/file/${'x'.repeat(400)}`;
const search: Search = {
  firstDay: '2027-02-02',
  lastDay: '2027-06-30',
  minutes: 90,
  earliest: '09:00',
  latest: '15:00',
  count: 10,
};

function found(change: Partial<Search> = {}): Found {
  const outcome = findTimes({ ...search, ...change }, home, calledAt);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

const monthly: SeriesWanted = {
  title: 'Nettverksmøte',
  pattern: 'second',
  weekday: 'tuesday',
  firstDay: '2027-01-01',
  lastDay: '2027-12-31',
  starts: '09:00',
  minutes: 120,
};

function planned(change: Partial<SeriesWanted> = {}): SeriesPlan {
  const outcome = planSeries({ ...monthly, ...change }, home, calledAt);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

/** Of a meeting told of late, to one who speaks for as many seats as there are, for one, or for none. */
const toldOf = (wording: Wording, stand: Stand): ToldShown => {
  const meeting = meetingOf(wording, stand);
  const late = { ...deed, kind: 'notice' as const, days: 3, reason: wordings[wording].reason };
  return {
    meeting: { ...meeting, exceptions: wording === 'plain' ? [] : [late] },
    network: wording === 'plain' ? network.name : wordings[wording].title,
    seats: wording === 'longest' ? everySeat : wording === 'nasty' ? [] : [seatShown],
    calendarUrl: url,
  };
};

const noDeputies = { asked: [], waiting: [], unreached: [] };
const names = (letter: string) => Array.from({ length: 9 }, () => letter.repeat(80));
const manyDeputies = { asked: names('Å'), waiting: names('Æ'), unreached: names('Ø') };

const unreachedIn = (wording: Wording) => ({
  apart: wording === 'plain' ? 0 : 2,
  unreached: wording === 'plain' ? [] : Array.from({ length: 9 }, () => wordings[wording].title),
  canMail: wording === 'nasty',
});

const leader = (meeting: Meeting, isShortNotice = false) => ({
  meeting,
  times: meeting.settled ? [] : meeting.times.map(time => ({ time, isShortNotice })),
});

/** One state for each wording. */
const worded = (draw: (wording: Wording) => States[number][1]): States =>
  allWordings.map(wording => [wording, draw(wording)] as const);

const firstTime = (meeting: Meeting) => {
  const [time] = meeting.times;
  if (!time) throw new Error('A meeting without times');
  return time;
};

const suggested = {
  firstDay: '2027-01-25',
  lastDay: '2027-03-08',
  earliest: '09:00',
  latest: '15:00',
  starts: '09:00',
};
const wrong = { values: { times: 'snart', title: 'x', when: 'snart' }, errors: { times: 'Feil.', when: 'Feil.' } };

export const meetingStates: Readonly<Record<string, States>> = {
  meetingCard: everyMeeting.map(([state, shown]) => [state, speech => meetingCard(shown, speech)]),

  proposeForm: [
    ['empty', speech => proposeForm(speech)],
    ['again', speech => proposeForm(speech, wrong)],
  ],
  chooseTimesForm: [
    ['ten', speech => chooseTimesForm(found().proposed, speech)],
    ['one', speech => chooseTimesForm(found({ count: 1 }).proposed, speech)],
  ],
  findForm: [
    ['usual', speech => findForm(suggested, speech)],
    ['with a county, again', speech => findForm({ ...suggested, county: '55' }, speech, wrong)],
  ],
  answerTimesForm: worded(
    wording => speech => answerTimesForm(meetingOf(wording), { t1: 'yes', t2: 'ifNeeded' }, 'seat-1', speech),
  ),
  settleForm: worded(wording => speech => {
    const meeting = meetingOf(wording);
    return settleForm(meeting, firstTime(meeting), { days: 1, rule: 14 }, speech);
  }),
  moveForm: worded(wording => speech => moveForm(meetingOf(wording, 'settled'), speech, wrong, { days: 3, rule: 14 })),
  cancelMeetingForm: worded(wording => speech => cancelMeetingForm(meetingOf(wording, 'settled'), speech)),
  seriesForm: [['usual', speech => seriesForm(suggested, speech)]],

  meetingsCard: [
    [
      'none',
      speech =>
        meetingsCard({ network: network.name, meetings: [], unbegun: [], hasEarlier: false, mayPropose: true }, speech),
    ],
    [
      'none, to one who cannot',
      speech =>
        meetingsCard({ network: 'Nord', meetings: [], unbegun: [], hasEarlier: true, mayPropose: false }, speech),
    ],
    ...worded(wording => speech => {
      const meetings = Array.from({ length: 40 }, (_, at) => ({
        meeting: meetingOf(wording, at % 2 === 0 ? 'settled' : 'proposed'),
        answered: 3,
      }));
      return meetingsCard(
        {
          network: wordings[wording].title,
          meetings,
          unbegun: meetings.flatMap(({ meeting }) => (meeting.settled ? [meeting] : [])),
          hasEarlier: true,
          mayPropose: true,
        },
        speech,
      );
    }),
  ],
  earlierMeetingsCard: [
    ['none', speech => earlierMeetingsCard({ network: 'Nord', meetings: [] }, speech)],
    ...worded(wording => speech => {
      const states = ['settled', 'ended', 'cancelled', 'cancelled early'] as const;
      const meetings = states.flatMap(state => Array.from({ length: 10 }, () => meetingOf(wording, state)));
      return earlierMeetingsCard({ network: wordings[wording].title, meetings }, speech);
    }),
  ],
  foundTimesCard: [
    [
      'with breaks',
      speech => foundTimesCard(found({ county: '55' }), { type: 'meeting.choose-form', ...search }, speech),
    ],
    [
      'without a county',
      speech => foundTimesCard(found({ county: 'none' }), { type: 'meeting.choose-form', ...search }, speech),
    ],
    [
      'unknown breaks',
      speech => foundTimesCard(found({ county: '56' }), { type: 'meeting.choose-form', ...search }, speech),
    ],
    [
      'a long time',
      speech =>
        foundTimesCard(
          found({ county: '55', lastDay: '2028-01-10' }),
          { type: 'meeting.choose-form', ...search },
          speech,
        ),
    ],
    [
      'none free',
      speech =>
        foundTimesCard(
          found({ county: '55', firstDay: '2027-02-22', lastDay: '2027-02-26' }),
          { type: 'meeting.choose-form', ...search },
          speech,
        ),
    ],
  ],
  seriesPreviewCard: [
    ...(['week', 'fortnight', 'second', 'last'] as const).map(
      pattern =>
        [
          pattern,
          speech =>
            seriesPreviewCard(
              { ...monthly, plan: planned({ pattern, weekday: 'monday' }) },
              { type: 'meeting.series-create', ...monthly },
              speech,
            ),
        ] as States[number],
    ),
    [
      'begun, shown anew',
      speech =>
        seriesPreviewCard(
          {
            ...monthly,
            plan: planned({ pattern: 'week', firstDay: '2026-12-01', lastDay: '2027-06-30' }),
            isAnew: true,
          },
          { type: 'meeting.series-create', ...monthly },
          speech,
        ),
    ],
    ...worded(
      wording => speech =>
        seriesPreviewCard(
          { ...wordings[wording], minutes: 60, plan: planned() },
          { type: 'meeting.series-create', ...monthly },
          speech,
        ),
    ),
  ],
  seriesCreatedCard: [['ten', speech => seriesCreatedCard(10, 19, speech)]],

  invitationCard: worded(wording => speech => invitationCard(toldOf(wording, 'settled'), speech)),
  movedCard: worded(wording => speech => movedCard(toldOf(wording, 'moved'), speech)),
  cancelledCard: worded(
    wording => speech =>
      cancelledCard(
        wording === 'plain'
          ? { ...toldOf(wording, 'cancelled early'), calendarUrl: undefined }
          : toldOf(wording, 'cancelled'),
        speech,
      ),
  ),
  deputyCard: worded(wording => speech => deputyCard(toldOf(wording, 'settled'), seatShown, speech)),
  releasedCard: worded(wording => speech => releasedCard(toldOf(wording, 'settled'), nameless, speech)),
  answerReminderCard: worded(
    wording => speech => answerReminderCard({ ...toldOf(wording, 'proposed'), seats: everySeat }, speech),
  ),
  proposalCard: worded(wording => speech => proposalCard(toldOf(wording, 'proposed'), speech)),
  attendReminderCard: worded(
    wording => speech => attendReminderCard({ ...toldOf(wording, 'settled'), seats: [seatShown] }, speech),
  ),
  representationCard: keys(answerings).map(answering => [
    answering,
    speech =>
      representationCard(
        toldOf(answering === 'none' ? 'plain' : 'longest', 'settled'),
        { coming: 8, notComing: answering === 'none' ? 0 : 3, deputyAsked: 1, silent: 6 },
        groupsOf(answering),
        speech,
      ),
  ]),
  emptySeatCard: keys(answerings).map(answering => [
    answering,
    speech =>
      emptySeatCard(
        toldOf(answering === 'none' ? 'plain' : 'longest', 'settled'),
        seatShown,
        groupsOf(answering).find(({ group }) => group === seatShown.seat.group),
        speech,
      ),
  ]),
  seriesCard: worded(
    wording => speech =>
      seriesCard(
        { ...wordings[wording], spans: [...planned({ pattern: 'week' }).spans] },
        toldOf(wording, 'settled').network,
        speech,
      ),
  ),

  meetingProposedCard: worded(wording => speech => {
    const shown = {
      ...leader(meetingOf(wording), wording === 'nasty'),
      channels: 3,
      reminders: wording === 'nasty' ? ('no-days' as const) : [calledAt],
      ...unreachedIn(wording),
    };
    return meetingProposedCard(shown, speech);
  }),
  timesAnsweredCard: worded(
    wording => speech =>
      timesAnsweredCard(
        {
          meeting: meetingOf(wording),
          answer: { seatId: seatShown.seat.id, answers: { t1: 'yes', t3: 'no' }, by: deed.by, at: calledAt },
          seat: wording === 'plain' ? nameless : seatShown,
          replaced: wording === 'plain' ? undefined : { by: wordings[wording].title, at: calledAt },
          others: everySeat.slice(0, 3),
        },
        speech,
      ),
  ),
  whichMeetingSeatCard: worded(wording => speech => {
    const meeting = meetingOf(wording, wording === 'plain' ? 'proposed' : 'settled');
    return whichMeetingSeatCard(
      meeting,
      everySeat,
      seat => ({ intent: { type: 'meeting.attend', meeting: meeting.id, seat, answer: 'coming' } }),
      speech,
    );
  }),
  attendsCard: (['coming', 'notComing'] as const).flatMap(answer =>
    (['alone', 'asked', 'already', 'still'] as const).map((how): States[number] => [
      `${answer}, ${how}`,
      speech =>
        attendsCard(
          {
            meeting: meetingOf('longest', 'settled'),
            answer,
            attendance: { seatId: seatShown.seat.id, answer },
            seat: seatShown,
            ...(how === 'asked' ? manyDeputies : noDeputies),
            comesAlready: how === 'already' ? 'Njávešeatni Beaivi' : undefined,
            stillComes: how === 'still' ? 'Njávešeatni Beaivi' : undefined,
          },
          speech,
        ),
    ]),
  ),
  myMeetingCard: worded(wording => speech => {
    const at = calledAt;
    const answer = {
      seatId: seatShown.seat.id,
      answers: { t1: 'yes' as const },
      by: deed.by,
      at,
      name: 'Kari Trestakk',
    };
    const attendance = { seatId: seatShown.seat.id, answer: 'coming' as const, at, name: 'Kari Trestakk' };
    const isSettled = wording === 'nasty' || wording === 'longest';
    const shown = everySeat.slice(0, 6).map((seat, index) => (index === 1 ? { seat } : { seat, answer, attendance }));
    const meeting = meetingOf(wording, isSettled ? 'settled' : 'proposed');
    const everyone = isSettled
      ? { coming: everySeat, notComing: longNamed, deputyAsked: longNamed, silent: [seatShown] }
      : { all: longNamed, some: [nameless], none: everySeat };
    const noSeat = wording === 'emoji' ? speech.refusal({ code: 'no-meeting-seat' }) : undefined;
    return myMeetingCard({ meeting, seats: noSeat ? [] : shown, everyone, noSeat }, speech);
  }),
  meetingSettledCard: worded(wording => speech => {
    const meeting = meetingOf(wording, 'settled');
    const groups = groupsOf(wording === 'plain' ? 'all can' : 'mixed');
    return meetingSettledCard({ ...leader(meeting), told: 19, unfilled: everySeat, groups }, speech);
  }),
  meetingInvitedCard: worded(wording => speech => {
    const shown = { ...leader(meetingOf(wording, 'settled')), told: 2, unfilled: everySeat.slice(0, 1), groups: [] };
    return meetingInvitedCard(shown, speech);
  }),
  meetingMovedCard: worded(wording => speech => {
    const meeting = meetingOf(wording, 'moved');
    return meetingMovedCard({ ...leader(meeting), told: 1, unfilled: [], groups: [] }, speech);
  }),
  meetingCancelledCard: worded(
    wording => speech => meetingCancelledCard(meetingOf(wording, 'cancelled'), wording === 'plain' ? 0 : 19, speech),
  ),
};
