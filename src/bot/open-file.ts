import { z } from 'zod';
import { pollFile } from '../../cards/poll-file.ts';
import { identifyById } from '../features/networks/identify-member.ts';
import { language, memberId } from '../features/networks/network.ts';
import { exportPoll } from '../features/polls/export-poll.ts';
import { pollId } from '../features/polls/poll.ts';
import { pollPartition, polls } from '../features/polls/poll-store.ts';
import { speak } from '../texts/speak.ts';
import type { Tools } from '../tools.ts';

/** What a file's link was signed for; the signature proves it was the bot that made it. */
const wanted = z.object({ file: z.literal('poll'), poll: pollId, member: memberId, language });

export type OpenedFile = { readonly name: string; readonly type: string; readonly content: string };

/** @returns undefined when the link is for nothing that exists, or for someone who may no longer have it */
export async function openFile(tools: Tools, payload: unknown): Promise<OpenedFile | undefined> {
  const asked = wanted.safeParse(payload);
  if (!asked.success) return undefined;
  const poll = await polls.get(tools.store, pollPartition(asked.data.poll), 'poll');
  const actor = poll && (await identifyById(tools, poll.value.networkId, asked.data.member));
  if (!actor) return undefined;
  const exported = await exportPoll(tools, actor, asked.data.poll);
  if (!exported.ok) return undefined;
  const speech = speak(asked.data.language, actor.network.zone);
  return {
    name: `avstemning-${exported.value.poll.number}.csv`,
    type: 'text/csv; charset=utf-8',
    content: pollFile(exported.value, speech),
  };
}
