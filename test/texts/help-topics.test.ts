import { expect, test } from '@jest/globals';
import { type Command, commandWords } from '../../src/texts/commands.ts';
import { helpTopics } from '../../src/texts/help-topics.ts';

test('help tells of every command, and of none twice in one list', () => {
  const told = Object.values<readonly Command[]>(helpTopics);
  expect(new Set(told.flat())).toEqual(new Set(Object.keys(commandWords)));
  for (const list of told) expect(new Set(list).size).toBe(list.length);
});
