/** The house as docs/architecture.md draws it, held by reading every file. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { circles, mayImport, packageFolders, type Source, violations, wordRules } from './architecture-rules.ts';

const root = new URL('../', import.meta.url);
const paths = ['src', 'cards', 'manifest', 'infra', 'test'].flatMap(folder =>
  readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => `${folder}/${file.replaceAll('\\', '/')}`),
);
const sources = paths.map((path): Source => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));

test('every file keeps to the house', () => {
  expect(sources.flatMap(violations)).toEqual([]);
});

test('every file has a row, and every row a file', () => {
  const rows = Object.keys(mayImport);
  expect(paths.filter(path => !rows.some(row => path.startsWith(row)))).toEqual([]);
  expect(rows.filter(row => !paths.some(path => path.startsWith(row)))).toEqual([]);
});

test('no imports go in a circle', () => {
  expect(circles(sources)).toEqual([]);
});

test('every package in the table is imported', () => {
  const imported = (name: string) => sources.some(({ text }) => text.includes(`'${name}`));
  expect(Object.keys(packageFolders).filter(name => !imported(name))).toEqual([]);
});

test('no exception outlives its need', () => {
  const unneeded = wordRules.flatMap(({ rule, pattern, except = {} }) =>
    Object.keys(except)
      .filter(place => !sources.some(({ path, text }) => path.startsWith(place) && pattern.test(text)))
      .map(place => `${place} ${rule}: take the exception away`),
  );
  expect(unneeded).toEqual([]);
});

/** A made-up file that breaks one rule, and what its one failure must name. */
const broken: readonly (readonly [rule: string, path: string, text: string, failure: RegExp])[] = [
  ['reads no clock', 'src/bot/x.ts', 'const a = 1;\nconst now = Date.now();', /^src\/bot\/x\.ts:2: .*clock/],
  ['reads no clock', 'cards/x.ts', 'new Date();\nnew Date(0);', /^cards\/x\.ts:1: .*clock/],
  [
    'throws no dice',
    'src/features/polls/x.ts',
    "import { randomBytes } from 'node:crypto';\nrandomBytes(4);",
    /:2: .*ids/,
  ],
  ['throws no dice', 'src/store/x.ts', 'Math.random();\nMath.random();', /:1,2: .*dice/],
  ['reads no environment', 'src/platforms/web/x.ts', "process.env['PORT'];", /Config/],
  ['formats no dates', 'cards/x.ts', "day.toLocaleDateString('nb');", /src\/texts/],
  ['formats no dates', 'src/bot/x.ts', 'new Intl.DateTimeFormat();', /src\/texts/],
  ['sets no timers', 'src/features/polls/x.ts', 'setTimeout(close, 1000);', /tick/],
  ['knows no platform', 'src/features/polls/x.ts', 'const isSlack = true;', /knows no platform/],
  ['hides no new part behind a default', 'cards/block-kit.ts', 'switch (a) {\n  default:\n}', /:2: .*does not compile/],
  ['mocks no module', 'test/x.test.ts', ['jest.', "mock('./a.ts');"].join(''), /fake/],
  ['skips no test', 'test/x.test.ts', ['test.', "skip('a', () => {});"].join(''), /mend/],
  ['names', 'src/bot/utils.ts', '', /^src\/bot\/utils\.ts: .*Rename/],
  ['names', 'src/features/polls/index.ts', '', /Rename/],
  ['names', 'src/bot/poll-helpers.ts', '', /Rename/],
  ['names', 'src/common/x.ts', '', /Rename/],
  [
    'imports',
    'src/features/polls/x.ts',
    "import { a } from '../meetings/meeting.ts';",
    /:1: src\/features\/polls\/ may not import src\/features\/meetings\/meeting\.ts/,
  ],
  ['imports', 'src/features/networks/x.ts', "import type { Poll } from '../polls/poll.ts';", /features\/polls/],
  ['imports', 'src/features/polls/x.ts', "import { a } from '../../../cards/poll-card.ts';", /cards\/poll-card\.ts/],
  [
    'imports',
    'src/features/polls/x.ts',
    "import {\n  a,\n} from '../../platforms/slack/slack-text.ts';",
    /:1: .*slack-text/,
  ],
  ['imports', 'src/platforms/teams/x.ts', "import { a } from '../slack/slack-text.ts';", /platforms\/slack/],
  ['imports', 'src/platforms/teams/x.ts', "import { a } from '../../bot/platform.ts';", /bot\/platform/],
  ['imports', 'cards/x.ts', "import { type A, a } from '../src/features/polls/poll-store.ts';", /poll-store/],
  ['imports', 'src/texts/x.ts', "import { a } from '../features/polls/poll.ts';", /polls\/poll/],
  ['imports', 'src/world.ts', "export * from './outcome.ts';", /outcome/],
  ['imports', 'src/bot/x.ts', ['const a = await import', "('../platforms/web/mount-web.ts');"].join(''), /mount-web/],
  ['imports', 'src/bot/x.ts', "import '../main.ts';", /main/],
  ['packages', 'src/bot/x.ts', "import { App } from '@slack/bolt';", /@slack\/bolt/],
  ['packages', 'src/features/polls/x.ts', "import { TurnContext } from 'botbuilder';", /botbuilder/],
  ['packages', 'src/bot/x.ts', "import express from 'express';", /express/],
  ['packages', 'cards/x.ts', "import { z } from 'zod';", /zod/],
  ['packages', 'src/features/polls/x.ts', "import { DatabaseSync } from 'node:sqlite';", /node:sqlite/],
  ['packages', 'src/bot/x.ts', "import { a } from 'unheard-of';", /unheard-of/],
];

