/** Files that a signed link gives, by the `file` in what was signed. */
import { z } from 'zod';
import { minutesDocument } from '../../../cards/meetings/minutes-document.ts';
import { minutesInDocument, minutesSpeech } from '../../../cards/meetings/minutes-file.ts';
import { meetingId } from '../../features/meetings/meeting.ts';
import { meetingPartition, meetings } from '../../features/meetings/meeting-store.ts';
import { stateOfVersion } from '../../features/meetings/minutes.ts';
import { minutesOf, readVersion } from '../../features/meetings/minutes-store.ts';
import { identifyById } from '../../features/networks/identify-member.ts';
import { memberId } from '../../features/networks/network.ts';
import { may } from '../../features/networks/who-may.ts';
import { speak } from '../../texts/speak.ts';
import { dayOf } from '../../world.ts';
import type { FileOpener } from '../file-opener.ts';

const wanted = z.object({
  meeting: meetingId,
  version: z.int().positive(),
  kind: z.enum(['minutes', 'record']),
  member: memberId,
});

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const fileNames = { minutes: 'referat', record: 'protokoll' } as const;

export const agendaFiles: Readonly<Record<string, FileOpener>> = {
  /** A version that has not been sent is given only to those who write the minutes. */
  minutes: async (tools, payload) => {
    const asked = wanted.parse(payload);
    const kept = await meetings.get(tools.store, meetingPartition(asked.meeting), 'meeting');
    const actor = kept && (await identifyById(tools, kept.value.networkId, asked.member));
    const standing = actor && (await minutesOf(tools, asked.meeting));
    if (!standing) return undefined;
    const isDraft = stateOfVersion(standing.value, asked.version) === 'draft';
    if (isDraft && !may(actor.roles, 'minutes.write')) return undefined;
    const version = await readVersion(tools, asked.meeting, asked.version);
    const speech = speak(version.language, actor.network.zone);
    const { zone } = actor.network;
    const content = minutesInDocument(standing.value, version, asked.kind, speech);
    const year = dayOf(version.content.startsAt, zone).slice(0, 4);
    return {
      name: `${fileNames[asked.kind]}-${version.content.number}-${year}.docx`,
      type: docx,
      content: await minutesDocument(content, minutesSpeech(speech)),
    };
  },
};
