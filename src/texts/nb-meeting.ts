import type { MeetingRefusal } from '../features/meetings/meeting-refusal.ts';
import type { Loosened } from './loosened.ts';
import type { RefusalTextsOf } from './refusal.ts';

export type MeetingTexts = Loosened<typeof nbMeeting>;

export const nbMeeting = {
  say: {},
  /** Who may do it, for a refusal: «Bare … kan …». */
  deeds: {
    'meeting.propose': 'koordinatoren og lederen kan foreslå møter',
    'meeting.answer': 'den som har en plass, eller er vara, kan svare på møtetider',
    'meeting.settle': 'koordinatoren og lederen kan fastsette møtetiden',
    'meeting.move': 'koordinatoren og lederen kan flytte møter',
    'meeting.cancel': 'koordinatoren og lederen kan avlyse møter',
    'meeting.attend': 'den som har en plass, eller er vara, kan melde seg på eller melde forfall',
  },
  /** What a field is called where it is named in a sentence. */
  fieldNames: {},
  /** What help says of each command. */
  commands: {},
  refusals: {} satisfies RefusalTextsOf<MeetingRefusal>,
};