describe('a file that breaks one rule makes one failure, which names it', () => {
  test.each(broken)('%s: %s', (_rule, path, text, failure) => {
    const found = violations({ path, text });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(failure);
    expect(found[0]?.startsWith(path)).toBe(true);
  });

  test('every rule is tried', () => {
    const tried = new Set(broken.map(([rule]) => rule));
    expect(wordRules.map(({ rule }) => rule).filter(rule => !tried.has(rule))).toEqual([]);
  });
});

test.each([
  ['cards/x.ts', "import type { Ballot } from '../src/features/polls/poll-store.ts';"],
  ['cards/x.ts', "import { type A, type B } from '../src/features/polls/poll-store.ts';"],
  ['src/features/polls/x.ts', "import { may } from '../networks/who-may.ts';\nimport { a } from './poll.ts';"],
  ['src/platforms/slack/x.ts', "import { WebClient } from '@slack/web-api';"],
  ['src/main.ts', 'Date.now();'],
])('%s may', (path, text) => {
  expect(violations({ path, text })).toEqual([]);
});

test('a circle is found at any length, by types and by what is passed on, and named once', () => {
  const made: Readonly<Record<string, string>> = {
    'src/bot/a.ts': "import { b } from './b.ts';\nimport { d } from './d.ts';",
    'src/bot/b.ts': "import {\n  type C,\n} from '../../cards/c.ts';\nimport { d } from './d.ts';",
    'cards/c.ts': "export * from '../src/bot/a.ts';\nimport { z } from 'zod';",
    'src/bot/d.ts': "import { type Card, card } from '../../cards/card.ts';",
    'src/bot/e.ts': "import type { F } from './f.ts';",
    'src/bot/f.ts': "import type { E } from './e.ts';\nimport { d } from './d.ts';",
  };
  expect(circles(Object.entries(made).map(([path, text]) => ({ path, text })))).toEqual([
    expect.stringMatching(/^src\/bot\/a\.ts → src\/bot\/b\.ts → cards\/c\.ts → src\/bot\/a\.ts: a circle/),
    expect.stringMatching(/^src\/bot\/e\.ts → src\/bot\/f\.ts → src\/bot\/e\.ts: a circle/),
  ]);
});
