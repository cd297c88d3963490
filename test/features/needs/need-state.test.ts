import { expect, test } from '@jest/globals';
import { mayStep, type NeedState, needStates, needSteps, stepsFrom } from '../../../src/features/needs/need-state.ts';

test('every state is reached from a draft', () => {
  const reached = new Set<NeedState>(['draft']);
  for (const state of reached) for (const step of stepsFrom(state)) reached.add(needSteps[step].to);
  expect([...reached].toSorted()).toEqual([...needStates].toSorted());
});

test('what is decided or withdrawn is never changed again', () => {
  for (const state of ['granted', 'grantedReduced', 'rejected', 'withdrawn'] as const) {
    expect(stepsFrom(state)).toEqual([]);
  }
});

test('only the county governor’s people grant or reject, and only after a recommendation', () => {
  for (const step of ['grant', 'grantReduced', 'reject'] as const) {
    expect(needSteps[step].by).toBe('governor');
    expect(needStates.filter(state => mayStep(step, state))).toEqual([
      'recommended',
      'recommendedReduced',
      'notRecommended',
    ]);
  }
});
