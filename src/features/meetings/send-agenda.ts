import { mustBeShown, oweEach } from '../../delivery/sending.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { dayOf, type Instant, idFrom, later, type PlainDate } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import type { MemberId, Network } from '../networks/network.ts';
import { daysLater } from '../year/days.ts';
import { type AgendaChanged, numbered, putOnAgenda, writeChanged } from './agenda-change.ts';
import { type Agenda, casesInOrder, isAsSent, sentLines, whenDecided, withTimes } from './agenda-lines.ts';
import { agendaOf, deedOf, mayNow, type NoMeeting, type WrongState } from './agenda-meeting.ts';
import { agendaMessage } from './agenda-messages.ts';
import { recipientsOf } from './agenda-recipients.ts';
import type { Case, Done } from './case.ts';
import type { AgendaKept } from './case-store.ts';
import type { Meeting, MeetingId } from './meeting.ts';
import { aboutMeeting, meetings } from './meeting-store.ts';
import { noticeDays } from './notice.ts';
import { dropWaiting } from './sending-asked.ts';

export type SendAgendaRefusal =
  | NotAllowed
  | NoMeeting
  | WrongState
  | { readonly code: 'no-cases'; readonly number: number }
  /** Pressed twice: nothing has changed since it went out. */
  | { readonly code: 'agenda-just-sent'; readonly number: number; readonly at: Instant }
  /** @property days how many there are; @property rule how many there should be */
  | { readonly code: 'papers-late'; readonly field: 'reason'; readonly days: number; readonly rule: number };

export type AgendaSent = {
  readonly meeting: Meeting;
  readonly cases: number;
  readonly people: readonly MemberId[];
  /** Which of the times it was sent. */
  readonly sending: number;
};

/**
 * Sends the agenda to everyone invited: the first time the cases get their numbers, and afterwards each is told what has
 * changed. To more than a few it goes when whoever leads has agreed to it. Later than the network's rule it goes with a reason, which is written down. A repeat of the request sends nothing.
 */
export async function sendAgenda(
  tools: Tools,
  actor: Actor,
  id: MeetingId,
  reason?: string,
): Promise<Outcome<AgendaSent, SendAgendaRefusal>> {
  const right = allowed(actor, 'agenda.order');
  if (!right.ok) return right;
  return retrying(async () => {
    const kept = await agendaOf(tools, actor, id);
    if (!kept.ok) return kept;
    const { meeting, agenda } = kept.value;
    const people = await recipientsOf(tools, meeting.value, actor.network);
    const asked = askedOf(agenda?.value);
    const before = asked.findIndex(({ request }) => request === actor.requestKey);
    if (before >= 0) {
      const cases = asked[before]?.lines.length ?? 0;
      return done({ meeting: meeting.value, cases, people, sending: before + 1 });
    }
    const by = deedOf(actor, tools);
    const placed = await toBeSent(tools, kept.value, by);
    if (!placed.ok) return placed;
    const exceptions = papersException(meeting.value, actor.network, reason, by);
    if (!exceptions.ok) return exceptions;
    const { agenda: unsent, cases } = await numbered(tools, actor, kept.value, placed.value, by);
    const lines = sentLines(withTimes(casesInOrder(unsent, cases), meeting.value.settled?.startsAt));
    const at = mustBeShown(people) ? undefined : justSentAt(unsent, lines, cases, by.at);
    if (at) return refused({ code: 'agenda-just-sent', number: meeting.value.number, at });
    const sending = unsent.sent.length + 1;
    const words = agendaMessage(sending);
    const waiting = { ...unsent, waiting: { ...by, lines, sending: idFrom(by.request, words.kind) } };
    const after = { agenda: mustBeShown(people) ? waiting : whenDecided(waiting, by), cases };
    const sent: Meeting = {
      ...meeting.value,
      exceptions: [...meeting.value.exceptions, ...exceptions.value],
    };
    const to = people.map(member => ({ kind: 'member', id: member }) as const);
    await tools.store.batch(meeting.partition, [
      meetings.replace(meeting, sent),
      ...writeChanged(kept.value, after, by),
      ...(await dropWaiting(tools.store, meeting.partition, unsent.waiting)),
      ...oweEach(aboutMeeting(sent), words, to, { occasion: by.request, by: by.by, now: by.at }),
    ]);
    return done({ meeting: sent, cases: lines.length, people, sending });
  });
}

/** The agenda with all that is to stand on it. */
async function toBeSent(
  tools: Tools,
  kept: AgendaKept,
  by: Done,
): Promise<Outcome<AgendaChanged, WrongState | Extract<SendAgendaRefusal, { code: 'no-cases' }>>> {
  const meeting = kept.meeting.value;
  const state = mayNow(meeting, 'sendAgenda');
  if (!state.ok) return state;
  const placed = await putOnAgenda(tools, kept, [], by);
  return placed.agenda.order.length > 0 ? done(placed) : refused({ code: 'no-cases', number: meeting.number });
}

/** To a few it goes without being shown first, so that a second press must not send it twice; later it is meant. */
const justSentMs = 10 * 60_000;

function justSentAt(
  { sent }: Agenda,
  lines: Agenda['sent'][number]['lines'],
  cases: readonly Case[],
  now: Instant,
): Instant | undefined {
  const last = sent.at(-1);
  return last && now < later(last.at, justSentMs) && isAsSent(last, lines, cases) ? last.at : undefined;
}

/** What went out and what waits, oldest first. */
function askedOf(agenda: Agenda | undefined): Agenda['sent'] {
  return agenda?.waiting ? [...agenda.sent, agenda.waiting] : (agenda?.sent ?? []);
}

/** The last day on which the papers of a settled meeting are sent in time. */
export function papersBy({ settled }: Meeting, { zone, rules }: Network): PlainDate | undefined {
  return settled && daysLater(dayOf(settled.startsAt, zone), -rules.papersDays);
}

/** A reason given once stands for the changes after it. */
export function arePapersLate({ settled, exceptions }: Meeting, network: Network, now: Done['at']): boolean {
  const isExcused = exceptions.some(({ kind }) => kind === 'papers');
  return settled !== undefined && !isExcused && noticeDays(settled.startsAt, network, now) < network.rules.papersDays;
}

function papersException(
  meeting: Meeting,
  network: Network,
  reason: string | undefined,
  by: Done,
): Outcome<Meeting['exceptions'], Extract<SendAgendaRefusal, { code: 'papers-late' }>> {
  if (!meeting.settled || !arePapersLate(meeting, network, by.at)) return done([]);
  const days = noticeDays(meeting.settled.startsAt, network, by.at);
  return reason === undefined
    ? refused({ code: 'papers-late', field: 'reason', days, rule: network.rules.papersDays })
    : done([{ kind: 'papers', days, reason, ...by }]);
}
