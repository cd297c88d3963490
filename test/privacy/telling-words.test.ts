import { describe, expect, test } from '@jest/globals';
import { holdsNationalId } from '../../src/privacy/national-id.ts';
import { tellingWords } from '../../src/privacy/telling-words.ts';

describe('a child of an age beside a diagnosis', () => {
  test.each([
    'Vi har en gutt på 7 år med autisme.',
    'Jente, 12 år, ADHD og angst',
    'Eleven er ni år og har dysleksi',
    'En sjuåring har fått diagnosen.',
    '7-åringen med CP trenger mer.',
    'Ein gut på åtte år med autisme',
    'Jenta på 8 år har eteforstyrring.',
    'Ein åtteåring har epilepsi',
    'A boy aged 7 with autism',
    'A seven-year-old with dyslexia',
    'The 12-year-old has an eating disorder.',
    'A girl of nine with epilepsy',
  ])('%s', text => {
    expect(tellingWords(text)).toBe('child-with-diagnosis');
  });
});

describe('a group under five', () => {
  test.each([
    'Tre elever trenger mer.',
    'Det gjelder to eldre barn i klassen.',
    'Bare én elev har vedtak.',
    'To av elevene på trinnet',
    'Gjelder en bestemt elev.',
    'En gruppe på fire.',
    '3–4 elever på mellomtrinnet',
    'Fire elevar treng meir.',
    'Berre éin elev har vedtak.',
    'To av elevane på steget',
    'Det gjeld to born.',
    'Ei gruppe på tre, alle på same trinn',
    'Three pupils need more.',
    'two of the children',
    'A group of four',
  ])('%s', text => {
    expect(tellingWords(text)).toBe('small-group');
  });
});

describe('left alone', () => {
  test.each([
    '',
    'Personalet trenger mer kunnskap om autisme og ADHD.',
    'Barn 1–5 år med autisme, på tvers av barnehagene',
    'Barn i alderen 1-5 år og diagnoser',
    'Sjuåringer med autisme begynner på skolen',
    'Når en elev har ADHD, må laget virke sammen.',
    'Når ein elev har ADHD, må laget verke saman.',
    'Fem elever og 14 barn',
    '24 elever, 1 400 barn',
    'En gruppe på fire kommuner arbeider sammen.',
    'Ei gruppe på tre kommunar arbeider saman.',
    'A group of four municipalities',
    'To barnehager og tre skoler',
    'Kontonummer 1234 56 78903',
    'Sak 2026/001234-1',
    'Sak 24/1234 og 3/27',
    'Beløpet er 1 200 000 kroner over 3 år.',
  ])('%s', text => {
    expect(tellingWords(text)).toBeUndefined();
    expect(holdsNationalId(text)).toBe(false);
  });
});
