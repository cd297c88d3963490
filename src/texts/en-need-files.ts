import type { NeedFileTexts } from './nb-need-files.ts';

export const enNeedFiles: NeedFileTexts = {
  say: {
    names: {
      bundle: number => `joint-need-${number}`,
      draft: 'draft',
      table: round => `needs-${round}`,
      overview: round => `overview-${round}`,
      documents: round => `documents-${round}`,
      round: (number, year) => `round-${number}-${year}`,
    },
    title: number => `Files from round ${number}`,
    count: needs =>
      needs === 0
        ? 'No needs have been sent yet, so the files are empty.'
        : `${needs} ${needs === 1 ? 'need has been sent' : 'needs have been sent'}. Drafts are left out.`,
    overviewText: 'The overview is for the meeting: who asks for what, when and how much. It may be sent out.',
    wholeText:
      'The table and the documents hold everything that was written. They are only for those who handle the needs. Do not pass them on.',
    until: when => `The links work until ${when}.`,
    links: {
      overview: { nb: 'Overview (Bokmål)', nn: 'Overview (Nynorsk)', en: 'Overview (English)' },
      xlsx: 'Table (Excel)',
      csv: 'Table (CSV)',
      documents: (part, parts) =>
        parts === 1 ? 'All the documents (zip)' : `The documents, part ${part} of ${parts} (zip)`,
    },
    ofNeed: reference => `${reference} as a document`,
    ofNeedText: 'Everything the need says, and what has been done with it.',
    button: 'Files',
    documentButton: 'Document',

    sheet: 'Needs',
    columns: {
      reference: 'Number',
      bundle: 'Merged in',
      bundleOf: (number, title) => `${number}: ${title}`,
      responsible: 'Responsible',
      party: 'Party',
      municipalityNumber: 'Municipality number',
      county: 'County',
      state: 'Status',
      sent: 'Sent',
      late: 'Taken in late',
      amount: {
        owner: year => `${year}: to the owner`,
        partner: year => `${year}: to the partner`,
        coordination: year => `${year}: to coordination`,
      },
      asked: 'Asked for in all',
    },

    document: {
      responsible: 'Responsible',
      origins: 'Merged from',
      sent: 'Sent',
      late: reason => `Taken in after the deadline: ${reason}`,
      participants: 'Participants',
      amounts: 'Amounts asked for',
      year: 'Year',
      recipients: { owner: 'To the owner', partner: 'To the partner', coordination: 'To coordination' },
      sum: 'In all',
      explained: 'What is missing, and why',
      lacks: {
        'sector-missing': of => `Not taking part: ${of}.`,
        'private-owners-left-out': () => 'Private owners do not take part.',
        'no-anchoring-date': () => 'No date of backing.',
        'partner-not-confirmed': () => 'The partner has not said yes yet.',
        'partner-missing': () => 'No partner has been chosen.',
        'co-funding-low': of => `Their own share is below ${of} per cent.`,
      },
      history: 'What has been done',
      when: 'When',
      what: 'What',
      why: 'Reason',
    },

    overview: {
      title: number => `Overview of round ${number}`,
      edge: number => `Round ${number}`,
      asOf: when => `As it stood ${when}.`,
      scheme: 'Scheme',
      deadline: 'Deadline',
      answered: 'Have answered',
      answeredOf: (answered, invited) => `${answered} of ${invited} invited`,
      entries: 'The needs',
      noEntries: 'No needs have been sent.',
      coverage: 'Who has answered',
      county: 'County',
      ownerType: 'Type of owner',
      invited: 'Invited',
      rank: 'Rank',
      reference: 'Need',
      responsible: 'Responsible',
      what: 'Title',
      period: 'Period',
      sum: 'Sum',
      total: 'In all',
      kroner: 'Amounts are in whole kroner.',
      none: '–',
    },
  },
  commands: {
    needFiles: { example: '1', does: 'gives a table, documents and an overview of what was reported' },
  },
};
