import { expect } from '@jest/globals';
import type { House } from './open-house.ts';

/** No platform was asked for what it would refuse, and nothing went wrong unseen. */
export function expectNoTrouble({ teams, slack, world }: House): void {
  expect([...teams.problems, ...slack.problems]).toEqual([]);
  expect(world.lines.filter(({ level }) => level === 'error')).toEqual([]);
}
