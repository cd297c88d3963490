import { expect, test } from '@jest/globals';
import { countIn } from '../../src/texts/count.ts';
import { withFallback } from '../../src/texts/with-fallback.ts';

const whole = {
  title: 'Møte',
  buttons: { open: 'Åpne', close: 'Steng' },
  says: (n: number) => `${n} møter`,
  columns: ['Navn', 'Svar'] as readonly string[],
};

test('takes each text that is there, and the other where it is lacking, at any depth', () => {
  const { says, ...texts } = withFallback<typeof whole>({ buttons: { close: 'Stäng' }, columns: ['Namn'] }, whole);
  expect(texts).toEqual({ title: 'Møte', buttons: { open: 'Åpne', close: 'Stäng' }, columns: ['Namn'] });
  expect(says(2)).toBe('2 møter');
});

test('takes a function for a function', () => {
  expect(withFallback<typeof whole>({ says: n => `${n}!` }, whole).says(3)).toBe('3!');
});

test('leaves both as they were', () => {
  const own = { buttons: { close: 'Stäng' } };
  withFallback<typeof whole>(own, whole);
  expect([own, whole.buttons]).toEqual([{ buttons: { close: 'Stäng' } }, { open: 'Åpne', close: 'Steng' }]);
});

test('a counted word takes the form its language asks for', () => {
  const inNorwegian = countIn('nb');
  expect([0, 1, 2, 5].map(n => inNorwegian(n, 'linje', 'linjer'))).toEqual([
    '0 linjer',
    '1 linje',
    '2 linjer',
    '5 linjer',
  ]);
  const inSami = countIn('se');
  expect([1, 2, 3].map(n => inSami(n, 'one', 'many', 'two'))).toEqual(['1 one', '2 two', '3 many']);
});
