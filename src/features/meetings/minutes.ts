/** The minutes (referat) of a meeting: versions that are never changed, and what has become of them. Pure. */
import { z } from 'zod';
import { dayOf, type Instant, type PlainDate } from '../../world.ts';
import { instant, memberId } from '../networks/network.ts';
import { daysLater } from '../year/days.ts';
import { endOfDay } from '../year/local-time.ts';
import { caseId, caseTypes, type Done, deed, link } from './case.ts';
import { conclusionMethods } from './case-conclusion.ts';
import { meetingId } from './meeting.ts';
import { askedSending, type Fate } from './sending-asked.ts';

/** Both Norwegian languages, each whole; minutes are written in one of them, whatever else the network speaks. */
export const minutesLanguages = ['nb', 'nn'] as const;
export type MinutesLanguage = (typeof minutesLanguages)[number];

const plainDate = z.iso.date() as unknown as z.ZodType<PlainDate>;
const seated = z.object({ party: z.string(), name: z.string() });

const presence = z.discriminatedUnion('standing', [
  seated.extend({ standing: z.literal('holder') }),
  /** Whom the deputy came for; unsaid in old minutes, and of a seat without a holder. */
  seated.extend({ standing: z.literal('deputy'), of: z.string().optional() }),
  /** Somebody who is neither sat for the holder: på vegne av. */
  seated.extend({ standing: z.literal('onBehalf'), of: z.string() }),
]);
export type Presence = z.infer<typeof presence>;

const minutesCase = z.object({
  id: caseId,
  number: z.string(),
  caseType: z.enum(caseTypes),
  title: z.string(),
  /** The number of the meeting whose minutes it was to approve; then it has no title of its own. */
  approves: z.int().positive().optional(),
  links: z.array(link),
  discussion: z.string().optional(),
  conclusion: z.object({ method: z.enum(conclusionMethods), text: z.string().optional() }).optional(),
  dissent: z.array(z.object({ party: z.string(), text: z.string() })),
  followUps: z.array(z.object({ what: z.string(), who: z.string(), dueOn: plainDate.optional() })),
});
export type MinutesCase = z.infer<typeof minutesCase>;

/** All that they say, in no language: names and numbers as they were when it was written. */
export const minutesContent = z.object({
  network: z.string(),
  number: z.int().positive(),
  startsAt: instant,
  endsAt: instant,
  place: z.string().optional(),
  chair: z.string().optional(),
  secretary: z.string().optional(),
  present: z.array(presence),
  /** Those who gave notice of absence, also where a deputy came instead. */
  absent: z.array(seated),
  /** Seats nobody sat in or gave notice for; no name where the seat has no holder. Unsaid in older minutes. */
  unheard: z.array(seated).optional(),
  observers: z.array(seated),
  /** Those who lead the network, were there and sat in no seat; unsaid in older minutes. */
  leading: z.array(z.object({ name: z.string(), role: z.enum(['chair', 'coordinator']) })).optional(),
  cases: z.array(minutesCase),
  next: z.object({ startsAt: instant, endsAt: instant, place: z.string().optional() }).optional(),
});
export type MinutesContent = z.infer<typeof minutesContent>;

export const minutesVersion = z.object({
  version: z.int().positive(),
  language: z.enum(minutesLanguages),
  content: minutesContent,
  madeAt: instant,
  madeBy: memberId,
  request: z.string(),
});
export type MinutesVersion = z.infer<typeof minutesVersion>;

export const minutesSchema = z.object({
  meetingId,
  /** The latest version's number. */
  latest: z.int().positive(),
  /** Each time a version went out, oldest first: agreed to then, and asked for earlier. */
  sent: z.array(deed.extend({ version: z.int().positive(), askedAt: instant.optional() })).default([]),
  /** A version that whoever leads has yet to agree to send, and for how many days comments are then taken. */
  waiting: askedSending
    .extend({ version: z.int().positive(), comments: z.object({ days: z.int(), zone: z.string() }) })
    .optional(),
  /** Comments are taken until then. */
  commentsUntil: instant.optional(),
  approved: z
    .object({
      version: z.int().positive(),
      at: instant,
      by: memberId,
      request: z.string(),
      /** The meeting that approved them; none when whoever leads did so by hand. */
      inMeeting: z.int().positive().optional(),
      /** Approved by hand before every comment was in and answered, and why. */
      passedOver: z
        .object({ comments: z.int().nonnegative(), until: instant.optional(), reason: z.string() })
        .optional(),
    })
    .optional(),
});
export type Minutes = z.infer<typeof minutesSchema>;

