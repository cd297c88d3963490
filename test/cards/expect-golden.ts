import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import type { Card, Form } from '../../cards/card.ts';
import { drawn, expectWithinLimits } from './expect-within-limits.ts';

const folder = new URL('./golden/', import.meta.url);

/**
 * Holds what both chats are given against `golden/<name>.teams.json` and `golden/<name>.slack.json`, which can be pasted
 * into the platforms' designer pages as they stand. A missing file is written, and the test fails once so that someone
 * reads it; to approve a change, delete the file and run again.
 */
export function expectGolden(name: string, shown: Card | Form): void {
  expectWithinLimits(shown);
  const { teams, slack } = drawn(shown);
  const written = [isNew(`${name}.teams.json`, teams), isNew(`${name}.slack.json`, slack)];
  if (written.includes(true)) throw new Error(`golden ${name}: written now; read it and run again`);
}

function isNew(file: string, json: object): boolean {
  const path = new URL(file, folder);
  if (existsSync(path)) {
    expect(json).toEqual(JSON.parse(readFileSync(path, 'utf8')));
    return false;
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, `${JSON.stringify(json, null, 2)}\n`);
  return true;
}
