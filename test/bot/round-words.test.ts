import { describe, expect, test } from '@jest/globals';
import { readWords } from '../../src/bot/read-words.ts';
import { decode } from '../../src/intents/wire.ts';

const whole = {
  type: 'round.preview',
  scheme: 'kollektiv',
  year: '2027',
  form: 'input',
  invited: ['Troms og Finnmark', 'privat: Solstua'],
  closesOn: '1. februar',
};

describe('typed words about rounds', () => {
  test.each([
    ['innhenting kollektiv 2027 ; Troms og Finnmark ; privat: Solstua ; frist 1. februar ; innspill', whole],
    ['innhenting 2027 kollektiv; Troms og Finnmark; privat: Solstua; frist: 1. februar', whole],
    ['innhenting: kollektiv 2027\nTroms og Finnmark\nprivat: Solstua\nfrist 1. februar', whole],
    [
      'Innhenting kollektiv 2027 ; Alta ; åpner 11. januar ; innen 1.2.2027 ; Behovsmelding',
      { form: 'need', invited: ['Alta'], opensOn: '11. januar', closesOn: '1.2.2027' },
    ],
    ['round collective 2027 ; 5501 ; opens 11 January ; deadline 1 February ; input', { invited: ['5501'] }],
    ['innhenting', { type: 'round.form' }],
    ['innhenting kollektiv 2027', { type: 'round.form' }],
    ['ny innhenting', { type: 'round.form' }],
    ['innhenting 3', { type: 'round.show', round: 3 }],
    ['innhenting nr. 3', { type: 'round.show', round: 3 }],
    ['innhentinger', { type: 'rounds.show' }],
    ['innhentingar', { type: 'rounds.show' }],
    ['hvem mangler 3', { type: 'round.missing', round: 3 }],
    ['hvem mangler i innhenting 3', { type: 'round.missing', round: 3 }],
    ['mangler i innhenting 3', { type: 'round.missing', round: 3 }],
    ['kven manglar', { type: 'round.missing' }],
    ['minn om innhenting 3', { type: 'round.remind', round: 3 }],
    ['forleng innhenting 3', { type: 'round.extend-form', round: 3 }],
    ['forleng innhenting 3 15. februar', { type: 'round.extend', round: 3, closesOn: '15. februar' }],
    ['forleng innhenting 15. februar', { type: 'round.extend', closesOn: '15. februar' }],
    ['steng innhenting 3', { type: 'round.close-form', round: 3 }],
    // The polls' own words mean what they meant.
    ['mangler 3', { type: 'poll.missing', poll: 3 }],
    ['steng 3', { type: 'poll.close', poll: 3 }],
    ['forleng 3 fredag', { type: 'poll.extend-typed', poll: 3 }],
    ['minn 3', { type: 'poll.remind', poll: 3 }],
  ])('%s', (words, meant) => {
    const read = readWords(words);
    expect(read).toMatchObject(meant);
    expect(decode(read).ok).toBe(true);
  });
});
