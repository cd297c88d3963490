import type { TypedWords } from './typed-words.ts';

/** What people type, in every language at once; the first word of each list is the one help shows. */
export const agendaCommands = {
  agenda: {
    nb: ['saksliste', 'sakslista', 'vis saksliste', 'vis sakslista'],
    nn: ['sakliste', 'saklista', 'vis sakliste', 'vis saklista'],
    en: ['agenda', 'show the agenda', 'show agenda'],
  },
  suggestCase: {
    nb: ['sak', 'foreslå sak'],
    nn: ['sak', 'føreslå sak'],
    en: ['case', 'suggest case', 'suggest a case'],
  },
  showCase: { nb: ['vis sak'], en: ['show case'] },
  editCase: {
    nb: ['endre sak', 'endre saken', 'endre saka'],
    en: ['change case', 'change the case'],
  },
  acceptCase: {
    nb: ['sett opp sak', 'godta sak', 'sett opp', 'sett på sakslista'],
    nn: ['set opp sak', 'godta sak', 'set opp', 'set på saklista'],
    en: ['put up case', 'put up', 'put on the agenda'],
  },
  withdrawCase: {
    nb: ['trekk sak', 'trekk saken', 'trekk saka'],
    en: ['withdraw case', 'withdraw the case'],
  },
  orderAgenda: {
    nb: ['rekkefølge', 'endre rekkefølgen'],
    nn: ['rekkjefølgje', 'endre rekkjefølgja'],
    en: ['order', 'change the order'],
  },
  sendAgenda: {
    nb: ['send saksliste', 'send sakslista'],
    nn: ['send sakliste', 'send saklista'],
    en: ['send agenda', 'send the agenda'],
  },
  lead: {
    nb: ['led møte', 'led', 'led møtet'],
    nn: ['lei møte', 'lei', 'lei møtet'],
    en: ['lead meeting', 'lead', 'lead the meeting'],
  },
  startMeeting: { nb: ['start møte', 'start møtet'], en: ['start meeting', 'start the meeting'] },
  presence: {
    nb: ['oppmøte', 'til stede', 'før oppmøte', 'før opp oppmøte'],
    nn: ['oppmøte', 'til stades', 'før oppmøte', 'før opp oppmøte'],
    en: ['presence', 'record who is here'],
  },
  conclude: { nb: ['konkluder'], en: ['conclude'] },
  endMeeting: { nb: ['avslutt møte', 'avslutt', 'avslutt møtet'], en: ['end meeting', 'end the meeting'] },
  minutes: {
    nb: ['referat', 'referatet', 'vis referat', 'vis referatet'],
    en: ['minutes', 'show the minutes', 'show minutes'],
  },
  correct: { nb: ['rett sak', 'rett'], en: ['correct case', 'correct'] },
  sendMinutes: { nb: ['send referat', 'send referatet'], en: ['send minutes', 'send the minutes'] },
  comment: { nb: ['merknad', 'gi merknad'], nn: ['merknad', 'gi merknad'], en: ['comment'] },
  approve: { nb: ['godkjenn referat', 'godkjenn referatet'], en: ['approve minutes', 'approve the minutes'] },
  followUps: {
    nb: ['oppfølging', 'oppfølginger', 'vis oppfølging'],
    nn: ['oppfølging', 'oppfølgingar', 'vis oppfølging'],
    en: ['follow-ups', 'follow-up', 'show follow-ups'],
  },
  closeFollowUp: { nb: ['lukk oppfølging'], en: ['close follow-up'] },
} as const satisfies Record<string, TypedWords>;

/** The types of case as people write them after a title. */
export const caseTypeWords = {
  decision: ['beslutning', 'beslutningssak', 'vedtak', 'innstilling', 'avgjerd', 'avgjerdssak', 'decision'],
  discussion: ['drøfting', 'drøftingssak', 'diskusjon', 'discussion'],
  information: ['orientering', 'orienteringssak', 'informasjon', 'info', 'information'],
  approval: ['godkjenning', 'approval'],
  other: ['eventuelt', 'annet', 'anna', 'aob', 'any other business', 'other'],
} as const;

/** «20 min», «20 minutter», «en time» is not read. */
export const minuteWords: readonly string[] = ['min', 'minutt', 'minutter', 'minutes', 'minute'];

/** Before what a part of a typed case says: «eier: KS ; lenker: https://…». */
export const casePartWords = {
  owner: ['ved', 'v', 'eier', 'eigar', 'legges fram av', 'owner', 'by'],
  links: ['lenke', 'lenker', 'lenkje', 'lenkjer', 'link', 'links', 'papirer', 'papir', 'papers'],
  proposal: ['forslag', 'framlegg', 'proposal'],
} as const;
