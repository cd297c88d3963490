import type { MeetingTexts } from './nb-meeting.ts';

export const enMeeting: MeetingTexts = {
  say: {},
  deeds: {},
  fieldNames: {},
  commands: {},
  refusals: {},
};
