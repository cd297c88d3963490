import type { BadTime } from '../features/meetings/read-times.ts';
import { countIn } from './count.ts';
import type { MeetingTexts } from './nb-meeting.ts';
import { timeProblems } from './time-problems.ts';

const count = countIn('en');

const badTimes: Readonly<Record<BadTime, string>> = {
  'no-moment': 'I found no time in it',
  'no-day': 'the day is missing',
  'no-such-day': 'there is no such day',
  'no-such-week': 'there is no such week',
  'weekday-differs': 'the weekday and the date do not agree',
  'week-differs': 'the week and the date do not agree',
  'several-days': 'there are several days here; write one on each line',
  'no-such-clock': 'there is no such time of day',
  'several-times': 'there are several times here; write one on each line',
  'ends-before-start': 'the end is before the start',
  unread: 'I did not understand every word; write only the day and the time',
  'no-one-day': 'write which day',
  'no-clock': 'write when it begins and ends, as 10–11.30',
  'no-end': 'write when it ends too, as 10–11.30',
  past: 'the time has passed',
  far: 'it is more than a year ahead',
  'time-does-not-exist': 'there is no such time that night, when the clocks go forward',
  'time-exists-twice': 'that time comes twice that night, when the clocks go back',
  repeated: 'the same time stands here twice',
};

