import type { MeetingTexts } from './nb-meeting.ts';

export const enMeeting: MeetingTexts = {
  say: {},
  deeds: {
    'meeting.propose': 'the coordinator and the chair can propose meetings',
    'meeting.answer': 'the holder of a seat, or a deputy, can answer when they can meet',
    'meeting.settle': 'the coordinator and the chair can settle the time of a meeting',
    'meeting.move': 'the coordinator and the chair can move meetings',
    'meeting.cancel': 'the coordinator and the chair can cancel meetings',
    'meeting.attend': 'the holder of a seat, or a deputy, can say whether they come',
  },
  fieldNames: {},
  commands: {},
  refusals: {},
};
