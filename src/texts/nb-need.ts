import type { Lack, Severity } from '../features/needs/completeness.ts';
import type { NeedField, NeedPage } from '../features/needs/need-fields.ts';
import type { NeedRefusal } from '../features/needs/need-refusal.ts';
import type { NeedState, NeedStep } from '../features/needs/need-state.ts';
import type { TellingField } from '../features/needs/need-telling.ts';
import type { RoundForm } from '../features/needs/round.ts';
import type { Loosened } from './loosened.ts';
import { quotedLabels } from './quoted-labels.ts';
import type { RefusalTextsOf } from './refusal.ts';

export type NeedTexts = Loosened<typeof nbNeed>;

const states = {
  draft: 'Utkast, ikke sendt',
  submitted: 'Sendt',
  returned: 'Sendt tilbake',
  complete: 'Godtatt som fullstendig',
  inNetwork: 'Slått sammen med andre i nettverket',
  onAgenda: 'Klar for saksliste',
  recommended: 'Innstilt',
  recommendedReduced: 'Innstilt med lavere beløp',
  notRecommended: 'Ikke innstilt',
  granted: 'Innvilget',
  grantedReduced: 'Innvilget med lavere beløp',
  rejected: 'Avslått',
  withdrawn: 'Trukket',
} satisfies Record<NeedState, string>;

const labels = {
  kind: 'Type melding',
  ownerType: 'Eiertype',
  participants: 'Virksomheter som deltar',
  sectors: 'Sektorer',
  sectorExplanation: 'Hvorfor barnehage, skole eller PPT ikke er med',
  privateOwners: 'Er private eiere med?',
  privateOwnersText: 'Mer om private eiere',
  title: 'Tittel',
  themes: 'Tema',
  description: 'Hva trenger dere å bli bedre på?',
  analysisBasis: 'Hva bygger dere på?',
  analysisText: 'Mer om grunnlaget',
  staffInvolvement: 'Hvordan har ansatte og tillitsvalgte vært med?',
  anchoring: 'Forankret hos',
  anchoredOn: 'Dato for forankring',
  targetGroups: 'Målgruppe',
  participantCount: 'Antall deltakere, omtrent',
  levels: 'Kompetansenivå',
  goal: 'Hva skal bli annerledes i praksis?',
  plannedMeasure: 'Planlagt tiltak og arbeidsform',
  partner: 'Partner',
  partnerState: 'Avtale med partneren',
  wantsStatped: 'Ønsker dere Statped med?',
  from: 'Første måned',
  to: 'Siste måned',
  amounts: 'Beløp dere søker om, per år',
  coFunding: 'Egenandel i kroner',
  priority: 'Deres prioritet',
  samiPerspective: 'Samisk eller kvensk perspektiv',
  links: 'Lenker',
  explanation: 'Begrunnelse for det som mangler',
  contact: 'Kontaktperson',
  phone: 'Telefon på jobb',
} satisfies Record<NeedField, string>;

