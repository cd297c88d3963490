import { z } from 'zod';
import { meetingId } from '../../features/meetings/meeting.ts';
import { meetingPartition, meetings } from '../../features/meetings/meeting-store.ts';
import { identifyById } from '../../features/networks/identify-member.ts';
import { language, memberId } from '../../features/networks/network.ts';
import { speak } from '../../texts/speak.ts';
import type { FileOpener } from '../file-opener.ts';
import { calendarFor } from './meeting-calendar.ts';

const wanted = z.object({ meeting: meetingId, member: memberId, language });

/** Files that a signed link gives, by the `file` in what was signed. */
export const meetingFiles: Readonly<Record<string, FileOpener>> = {
  /** As the meeting is now: a cancelled one takes itself out of the calendar. */
  calendar: async (tools, payload) => {
    const asked = wanted.parse(payload);
    const meeting = await meetings.get(tools.store, meetingPartition(asked.meeting), 'meeting');
    const actor = meeting && (await identifyById(tools, meeting.value.networkId, asked.member));
    if (!actor) return undefined;
    const { network, member } = actor;
    const file = await calendarFor(tools, meeting.value, network, member, speak(asked.language, network.zone));
    return (
      file && {
        name: `mote-${meeting.value.number}.ics`,
        type: `text/calendar; charset=utf-8; method=${file.method}`,
        content: file.content,
      }
    );
  },
};
