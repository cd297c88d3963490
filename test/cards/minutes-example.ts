/** A long and ordinary meeting of the cast, and the words of its minutes in both Norwegian languages. */
import type { MinutesContent, MinutesSpeech, MinutesTexts, Presence } from '../../cards/meetings/minutes-content.ts';
import { type CastSeat, castNetwork, castPeople, castSeats } from '../../src/playground/cast.ts';
import { formatDay } from '../../src/texts/format-day.ts';
import { formatInstant, formatList } from '../../src/texts/format-time.ts';
import type { Instant, PlainDate } from '../../src/world.ts';

const people = castPeople;
const absentSeats: ReadonlySet<number> = new Set([6, 13]);
const seatsWithDeputy: ReadonlySet<number> = new Set([1, 12]);

function attendance({ number, party, holder, deputies: [deputy] }: CastSeat): readonly Presence[] {
  if (absentSeats.has(number)) return [];
  if (deputy && seatsWithDeputy.has(number)) return [{ party, name: people[deputy].name, standing: 'deputy' }];
  const { name } = people[holder];
  return number === 11
    ? [{ party, name: people.åse.name, standing: 'onBehalf', of: name }]
    : [{ party, name, standing: 'holder' }];
}

export const meetingMinutes: MinutesContent = {
  kind: 'minutes',
  network: castNetwork.name,
  number: '2/27',
  startsAt: '2027-03-02T08:00:00.000Z' as Instant,
  endsAt: '2027-03-02T10:30:00.000Z' as Instant,
  place: 'Fylkeshuset i Tromsø, møterom «Lyngen»',
  online: {
    title: 'Teams',
    url: 'https://meet.example/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%22Tid%22%7d',
  },
  chair: people.askeladden.name,
  secretary: people.kari.name,
  present: castSeats.flatMap(attendance),
  absent: castSeats.flatMap(({ number, party, holder }) =>
    absentSeats.has(number) ? [{ party, name: people[holder].name }] : [],
  ),
  observers: [{ party: 'Fagskolen i Nord', name: people.nordavinden.name }],
  cases: [
    {
      number: '1/27',
      type: 'approval',
      title: 'Godkjenning av referat fra møte 1/27',
      recused: [],
      presented: [{ title: 'Referat fra møte 1/27, versjon 2', url: 'https://laget.example/papir/1' }],
      conclusion: {
        method: 'consensus',
        text: 'Referatet er godkjent med én rettelse: Tromsø var representert ved vara.',
      },
      dissent: [],
      followUps: [],
    },
    {
      number: '2/27',
      type: 'decision',
      title: 'Innstilling om kompetansetiltak for 2027/28',
      recused: ['UiT Norges arktiske universitet', 'Alta kommune'],
      presented: [
        { title: 'Samlet oversikt over behov, 39 kommuner', url: 'https://laget.example/papir/2?a=1&b=2' },
        { title: 'Notat fra PP-ledernettverkene', url: 'https://laget.example/papir/3' },
      ],
      discussion:
        'Sekretariatet la fram de innmeldte behovene. Av 39 kommuner har 36 svart, og tre har fått utsatt frist. ' +
        'Inkluderende praksis og tverrfaglig samhandling er nevnt av flest, fulgt av skolefravær og språk i barnehagen.\n' +
        'Det ble pekt på at de private barnehageeierne er involvert i bare halvparten av meldingene. Kommunene bes svare ' +
        'for dette når meldingen sendes. PP-tjenesten i nord har knapp tid, og tiltak bør legges slik at reisen ' +
        'mellom Kárášjohka, Guovdageaidnu og Alta lar seg gjøre på én dag.\n' +
        'Rammen er på 4 800 000 kroner. Summen av søknadene er 7 250 000 kroner. Forumet drøftet om alle skal kortes ' +
        'like mye, eller om noen tiltak skal vente til neste år.',
      conclusion: {
        method: 'vote',
        text:
          'Forumet tilrår at tiltak 1–6 får tilskudd for skoleåret 2027/28 som i vedlegg 2, og at tiltak 7 og 8 tas opp ' +
          'igjen i 2028.\nStemmetall: 9 for, 2 mot, 1 blank. Statsforvalteren stemte ikke.',
      },
      dissent: [
        {
          party: 'Utdanningsforbundet',
          text: 'Tiltak 7 burde vært prioritert foran tiltak 6, siden det når ansatte uten formell utdanning.',
        },
      ],
      followUps: [
        {
          what: 'Sende innstillingen til Statsforvalteren',
          who: people.askeladden.name,
          dueOn: '2027-03-15' as PlainDate,
        },
        {
          what: 'Avklare med Samisk høgskole om kurs i «Mánát & giella» kan holdes på nordsamisk',
          who: people.njávešeatni.name,
          dueOn: '2027-04-09' as PlainDate,
        },
        { what: 'Svare de som ikke nådde opp', who: 'Sekretariatet' },
      ],
    },
    {
      number: '3/27',
      type: 'discussion',
      title: 'Langsiktig plan: hva skal stå igjen når <prosjektene> er over?',
      recused: [],
      presented: [{ title: 'Utkast til plan', url: 'javascript:alert(1)' }],
      discussion:
        'Gruppene arbeidet med tre spørsmål: Hva virker? Hvem mangler? Hva slutter vi med?\n' +
        '«Det viktigste er at vi vet om hverandre», ble det sagt.',
      conclusion: { method: 'postponed', text: 'Saken kommer tilbake i møte 3/27 med et nytt utkast.' },
      dissent: [],
      followUps: [{ what: 'Nytt utkast', who: people.kari.name, dueOn: '2027-04-01' as PlainDate }],
    },
    {
      number: '4/27',
      type: 'information',
      title: 'Orienteringer',
      recused: [],
      presented: [],
      discussion: 'Statped: ny nettside. KS: konferanse i november.',
      conclusion: { method: 'noted', text: 'Tatt til orientering.' },
      dissent: [],
      followUps: [],
    },
    {
      number: '5/27',
      type: 'otherBusiness',
      title: 'Eventuelt',
      recused: [],
      presented: [],
      dissent: [],
      followUps: [],
    },
  ],
  next: {
    startsAt: '2027-04-13T07:00:00.000Z' as Instant,
    endsAt: '2027-04-13T09:30:00.000Z' as Instant,
    place: 'Teams',
  },
  version: { number: 2, state: 'sent', madeAt: '2027-03-09T11:00:00.000Z' as Instant },
};