export const nbNeed = {
  say: {
    states,
    labels,

    hints: {
      kind: 'Søker dere ikke om penger nå, er det bare behovet dere melder.',
      ownerType: 'Hvem som eier virksomhetene som deltar.',
      sectors: 'Barnehage, skole og PPT bør helst være med.',
      privateOwners: 'Kommunen har ansvar for å ta dem med.',
      themes: 'Velg det behovet handler mest om.',
      analysisBasis: 'Hvor dere har sett behovet.',
      anchoring: 'Hvem som har stilt seg bak.',
      targetGroups: 'Hvem som skal lære.',
      levels: 'Hvor dypt de ulike gruppene skal gå. Kan stå tomt.',
      partnerState: 'Hvor langt dere er kommet med dem.',
      wantsStatped: 'Statped bidrar når eier og universitet eller høgskole ber om det.',
      from: 'Når tiltaket begynner, tidligst i tilskuddsåret.',
      samiPerspective: 'Om tiltaket gjelder samiske eller kvenske barn, språk eller kultur.',
      contact: 'Den som svarer på spørsmål om meldingen.',
      participants: 'Én på hver linje, for eksempel Solstua barnehage.',
      sectorExplanation: 'Bare om en av de tre ikke er med.',
      privateOwnersText: 'Skriv hvorfor, om de ikke er med.',
      title: '5 til 120 tegn.',
      description: '50 til 3000 tegn. Skriv om praksis, ikke om enkeltbarn.',
      analysisText: 'Hva viste det?',
      staffInvolvement: '10 til 1000 tegn.',
      anchoredOn: 'Når det ble behandlet der. Kreves når ledergruppa er valgt.',
      participantCount: 'Et omtrentlig tall.',
      goal: '20 til 1500 tegn.',
      plannedMeasure: '20 til 3000 tegn. Melder dere bare behovet, kan dette, partner, måneder og beløp stå tomt.',
      partner: 'Universitet, høgskole, fagskole eller nasjonalt senter.',
      to: 'Høyst 36 måneder til sammen.',
      amounts:
        'Én linje for hvert år: året, kolon, og så kroner til eier ; partner ; koordinering. For eksempel 2027: 200 000 ; 150 000 ; 0',
      coFunding: 'Hele kroner.',
      priority: '1 er viktigst.',
      links: 'Én på hver linje, høyst fem.',
      explanation: 'Bare om noe som skulle vært på plass, ikke er det ennå.',
      phone: 'Bare nummer på jobb.',
    } satisfies Record<NeedField, string>,

    choices: {
      kind: {
        new: 'nytt behov',
        continuation: 'fortsettelse av tiltak som er i gang',
        supplement: 'mer til tiltak som er i gang',
        reduction: 'mindre til tiltak som er i gang',
        needsOnly: 'bare behovet, uten beløp',
      },
      privateOwners: {
        yes: 'ja, de er med',
        invitedDeclined: 'de er spurt, og takket nei',
        noneInMunicipality: 'det er ingen private eiere hos oss',
        no: 'nei',
      },
      analysisBasis: {
        standpointAnalysis: 'ståstedsanalyse',
        surveyStaff: 'spørreundersøkelse til ansatte',
        qualityReport: 'kvalitetsmelding eller tilstandsrapport',
        networkAnalysis: 'analyse i nettverket',
        supervision: 'tilsyn',
        research: 'forskning',
        other: 'annet',
      },
      anchoring: {
        owner: 'eier',
        leaderGroup: 'ledergruppa',
        politicalCommittee: 'politisk utvalg',
        network: 'nettverket',
        unionDialogue: 'drøfting med tillitsvalgte',
      },
      partnerState: {
        none: 'ingen ennå',
        contacted: 'tatt kontakt',
        agreed: 'enige',
        agreementSigned: 'avtale er skrevet under',
      },
      wantsStatped: { yes: 'ja', no: 'nei' },
    },

    month: (month: string, year: string) => `${month} ${year}`,
    kroner: (amount: string) => `${amount} kr`,
    draftOf: (day: string) => `Utkast fra ${day}`,

    pages: {
      who: 'Hvem',
      what: 'Hva og hvorfor',
      how: 'Hvordan, partner og penger',
      check: 'Se over og send',
    } satisfies Record<NeedPage, string>,

    form: {
      pageOf: (page: string, name: string) => `Side ${page} av 4: ${name}`,
      marked: (label: string) => `${label} *`,
      star: 'Det som er merket med *, må være på plass før dere sender. Et utkast kan mangle det.',
      saved: 'Det dere har fylt ut til nå, er lagret som utkast. Skriv «mine meldinger» for å gå videre senere.',
      themes: 'Tema (ett til tre)',
      input: 'Innspill',
      page: (page: string) => `Behovsmelding ${page} av 4`,
      next: 'Lagre og gå videre',
      check: 'Lagre og se over',
      give: 'Send innspill',
      returnTitle: 'Send tilbake',
      returnSubmit: 'Send tilbake',
      returnReason: 'Hva må de gjøre?',
      returnOn: 'Ny frist',
      withdrawTitle: 'Trekk meldingen',
      withdrawSubmit: 'Trekk meldingen',
      withdrawReason: 'Hvorfor trekkes den?',
      withdrawWarning: 'En melding som er trukket, kan ikke sendes igjen.',
      lateTitle: 'Ta imot for sent',
      lateSubmit: 'Ta imot',
      lateReason: 'Hvorfor tas den imot etter fristen?',
      lateText: 'Fristen er ute. Meldingen blir merket som for sen, med grunnen.',
    },

    /** Of a page that someone else saved meanwhile. */
    meanwhile: (who: string, when: string) =>
      `${who} lagret denne siden ${when}, mens du skrev. Ditt er ikke lagret ennå. I feltene står det du skrev. Sender du nå, gjelder ditt.`,
    meanwhileTheirs: 'Dette lagret de:',
    emptied: '(tomt)',
    someone: 'Noen andre',

    telling: {
      'child-with-diagnosis': (field: string) =>
        `«${field}»: Dette kan fortelle om ett barn. Skriv det om, eller send likevel.`,
      'small-group': (field: string) =>
        `«${field}»: En så liten gruppe kan fortelle om ett barn. Skriv det om, eller send likevel.`,
    } satisfies Record<TellingField['why'], (field: string) => string>,

    card: {
      input: 'Innspill',
      need: 'Behovsmelding',
      party: 'Fra',
      scheme: 'Ordning',
      year: 'Tilskuddsår',
      state: 'Status',
      due: 'Frist',
      asked: 'Søkt om til sammen',
      period: 'Periode',
      /** Beside the button that fetches the document. */
      cut: (button: string) => `Lange tekster er kortet ned her. Trykk «${button}» for å lese alt.`,
      late: (reason: string) => `Tatt imot etter fristen: ${reason}`,
      returnedToYou: 'Sendt tilbake til dere',
      returnedTo: (party: string) => `Sendt tilbake til ${party}`,
      /** @param who empty where it is not known */
      returned: (when: string, who: string) =>
        `${who ? `${who} sendte meldingen tilbake.` : 'Meldingen er sendt tilbake.'} Rett og send på nytt innen ${when}.`,
      reason: (reason: string) => `«${reason}»`,
      alreadySent: (reference: string, when: string) => `Den er allerede sendt, ${when}. Nummeret er ${reference}.`,
      sent: (reference: string, when: string) => `Sendt. Nummeret er ${reference}. Dere kan endre den til ${when}.`,
      sentForGood: (reference: string) => `Sendt. Nummeret er ${reference}.`,
      saved: 'Lagret.',
      reopened: 'Meldingen er et utkast igjen. Den gjelder ikke før dere sender den på nytt.',
      accepted: 'Meldingen er godtatt som fullstendig.',
      sentBack: 'Meldingen er sendt tilbake. De som har arbeidet med den, får beskjed.',
      withdrawn: 'Meldingen er trukket.',
      taken: (reference: string) => `Meldingen er tatt imot etter fristen. Nummeret er ${reference}.`,
    },

    check: {
      titles: { input: 'Se over og send', need: 'Behovsmelding 4 av 4: se over og send' } satisfies Record<
        RoundForm,
        string
      >,
      ready: 'Ingenting mangler. Meldingen kan sendes.',
      notReady: 'Meldingen er lagret, men kan ikke sendes ennå.',
      severities: {
        block: 'Dette må på plass',
        explain: 'Dette må på plass eller begrunnes',
        note: 'Se over dette',
      } satisfies Record<Severity, string>,
      /** What is not filled in, page by page. */
      missing: (page: string, fields: string) => `${page}: fyll ut ${fields}.`,
      quoted: (field: string) => `«${field}»`,
      lacks: {
        'sector-missing': (_field: string, of: string) =>
          `Ikke med: ${of}. Ta dem med i «${labels.sectors}», eller skriv hvorfor i «${labels.sectorExplanation}».`,
        'private-owners-left-out': () =>
          `Dere svarte nei til at private eiere er med. Har dere private barnehager eller skoler, skriv hvorfor de ikke er med, i «${labels.privateOwnersText}». Har dere ingen, velg det i «${labels.privateOwners}».`,
        'no-anchoring-date': () =>
          `Skriv når ledergruppa behandlet det i «${labels.anchoredOn}», eller hvorfor det ikke er gjort i «${labels.explanation}».`,
        'partner-not-confirmed': () =>
          `Partneren har ikke sagt ja ennå. Skriv hva dere venter på i «${labels.explanation}».`,
        'partner-missing': () =>
          `Skriv hvem dere vil arbeide med i «${labels.partner}». Før fristen kan dere i stedet skrive hvorfor ingen er klar, i «${labels.explanation}».`,
        'co-funding-low': (_field: string, of: string) =>
          `Egenandelen er under ${of} prosent av det dere søker om. Øk «${labels.coFunding}», eller skriv hvorfor i «${labels.explanation}».`,
        'period-wrong-way': () => 'Siste måned er før den første. Rett månedene.',
        'period-too-long': (_field: string, of: string) => `Perioden er lengre enn ${of} måneder. Kort den ned.`,
        'starts-before-grant-year': (_field: string, of: string) =>
          `Perioden begynner før tilskuddsåret. Første måned må være i ${of} eller senere.`,
        'amount-outside-period': (_field: string, of: string) =>
          `Det er søkt om beløp for ${of}, som er utenfor perioden. Rett beløpene eller månedene.`,
        'may-tell': (field: string) => `«${field}» kan fortelle om ett barn. Skriv det om dersom det gjør det.`,
      } satisfies Record<Exclude<Lack['lack'], 'missing'>, (field: string, of: string) => string>,
    },

    start: {
      whichRound: 'Hvilken innhenting?',
      which: 'Hvem svarer du for?',
      title: (party: string) => `Meldinger fra ${party}`,
      some: 'Dere har allerede begynt på dette. Alle som svarer for dere, deler utkastene.',
      none: 'Dere har ikke begynt ennå.',
      untitled: 'Uten tittel ennå',
      mine: 'Mine meldinger',
      noneMine: 'Du har ingen meldinger ennå. Skriv «meld inn» for å begynne.',
    },

    history: {
      title: 'Hva som er gjort',
      started: (who: string) => `Begynt av ${who}`,
      saved: (page: string, who: string) => `Sist lagret, ${page}: ${who}`,
      /** By one of the secretariat whose own party it is. */
      own: (words: string, party: string) => `${words}, som selv svarer for ${party}`,
      steps: {
        submit: (who: string) => `Sendt av ${who}`,
        change: (who: string) => `Endret av ${who}`,
        reopen: (who: string) => `Tatt tilbake for å endres av ${who}`,
        return: (who: string) => `Sendt tilbake av ${who}`,
        accept: (who: string) => `Godtatt som fullstendig av ${who}`,
        bundle: (who: string) => `Slått sammen med andre av ${who}`,
        unbundle: (who: string) => `Skilt fra de andre igjen av ${who}`,
        putOnAgenda: (who: string) => `Gitt videre av ${who}`,
        takeOffAgenda: (who: string) => `Tatt tilbake av ${who}`,
        takeBackBundled: (who: string) => `Tatt tilbake, og fortsatt slått sammen, av ${who}`,
        recommend: (who: string) => `Innstilt, ført av ${who}`,
        recommendReduced: (who: string) => `Innstilt med lavere beløp, ført av ${who}`,
        notRecommend: (who: string) => `Ikke innstilt, ført av ${who}`,
        grant: (who: string) => `Innvilget, ført av ${who}`,
        grantReduced: (who: string) => `Innvilget med lavere beløp, ført av ${who}`,
        reject: (who: string) => `Avslått, ført av ${who}`,
        withdraw: (who: string) => `Trukket av ${who}`,
      } satisfies Record<NeedStep, (who: string) => string>,
    },

    withdrawn: {
      title: 'En melding dere hadde godtatt, er trukket',
      text: (party: string, name: string) => `${party} har trukket ${name}.`,
      reason: 'Hvorfor',
      bundled: (n: number) =>
        `Den var slått sammen med andre i felles behov ${n}, og er nå ute av det. Skill de andre og slå dem sammen på nytt om noen andre skal være ansvarlig.`,
      bundle: (n: number) => `Felles behov ${n}`,
    },

    returned: {
      title: 'En melding er sendt tilbake til dere',
      reminder: 'Fristen for å rette er snart ute',
      unanswered: (n: number) =>
        n === 1 ? 'Én melding er ikke kommet tilbake' : `${n} meldinger er ikke kommet tilbake`,
      unansweredText: (when: string) =>
        `Fristen for å rette var ${when}. Det som ble sendt tilbake, ligger fortsatt hos dem som skulle rette det, og er ikke med videre. Åpne en melding for å ta den imot for sent.`,
    },

    buttons: {
      new: 'Ny',
      lastYear: 'Start fra fjorårets',
      continue: 'Fortsett',
      show: 'Vis',
      edit: 'Endre',
      check: 'Se over og send',
      send: 'Send',
      page: (page: string) => `Rett: ${page}`,
      withdraw: 'Trekk',
      return: 'Send tilbake',
      accept: 'Godta',
      late: 'Ta imot for sent',
      history: 'Historikk',
    },
  },

  fieldNames: {
    ...quotedLabels(labels),
    round: 'innhentingen',
    party: 'parten',
    need: 'meldingen',
    revision: 'siden',
    sure: 'om det skal sendes likevel',
    page: 'siden',
    reference: 'nummeret på meldingen',
  },

  commands: {
    giveNeed: { example: '', does: 'melder inn behov i innhentingen som er åpen' },
    myNeeds: { example: '', does: 'viser det dere har begynt på og sendt' },
    showNeed: { example: 'BM-2027-0001', does: 'viser én melding' },
  },

  refusals: {
    'no-need': () => 'Jeg finner ikke den innhentingen eller meldingen. Ingenting er lagret.',
    'no-need-party': ({ own }) =>
      own.length > 0
        ? `Innhentingen går ikke til ${own.join(', ')}, som du har plass for. Ingenting er lagret. Be koordinatoren ta dere med, eller snakk med kommunen din.`
        : 'Du har ingen plass i nettverket, så du kan ikke melde inn for noen. Ingenting er lagret. Be koordinatoren gi deg en.',
    'round-not-begun': ({ opensAt }, { when }) => `Innhentingen åpner ${when(opensAt)}. Ingenting er lagret ennå.`,
    'need-not-open': ({ state }) => `Status er nå «${states[state]}», så dette går ikke. Ingenting er endret.`,
    'need-too-late': ({ dueAt }, { when }) =>
      `Fristen gikk ut ${when(dueAt)}, så meldingen er ikke sendt. Det som er skrevet, er lagret som utkast. Be sekretariatet ta den imot.`,
    'need-time-over': ({ dueAt }, { when }) =>
      `Fristen gikk ut ${when(dueAt)}, så dette går ikke nå. Ingenting er endret. Snakk med sekretariatet.`,
    'need-not-late': ({ dueAt }, { when }) =>
      `Fristen er ikke ute før ${when(dueAt)}. Til da sender de den selv. Ingenting er endret.`,
    'need-day-past': () => 'Den nye fristen er allerede passert. Ingenting er lagret. Velg en dag som kommer.',
    'unknown-term': () =>
      'Det som er valgt her, finnes ikke i nettverket. Ingenting er lagret. Velg på nytt fra lista.',
    'too-many-needs': ({ most }) => `Dere har allerede ${most} meldinger i denne innhentingen. Denne er ikke lagret.`,
    'no-earlier-need': () => 'Dere har ingen tidligere melding å starte fra. Ingenting er lagret. Trykk «Ny».',
  } satisfies RefusalTextsOf<NeedRefusal>,
};
