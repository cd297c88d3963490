/** What deliveries about agendas, minutes and follow-ups say to one person. */
import { agendaNoticeCard } from '../../../cards/meetings/agenda-card.ts';
import { casesSuggestedCard } from '../../../cards/meetings/case-card.ts';
import { followUpCard } from '../../../cards/meetings/follow-up-cards.ts';
import { commentsGivenCard, minutesNoticeCard } from '../../../cards/meetings/minutes-card.ts';
import { commentsOverCard, minutesLateCard } from '../../../cards/meetings/minutes-whispers.ts';
import {
  type CaseOnAgenda,
  casesSent,
  changesBetween,
  suggestionsToldBy,
  withTimes,
} from '../../features/meetings/agenda-lines.ts';
import {
  agendaMessage,
  caseSuggestedKind,
  commentGivenKind,
  commentsMessage,
  followUpMessage,
  lateFollowUpMessage,
  minutesLateMessage,
  minutesMessage,
} from '../../features/meetings/agenda-messages.ts';
import { caseReadBy } from '../../features/meetings/case.ts';
import type { FollowUpId } from '../../features/meetings/case-conclusion.ts';
import { readAgenda } from '../../features/meetings/case-store.ts';
import { commentsToldBy } from '../../features/meetings/comments-told-by.ts';
import { isLate, isOpen } from '../../features/meetings/follow-up.ts';
import { followUpOf } from '../../features/meetings/follow-up-store.ts';
import { type MeetingId, meetingCan, stateOfMeeting } from '../../features/meetings/meeting.ts';
import { meetingPartition, meetings } from '../../features/meetings/meeting-store.ts';
import { minutesCan, minutesInSending, stateOfMinutes } from '../../features/meetings/minutes.ts';
import { minutesComments, minutesOf, readVersion } from '../../features/meetings/minutes-store.ts';
import { commentsToldAt } from '../../features/meetings/send-minutes.ts';
import { identifyById } from '../../features/networks/identify-member.ts';
import type { MemberId, NetworkId } from '../../features/networks/network.ts';
import { may } from '../../features/networks/who-may.ts';
import { outsideQuietHours } from '../../features/year/quiet-hours.ts';
import type { Tools } from '../../tools.ts';
import type { Recipient, Words, Writer } from '../writer.ts';
import { listed } from './agenda-asking.ts';
import { documentLinks, shownFollowUp, shownFollowUps } from './agenda-shown.ts';
import { memberNames } from './with-meeting.ts';

