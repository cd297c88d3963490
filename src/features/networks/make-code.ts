import { createHash } from 'node:crypto';
import { done, type Outcome, refused } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { type Instant, later } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from './identify-member.ts';
import type { Member, Party, Seat } from './network.ts';
import { codePartition, codes, members, networkPartition, parties } from './network-store.ts';

const hour = 3_600_000;
/** A channel is linked while two people talk; a seat's holder may be on leave. */
const lifetimeMs = { channel: 24 * hour, seat: 14 * 24 * hour, member: 24 * hour } as const;

export type Code = { readonly code: string; readonly expiresAt: Instant };
export type CodeRefusal =
  | NotAllowed
  | { readonly code: 'unknown-seat'; readonly number: number }
  | { readonly code: 'unknown-member' };

/** A one-time code that links one more channel, on whichever platform, to the actor's network. */
export async function inviteChannel(tools: Tools, actor: Actor): Promise<Outcome<Code, CodeRefusal>> {
  const right = allowed(actor, 'channel.link');
  return right.ok ? done(await makeCode(tools, actor, { kind: 'channel' })) : right;
}

/** A one-time code that makes whoever redeems it the seat's holder or a deputy. */
export async function inviteSeat(
  tools: Tools,
  actor: Actor,
  number: number,
  as: 'holder' | 'deputy',
): Promise<Outcome<Code & { seat: Seat; party: Party }, CodeRefusal>> {
  const right = allowed(actor, 'seat.invite');
  if (!right.ok) return right;
  const seat = actor.seats.find(each => each.number === number);
  const party = seat && (await parties.get(tools.store, networkPartition(actor.network.id), seat.partyId));
  if (!seat || !party) return refused({ code: 'unknown-seat', number });
  const code = await makeCode(tools, actor, { kind: 'seat', seatId: seat.id, as });
  return done({ ...code, seat, party: party.value });
}

/** A one-time code for one more account of a member: the actor's own, or by the coordinator a member's told by name or e-mail. */
export async function inviteMember(
  tools: Tools,
  actor: Actor,
  named: string | undefined,
): Promise<Outcome<Code & { member: Member }, CodeRefusal>> {
  if (named === undefined) return done({ ...(await memberCode(tools, actor, actor.member)), member: actor.member });
  const right = allowed(actor, 'member.invite');
  if (!right.ok) return right;
  const all = await members.all(tools.store, networkPartition(actor.network.id));
  const [member, ...others] = all.map(kept => kept.value).filter(each => isCalled(each, named));
  if (!member || others.length > 0) return refused({ code: 'unknown-member' });
  return done({ ...(await memberCode(tools, actor, member)), member });
}

function isCalled(member: Member, named: string): boolean {
  const wanted = named.toLowerCase();
  return member.name.toLowerCase() === wanted || member.email?.toLowerCase() === wanted;
}

function memberCode(tools: Tools, actor: Actor, member: Member): Promise<Code> {
  return makeCode(tools, actor, { kind: 'member', memberId: member.id });
}

async function makeCode(
  { store, world }: Tools,
  actor: Actor,
  opens: Parameters<typeof codes.create>[1]['opens'],
): Promise<Code> {
  const code = world.ids.code();
  const expiresAt = later(world.clock.now(), lifetimeMs[opens.kind]);
  const kept = { networkId: actor.network.id, madeBy: actor.member.id, expiresAt, opens };
  await store.batch(codePartition(hashOf(code)), [codes.create('code', kept)]);
  return { code, expiresAt };
}

/** Codes are read aloud and typed: case, spaces and hyphens do not matter, nor O for 0 or I and L for 1. */
export function hashOf(code: string): string {
  return createHash('sha256')
    .update(
      code
        .toUpperCase()
        .replace(/[^A-Z0-9]/g, '')
        .replaceAll('O', '0')
        .replace(/[IL]/g, '1'),
    )
    .digest('base64url');
}
