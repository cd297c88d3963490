/**
 * One cast for the playground and every test: a forum in Troms and Finnmark with seventeen seats, sixteen of them voting,
 * whose members sit in two Teams tenants or one Slack workspace, or have only an e-mail address. The parties are real kinds of parties; the people
 * are out of folk tales, and their addresses end in a domain that cannot exist (RFC 2606).
 */
import type { Language, NetworkId, SeatGroup, StandingRole } from '../features/networks/network.ts';
import type { Kind } from '../features/networks/network-store.ts';

export type CastNetwork = {
  readonly id: NetworkId;
  readonly name: string;
  readonly kind: Kind;
  readonly languages: Language[];
  readonly zone: string;
};

export const castNetwork: CastNetwork = {
  id: 'cast-forum' as NetworkId,
  name: 'Samarbeidsforum for kompetanseutvikling i Troms og Finnmark (øving)',
  kind: 'cooperationForum',
  languages: ['nb'],
  zone: 'Europe/Oslo',
};

/** Whose school breaks the forum keeps clear of: Troms. */
export const castCounty = '55';

/** Two Teams tenants and one Slack workspace, by the word the fakes know each by. */
export const castOrganisations = {
  kommunene: { platform: 'teams', name: 'Kommunene i nord (øving)' },
  statsforvalteren: { platform: 'teams', name: 'Statsforvalteren (øving)' },
  organisasjonene: { platform: 'slack', name: 'Organisasjonene (øving)' },
} as const;
export type CastOrganisation = keyof typeof castOrganisations;

/** The forum's channel in each organisation. */
export const castChannels = [
  { organisation: 'kommunene', name: 'Samarbeidsforum' },
  { organisation: 'statsforvalteren', name: 'Forum Troms og Finnmark' },
  { organisation: 'organisasjonene', name: 'samarbeidsforum' },
] as const satisfies readonly { organisation: CastOrganisation; name: string }[];

/** A channel without a network, in each organisation of the playground: to start one in, or to link to another. */
export const trialChannel = { teams: 'Prøvekanal', slack: 'prøvekanal' } as const;

export type CastPerson = {
  readonly name: string;
  readonly email: string;
  /** Where the person has an account; none: reached by e-mail only. */
  readonly accounts: readonly CastOrganisation[];
  readonly locale: 'nb-NO' | 'nn-NO' | 'se-NO' | 'en-GB';
  readonly roles?: readonly StandingRole[];
};

const kommunene = ['kommunene'] as const;
const statsforvalteren = ['statsforvalteren'] as const;
const organisasjonene = ['organisasjonene'] as const;

export const castPeople = {
  kari: {
    name: 'Kari Trestakk',
    email: 'kari@embetet.example',
    accounts: ['statsforvalteren', 'organisasjonene'],
    locale: 'nb-NO',
    roles: ['coordinator'],
  },
  askeladden: {
    name: 'Askeladden Askeland',
    email: 'askeladden@tromso.example',
    accounts: kommunene,
    locale: 'nb-NO',
    roles: ['chair'],
  },
  per: { name: 'Per Askeland', email: 'per@tromso.example', accounts: kommunene, locale: 'nb-NO' },
  pål: { name: 'Pål Askeland', email: 'paal@harstad.example', accounts: kommunene, locale: 'nb-NO' },
  veslefrikk: { name: 'Veslefrikk Fele', email: 'veslefrikk@alta.example', accounts: kommunene, locale: 'nb-NO' },
  tyrihans: { name: 'Tyrihans Lykke', email: 'tyrihans@alta.example', accounts: kommunene, locale: 'nb-NO' },
  njávešeatni: {
    name: 'Njávešeatni Beaivi',
    email: 'njavesheatni@karasjok.example',
    accounts: kommunene,
    locale: 'se-NO',
  },
  čearpmat: { name: 'Čearpmat Đáigi', email: 'chearpmat@karasjok.example', accounts: [], locale: 'se-NO' },
  lurvehette: {
    name: 'Lurvehette Kongsdatter',
    email: 'lurvehette@tromsfylke.example',
    accounts: kommunene,
    locale: 'nb-NO',
  },
  tommeliten: {
    name: 'Tommeliten Bakke',
    email: 'tommeliten@finnmarkfylke.example',
    accounts: kommunene,
    locale: 'nb-NO',
  },
  åse: { name: 'Vesle Åse Gåsepike', email: 'aase@soriamoria.example', accounts: [], locale: 'nb-NO' },
  mestermø: { name: 'Mestermø Risen', email: 'mestermo@uit.example', accounts: statsforvalteren, locale: 'en-GB' },
  meahcci: { name: 'Ulda Meahcci', email: 'ulda@allaskuvla.example', accounts: organisasjonene, locale: 'se-NO' },
  herreper: { name: 'Herreper Katt', email: 'herreper@ks.example', accounts: organisasjonene, locale: 'nb-NO' },
  smørbukk: { name: 'Smørbukk Gulltann', email: 'smorbukk@pbl.example', accounts: organisasjonene, locale: 'nn-NO' },
  mikkel: {
    name: 'Mikkel Rev',
    email: 'mikkel@laererne.example',
    accounts: ['organisasjonene', 'kommunene'],
    locale: 'nb-NO',
  },
  bamse: { name: 'Bamse Brakar', email: 'bamse@laererne.example', accounts: organisasjonene, locale: 'nn-NO' },
  grimsborken: {
    name: 'Grimsborken Folen',
    email: 'grimsborken@skoleneslandsforbund.example',
    accounts: organisasjonene,
    locale: 'nn-NO',
  },
  huldra: { name: 'Huldra Skog', email: 'huldra@pptnord.example', accounts: kommunene, locale: 'nb-NO' },
  nøkken: { name: 'Nøkken Tjern', email: 'nokken@pptsor.example', accounts: kommunene, locale: 'nb-NO' },
  fossegrimen: {
    name: 'Fossegrimen Foss',
    email: 'fossegrimen@statped.example',
    accounts: statsforvalteren,
    locale: 'nb-NO',
  },
  gudbrand: { name: 'Gudbrand Lia', email: 'gudbrand@embetet.example', accounts: statsforvalteren, locale: 'nb-NO' },
  nordavinden: {
    name: 'Nordavinden Blåse',
    email: 'nordavinden@fagskolen.example',
    accounts: kommunene,
    locale: 'nb-NO',
    roles: ['observer'],
  },
} as const satisfies Record<string, CastPerson>;
export type CastKey = keyof typeof castPeople;

