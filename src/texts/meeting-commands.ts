import type { TypedWords } from './typed-words.ts';

/** What people type, in every language at once, the words on buttons among it; the first of each list is the one help shows. */
export const meetingCommands = {
  meeting: {
    nb: ['møte', 'foreslå møte', 'nytt møte', 'sett opp møte'],
    nn: ['møte', 'føreslå møte', 'nytt møte', 'set opp møte'],
    en: ['meeting', 'propose a meeting', 'propose meeting', 'new meeting'],
  },
  meetings: {
    nb: ['møter', 'møter framover'],
    nn: ['møter', 'møta', 'møte framover'],
    en: ['meetings', 'meetings ahead'],
  },
  earlierMeetings: { nb: ['tidligere møter'], nn: ['tidlegare møte'], en: ['earlier meetings'] },
  nextMeeting: {
    nb: ['neste møte', 'vis møte', 'vis møtet'],
    en: ['next meeting', 'show meeting', 'show the meeting'],
  },
  findTime: {
    nb: ['finn tid', 'finn dager', 'finn møtetid'],
    nn: ['finn tid', 'finn dagar'],
    en: ['find time', 'find days'],
  },
  available: { nb: ['kan'], en: ['available', 'can'] },
  coming: { nb: ['kommer'], nn: ['kjem'], en: ['coming'] },
  notComing: { nb: ['forfall', 'kommer ikke'], nn: ['forfall', 'kjem ikkje'], en: ['not coming'] },
  settle: { nb: ['fastsett'], nn: ['fastset', 'fastsett'], en: ['settle'] },
  inviteAll: { nb: ['kall inn', 'send innkalling'], en: ['call in', 'send the invitation', 'send invitation'] },
  moveMeeting: { nb: ['flytt møte', 'flytt møtet'], en: ['move meeting', 'move the meeting'] },
  cancelMeeting: {
    nb: ['avlys', 'avlys møte', 'avlys møtet'],
    en: ['cancel meeting', 'cancel the meeting', 'call off'],
  },
  meetingSeries: {
    nb: ['møteserie', 'faste møter'],
    nn: ['møteserie', 'faste møte'],
    en: ['meeting series', 'recurring meetings'],
  },
} as const satisfies Record<string, TypedWords>;
