import { type Delivery, type DeliveryState, deliveries } from '../../delivery/delivery.ts';
import { type Sending, sendings } from '../../delivery/sending.ts';
import type { Kept } from '../../store/collection.ts';
import type { Operation } from '../../store/store.ts';
import type { Tools } from '../../tools.ts';
import type { MemberId } from '../networks/network.ts';
import type { Meeting } from './meeting.ts';
import { deputyKind, proposalMessage, tellsOfTime } from './meeting-messages.ts';
import { meetingPartition } from './meeting-store.ts';

export type Told = {
  /** Who knows of a time of the meeting, this one or an earlier, or is about to. */
  readonly people: readonly MemberId[];
  /** Those of them who know the time it has now. */
  readonly ofThisTime: readonly MemberId[];
  /** Those of them to whom words are out or on their way: of the others it has only been agreed that they are to be told. */
  readonly reached: readonly MemberId[];
  /** Who has been asked by themselves when they can meet. */
  readonly asked: readonly MemberId[];
  /** What was agreed to and has not begun to go out. */
  readonly agreed: readonly Kept<Sending>[];
  /** What waits for whoever leads to have seen it. */
  readonly shown: readonly Kept<Sending>[];
};

/** What stands sent or may, and what is about to be. */
const isOut: ReadonlySet<DeliveryState> = new Set(['claimed', 'sent', 'unknown']);
const tells: ReadonlySet<DeliveryState> = new Set([...isOut, 'due', 'failed']);

export async function toldOf({ store }: Pick<Tools, 'store'>, meeting: Meeting): Promise<Told> {
  const partition = meetingPartition(meeting.id);
  const [kept, sent] = await Promise.all([deliveries.all(store, partition), sendings.all(store, partition)]);
  const owed = kept.map(({ value }) => value);
  const isOfTime = ({ message }: Pick<Delivery, 'message'>) => tellsOfTime.has(message.kind);
  const agreed = sent.filter(({ value }) => value.state === 'agreed' && isOfTime(value));
  const toBeTold = agreed.flatMap(({ value: { message, madeAt, to } }) =>
    to.map(place => ({ message, owedAt: madeAt, to: place })),
  );
  const out = owed.filter(each => tells.has(each.state) && isOfTime(each));
  const words = [...out, ...toBeTold];
  return {
    people: membersIn(words),
    ofThisTime: membersIn(words.filter(each => isOfThisTime(each, meeting))),
    reached: membersIn(out),
    asked: membersIn(owed.filter(({ state, message }) => isOut.has(state) && message.kind === proposalMessage.kind)),
    agreed,
    shown: sent.filter(({ value }) => value.state === 'shown' && value.message.kind !== 'posting'),
  };
}

/** Whether words that tell of the meeting's time tell of the one it has now. */
export function isOfThisTime({ message, owedAt }: Pick<Delivery, 'message' | 'owedAt'>, meeting: Meeting): boolean {
  return message.kind === deputyKind
    ? meeting.settled !== undefined && owedAt >= meeting.settled.at
    : message.detail === String(meeting.sequence);
}

function membersIn(words: readonly Pick<Delivery, 'to'>[]): readonly MemberId[] {
  return [...new Set(words.flatMap(({ to }) => (to.kind === 'member' ? [to.id] : [])))];
}

/** Nothing that waited to be agreed to will be sent. For the batch of what overtakes it. */
export function dropShown({ shown }: Pick<Told, 'shown'>): readonly Operation[] {
  return shown.map(kept => sendings.replace(kept, { ...kept.value, state: 'dropped' }));
}

/** The same of what tells of the meeting's time; an agenda that waits is left. */
export function dropShownTimes({ shown }: Pick<Told, 'shown'>): readonly Operation[] {
  return dropShown({ shown: shown.filter(({ value }) => tellsOfTime.has(value.message.kind)) });
}