export type CastSeat = {
  readonly number: number;
  readonly party: string;
  readonly municipalityNumber?: string;
  readonly group: SeatGroup;
  readonly isVoting: boolean;
  readonly holder: CastKey;
  readonly deputies: readonly CastKey[];
};

export const castTerm = { from: '2026-01-01', to: '2029-12-31' } as const;

export const castSeats: readonly CastSeat[] = [
  seat(1, 'publicOwner', 'Tromsø kommune', 'askeladden', ['per'], '5501'),
  seat(2, 'publicOwner', 'Harstad kommune', 'pål', [], '5503'),
  seat(3, 'publicOwner', 'Alta kommune', 'veslefrikk', ['tyrihans'], '5601'),
  seat(4, 'publicOwner', 'Kárášjoga gielda – Karasjok kommune', 'njávešeatni', ['čearpmat'], '5610'),
  seat(5, 'publicOwner', 'Troms fylkeskommune', 'lurvehette'),
  seat(6, 'publicOwner', 'Finnmark fylkeskommune', 'tommeliten'),
  seat(7, 'privateOwner', 'Soria Moria barnehager', 'åse'),
  seat(8, 'higherEducation', 'UiT Norges arktiske universitet', 'mestermø'),
  seat(9, 'higherEducation', 'Sámi allaskuvla – Samisk høgskole', 'meahcci'),
  seat(10, 'municipalAssociation', 'KS Nord-Norge', 'herreper'),
  seat(11, 'privateKindergartenAssociation', 'PBL', 'smørbukk'),
  seat(12, 'teachersOrganisation', 'Utdanningsforbundet', 'mikkel', ['bamse']),
  seat(13, 'teachersOrganisation', 'Skolenes landsforbund', 'grimsborken'),
  seat(14, 'epsNorth', 'PPT, nord-delen', 'huldra'),
  seat(15, 'epsSouth', 'PPT, sør-delen', 'nøkken'),
  seat(16, 'statped', 'Statped', 'fossegrimen'),
  { ...seat(17, 'countyGovernor', 'Statsforvalteren i Troms og Finnmark', 'gudbrand'), isVoting: false },
];

function seat(
  number: number,
  group: SeatGroup,
  party: string,
  holder: CastKey,
  deputies: readonly CastKey[] = [],
  municipalityNumber?: string,
): CastSeat {
  return { number, group, party, holder, deputies, isVoting: true, ...(municipalityNumber && { municipalityNumber }) };
}

const groupWords: Readonly<Record<SeatGroup, string>> = {
  publicOwner: 'offentlig eier',
  privateOwner: 'privat eier',
  higherEducation: 'UH',
  municipalAssociation: 'KS',
  privateKindergartenAssociation: 'PBL',
  teachersOrganisation: 'lærerorganisasjon',
  epsNorth: 'PPT nord',
  epsSouth: 'PPT sør',
  statped: 'Statped',
  countyGovernor: 'Statsforvalter',
  other: 'annet',
};

const roleWords: Readonly<Record<StandingRole, string>> = {
  coordinator: 'koordinator',
  chair: 'leder',
  observer: 'observatør',
};

/** The same forum as the file a coordinator would send. */
export const castRoster: string = [
  'Plass;Part;Gruppe;Kommunenummer;Stemmerett;Fra;Til;Innehaver;E-post;Vara;Vara e-post;Rolle',
  ...castSeats.map(seatLine),
  ...peopleWithoutSeat().map(({ name, email, roles }) => `;;;;;;;${name};${email};;;${wordsOf(roles)}`),
  '',
].join('\r\n');

function seatLine(given: CastSeat): string {
  const holder: CastPerson = castPeople[given.holder];
  const deputies = given.deputies.map(key => castPeople[key]);
  return [
    given.number,
    given.party,
    groupWords[given.group],
    given.municipalityNumber ?? '',
    given.isVoting ? 'ja' : 'nei',
    castTerm.from,
    castTerm.to,
    holder.name,
    holder.email,
    deputies.map(deputy => deputy.name).join('|'),
    deputies.map(deputy => deputy.email).join('|'),
    wordsOf(holder.roles),
  ].join(';');
}

function wordsOf(roles: readonly StandingRole[] = []): string {
  return roles.map(role => roleWords[role]).join('|');
}

function peopleWithoutSeat(): readonly CastPerson[] {
  const seated = new Set<string>(castSeats.flatMap(({ holder, deputies }) => [holder, ...deputies]));
  return Object.entries<CastPerson>(castPeople).flatMap(([key, person]) => (seated.has(key) ? [] : [person]));
}
