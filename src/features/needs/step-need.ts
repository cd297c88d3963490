import { type Message, oweRedraw, oweWords } from '../../delivery/delivery.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Operation } from '../../store/store.ts';
import type { Tools } from '../../tools.ts';
import { type Instant, idFrom, type PlainDate } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { endOfDay } from '../year/local-time.ts';
import type { Need } from './need.ts';
import { answerersFor, type NeedSeen, type NoNeed, needFor } from './need-access.ts';
import { needDueAt, needTimeOf } from './need-deadline.ts';
import { mayStep, type NeedState, type NeedStep, needSteps } from './need-state.ts';
import { aboutRound, needs } from './need-store.ts';
import { afterAnswering, afterReturning } from './return-schedule.ts';
import type { NeedRef } from './submit-need.ts';
import { type StepDeed, takeStep } from './take-step.ts';
import { workedOn } from './worked-on.ts';

/** The steps that people take by themselves, beside sending it. */
export type PlainStep = Extract<NeedStep, 'reopen' | 'return' | 'accept' | 'withdraw'>;

export type StepWanted = NeedRef & {
  readonly step: PlainStep;
  readonly reason?: string | undefined;
  /** The last day to send it again. */
  readonly on?: PlainDate | undefined;
};

export type StepRefusal =
  | NotAllowed
  | NoNeed
  | { readonly code: 'need-not-open'; readonly state: NeedState }
  /** What was sent stands as it was sent. */
  | { readonly code: 'need-time-over'; readonly dueAt: Instant }
  | { readonly code: 'need-day-past'; readonly field: 'on' };

/** Words to the party's people: their need was returned. @param id the need's */
export function returnedMessage(id: string): Message {
  return { kind: 'need-returned', detail: id };
}

/** Words to the secretariat: a party withdrew what they had accepted. @param bundle the number of the one it was part of */
export function withdrawnMessage(id: string, bundle?: number): Message {
  return { kind: 'need-withdrawn', detail: [id, ...(bundle === undefined ? [] : [bundle])].join(' ') };
}

/**
 * Takes one step of the table, dated with its author. A return is told to those who worked on the need, in the same batch.
 * A step that this person has just taken is done. Whoever leads may take the secretariat's steps with their own party's need too:
 * whether a need is complete is checked, not decided, and the history says whose it was.
 */
export async function stepNeed(
  tools: Tools,
  actor: Actor,
  { step, reason, on, ...wanted }: StepWanted,
): Promise<Outcome<NeedSeen, StepRefusal>> {
  const isParty = needSteps[step].by === 'party';
  const right = allowed(actor, isParty ? 'need.write' : 'need.handle');
  if (!right.ok) return right;
  return retrying(async () => {
    const seen = await needFor(tools, actor, wanted);
    if (!seen || (isParty && !seen.isOwn)) return refused({ code: 'no-need' });
    if (isJustTaken(seen.need.value, step, actor)) return done(seen);
    const now = tools.world.clock.now();
    const dueAt = on && endOfDay(on, actor.network.zone);
    const stops = whyNotStepped(seen, step, dueAt, now);
    if (stops) return refused(stops);
    const value = stepped(seen, { step, reason }, { at: now, by: actor.member.id }, dueAt);
    const [etag = ''] = await tools.store.batch(seen.need.partition, [
      needs.replace(seen.need, value),
      ...(value.state === 'returned' ? await tellReturned(tools, actor, seen, value) : [afterAnswering(value.id)]),
      ...(step === 'withdraw' ? tellWithdrawn(seen, value, now) : []),
      oweRedraw(aboutRound(seen.round.value), now),
    ]);
    return done({ ...seen, need: { ...seen.need, etag, value } });
  });
}

function stepped(
  { need, isOwn }: NeedSeen,
  { step, reason }: Pick<StepWanted, 'step' | 'reason'>,
  deed: StepDeed,
  dueAt: Instant | undefined,
): Need {
  const own = needSteps[step].by !== 'party' && isOwn ? { isOwn } : {};
  const said = reason === undefined ? {} : { reason };
  const taken = takeStep(need.value, step, { ...deed, ...said, ...own });
  return step === 'return' && dueAt ? { ...taken, returned: { reason: reason ?? '', dueAt } } : taken;
}

/** At once, and before and after its own deadline. */
async function tellReturned(
  tools: Tools,
  actor: Actor,
  { round: { value: round }, need, party }: NeedSeen,
  { id, history, returned }: Need,
): Promise<readonly Operation[]> {
  const now = tools.world.clock.now();
  const told = workedOn(need.value, await answerersFor(tools, actor, party));
  return [
    ...oweWords(aboutRound(round), returnedMessage(id), told, idFrom(id, String(history.length)), { now }),
    ...(returned
      ? afterReturning(round, { id, dueAt: returned.dueAt }, actor.network, { by: actor.member.id, now })
      : []),
  ];
}

/** To whoever opened the round, of what nobody there would otherwise look at again. */
function tellWithdrawn({ round, need, bundle }: NeedSeen, { id }: Need, now: Instant): readonly Operation[] {
  if (mayStep('submit', need.value.state) || mayStep('accept', need.value.state)) return [];
  const words = withdrawnMessage(id, bundle?.number);
  return oweWords(aboutRound(round.value), words, [round.value.openedBy], idFrom(id, 'withdrawn'), { now });
}

function isJustTaken({ history, state }: Need, step: PlainStep, { member }: Actor): boolean {
  const last = history.at(-1);
  return last?.step === step && last.by === member.id && state === needSteps[step].to;
}

function whyNotStepped(
  { round, need }: NeedSeen,
  step: PlainStep,
  dueAt: Instant | undefined,
  now: Instant,
): StepRefusal | undefined {
  const { state } = need.value;
  if (!mayStep(step, state)) return { code: 'need-not-open', state };
  if (step === 'reopen' && needTimeOf(round.value, need.value, now) !== 'open') {
    return { code: 'need-time-over', dueAt: needDueAt(round.value, need.value) };
  }
  return dueAt && dueAt <= now ? { code: 'need-day-past', field: 'on' } : undefined;
}
