/** British English. */
import { countIn } from './count.ts';
import { enAgenda } from './en-agenda.ts';
import { enDelivery } from './en-delivery.ts';
import { enMeeting } from './en-meeting.ts';
import { enNeed } from './en-need.ts';
import { enNeedFiles } from './en-need-files.ts';
import { enNeedImport } from './en-need-import.ts';
import { enRanked } from './en-ranked.ts';
import { enRanking } from './en-ranking.ts';
import { enRound } from './en-round.ts';
import { enSet } from './en-set.ts';
import { enTerms } from './en-terms.ts';
import { enTotals } from './en-totals.ts';
import { enYear } from './en-year.ts';
import type { Texts } from './nb.ts';
import { sentenceCase } from './sentence-case.ts';

const count = countIn('en');

const deeds: Texts['deeds'] = {
  ...enDelivery.deeds,
  ...enYear.deeds,
  ...enMeeting.deeds,
  ...enAgenda.deeds,
  ...enRound.deeds,
  ...enRanking.deeds,
  'channel.link': 'the coordinator can link channels',
  'seat.invite': 'the coordinator can invite people to seats',
  'member.invite': 'the coordinator can make codes for others',
  'roster.apply': 'the coordinator can change the list of members',
  'poll.answer-opinion': 'members can answer',
  'poll.answer-formal': 'the holder of a seat, or a deputy, can vote',
  'poll.open': 'the coordinator and the chair can open polls',
  'poll.close': 'the coordinator and the chair can close polls',
  'poll.extend': 'the coordinator and the chair can move the deadline',
  'poll.remind': 'the coordinator and the chair can send reminders',
  'poll.missing': 'the coordinator and the chair can see who is missing',
  'poll.export': 'the coordinator and the chair can export the result',
  'poll.post-again': 'the coordinator and the chair can post a closed poll again',
};

const problems: Texts['forms']['problems'] = {
  required: () => 'Fill in this field.',
  'too-short': ({ min }) =>
    min ? `The text is too short. Write at least ${min} characters.` : 'The text is too short.',
  'too-long': ({ max }) =>
    max ? `The text is too long. There is room for ${max} characters.` : 'The text is too long.',
  'national-id': () =>
    'This holds a Norwegian national identity number or D number, which cannot be stored here. Take it out; the rest of the form is kept.',
  'too-few': () => 'Write at least two options, one on each line.',
  'too-many': ({ max }) => `There are too many options. There is room for ${max ?? 10}.`,
  repeated: () => 'Two options are the same. Make them different.',
  'not-a-number': () => 'Write the amount in figures, such as 250 000.',
  negative: () => 'The amount cannot be negative.',
  'not-whole': () => 'Write whole kroner, without decimals.',
  'too-much': () => 'The amount is too large. Check the figures.',
  'no-count': () => 'Write a number, for example 40.',
  'no-month': () => 'Choose the month from the list, or write it like this: 2027-08.',
  'no-date': () => 'Write the date like this: 2027-02-08.',
  'no-year-line': () => 'Write the year, a colon and the amounts, for example 2027: 200 000 ; 150 000 ; 0.',
  invalid: () => 'This could not be read. Check what you have written.',
};

const fieldNames: Texts['fieldNames'] = {
  ...enNeed.fieldNames,
  ...enNeedImport.fieldNames,
  ...enSet.fieldNames,
  ...enDelivery.fieldNames,
  ...enYear.fieldNames,
  ...enMeeting.fieldNames,
  ...enAgenda.fieldNames,
  ...enRound.fieldNames,
  ...enTotals.fieldNames,
  ...enTerms.fieldNames,
  ...enRanking.fieldNames,
  question: 'the question',
  options: 'the options',
  closesOn: 'the deadline',
  from: 'the seat number',
  closesTime: 'the time',
  name: 'the name',
  code: 'the code',
  csv: 'the list',
  member: 'the name',
  words: 'the answer',
  seat: 'the seat',
  kind: 'the kind',
  choice: 'how many may be chosen',
  secrecy: 'open or secret',
  first: 'the first priority',
  second: 'the second priority',
  third: 'the third priority',
  reveal: 'when the answers are shown',
  poll: 'the poll',
  as: 'the role',
  language: 'the language',
  secondLanguage: 'the second language',
  draft: 'the key',
  topic: 'the topic',
  typed: 'the text',
};

