import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changedTerms, everyCode, mostAdded, type OwnList } from '../../../src/features/networks/own-terms.ts';
import { vocabulary } from '../../../src/reference/vocabulary.ts';

const none: OwnList = { renamed: {}, added: [] };
const change = (own: OwnList, lines: string) => changedTerms('themes', own, lines, nth => `own${nth}abc`);

function done(own: OwnList, ...lines: readonly string[]): OwnList {
  const changed = change(own, lines.join('\n'));
  if (!changed.ok) throw new Error(`Refused: ${changed.refusal.code}`);
  return changed.value;
}

describe('a network’s own words', () => {
  test('rename a word by its usual name in any language, and take it back', () => {
    const renamed = done(none, 'Traume = Traumebevisst praksis');
    expect(renamed.renamed).toEqual({ trauma: 'Traumebevisst praksis' });
    expect(done(renamed, 'traumebevisst  PRAKSIS = Traumesensitiv praksis').renamed).toEqual({
      trauma: 'Traumesensitiv praksis',
    });
    expect(done(renamed, 'traumer = Traumesensitiv praksis').renamed).toEqual({ trauma: 'Traumesensitiv praksis' });
    expect(done(renamed, 'traumer =')).toEqual(none);
    expect(done(renamed, '«traumer =»')).toEqual(none);
  });

  test('add, rename what is added, hide it and bring it back under the same code', () => {
    const added = done(none, 'Søvn', 'Skjermbruk');
    expect(added.added.map(({ code, name }) => [code, name])).toEqual([
      ['own1abc', 'Søvn'],
      ['own2abc', 'Skjermbruk'],
    ]);
    const hidden = done(added, '- søvn');
    expect(hidden.added[0]).toEqual({ code: 'own1abc', name: 'Søvn', isHidden: true });
    expect(done(hidden, 'Søvn')).toEqual(added);
    expect(done(hidden, 'Mat').added.map(({ code }) => code)).toEqual(['own1abc', 'own2abc', 'own3abc']);
    expect(done(added, 'Søvn = Søvn og hvile').added[0]).toMatchObject({ code: 'own1abc', name: 'Søvn og hvile' });
  });

  test.each([
    ['an unknown word', 'ukjent = noe', 'no-such-term'],
    ['an unknown word to hide', '- ukjent', 'no-such-term'],
    ['a name that another has', 'traumer = skolefravær', 'term-taken'],
    ['a word of the field’s', '- traumer', 'term-not-own'],
    ['a long name', `traumer = ${'å'.repeat(51)}`, 'term-too-long'],
    ['a long addition', 'å'.repeat(51), 'term-too-long'],
    ['one too many', Array.from({ length: mostAdded + 1 }, (_, at) => `Ord ${at}`).join('\n'), 'too-many-terms'],
  ])('%s is refused', (_, lines, code) => {
    expect(change(none, lines)).toMatchObject({ ok: false, refusal: { code, field: 'lines' } });
  });

  test('nothing is changed where one line of several is refused', () => {
    expect(change(none, 'Søvn\nukjent = noe').ok).toBe(false);
  });

  test('the same lines once more change nothing, and no code is lost or given twice', () => {
    const word = fc.constantFrom('traumer', 'trauma', 'skolefravær', 'Søvn', 'Mat', 'Skjerm', 'annet');
    const line = fc.oneof(
      word,
      word.map(name => `- ${name}`),
      word.map(name => `${name} =`),
      fc.tuple(word, word).map(([from, to]) => `${from} = ${to} 2`),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), lines => {
        let own = none;
        for (const each of lines) {
          const first = change(own, each);
          if (!first.ok) continue;
          expect(change(first.value, each)).toEqual(first);
          expect(first.value.added.map(({ code }) => code).slice(0, own.added.length)).toEqual(
            own.added.map(({ code }) => code),
          );
          own = first.value;
        }
        const codes = everyCode({ themes: own }, 'themes');
        expect(new Set(codes).size).toBe(codes.length);
        expect(codes.length).toBe(vocabulary.themes.length + own.added.length);
      }),
      { numRuns: 1000 },
    );
  });
});
