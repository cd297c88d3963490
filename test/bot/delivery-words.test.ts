import { describe, expect, test } from '@jest/globals';
import { readWords } from '../../src/bot/read-words.ts';

describe('who was reached', () => {
  test.each([
    ['utsendinger', {}],
    ['Utsendinger 7', { number: 7 }],
    ['utsendingar nr. 7', { number: 7 }],
    ['deliveries #12', { number: 12 }],
    ['utsendinger avstemning 3', { kind: 'poll', number: 3 }],
    ['utsendinger, takk', {}],
    ['utsendinger møte 3', { kind: 'meeting', number: 3 }],
    ['utsendingar møte', { kind: 'meeting' }],
    ['deliveries Meeting 3', { kind: 'meeting', number: 3 }],
    ['utsendinger innhenting 1', { kind: 'round', number: 1 }],
    ['deliveries round', { kind: 'round' }],
    ['utsendinger 1234567', {}],
  ])('%s', (words, asked) => {
    expect(readWords(words)).toEqual({ type: 'delivery.reach', ...asked });
  });
});

describe('where I want to be written to', () => {
  test.each([
    ['skriv til meg i Slack', 'slack'],
    ['Skriv til meg på Teams', 'teams'],
    ['skriv til meg på e-post.', 'mail'],
    ['skriv til meg på epost', 'mail'],
    ['skriv til meg Slack!', 'slack'],
    ['skriv til meg: i «Slack»', 'slack'],
    ['write to me by e-mail', 'mail'],
    ['Write to me on Microsoft Teams', 'teams'],
    ['skriv til meg der jeg sist skrev', 'last'],
    ['skriv til meg der eg sist skreiv', 'last'],
  ])('%s', (words, by) => {
    expect(readWords(words)).toEqual({ type: 'route.choose', by });
  });

  test.each(['skriv til meg', 'skriv til meg med brevdue', 'write to me'])('%s: the form', words => {
    expect(readWords(words)).toEqual({ type: 'route.choose-form' });
  });

  test('is not what «skriv» alone means', () => {
    expect(readWords('skriv til oss')).toMatchObject({ type: 'help.show' });
  });
});