/** What is to be sent has gone out, or never will. */
export function whenDecided(minutes: Minutes, fate: Fate): Minutes {
  if (fate === 'waits') return minutes;
  return fate === 'dropped' ? { ...minutes, waiting: undefined } : whenSent(minutes, fate);
}

/** Comments are taken for whole days from when the version went out, unless it is approved already. */
export function whenSent(minutes: Minutes, { at, by }: Pick<Done, 'at' | 'by'>): Minutes {
  const { waiting, sent, approved } = minutes;
  if (!waiting) return minutes;
  const { version, request, comments, at: askedAt } = waiting;
  return {
    ...minutes,
    waiting: undefined,
    sent: [...sent, { at, by, request, version, askedAt }],
    ...(!approved && { commentsUntil: endOfDay(daysLater(dayOf(at, comments.zone), comments.days), comments.zone) }),
  };
}

/** The minutes as one sending of them has them: one that waits as though it went out now. None of one that was overtaken. */
export function minutesInSending(minutes: Minutes, number: number, now: Instant): Minutes | undefined {
  const { sent, waiting } = minutes;
  if (sent.length === number) return minutes;
  return waiting && sent.length + 1 === number ? whenSent(minutes, { ...waiting, at: now }) : undefined;
}

export type MinutesState = 'draft' | 'sent' | 'approved';

export function stateOfMinutes({ sent, approved }: Minutes): MinutesState {
  if (approved) return 'approved';
  return sent.length > 0 ? 'sent' : 'draft';
}

const possibleIn = {
  correct: ['draft', 'sent'],
  comment: ['sent'],
  approve: ['sent'],
  send: ['draft', 'sent', 'approved'],
} as const satisfies Record<string, readonly MinutesState[]>;

/**
 * What can be done with the minutes as they stand, asked by rules and cards alike. Approved ones are only read and sent; what
 * is approved is what went out, so a version written since goes out first.
 */
export function minutesCan(minutes: Minutes, wanted: keyof typeof possibleIn): boolean {
  const states: readonly MinutesState[] = possibleIn[wanted];
  const isLatestOut = minutes.sent.at(-1)?.version === minutes.latest;
  return states.includes(stateOfMinutes(minutes)) && (wanted !== 'approve' || isLatestOut);
}

export function mayComment(minutes: Minutes, now: Instant): boolean {
  return minutesCan(minutes, 'comment') && minutes.commentsUntil !== undefined && now <= minutes.commentsUntil;
}

/** Comments that no later version answers, and until when more may come. */
export type Unheard = { readonly comments: number; readonly until?: Instant };

/** What approving them now would pass over, asked by rule and form alike; undefined when nothing. */
export function unheardIn(
  minutes: Minutes,
  all: readonly Pick<MinutesComment, 'version'>[],
  now: Instant,
): Unheard | undefined {
  const comments = all.filter(({ version }) => version >= minutes.latest).length;
  const until = mayComment(minutes, now) ? minutes.commentsUntil : undefined;
  return comments > 0 || until ? { comments, ...(until && { until }) } : undefined;
}

/** What became of one version. */
export function stateOfVersion({ sent, approved }: Minutes, version: number): MinutesState {
  if (approved?.version === version) return 'approved';
  return sent.some(each => each.version === version) ? 'sent' : 'draft';
}

/** A comment (merknad) on a version that was sent. */
export const minutesComment = z.object({
  by: memberId,
  at: instant,
  version: z.int().positive(),
  text: z.string(),
});
export type MinutesComment = z.infer<typeof minutesComment>;
