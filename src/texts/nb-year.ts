import type { WhyNotReminded } from '../delivery/schedule.ts';
import type { SeatGroup } from '../features/networks/network.ts';
import type { RuleNumber } from '../features/year/change-rules.ts';
import type { Weekday } from '../features/year/days.ts';
import type { EveName, FlagDayName, HolidayName } from '../features/year/holidays.ts';
import type { StepTitles } from '../features/year/proposed-milestones.ts';
import type { DayReason } from '../features/year/work-days.ts';
import type { YearRefusal } from '../features/year/year-refusal.ts';
import { countIn } from './count.ts';
import { formatDay } from './format-day.ts';
import { formatMonth, formatWeek, formatWeekday } from './format-span.ts';
import type { Loosened } from './loosened.ts';
import type { RefusalTextsOf } from './refusal.ts';
import { twoDigits, type UnreadTexts, unreadSentence } from './unread-date.ts';

export type YearTexts = Loosened<typeof nbYear>;

type BreakKind = Extract<DayReason, { kind: 'schoolBreak' }>['breakKind'];

const count = countIn('nb');

const weekdays = {
  monday: 'mandag',
  tuesday: 'tirsdag',
  wednesday: 'onsdag',
  thursday: 'torsdag',
  friday: 'fredag',
  saturday: 'lørdag',
  sunday: 'søndag',
} satisfies Record<Weekday, string>;

const unread: UnreadTexts = {
  'no-moment': () => 'Jeg fant ingen dato i det du skrev. Skriv for eksempel 1. februar 2027.',
  'no-day': () => 'Jeg fant ingen dag i det du skrev. Skriv for eksempel 1. februar 2027.',
  'no-such-day': ({ day, month }) =>
    month !== undefined && month >= 1 && month <= 12
      ? `Det finnes ingen ${day}. ${formatMonth(month, 'nb')}. Se over datoen.`
      : 'Denne dagen finnes ikke. Se over datoen.',
  'no-such-week': ({ week, year }) => `Det er ingen uke ${week} i ${year}. Se over uka.`,
  'weekday-differs': ({ on, weekday }) =>
    `Du skrev ${weekdays[weekday]}, men dagen er ${formatWeekday(on, 'nb')}. Rett det som er feil.`,
  'week-differs': ({ on, week }) =>
    `Du skrev uke ${week}, men ${formatDay(on, 'nb')} er i ${formatWeek(on, 'nb')}. Rett det som er feil.`,
  'several-days': () => 'Du skrev flere dager. Skriv én.',
  'several-times': () => 'Du skrev flere klokkeslett. Skriv ett.',
  'no-such-clock': ({ hour, minute }) => `Klokka blir aldri ${hour}.${twoDigits(minute)}. Se over klokkeslettet.`,
  'ends-before-start': ({ from, to }) => `Slutten, ${to}, er ikke etter starten, ${from}. Se over klokkeslettene.`,
  'words-left': ({ words }) => `Dette forsto jeg ikke: ${words}. Skriv datoen alene.`,
  'no-one-day': () => 'Her trengs én bestemt dag. Skriv for eksempel 1. februar 2027.',
  'no-clock-here': () => 'Her teller bare dagen. Ta bort klokkeslettet.',
};

