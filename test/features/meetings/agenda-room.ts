/** Agendas of the cast's forum, for tests: shorthand for the workflows, as the coordinator unless said. */
import { agreeToSending, freezeSending } from '../../../src/delivery/agree-to-sending.ts';
import { sendings } from '../../../src/delivery/sending.ts';
import { acceptCase } from '../../../src/features/meetings/accept-case.ts';
import { casesInOrder, casesSuggested } from '../../../src/features/meetings/agenda-lines.ts';
import { approveMinutes } from '../../../src/features/meetings/approve-minutes.ts';
import { type Case, type CaseId, caseNumberText } from '../../../src/features/meetings/case.ts';
import { conclusions, readAgenda } from '../../../src/features/meetings/case-store.ts';
import type { CaseWords } from '../../../src/features/meetings/case-words.ts';
import { commentOnMinutes } from '../../../src/features/meetings/comment-on-minutes.ts';
import { type ConclusionWords, concludeCase } from '../../../src/features/meetings/conclude-case.ts';
import { editCase } from '../../../src/features/meetings/edit-case.ts';
import { endMeeting } from '../../../src/features/meetings/end-meeting.ts';
import type { MeetingId } from '../../../src/features/meetings/meeting.ts';
import { meetingPartition } from '../../../src/features/meetings/meeting-store.ts';
import type { Minutes, MinutesLanguage, MinutesVersion } from '../../../src/features/meetings/minutes.ts';
import { minutesOf, minutesVersions, readVersion } from '../../../src/features/meetings/minutes-store.ts';
import { orderAgenda } from '../../../src/features/meetings/order-agenda.ts';
import { recordPresence, type Ticked } from '../../../src/features/meetings/record-presence.ts';
import { sendAgenda } from '../../../src/features/meetings/send-agenda.ts';
import { sendMinutes } from '../../../src/features/meetings/send-minutes.ts';
import { startMeeting } from '../../../src/features/meetings/start-meeting.ts';
import { suggestCase } from '../../../src/features/meetings/suggest-case.ts';
import { withdrawCase } from '../../../src/features/meetings/withdraw-case.ts';
import type { Tools } from '../../../src/tools.ts';
import { actorOf, type CastKey, type TestTools } from '../../cast.ts';
import { doneOf } from '../polls/poll-room.ts';
import { newMeeting, settled } from './meeting-room.ts';

export const plainCase: CaseWords = { title: 'Behov for 2028', caseType: 'discussion', access: 'public' };

export async function suggest(
  tools: Tools,
  id: MeetingId,
  words: Partial<CaseWords> = {},
  who: CastKey = 'kari',
  requestKey?: string,
) {
  return suggestCase(tools, await actorOf(tools, who, requestKey), id, { ...plainCase, ...words });
}

/** @returns the case that was made */
export async function suggested(tools: Tools, id: MeetingId, title: string, who: CastKey = 'kari'): Promise<CaseId> {
  return doneOf(await suggest(tools, id, { title }, who)).case.id;
}

export async function accept(tools: Tools, id: MeetingId, each: CaseId, who: CastKey = 'kari') {
  return acceptCase(tools, await actorOf(tools, who), id, each);
}

export async function withdraw(tools: Tools, id: MeetingId, each: CaseId, who: CastKey = 'kari') {
  return withdrawCase(tools, await actorOf(tools, who), id, each);
}

export async function edit(
  tools: Tools,
  id: MeetingId,
  each: { readonly id: CaseId; readonly seen: number },
  words: Partial<CaseWords>,
  who: CastKey = 'kari',
) {
  return editCase(tools, await actorOf(tools, who), id, each, { ...plainCase, ...words });
}

export async function order(tools: Tools, id: MeetingId, words: string, seen?: number, who: CastKey = 'kari') {
  return orderAgenda(tools, await actorOf(tools, who), id, words, seen);
}

export async function send(tools: Tools, id: MeetingId, reason?: string, requestKey?: string) {
  const sent = await sendAgenda(tools, await actorOf(tools, 'kari', requestKey), id, reason);
  await agreeToAll(tools, id);
  return sent;
}

/** Whoever leads agrees to everything that waits of the meeting. */
export async function agreeToAll(tools: Tools, id: MeetingId) {
  const all = await sendings.all(tools.store, meetingPartition(id));
  const words = ['meeting-agenda', 'minutes'];
  for (const { value } of all.filter(each => each.value.state === 'shown' && words.includes(each.value.message.kind))) {
    const actor = await actorOf(tools, 'kari');
    const asked = { about: { kind: 'meeting', id }, sending: value.id, seen: 'seen' };
    const written = { cards: ['{}'], each: value.to.map(() => ({ card: 0 })) };
    doneOf(await freezeSending(tools, actor, asked, async () => ({ written, isAsFrozen: false })));
    doneOf(await agreeToSending(tools, actor, asked, async () => ({ written, frozen: 'seen', isAsFrozen: true })));
  }
}

