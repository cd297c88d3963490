import { z } from 'zod';
import { freeText } from '../../privacy/free-text.ts';
import { language, networkKinds } from './network.ts';

const name = freeText({ max: 80 });

/** Kinds of work that help tells of. */
export const helpTopicNames = ['everyday', 'polls', 'meetings', 'agendas', 'needs', 'year', 'network'] as const;
export type HelpTopic = (typeof helpTopicNames)[number];

/** What a person can ask of a network. Only ever added to. */
export const networkIntents = {
  /** `name`: what was typed already. */
  'network.form': z.object({ name: name.optional() }),
  'network.start': z.object({
    name,
    kind: z.enum(networkKinds),
    language: language.optional(),
    secondLanguage: z.union([language, z.literal('none')]).default('none'),
  }),
  'network.show': z.object({}),
  /** `from`: a seat's number; the list goes on from there. */
  'members.show': z.object({ from: z.coerce.number().int().positive().optional() }),
  /** Makes a one-time code that links another channel. */
  'channel.invite': z.object({}),
  /** Makes a one-time code for a seat, told by its number. */
  'seat.invite': z.object({
    seat: z.coerce.number().int().positive(),
    as: z.enum(['holder', 'deputy']).default('holder'),
  }),
  /** Makes a one-time code: for a named member by the coordinator, for oneself (another account) without a name. */
  'member.invite': z.object({ member: freeText({ max: 120 }).optional() }),
  'code.form': z.object({}),
  'code.redeem': z.object({ code: freeText({ max: 40 }) }),
  'language.form': z.object({}),
  'language.choose': z.object({ language }),
  'roster.form': z.object({}),
  'roster.preview': z.object({ csv: freeText({ max: 100_000, multiline: true }) }),
  'roster.apply': z.object({ draft: z.string().min(1).max(100) }),
  /** `typed` is what the person wrote when no command was recognised. */
  'help.show': z.object({ typed: freeText({ min: 0, max: 80 }).optional(), topic: z.enum(helpTopicNames).optional() }),
} as const;
