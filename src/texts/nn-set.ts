import type { SetAsked } from '../features/needs/set-refusal.ts';
import { countIn } from './count.ts';
import type { SetTexts } from './nb-set.ts';
import { nnNeed } from './nn-need.ts';

const count = countIn('nn');
const needs = (n: number) => count(n, 'melding', 'meldingar');
const { states } = nnNeed.say;

const forLeaders = {
  see: 'ser alt som er meldt inn',
  accept: 'kan godta det som er meldt inn',
  bundle: 'kan slå saman og skilje meldingar',
  handOver: 'kan gi vidare det som er meldt inn',
  files: 'kan hente filene frå innhentinga',
  rank: 'kan be om ei prioritering',
} satisfies Record<SetAsked, string>;

export const nnSet: SetTexts = {
  say: {
    title: round => `Meldt inn i innhenting ${round}`,
    empty: 'Ingenting er sendt enno. Det som blir sendt, kjem her.',
    counts: (all, single, bundles) =>
      bundles === 0 ? needs(all) : `${needs(all)}: ${single} for seg og ${all - single} i ${bundles} felles behov`,
    asked: 'Søkt om til saman',
    unchecked: n => `${count(n, 'er ikkje sett over enno', 'er ikkje sette over enno')}.`,
    allChecked: 'Alt som er sendt, er sett over.',
    part: (from, to, n) => `Nummer ${from} til ${to} av ${n}.`,
    open: 'Trykk på eit nummer for å sjå heile meldinga.',
    handedOver: when => `Gitt vidare ${when}.`,
    states: { ...states, submitted: 'Ikkje sett over enno', returned: 'Send tilbake' },

    accepted: n => (n === 0 ? 'Ingen nye er godtekne' : `${count(n, 'melding er godteken', 'meldingar er godtekne')}`),
    leftTitle: n => `Sjå på ${n === 1 ? 'denne' : `desse ${n}`} for seg:`,
    leftNone: 'Ingen står att.',
    canReturn: 'Skulle ei av dei ikkje vore godteken? Opne ho frå meldingane, og trykk «Send tilbake».',
    leftLacks: fields => `Sjå over ${fields}.`,
    leftOwn: 'Du svarar sjølv for denne.',

    bundle: number => `Felles behov ${number}`,
    bundleTitle: (number, title) => `Felles behov ${number}: ${title}`,
    bundled: n => `Slo saman ${needs(n)}.`,
    partiesTold: 'Dei som har arbeidd med dei, får beskjed.',
    undone: 'Meldingane står kvar for seg igjen, som godtekne.',
    wasUndone: (when, who) => `Skilt igjen ${when}${who === '' ? '' : ` av ${who}`}. Meldingane står kvar for seg.`,
    undoneOrigins: n => `Det galdt ${needs(n)}:`,
    oneLeft: 'Berre éi melding står att her. Du kan skilje ho ut igjen.',
    noneLeft: 'Ingen meldingar står att her. Alle er trekte.',
    responsible: 'Ansvarleg',
    participants: 'Verksemder som deltek',
    perYear: (total, parts) => `${total} (${parts})`,
    yearParts: {
      owner: kroner => `eigar ${kroner}`,
      partner: kroner => `partnar ${kroner}`,
      coordination: kroner => `koordinering ${kroner}`,
    },
    origins: n => `Slått saman av ${needs(n)}:`,
    otherOrigins: 'Skriv «melding» og nummeret for å sjå dei andre.',
    isBundled: (others, title, responsible) =>
      others === 0
        ? `Meldinga står åleine att i «${title}», som ho var slått saman til. ${responsible} er ansvarleg.`
        : `Meldinga er slått saman med ${count(others, 'anna', 'andre')} til «${title}». ${responsible} er ansvarleg.`,
    told: {
      title: 'Ei melding frå dykk er slått saman med andre',
      text: 'Det de har skrive, er ikkje endra. Lurer du på noko, snakk med sekretariatet.',
    },

    toldParted: {
      title: 'Ei melding frå dykk står for seg igjen',
      text: title => `Ho var slått saman med andre til «${title}». Det er gjort om. Det de har skrive, er ikkje endra.`,
    },

    form: {
      title: 'Slå saman',
      next: 'Gå vidare',
      submit: 'Slå saman',
      needs: 'Kva meldingar?',
      bundleTitle: 'Kva skal det felles behovet heite?',
      responsible: 'Kven er ansvarleg?',
      responsibleHint: 'Ein av dei som har meldt det inn.',
      chosen: n => `${needs(n)} blir eitt felles behov. Det kan gjerast om til det er gitt vidare.`,
      more: (shown, all) =>
        `Her står ${shown} av ${all}. For andre: skriv «slå saman» og numra, eller bla i lista først.`,
    },

    handOver: {
      title: round => `Gi vidare frå innhenting ${round}?`,
      notYet: 'Ingenting er gitt vidare enno.',
      going: n => `${count(n, 'melding blir klar', 'meldingar blir klare')} for sakliste.`,
      goingBundled: n => `${n} felles behov er mellom dei.`,
      nothing: 'Ingenting er godteke eller slått saman, så det er ikkje noko å gi vidare.',
      unchecked: n =>
        `${count(n, 'melding er ikkje sett', 'meldingar er ikkje sette')} over, og blir ståande att. Godta dei først om dei skal vere med.`,
      stillOpen: when => `Innhentinga er open til ${when}. Det som kjem sidan, må bli gitt vidare for seg.`,
      after: 'Etter dette kan ingenting slåast saman eller skiljast, med mindre du tek det tilbake.',
      done: round => `Innhenting ${round} er gitt vidare`,
      doneText: n =>
        n === 0
          ? 'Ingen nye meldingar å gi vidare.'
          : `${count(n, 'melding er klar', 'meldingar er klare')} for sakliste.`,
      meetings: 'Neste steg: føreslå dei som sak i eit møte.',
      noMeeting:
        'Ingen møte er sette opp enno, så dei står ikkje på noka sakliste. Når eit møte er sett opp: skriv «gi vidare» igjen, og føreslå dei som sak her.',
      suggest: meeting => `Føreslå sak til møte ${meeting}`,
      caseTitles: {
        input: (round, scheme, year) => `Innspel frå innhenting ${round}, ${scheme} ${year}`,
        need: (round, scheme, year) => `Behovsmeldingar frå innhenting ${round}, ${scheme} ${year}`,
      },
      left: n => `${count(n, 'melding er ikkje sett', 'meldingar er ikkje sette')} over, og står att.`,
      takenBack: round => `Innhenting ${round} er teken tilbake`,
      takenBackText: n =>
        `${count(n, 'melding er teken', 'meldingar er tekne')} tilbake. Det som er slått saman, er det framleis, og kan skiljast igjen.`,
    },

    buttons: {
      list: 'Meldingar',
      accept: 'Godta alle fullstendige',
      bundle: 'Slå saman',
      handOverPreview: 'Gi vidare til sakliste',
      handOver: 'Gi vidare',
      takeBack: 'Ta tilbake',
      undo: 'Skil igjen',
      back: 'Tilbake til meldingane',
    },
  },

  fieldNames: {
    needs: 'meldingane',
    references: 'numra på meldingane',
    responsible: 'den som er ansvarleg',
    bundle: 'det felles behovet',
  },

  commands: {
    showSet: { example: '1', does: 'viser alt som er meldt inn i innhentinga' },
    acceptNeeds: { example: '1', does: 'godtek alt som ikkje manglar noko' },
    bundleNeeds: {
      example: 'BM-2027-0001, BM-2027-0003 : Traume i barnehagen ; ansvarleg Senja',
      does: 'gjer like meldingar til eitt felles behov; utan nummer kjem eit skjema',
    },
    showBundle: { example: '1', does: 'viser eit felles behov' },
    undoBundle: { example: '1', does: 'skil det som er slått saman' },
    handOver: { example: '1', does: 'viser kva som kan bli gitt vidare til sakliste, før du gjer det' },
    takeBack: { example: '1', does: 'tek tilbake det som er gitt vidare' },
  },

  refusals: {
    'set-for-leaders': ({ asked }) =>
      `Berre koordinatoren og leiaren ${forLeaders[asked]}. Skriv «mine meldingar» for å sjå det de har sendt, eller «tema» for å sjå kva det blir meldt om.`,
    'set-handed-over': ({ number, at }, { when }) =>
      `Innhenting ${number} vart gitt vidare ${when(at)}, så dette går ikkje. Ingenting er endra. Ta ho tilbake først.`,
    'set-not-handed-over': ({ number }) => `Innhenting ${number} er ikkje gitt vidare. Ingenting er endra.`,
    'set-recommended': ({ reference }) =>
      `${reference} er alt behandla, så innhentinga kan ikkje takast tilbake. Ingenting er endra.`,
    'nothing-to-hand-over': ({ unchecked }) =>
      unchecked === 0
        ? 'Det er ingenting å gi vidare enno. Ingenting er endra.'
        : `Det er ingenting å gi vidare enno: ${count(unchecked, 'melding er ikkje sett', 'meldingar er ikkje sette')} over. Ingenting er endra. Godta dei først.`,
    'too-few-bundled': ({ fewest }) => `Vel minst ${fewest} meldingar. Ingenting er slått saman.`,
    'too-many-bundled': ({ most }) =>
      `Det er plass til ${most} meldingar i eitt felles behov. Ingenting er slått saman.`,
    'need-not-bundled': ({ reference, state }) =>
      `${reference} kan ikkje slåast saman, for status er «${states[state]}». Ingenting er slått saman.`,
    'need-in-bundle': ({ reference, bundle, title }) =>
      `${reference} er alt slått saman med andre i felles behov ${bundle}: ${title}. Ingenting er slått saman no. Skil det først om ho skal ein annan stad.`,
    'responsible-not-party': ({ names, others }) =>
      `Den ansvarlege må vere ein av dei som har meldt inn: ${names.join(', ')}${others > 0 ? ` og ${others} til` : ''}. Ingenting er slått saman.`,
    'nothing-to-bundle': () =>
      'Det er ikkje to meldingar som kan slåast saman. Berre det som er sendt eller godteke, kan det.',
    'no-bundle': ({ bundle }) => `Eg finn ikkje felles behov ${bundle} i den innhentinga. Ingenting er endra.`,
    'unknown-reference': ({ words }) => `Eg finn inga melding ${words}. Ingenting er slått saman. Sjå over numra.`,
  },
};
