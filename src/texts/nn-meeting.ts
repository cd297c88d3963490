import type { MeetingTexts } from './nb-meeting.ts';

export const nnMeeting: MeetingTexts = {
  say: {},
  deeds: {},
  fieldNames: {},
  commands: {},
  refusals: {},
};
