import type { RosterTexts } from './roster-texts.ts';

export const nbRoster: RosterTexts = {
  columns: {
    seat: 'plass',
    party: 'part',
    group: 'gruppe',
    municipality: 'kommunenummer',
    voting: 'stemmerett',
    from: 'fra',
    to: 'til',
    holder: 'innehaver',
    holderEmail: 'e-post',
    deputy: 'vara',
    deputyEmail: 'vara e-post',
    role: 'rolle',
  },
  place: (line, column) => (column ? `Linje ${line}, ${column}` : `Linje ${line}`),
  problems: {
    'unreadable-file': 'tegnene kan ikke leses. Lagre fila som CSV UTF-8.',
    'empty-file': 'fila har ingen rader.',
    'too-many-rows': 'fila har for mange rader. Det er plass til 500.',
    'missing-column': 'kolonnen mangler.',
    'repeated-column': 'kolonnen står to ganger.',
    'open-quote': 'et anførselstegn åpnes og lukkes ikke.',
    'too-many-cells': 'raden har flere celler enn overskriften. Sett tekst med skilletegn i anførselstegn.',
    required: 'cellen er tom.',
    'too-long': 'teksten er for lang.',
    'national-id': 'her står det et fødselsnummer eller D-nummer. Det kan ikke lagres her. Ta det bort.',
    'not-a-number': 'skriv et heltall fra 1 til 9999.',
    'repeated-seat': 'plassnummeret står tidligere i fila.',
    'unknown-group':
      'ukjent gruppe. Bruk offentlig eier, privat eier, UH, KS, PBL, lærerorganisasjon, PPT nord, PPT sør, Statped, Statsforvalter eller annet.',
    'unknown-role': 'ukjent rolle. Bruk koordinator, leder eller observatør.',
    'unknown-municipality': 'skriv kommunenummeret, eller navnet når bare én kommune heter det.',
    'voting-unclear': 'skriv ja eller nei.',
    'bad-date': 'dette er ingen dato. Skriv 2027-01-31 eller 31.01.2027.',
    'term-ends-before-it-starts': 'perioden slutter før den begynner.',
    'bad-email': 'dette er ingen e-postadresse.',
    'email-of-two': 'e-postadressen har et annet navn tidligere i fila.',
    'deputies-and-emails-differ':
      'skriv én e-postadresse for hver vara, med | mellom. Skriv - for den som ikke har noen.',
    'no-coordinator': 'nettverket ville stått uten koordinator.',
  },
  changes: {
    'party-added': ({ party }) => `Ny part: ${party}`,
    'party-renamed': ({ before, party }) => `${before} heter nå ${party}`,
    'party-placed': ({ party, municipalityNumber }) => `${party} får kommunenummer ${municipalityNumber}`,
    'member-added': ({ member }) => `Nytt medlem: ${member}`,
    'member-renamed': ({ before, member }) => `${before} heter nå ${member}`,
    'email-changed': ({ member, email }) => `${member} får e-postadressen ${email}`,
    'roles-changed': ({ member, roles }, { role, list }) =>
      roles.length === 0 ? `${member} har ingen rolle lenger` : `${member} blir ${list(roles.map(role))}`,
    'seat-added': ({ seat, party, isVoting }) =>
      `Ny plass ${seat}: ${party}, ${isVoting ? 'med stemmerett' : 'uten stemmerett'}`,
    'seat-moved': ({ seat, before, party }) => `Plass ${seat} går fra ${before} til ${party}`,
    'group-changed': ({ seat, party, group }, words) => `Plass ${seat}, ${party}: gruppen blir ${words.group(group)}`,
    'term-changed': ({ seat, party, term }, { day }) =>
      `Plass ${seat}, ${party}: perioden blir fra ${day(term.from)}${term.to ? ` til ${day(term.to)}` : ', uten slutt'}`,
    'voting-given': ({ seat, party }) => `Plass ${seat}, ${party}: FÅR stemmerett`,
    'voting-taken': ({ seat, party }) => `Plass ${seat}, ${party}: MISTER stemmeretten`,
    'holder-changed': ({ seat, party, member }) =>
      member ? `Plass ${seat}, ${party}: innehaver blir ${member}` : `Plass ${seat}, ${party}: blir ledig`,
    'deputies-changed': ({ seat, party, members }, { list }) =>
      `Plass ${seat}, ${party}: ${members.length === 0 ? 'ingen vara lenger' : `vara blir ${list(members)}`}`,
  },
  untouched: (seats, { list }) =>
    `Står ikke i fila og blir som før: ${seats.length === 1 ? 'plass' : 'plassene'} ${list(seats.map(String))}`,
  commandLine: {
    usage: 'Bruk: npm run roster -- preview FIL [--network NAVN]\n      npm run roster -- apply FIL [--network NAVN]',
    wouldChange: network => `Dette ville endret ${network}:`,
    changed: network => `Dette er endret i ${network}:`,
    nothingToChange: network => `Ingenting å endre i ${network}.`,
    badLines: count =>
      count === 1 ? 'Én feil i fila. Ingenting er lagret.' : `${count} feil i fila. Ingenting er lagret.`,
    noFile: file => `Fila ${file} kan ikke åpnes.`,
    noNetworks: 'Det finnes ingen nettverk ennå. Start ett fra en kanal først.',
    noSuchNetwork: 'Ingen nettverk heter dette. Disse finnes:',
    whichNetwork: 'Det finnes flere nettverk. Velg ett med --network:',
  },
};
