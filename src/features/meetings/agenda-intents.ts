import { z } from 'zod';
import { freeText } from '../../privacy/free-text.ts';
import { memberId } from '../networks/network.ts';
import { caseId, caseTypes, mostCharacters } from './case.ts';
import { conclusionMethods, followUpId } from './case-conclusion.ts';
import { meetingId } from './meeting.ts';
import { minutesLanguages } from './minutes.ts';

/** A meeting by its id (buttons), by its number in the network (typed), or the one that is nearest. */
const meeting = z.union([meetingId, z.int().positive()]).optional();
/** A case by its id (buttons), by its number `4/27`, or by its place on the list as it is shown (typed). */
const oneCase = z.union([caseId, z.int().positive()]);
/** Also of those whose place is not told: the form is not opened then. */
const someCase = oneCase.optional();

/** Counted as the chats count, so that it fits in its box again when it is to be corrected. */
const line = (name: keyof typeof mostCharacters) => within(freeText({ max: mostCharacters[name] }), name);
const lines = (name: keyof typeof mostCharacters) =>
  within(freeText({ max: mostCharacters[name], multiline: true }), name);

function within(schema: ReturnType<typeof freeText>, name: keyof typeof mostCharacters) {
  const max = mostCharacters[name];
  return schema.refine(text => text.length <= max, { message: 'too-long', params: { max } });
}

/** A number in a box, or in a button. */
const count = z.coerce.number().int().nonnegative();

const words = {
  title: line('title'),
  caseType: z.enum(caseTypes).default('discussion'),
  owner: line('owner').optional(),
  minutes: z.coerce.number().int().min(1).max(600).optional(),
  links: lines('links').optional(),
  proposal: lines('proposal').optional(),
  access: z.enum(['public', 'exempt']).default('public'),
  basis: line('basis').optional(),
};

const concluded = {
  meeting,
  case: oneCase,
  /** The version the form was opened with. */
  seen: count.default(0),
  discussion: lines('discussion').optional(),
  method: z.enum(conclusionMethods),
  conclusion: lines('conclusion').optional(),
  dissent: lines('dissent').optional(),
  followUps: lines('followUps').optional(),
};

/** Several choices; one of them may come as a text alone. */
const list = <T>(each: z.ZodType<T>) =>
  z.preprocess(given => (typeof given === 'string' ? [given] : given), z.array(each).max(100)).default([]);

/** What a person can ask of cases, agendas, meetings under way, minutes and follow-ups. Only ever added to. */
export const agendaIntents = {
  'agenda.show': z.object({ meeting }),
  'agenda.order-form': z.object({ meeting }),
  /** `order`: «2 1 3»; `seen`: the revision it is an order of, where a form tells. */
  'agenda.order': z.object({ meeting, order: line('order'), seen: count.optional() }),
  'agenda.send-form': z.object({ meeting }),
  'agenda.send': z.object({ meeting, reason: line('reason').optional() }),

  'case.form': z.object({ meeting, title: words.title.optional() }),
  'case.suggest': z.object({ meeting, ...words }),
  'case.show': z.object({ meeting, case: oneCase }),
  'case.edit-form': z.object({ meeting, case: someCase }),
  'case.edit': z.object({ meeting, case: oneCase, seen: count, ...words }),
  'case.accept': z.object({ meeting, case: oneCase }),
  'case.withdraw': z.object({ meeting, case: oneCase }),

  /** What whoever leads the meeting needs now: how it stands, and what comes next. */
  'meeting.lead': z.object({ meeting }),
  'meeting.start-form': z.object({ meeting }),
  /** `early`: meant, though it is long before its time. */
  'meeting.start': z.object({ meeting, early: z.boolean().optional() }),
  'presence.form': z.object({ meeting, from: count.default(0) }),
  'presence.record': z.object({
    meeting,
    from: count.default(0),
    /** Seat and person. */
    present: list(z.string().min(1).max(400)),
    observers: list(memberId),
    seen: z.string().max(100).optional(),
  }),
  'case.conclude-form': z.object({ meeting, case: someCase }),
  'case.conclude': z.object(concluded),
  'meeting.end-form': z.object({ meeting }),
  'meeting.end': z.object({ meeting, language: z.enum(minutesLanguages).optional() }),

  'minutes.show': z.object({ meeting }),
  /** One case of them, to be read whole or corrected. */
  'minutes.form': z.object({ meeting, case: someCase }),
  'minutes.correct': z.object(concluded),
  'minutes.reword': z.object({ meeting, language: z.enum(minutesLanguages) }),
  'minutes.send': z.object({ meeting }),
  'minutes.comment-form': z.object({ meeting }),
  'minutes.comment': z.object({ meeting, comment: lines('comment') }),
  'minutes.approve-form': z.object({ meeting }),
  'minutes.approve': z.object({ meeting, reason: line('reason').optional() }),

  'follow-ups.show': z.object({}),
  /** By its id (buttons), or by its place on the list as it is shown (typed). */
  'follow-up.close-form': z.object({ followUp: z.union([followUpId, z.int().positive()]).optional() }),
  'follow-up.close': z.object({
    followUp: z.union([followUpId, z.int().positive()]),
    note: lines('note').optional(),
  }),
} as const;