export const agendaWriters: Readonly<Record<string, Writer>> = {
  /** The cases that were shown when it was to be sent, and no later ones; of an earlier sending nothing is left to say when a later one is out. */
  [agendaMessage(0).kind]: async ({ tools }, { thing, message }, { network, member }, speech) => {
    const kept = await tools.gather(`agenda|${thing.id}`, () => readAgenda(tools, thing.id as MeetingId));
    const agenda = kept?.agenda?.value;
    const sending = Number(message.detail);
    const isWaiting = agenda?.waiting !== undefined && agenda.sent.length + 1 === sending;
    const sent = [...(agenda?.sent ?? []), ...(isWaiting ? [agenda.waiting] : [])];
    if (!kept || sent.length !== sending || !isToCome(stateOfMeeting(kept.meeting.value))) return undefined;
    const [before, now] = [sent[sending - 2], sent[sending - 1]];
    const changes = before && now ? changesBetween(before.lines, now.lines) : [];
    const followUps = await tools.gather(`follow-ups|${network.id}`, () => shownFollowUps(tools, network));
    const all = kept.cases.map(({ value }) => value);
    const timed = withTimes(casesSent(now?.lines ?? [], all), kept.meeting.value.settled?.startsAt);
    const cases = await casesReadBy(tools, network.id, member.id, timed);
    return {
      card: agendaNoticeCard({ meeting: kept.meeting.value, network: network.name, cases, followUps, changes }, speech),
    };
  },

  /** To those who can still do something about it. */
  [caseSuggestedKind]: async ({ tools }, { thing, message }, to, speech) => {
    const kept = await readAgenda(tools, thing.id as MeetingId);
    if (!kept || !meetingCan(kept.meeting.value, 'orderAgenda')) return undefined;
    const all = kept.cases.map(({ value }) => value);
    const told = suggestionsToldBy(message.detail ?? '', all);
    if (told.length === 0) return undefined;
    const nameOf = await memberNames(tools, to.network.id);
    const before = listed(kept).length - told.length;
    const suggested = told.map((each, at) => ({ case: each, place: before + at + 1, by: nameOf(each.suggested.by) }));
    return inDaytime(
      tools,
      to,
      casesSuggestedCard({ meeting: kept.meeting.value, network: to.network.name }, suggested, speech),
    );
  },

  /** Nothing when they have been sent again since. */
  [minutesMessage(0).kind]: async ({ tools, settings }, { thing, message }, { network, member }, speech) => {
    const read = await tools.gather(`minutes|${thing.id}`, () => readMinutes(tools, thing.id as MeetingId));
    const now = tools.world.clock.now();
    const minutes = read && minutesInSending(read.minutes, Number(message.detail), now);
    const sent = minutes?.sent.at(-1);
    if (!read || !minutes || !sent) return undefined;
    const version = await readVersion(tools, read.meeting.id, sent.version);
    const wanted = { meeting: read.meeting.id, version: version.version, member: member.id };
    const links = documentLinks(settings, wanted, sent.askedAt ?? sent.at);
    return { card: minutesNoticeCard({ ...read, network: network.name, minutes, version, links, now }, speech) };
  },

  /** Not when they have been sent. */
  [minutesLateMessage.kind]: async ({ tools }, { thing }, to, speech) => {
    const read = await readMinutes(tools, thing.id as MeetingId);
    if (!read || stateOfMinutes(read.minutes) !== 'draft') return undefined;
    return inDaytime(
      tools,
      to,
      minutesLateCard({ ...read, network: to.network.name }, to.network.rules.minutesDays, speech),
    );
  },

  /** As long as they can be corrected, and no later version answers it. */
  [commentGivenKind]: async ({ tools }, { thing, message }, to, speech) => {
    const read = await readMinutes(tools, thing.id as MeetingId);
    if (!read || !minutesCan(read.minutes, 'correct')) return undefined;
    const { store } = tools;
    const all = await minutesComments.all(store, meetingPartition(read.meeting.id));
    // Nobody is told of their own, so theirs does not tell of others' either.
    const others = all.filter(({ value }) => value.by !== to.member.id);
    const told = commentsToldBy(message.detail ?? '', others, read.minutes, to.network);
    if (told.length === 0) return undefined;
    const [version, nameOf] = await Promise.all([
      readVersion(tools, read.meeting.id, read.minutes.latest),
      memberNames(tools, to.network.id),
    ]);
    const comments = told.map(comment => ({ comment, name: nameOf(comment.by) || undefined }));
    return inDaytime(tools, to, commentsGivenCard({ ...read, version, comments }, speech));
  },

  /** Of what was sent last, and not when they are approved already. Comments are taken from when it went out. */
  [commentsMessage(0).kind]: async ({ tools }, { thing, message }, to, speech) => {
    const read = await readMinutes(tools, thing.id as MeetingId);
    const now = tools.world.clock.now();
    const minutes = read && minutesInSending(read.minutes, Number(message.detail), now);
    if (!minutes || stateOfMinutes(minutes) !== 'sent') return undefined;
    const comments = await minutesComments.all(tools.store, meetingPartition(read.meeting.id));
    const words = inDaytime(
      tools,
      to,
      commentsOverCard({ ...read, network: to.network.name }, comments.length, speech),
    );
    const toldAt = commentsToldAt(minutes, to.network);
    return toldAt && toldAt > now ? { ...words, notBefore: toldAt } : words;
  },

  [followUpMessage.kind]: (desk, { thing }, to, speech) => remind(desk.tools, thing.id, to, speech, false),
  [lateFollowUpMessage.kind]: (desk, { thing }, to, speech) => remind(desk.tools, thing.id, to, speech, true),
};

/** The cases with what this person may read of them; who they are is asked only where it matters. */
async function casesReadBy(
  tools: Tools,
  networkId: NetworkId,
  id: MemberId,
  cases: readonly CaseOnAgenda[],
): Promise<readonly CaseOnAgenda[]> {
  if (cases.every(each => each.case.access.level === 'public')) return cases;
  const actor = await identifyById(tools, networkId, id);
  const mayReadExempt = actor !== undefined && may(actor.roles, 'case.read-exempt');
  return cases.map(each => ({ ...each, case: caseReadBy(each.case, mayReadExempt) }));
}

function isToCome(state: ReturnType<typeof stateOfMeeting>): boolean {
  return state === 'settled' || state === 'underWay';
}

async function readMinutes({ store }: Tools, id: MeetingId) {
  const [meeting, minutes] = await Promise.all([
    meetings.get(store, meetingPartition(id), 'meeting'),
    minutesOf({ store }, id),
  ]);
  return meeting && minutes && { meeting: meeting.value, minutes: minutes.value };
}

function inDaytime({ world }: Tools, { network }: Recipient, card: Words['card']): Words {
  return { card, notBefore: outsideQuietHours(world.clock.now(), network.zone, network.rules.quiet) };
}

/** To its owner, as long as it is open; before it is due in one set of words, and after it in another. */
async function remind(
  tools: Tools,
  id: string,
  { network, member }: Recipient,
  speech: Parameters<Writer>[3],
  isOverdue: boolean,
): Promise<Words | undefined> {
  const kept = await followUpOf(tools, id as FollowUpId);
  if (!kept || !isOpen(kept.value) || kept.value.ownerId !== member.id) return undefined;
  const shown = shownFollowUp(tools, kept.value, member.name, network.zone);
  if (isLate(kept.value, shown.today) !== isOverdue) return undefined;
  return { card: followUpCard(shown, network.name, isOverdue, speech) };
}