export const nbYear = {
  say: {
    reminders: (times: string) => `Påminnelser går ${times} til dem som ikke har svart.`,
    noReminders: {
      'no-deadline':
        'Ingen påminnelse går av seg selv, for det er ingen svarfrist. Si fra selv til dem som ikke svarer.',
      'no-days':
        'Ingen påminnelse går av seg selv, for nettverkets regler har ingen dager for påminnelser. Skriv «regler» for å endre dem.',
      'too-near': 'Ingen påminnelse rekker å gå av seg selv før fristen. Si fra selv til dem som ikke svarer.',
    } satisfies Record<WhyNotReminded, string>,

    weekdays,
    holidays: {
      newYearsDay: '1. nyttårsdag',
      maundyThursday: 'skjærtorsdag',
      goodFriday: 'langfredag',
      easterSunday: '1. påskedag',
      easterMonday: '2. påskedag',
      labourDay: 'arbeidernes dag',
      constitutionDay: 'grunnlovsdagen',
      ascensionDay: 'Kristi himmelfartsdag',
      whitSunday: '1. pinsedag',
      whitMonday: '2. pinsedag',
      christmasDay: '1. juledag',
      boxingDay: '2. juledag',
    } satisfies Record<HolidayName, string>,
    eves: { christmasEve: 'julaften', newYearsEve: 'nyttårsaften' } satisfies Record<EveName, string>,
    flagDays: { samiNationalDay: 'samefolkets dag' } satisfies Record<FlagDayName, string>,
    schoolBreaks: {
      autumn: 'høstferie',
      christmas: 'juleferie',
      winter: 'vinterferie',
      easter: 'påskeferie',
      summer: 'sommerferie',
      planning: 'planleggingsdag',
    } satisfies Record<BreakKind, string>,
    inCounty: (what: string, county: string) => `${what} i ${county}`,
    weekend: 'helg',
    july: 'juli',
    bridge: 'inneklemt dag',

    reading: (what: string) => `Jeg leste: ${what}`,
    dayAndWeek: (day: string, week: string) => `${day}, ${week}`,
    weekAndDays: (week: string, days: string) => `${week}, ${days}`,
    daysBefore: (n: number) => `${count(n, 'dag', 'dager')} før`,

    title: (year: number, name: string) => `Årshjul ${year} for ${name}`,
    numbered: (title: string, number: number) => `${title} (milepæl ${number})`,
    nothing: 'Ingen milepæler er lagt inn for dette året.',
    showOne: 'Skriv «milepæl» og nummeret for å se eller endre en av dem.',
    noCounty: 'Skoleferier vises når nettverket har valgt fylke i reglene.',
    unknownBreaks: (county: string, schoolYears: string) =>
      `Ingen skolerute er lagt inn for ${county} for skoleåret ${schoolYears}. Se etter selv før du velger dager der.`,

    buttons: {
      add: 'Ny milepæl',
      copyTo: (year: number) => `Kopier til ${year}`,
      standard: 'Foreslå et vanlig år',
      year: (year: number) => `Årshjul ${year}`,
      change: 'Endre',
      remove: 'Ta bort',
      changeRules: 'Endre reglene',
      changeGroups: 'Endre hvem som må møte',
    },

    milestone: {
      name: (number: number) => `Milepæl ${number}`,
      added: (number: number) => `Milepæl ${number} er lagt inn`,
      changed: (number: number) => `Milepæl ${number} er endret`,
      removed: (number: number) => `Milepæl ${number} er tatt bort`,
      removedText: 'Kanalene får ikke flere oppslag om den, og det som alt er lagt ut, viser at den er tatt bort.',
      isRemoved: 'Tatt ut av årshjulet',
      reminders: (times: string) => `Kanalene får oppslag ${times}.`,
      noReminders: 'Kanalene får ikke flere oppslag om den.',
      dayOff: (what: string) => `Dagen er ingen vanlig arbeidsdag: ${what}.`,
    },

    proposed: {
      copy: (year: number) => `Milepælene fra ${year - 1}, på samme dato i ${year}.`,
      standard: 'Datoene er forslag etter det noen fylker har brukt. De er ingen lov: bytt dem med deres egne.',
      one: (day: string, title: string) => `${day}: ${title}`,
      moved: (day: string, planned: string, title: string) => `${day}, ikke ${planned}: ${title}`,
      movedText: 'En dato som ikke er en arbeidsdag, er flyttet til arbeidsdagen før.',
      added: (n: number, year: number) => `${count(n, 'milepæl', 'milepæler')} lagt inn for ${year}`,
    },

    /** Of the standard cycle. */
    steps: {
      report: 'Frist for rapport om fjorårets midler',
      needsReport: 'Frist for behovsmelding',
      recommendation: 'Innstilling fra samarbeidsforum',
      decision: 'Svar- og utbetalingsbrev',
      needsOpen: 'Behovsmelding åpner',
    } satisfies StepTitles,

    rules: {
      title: (name: string) => `Regler for ${name}`,
      schoolBreaks: 'Skoleferier',
      kept: (county: string) => `${county}; påminnelser og møter legges utenom`,
      used: (county: string) => `${county}; vises, men brukes til påminnelser og møter`,
      noCounty: 'fylke er ikke valgt',
      reminders: 'Påminnelser',
      remindersValue: (days: string, clock: string) => `${days} dager før, kl. ${clock}`,
      quiet: 'Stille',
      quietValue: (from: string, to: string) => `fra kl. ${from} til ${to} sendes ingen påminnelser`,
      neverQuiet: 'ingen stille tid',
      clock: (time: string) => time.replace(':', '.'),
      numbers: {
        mostReminders: 'Påminnelser om samme sak',
        noticeDays: 'Innkalling',
        papersDays: 'Sakspapirer',
        minutesDays: 'Referat',
        commentDays: 'Merknader til referat',
        roundOverDays: 'Innhenting som ikke er stengt',
        fewestShown: 'Minste tall som vises',
      } satisfies Record<RuleNumber, string>,
      numberValues: {
        mostReminders: (n: number) => `høyst ${n} til samme person`,
        noticeDays: (n: number) => `senest ${count(n, 'dag', 'dager')} før møtet`,
        papersDays: (n: number) => `senest ${count(n, 'dag', 'dager')} før møtet`,
        minutesDays: (n: number) => `innen ${count(n, 'dag', 'dager')} etter møtet`,
        commentDays: (n: number) => `${count(n, 'dag', 'dager')}`,
        roundOverDays: (n: number) => `den som åpnet den, blir spurt ${count(n, 'dag', 'dager')} etter fristen`,
        fewestShown: (n: number) =>
          n === 1 ? 'alle tall vises' : `tema og målgrupper som færre enn ${n} har meldt, får ikke tall`,
      } satisfies Record<RuleNumber, (n: number) => string>,
      groups: 'Må møte',
      group: (names: string, n: number, isSeveral: boolean) =>
        n === 0 ? `ingen fra ${names}` : `minst ${n} fra ${isSeveral ? 'hver av ' : ''}${names}`,
      noGroups: 'ingen plasser er lagt inn ennå',
      text: 'Reglene er nettverkets egen avtale, ingen lov. En endring gjelder det som planlegges fra nå av.',
      changed: 'Reglene er endret',
    },

    forms: {
      milestone: {
        title: 'Ny milepæl',
        submit: 'Legg inn',
        changeTitle: 'Endre milepælen',
        change: 'Lagre',
        name: 'Tittel',
        nameHint: 'For eksempel: Frist for behovsmelding.',
        on: 'Dato',
        leadDays: 'Hvor mange dager før skal kanalene få oppslag?',
        leadDaysHint: 'For eksempel 30, 7. Skriv 0 for ingen.',
        note: 'Merknad',
      },
      remove: {
        title: 'Ta bort milepælen',
        submit: 'Ta bort',
        warning: 'Kanalene får ikke flere oppslag om den.',
      },
      propose: { title: (year: number) => `Forslag for ${year}`, submit: 'Legg inn', which: 'Hvilke skal med?' },
      rules: {
        title: 'Nettverkets regler',
        submit: 'Lagre',
        county: 'Fylke, for skoleferier',
        noCounty: 'Ikke valgt',
        breaks: 'Skoleferiene',
        breaksChoices: { kept: 'Holdes fri for påminnelser og møter', used: 'Brukes som andre dager' },
        leadDays: 'Hvor mange dager før en frist sendes påminnelser?',
        leadDaysHint: 'For eksempel 14, 7, 1. Skriv 0 for ingen.',
        remindedAt: 'Klokkeslett for påminnelser',
        quietFrom: 'Stille tid fra',
        quietTo: 'Stille tid til',
        quietHint: 'I stille tid sendes ingen påminnelser. Er klokkeslettene like, er det ingen stille tid.',
        numbers: {
          mostReminders: 'Hvor mange påminnelser kan én person få om samme sak?',
          noticeDays: 'Hvor mange dager før møtet skal innkallingen være sendt?',
          papersDays: 'Hvor mange dager før møtet skal sakspapirene være sendt?',
          minutesDays: 'Hvor mange dager etter møtet skal referatet være sendt?',
          commentDays: 'Hvor mange dager er det til å kommentere referatet?',
          roundOverDays:
            'Hvor mange dager etter fristen skal den som åpnet en innhenting, bli spurt om den kan stenges?',
          fewestShown: 'Hvor mange må ha meldt et tema før tallet vises?',
        } satisfies Record<RuleNumber, string>,
      },
      groups: {
        title: 'Hvem må møte?',
        submit: 'Lagre',
        intro: 'Hvor mange må møte fra hver gruppe for at den skal være hørt? Møtet varsler når en gruppe mangler.',
      },
    },
  },
  /** Who may do it, for a refusal: «Bare … kan …». */
  deeds: {
    'year.change': 'koordinatoren og lederen kan endre årshjulet',
    'rules.change': 'koordinatoren og lederen kan endre nettverkets regler',
  },
  /** What a field is called where it is named in a sentence. */
  fieldNames: {
    title: 'tittelen',
    on: 'datoen',
    leadDays: 'dagene før',
    note: 'merknaden',
    year: 'årstallet',
    which: 'valget',
    source: 'kilden',
    milestone: 'milepælen',
    closes: 'fristen',
    county: 'fylket',
    breaks: 'skoleferiene',
    remindedAt: 'klokkeslettet for påminnelser',
    quietFrom: 'når stille tid begynner',
    quietTo: 'når stille tid slutter',
    mostReminders: 'tallet på påminnelser',
    noticeDays: 'dagene til innkalling',
    papersDays: 'dagene til sakspapirer',
    minutesDays: 'dagene til referat',
    commentDays: 'dagene til merknader',
    roundOverDays: 'dagene til en innhenting stenges',
    fewestShown: 'minste tall som vises',
    publicOwner: 'tallet for offentlige eiere',
    privateOwner: 'tallet for private eiere',
    higherEducation: 'tallet for UH',
    municipalAssociation: 'tallet for KS',
    privateKindergartenAssociation: 'tallet for PBL',
    teachersOrganisation: 'tallet for lærerorganisasjoner',
    epsNorth: 'tallet for PPT nord',
    epsSouth: 'tallet for PPT sør',
    statped: 'tallet for Statped',
    countyGovernor: 'tallet for statsforvalteren',
    other: 'tallet for andre',
  } satisfies Record<SeatGroup | RuleNumber, string> & Record<string, string>,
  /** What help says of each command. */
  commands: {
    year: { example: '2027', does: 'viser årshjulet: milepæler, helligdager og skoleferier' },
    copyYear: { example: '2028', does: 'foreslår milepælene på nytt for et annet år' },
    milestone: {
      example: 'Frist for behovsmelding ; 1. februar 2027 ; 30, 7 dager før',
      does: 'legger inn en milepæl; med et nummer vises den',
    },
    rules: { example: '', does: 'viser nettverkets regler for frister, påminnelser og møter' },
    usualYear: { example: '2028', does: 'foreslår fristene i et vanlig år' },
    changeMilestone: { example: '3', does: 'endrer en milepæl' },
    removeMilestone: { example: '3', does: 'tar bort en milepæl' },
    changeRules: { example: '', does: 'åpner skjemaet for reglene' },
    changeGroups: { example: '', does: 'hvor mange som må møte fra hver gruppe' },
  },
  refusals: {
    'no-milestone': () => 'Jeg finner ikke den milepælen. Skriv «årshjul» for å se dem som finnes.',
    'milestone-far': ({ first, last }) =>
      `Årshjulet kan ha datoer fra ${first} til ${last}. Ingenting er lagret. Velg en dato i de årene.`,
    'bad-lead-days': () =>
      'Dette er ikke dager jeg kan lese. Skriv inntil seks tall fra 1 til 365, for eksempel 30, 7. Ingenting er lagret.',
    'year-full': ({ year, most }) =>
      `Det er ikke plass til mer enn ${most} milepæler i ${year}. Ingenting er lagret. Ta bort noen først.`,
    'nothing-to-propose': ({ year, source }) =>
      source === 'standard'
        ? `Alt som hører med i et vanlig år, er lagt inn for ${year} allerede. Ingenting er endret.`
        : `Det er ingenting å kopiere til ${year}: året før har ingen milepæler, eller de er lagt inn allerede. Ingenting er endret.`,
    'unread-date': ({ why }) => `${unreadSentence(unread, why)} Ingenting er lagret.`,
    'no-such-county': () => 'Det fylket finnes ikke. Velg et fra lista. Ingenting er lagret.',
    'not-in-range': ({ least, most }) => `Skriv et helt tall fra ${least} til ${most}. Ingenting er lagret.`,
    'reminded-in-quiet': ({ from, to }) =>
      `Dette er i den stille tiden, fra kl. ${from} til ${to}. Velg et annet klokkeslett. Ingenting er lagret.`,
  } satisfies RefusalTextsOf<YearRefusal>,
};
