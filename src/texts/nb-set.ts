import type { NeedState } from '../features/needs/need-state.ts';
import type { RoundForm } from '../features/needs/round.ts';
import type { SetAsked, SetRefusal } from '../features/needs/set-refusal.ts';
import { countIn } from './count.ts';
import type { Loosened } from './loosened.ts';
import { nbNeed } from './nb-need.ts';
import type { RefusalTextsOf } from './refusal.ts';
import type { setCommands } from './set-commands.ts';

export type SetTexts = Loosened<typeof nbSet>;

const count = countIn('nb');
const needs = (n: number) => count(n, 'melding', 'meldinger');
const { states } = nbNeed.say;

const forLeaders = {
  see: 'ser alt som er meldt inn',
  accept: 'kan godta det som er meldt inn',
  bundle: 'kan slå sammen og skille meldinger',
  handOver: 'kan gi videre det som er meldt inn',
  files: 'kan hente filene fra innhentingen',
  rank: 'kan be om en prioritering',
} satisfies Record<SetAsked, string>;

export const nbSet = {
  say: {
    title: (round: number) => `Meldt inn i innhenting ${round}`,
    empty: 'Ingenting er sendt ennå. Det som sendes, kommer her.',
    counts: (all: number, single: number, bundles: number) =>
      bundles === 0 ? needs(all) : `${needs(all)}: ${single} for seg og ${all - single} i ${bundles} felles behov`,
    asked: 'Søkt om til sammen',
    unchecked: (n: number) => `${n} er ikke sett over ennå.`,
    allChecked: 'Alt som er sendt, er sett over.',
    part: (from: number, to: number, n: number) => `Nummer ${from} til ${to} av ${n}.`,
    open: 'Trykk på et nummer for å se hele meldingen.',
    handedOver: (when: string) => `Gitt videre ${when}.`,
    /** In the list, to those who are to look at it. */
    states: { ...states, submitted: 'Ikke sett over ennå', returned: 'Sendt tilbake' } satisfies Record<
      NeedState,
      string
    >,

    accepted: (n: number) => (n === 0 ? 'Ingen nye er godtatt' : `${needs(n)} er godtatt`),
    leftTitle: (n: number) => `Se på ${n === 1 ? 'denne' : `disse ${n}`} for seg:`,
    leftNone: 'Ingen står igjen.',
    canReturn: 'Skulle en av dem ikke vært godtatt? Åpne den fra meldingene, og trykk «Send tilbake».',
    leftLacks: (fields: string) => `Se over ${fields}.`,
    leftOwn: 'Du svarer selv for denne.',

    bundle: (number: number) => `Felles behov ${number}`,
    bundleTitle: (number: number, title: string) => `Felles behov ${number}: ${title}`,
    bundled: (n: number) => `${needs(n)} er slått sammen.`,
    partiesTold: 'De som har arbeidet med dem, får beskjed.',
    undone: 'Meldingene står hver for seg igjen, som godtatt.',
    wasUndone: (when: string, who: string) =>
      `Skilt igjen ${when}${who === '' ? '' : ` av ${who}`}. Meldingene står hver for seg.`,
    undoneOrigins: (n: number) => `Det gjaldt ${needs(n)}:`,
    oneLeft: 'Bare én melding står igjen her. Du kan skille den ut igjen.',
    noneLeft: 'Ingen meldinger står igjen her. Alle er trukket.',
    responsible: 'Ansvarlig',
    participants: 'Virksomheter som deltar',
    perYear: (total: string, parts: string) => `${total} (${parts})`,
    yearParts: {
      owner: (kroner: string) => `eier ${kroner}`,
      partner: (kroner: string) => `partner ${kroner}`,
      coordination: (kroner: string) => `koordinering ${kroner}`,
    },
    origins: (n: number) => `Slått sammen av ${needs(n)}:`,
    otherOrigins: 'Skriv «melding» og nummeret for å se de andre.',
    /** On a need's own card, to its party too. */
    isBundled: (others: number, title: string, responsible: string) =>
      others === 0
        ? `Meldingen står alene igjen i «${title}», som den var slått sammen til. ${responsible} er ansvarlig.`
        : `Meldingen er slått sammen med ${count(others, 'annen', 'andre')} til «${title}». ${responsible} er ansvarlig.`,
    told: {
      title: 'En melding fra dere er slått sammen med andre',
      text: 'Det dere har skrevet, er ikke endret. Lurer du på noe, snakk med sekretariatet.',
    },

    toldParted: {
      title: 'En melding fra dere står for seg igjen',
      text: (title: string) =>
        `Den var slått sammen med andre til «${title}». Det er gjort om. Det dere har skrevet, er ikke endret.`,
    },

    form: {
      title: 'Slå sammen',
      next: 'Gå videre',
      submit: 'Slå sammen',
      needs: 'Hvilke meldinger?',
      bundleTitle: 'Hva skal det felles behovet hete?',
      responsible: 'Hvem er ansvarlig?',
      responsibleHint: 'En av dem som har meldt det inn.',
      chosen: (n: number) => `${needs(n)} blir ett felles behov. Det kan gjøres om til det er gitt videre.`,
      more: (shown: number, all: number) =>
        `Her står ${shown} av ${all}. For andre: skriv «slå sammen» og numrene, eller bla i lista først.`,
    },

    handOver: {
      title: (round: number) => `Gi videre fra innhenting ${round}?`,
      notYet: 'Ingenting er gitt videre ennå.',
      going: (n: number) => `${count(n, 'melding blir klar', 'meldinger blir klare')} for saksliste.`,
      goingBundled: (n: number) => `${n} felles behov er blant dem.`,
      nothing: 'Ingenting er godtatt eller slått sammen, så det er ikke noe å gi videre.',
      unchecked: (n: number) =>
        `${needs(n)} er ikke sett over, og blir stående igjen. Godta dem først om de skal være med.`,
      stillOpen: (when: string) => `Innhentingen er åpen til ${when}. Det som kommer siden, må gis videre for seg.`,
      after: 'Etter dette kan ingenting slås sammen eller skilles, med mindre du tar det tilbake.',
      done: (round: number) => `Innhenting ${round} er gitt videre`,
      doneText: (n: number) =>
        n === 0
          ? 'Ingen nye meldinger å gi videre.'
          : `${count(n, 'melding er klar', 'meldinger er klare')} for saksliste.`,
      meetings: 'Neste steg: foreslå dem som sak i et møte.',
      noMeeting:
        'Ingen møter er satt opp ennå, så de står ikke på noen saksliste. Når et møte er satt opp: skriv «gi videre» igjen, og foreslå dem som sak her.',
      suggest: (meeting: number) => `Foreslå sak til møte ${meeting}`,
      caseTitles: {
        input: (round: number, scheme: string, year: number) => `Innspill fra innhenting ${round}, ${scheme} ${year}`,
        need: (round: number, scheme: string, year: number) =>
          `Behovsmeldinger fra innhenting ${round}, ${scheme} ${year}`,
      } satisfies Record<RoundForm, unknown>,
      left: (n: number) => `${needs(n)} er ikke sett over, og står igjen.`,
      takenBack: (round: number) => `Innhenting ${round} er tatt tilbake`,
      takenBackText: (n: number) =>
        `${needs(n)} er tatt tilbake. Det som er slått sammen, er det fortsatt, og kan skilles igjen.`,
    },

    buttons: {
      list: 'Meldinger',
      accept: 'Godta alle fullstendige',
      bundle: 'Slå sammen',
      handOverPreview: 'Gi videre til saksliste',
      handOver: 'Gi videre',
      takeBack: 'Ta tilbake',
      undo: 'Skill igjen',
      back: 'Tilbake til meldingene',
    },
  },

  fieldNames: {
    needs: 'meldingene',
    references: 'numrene på meldingene',
    responsible: 'den som er ansvarlig',
    bundle: 'det felles behovet',
  },

  commands: {
    showSet: { example: '1', does: 'viser alt som er meldt inn i innhentingen' },
    acceptNeeds: { example: '1', does: 'godtar alt som ikke mangler noe' },
    bundleNeeds: {
      example: 'BM-2027-0001, BM-2027-0003 : Traumer i barnehagen ; ansvarlig Senja',
      does: 'gjør like meldinger til ett felles behov; uten numre kommer et skjema',
    },
    showBundle: { example: '1', does: 'viser et felles behov' },
    undoBundle: { example: '1', does: 'skiller det som er slått sammen' },
    handOver: { example: '1', does: 'viser hva som kan gis videre til saksliste, før du gjør det' },
    takeBack: { example: '1', does: 'tar tilbake det som er gitt videre' },
  } satisfies Record<keyof typeof setCommands, { example: string; does: string }>,

  refusals: {
    'set-for-leaders': ({ asked }) =>
      `Bare koordinatoren og lederen ${forLeaders[asked]}. Skriv «mine meldinger» for å se det dere har sendt, eller «tema» for å se hva det meldes om.`,
    'set-handed-over': ({ number, at }, { when }) =>
      `Innhenting ${number} ble gitt videre ${when(at)}, så dette går ikke. Ingenting er endret. Ta den tilbake først.`,
    'set-not-handed-over': ({ number }) => `Innhenting ${number} er ikke gitt videre. Ingenting er endret.`,
    'set-recommended': ({ reference }) =>
      `${reference} er alt behandlet, så innhentingen kan ikke tas tilbake. Ingenting er endret.`,
    'nothing-to-hand-over': ({ unchecked }) =>
      unchecked === 0
        ? 'Det er ingenting å gi videre ennå. Ingenting er endret.'
        : `Det er ingenting å gi videre ennå: ${needs(unchecked)} er ikke sett over. Ingenting er endret. Godta dem først.`,
    'too-few-bundled': ({ fewest }) => `Velg minst ${fewest} meldinger. Ingenting er slått sammen.`,
    'too-many-bundled': ({ most }) =>
      `Det er plass til ${most} meldinger i ett felles behov. Ingenting er slått sammen.`,
    'need-not-bundled': ({ reference, state }) =>
      `${reference} kan ikke slås sammen, for status er «${states[state]}». Ingenting er slått sammen.`,
    'need-in-bundle': ({ reference, bundle, title }) =>
      `${reference} er alt slått sammen med andre i felles behov ${bundle}: ${title}. Ingenting er slått sammen nå. Skill det først om den skal et annet sted.`,
    'responsible-not-party': ({ names, others }) =>
      `Den ansvarlige må være en av dem som har meldt inn: ${names.join(', ')}${others > 0 ? ` og ${others} til` : ''}. Ingenting er slått sammen.`,
    'nothing-to-bundle': () =>
      'Det er ikke to meldinger som kan slås sammen. Bare det som er sendt eller godtatt, kan det.',
    'no-bundle': ({ bundle }) => `Jeg finner ikke felles behov ${bundle} i den innhentingen. Ingenting er endret.`,
    'unknown-reference': ({ words }) =>
      `Jeg finner ingen melding ${words}. Ingenting er slått sammen. Se over numrene.`,
  } satisfies RefusalTextsOf<SetRefusal>,
};
