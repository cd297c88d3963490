import { describe, expect, test } from '@jest/globals';
import { readWords } from '../../src/bot/read-words.ts';
import { languages } from '../../src/features/networks/network.ts';
import { type Command, commandWord, commandWords, everyCommandWord, optionWords } from '../../src/texts/commands.ts';

const commands = Object.keys(commandWords) as Command[];

test('no word means two commands', () => {
  const meant = new Map<string, Set<Command>>();
  for (const { word, command } of everyCommandWord()) {
    meant.set(word, (meant.get(word) ?? new Set()).add(command));
  }
  expect([...meant].filter(([, all]) => all.size > 1)).toEqual([]);
});

test('no word means two choices within a command', () => {
  const words = Object.values(optionWords).flatMap(each => [...new Set<string>(each)]);
  expect(words.length).toBe(new Set(words).size);
});

test('every word is written as it is compared: small letters, single spaces', () => {
  const words = everyCommandWord().map(({ word }) => word);
  expect(words.filter(word => word !== word.normalize('NFC').toLowerCase().trim().replace(/\s+/g, ' '))).toEqual([]);
});

test('a word that begins another is looked for after it', () => {
  const words = everyCommandWord().map(({ word }) => word);
  const hidden = words.filter((word, at) => words.slice(0, at).some(earlier => word.startsWith(`${earlier} `)));
  expect(hidden).toEqual([]);
});

describe.each(languages)('in %s', language => {
  test('each command is reached by the word that help shows, and no two by the same', () => {
    const types = commands.map(command => readWords(commandWord(command, language)).type);
    expect(types.filter(type => type === 'help.show')).toHaveLength(1);
    expect(new Set(commands.map(command => commandWord(command, language))).size).toBe(commands.length);
  });
});

test('every way to say a command asks for the same', () => {
  for (const { word, command } of everyCommandWord()) {
    expect([word, readWords(word)]).toEqual([word, readWords(commandWord(command, 'nb'))]);
  }
});
