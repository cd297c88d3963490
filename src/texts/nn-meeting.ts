import type { MeetingTexts } from './nb-meeting.ts';

export const nnMeeting: MeetingTexts = {
  say: {},
  deeds: {
    'meeting.propose': 'koordinatoren og leiaren kan foreslå møte',
    'meeting.answer': 'den som har ein plass, eller er vara, kan svare på møtetider',
    'meeting.settle': 'koordinatoren og leiaren kan fastsetje møtetida',
    'meeting.move': 'koordinatoren og leiaren kan flytte møte',
    'meeting.cancel': 'koordinatoren og leiaren kan avlyse møte',
    'meeting.attend': 'den som har ein plass, eller er vara, kan melde seg på eller melde forfall',
  },
  fieldNames: {},
  commands: {},
  refusals: {},
};
