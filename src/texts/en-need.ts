import type { NeedTexts } from './nb-need.ts';
import { quotedLabels } from './quoted-labels.ts';

const states = {
  draft: 'Draft, not sent',
  submitted: 'Sent',
  returned: 'Sent back',
  complete: 'Accepted as complete',
  inNetwork: 'Merged with others in the network',
  onAgenda: 'Ready for an agenda',
  recommended: 'Recommended',
  recommendedReduced: 'Recommended with a lower amount',
  notRecommended: 'Not recommended',
  granted: 'Granted',
  grantedReduced: 'Granted with a lower amount',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
};

const labels = {
  kind: 'Kind of report',
  ownerType: 'Kind of owner',
  participants: 'Who takes part',
  sectors: 'Sectors',
  sectorExplanation: 'Why kindergarten, school or EPS is left out',
  privateOwners: 'Do private owners take part?',
  privateOwnersText: 'More about private owners',
  title: 'Title',
  themes: 'Theme',
  description: 'What do you need to become better at?',
  analysisBasis: 'What do you build on?',
  analysisText: 'More about that',
  staffInvolvement: 'How have staff and union representatives been involved?',
  anchoring: 'Backed by',
  anchoredOn: 'Date of that',
  targetGroups: 'Target group',
  participantCount: 'Number of participants, roughly',
  levels: 'Level of competence',
  goal: 'What shall change in practice?',
  plannedMeasure: 'Planned measure and way of working',
  partner: 'Partner',
  partnerState: 'Agreement with the partner',
  wantsStatped: 'Do you want Statped to take part?',
  from: 'First month',
  to: 'Last month',
  amounts: 'Amounts you apply for, by year',
  coFunding: 'Your own share in kroner',
  priority: 'Your priority',
  samiPerspective: 'Sámi or Kven perspective',
  links: 'Links',
  explanation: 'Why something is lacking',
  contact: 'Contact person',
  phone: 'Telephone at work',
};

