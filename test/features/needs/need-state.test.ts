import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { Need } from '../../../src/features/needs/need.ts';
import {
  isDecided,
  mayStep,
  type NeedState,
  type NeedStep,
  needStates,
  needSteps,
  stepsFrom,
} from '../../../src/features/needs/need-state.ts';
import { takeStep } from '../../../src/features/needs/take-step.ts';
import type { MemberId } from '../../../src/features/networks/network.ts';
import { castStart } from '../../cast.ts';

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

/** As a state is written: in the one that takes steps, and in the one that begins a need. */
test('no file but the one that takes steps gives a need another state', () => {
  const states = needStates.join('|');
  const writes = new RegExp(`\\bstate: (?:'(?:${states})'|needSteps)`);
  const folder = new URL('../../../src/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    file => /need|round|bundle|set-/.test(file) && file.endsWith('.ts') && !file.startsWith('texts'),
  );
  const writers = files.filter(file => writes.test(readFileSync(new URL(file, folder), 'utf8')));
  expect(writers.toSorted()).toEqual(['features/needs/save-need.ts', 'features/needs/take-step.ts']);
});

test('a step that the table does not have cannot be taken', () => {
  const by = 'someone' as MemberId;
  for (const state of needStates) {
    for (const step of Object.keys(needSteps) as NeedStep[]) {
      const take = () => takeStep({ state, history: [] } as unknown as Need, step, { at: castStart, by });
      if (mayStep(step, state)) {
        expect(take()).toEqual({ state: needSteps[step].to, history: [{ step, at: castStart, by }] });
      } else {
        expect(take).toThrow();
      }
    }
  }
});

test('what is decided is what a decision or the governor leads to', () => {
  expect(needStates.filter(isDecided)).toEqual([
    'recommended',
    'recommendedReduced',
    'notRecommended',
    'granted',
    'grantedReduced',
    'rejected',
  ]);
});
