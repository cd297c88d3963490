import { countIn } from './count.ts';
import { formatDay } from './format-day.ts';
import { formatMonth, formatWeek, formatWeekday } from './format-span.ts';
import type { YearTexts } from './nb-year.ts';
import { twoDigits, type UnreadTexts, unreadSentence } from './unread-date.ts';

const count = countIn('en');

const weekdays: YearTexts['say']['weekdays'] = {
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
};

const unread: UnreadTexts = {
  'no-moment': () => 'I found no date in what you wrote. Write, for example, 1 February 2027.',
  'no-day': () => 'I found no day in what you wrote. Write, for example, 1 February 2027.',
  'no-such-day': ({ day, month }) =>
    month !== undefined && month >= 1 && month <= 12
      ? `There is no ${day} ${formatMonth(month, 'en')}. Check the date.`
      : 'There is no such day. Check the date.',
  'no-such-week': ({ week, year }) => `There is no week ${week} in ${year}. Check the week.`,
  'weekday-differs': ({ on, weekday }) =>
    `You wrote ${weekdays[weekday]}, but the day is ${formatWeekday(on, 'en')}. Correct what is wrong.`,
  'week-differs': ({ on, week }) =>
    `You wrote week ${week}, but ${formatDay(on, 'en')} is in ${formatWeek(on, 'en')}. Correct what is wrong.`,
  'several-days': () => 'You wrote several days. Write one.',
  'several-times': () => 'You wrote several times of day. Write one.',
  'no-such-clock': ({ hour, minute }) => `There is no ${hour}:${twoDigits(minute)} on the clock. Check the time.`,
  'ends-before-start': ({ from, to }) => `The end, ${to}, is not after the start, ${from}. Check the times.`,
  'words-left': ({ words }) => `This I did not understand: ${words}. Write the date alone.`,
  'no-one-day': () => 'One certain day is needed here. Write, for example, 1 February 2027.',
  'no-clock-here': () => 'Only the day counts here. Take out the time.',
};

