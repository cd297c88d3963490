import type { CommandWords } from './commands.ts';

/** What people type, in every language at once; the first word of each list is the one help shows. */
export const meetingCommands = {
  meeting: { nb: ['møte'], en: ['meeting'] },
  meetings: { nb: ['møter'], nn: ['møter', 'møta'], en: ['meetings'] },
  nextMeeting: { nb: ['neste møte'], en: ['next meeting'] },
  findTime: {
    nb: ['finn tid', 'finn dager', 'finn møtetid'],
    nn: ['finn tid', 'finn dagar'],
    en: ['find time', 'find days'],
  },
  available: { nb: ['kan'], en: ['available', 'can'] },
  coming: { nb: ['kommer'], nn: ['kjem'], en: ['coming'] },
  notComing: { nb: ['forfall', 'kommer ikke'], nn: ['forfall', 'kjem ikkje'], en: ['not coming'] },
  settle: { nb: ['fastsett'], nn: ['fastset', 'fastsett'], en: ['settle'] },
  inviteAll: { nb: ['kall inn'], en: ['call in'] },
  moveMeeting: { nb: ['flytt møte', 'flytt møtet'], en: ['move meeting'] },
  cancelMeeting: { nb: ['avlys', 'avlys møte'], en: ['cancel meeting', 'call off'] },
  meetingSeries: { nb: ['møteserie', 'faste møter'], nn: ['møteserie', 'faste møte'], en: ['meeting series'] },
} as const satisfies CommandWords;
