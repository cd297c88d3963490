import { readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { expect, test } from '@jest/globals';

const read = (path: string) => readFileSync(new URL(`../../src/${path}`, import.meta.url), 'utf8');

/** A page that asks for one file too many shows nothing at all, and says so only in the browser's console. */
test('every file that the page’s files import is given to the browser', () => {
  const [, list = ''] = /const modules[^[]*\[(.*?)\];/s.exec(read('playground/playground-files.ts')) ?? [];
  const given = [...list.matchAll(/'([^']+)'/g)].map(([, path = '']) => path);
  const asked = given.flatMap(path =>
    [...read(path).matchAll(/^(?:import|export)(?! type).*?from '(\.[^']+)';$/gms)].map(([, to = '']) =>
      join(path, '..', to),
    ),
  );
  expect(given).toContain('playground/page/page.ts');
  expect(asked.filter(path => !given.includes(path))).toEqual([]);
});