export const enYear: YearTexts = {
  say: {
    reminders: times => `Reminders go on ${times} to those who have not answered.`,
    noReminders: {
      'no-deadline':
        'No reminder goes by itself, since there is no deadline for the answers. Tell those who do not answer yourself.',
      'no-days':
        'No reminder goes by itself, since the network’s rules have no days for reminders. Write “rules” to change them.',
      'too-near': 'The deadline is too near for a reminder to go by itself. Tell those who do not answer yourself.',
    },

    weekdays,
    holidays: {
      newYearsDay: 'New Year’s Day',
      maundyThursday: 'Maundy Thursday',
      goodFriday: 'Good Friday',
      easterSunday: 'Easter Sunday',
      easterMonday: 'Easter Monday',
      labourDay: 'Labour Day',
      constitutionDay: 'Constitution Day',
      ascensionDay: 'Ascension Day',
      whitSunday: 'Whit Sunday',
      whitMonday: 'Whit Monday',
      christmasDay: 'Christmas Day',
      boxingDay: 'Boxing Day',
    },
    eves: { christmasEve: 'Christmas Eve', newYearsEve: 'New Year’s Eve' },
    flagDays: { samiNationalDay: 'Sámi National Day' },
    schoolBreaks: {
      autumn: 'autumn break',
      christmas: 'Christmas break',
      winter: 'winter break',
      easter: 'Easter break',
      summer: 'summer break',
      planning: 'school planning day',
    },
    inCounty: (what, county) => `${what} in ${county}`,
    weekend: 'weekend',
    july: 'July',
    bridge: 'a lone working day between days off',

    reading: what => `I read: ${what}`,
    dayAndWeek: (day, week) => `${day}, ${week}`,
    weekAndDays: (week, days) => `${week}, ${days}`,
    daysBefore: n => `${count(n, 'day', 'days')} before`,

    title: (year, name) => `Annual cycle ${year} of ${name}`,
    numbered: (title, number) => `${title} (milestone ${number})`,
    nothing: 'There are no milestones for this year yet.',
    showOne: 'Write “milestone” and the number to see or change one of them.',
    noCounty: 'School breaks are shown once the network has chosen a county in its rules.',
    unknownBreaks: (county, schoolYears) =>
      `No school year is entered for ${county}, ${schoolYears}. Look for yourself before you choose days there.`,

    buttons: {
      add: 'New milestone',
      copyTo: year => `Copy to ${year}`,
      standard: 'Suggest a usual year',
      year: year => `Annual cycle ${year}`,
      change: 'Change',
      remove: 'Remove',
      changeRules: 'Change the rules',
      changeGroups: 'Change who must come',
    },

    milestone: {
      name: number => `Milestone ${number}`,
      added: number => `Milestone ${number} is added`,
      changed: number => `Milestone ${number} is changed`,
      removed: number => `Milestone ${number} is removed`,
      removedText: 'The channels get no more postings of it, and what is posted already says that it is removed.',
      isRemoved: 'Removed from the annual cycle',
      reminders: times => `The channels get a posting on ${times}.`,
      noReminders: 'The channels get no more postings of it.',
      dayOff: what => `The day is no ordinary working day: ${what}.`,
    },

    proposed: {
      copy: year => `The milestones of ${year - 1}, on the same dates in ${year}.`,
      standard:
        'The dates are suggestions after what some counties have used. They are no law: change them to your own.',
      one: (day, title) => `${day}: ${title}`,
      moved: (day, planned, title) => `${day}, not ${planned}: ${title}`,
      movedText: 'A date that is no working day is moved to the working day before.',
      added: (n, year) => `${count(n, 'milestone', 'milestones')} added to ${year}`,
    },

    steps: {
      report: 'Deadline for the report on last year’s funds',
      needsReport: 'Deadline for reporting needs',
      recommendation: 'Recommendation of the cooperation forum',
      decision: 'Letters of decision and payment',
      needsOpen: 'Reporting of needs opens',
    },

    rules: {
      title: name => `Rules of ${name}`,
      schoolBreaks: 'School breaks',
      kept: county => `${county}; kept free of reminders and meetings`,
      used: county => `${county}; shown, but used for reminders and meetings`,
      noCounty: 'no county is chosen',
      reminders: 'Reminders',
      remindersValue: (days, clock) => `${days} days before, at ${clock}`,
      quiet: 'Quiet',
      quietValue: (from, to) => `no reminders are sent from ${from} to ${to}`,
      neverQuiet: 'no quiet hours',
      clock: time => time,
      numbers: {
        mostReminders: 'Reminders of one matter',
        noticeDays: 'Notice of meeting',
        papersDays: 'Papers',
        minutesDays: 'Minutes',
        commentDays: 'Comments on the minutes',
        roundOverDays: 'Round that is not closed',
        fewestShown: 'Smallest number shown',
      },
      numberValues: {
        mostReminders: n => `at most ${n} to one person`,
        noticeDays: n => `at least ${count(n, 'day', 'days')} before the meeting`,
        papersDays: n => `at least ${count(n, 'day', 'days')} before the meeting`,
        minutesDays: n => `within ${count(n, 'day', 'days')} after the meeting`,
        commentDays: n => count(n, 'day', 'days'),
        roundOverDays: n => `whoever opened it is asked ${count(n, 'day', 'days')} after the deadline`,
        fewestShown: n =>
          n === 1
            ? 'every number is shown'
            : `themes and target groups that fewer than ${n} have reported get no number`,
      },
      groups: 'Must come',
      group: (names, n, isSeveral) =>
        n === 0 ? `none from ${names}` : `at least ${n} from ${isSeveral ? 'each of ' : ''}${names}`,
      noGroups: 'there are no seats yet',
      text: 'The rules are the network’s own agreement, no law. A change counts for what is planned from now on.',
      changed: 'The rules are changed',
    },

    forms: {
      milestone: {
        title: 'New milestone',
        submit: 'Add',
        changeTitle: 'Change the milestone',
        change: 'Save',
        name: 'Title',
        nameHint: 'For example: Deadline for reporting needs.',
        on: 'Date',
        leadDays: 'How many days before do the channels get a posting?',
        leadDaysHint: 'For example 30, 7. Write 0 for none.',
        note: 'Note',
      },
      remove: {
        title: 'Remove the milestone',
        submit: 'Remove',
        warning: 'The channels get no more postings of it.',
      },
      propose: { title: year => `Suggestions for ${year}`, submit: 'Add', which: 'Which ones?' },
      rules: {
        title: 'The network’s rules',
        submit: 'Save',
        county: 'County, for school breaks',
        noCounty: 'Not chosen',
        breaks: 'School breaks',
        breaksChoices: { kept: 'Are kept free of reminders and meetings', used: 'Are used as other days' },
        leadDays: 'How many days before a deadline are reminders sent?',
        leadDaysHint: 'For example 14, 7, 1. Write 0 for none.',
        remindedAt: 'Time of day for reminders',
        quietFrom: 'Quiet hours from',
        quietTo: 'Quiet hours until',
        quietHint: 'No reminders are sent in quiet hours. If both times are the same, there are none.',
        numbers: {
          mostReminders: 'How many reminders may one person get of one matter?',
          noticeDays: 'How many days before the meeting must the notice be sent?',
          papersDays: 'How many days before the meeting must the papers be sent?',
          minutesDays: 'How many days after the meeting must the minutes be sent?',
          commentDays: 'How many days are there to comment on the minutes?',
          roundOverDays: 'How many days after the deadline is whoever opened a round asked whether it can be closed?',
          fewestShown: 'How many must have reported a theme before its number is shown?',
        },
      },
      groups: {
        title: 'Who must come?',
        submit: 'Save',
        intro: 'How many of each group must come for it to be heard? The meeting warns when a group is missing.',
      },
    },
  },
  deeds: {
    'year.change': 'the coordinator and the chair can change the annual cycle',
    'rules.change': 'the coordinator and the chair can change the network’s rules',
  },
  fieldNames: {
    title: 'the title',
    on: 'the date',
    leadDays: 'the days before',
    note: 'the note',
    year: 'the year',
    which: 'the choice',
    source: 'the source',
    milestone: 'the milestone',
    closes: 'the deadline',
    county: 'the county',
    breaks: 'the school breaks',
    remindedAt: 'the time for reminders',
    quietFrom: 'when quiet hours begin',
    quietTo: 'when quiet hours end',
    mostReminders: 'the number of reminders',
    noticeDays: 'the days of notice',
    papersDays: 'the days for papers',
    minutesDays: 'the days for minutes',
    commentDays: 'the days for comments',
    roundOverDays: 'the days until a round is closed',
    fewestShown: 'the smallest number shown',
    publicOwner: 'the number for public owners',
    privateOwner: 'the number for private owners',
    higherEducation: 'the number for higher education',
    municipalAssociation: 'the number for KS',
    privateKindergartenAssociation: 'the number for PBL',
    teachersOrganisation: 'the number for teachers’ organisations',
    epsNorth: 'the number for EPS north',
    epsSouth: 'the number for EPS south',
    statped: 'the number for Statped',
    countyGovernor: 'the number for the county governor',
    other: 'the number for others',
  },
  commands: {
    year: { example: '2027', does: 'shows the annual cycle: milestones, public holidays and school breaks' },
    copyYear: { example: '2028', does: 'suggests the milestones again for another year' },
    milestone: {
      example: 'Deadline for reporting needs ; 1 February 2027 ; 30, 7 days before',
      does: 'adds a milestone; with a number, shows it',
    },
    rules: { example: '', does: 'shows the network’s rules for deadlines, reminders and meetings' },
    usualYear: { example: '2028', does: 'suggests the deadlines of a usual year' },
    changeMilestone: { example: '3', does: 'changes a milestone' },
    removeMilestone: { example: '3', does: 'removes a milestone' },
    changeRules: { example: '', does: 'opens the form for the rules' },
    changeGroups: { example: '', does: 'how many must come from each group' },
  },
  refusals: {
    'no-milestone': () => 'I cannot find that milestone. Write “annual cycle” to see those there are.',
    'milestone-far': ({ first, last }) =>
      `The annual cycle can have dates from ${first} to ${last}. Nothing has been saved. Choose a date in those years.`,
    'bad-lead-days': () =>
      'These are not days I can read. Write up to six numbers from 1 to 365, for example 30, 7. Nothing has been saved.',
    'year-full': ({ year, most }) =>
      `There is room for no more than ${most} milestones in ${year}. Nothing has been saved. Remove some first.`,
    'nothing-to-propose': ({ year, source }) =>
      source === 'standard'
        ? `All that belongs to a usual year is added to ${year} already. Nothing has been changed.`
        : `There is nothing to copy to ${year}: the year before has no milestones, or they are added already. Nothing has been changed.`,
    'unread-date': ({ why }) => `${unreadSentence(unread, why)} Nothing has been saved.`,
    'no-such-county': () => 'There is no such county. Choose one from the list. Nothing has been saved.',
    'not-in-range': ({ least, most }) => `Write a whole number from ${least} to ${most}. Nothing has been saved.`,
    'reminded-in-quiet': ({ from, to }) =>
      `This is within the quiet hours, from ${from} to ${to}. Choose another time. Nothing has been saved.`,
  },
};
