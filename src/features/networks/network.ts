/** Who works together: the nouns of a network and what each of them means. Pure. */
import { z } from 'zod';
import type { Instant, PlainDate } from '../../world.ts';
import { ownTerms } from './own-terms.ts';

const branded = <B extends string>() => z.string().min(1).max(200) as unknown as z.ZodType<string & { brand: B }>;

export const networkId = branded<'NetworkId'>();
export type NetworkId = z.infer<typeof networkId>;
export const seatId = branded<'SeatId'>();
export type SeatId = z.infer<typeof seatId>;
export const memberId = branded<'MemberId'>();
export type MemberId = z.infer<typeof memberId>;
/** A platform, a tenant or workspace, and an account in it, as one word that only the platform's folder makes. */
export const identityKey = branded<'IdentityKey'>();
export type IdentityKey = z.infer<typeof identityKey>;
/** A platform, a tenant or workspace, and a channel in it, as one word that only the platform's folder makes. */
export const channelKey = branded<'ChannelKey'>();
export type ChannelKey = z.infer<typeof channelKey>;
/** What a platform needs to reach a channel or a person again; opaque outside its folder. */
export const address = z.string().min(1).max(2000) as unknown as z.ZodType<string & { brand: 'Address' }>;
export type Address = z.infer<typeof address>;

export const instant = z.iso.datetime({ precision: 3 }) as unknown as z.ZodType<Instant>;
export const plainDate = z.iso.date({ error: 'no-date' }) as unknown as z.ZodType<PlainDate>;

export const languages = ['nb', 'nn', 'se', 'en'] as const;
export type Language = (typeof languages)[number];
export const language = z.enum(languages);

export const networkKinds = [
  'cooperationForum',
  'epsLeaderNetwork',
  'competenceNetwork',
  'steeringGroup',
  'workingGroup',
  'referenceGroup',
] as const;

/** Whose voice a seat is; the composition rule of samarbeidsforum is stated in these groups. */
const seatGroups = [
  'publicOwner',
  'privateOwner',
  'higherEducation',
  'municipalAssociation',
  'privateKindergartenAssociation',
  'teachersOrganisation',
  'epsNorth',
  'epsSouth',
  'statped',
  'countyGovernor',
  'other',
] as const;
export type SeatGroup = (typeof seatGroups)[number];

/**
 * What a network does unless someone decides otherwise for one thing. The notice and the days for minutes are a
 * convention, not law: no statutory notice is known for these bodies. Changed by leaving the default or setting one's own.
 */
export const networkRules = z.object({
  /** Two digits: whose school breaks are kept free. */
  county: z.string().optional(),
  isMovedOffSchoolBreaks: z.boolean().default(true),
  /** Days before a deadline or a meeting when those who have not answered are reminded, and at what time. */
  reminderLeadDays: z.array(z.int().positive()).default([14, 7, 1]),
  remindedAt: z.string().default('09:00'),
  /** Nobody is reminded between these. */
  quiet: z.object({ from: z.string(), to: z.string() }).default({ from: '20:00', to: '07:00' }),
  /** One person is reminded of one thing no more often than this. */
  mostReminders: z.int().positive().default(4),
  noticeDays: z.int().nonnegative().default(14),
  papersDays: z.int().nonnegative().default(7),
  minutesDays: z.int().positive().default(7),
  commentDays: z.int().positive().default(7),
  /** Days after the deadline of a round that is not closed, when whoever opened it is asked about it. */
  roundOverDays: z.int().positive().default(7),
  /** A theme, a target group or a sector that fewer parties have reported is not told of: its number could tell of one. */
  fewestShown: z.int().positive().default(3),
  /** At least so many of a seat group must come for its voice to be heard; groups that have seats, one each unless said. */
  fewestOfGroup: z.partialRecord(z.enum(seatGroups), z.int().nonnegative()).default({}),
});
export type NetworkRules = z.infer<typeof networkRules>;

/** As long as a network has decided nothing else. */
export const usualRules = networkRules.parse({});

export const networkSchema = z.object({
  id: networkId,
  name: z.string(),
  kind: z.enum(networkKinds),
  /** One language, or two drawn one under the other. */
  languages: z.array(language).min(1).max(2),
  /** IANA name; deadlines and dates are this zone's. */
  zone: z.string(),
  startedAt: instant,
  startedBy: memberId,
  rules: networkRules.prefault({}),
  /** Its own words in the lists that needs are chosen from. */
  terms: ownTerms.optional(),
});
export type Network = z.infer<typeof networkSchema>;

export const partySchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Four digits, from the dated reference file. */
  municipalityNumber: z.string().optional(),
});
export type Party = z.infer<typeof partySchema>;

export const seatSchema = z.object({
  id: seatId,
  /** What people call the seat by: 1, 2, 3 … within the network. */
  number: z.int().positive(),
  partyId: z.string(),
  group: z.enum(seatGroups),
  /** Both days count; without `to` the term runs on. */
  term: z.object({ from: plainDate, to: plainDate.optional() }),
  isVoting: z.boolean(),
  holderId: memberId.optional(),
  deputyIds: z.array(memberId),
});
export type Seat = z.infer<typeof seatSchema>;

/** What a member is beside any seat; holder and deputy follow from the seats themselves. */
const standingRoles = ['coordinator', 'chair', 'observer'] as const;
export type StandingRole = (typeof standingRoles)[number];
export type Role = StandingRole | 'holder' | 'deputy' | 'member';

export const memberSchema = z.object({
  id: memberId,
  name: z.string(),
  email: z.string().optional(),
  roles: z.array(z.enum(standingRoles)),
  language: language.optional(),
  /** The platform they want to be written to on, by its name; the one they last acted on unless said. */
  reachedBy: z.string().optional(),
  identities: z.array(identityKey),
});
export type Member = z.infer<typeof memberSchema>;

export const channelLinkSchema = z.object({
  key: channelKey,
  address,
  label: z.string(),
  languages: z.array(language).min(1).max(2),
  linkedAt: instant,
  linkedBy: memberId,
  /** The bot was removed: nothing is posted there until it is linked anew. */
  lostAt: instant.optional(),
});
export type ChannelLink = z.infer<typeof channelLinkSchema>;

export function isInTerm(seat: Seat, day: PlainDate): boolean {
  return seat.term.from <= day && (seat.term.to === undefined || day <= seat.term.to);
}

/** Whether a member has come by any account; one who has not is only named in the roster. */
export function hasJoined(member: Member): boolean {
  return member.identities.length > 0;
}

/** Has an account, and has chosen no other way beside it: whoever has not reads of nothing in a channel. */
export function readsInChannels({ identities, reachedBy = '' }: Member): boolean {
  return identities.some(key => key.startsWith(reachedBy));
}

/** By a chat or by e-mail. */
export function isReachable(member: Member): boolean {
  return hasJoined(member) || member.email !== undefined;
}

/** Whether a member may act for a seat: as its holder or one of its deputies, within its term. */
export function mayActFor(member: Member, seat: Seat, day: PlainDate): boolean {
  return isInTerm(seat, day) && (seat.holderId === member.id || seat.deputyIds.includes(member.id));
}

export function rolesOf(member: Member, seats: readonly Seat[], day: PlainDate): readonly Role[] {
  const held = seats.filter(seat => isInTerm(seat, day));
  return [
    'member',
    ...member.roles,
    ...(held.some(seat => seat.holderId === member.id) ? (['holder'] as const) : []),
    ...(held.some(seat => seat.deputyIds.includes(member.id)) ? (['deputy'] as const) : []),
  ];
}