const nb: MinutesTexts = {
  title: (kind, number) => `${kind === 'minutes' ? 'Referat' : 'Protokoll'} fra møte ${number}`,
  meeting: number => `Møte ${number}`,
  page: ['Side ', ' av '],
  time: 'Tid',
  place: 'Sted',
  online: 'På nett',
  chair: 'Møteleder',
  secretary: 'Sekretær',
  present: 'Til stede',
  party: 'Virksomhet',
  attended: 'Møtte',
  nobody: 'Ingen er ført opp som møtt.',
  deputy: name => `${name} (vara)`,
  onBehalf: (name, of) => `${name} (pva. ${of})`,
  absent: 'Forfall',
  unheard: 'Ikke møtt, uten forfall',
  observers: 'Observatører',
  withoutSeat: 'Uten plass',
  leads: { chair: name => `${name} (leder)`, coordinator: name => `${name} (koordinator)` },
  caseTitle: (number, title) => `Sak ${number}: ${title}`,
  caseTypes: {
    decision: 'Beslutningssak',
    discussion: 'Drøftingssak',
    information: 'Orienteringssak',
    approval: 'Godkjenning',
    otherBusiness: 'Eventuelt',
  },
  recused: seats => `Inhabil, deltok ikke i saken: ${seats}.`,
  presented: 'Lagt fram',
  discussion: 'Drøfting',
  conclusion: 'Konklusjon',
  unconcluded: 'Ikke konkludert.',
  dissent: 'Protokolltilførsel',
  followUps: 'Oppfølging',
  methods: { consensus: 'Enighet', vote: 'Avstemning', noted: 'Tatt til orientering', postponed: 'Utsatt' },
  dissentOf: (party, text) => `${party}: ${text}`,
  what: 'Hva',
  who: 'Hvem',
  due: 'Frist',
  noDue: 'Ingen frist',
  next: 'Neste møte',
  version: (number, state, when) =>
    `Versjon ${number}, ${{ draft: 'utkast', sent: 'sendt ut til merknader', final: 'skrevet' }[state]} ${when}.`,
  approved: (inMeeting, at) => `Godkjent ${inMeeting ? `i møte ${inMeeting}, ` : ''}${at}.`,
  passedOver: reason => `Godkjent før alle merknader var kommet og besvart. Grunn: ${reason}`,
  notApproved: 'Ikke godkjent ennå.',
};

const nn: MinutesTexts = {
  ...nb,
  title: (kind, number) => `${kind === 'minutes' ? 'Referat' : 'Protokoll'} frå møte ${number}`,
  place: 'Stad',
  chair: 'Møteleiar',
  secretary: 'Sekretær',
  party: 'Verksemd',
  nobody: 'Ingen er førte opp som møtt.',
  absent: 'Forfall',
  observers: 'Observatørar',
  caseTypes: {
    decision: 'Avgjerdssak',
    discussion: 'Drøftingssak',
    information: 'Orienteringssak',
    approval: 'Godkjenning',
    otherBusiness: 'Eventuelt',
  },
  unconcluded: 'Ikkje konkludert.',
  recused: seats => `Ugild, deltok ikkje i saka: ${seats}.`,
  presented: 'Lagt fram',
  dissent: 'Protokolltilførsle',
  followUps: 'Oppfølging',
  methods: { consensus: 'Semje', vote: 'Røysting', noted: 'Teke til orientering', postponed: 'Utsett' },
  what: 'Kva',
  who: 'Kven',
  noDue: 'Ingen frist',
  next: 'Neste møte',
  version: (number, state, when) =>
    `Versjon ${number}, ${{ draft: 'utkast', sent: 'sendt ut til merknader', final: 'skriven' }[state]} ${when}.`,
  approved: (inMeeting, at) => `Godkjent ${inMeeting ? `i møte ${inMeeting}, ` : ''}${at}.`,
  passedOver: reason => `Godkjent før alle merknader var kommet og besvart. Grunn: ${reason}`,
  notApproved: 'Ikkje godkjent enno.',
};

const texts = { nb, nn } as const;

export function minutesSpeech(language: 'nb' | 'nn'): MinutesSpeech {
  const zone = castNetwork.zone;
  const when = (instant: Instant) => formatInstant(instant, zone, language);
  return {
    language,
    when,
    period: (from, to) => `${when(from)}–${when(to).slice(-5)}`,
    day: day => formatDay(day, language),
    list: words => formatList(words, language),
    texts: texts[language],
  };
}
