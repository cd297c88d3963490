import { countIn } from './count.ts';
import { formatDay } from './format-day.ts';
import { formatMonth, formatWeek, formatWeekday } from './format-span.ts';
import type { YearTexts } from './nb-year.ts';
import { twoDigits, type UnreadTexts, unreadSentence } from './unread-date.ts';

const count = countIn('nn');

const weekdays: YearTexts['say']['weekdays'] = {
  monday: 'måndag',
  tuesday: 'tysdag',
  wednesday: 'onsdag',
  thursday: 'torsdag',
  friday: 'fredag',
  saturday: 'laurdag',
  sunday: 'søndag',
};

const unread: UnreadTexts = {
  'no-moment': () => 'Eg fann ingen dato i det du skreiv. Skriv til dømes 1. februar 2027.',
  'no-day': () => 'Eg fann ingen dag i det du skreiv. Skriv til dømes 1. februar 2027.',
  'no-such-day': ({ day, month }) =>
    month !== undefined && month >= 1 && month <= 12
      ? `Det finst ingen ${day}. ${formatMonth(month, 'nn')}. Sjå over datoen.`
      : 'Denne dagen finst ikkje. Sjå over datoen.',
  'no-such-week': ({ week, year }) => `Det er inga veke ${week} i ${year}. Sjå over veka.`,
  'weekday-differs': ({ on, weekday }) =>
    `Du skreiv ${weekdays[weekday]}, men dagen er ${formatWeekday(on, 'nn')}. Rett det som er feil.`,
  'week-differs': ({ on, week }) =>
    `Du skreiv veke ${week}, men ${formatDay(on, 'nn')} er i ${formatWeek(on, 'nn')}. Rett det som er feil.`,
  'several-days': () => 'Du skreiv fleire dagar. Skriv éin.',
  'several-times': () => 'Du skreiv fleire klokkeslett. Skriv eitt.',
  'no-such-clock': ({ hour, minute }) => `Klokka blir aldri ${hour}.${twoDigits(minute)}. Sjå over klokkeslettet.`,
  'ends-before-start': ({ from, to }) => `Slutten, ${to}, er ikkje etter starten, ${from}. Sjå over klokkesletta.`,
  'words-left': ({ words }) => `Dette forstod eg ikkje: ${words}. Skriv datoen åleine.`,
  'no-one-day': () => 'Her trengst éin bestemt dag. Skriv til dømes 1. februar 2027.',
  'no-clock-here': () => 'Her tel berre dagen. Ta bort klokkeslettet.',
};

