import { type Reminded, type RemindedLately, remindNow } from '../../delivery/remind-now.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { aboutRound } from './need-store.ts';
import { type Round, type RoundId, roundCan } from './round.ts';
import { type Covered, peopleWaitedFor, readCoverage } from './round-coverage.ts';
import { roundOf } from './round-meant.ts';
import { roundReminder } from './round-messages.ts';

export type RemindRoundRefusal =
  | NotAllowed
  | { readonly code: 'no-round' }
  | { readonly code: 'round-not-open'; readonly number: number }
  | { readonly code: 'round-all-answered' }
  | RemindedLately;

export type RemindedOfRound = Reminded & {
  readonly round: Round;
  /** Parties that have not answered and cannot be written to. */
  readonly unreachable: number;
};

/**
 * Owes the people of each party that is waited for one reminder, but for those who have just had one; a repeat of the request
 * owes no more. What was to be shown before and was not agreed to gives way to this.
 */
export async function remindRound(
  tools: Tools,
  actor: Actor,
  id: RoundId,
): Promise<Outcome<RemindedOfRound, RemindRoundRefusal>> {
  const right = allowed(actor, 'round.remind');
  if (!right.ok) return right;
  return tools.turns(`remind|${id}`, () => retrying(() => remind(tools, actor, id)));
}

async function remind(tools: Tools, actor: Actor, id: RoundId): Promise<Outcome<RemindedOfRound, RemindRoundRefusal>> {
  const { store, world } = tools;
  const { network, member, requestKey: occasion } = actor;
  const round = (await roundOf({ store }, id))?.value;
  if (round?.networkId !== network.id) return refused({ code: 'no-round' });
  const now = world.clock.now();
  if (!roundCan('remind', round, now)) return refused({ code: 'round-not-open', number: round.number });
  const all = await readCoverage(tools, round, network.zone);
  const people = peopleWaitedFor(all);
  const unreachable = all.filter(isUnreached).length;
  if (people.length === 0 && unreachable === 0) return refused({ code: 'round-all-answered' });
  const deed = { occasion, by: member.id, now };
  const reminded = await remindNow(tools, aboutRound(round), roundReminder, people, network.rules, deed);
  return reminded.ok ? done({ round, ...reminded.value, unreachable }) : reminded;
}

function isUnreached({ state, people }: Covered): boolean {
  return state !== 'answered' && people.length === 0;
}
