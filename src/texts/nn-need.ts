import type { NeedTexts } from './nb-need.ts';
import { quotedLabels } from './quoted-labels.ts';

const states = {
  draft: 'Utkast, ikkje sendt',
  submitted: 'Sendt',
  returned: 'Send tilbake',
  complete: 'Godteken som fullstendig',
  inNetwork: 'Slått saman med andre i nettverket',
  onAgenda: 'Klar for sakliste',
  recommended: 'Innstilt',
  recommendedReduced: 'Innstilt med lågare beløp',
  notRecommended: 'Ikkje innstilt',
  granted: 'Innvilga',
  grantedReduced: 'Innvilga med lågare beløp',
  rejected: 'Avslått',
  withdrawn: 'Trekt',
};

const labels = {
  kind: 'Type melding',
  ownerType: 'Eigartype',
  participants: 'Verksemder som deltek',
  sectors: 'Sektorar',
  sectorExplanation: 'Kvifor barnehage, skule eller PPT ikkje er med',
  privateOwners: 'Er private eigarar med?',
  privateOwnersText: 'Meir om private eigarar',
  title: 'Tittel',
  themes: 'Tema',
  description: 'Kva treng de å bli betre på?',
  analysisBasis: 'Kva byggjer de på?',
  analysisText: 'Meir om grunnlaget',
  staffInvolvement: 'Korleis har tilsette og tillitsvalde vore med?',
  anchoring: 'Forankra hos',
  anchoredOn: 'Dato for forankring',
  targetGroups: 'Målgruppe',
  participantCount: 'Talet på deltakarar, om lag',
  levels: 'Kompetansenivå',
  goal: 'Kva skal bli annleis i praksis?',
  plannedMeasure: 'Planlagt tiltak og arbeidsform',
  partner: 'Partnar',
  partnerState: 'Avtale med partnaren',
  wantsStatped: 'Ønskjer de Statped med?',
  from: 'Første månad',
  to: 'Siste månad',
  amounts: 'Beløp de søkjer om, per år',
  coFunding: 'Eigendel i kroner',
  priority: 'Prioriteten dykkar',
  samiPerspective: 'Samisk eller kvensk perspektiv',
  links: 'Lenkjer',
  explanation: 'Grunngiving for det som manglar',
  contact: 'Kontaktperson',
  phone: 'Telefon på jobb',
};