export const enMeeting: MeetingTexts = {
  say: {
    title: (number, state) => `Meeting ${number} · ${state}`,
    states: {
      proposed: 'times proposed',
      settled: 'settled',
      underWay: 'under way',
      ended: 'ended',
      cancelled: 'cancelled',
    },
    place: 'Place',
    when: 'When',
    time: (number, span) => `${number} · ${span}`,
    inWeek: (span, week) => `${span}, ${week}`,
    named: (names, more) => (more > 0 ? `${names} and ${more} more` : names),

    ask: 'When can you meet? Each seat answers yes, if needed or no for each time.',
    counts: (yes, ifNeeded, no) => `${yes} yes, ${ifNeeded} if needed, ${no} no`,
    groupsMissing: groups => `Cannot come: ${groups}.`,
    groupsIfNeeded: groups => `Only if needed: ${groups}.`,
    ranking: 'First comes the time at which the fewest groups are missing.',
    leading: mark => `It is marked ${mark}.`,
    answered: (answered, asked) => `${answered} of ${asked} seats have answered.`,
    partly: n => `${n} of them only some of the times.`,
    answersBy: when => `Answer by ${when}`,
    silent: parties => `Have not answered: ${parties}`,

    attendance: 'Attendance',
    attending: {
      coming: (n, asked) => `${n} of ${asked} seats are coming.`,
      notComing: n => `${n} not coming.`,
      deputyAsked: n => `${n} cannot come, and the deputy is asked.`,
      silent: n => `${n} have not said.`,
    },
    moved: before => `Moved from ${before}.`,
    placeChanged: 'The place is changed to the one that stands here.',
    wishes: 'The answers to the times were wishes. Please say now whether you are coming.',
    sayAgain: n =>
      `${count(n, 'seat', 'seats')} said yes to the earlier time. Please say again whether you are coming.`,
    allHeard: 'As it looks now, every group will be represented.',
    missing: groups => `Not represented: ${groups}.`,
    weak: groups => `Represented only if more of them come: ${groups}.`,
    notSaid: parties => `Have not said: ${parties}`,
    deputyAsked: parties => `Cannot come, the deputy is asked: ${parties}`,
    cancelledBecause: reason => `Cancelled: ${reason}`,
    lateBecause: reason => `Short notice: ${reason}`,
    excused: {
      notice: (days, reason) => `Called ${count(days, 'day', 'days')} before the meeting. Reason: ${reason}`,
      papers: (days, reason) =>
        `The agenda went out ${count(days, 'day', 'days')} before the meeting. Reason: ${reason}`,
    },

    availabilities: { yes: 'Yes', ifNeeded: 'If needed', no: 'No' },
    notAnswered: 'not answered',
    attendances: { coming: 'Coming', notComing: 'Not coming' },

    buttons: {
      answer: 'Answer …',
      allSuit: 'Every time suits',
      mine: 'See the answers',
      coming: 'Coming',
      notComing: 'Not coming',
      settle: (number, span) => `Settle ${number}: ${span}`,
      invite: 'Send the invitation',
      move: 'Move the meeting',
      cancel: 'Cancel the meeting',
      show: number => `Show meeting ${number}`,
      propose: 'Propose a meeting',
      find: 'Find days',
      earlier: 'Earlier meetings',
      ahead: 'Meetings ahead',
      start: number => `Start meeting ${number}`,
      callOff: number => `Cancel meeting ${number}`,
      choose: 'Choose days and propose',
      createSeries: n => `Create ${n} meetings`,
      calendar: 'Add to calendar',
      uncalendar: 'Remove from your calendar',
    },

    forms: {
      propose: {
        title: 'Propose a meeting',
        submit: 'Propose',
        name: 'What kind of meeting?',
        nameHint: 'For instance Steering group or Network meeting.',
        place: 'Place or link',
        times: 'Times',
        timesHint: 'One on each line, from one to ten, in your own words: Tuesday week 9 10–11.30 or 4 March at 9–11.',
        chosenTimes: 'Days to propose',
        answersBy: 'Answer by',
        answersByHint: 'Those who have not answered are reminded before this.',
      },
      find: {
        title: 'Find days to meet',
        submit: 'Find',
        from: 'From',
        to: 'To',
        minutes: 'How long is the meeting?',
        minutesOf: n => `${n} minutes`,
        hoursOf: n => `${n} hours`,
        hour: '1 hour',
        earliest: 'Begins at',
        latest: 'Ends by',
        count: 'How many days to propose?',
        county: 'School breaks to avoid',
        countyHint: 'Weekends, public holidays and these school breaks are not proposed.',
        noCounty: 'Pay no regard to school breaks',
      },
      answer: { title: 'When can you meet?', submit: 'Send answer' },
      settle: {
        title: 'Settle at short notice',
        submit: 'Settle',
        reason: 'Why is it called so late?',
        reasonHint: 'Everyone who is invited can read it.',
        short: (days, rule) =>
          `The meeting is ${count(days, 'day', 'days')} away. The network’s rule is at least ${rule} days’ notice.`,
      },
      move: {
        title: 'Move the meeting',
        submit: 'Move',
        when: 'New time',
        whenHint: 'In your own words, for instance Tuesday 9 March 10–12. Without an end it lasts as long as before.',
        place: 'New place or link',
        placeHint: 'Leave empty if the place is the same.',
        reason: 'Reason, if the notice is short',
      },
      cancel: {
        title: 'Cancel the meeting',
        submit: 'Cancel it',
        reason: 'Why is it cancelled?',
        reasonHint: 'Everyone who was invited can read it.',
        warning: 'A cancelled meeting cannot be brought back. Those who were invited are told.',
      },
      series: {
        title: 'Recurring meetings',
        submit: 'See the dates',
        pattern: 'How often?',
        patterns: {
          week: 'Every week',
          fortnight: 'Every other week',
          first: 'The first in each month',
          second: 'The second in each month',
          third: 'The third in each month',
          fourth: 'The fourth in each month',
          last: 'The last in each month',
        },
        weekday: 'Weekday',
        starts: 'Begins at',
      },
    },

    whispers: {
      proposed: number => `Meeting ${number} is proposed`,
      proposedText: channels => `It will be in ${count(channels, 'channel', 'channels')} in a moment.`,
      askedApart: n => `${count(n, 'person', 'people')} outside the channels will get the question by e-mail.`,
      askedWaits: (n, command) =>
        `The question to ${count(n, 'person', 'people')} outside the channels also waits for you. Write “${command}” when you are done here.`,
      unreached: (people, canMail) =>
        `I can reach these neither in a chat nor by e-mail: ${people}. ${canMail ? 'Add the e-mail address with “roster”, or make a code with “invite”.' : 'E-mail is not set up here. Make a code with “invite”, and they can answer in the chat.'}`,
      reading: 'This is how I read the times:',
      settleHere: 'When the answers are in, settle the time here or with “settle”.',
      registered: number => `Meeting ${number} · registered`,
      replaced: (name, when) => `Replaces the answer that ${name} gave ${when}.`,
      forSeat: (number, party) => `For seat ${number}, ${party}.`,
      canChange: 'The answer can be changed until the time is settled.',
      canChangeUntil: when => `You can change your mind until the meeting begins, ${when}.`,
      alsoSeats: 'You can answer for another seat too:',
      whichSeat: 'You can answer for several seats. Choose which one this is for.',
      seatName: (number, party) => (party === '' ? `seat ${number}` : `seat ${number}, ${party}`),
      seatButton: (number, party) => `Seat ${number}, ${party}`,
      youCome: number => `You are coming to meeting ${number}`,
      youDoNotCome: number => `You are not coming to meeting ${number}`,
      deputiesAsked: names => `The deputy is asked now: ${names}.`,
      deputiesWait: names => `The deputy is asked and has not answered: ${names}.`,
      deputiesUnreached: names =>
        `The deputy can be reached neither in a chat nor by e-mail: ${names}. Tell the coordinator.`,
      noDeputy: 'There is nobody else to ask for the seat.',
      stillComes: name => `${name} is coming for the seat.`,
      comesAlready: name =>
        `${name} is coming for the seat already, so you are not needed. I will ask you if that changes.`,
      mine: number => `The answers for meeting ${number}`,
      mineNone: 'Not answered yet.',
      deputyAsked: 'Cannot come, and the deputy is asked.',
      someTimes: (n, of) =>
        `You have answered ${n} of ${of} times. Answer the rest as well, so that the seat counts for all of them.`,
      everyone: 'Every seat',
      who: {
        all: n => `Answered every time (${n})`,
        some: n => `Answered some of the times (${n})`,
        none: n => `Not answered (${n})`,
        coming: n => `Coming (${n})`,
        notComing: n => `Not coming (${n})`,
        deputyAsked: n => `Cannot come, the deputy is asked (${n})`,
        silent: n => `Have not said (${n})`,
      },
      by: (name, when) => `Given by ${name}, ${when}.`,
      settled: (number, span) => `Meeting ${number} is settled: ${span}.`,
      movedTo: (number, span) => `Meeting ${number} is moved to ${span}.`,
      cancelled: number => `Meeting ${number} is cancelled.`,
      settledTitle: number => `Meeting ${number} is settled`,
      movedTitle: number => `Meeting ${number} is moved`,
      cancelledTitle: number => `Meeting ${number} is cancelled`,
      invitedTitle: number => `Invitation to meeting ${number}`,
      goesTo: n => `${count(n, 'person is', 'people are')} told now.`,
      nobodyTold: 'Nobody was invited, so nobody is told but by the posting.',
      unfilled: seats => `Nobody to invite for ${seats}. Make a code with “invite”.`,
      byAnswers: 'By the answers to this time:',
    },

    list: {
      title: network => `Meetings in ${network}`,
      empty: 'No meetings are proposed or settled ahead.',
      unbegun: n =>
        n === 1
          ? 'The time has passed for a meeting that was not started:'
          : `The time has passed for ${n} meetings that were not started:`,
      notBegun: 'not started',
      earlierTitle: network => `Earlier meetings in ${network}`,
      noEarlier: 'No meeting has been held or cancelled yet.',
      item: (number, title) => `${number} · ${title}`,
      openTimes: (times, answered, asked) =>
        `${count(times, 'time proposed', 'times proposed')}, ${answered} of ${asked} have answered`,
    },

    found: {
      title: proposed =>
        proposed === 0 ? 'I found no free days' : `I found ${count(proposed, 'day', 'days')} to propose`,
      free: (free, from) => `${count(free, 'day is', 'days are')} free ${from}.`,
      leftOut: 'These days fell out:',
      leftOutDays: days => count(days, 'weekday', 'weekdays'),
      noCounty:
        'School breaks are not counted, as the network has chosen no county. Choose one in the form, or in “rules”.',
      unknownBreaks: years =>
        `The school breaks of ${years} are not known for this county, so some of the days may be off.`,
    },

    series: {
      previewTitle: n => `${count(n, 'meeting', 'meetings')} to create`,
      moved: (planned, why) => `moved from ${planned}: ${why}`,
      leftOut: n => `${count(n, 'date is', 'dates are')} left out:`,
      tooSoon: 'Too near for the notice. Call this one by itself.',
      passed: n =>
        `${count(n, 'date', 'dates')} in the period ${n === 1 ? 'has' : 'have'} passed and ${n === 1 ? 'is' : 'are'} not included.`,
      notSaved: 'Nothing has been created yet.',
      invitations: 'An invitation with a calendar file goes out 30 days before each meeting.',
      agreeing:
        'Sending this covers the invitations too: an invitation to each meeting with its time, place, calendar file and the question of who is coming goes out by itself 30 days before. If you do not send it, none of them goes until someone invites to that meeting alone.',
      created: n => `${count(n, 'meeting is', 'meetings are')} created`,
      title: title => `${title}: the dates ahead`,
    },

    messages: {
      which: (number, network) => `Meeting ${number} in ${network}`,
      proposal: seats => `Which of these times suit? You answer for ${seats}.`,
      invitation: title => `Invitation: ${title}`,
      moved: title => `Moved: ${title}`,
      comeAgain: 'If you have said that you are coming, please say so again for the new time.',
      cancelled: title => `Cancelled: ${title}`,
      cancelledText: span => `The meeting ${span} will not be held.`,
      wishes: 'The answers to the times were wishes, so I ask now.',
      doYouCome: seats => `Are you coming? This is for ${seats}.`,
      deputy: title => `Can you come as deputy? ${title}`,
      deputyText: seat => `The holder of ${seat} cannot come.`,
      released: title => `You are not needed as deputy: ${title}`,
      releasedText: seat => `The holder of ${seat} is coming after all.`,
      answerReminder: title => `When can you meet? ${title}`,
      answerReminderText: (seats, when) => `I lack an answer for ${seats}. Answer by ${when}.`,
      attendReminder: title => `Are you coming? ${title}`,
      attendReminderText: seats => `I do not know whether anyone is coming for ${seats}.`,
      representation: number => `Meeting ${number}: who will be heard?`,
      emptySeat: seat => `Nobody comes for ${seat}`,
      emptySeatText: title => `This is about ${title}. There is nobody else to ask for the seat.`,
      groupNow: {
        ok: (group, coming) =>
          `${group}: ${coming} ${coming === 1 ? 'comes' : 'come'}, so the group is still represented.`,
        weak: (group, coming, fewest) =>
          `${group}: the group is represented only if more come. ${coming} so far, and at least ${fewest} must.`,
        missing: (group, _coming, fewest) =>
          `${group}: the group will not be represented. At least ${fewest} must come.`,
      },
      emptySeatDo:
        'Ask the organisation whether somebody else can come, and give that person a code with “invite”. Failing that, consider moving the meeting.',
      seat: (number, party) => (party === '' ? `seat ${number}` : `seat ${number} (${party})`),
    },

    calendarText: (network, number) =>
      `Meeting ${number} in ${network}. If you have a seat, answer with the buttons in the invitation from Laget.`,
  },
  deeds: {
    'meeting.propose': 'the coordinator and the chair can propose meetings',
    'meeting.answer': 'the holder of a seat, or a deputy, can answer when they can meet',
    'meeting.settle': 'the coordinator and the chair can settle the time of a meeting',
    'meeting.move': 'the coordinator and the chair can move meetings',
    'meeting.cancel': 'the coordinator and the chair can cancel meetings',
    'meeting.attend': 'the holder of a seat, or a deputy, can say whether they come',
  },
  fieldNames: {
    meeting: 'the meeting',
    title: 'the meeting’s name',
    place: 'the place',
    times: 'the times',
    answersBy: 'the answer-by date',
    time: 'the time',
    when: 'the new time',
    reason: 'the reason',
    answer: 'the answer',
    firstDay: 'the first day',
    lastDay: 'the last day',
    minutes: 'the length',
    earliest: 'the start',
    latest: 'the end',
    count: 'the number',
    county: 'the county',
    pattern: 'how often',
    weekday: 'the weekday',
    starts: 'the start',
    t1: 'time 1',
    t2: 'time 2',
    t3: 'time 3',
    t4: 'time 4',
    t5: 'time 5',
    t6: 'time 6',
    t7: 'time 7',
    t8: 'time 8',
    t9: 'time 9',
    t10: 'time 10',
  },
  commands: {
    meeting: {
      example: 'Steering group ; Tuesday week 9 10–11.30 ; 4 March at 9–11 ; place Town hall ; answer by 1 February',
      does: 'proposes times for a meeting; without words comes a form, with a number the meeting is shown',
    },
    meetings: { example: '', does: 'shows the meetings ahead' },
    earlierMeetings: { example: '', does: 'shows meetings that have been held or cancelled' },
    nextMeeting: { example: '', does: 'shows the next meeting' },
    findTime: {
      example: '2 February ; 15 March ; 90 min ; 9–15 ; 3 days',
      does: 'finds days without weekends, public holidays and school breaks; without words comes a form',
    },
    available: { example: '3: 1 yes, 2 if needed, 3 no', does: 'answers when you can meet, for meeting 3' },
    coming: { example: '3', does: 'says that you are coming to meeting 3' },
    notComing: { example: '3', does: 'says that you are not coming to meeting 3; the deputy is asked' },
    settle: { example: '3 2', does: 'settles meeting 3 on time number 2' },
    inviteAll: { example: '3', does: 'invites those who have not been invited to meeting 3' },
    moveMeeting: { example: '3 ; Tuesday 9 March 10–12', does: 'moves meeting 3' },
    cancelMeeting: { example: '3 ; illness', does: 'cancels meeting 3' },
    meetingSeries: {
      example: 'Network meeting ; second Tuesday of every month ; 1 January 2027 ; 31 December 2027 ; 9–11',
      does: 'sets up recurring meetings; without words comes a form',
    },
  },
  refusals: {
    'no-times': () => 'Write at least one time. Nothing has been saved.',
    'too-many-times': ({ count: n, most }) =>
      `There are ${n} times here, and room for ${most}. Pick the best ones. Nothing has been saved.`,
    'bad-times': ({ problems, example: { startsAt, endsAt } }, { span }) =>
      `${timeProblems(problems, badTimes, 'Line')} A line may be like this: ${span(startsAt, endsAt)}. Nothing has been saved.`,
    'answers-by-unread': () => 'I found no date to answer by. Write for instance 1 February. Nothing has been saved.',
    'answers-by-too-late': ({ first }, { when }) =>
      `The answer-by date must be ahead and before the first time to meet, ${when(first)}. Nothing has been saved.`,
    'no-seats': () =>
      'No seat in the network is in its term, so there is nobody to ask. Nothing has been saved. Add seats with “roster”.',
    'search-day-unread': () => 'I found no day here. Choose a date, or write for instance 1 March.',
    'search-backwards': () => 'The last day is before the first.',
    'search-past': () => 'All those days have passed. Choose a later period.',
    'search-long': () => 'I do not search more than a year ahead. Choose a nearer date.',
    'window-short': () => 'The meeting does not fit between the two times. Give it more time, or make it shorter.',
    'no-meeting-seat': () =>
      'Answers are counted for seats, and you have none in this network. You will see here when the meeting is. If that is wrong, ask the coordinator for a code.',
    'meeting-observer': () =>
      'You are an observer and will be invited, but answers are counted for seats. Nothing has been registered, and you are welcome.',
    'seat-not-invited': () =>
      'Your seat was not among those asked when the meeting was proposed. Nothing has been registered. Ask the coordinator.',
    'which-meeting-seat': () => 'You can answer for several seats. Nothing has been registered yet. Choose which one.',
    'no-meeting': () => 'I cannot find that meeting. Write “meetings” to see those there are.',
    'already-settled': ({ number, at, doer }, { when }) =>
      doer?.isSelf
        ? `You have already settled meeting ${number}: ${when(at)}. Nothing has been changed now.`
        : `Meeting ${number} is settled already${doer?.name ? `, by ${doer.name}` : ''}: ${when(at)}. What you did now was not registered.`,
    'meeting-cancelled': ({ number, doer }) =>
      doer?.isSelf
        ? `You have already cancelled meeting ${number}. Nothing has been changed now.`
        : `Meeting ${number} is cancelled${doer?.name ? `, by ${doer.name}` : ''}. Nothing has been registered.`,
    'meeting-begun': ({ number }) => `Meeting ${number} has begun or is over. Nothing has been registered.`,
    'not-settled': ({ number }) => `Meeting ${number} has no settled time yet. Nothing has been changed.`,
    'no-answer': () => 'You have answered none of the times. Nothing has been registered.',
    'answers-unread': () =>
      'I did not understand the answer. Write for instance available 3: 1 yes, 2 if needed, 3 no. If every time suits, write available 3: all. Nothing has been registered.',
    'unknown-time': () =>
      'That time is not among those proposed. Nothing has been changed. Look at the card and choose again.',
    'time-passed': () => 'That time has passed. Nothing has been changed. Choose another, or propose the meeting anew.',
    'notice-short': ({ days, rule }) =>
      `The meeting is ${count(days, 'day', 'days')} away, and the network’s rule is at least ${rule}. Write why. Nothing has been changed yet.`,
    'all-invited': ({ number }) =>
      `Everyone who is to come to meeting ${number} has been invited. Nothing has been sent.`,
    'bad-new-time': ({ why, example: { startsAt, endsAt } }, { span }) =>
      `I cannot use the new time: ${badTimes[why]}. Write for instance: ${span(startsAt, endsAt)}. Nothing has been changed.`,
    'not-moved': () => 'That is the time and place the meeting has already. Nothing has been changed.',
    'series-day-unread': () => 'I found no day here. Choose a date, or write for instance 1 January 2027.',
    'series-backwards': () => 'The last day is before the first. Nothing has been saved.',
    'series-long': () =>
      'Recurring meetings are set up for a year at most. Nothing has been saved. Choose a nearer date.',
    'series-empty': () =>
      'None of the days in the period is free and far enough ahead. Nothing has been saved. Choose another period or another weekday.',
    'series-changed': () =>
      'The dates or the times of day may not be those you saw. Nothing has been created. Look them over and choose again.',
    'which-meeting': ({ numbers }) =>
      `I do not know which meeting you mean (${numbers.join(', ')}). Write the number too.`,
  },
};
