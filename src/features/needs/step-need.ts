import { type Message, oweRedraw, oweWords } from '../../delivery/delivery.ts';
import { done, type Outcome, refused, retrying } from '../../outcome.ts';
import type { Tools } from '../../tools.ts';
import { type Instant, idFrom, type PlainDate } from '../../world.ts';
import { type Actor, allowed, type NotAllowed } from '../networks/identify-member.ts';
import { endOfDay } from '../year/local-time.ts';
import type { Need } from './need.ts';
import { answerersFor, type NeedSeen, type NoNeed, needFor } from './need-access.ts';
import { needDueAt, needTimeOf } from './need-deadline.ts';
import { mayStep, type NeedState, type NeedStep, needSteps } from './need-state.ts';
import { aboutRound, needs } from './need-store.ts';
import type { NeedRef } from './submit-need.ts';
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

/**
 * Takes one step of the table, dated with its author. A return is told to those who worked on the need, in the same batch.
 * A step that this person has just taken is done.
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
    const [round, need, now] = [seen.round.value, seen.need.value, tools.world.clock.now()];
    if (isJustTaken(need, step, actor)) return done(seen);
    const dueAt = on && endOfDay(on, actor.network.zone);
    const stops = whyNotStepped(seen, step, dueAt, now);
    if (stops) return refused(stops);
    const said = reason === undefined ? {} : { reason };
    const stepped: Need = {
      ...need,
      state: needSteps[step].to,
      ...(step === 'return' && dueAt && { returned: { reason: reason ?? '', dueAt } }),
      history: [...need.history, { step, at: now, by: actor.member.id, ...said }],
    };
    const told = step === 'return' ? workedOn(need, await answerersFor(tools, actor, seen.party)) : [];
    const about = aboutRound(round);
    const occasion = idFrom(need.id, String(stepped.history.length));
    const [etag = ''] = await tools.store.batch(seen.need.partition, [
      needs.replace(seen.need, stepped),
      ...oweWords(about, returnedMessage(need.id), told, occasion, { now }),
      oweRedraw(about, now),
    ]);
    return done({ ...seen, need: { ...seen.need, etag, value: stepped } });
  });
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
