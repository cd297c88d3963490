import type { RosterTexts } from './roster-texts.ts';

export const nnRoster: RosterTexts = {
  columns: {
    seat: 'plass',
    party: 'part',
    group: 'gruppe',
    municipality: 'kommunenummer',
    voting: 'røysterett',
    from: 'frå',
    to: 'til',
    holder: 'innehavar',
    holderEmail: 'e-post',
    deputy: 'vara',
    deputyEmail: 'vara e-post',
    role: 'rolle',
  },
  place: (line, column) => (column ? `Linje ${line}, ${column}` : `Linje ${line}`),
  problems: {
    'unreadable-file': 'teikna kan ikkje lesast. Lagre fila som CSV UTF-8.',
    'empty-file': 'fila har ingen rader.',
    'too-many-rows': 'fila har for mange rader. Det er plass til 500.',
    'missing-column': 'kolonna manglar.',
    'repeated-column': 'kolonna står to gonger.',
    'open-quote': 'eit hermeteikn blir opna og ikkje lukka.',
    'too-many-cells': 'rada har fleire celler enn overskrifta. Set tekst med skiljeteikn i hermeteikn.',
    required: 'cella er tom.',
    'too-long': 'teksten er for lang.',
    'national-id': 'her står det eit fødselsnummer eller D-nummer. Det kan ikkje lagrast her. Ta det bort.',
    'not-a-number': 'skriv eit heiltal frå 1 til 9999.',
    'repeated-seat': 'plassnummeret står tidlegare i fila.',
    'unknown-group':
      'ukjend gruppe. Bruk offentleg eigar, privat eigar, UH, KS, PBL, lærarorganisasjon, PPT nord, PPT sør, Statped, Statsforvaltar eller anna.',
    'unknown-role': 'ukjend rolle. Bruk koordinator, leiar eller observatør.',
    'unknown-municipality': 'skriv kommunenummeret, eller namnet når berre éin kommune heiter det.',
    'voting-unclear': 'skriv ja eller nei.',
    'bad-date': 'dette er ingen dato. Skriv 2027-01-31 eller 31.01.2027.',
    'term-ends-before-it-starts': 'perioden sluttar før han byrjar.',
    'bad-email': 'dette er inga e-postadresse.',
    'email-of-two': 'e-postadressa har eit anna namn tidlegare i fila.',
    'deputies-and-emails-differ':
      'skriv éi e-postadresse for kvar vara, med | mellom. Skriv - for den som ikkje har noka.',
    'no-coordinator': 'nettverket ville stått utan koordinator.',
  },
  changes: {
    'party-added': ({ party }) => `Ny part: ${party}`,
    'party-renamed': ({ before, party }) => `${before} heiter no ${party}`,
    'party-placed': ({ party, municipalityNumber }) => `${party} får kommunenummer ${municipalityNumber}`,
    'member-added': ({ member }) => `Ny medlem: ${member}`,
    'member-renamed': ({ before, member }) => `${before} heiter no ${member}`,
    'email-changed': ({ member, email }) => `${member} får e-postadressa ${email}`,
    'roles-changed': ({ member, roles }, { role, list }) =>
      roles.length === 0 ? `${member} har inga rolle lenger` : `${member} blir ${list(roles.map(role))}`,
    'seat-added': ({ seat, party, isVoting }) =>
      `Ny plass ${seat}: ${party}, ${isVoting ? 'med røysterett' : 'utan røysterett'}`,
    'seat-moved': ({ seat, before, party }) => `Plass ${seat} går frå ${before} til ${party}`,
    'group-changed': ({ seat, party, group }, words) => `Plass ${seat}, ${party}: gruppa blir ${words.group(group)}`,
    'term-changed': ({ seat, party, term }, { day }) =>
      `Plass ${seat}, ${party}: perioden blir frå ${day(term.from)}${term.to ? ` til ${day(term.to)}` : ', utan slutt'}`,
    'voting-given': ({ seat, party }) => `Plass ${seat}, ${party}: FÅR røysterett`,
    'voting-taken': ({ seat, party }) => `Plass ${seat}, ${party}: MISSER røysteretten`,
    'holder-changed': ({ seat, party, member }) =>
      member ? `Plass ${seat}, ${party}: innehavar blir ${member}` : `Plass ${seat}, ${party}: blir ledig`,
    'deputies-changed': ({ seat, party, members }, { list }) =>
      `Plass ${seat}, ${party}: ${members.length === 0 ? 'ingen vara lenger' : `vara blir ${list(members)}`}`,
  },
  untouched: (seats, { list }) =>
    `Står ikkje i fila og blir som før: ${seats.length === 1 ? 'plass' : 'plassane'} ${list(seats.map(String))}`,
  commandLine: {
    usage: 'Bruk: npm run roster -- preview FIL [--network NAMN]\n      npm run roster -- apply FIL [--network NAMN]',
    wouldChange: network => `Dette ville endra ${network}:`,
    changed: network => `Dette er endra i ${network}:`,
    nothingToChange: network => `Ingenting å endre i ${network}.`,
    badLines: count =>
      count === 1 ? 'Éin feil i fila. Ingenting er lagra.' : `${count} feil i fila. Ingenting er lagra.`,
    noFile: file => `Fila ${file} kan ikkje opnast.`,
    noNetworks: 'Det finst ingen nettverk enno. Start eitt frå ein kanal først.',
    noSuchNetwork: 'Ingen nettverk heiter dette. Desse finst:',
    whichNetwork: 'Det finst fleire nettverk. Vel eitt med --network:',
  },
};