export async function start(tools: Tools, id: MeetingId, who: CastKey = 'kari', requestKey?: string) {
  return startMeeting(tools, await actorOf(tools, who, requestKey), id);
}

export async function record(tools: Tools, id: MeetingId, ticked: Partial<Ticked>) {
  return recordPresence(tools, await actorOf(tools, 'kari'), id, { present: [], observers: [], from: 0, ...ticked });
}

export async function conclude(
  tools: Tools,
  id: MeetingId,
  each: CaseId,
  words: Partial<ConclusionWords> = {},
  seen = 0,
  requestKey?: string,
) {
  return concludeCase(
    tools,
    await actorOf(tools, 'kari', requestKey),
    id,
    { id: each, seen },
    {
      method: 'consensus',
      conclusion: 'Forumet er enig.',
      ...words,
    },
  );
}

export async function end(tools: Tools, id: MeetingId, language: MinutesLanguage = 'nb', requestKey?: string) {
  return endMeeting(tools, await actorOf(tools, 'kari', requestKey), id, language);
}

export async function sendOut(tools: Tools, id: MeetingId, requestKey?: string) {
  const sent = await askToSend(tools, id, requestKey);
  await agreeToAll(tools, id);
  return sent;
}

/** To more than a few they are shown first. */
export async function askToSend(tools: Tools, id: MeetingId, requestKey?: string) {
  return sendMinutes(tools, await actorOf(tools, 'kari', requestKey), id);
}

export async function comment(tools: Tools, id: MeetingId, text: string, who: CastKey = 'pål', requestKey?: string) {
  return commentOnMinutes(tools, await actorOf(tools, who, requestKey), id, text);
}

/** With a reason, as it takes before every comment is in and answered. */
export async function approve(tools: Tools, id: MeetingId, who: CastKey = 'kari', reason = 'Nettverkets siste møte') {
  return approveMinutes(tools, await actorOf(tools, who), id, reason);
}

/** The titles in the agenda's order, each with its number; «referat 1» for the approval of the first meeting's minutes. */
export async function agendaNow(tools: Pick<Tools, 'store'>, id: MeetingId): Promise<readonly string[]> {
  const kept = await readAgenda(tools, id);
  const all = kept?.cases.map(({ value }) => value) ?? [];
  return casesInOrder(kept?.agenda?.value, all).map(lineOf);
}

export async function suggestionsNow(tools: Pick<Tools, 'store'>, id: MeetingId): Promise<readonly string[]> {
  const kept = await readAgenda(tools, id);
  return casesSuggested(kept?.cases.map(({ value }) => value) ?? []).map(lineOf);
}

function lineOf({ title, number, approves }: Case): string {
  const words = approves ? `referat ${approves.number}` : title;
  return number ? `${caseNumberText(number)} ${words}` : words;
}

export async function revisionOf(tools: Pick<Tools, 'store'>, id: MeetingId): Promise<number | undefined> {
  return (await readAgenda(tools, id))?.agenda?.value.revision;
}

export async function conclusionsNow({ store }: Pick<Tools, 'store'>, id: MeetingId) {
  return (await conclusions.all(store, meetingPartition(id))).map(({ value }) => value);
}

export async function minutesNow(tools: Pick<Tools, 'store'>, id: MeetingId): Promise<Minutes> {
  const kept = await minutesOf(tools, id);
  if (!kept) throw new Error('No minutes');
  return kept.value;
}

export async function latestVersion(tools: Pick<Tools, 'store'>, id: MeetingId): Promise<MinutesVersion> {
  return readVersion(tools, id, (await minutesNow(tools, id)).latest);
}

export async function versionsOf({ store }: Pick<Tools, 'store'>, id: MeetingId): Promise<readonly MinutesVersion[]> {
  const all = await minutesVersions.all(store, meetingPartition(id));
  return all.map(({ value }) => value).toSorted((a, b) => a.version - b.version);
}

/** When the first meeting of the room begins. */
export const meetingStart = '2027-03-02T09:00:00.000Z';

/** A meeting under way with these cases, the clock at its start. */
export async function underWay(
  tools: TestTools,
  ...titles: readonly string[]
): Promise<readonly [MeetingId, ...CaseId[]]> {
  const id = await settled(tools);
  const cases: CaseId[] = [];
  for (const title of titles) cases.push(await suggested(tools, id, title));
  tools.world.clock.set(meetingStart);
  doneOf(await start(tools, id));
  return [id, ...cases];
}

/** The meeting after it, settled and not begun. */
export async function nextMeeting(tools: Tools, times = '13. april 2027 kl 10-12'): Promise<MeetingId> {
  return settled(tools, { ...newMeeting, title: 'Neste styringsmøte', times, answersBy: undefined });
}
