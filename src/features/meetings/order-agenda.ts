import { Conflict, done, type Outcome, refused } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { later } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { meetingStands, reordered, writeChanged } from './agenda-change.ts';
import { type Agenda, type OrderRefusal, readOrder } from './agenda-lines.ts';
import { agendaOf, deedOf, isDoneBefore, markDone, mayNow, type NoMeeting, type WrongState } from './agenda-meeting.ts';
import type { Done } from './case.ts';
import type { Meeting, MeetingId } from './meeting.ts';

export type AgendaOrderRefusal =
  | NotAllowed
  | NoMeeting
  | WrongState
  | OrderRefusal
  | { readonly code: 'agenda-changed'; readonly field: 'order' };

/** Typed words do not say which agenda they saw: another's change so short a time ago was hardly among it. */
const atOnceMs = 60_000;

/**
 * Orders the cases anew. Whoever orders an agenda that another has changed meanwhile is told, and nothing is overwritten.
 * A repeat changes nothing.
 * @param words «2 1 3», places on the agenda as it was shown; @param seen its revision, where it is known
 */
export async function orderAgenda(
  tools: Tools,
  actor: Actor,
  id: MeetingId,
  words: string,
  seen?: number,
): Promise<Outcome<Meeting, AgendaOrderRefusal>> {
  const right = allowed(actor, 'agenda.order');
  if (!right.ok) return right;
  const kept = await agendaOf(tools, actor, id);
  if (!kept.ok) return kept;
  const { meeting, agenda } = kept.value;
  const by = deedOf(actor, tools);
  if (await isDoneBefore(tools, kept.value, actor)) return done(meeting.value);
  const state = mayNow(meeting.value, 'orderAgenda');
  if (!state.ok) return state;
  const before = agenda?.value.order ?? [];
  if (agenda && isAnother(agenda.value, seen, by)) return refused({ code: 'agenda-changed', field: 'order' });
  const order = readOrder(words, before);
  if (!order.ok) return order;
  const after = reordered(kept.value, order.value, by);
  try {
    await tools.store.batch(meeting.partition, [
      meetingStands(kept.value),
      markDone(by),
      ...writeChanged(kept.value, after, by),
    ]);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    // Not tried again: the places named now mean other cases.
    const isMine = await isDoneBefore(tools, kept.value, actor);
    if (!isMine) return refused({ code: 'agenda-changed', field: 'order' });
  }
  return done(meeting.value);
}

function isAnother({ revision, changed }: Agenda, seen: number | undefined, { by, at }: Done): boolean {
  if (seen !== undefined) return revision !== seen;
  return changed.by !== by && later(changed.at, atOnceMs) > at;
}
