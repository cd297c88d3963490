import type { NeedImportTexts } from './nb-need-import.ts';

export const enNeedImport: NeedImportTexts = {
  say: {
    columns: { municipality: 'Municipality number', party: 'Party', reference: 'Number' },
    place: (line, column) => (column ? `Line ${line}, ${column}` : `Line ${line}`),
    problems: {
      'unreadable-file': () => 'the characters cannot be read. Save the file as CSV UTF-8.',
      'open-quote': () => 'a quotation mark opens and does not close. Nothing is read from here on.',
      'empty-file': () => 'there are no lines below the headings.',
      'too-many-rows': ({ max = 500 }) => `there is room for ${max} lines. Nothing is read from here on.`,
      'missing-column': () => 'the column is missing from the headings.',
      'repeated-column': () => 'the column stands twice in the headings.',
      'too-many-cells': () => 'there are more cells than headings. Put text with separators in quotation marks.',
      'no-party': () => 'it does not say whom it is from. Write the municipality number or the name.',
      'unknown-municipality': ({ number }) =>
        number ? `there is no municipality with the number ${number}.` : 'I know no municipality by this name.',
      'not-invited': () => 'this one is not invited to the round.',
      'repeated-need': () => 'the same party has a report with this title further up.',
      'unknown-word': () => 'this is none of the choices. Write it as in the form.',
      required: () => 'the cell is empty.',
      'too-short': ({ min = 5 }) => `the text is too short. Write at least ${min} characters.`,
      'too-long': ({ max = 500 }) => `the text is too long. There is room for ${max} characters.`,
      'national-id': () => 'there is a national identity number here. It cannot be kept here. Take it out.',
      'too-many': ({ max = 500 }) => `there are too many. There is room for ${max}.`,
      'not-a-number': () => 'write the amount in figures, for example 250 000.',
      negative: () => 'the amount cannot be negative.',
      'not-whole': () => 'write whole kroner, with no decimals.',
      'too-much': () => 'the amount is too large. Check the digits.',
      invalid: () => 'this could not be read. Check what stands there.',
    },

    form: {
      title: 'Import needs',
      submit: 'Look over the lines',
      csv: 'Lines from a spreadsheet',
      hint: 'Paste them with the line of headings. Nothing is taken in before you have seen it. If there is more than fits here, write “import needs” and paste the lines in a message to me.',
      example: 'The lines may begin like this. The headings are the names of the fields, as in the file you fetch:',
      exampleLines:
        'Municipality number;Title;Themes;What do you need to get better at?\n5501;Safe transitions;transitions;The staff need shared knowledge of transitions between kindergarten and school.',
    },

    preview: good => (good === 1 ? '1 report can be taken in' : `${good} reports can be taken in`),
    notSaved: 'Nothing is taken in yet.',
    becomeDrafts: 'What is taken in becomes drafts of the parties. They look over and send them themselves.',
    fates: {
      new: n => `New (${n})`,
      changed: n => `Will be changed, as nobody has touched them since (${n})`,
      same: n => `Here already, just the same (${n})`,
      touched: n => `The party has gone on with them, so they stay as they are (${n})`,
      'too-many': n => `The party has as many as there is room for, so they are not taken in (${n})`,
    },
    bad: n => (n === 1 ? '1 line is not taken in' : `${n} lines are not taken in`),
    badText: 'Mend them in the file, and paste it again. What is taken in is not taken in twice.',
    tellingTitle: 'Look at these before you take them in',
    telling: {
      'child-with-diagnosis': 'may tell of one child.',
      'small-group': 'so small a group may tell of one child.',
    },
    taken: n => (n === 1 ? '1 report is taken in' : `${n} reports are taken in`),
    takenNone: 'Nothing new is taken in',
    standIn: 'These have nobody here who can send. You can send for them, until the deadline:',
    onlyFile: 'Nobody of the party is here. If something must be mended, mend it in the file and take it in again.',
    takenIn: who => `Taken in from a file by ${who}`,
    buttons: { import: 'Import', takeIn: 'Take in' },
  },

  fieldNames: { rows: 'the lines' },

  commands: {
    importNeeds: { example: '1', does: 'takes in needs from a spreadsheet; paste the lines below' },
    takeInNeeds: { example: 'KEY', does: 'takes in the needs that were shown' },
  },

  refusals: {
    'need-import-gone': () =>
      'It is too long since the lines were shown. Nothing is taken in. Paste them again with “import needs”.',
    'need-file-bad': ({ problems }) =>
      problems.length === 1
        ? 'The line cannot be taken in. Nothing is saved.'
        : `None of the lines can be taken in (${problems.length} problems). Nothing is saved.`,
  },
};