export const enNeed = {
  say: {
    states,
    labels,

    hints: {
      kind: 'If you ask for no money now, it is the need alone you report.',
      ownerType: 'Who owns those that take part.',
      sectors: 'Kindergarten, school and EPS should preferably take part.',
      privateOwners: 'The municipality is to include them.',
      themes: 'Choose what the need is mostly about.',
      analysisBasis: 'Where you have seen the need.',
      anchoring: 'Who stands behind it.',
      targetGroups: 'Who is to learn.',
      levels: 'How deep the different groups are to go. May be left empty.',
      partnerState: 'How far you have come with them.',
      wantsStatped: 'Statped contributes when the owner and the university ask for it.',
      from: 'When the measure begins, in the grant year at the earliest.',
      samiPerspective: 'If the measure is about Sámi or Kven children, language or culture.',
      contact: 'Who answers questions about the report.',
      participants: 'One on each line, such as Solstua barnehage.',
      sectorExplanation: 'Only if one of the three does not take part.',
      privateOwnersText: 'Write why, if they do not take part.',
      title: '5 to 120 characters.',
      description: '50 to 3000 characters. Write about practice, not about single children.',
      analysisText: 'What did it show?',
      staffInvolvement: '10 to 1000 characters.',
      anchoredOn: 'When it was considered there. Needed when the leaders are chosen.',
      participantCount: 'A rough number.',
      goal: '20 to 1500 characters.',
      plannedMeasure:
        '20 to 3000 characters. If you report the need alone, this, the partner, the months and the amounts may be left empty.',
      partner: 'University, university college, vocational college or national centre.',
      to: 'At most 36 months in all.',
      amounts:
        'One line for each year: the year, a colon, then kroner to the owner ; the partner ; coordination. Such as 2027: 200 000 ; 150 000 ; 0',
      coFunding: 'Whole kroner.',
      priority: '1 is the most important.',
      links: 'One on each line, at most five.',
      explanation: 'Only if something that should be in place is not yet.',
      phone: 'Only a number at work.',
    },

    choices: {
      kind: {
        new: 'a new need',
        continuation: 'continuing a measure under way',
        supplement: 'more for a measure under way',
        reduction: 'less for a measure under way',
        needsOnly: 'the need alone, without an amount',
      },
      privateOwners: {
        yes: 'yes, they take part',
        invitedDeclined: 'they were asked, and declined',
        noneInMunicipality: 'there are no private owners here',
        no: 'no',
      },
      analysisBasis: {
        standpointAnalysis: 'self-assessment',
        surveyStaff: 'survey among staff',
        qualityReport: 'quality report',
        networkAnalysis: 'analysis in the network',
        supervision: 'inspection',
        research: 'research',
        other: 'something else',
      },
      anchoring: {
        owner: 'the owner',
        leaderGroup: 'the leaders',
        politicalCommittee: 'a political committee',
        network: 'the network',
        unionDialogue: 'talks with the unions',
      },
      partnerState: {
        none: 'none yet',
        contacted: 'contacted',
        agreed: 'agreed',
        agreementSigned: 'agreement signed',
      },
      wantsStatped: { yes: 'yes', no: 'no' },
    },

    month: (month: string, year: string) => `${month} ${year}`,
    kroner: (amount: string) => `NOK ${amount}`,
    draftOf: (day: string) => `Draft of ${day}`,

    pages: { who: 'Who', what: 'What and why', how: 'How, partner and money', check: 'Check and send' },

    form: {
      pageOf: (page: string, name: string) => `Page ${page} of 4: ${name}`,
      marked: (label: string) => `${label} *`,
      star: 'What is marked with * must be there before you send. A draft may lack it.',
      saved: 'What you have filled in so far is saved as a draft. Write “my needs” to go on later.',
      themes: 'Theme (one to three)',
      input: 'Quick input',
      page: (page: string) => `Needs report ${page} of 4`,
      next: 'Save and go on',
      check: 'Save and check',
      give: 'Send',
      returnTitle: 'Send back',
      returnSubmit: 'Send back',
      returnReason: 'What must they do?',
      returnOn: 'New deadline',
      withdrawTitle: 'Withdraw',
      withdrawSubmit: 'Withdraw',
      withdrawReason: 'Why is it withdrawn?',
      withdrawWarning: 'What has been withdrawn cannot be sent again.',
      lateTitle: 'Accept it late',
      lateSubmit: 'Accept',
      lateReason: 'Why is it accepted after the deadline?',
      lateText: 'The deadline is over. It is marked as late, with the reason.',
    },

    meanwhile: (who: string, when: string) =>
      `${who} saved this page ${when}, while you were writing. Yours is not saved yet. The fields show what you wrote. If you send now, yours replaces theirs.`,
    meanwhileTheirs: 'This is what they saved:',
    emptied: '(empty)',
    someone: 'Someone else',

    telling: {
      'child-with-diagnosis': (field: string) =>
        `“${field}”: This may tell of one child. Rewrite it, or send it anyway.`,
      'small-group': (field: string) =>
        `“${field}”: So small a group may tell of one child. Rewrite it, or send it anyway.`,
    },

    card: {
      input: 'Quick input',
      need: 'Needs report',
      party: 'From',
      scheme: 'Scheme',
      year: 'Grant year',
      state: 'State',
      due: 'Deadline',
      asked: 'Applied for in all',
      period: 'Period',
      /** Beside the button that fetches the document. */
      cut: (button: string) => `Long texts are shortened here. Press “${button}” to read all of it.`,
      late: (reason: string) => `Accepted after the deadline: ${reason}`,
      returnedToYou: 'Sent back to you',
      returnedTo: (party: string) => `Sent back to ${party}`,
      returned: (when: string, who: string) =>
        `${who ? `${who} sent the report back.` : 'The report is sent back.'} Mend it and send it again by ${when}.`,
      reason: (reason: string) => `“${reason}”`,
      alreadySent: (reference: string, when: string) => `It is sent already, ${when}. Its number is ${reference}.`,
      sent: (reference: string, when: string) => `Sent. Its number is ${reference}. You can change it until ${when}.`,
      sentForGood: (reference: string) => `Sent. Its number is ${reference}.`,
      saved: 'Saved.',
      reopened: 'The report is a draft again. It does not count until you send it again.',
      accepted: 'The report is accepted as complete.',
      sentBack: 'The report is sent back. Those who worked on it are told.',
      withdrawn: 'The report is withdrawn.',
      taken: (reference: string) => `The report is accepted after the deadline. Its number is ${reference}.`,
    },

    check: {
      titles: { input: 'Check and send', need: 'Needs report 4 of 4: check and send' },
      ready: 'Nothing is lacking. The report can be sent.',
      notReady: 'The report is saved, but cannot be sent yet.',
      severities: {
        block: 'This must be in place',
        explain: 'This must be in place or explained',
        note: 'Have a look at this',
      },
      missing: (page: string, fields: string) => `${page}: fill in ${fields}.`,
      quoted: (field: string) => `“${field}”`,
      lacks: {
        'sector-missing': (_field: string, of: string) =>
          `Not taking part: ${of}. Add them under “${labels.sectors}”, or write why in “${labels.sectorExplanation}”.`,
        'private-owners-left-out': () =>
          `You answered that private owners do not take part. If you have private kindergartens or schools, write why they do not in “${labels.privateOwnersText}”. If you have none, choose so in “${labels.privateOwners}”.`,
        'no-anchoring-date': () =>
          `Write when the leaders considered it in “${labels.anchoredOn}”, or why they have not in “${labels.explanation}”.`,
        'partner-not-confirmed': () =>
          `The partner has not said yes yet. Write what you are waiting for in “${labels.explanation}”.`,
        'partner-missing': () =>
          `Write whom you want to work with in “${labels.partner}”. Before the deadline you may write why nobody is ready instead, in “${labels.explanation}”.`,
        'co-funding-low': (_field: string, of: string) =>
          `Your own share is below ${of} per cent of what you apply for. Raise “${labels.coFunding}”, or write why in “${labels.explanation}”.`,
        'period-wrong-way': () => 'The last month is before the first. Correct the months.',
        'period-too-long': (_field: string, of: string) => `The period is longer than ${of} months. Shorten it.`,
        'starts-before-grant-year': (_field: string, of: string) =>
          `The period begins before the grant year. The first month must be in ${of} or later.`,
        'amount-outside-period': (_field: string, of: string) =>
          `An amount is applied for in ${of}, which is outside the period. Correct the amounts or the months.`,
        'may-tell': (field: string) => `“${field}” may tell of one child. Rewrite it if it does.`,
      },
    },

    start: {
      whichRound: 'Which round?',
      which: 'For whom do you answer?',
      title: (party: string) => `Reports from ${party}`,
      some: 'You have begun on this already. All who answer for you share the drafts.',
      none: 'You have not begun yet.',
      untitled: 'No title yet',
      mine: 'My reports',
      noneMine: 'You have no reports yet. Write “report needs” to begin.',
    },

    history: {
      title: 'What has been done',
      started: (who: string) => `Begun by ${who}`,
      saved: (page: string, who: string) => `Last saved, ${page}: ${who}`,
      own: (words, party) => `${words}, who answers for ${party}`,
      steps: {
        submit: (who: string) => `Sent by ${who}`,
        change: who => `Changed by ${who}`,
        reopen: (who: string) => `Taken back to be changed by ${who}`,
        return: (who: string) => `Sent back by ${who}`,
        accept: (who: string) => `Accepted as complete by ${who}`,
        bundle: (who: string) => `Merged with others by ${who}`,
        unbundle: (who: string) => `Parted from the others again by ${who}`,
        putOnAgenda: (who: string) => `Handed over by ${who}`,
        takeOffAgenda: (who: string) => `Taken back by ${who}`,
        takeBackBundled: (who: string) => `Taken back, and still merged, by ${who}`,
        recommend: (who: string) => `Recommended, recorded by ${who}`,
        recommendReduced: (who: string) => `Recommended with a lower amount, recorded by ${who}`,
        notRecommend: (who: string) => `Not recommended, recorded by ${who}`,
        grant: (who: string) => `Granted, recorded by ${who}`,
        grantReduced: (who: string) => `Granted with a lower amount, recorded by ${who}`,
        reject: (who: string) => `Rejected, recorded by ${who}`,
        withdraw: (who: string) => `Withdrawn by ${who}`,
      },
    },

    withdrawn: {
      title: 'A report you had accepted was withdrawn',
      text: (party, name) => `${party} has withdrawn ${name}.`,
      reason: 'Why',
      bundled: n =>
        `It was one of several in joint need ${n}, and is now out of it. Part the others and merge them anew if someone else is to be responsible.`,
      bundle: n => `Joint need ${n}`,
    },

    returned: {
      title: 'A report was sent back to you',
      reminder: 'The deadline for correcting is near',
      unanswered: n => (n === 1 ? 'One report has not come back' : `${n} reports have not come back`),
      unansweredText: when =>
        `The deadline for correcting was ${when}. What was returned still lies with those who were to correct it, and does not go on. Open one to take it late.`,
    },

    buttons: {
      new: 'New',
      lastYear: 'Start from last year’s',
      continue: 'Go on',
      show: 'Show',
      edit: 'Change',
      check: 'Check and send',
      send: 'Send',
      page: (page: string) => `Mend: ${page}`,
      withdraw: 'Withdraw',
      return: 'Send back',
      accept: 'Accept',
      late: 'Accept it late',
      history: 'History',
    },
  },

  fieldNames: {
    ...quotedLabels(labels, '“', '”'),
    round: 'the round',
    party: 'the party',
    need: 'the report',
    revision: 'the page',
    sure: 'whether to send it anyway',
    page: 'the page',
    reference: 'the number of the report',
  },

  commands: {
    giveNeed: { example: '', does: 'reports needs in the round that is open' },
    myNeeds: { example: '', does: 'shows what you have begun and sent' },
    showNeed: { example: 'BM-2027-0001', does: 'shows one report' },
  },

  refusals: {
    'no-need': () => 'I cannot find that round or report. Nothing was saved.',
    'no-need-party': ({ own }) =>
      own.length > 0
        ? `The round does not go to ${own.join(', ')}, which you have a seat for. Nothing is saved. Ask the coordinator to include you, or talk to your municipality.`
        : 'You have no seat in the network, so you cannot report for anyone. Nothing is saved. Ask the coordinator to give you one.',
    'round-not-begun': ({ opensAt }, { when }) => `The round opens ${when(opensAt)}. Nothing was saved yet.`,
    'need-not-open': ({ state }) => `Its state is now “${states[state]}”, so this cannot be done. Nothing was changed.`,
    'need-too-late': ({ dueAt }, { when }) =>
      `The deadline passed ${when(dueAt)}, so the report was not sent. What is written is kept as a draft. Ask the secretariat to accept it.`,
    'need-time-over': ({ dueAt }, { when }) =>
      `The deadline passed ${when(dueAt)}, so this cannot be done now. Nothing was changed. Talk to the secretariat.`,
    'need-not-late': ({ dueAt }, { when }) =>
      `The deadline is not over before ${when(dueAt)}. Until then they send it themselves. Nothing was changed.`,
    'need-day-past': () => 'The new deadline has passed already. Nothing was saved. Choose a day to come.',
    'unknown-term': () =>
      'What is chosen here is not one of the network’s. Nothing is saved. Choose again from the list.',
    'too-many-needs': ({ most }) => `You have ${most} reports in this round already. This one was not saved.`,
    'no-earlier-need': () => 'You have no earlier report to start from. Nothing was saved. Press “New”.',
  },
} satisfies NeedTexts;
