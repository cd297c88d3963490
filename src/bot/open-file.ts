import { z } from 'zod';
import { pollFile } from '../../cards/polls/poll-file.ts';
import { identifyById } from '../features/networks/identify-member.ts';
import { language, memberId } from '../features/networks/network.ts';
import { exportPoll } from '../features/polls/export-poll.ts';
import { pollId } from '../features/polls/poll.ts';
import { pollPartition, polls } from '../features/polls/poll-store.ts';
import { speak } from '../texts/speak.ts';
import type { FileOpener } from './file-opener.ts';
import { agendaFiles } from './meetings/agenda-files.ts';
import { meetingFiles } from './meetings/meeting-files.ts';
import { needFiles } from './needs/need-files.ts';

/** What a file's link was signed for; the signature proves it was the bot that made it. */
const wanted = z.object({ poll: pollId, member: memberId, language });

/** One row for each kind of file. */
const openers: Readonly<Record<string, FileOpener>> = {
  ...meetingFiles,
  ...agendaFiles,
  ...needFiles,

  poll: async (tools, payload) => {
    const asked = wanted.parse(payload);
    const poll = await polls.get(tools.store, pollPartition(asked.poll), 'poll');
    const actor = poll && (await identifyById(tools, poll.value.networkId, asked.member));
    if (!actor) return undefined;
    const exported = await exportPoll(tools, actor, asked.poll);
    if (!exported.ok) return undefined;
    return {
      name: `avstemning-${exported.value.poll.number}.csv`,
      type: 'text/csv; charset=utf-8',
      content: pollFile(exported.value, speak(asked.language, actor.network.zone)),
    };
  },
};

const link = z.looseObject({ file: z.string() });

export const openFile: FileOpener = async (tools, payload) => {
  const asked = link.safeParse(payload);
  return asked.success ? openers[asked.data.file]?.(tools, payload) : undefined;
};