export const nnNeed = {
  say: {
    states,
    labels,

    hints: {
      kind: 'Søkjer de ikkje om pengar no, er det berre behovet de melder.',
      ownerType: 'Kven som eig verksemdene som deltek.',
      sectors: 'Barnehage, skule og PPT bør helst vere med.',
      privateOwners: 'Kommunen har ansvar for å ta dei med.',
      themes: 'Vel det behovet handlar mest om.',
      analysisBasis: 'Kvar de har sett behovet.',
      anchoring: 'Kven som har stilt seg bak.',
      targetGroups: 'Kven som skal lære.',
      levels: 'Kor djupt dei ulike gruppene skal gå. Kan stå tomt.',
      partnerState: 'Kor langt de har kome med dei.',
      wantsStatped: 'Statped medverkar når eigar og universitet eller høgskule ber om det.',
      from: 'Når tiltaket tek til, tidlegast i tilskotsåret.',
      samiPerspective: 'Om tiltaket gjeld samiske eller kvenske barn, språk eller kultur.',
      contact: 'Den som svarar på spørsmål om meldinga.',
      participants: 'Éin på kvar linje, til dømes Solstua barnehage.',
      sectorExplanation: 'Berre om ein av dei tre ikkje er med.',
      privateOwnersText: 'Skriv kvifor, om dei ikkje er med.',
      title: '5 til 120 teikn.',
      description: '50 til 3000 teikn. Skriv om praksis, ikkje om enkeltbarn.',
      analysisText: 'Kva viste det?',
      staffInvolvement: '10 til 1000 teikn.',
      anchoredOn: 'Når det vart behandla der. Krevst når leiargruppa er vald.',
      participantCount: 'Eit omtrentleg tal.',
      goal: '20 til 1500 teikn.',
      plannedMeasure: '20 til 3000 teikn. Melder de berre behovet, kan dette, partnar, månader og beløp stå tomt.',
      partner: 'Universitet, høgskule, fagskule eller nasjonalt senter.',
      to: 'Høgst 36 månader til saman.',
      amounts:
        'Éi linje for kvart år: året, kolon, og så kroner til eigar ; partnar ; koordinering. Til dømes 2027: 200 000 ; 150 000 ; 0',
      coFunding: 'Heile kroner.',
      priority: '1 er viktigast.',
      links: 'Éi på kvar linje, høgst fem.',
      explanation: 'Berre om noko som skulle vore på plass, ikkje er det enno.',
      phone: 'Berre nummer på jobb.',
    },

    choices: {
      kind: {
        new: 'nytt behov',
        continuation: 'framhald av tiltak som er i gang',
        supplement: 'meir til tiltak som er i gang',
        reduction: 'mindre til tiltak som er i gang',
        needsOnly: 'berre behovet, utan beløp',
      },
      privateOwners: {
        yes: 'ja, dei er med',
        invitedDeclined: 'dei er spurde, og takka nei',
        noneInMunicipality: 'det er ingen private eigarar hos oss',
        no: 'nei',
      },
      analysisBasis: {
        standpointAnalysis: 'ståstedsanalyse',
        surveyStaff: 'spørjeundersøking til tilsette',
        qualityReport: 'kvalitetsmelding eller tilstandsrapport',
        networkAnalysis: 'analyse i nettverket',
        supervision: 'tilsyn',
        research: 'forsking',
        other: 'anna',
      },
      anchoring: {
        owner: 'eigar',
        leaderGroup: 'leiargruppa',
        politicalCommittee: 'politisk utval',
        network: 'nettverket',
        unionDialogue: 'drøfting med tillitsvalde',
      },
      partnerState: {
        none: 'ingen enno',
        contacted: 'teke kontakt',
        agreed: 'einige',
        agreementSigned: 'avtale er skriven under',
      },
      wantsStatped: { yes: 'ja', no: 'nei' },
    },

    month: (month: string, year: string) => `${month} ${year}`,
    kroner: (amount: string) => `${amount} kr`,
    draftOf: (day: string) => `Utkast frå ${day}`,

    pages: {
      who: 'Kven',
      what: 'Kva og kvifor',
      how: 'Korleis, partnar og pengar',
      check: 'Sjå over og send',
    },

    form: {
      pageOf: (page: string, name: string) => `Side ${page} av 4: ${name}`,
      marked: (label: string) => `${label} *`,
      star: 'Det som er merkt med *, må vere på plass før de sender. Eit utkast kan mangle det.',
      saved: 'Det de har fylt ut til no, er lagra som utkast. Skriv «mine meldingar» for å gå vidare seinare.',
      themes: 'Tema (eitt til tre)',
      input: 'Innspel',
      page: (page: string) => `Behovsmelding ${page} av 4`,
      next: 'Lagre og gå vidare',
      check: 'Lagre og sjå over',
      give: 'Send innspel',
      returnTitle: 'Send tilbake',
      returnSubmit: 'Send tilbake',
      returnReason: 'Kva må dei gjere?',
      returnOn: 'Ny frist',
      withdrawTitle: 'Trekk meldinga',
      withdrawSubmit: 'Trekk meldinga',
      withdrawReason: 'Kvifor blir ho trekt?',
      withdrawWarning: 'Ei melding som er trekt, kan ikkje sendast igjen.',
      lateTitle: 'Ta imot for seint',
      lateSubmit: 'Ta imot',
      lateReason: 'Kvifor blir ho teken imot etter fristen?',
      lateText: 'Fristen er ute. Meldinga blir merkt som for sein, med grunnen.',
    },

    /** Of a page that someone else saved meanwhile. */
    meanwhile: (who: string, when: string) =>
      `${who} lagra denne sida ${when}, medan du skreiv. Ditt er ikkje lagra enno. I felta står det du skreiv. Sender du no, gjeld ditt.`,
    meanwhileTheirs: 'Dette lagra dei:',
    emptied: '(tomt)',
    someone: 'Nokon andre',

    telling: {
      'child-with-diagnosis': (field: string) =>
        `«${field}»: Dette kan fortelje om eitt barn. Skriv det om, eller send likevel.`,
      'small-group': (field: string) =>
        `«${field}»: Ei så lita gruppe kan fortelje om eitt barn. Skriv det om, eller send likevel.`,
    },

    card: {
      input: 'Innspel',
      need: 'Behovsmelding',
      party: 'Frå',
      scheme: 'Ordning',
      year: 'Tilskotsår',
      state: 'Status',
      due: 'Frist',
      asked: 'Søkt om til saman',
      period: 'Periode',
      /** Beside the button that fetches the document. */
      cut: (button: string) => `Lange tekstar er korta ned her. Trykk «${button}» for å lese alt.`,
      late: (reason: string) => `Teken imot etter fristen: ${reason}`,
      returnedToYou: 'Send tilbake til dykk',
      returnedTo: (party: string) => `Send tilbake til ${party}`,
      returned: (when: string, who: string) =>
        `${who ? `${who} sende meldinga tilbake.` : 'Meldinga er send tilbake.'} Rett og send på nytt innan ${when}.`,
      reason: (reason: string) => `«${reason}»`,
      alreadySent: (reference: string, when: string) => `Ho er allereie send, ${when}. Nummeret er ${reference}.`,
      sent: (reference: string, when: string) => `Sendt. Nummeret er ${reference}. De kan endre ho til ${when}.`,
      sentForGood: (reference: string) => `Sendt. Nummeret er ${reference}.`,
      saved: 'Lagra.',
      reopened: 'Meldinga er eit utkast igjen. Ho gjeld ikkje før de sender ho på nytt.',
      accepted: 'Meldinga er godteken som fullstendig.',
      sentBack: 'Meldinga er send tilbake. Dei som har arbeidd med ho, får beskjed.',
      withdrawn: 'Meldinga er trekt.',
      taken: (reference: string) => `Meldinga er teken imot etter fristen. Nummeret er ${reference}.`,
    },

    check: {
      titles: { input: 'Sjå over og send', need: 'Behovsmelding 4 av 4: sjå over og send' },
      ready: 'Ingenting manglar. Meldinga kan sendast.',
      notReady: 'Meldinga er lagra, men kan ikkje sendast enno.',
      severities: {
        block: 'Dette må på plass',
        explain: 'Dette må på plass eller grunngivast',
        note: 'Sjå over dette',
      },
      missing: (page: string, fields: string) => `${page}: fyll ut ${fields}.`,
      quoted: (field: string) => `«${field}»`,
      lacks: {
        'sector-missing': (_field: string, of: string) =>
          `Ikkje med: ${of}. Ta dei med i «${labels.sectors}», eller skriv kvifor i «${labels.sectorExplanation}».`,
        'private-owners-left-out': () =>
          `De svarte nei til at private eigarar er med. Har de private barnehagar eller skular, skriv kvifor dei ikkje er med, i «${labels.privateOwnersText}». Har de ingen, vel det i «${labels.privateOwners}».`,
        'no-anchoring-date': () =>
          `Skriv når leiargruppa behandla det i «${labels.anchoredOn}», eller kvifor det ikkje er gjort i «${labels.explanation}».`,
        'partner-not-confirmed': () =>
          `Partnaren har ikkje sagt ja enno. Skriv kva de ventar på i «${labels.explanation}».`,
        'partner-missing': () =>
          `Skriv kven de vil arbeide med i «${labels.partner}». Før fristen kan de i staden skrive kvifor ingen er klar, i «${labels.explanation}».`,
        'co-funding-low': (_field: string, of: string) =>
          `Eigendelen er under ${of} prosent av det de søkjer om. Auk «${labels.coFunding}», eller skriv kvifor i «${labels.explanation}».`,
        'period-wrong-way': () => 'Siste månad er før den første. Rett månadene.',
        'period-too-long': (_field: string, of: string) => `Perioden er lengre enn ${of} månader. Kort han ned.`,
        'starts-before-grant-year': (_field: string, of: string) =>
          `Perioden byrjar før tilskotsåret. Første månad må vere i ${of} eller seinare.`,
        'amount-outside-period': (_field: string, of: string) =>
          `Det er søkt om beløp for ${of}, som er utanfor perioden. Rett beløpa eller månadene.`,
        'may-tell': (field: string) => `«${field}» kan fortelje om eitt barn. Skriv det om dersom det gjer det.`,
      },
    },

    start: {
      whichRound: 'Kva innhenting?',
      which: 'Kven svarar du for?',
      title: (party: string) => `Meldingar frå ${party}`,
      some: 'De har alt byrja på dette. Alle som svarar for dykk, deler utkasta.',
      none: 'De har ikkje byrja enno.',
      untitled: 'Utan tittel enno',
      mine: 'Mine meldingar',
      noneMine: 'Du har ingen meldingar enno. Skriv «meld inn» for å byrje.',
    },

    history: {
      title: 'Kva som er gjort',
      started: (who: string) => `Byrja av ${who}`,
      saved: (page: string, who: string) => `Sist lagra, ${page}: ${who}`,
      own: (words, party) => `${words}, som sjølv svarar for ${party}`,
      steps: {
        submit: (who: string) => `Sendt av ${who}`,
        change: who => `Endra av ${who}`,
        reopen: (who: string) => `Teken tilbake for å endrast av ${who}`,
        return: (who: string) => `Sendt tilbake av ${who}`,
        accept: (who: string) => `Godteken som fullstendig av ${who}`,
        bundle: (who: string) => `Slått saman med andre av ${who}`,
        unbundle: (who: string) => `Skild frå dei andre igjen av ${who}`,
        putOnAgenda: (who: string) => `Gitt vidare av ${who}`,
        takeOffAgenda: (who: string) => `Teken tilbake av ${who}`,
        takeBackBundled: (who: string) => `Teken tilbake, og framleis slått saman, av ${who}`,
        recommend: (who: string) => `Innstilt, ført av ${who}`,
        recommendReduced: (who: string) => `Innstilt med lågare beløp, ført av ${who}`,
        notRecommend: (who: string) => `Ikkje innstilt, ført av ${who}`,
        grant: (who: string) => `Innvilga, ført av ${who}`,
        grantReduced: (who: string) => `Innvilga med lågare beløp, ført av ${who}`,
        reject: (who: string) => `Avslått, ført av ${who}`,
        withdraw: (who: string) => `Trekt av ${who}`,
      },
    },

    withdrawn: {
      title: 'Ei melding de hadde godteke, er trekt',
      text: (party, name) => `${party} har trekt ${name}.`,
      reason: 'Kvifor',
      bundled: n =>
        `Ho var slått saman med andre i felles behov ${n}, og er no ute av det. Skil dei andre og slå dei saman på nytt om nokon andre skal vere ansvarleg.`,
      bundle: n => `Felles behov ${n}`,
    },

    returned: {
      title: 'Ei melding er send tilbake til dykk',
      reminder: 'Fristen for å rette er snart ute',
      unanswered: n => (n === 1 ? 'Éi melding er ikkje komen tilbake' : `${n} meldingar er ikkje komne tilbake`),
      unansweredText: when =>
        `Fristen for å rette var ${when}. Det som er sendt tilbake, ligg framleis hos dei som skulle rette det, og er ikkje med vidare. Opne ei melding for å ta imot henne for seint.`,
    },

    buttons: {
      new: 'Ny',
      lastYear: 'Start frå den frå i fjor',
      continue: 'Hald fram',
      show: 'Vis',
      edit: 'Endre',
      check: 'Sjå over og send',
      send: 'Send',
      page: (page: string) => `Rett: ${page}`,
      withdraw: 'Trekk',
      return: 'Send tilbake',
      accept: 'Godta',
      late: 'Ta imot for seint',
      history: 'Historikk',
    },
  },

  fieldNames: {
    ...quotedLabels(labels),
    round: 'innhentinga',
    party: 'parten',
    need: 'meldinga',
    revision: 'sida',
    sure: 'om det skal sendast likevel',
    page: 'sida',
    reference: 'nummeret på meldinga',
  },

  commands: {
    giveNeed: { example: '', does: 'melder inn behov i innhentinga som er open' },
    myNeeds: { example: '', does: 'viser det de har byrja på og sendt' },
    showNeed: { example: 'BM-2027-0001', does: 'viser éi melding' },
  },

  refusals: {
    'no-need': () => 'Eg finn ikkje den innhentinga eller meldinga. Ingenting er lagra.',
    'no-need-party': ({ own }) =>
      own.length > 0
        ? `Innhentinga går ikkje til ${own.join(', ')}, som du har plass for. Ingenting er lagra. Be koordinatoren ta dykk med, eller snakk med kommunen din.`
        : 'Du har ingen plass i nettverket, så du kan ikkje melde inn for nokon. Ingenting er lagra. Be koordinatoren gi deg ein.',
    'round-not-begun': ({ opensAt }, { when }) => `Innhentinga opnar ${when(opensAt)}. Ingenting er lagra enno.`,
    'need-not-open': ({ state }) => `Status er no «${states[state]}», så dette går ikkje. Ingenting er endra.`,
    'need-too-late': ({ dueAt }, { when }) =>
      `Fristen gjekk ut ${when(dueAt)}, så meldinga er ikkje send. Det som er skrive, er lagra som utkast. Be sekretariatet ta ho imot.`,
    'need-time-over': ({ dueAt }, { when }) =>
      `Fristen gjekk ut ${when(dueAt)}, så dette går ikkje no. Ingenting er endra. Snakk med sekretariatet.`,
    'need-not-late': ({ dueAt }, { when }) =>
      `Fristen er ikkje ute før ${when(dueAt)}. Til då sender dei ho sjølve. Ingenting er endra.`,
    'need-day-past': () => 'Den nye fristen er alt passert. Ingenting er lagra. Vel ein dag som kjem.',
    'unknown-term': () => 'Det som er valt her, finst ikkje i nettverket. Ingenting er lagra. Vel på nytt frå lista.',
    'too-many-needs': ({ most }) => `De har alt ${most} meldingar i denne innhentinga. Denne er ikkje lagra.`,
    'no-earlier-need': () => 'De har inga tidlegare melding å starte frå. Ingenting er lagra. Trykk «Ny».',
  },
} satisfies NeedTexts;
