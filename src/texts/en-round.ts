import { countIn } from './count.ts';
import type { RoundTexts } from './nb-round.ts';

const count = countIn('en');

export const enRound: RoundTexts = {
  say: {
    title: (number, state) => `Round ${number} · ${state}`,
    states: { coming: 'opens later', open: 'open', over: 'past its deadline', closed: 'closed' },
    asks: {
      input: (scheme, year) => `Quick input to ${scheme} ${year}`,
      need: (scheme, year) => `Needs report to ${scheme} ${year}`,
    },
    forms: { input: 'Quick input: six fields, two minutes', need: 'Needs report: every field, over several pages' },
    timing: {
      coming: (opens, closes) => `Opens ${opens}. The deadline is ${closes}.`,
      open: closes => `The deadline is ${closes}.`,
      over: closed => `The deadline passed ${closed}.`,
      closed: closed => `Closed ${closed}.`,
    },
    answeredOf: (answered, invited) => `${answered} of ${invited} have answered.`,
    coverage: {
      answered: 'Have answered',
      draft: 'Have begun',
      returned: 'Must correct what they sent',
      missing: 'Have not begun',
      unreachable: 'Cannot be reached here',
    },
    of: (n, all, share) => `${n} of ${all} (${share})`,
    allInvited: 'All who are invited',
    byCounty: 'Have answered, by county',
    byOwnerType: 'Have answered, by type of owner',
    noCounty: 'Named',
    ownerTypes: {
      municipality: n => count(n, 'municipality', 'municipalities'),
      countyMunicipality: n => count(n, 'county municipality', 'county municipalities'),
      privateKindergarten: n => count(n, 'owner of private kindergartens', 'owners of private kindergartens'),
      privateSchool: n => count(n, 'independent school', 'independent schools'),
    },
    otherOwners: n => count(n, 'other owner', 'other owners'),

    buttons: {
      start: 'Report needs',
      missing: 'Who is missing',
      extend: 'Extend',
      close: 'Close',
      remind: 'Remind now',
      open: 'Open the round',
      show: number => `Show round ${number}`,
      create: 'New round',
    },

    form: {
      title: 'New round',
      submit: 'Look it over',
      scheme: 'Scheme',
      year: 'The year the grant is for',
      form: 'What are they asked for?',
      invited: 'Who is invited?',
      invitedHint:
        'One a line. A county is all its municipalities and the county municipality. Else a municipality, its number, a party of the network, private: NAME or independent school: NAME.',
      opensOn: 'Opens',
      opensHint: 'Empty: as soon as you open it.',
      closesOn: 'Deadline',
      closesHint: 'It is open until 23:59:59 that day.',
    },
    extend: { title: 'Extend the round', submit: 'Extend', closesOn: 'New deadline' },
    close: {
      title: 'Close the round',
      submit: 'Close now',
      warning: 'After this nobody can report, not even late, and nobody is reminded of it. It cannot be undone.',
    },

    preview: {
      title: 'What the round will be',
      notYet: 'Nothing has been posted yet. Look it over, and open it when all is right.',
      scheme: 'Scheme',
      form: 'Form',
      opens: 'Opens',
      opensNow: 'when you open it',
      closes: 'Deadline',
      invited: 'Invited',
      invitedOf: (n, kinds) => `${n}: ${kinds}`,
      reach: (n, all, people) => `${n} of ${all} have people here who can be reached: ${people}.`,
      people: (n, ways) => `${count(n, 'person', 'people')} (${ways})`,
      reachNobody: 'None of them have people here who can be reached.',
      unreached: (n, names) => `${n} cannot be reached, and get no reminder: ${names}.`,
      andMore: (names, n) => `${names} and ${n} more`,
      toldNow: (n, isShown) =>
        `${count(n, 'person reads', 'people read')} in no channel and will be invited one by one. ${isShown ? 'You see the invitation before it is sent.' : 'It is sent when you open.'}`,
      toldLater: (when, n) =>
        `The posting comes anew in the channels ${when}, when it takes answers.${n > 0 ? ` Then ${count(n, 'person who reads in none gets', 'people who read in none get')} the invitation.` : ''}`,
      postedIn: n => `This is posted in ${count(n, 'channel', 'channels')}:`,
    },
    made: number => `Round ${number} is ready`,
    openedLater: when => `It says so again ${when}, when it takes answers.`,
    opened: number => `Round ${number} is open`,
    openedText: (channels, closes) =>
      `It is posted in ${count(channels, 'channel', 'channels')}. The deadline is ${closes}.`,
    extended: (number, closes) => `Round ${number} has been extended to ${closes}`,
    closed: number => `Round ${number} is closed`,
    closedText: 'Nobody is reminded of it any more, and the postings show how it went.',

    missingTitle: n => `${n} have not answered`,
    missingNone: 'Everyone invited has answered',
    missingPart: (from, to, n) => `Number ${from} to ${to} of ${n}.`,
    countyTitle: (county, n) => `${county}: ${n}`,
    nobodyHere: 'nobody here can be reached',
    lacks: {
      begun: 'not begun',
      draft: day => `a draft of ${day}`,
      returned: when => `returned, to be corrected by ${when}`,
    },
    reminded: n => (n === 1 ? '1 person is reminded of it' : `${n} people are reminded of it`),
    remindedText: 'Only people of those who have not answered get the reminder.',
    unreachable: n => `${n} of those invited cannot be reached here. Add people of theirs with “roster”, or ring them.`,

    which: (number, network) => `Round ${number} in ${network}`,
    invitation: {
      text: party => `${party} is invited to answer.`,
      how: {
        input: 'There are six fields, and it takes two minutes.',
        need: 'You can save as you go. Everyone who answers for you shares the draft.',
      },
    },
    over: {
      title: what => `Not closed: ${what}`,
      text: 'Close the round when everything is in, or extend the deadline. It does not close by itself.',
    },
    invitedWaits: (n, command) =>
      `The invitation to ${count(n, 'person', 'people')} outside the channels has not been sent. See it with “${command}”.`,
    reminder: {
      title: what => `Reminder: ${what}`,
      text: closes => `The deadline is ${closes}.`,
      lacks: {
        begun: party => `${party} has not begun.`,
        draft: (party, day) => `${party} has a draft of ${day} that has not been sent.`,
        returned: (party, when) => `${party} has had theirs returned and must correct it by ${when}.`,
      },
      more: n => `The same goes for ${n} more.`,
    },

    rounds: { title: network => `Rounds in ${network}`, empty: 'There are no rounds yet.' },
    item: (number, what) => `${number}: ${what}`,
  },
  commands: {
    round: {
      example: 'collective 2027 ; Troms ; private: NAME ; deadline 1 February ; input',
      does: 'shows a new round before it is opened; with a number shows that one; alone opens a form',
    },
    rounds: { example: '', does: 'shows the rounds' },
    roundMissing: { example: '1', does: 'shows who has not answered the round' },
    remindRound: { example: '1', does: 'reminds those who have not answered the round' },
    extendRound: { example: '1 15 February', does: 'moves the deadline' },
    closeRound: { example: '1', does: 'closes the round' },
  },
  deeds: {
    'round.open': 'the coordinator can open a round',
    'round.close': 'the coordinator and the chair can close a round',
    'round.extend': 'the coordinator and the chair can move the deadline of a round',
    'round.remind': 'the coordinator and the chair can remind people of a round',
    'round.missing': 'the coordinator and the chair can see who is missing in a round',
    'need.write': 'someone with a seat for those invited, or a deputy, can report needs',
    'need.handle': 'the coordinator and the chair can handle what has been reported',
  },
  fieldNames: {
    scheme: 'the scheme',
    year: 'the year',
    invited: 'who is invited',
    opensOn: 'the day it opens',
    form: 'the form',
    round: 'the round',
  },
  refusals: {
    'no-round': () => 'I cannot find that round. Nothing has changed. Write “rounds” to see those there are.',
    'no-rounds': () => 'The network has no round yet. Nothing has changed. The coordinator opens one with “round”.',
    'which-round': ({ numbers }) =>
      `There are several rounds (${numbers.join(', ')}). Nothing has changed. Write the number too.`,
    'round-closed': ({ number, at }, { when }) => `Round ${number} was closed ${when(at)}. Nothing has changed.`,
    'round-not-open': ({ number }) => `Round ${number} is not open now. Nobody has been reminded of it.`,
    'round-all-answered': () => 'Everyone has answered. There is nobody to remind.',
    'unknown-scheme': () => 'I do not know that scheme. Nothing has been saved. Choose one from the list in the form.',
    'scheme-closed': ({ year, instead }) =>
      instead
        ? `That scheme is not open in ${year}. It has been replaced by ${instead.names.en}. Nothing has been saved. Choose that one instead.`
        : `That scheme is not open in ${year}. Nothing has been saved. Choose another scheme or another year.`,
    'round-year': ({ first, last }) => `Choose a year from ${first} to ${last}. Nothing has been saved.`,
    'unknown-place': ({ line, words }) =>
      `I did not understand line ${line}: ${words}. Write a county, a municipality, its number, a party of the network, or private: and a name. Nothing has been saved.`,
    'too-many-invited': ({ most }) =>
      `There is room for ${most} invited. Nothing has been saved. Split the round in two.`,
    'nobody-invited': () => 'Nobody is invited. Nothing has been saved. Write one a line, for example a county.',
    'round-opens-past': () => 'That day has passed. Nothing has been saved. Leave the field empty to open it now.',
    'round-opens-late': () => 'The round must open before its deadline. Nothing has been saved. Choose an earlier day.',
    'round-draft-gone': () => 'It is too long since the round was shown. Nothing has been opened. Start again.',
    'round-draft-late': () =>
      'The deadline has passed since the round was shown. Nothing has been opened. Start again with a new deadline.',
  },
};
