import type { Instant } from '../../world.ts';
import type { MemberId } from '../networks/network.ts';
import type { Need } from './need.ts';
import { mayStep, type NeedStep, needSteps } from './need-state.ts';

export type StepDeed = {
  readonly at: Instant;
  readonly by: MemberId;
  readonly reason?: string;
  readonly isOwn?: boolean;
};

/** The need a step on, dated with its author. @throws where the table has no such step: the one who asks has looked */
export function takeStep(need: Need, step: NeedStep, deed: StepDeed): Need {
  if (!mayStep(step, need.state)) throw new Error(`No step ${step} from ${need.state}`);
  return { ...need, state: needSteps[step].to, history: [...need.history, { step, ...deed }] };
}
