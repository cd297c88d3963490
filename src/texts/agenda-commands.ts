import type { CommandWords } from './commands.ts';

/** What people type, in every language at once; the first word of each list is the one help shows. */
export const agendaCommands = {
  agenda: { nb: ['saksliste', 'sakslista'], nn: ['sakliste', 'saklista'], en: ['agenda'] },
  suggestCase: { nb: ['sak', 'foreslå sak'], nn: ['sak', 'føreslå sak'], en: ['case', 'suggest case'] },
  showCase: { nb: ['vis sak'], en: ['show case'] },
  editCase: { nb: ['endre sak'], en: ['change case'] },
  acceptCase: { nb: ['sett opp sak', 'godta sak'], nn: ['set opp sak', 'godta sak'], en: ['put up case'] },
  withdrawCase: { nb: ['trekk sak'], en: ['withdraw case'] },
  orderAgenda: { nb: ['rekkefølge'], nn: ['rekkjefølgje'], en: ['order'] },
  sendAgenda: { nb: ['send saksliste', 'send sakslista'], nn: ['send sakliste', 'send saklista'], en: ['send agenda'] },
  lead: { nb: ['led møte', 'led'], nn: ['lei møte', 'lei'], en: ['lead meeting', 'lead'] },
  startMeeting: { nb: ['start møte'], en: ['start meeting'] },
  presence: { nb: ['oppmøte', 'til stede'], nn: ['oppmøte', 'til stades'], en: ['presence'] },
  conclude: { nb: ['konkluder'], en: ['conclude'] },
  endMeeting: { nb: ['avslutt møte', 'avslutt'], en: ['end meeting'] },
  minutes: { nb: ['referat', 'referatet'], en: ['minutes'] },
  correct: { nb: ['rett sak', 'rett'], en: ['correct case', 'correct'] },
  sendMinutes: { nb: ['send referat', 'send referatet'], en: ['send minutes'] },
  comment: { nb: ['merknad'], en: ['comment'] },
  approve: { nb: ['godkjenn referat', 'godkjenn referatet'], en: ['approve minutes'] },
  followUps: {
    nb: ['oppfølging', 'oppfølginger'],
    nn: ['oppfølging', 'oppfølgingar'],
    en: ['follow-ups', 'follow-up'],
  },
  closeFollowUp: { nb: ['lukk oppfølging'], en: ['close follow-up'] },
} as const satisfies CommandWords;

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