export const nnYear: YearTexts = {
  say: {
    reminders: times => `Påminningar går ${times} til dei som ikkje har svara.`,
    noReminders: {
      'no-deadline':
        'Inga påminning går av seg sjølv, for det er ingen svarfrist. Sei frå sjølv til dei som ikkje svarar.',
      'no-days':
        'Inga påminning går av seg sjølv, for reglane til nettverket har ingen dagar for påminningar. Skriv «reglar» for å endre dei.',
      'too-near': 'Inga påminning rekk å gå av seg sjølv før fristen. Sei frå sjølv til dei som ikkje svarar.',
    },

    weekdays,
    holidays: {
      newYearsDay: '1. nyttårsdag',
      maundyThursday: 'skjertorsdag',
      goodFriday: 'langfredag',
      easterSunday: '1. påskedag',
      easterMonday: '2. påskedag',
      labourDay: 'arbeidardagen',
      constitutionDay: 'grunnlovsdagen',
      ascensionDay: 'Kristi himmelfartsdag',
      whitSunday: '1. pinsedag',
      whitMonday: '2. pinsedag',
      christmasDay: '1. juledag',
      boxingDay: '2. juledag',
    },
    eves: { christmasEve: 'julaftan', newYearsEve: 'nyttårsaftan' },
    flagDays: { samiNationalDay: 'samefolkets dag' },
    schoolBreaks: {
      autumn: 'haustferie',
      christmas: 'juleferie',
      winter: 'vinterferie',
      easter: 'påskeferie',
      summer: 'sommarferie',
      planning: 'planleggingsdag',
    },
    inCounty: (what, county) => `${what} i ${county}`,
    weekend: 'helg',
    july: 'juli',
    bridge: 'inneklemd dag',

    reading: what => `Eg las: ${what}`,
    dayAndWeek: (day, week) => `${day}, ${week}`,
    weekAndDays: (week, days) => `${week}, ${days}`,
    daysBefore: n => `${count(n, 'dag', 'dagar')} før`,

    title: (year, name) => `Årshjul ${year} for ${name}`,
    numbered: (title, number) => `${title} (milepæl ${number})`,
    nothing: 'Ingen milepælar er lagde inn for dette året.',
    showOne: 'Skriv «milepæl» og nummeret for å sjå eller endre ein av dei.',
    noCounty: 'Skuleferiar blir viste når nettverket har valt fylke i reglane.',
    unknownBreaks: (county, schoolYears) =>
      `Inga skulerute er lagd inn for ${county} for skuleåret ${schoolYears}. Sjå etter sjølv før du vel dagar der.`,

    buttons: {
      add: 'Ny milepæl',
      copyTo: year => `Kopier til ${year}`,
      standard: 'Føreslå eit vanleg år',
      year: year => `Årshjul ${year}`,
      change: 'Endre',
      remove: 'Ta bort',
      changeRules: 'Endre reglane',
      changeGroups: 'Endre kven som må møte',
    },

    milestone: {
      name: number => `Milepæl ${number}`,
      added: number => `Milepæl ${number} er lagd inn`,
      changed: number => `Milepæl ${number} er endra`,
      removed: number => `Milepæl ${number} er teken bort`,
      removedText: 'Kanalane får ikkje fleire oppslag om han, og det som alt er lagt ut, viser at han er teken bort.',
      isRemoved: 'Teken ut av årshjulet',
      reminders: times => `Kanalane får oppslag ${times}.`,
      noReminders: 'Kanalane får ikkje fleire oppslag om han.',
      dayOff: what => `Dagen er ingen vanleg arbeidsdag: ${what}.`,
    },

    proposed: {
      copy: year => `Milepælane frå ${year - 1}, på same dato i ${year}.`,
      standard: 'Datoane er forslag etter det nokre fylke har brukt. Dei er inga lov: byt dei med dykkar eigne.',
      one: (day, title) => `${day}: ${title}`,
      moved: (day, planned, title) => `${day}, ikkje ${planned}: ${title}`,
      movedText: 'Ein dato som ikkje er ein arbeidsdag, er flytta til arbeidsdagen før.',
      added: (n, year) => `${count(n, 'milepæl', 'milepælar')} lagt inn for ${year}`,
    },

    steps: {
      report: 'Frist for rapport om midlane frå i fjor',
      needsReport: 'Frist for behovsmelding',
      recommendation: 'Innstilling frå samarbeidsforum',
      decision: 'Svar- og utbetalingsbrev',
      needsOpen: 'Behovsmelding opnar',
    },

    rules: {
      title: name => `Reglar for ${name}`,
      schoolBreaks: 'Skuleferiar',
      kept: county => `${county}; påminningar og møte blir lagde utanom`,
      used: county => `${county}; viste, men brukte til påminningar og møte`,
      noCounty: 'fylke er ikkje valt',
      reminders: 'Påminningar',
      remindersValue: (days, clock) => `${days} dagar før, kl. ${clock}`,
      quiet: 'Stille',
      quietValue: (from, to) => `frå kl. ${from} til ${to} blir ingen påminningar sende`,
      neverQuiet: 'inga stille tid',
      clock: time => time.replace(':', '.'),
      numbers: {
        mostReminders: 'Påminningar om same sak',
        noticeDays: 'Innkalling',
        papersDays: 'Sakspapir',
        minutesDays: 'Referat',
        commentDays: 'Merknader til referat',
        roundOverDays: 'Innhenting som ikkje er stengd',
        fewestShown: 'Minste tal som blir vist',
      },
      numberValues: {
        mostReminders: n => `høgst ${n} til same person`,
        noticeDays: n => `seinast ${count(n, 'dag', 'dagar')} før møtet`,
        papersDays: n => `seinast ${count(n, 'dag', 'dagar')} før møtet`,
        minutesDays: n => `innan ${count(n, 'dag', 'dagar')} etter møtet`,
        commentDays: n => count(n, 'dag', 'dagar'),
        roundOverDays: n => `den som opna henne, blir spurd ${count(n, 'dag', 'dagar')} etter fristen`,
        fewestShown: n =>
          n === 1 ? 'alle tal blir viste' : `tema og målgrupper som færre enn ${n} har meldt, får ikkje tal`,
      },
      groups: 'Må møte',
      group: (names, n, isSeveral) =>
        n === 0 ? `ingen frå ${names}` : `minst ${n} frå ${isSeveral ? 'kvar av ' : ''}${names}`,
      noGroups: 'ingen plassar er lagde inn enno',
      text: 'Reglane er avtala til nettverket, inga lov. Ei endring gjeld det som blir planlagt frå no av.',
      changed: 'Reglane er endra',
    },

    forms: {
      milestone: {
        title: 'Ny milepæl',
        submit: 'Legg inn',
        changeTitle: 'Endre milepælen',
        change: 'Lagre',
        name: 'Tittel',
        nameHint: 'Til dømes: Frist for behovsmelding.',
        on: 'Dato',
        leadDays: 'Kor mange dagar før skal kanalane få oppslag?',
        leadDaysHint: 'Til dømes 30, 7. Skriv 0 for ingen.',
        note: 'Merknad',
      },
      remove: {
        title: 'Ta bort milepælen',
        submit: 'Ta bort',
        warning: 'Kanalane får ikkje fleire oppslag om han.',
      },
      propose: { title: year => `Forslag for ${year}`, submit: 'Legg inn', which: 'Kva for nokre skal vere med?' },
      rules: {
        title: 'Reglane i nettverket',
        submit: 'Lagre',
        county: 'Fylke, for skuleferiar',
        noCounty: 'Ikkje valt',
        breaks: 'Skuleferiane',
        breaksChoices: { kept: 'Blir haldne frie for påminningar og møte', used: 'Blir brukte som andre dagar' },
        leadDays: 'Kor mange dagar før ein frist blir påminningar sende?',
        leadDaysHint: 'Til dømes 14, 7, 1. Skriv 0 for ingen.',
        remindedAt: 'Klokkeslett for påminningar',
        quietFrom: 'Stille tid frå',
        quietTo: 'Stille tid til',
        quietHint: 'I stille tid blir det ikkje sendt påminningar. Er klokkesletta like, er det inga stille tid.',
        numbers: {
          mostReminders: 'Kor mange påminningar kan éin person få om same sak?',
          noticeDays: 'Kor mange dagar før møtet skal innkallinga vere send?',
          papersDays: 'Kor mange dagar før møtet skal sakspapira vere sende?',
          minutesDays: 'Kor mange dagar etter møtet skal referatet vere sendt?',
          commentDays: 'Kor mange dagar er det til å kommentere referatet?',
          roundOverDays:
            'Kor mange dagar etter fristen skal den som opna ei innhenting, bli spurd om ho kan stengjast?',
          fewestShown: 'Kor mange må ha meldt eit tema før talet blir vist?',
        },
      },
      groups: {
        title: 'Kven må møte?',
        submit: 'Lagre',
        intro: 'Kor mange må møte frå kvar gruppe for at ho skal vere høyrd? Møtet varslar når ei gruppe manglar.',
      },
    },
  },
  deeds: {
    'year.change': 'koordinatoren og leiaren kan endre årshjulet',
    'rules.change': 'koordinatoren og leiaren kan endre reglane til nettverket',
  },
  fieldNames: {
    title: 'tittelen',
    on: 'datoen',
    leadDays: 'dagane før',
    note: 'merknaden',
    year: 'årstalet',
    which: 'valet',
    source: 'kjelda',
    milestone: 'milepælen',
    closes: 'fristen',
    county: 'fylket',
    breaks: 'skuleferiane',
    remindedAt: 'klokkeslettet for påminningar',
    quietFrom: 'når stille tid tek til',
    quietTo: 'når stille tid sluttar',
    mostReminders: 'talet på påminningar',
    noticeDays: 'dagane til innkalling',
    papersDays: 'dagane til sakspapir',
    minutesDays: 'dagane til referat',
    commentDays: 'dagane til merknader',
    roundOverDays: 'dagane til ei innhenting blir stengd',
    fewestShown: 'minste tal som blir vist',
    publicOwner: 'talet for offentlege eigarar',
    privateOwner: 'talet for private eigarar',
    higherEducation: 'talet for UH',
    municipalAssociation: 'talet for KS',
    privateKindergartenAssociation: 'talet for PBL',
    teachersOrganisation: 'talet for lærarorganisasjonar',
    epsNorth: 'talet for PPT nord',
    epsSouth: 'talet for PPT sør',
    statped: 'talet for Statped',
    countyGovernor: 'talet for statsforvaltaren',
    other: 'talet for andre',
  },
  commands: {
    year: { example: '2027', does: 'viser årshjulet: milepælar, heilagdagar og skuleferiar' },
    copyYear: { example: '2028', does: 'foreslår milepælane på nytt for eit anna år' },
    milestone: {
      example: 'Frist for behovsmelding ; 1. februar 2027 ; 30, 7 dagar før',
      does: 'legg inn ein milepæl; med eit nummer blir han vist',
    },
    rules: { example: '', does: 'viser reglane for fristar, påminningar og møte' },
    usualYear: { example: '2028', does: 'føreslår fristane i eit vanleg år' },
    changeMilestone: { example: '3', does: 'endrar ein milepæl' },
    removeMilestone: { example: '3', does: 'tek bort ein milepæl' },
    changeRules: { example: '', does: 'opnar skjemaet for reglane' },
    changeGroups: { example: '', does: 'kor mange som må møte frå kvar gruppe' },
  },
  refusals: {
    'no-milestone': () => 'Eg finn ikkje den milepælen. Skriv «årshjul» for å sjå dei som finst.',
    'milestone-far': ({ first, last }) =>
      `Årshjulet kan ha datoar frå ${first} til ${last}. Ingenting er lagra. Vel ein dato i dei åra.`,
    'bad-lead-days': () =>
      'Dette er ikkje dagar eg kan lese. Skriv inntil seks tal frå 1 til 365, til dømes 30, 7. Ingenting er lagra.',
    'year-full': ({ year, most }) =>
      `Det er ikkje plass til meir enn ${most} milepælar i ${year}. Ingenting er lagra. Ta bort nokre først.`,
    'nothing-to-propose': ({ year, source }) =>
      source === 'standard'
        ? `Alt som høyrer med i eit vanleg år, er lagt inn for ${year} alt. Ingenting er endra.`
        : `Det er ingenting å kopiere til ${year}: året før har ingen milepælar, eller dei er lagde inn alt. Ingenting er endra.`,
    'unread-date': ({ why }) => `${unreadSentence(unread, why)} Ingenting er lagra.`,
    'no-such-county': () => 'Det fylket finst ikkje. Vel eitt frå lista. Ingenting er lagra.',
    'not-in-range': ({ least, most }) => `Skriv eit heilt tal frå ${least} til ${most}. Ingenting er lagra.`,
    'reminded-in-quiet': ({ from, to }) =>
      `Dette er i den stille tida, frå kl. ${from} til ${to}. Vel eit anna klokkeslett. Ingenting er lagra.`,
  },
};
