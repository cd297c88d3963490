import { describe, expect, test } from '@jest/globals';
import { readWords } from '../../src/bot/read-words.ts';
import { decode } from '../../src/intents/wire.ts';

const whole = {
  type: 'set.bundle-typed',
  references: ['BM-2027-0001', 'BM-2027-0003'],
  title: 'Traumer i barnehagen',
  responsible: 'Senja',
};

describe('typed words about all that a round has brought', () => {
  test.each([
    ['meldinger 1', { type: 'set.show', round: 1 }],
    ['meldingar nr. 1', { type: 'set.show', round: 1 }],
    ['needs', { type: 'set.show' }],
    ['godta alle fullstendige 2', { type: 'set.accept', round: 2 }],
    ['slå sammen BM-2027-0001, BM-2027-0003 : Traumer i barnehagen ; ansvarlig Senja', whole],
    ['slå saman BM-2027-0001 og BM-2027-0003: Traumer i barnehagen; ansvarleg: Senja', whole],
    ['merge BM-2027-0001 BM-2027-0003 ; responsible Senja ; Traumer i barnehagen', whole],
    ['slå sammen bm 2027 1, bm 2027 3', { type: 'set.bundle-typed', references: ['bm 2027 1', 'bm 2027 3'] }],
    ['slå sammen', { type: 'set.bundle-form' }],
    ['slå sammen 1', { type: 'set.bundle-form', round: 1 }],
    ['felles behov', { type: 'set.show' }],
    ['felles behov 2', { type: 'set.bundle-show', bundle: 2 }],
    ['felles behov 2 i innhenting 3', { type: 'set.bundle-show', bundle: 2, round: 3 }],
    ['skill felles behov 2', { type: 'set.undo', bundle: 2 }],
    ['skil 2 i 3', { type: 'set.undo', bundle: 2, round: 3 }],
    ['part joint need 2 in round 3', { type: 'set.undo', bundle: 2, round: 3 }],
    ['gi videre 1', { type: 'set.hand-over-preview', round: 1 }],
    ['gi vidare', { type: 'set.hand-over-preview' }],
    ['ta tilbake innhenting 1', { type: 'set.take-back', round: 1 }],
    // The words about one's own and about one mean what they meant.
    ['mine meldinger', { type: 'needs.mine' }],
    ['melding BM-2027-0001', { type: 'need.find' }],
    ['need BM-2027-0001', { type: 'need.find' }],
  ])('%s', (words, meant) => {
    const read = readWords(words);
    expect(read).toMatchObject(meant);
    expect(decode(read).ok).toBe(true);
  });
});
