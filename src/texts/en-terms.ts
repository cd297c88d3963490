import type { TermTexts } from './nb-terms.ts';

export const enTerms: TermTexts = {
  say: {
    button: 'Own words',
    title: network => `Own words in ${network}`,
    text: 'Here the network chooses its own names for what is ticked in inputs and needs reports, and adds what is missing.',
    lists: {
      themes: 'themes',
      'target-groups': 'target groups',
      sectors: 'sectors',
      'owner-types': 'owner types',
      levels: 'competence levels',
    },
    counted: (renamed, added) => `${renamed} with own names, ${added} added`,
    titleOf: list => `Own words for ${list}`,
    change: 'Change',
    changed: 'Saved. The names are used in forms and cards from now on.',
    noneOwn: 'The network has no words of its own here yet.',
    usually: name => `usually called ${name}`,
    added: 'added here',
    hidden: 'added here, can no longer be chosen',
    usual: names => `With usual names: ${names}.`,
    noneUsual: 'Everything here has a name of its own.',
    formTitles: {
      themes: 'Own words: themes',
      'target-groups': 'Own words: groups',
      sectors: 'Own words: sectors',
      'owner-types': 'Own words: owner types',
      levels: 'Own words: levels',
    },
    submit: 'Save',
    lines: 'What is to be changed?',
    linesHint: example =>
      `One change a line. A name of your own: ${example} = new name. The usual name again: ${example} = and no more. Add: just the name. Take away what you have added: - before the name.`,
  },
  commands: {
    ownTerms: {
      example: 'themes ; trauma = trauma-aware practice ; sleep',
      does: 'gives themes, target groups, sectors, owner types and levels your own names, and adds; alone it shows them',
    },
  },
  fieldNames: { lines: 'the changes' },
  refusals: {
    'no-such-term': ({ words }) => `I cannot find this in the list: ${words}. Nothing is saved. Check the name.`,
    'term-taken': ({ words }) => `Something else in the list is already called this: ${words}. Nothing is saved.`,
    'term-not-own': ({ words }) =>
      `The network has not added this, so it cannot be taken away: ${words}. Nothing is saved. It can be given another name.`,
    'term-too-long': ({ words, most }) =>
      `There is room for ${most} characters. This is too long: ${words}. Nothing is saved.`,
    'too-many-terms': ({ most }) =>
      `The network can add ${most} to each list, and they are used. Nothing is saved. Give one of them a new name instead.`,
  },
};