const fieldName = (field: string) => fieldNames[field] ?? field;

export const en: Texts = {
  languageName: 'English',

  languages: { nb: 'Norwegian Bokmål', nn: 'Norwegian Nynorsk', se: 'Northern Sámi', en: 'English' },

  networkKinds: {
    cooperationForum: 'Cooperation forum',
    epsLeaderNetwork: 'EPS leaders’ network',
    competenceNetwork: 'Competence network',
    steeringGroup: 'Steering group',
    workingGroup: 'Working group',
    referenceGroup: 'Reference group',
  },

  seatGroups: {
    publicOwner: 'public owner',
    privateOwner: 'private owner',
    higherEducation: 'higher education',
    municipalAssociation: 'KS',
    privateKindergartenAssociation: 'PBL',
    teachersOrganisation: 'teachers’ organisation',
    epsNorth: 'EPS north',
    epsSouth: 'EPS south',
    statped: 'Statped',
    countyGovernor: 'county governor',
    other: 'other',
  },

  roles: {
    coordinator: 'coordinator',
    chair: 'chair',
    holder: 'seat holder',
    deputy: 'deputy',
    observer: 'observer',
    member: 'member',
  },

  deeds,

  buttons: {
    more: 'Show more',
    startNetwork: 'Start a network',
    haveCode: 'I have a code',
    help: 'Help',
    addRoster: 'Add members',
    linkChannel: 'Link a channel',
    newPoll: 'New poll',
    openForm: 'Open the form',
    polls: 'Polls',
    members: 'Members',
    language: 'Language',
    answer: 'Answer …',
    mine: 'My answer',
    close: 'Close now',
    extend: 'Move the deadline',
    remind: 'Send reminders',
    missing: 'Who is missing?',
    export: 'Get as CSV',
    download: 'Download',
    saveRoster: 'Save the changes',
    showPoll: 'Show poll',
  },

  fieldNames,
  delivery: enDelivery.say,
  year: enYear.say,
  meeting: enMeeting.say,
  agenda: enAgenda.say,
  need: enNeed.say,
  needImport: enNeedImport.say,
  set: enSet.say,
  needFiles: enNeedFiles.say,
  round: enRound.say,
  ranking: enRanking.say,
  ranked: enRanked,
  totals: enTotals.say,
  terms: enTerms.say,

  forms: {
    cancel: 'Cancel',
    whenMissing: 'Fill in this field.',
    problems,
    network: {
      title: 'Start a network',
      submit: 'Start',
      name: 'Name of the network',
      nameHint: 'For example “EPS leaders’ network north”.',
      kind: 'Kind',
      language: 'Language',
      secondLanguage: 'Second language',
      secondHint: 'Postings are shown in both languages, one under the other.',
      none: 'None',
    },
    code: { title: 'Use a code', submit: 'Use the code', code: 'Code', codeHint: 'For example K7FM-2QXD.' },
    roster: {
      title: 'Add members',
      submit: 'See what would change',
      csv: 'List of members (CSV)',
      csvHint: 'Paste the list with its heading line. Nothing is saved until you have seen what would change.',
      example: 'The list may begin like this:',
      exampleLines:
        'seat;party;group;voting;from;to;holder;e-mail;deputy;deputy e-mail\n1;Example municipality;public owner;yes;2026-01-01;2029-12-31;Name Nameson;name@example.org;;',
    },
    poll: {
      title: 'New poll',
      submit: 'Open',
      kind: 'Who is to answer?',
      kinds: { opinion: 'All members (opinion poll)', formal: 'Seats with a vote (formal poll)' },
      question: 'Question',
      options: 'Options',
      optionsHint: 'One on each line, from two to ten. Up to forty when they are to be ranked.',
      optionsValue: 'Yes\nNo',
      choice: 'How many may be chosen?',
      choices: { one: 'One', several: 'Several', ranked: 'Up to three, in order of priority' },
      secrecy: 'Open or secret?',
      secrecies: {
        open: 'Open: the coordinator and the chair see who answered what',
        secret: 'Secret: nobody can see who answered what',
      },
      reveal: 'When are the answers shown?',
      reveals: { always: 'All the time', whenClosed: 'Only when the poll has closed' },
      closesOn: 'Deadline, date',
      closesTime: 'Deadline, time',
      closesHint: 'Without a time, the whole day counts.',
    },
    extend: {
      title: 'Move the deadline',
      submit: 'Move',
      closesOn: 'New deadline, date',
      closesTime: 'New deadline, time',
    },
    close: {
      title: 'Close the poll',
      submit: 'Close now',
      warning:
        'Once the poll is closed nobody can answer, and it cannot be opened again. The result is shown in every channel.',
    },
    answer: { title: 'Answer', submit: 'Send answer', one: 'Choose one', several: 'Choose one or more' },
  },

  introduction: {
    title: 'Hello, I am Laget',
    text: 'I hold networks together across organisations: polls that are counted once for each seat, here and in the network’s other channels.',
    next: 'Start a network here, or link this channel to an existing one with the code you have from the coordinator.',
  },

  network: {
    started: name => `The network ${name} has started`,
    startedText: 'You are its coordinator. The next thing is to add those who take part.',
    title: name => name,
    kind: 'Kind',
    language: 'Language',
    seats: 'Seats',
    seatsValue: (all, voting) => `${all}, ${voting} with a vote`,
    members: 'Members',
    membersValue: (all, joined) => `${all}, ${joined} joined here`,
    channels: 'Channels',
    lostChannel: label => `${label} (I have been removed from it)`,
    openPolls: 'Open polls',
    none: 'none',
    noNetwork: 'This channel does not belong to a network yet.',
  },

  members: {
    title: name => `Members of ${name}`,
    seat: (number, party) => `${number} · ${party}`,
    vacant: 'vacant',
    deputy: names => `deputy: ${names}`,
    notVoting: 'without a vote',
    notJoined: name => `${name} (has not joined)`,
    others: 'Without a seat',
    empty: 'There are no seats yet. The coordinator can paste a list.',
    outOfTerm: 'outside its term',
  },

  codes: {
    channelTitle: 'Code for linking a channel',
    channelText: code => `Add me to the other channel, in Teams or Slack, and write there: link ${code}`,
    deputyTitle: (number, party) => `Code for a deputy of seat ${number}, ${party}`,
    seatTitle: (number, party) => `Code for seat ${number}, ${party}`,
    seatText: code => `Send the code to the person it is for. They write to me: link ${code}`,
    memberTitle: name => `Code for ${name}`,
    memberText: code =>
      `Write this to me from the other account, and both accounts become the same member: link ${code}`,
    once: until => `The code works once, until ${until}.`,
    channelLinked: name => `The channel is linked to ${name}`,
    channelLinkedText: 'Postings from the network will come here too.',
    seatTaken: (number, party) => `You have seat ${number} for ${party}`,
    seatTakenText: name => `What you answer in ${name} counts for this seat.`,
    deputyTaken: (number, party) => `You are a deputy for seat ${number}, ${party}`,
    deputyTakenText: name =>
      `What you answer in ${name} counts for the seat. The seat has one ballot; the last valid one counts.`,
    accountLinked: name => `The account is linked to ${name}`,
    accountLinkedText: 'You are the same member from both accounts, and your answer counts once.',
  },

  language: {
    title: 'Which language shall I use with you?',
    chosen: 'I will write English to you from now on.',
    posting: 'Postings in the channel follow the language of the channel.',
  },

  roster: {
    previewTitle: 'This would change',
    nothing: 'The list is the same as what is saved. Nothing would change.',
    untouched: n => `${count(n, 'seat is', 'seats are')} not in the list and will stay as before.`,
    notSaved: 'Nothing has been saved yet.',
    badTitle: n => `${count(n, 'line needs', 'lines need')} correcting`,
    badText: 'Nothing has been saved. Correct the lines and paste the whole list again.',
    more: n => `… and ${n} more`,
    applied: n => `${count(n, 'change has', 'changes have')} been saved`,
    invite: 'Make a code for each seat with “invite” and the number of the seat, for example: invite 1',
  },

  poll: {
    title: (number, kind, state) => `${kind} ${number} · ${state}`,
    kinds: { opinion: 'Opinion poll', formal: 'Formal poll' },
    states: { open: 'open', due: 'the deadline has passed', closed: 'closed' },
    answered: (answered, entitled) => `${answered} of ${entitled} have answered`,
    missing: parties => `Missing: ${parties}`,
    missingMany: n => `${count(n, 'has', 'have')} not answered.`,
    closes: when => `Deadline: ${when}`,
    closedBy: {
      clock: when => `Closed at the deadline, ${when}`,
      hand: when => `Closed on ${when}`,
    },
    formal: 'Each seat with a vote has one ballot.',
    opinion: 'All members can answer, once each.',
    several: 'You can choose more than one answer.',
    openVote: 'Open poll: the coordinator and the chair see who answered what.',
    wasSecret: 'The poll was secret: what each one answered was not stored.',
    canChange: 'You can change your answer until the deadline.',
    secret: 'Secret: nobody can see who answered what. An answer cannot be changed once it is given.',
    hidden: 'The answers are shown when the poll has closed.',
    votes: (n, share) => `${n} (${share})`,
    majority: (option, n, answered) => `${option} has a majority: ${n} of ${count(answered, 'answer', 'answers')}.`,
    plurality: (option, n, answered) =>
      `${option} has the most, but not more than half: ${n} of ${count(answered, 'answer', 'answers')}.`,
    tie: (options, n) => `A tie between ${options}: ${count(n, 'ballot', 'ballots')} each.`,
    tieFormal: 'A tie gives no recommendation on this item. The case goes back to the chair.',
    nobody: 'Nobody answered.',
    turnout: (answered, entitled, silent) => `${answered} of ${entitled} answered, ${silent} did not.`,
    severalArithmetic:
      'More than one answer could be chosen, so the numbers may add up to more than those who answered.',
  },

  polls: {
    title: name => `Polls in ${name}`,
    empty: 'There are no polls yet.',
    item: (number, question) => `${number} · ${question}`,
  },

  whispers: {
    replaced: (options, name) => `It takes the place of the answer ${options}, given by ${name}.`,
    registered: 'Registered',
    registeredAnswer: options => `Answer: ${options}`,
    forSeat: (number, party) => `Counts for seat ${number}, ${party}.`,
    forYou: 'Counts for you.',
    untilWhen: when => `You can change your answer until ${when}.`,
    secretRegistered:
      'Your ballot is in the urn. What you answered is not stored together with who you are, and cannot be changed.',
    alsoDeputy: 'You can also answer for another seat. Give the same answer for:',
    mine: 'My answer',
    mineNone: 'You have not answered yet.',
    mineSecret: 'You have answered. What you answered is not stored together with who you are.',
    castBy: (name, when) => `Given by ${name}, ${when}.`,
    whichSeat: 'You can vote for several seats. Choose which one this answer is for.',
    seatButton: (number, party) => `Seat ${number}, ${party}`,
    opened: number => `Poll ${number} is open`,
    openedText: (channels, when) =>
      `It will be in ${count(channels, 'channel', 'channels')} in a moment. Deadline: ${when}.`,
    closed: number => `Poll ${number} is closed`,
    closedText: 'The result will be in every channel in a moment.',
    extended: (number, when) => `The deadline of poll ${number} has been moved to ${when}`,
    reminded: n => `${count(n, 'person gets', 'people get')} a reminder now`,
    remindedText: 'Only those who have not answered.',
    unreachable: n => `${n} cannot be reached here, because nobody has joined for the seat. Make a code with “invite”.`,
    missingTitle: n => `${count(n, 'has', 'have')} not answered`,
    missingNone: 'Everyone has answered.',
    noHolder: 'nobody in the seat',
    exportTitle: number => `Poll ${number} as CSV`,
    exportText: until =>
      `The link works until ${until}. Do not share it: whoever has the link can get the file. The file opens in Excel.`,
    unreachableTitle: 'I cannot write to you alone',
    unreachableText: 'Add the app Laget for yourself and ask me there, and you will have the answer.',
  },

  file: {
    columns: ['Number', 'Party', 'Group', 'Name', 'Has answered', 'Answer', 'Time', 'Given by', 'Counts'],
    yes: 'yes',
    no: 'no',
    answered: 'answered',
    total: 'total',
  },

  notices: {
    reminderTitle: question => `Reminder: ${question}`,
    reminder: (question, when) => `You have not answered “${question}”. Deadline: ${when}.`,
    postingLostTitle: 'A posting is gone',
    postingLost: label =>
      `The posting in ${label} has been deleted, or I have been removed from there. The other channels are not affected. Add me again and write “show” there to get it back.`,
    postingUnknownTitle: 'A posting is uncertain',
    postingUnknown: label =>
      `I got no reply when I made the posting in ${label}. Check whether it is there. I will not post it again on my own; if it is not there, write “show” there.`,
  },

  help: {
    mostlyLeading: 'Most of this is for the coordinator and the chair.',
    topics: {
      everyday: 'For everyone',
      polls: 'Polls',
      meetings: 'Meetings',
      agendas: 'Agenda and minutes',
      needs: 'Collecting needs',
      year: 'Year and rules',
      network: 'Network and members',
    },
    title: 'This is what I can do',
    unknown: typed => `I do not know “${typed}”.`,
    nearest: command => `Did you mean “${command}”?`,
    text: 'Write the command to me, with @Laget in a channel or /laget in Slack.',
    commands: {
      ...enDelivery.commands,
      ...enYear.commands,
      ...enMeeting.commands,
      ...enAgenda.commands,
      ...enNeed.commands,
      ...enNeedImport.commands,
      ...enSet.commands,
      ...enNeedFiles.commands,
      ...enRound.commands,
      ...enTotals.commands,
      ...enTerms.commands,
      ...enRanking.commands,
      network: { example: '', does: 'shows the network' },
      start: { example: 'cooperation forum NAME', does: 'starts a network in the channel' },
      members: { example: '', does: 'shows seats and members' },
      link: { example: 'CODE', does: 'uses a code; without one, I make a new one for another channel' },
      invite: { example: '7 deputy', does: 'makes a code for a seat, or for a name' },
      myCode: { example: '', does: 'makes a code for your own second account' },
      language: { example: 'en', does: 'chooses the language I write to you' },
      roster: { example: '', does: 'adds members from a list' },
      saveRoster: { example: 'KEY', does: 'saves the list you have looked at' },
      poll: {
        example: 'Question? ; Yes ; No ; deadline 2026-12-01 12:00 ; formal ; secret ; several ; hidden ; ranked',
        does: 'opens a poll; without a question, a form comes',
      },
      polls: { example: '', does: 'shows the polls' },
      show: { example: '7', does: 'shows poll 7' },
      answer: { example: '7 yes', does: 'answers poll 7' },
      mine: { example: '7', does: 'shows what you have answered' },
      close: { example: '7', does: 'closes poll 7 now' },
      extend: { example: '7 2026-12-02 12:00', does: 'moves the deadline' },
      remind: { example: '7', does: 'reminds those who have not answered' },
      missing: { example: '7', does: 'shows who has not answered' },
      export: { example: '7', does: 'gives the answers as CSV' },
      help: { example: '', does: 'shows this list' },
    },
  },

  install: {
    declined: 'You said no, so Laget was not installed. Nothing was saved.',
    stale: 'This attempt is too old, or was begun in another browser. Begin again from the installation link.',
    'not-allowed': 'Laget is not open to this workspace and was not installed. Ask whoever runs Laget.',
    'whole-organisation':
      'Laget is installed in one workspace at a time, not in a whole organisation. Choose one workspace.',
    refused: 'Slack did not accept the installation, and nothing was saved. Try again.',
  },

  refusalTitle: 'That did not work',
  fault: code =>
    `Something went wrong (code ${code}), and nothing has been saved. Try again in a moment. If that does not help, give the code to those who run Laget.`,

  refusals: {
    ...enDelivery.refusals,
    ...enYear.refusals,
    ...enMeeting.refusals,
    ...enAgenda.refusals,
    ...enRound.refusals,
    ...enTotals.refusals,
    ...enTerms.refusals,
    ...enRanking.refusals,
    ...enNeed.refusals,
    ...enNeedImport.refusals,
    ...enSet.refusals,
    'not-allowed': ({ deed }) => `Only ${deeds[deed]}. Nothing has been changed.`,
    'not-member': () =>
      'You are not a member of this network. Ask the coordinator for a code, and write “link” and the code to me.',
    'no-network': () => 'There is no network here yet. Start one, or write “link” and the code you have been given.',
    'which-network': ({ names }) =>
      `You are in several networks (${names.join(', ')}). Write in the channel of the one you mean.`,
    'channel-taken': () => 'This channel already belongs to a network. Nothing has been changed.',
    'unknown-seat': ({ number }) =>
      `There is no seat ${number}. Nothing has been changed. Write “members” to see the seats.`,
    'unknown-member': () =>
      'I did not find exactly one member by that name. Nothing has been changed. Write the name or the e-mail address as it stands under “members”.',
    'code-unknown': () =>
      'I do not know that code. Nothing has been changed. Check that every character is there, or ask for a new one.',
    'code-expired': () => 'The code has expired. Nothing has been changed. Ask the coordinator for a new one.',
    'code-used': () =>
      'The code has been used before. Nothing has been changed now. A code works only once; ask for a new one.',
    'channel-only': () => 'This code links a channel, and has not been used. Write it in the channel, not here.',
    'seat-taken': () =>
      'Somebody else has the seat. Nothing has been changed. Is it you, from another account? Write “my code” there and use that code here. If not, ask the coordinator.',
    'seat-out-of-term': () => 'The term of this seat is over. Nothing has been changed. Ask the coordinator.',
    'already-member': () =>
      'This account is already another member of the network. Nothing has been changed. Ask the coordinator.',
    'deadline-past': () => 'That time has already passed. Nothing has been saved. Choose a later one.',
    'deadline-far': () => 'The deadline is more than 400 days ahead. Nothing has been saved. Choose a nearer date.',
    'no-such-time': () =>
      'That time does not exist that night, because the clocks change. Nothing has been saved. Choose another.',
    'secret-hides-results': () =>
      'In a secret poll the answers can be shown only when it has closed. Otherwise somebody could see who answered what. Nothing has been saved. Choose to show them only then.',
    'no-voting-seats': () => 'No seat has a vote today. Nothing has been saved. Add seats first, or ask all members.',
    'no-channel': () => 'The network has no channel I can write in. Nothing has been saved. Link a channel first.',
    'which-poll': ({ numbers }) =>
      `Several polls are open (${numbers.join(', ')}). Write the number too. Nothing was changed.`,
    'no-own-answer': () => 'You have no voting seat in this poll, so there is no answer to show.',
    'no-poll': () => 'I cannot find that poll. Write “polls” to see those there are.',
    'poll-closed': ({ number, at }, { when }) =>
      `Poll ${number} closed on ${when(at)}. What you did now has not been registered.`,
    'unknown-option': () =>
      'That answer is not in the poll. Nothing has been registered. Look at the card and choose again.',
    'no-choice': () => 'You have not chosen anything. Nothing has been registered.',
    'one-choice': () => 'Only one answer can be chosen here. Nothing has been registered.',
    'ranked-twice': () => 'You have named the same one twice. Nothing has been registered. Choose different ones.',
    'too-many-ranked': ({ most }) => `You can choose up to ${most}. Nothing has been registered. Leave some out.`,
    'no-seat': () =>
      'You have no seat in this network, so you cannot vote here. Nothing has been registered. If that is wrong, ask the coordinator for a code.',
    'seat-not-voting': () => 'Your seat has no vote in this poll. Nothing has been registered.',
    observer: () => 'You are an observer and have no vote. Nothing has been registered.',
    'which-seat': () =>
      'You can vote for several seats. Nothing has been registered yet. Choose which one this answer is for.',
    'already-answered': () =>
      'An answer has already been given here, and a secret ballot cannot be changed. The first answer counts.',
    'not-later': ({ closesAt }, { when }) =>
      `The deadline is ${when(closesAt)}, and can only be moved later. It has not been changed. To end it sooner, use “Close now”.`,
    'nobody-missing': () => 'Everyone has answered. No reminder has been sent.',
    'unknown-intent': () =>
      'The button is from another version of Laget and no longer works. Nothing has been saved. Write “help” to see what I can do.',
    invalid: ({ fields: [first] }) =>
      first
        ? `${sentenceCase(fieldName(first.field))}: ${problems[first.problem](first)} Nothing has been saved.`
        : problems.invalid(),
    'organisation-not-allowed': () => 'Laget is not open to this organisation. Ask those who run Laget.',
    'start-in-channel': () => 'A network is started in a channel or a group chat. Add me there, and write “network”.',
    'roster-bad': ({ problems: all }) =>
      `The list has ${count(all.length, 'mistake', 'mistakes')}. Nothing has been saved.`,
    'national-id': () =>
      'The message holds a Norwegian national identity number or D number. I have not stored it. Delete it, and write it again without the number.',
    'name-has-national-id': () =>
      'Your name or the channel’s name holds a national identity number. Take it out in Teams or Slack, and try again. Nothing was saved.',
    'draft-gone': () => 'It is too long since the list was shown, or it has already been saved. Paste the list again.',
  },
};
