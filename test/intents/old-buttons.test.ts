import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { intentSchemas } from '../../src/intents/intent.ts';
import { decode } from '../../src/intents/wire.ts';

/**
 * Every shape of payload that was ever released, as a button or a sent form carried it. Lines are only added: a card
 * posted then may be pressed today. What can no longer be done says so here, and is refused in a sentence.
 */
const folder = new URL('../fixtures/intents/', import.meta.url);
const released = readdirSync(folder).flatMap(name =>
  z
    .array(z.looseObject({ type: z.string(), isRetired: z.literal(true).optional() }))
    .parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
);

describe('a payload from an earlier release', () => {
  test.each(released.map(({ isRetired, ...payload }) => ({ payload, isRetired, type: payload.type })))(
    '$payload',
    ({ payload, isRetired, type }) => {
      const wanted = isRetired
        ? { ok: false, refusal: { code: 'unknown-intent' } }
        : { ok: true, value: expect.objectContaining({ type }) };
      expect(decode(payload)).toEqual(wanted);
      expect(decode(JSON.stringify(payload))).toEqual(wanted);
    },
  );
});

test.each(Object.keys(intentSchemas))('%s has an example that is kept', type => {
  expect(released.map(payload => payload.type)).toContain(type);
});
