import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { freeText } from '../../src/privacy/free-text.ts';
import { holdsNationalId } from '../../src/privacy/national-id.ts';
import { syntheticId } from './synthetic-id.ts';

const line = freeText({ min: 3, max: 20 });
const lines = freeText({ max: 200, multiline: true });

describe('tidies', () => {
  test.each([
    ['  Møtedag?  ', 'Møtedag?', 'the ends'],
    ['Hvilken   dag \t passer?', 'Hvilken dag passer?', 'runs of spaces'],
    ['Linje én\r\nlinje to', 'Linje én linje to', 'line breaks'],
    ['A\u030As og Ka\u0301ra\u0301s', 'Ås og Kárás', 'loose accents'],
    ['Ja\u200B\u200E\u2066 \u202Enei\u202C\uFEFF', 'Ja nei', 'zero-width and bidirectional characters'],
    ['Ja\u0000\u0007\u009F nei', 'Ja nei', 'control characters'],
    ['ja\u200Dja\uFE0F', 'jaja', 'a joiner between letters'],
    ['hei\uD800!', 'hei\uFFFD!', 'half a surrogate pair'],
    ['👩‍👧‍👦 ❤️ 👍🏽 👩🏽‍🏫', '👩‍👧‍👦 ❤️ 👍🏽 👩🏽‍🏫', 'nothing of an emoji'],
    ['Guovdageaidnu čđŋšŧž', 'Guovdageaidnu čđŋšŧž', 'nothing of Sámi letters'],
    ['<b>*_`<!channel>', '<b>*_`<!channel>', 'nothing of mark-up, which each platform escapes'],
  ])('%j to %j: %s', (typed, tidy) => {
    expect(line.parse(typed)).toBe(tidy);
  });

  test('keeps the lines of a long text, and one empty line between paragraphs', () => {
    expect(lines.parse(' Én \r\n to\u2028tre\n\n\n\n  fire ')).toBe('Én\nto\ntre\n\nfire');
  });

  test('what is tidy stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (typed, multiline) => {
        const schema = freeText({ min: 0, max: 1000, multiline });
        const first = schema.safeParse(typed);
        if (first.success) expect(schema.parse(first.data)).toBe(first.data);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('refuses', () => {
  test.each([
    [undefined, 'required'],
    [12, 'required'],
    ['', 'required'],
    [' \u200B\n\uFE0F\u3164 ', 'required'],
    ['ja', 'too-short'],
    ['a'.repeat(21), 'too-long'],
    [`a${'\u0301'.repeat(1000)}bc`, 'too-long'],
    ['Elev 15851212369', 'national-id'],
    [`Elev 158512 12369 ${'a'.repeat(5000)}`, 'national-id'],
    ['15851\u200B212369', 'national-id'],
  ])('%j as %s', (typed, problem) => {
    expect(problemsOf(line, typed)).toEqual([problem]);
  });

  test('an empty text is allowed where it may be left out', () => {
    expect(freeText({ min: 0 }).parse('  ')).toBe('');
  });

  test('counts characters as people do', () => {
    expect(freeText({ max: 3 }).parse('👩‍👧‍👦🇳🇴á')).toBe('👩‍👧‍👦🇳🇴á');
  });

  test('the issue tells the limit', () => {
    expect(line.safeParse('a'.repeat(21)).error?.issues).toEqual([
      { code: 'custom', path: [], message: 'too-long', params: { min: 3, max: 20 } },
    ]);
  });
});

test('no problem repeats a digit of the number, nor the text around it', () => {
  const form = z.object({ question: freeText({ max: 60 }), note: freeText({ max: 60 }) });
  fc.assert(
    fc.property(syntheticId, id => {
      const { error } = form.safeParse({ question: `hemmelig ${id}`, note: 'Notat' });
      const told = JSON.stringify(error) + String(error) + JSON.stringify(error?.issues);
      expect(error?.issues.map(issue => issue.path)).toEqual([['question']]);
      expect(told).not.toContain(id.slice(0, 6));
      expect(told).not.toContain('hemmelig');
    }),
  );
});

test('nothing it lets through holds a national identity number', () => {
  fc.assert(
    fc.property(syntheticId, fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (id, before, after) => {
      const parsed = freeText({ max: 1000, multiline: true }).safeParse(`${before}${id}${after}`);
      expect(parsed.success && holdsNationalId(parsed.data)).toBe(false);
    }),
  );
});

function problemsOf(schema: z.ZodType, typed: unknown): string[] {
  return schema.safeParse(typed).error?.issues.map(issue => issue.message) ?? [];
}
