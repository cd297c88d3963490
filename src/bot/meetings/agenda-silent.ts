/** Whom a follow-up's schedules speak to when their turn comes: its owner, as long as it is open. */
import { followUpMessage, lateFollowUpMessage } from '../../features/meetings/agenda-messages.ts';
import type { FollowUpId } from '../../features/meetings/case-conclusion.ts';
import { isOpen } from '../../features/meetings/follow-up.ts';
import { followUpOf } from '../../features/meetings/follow-up-store.ts';
import type { Silent } from '../silent.ts';

const ownerOf: Silent = async (tools, { id }) => {
  const kept = await followUpOf(tools, id as FollowUpId);
  return kept && isOpen(kept.value) ? [kept.value.ownerId] : [];
};

/** One row for each kind of words that go by schedule. */
export const agendaSilent: Readonly<Record<string, Silent>> = {
  [followUpMessage.kind]: ownerOf,
  [lateFollowUpMessage.kind]: ownerOf,
};
