import type { RosterTexts } from './roster-texts.ts';

export const enRoster: RosterTexts = {
  columns: {
    seat: 'seat',
    party: 'party',
    group: 'group',
    municipality: 'municipality number',
    voting: 'voting',
    from: 'from',
    to: 'to',
    holder: 'holder',
    holderEmail: 'e-mail',
    deputy: 'deputy',
    deputyEmail: 'deputy e-mail',
    role: 'role',
  },
  place: (line, column) => (column ? `Line ${line}, ${column}` : `Line ${line}`),
  problems: {
    'unreadable-file': 'the characters cannot be read. Save the file as CSV UTF-8.',
    'empty-file': 'the file has no rows.',
    'too-many-rows': 'the file has too many rows. There is room for 500.',
    'missing-column': 'the column is missing.',
    'repeated-column': 'the column is there twice.',
    'open-quote': 'a quotation mark is opened and never closed.',
    'too-many-cells': 'the row has more cells than the header. Put text with separators in quotation marks.',
    required: 'the cell is empty.',
    'too-long': 'the text is too long.',
    'national-id': 'this is a national identity number. It cannot be stored here. Take it out.',
    'not-a-number': 'write a whole number from 1 to 9999.',
    'repeated-seat': 'the seat number stands earlier in the file.',
    'unknown-group':
      'unknown group. Use public owner, private owner, UH, KS, PBL, teachers organisation, PPT nord, PPT sør, Statped, county governor or other.',
    'unknown-role': 'unknown role. Use coordinator, chair or observer.',
    'unknown-municipality': 'write the municipality number, or the name when only one municipality has it.',
    'voting-unclear': 'write yes or no.',
    'bad-date': 'this is not a date. Write 2027-01-31 or 31.01.2027.',
    'term-ends-before-it-starts': 'the term ends before it starts.',
    'bad-email': 'this is not an e-mail address.',
    'email-of-two': 'the e-mail address has another name earlier in the file.',
    'deputies-and-emails-differ':
      'write one e-mail address for each deputy, with | between. Write - for one who has none.',
    'no-coordinator': 'the network would be left without a coordinator.',
  },
  changes: {
    'party-added': ({ party }) => `New party: ${party}`,
    'party-renamed': ({ before, party }) => `${before} is now called ${party}`,
    'party-placed': ({ party, municipalityNumber }) => `${party} gets municipality number ${municipalityNumber}`,
    'member-added': ({ member }) => `New member: ${member}`,
    'member-renamed': ({ before, member }) => `${before} is now called ${member}`,
    'email-changed': ({ member, email }) => `${member} gets the e-mail address ${email}`,
    'roles-changed': ({ member, roles }, { role, list }) =>
      roles.length === 0 ? `${member} no longer has a role` : `${member} becomes ${list(roles.map(role))}`,
    'seat-added': ({ seat, party, isVoting }) => `New seat ${seat}: ${party}, ${isVoting ? 'voting' : 'not voting'}`,
    'seat-moved': ({ seat, before, party }) => `Seat ${seat} passes from ${before} to ${party}`,
    'group-changed': ({ seat, party, group }, words) =>
      `Seat ${seat}, ${party}: the group becomes ${words.group(group)}`,
    'term-changed': ({ seat, party, term }, { day }) =>
      `Seat ${seat}, ${party}: the term becomes ${day(term.from)} ${term.to ? `to ${day(term.to)}` : 'onwards'}`,
    'voting-given': ({ seat, party }) => `Seat ${seat}, ${party}: IS GIVEN the vote`,
    'voting-taken': ({ seat, party }) => `Seat ${seat}, ${party}: LOSES the vote`,
    'holder-changed': ({ seat, party, member }) =>
      member ? `Seat ${seat}, ${party}: ${member} becomes the holder` : `Seat ${seat}, ${party}: becomes vacant`,
    'deputies-changed': ({ seat, party, members }, { list }) =>
      `Seat ${seat}, ${party}: ${members.length === 0 ? 'no deputy any more' : `deputy: ${list(members)}`}`,
  },
  untouched: (seats, { list }) =>
    `Not in the file, and left as before: ${seats.length === 1 ? 'seat' : 'seats'} ${list(seats.map(String))}`,
  commandLine: {
    usage:
      'Usage: npm run roster -- preview FILE [--network NAME]\n       npm run roster -- apply FILE [--network NAME]',
    wouldChange: network => `This would change ${network}:`,
    changed: network => `This was changed in ${network}:`,
    nothingToChange: network => `Nothing to change in ${network}.`,
    badLines: count =>
      count === 1 ? 'One mistake in the file. Nothing is saved.' : `${count} mistakes in the file. Nothing is saved.`,
    noFile: file => `The file ${file} cannot be opened.`,
    noNetworks: 'There are no networks yet. Start one from a channel first.',
    noSuchNetwork: 'No network is called this. There are:',
    whichNetwork: 'There are several networks. Choose one by --network:',
  },
};
