/** What may not be kept, whichever door it came by, and what there is no room for. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { agendaIntents } from '../../src/features/meetings/agenda-intents.ts';
import { mostCharacters } from '../../src/features/meetings/case.ts';
import { decode } from '../../src/intents/wire.ts';
import { syntheticId } from '../privacy/synthetic-id.ts';

const examples: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'case.suggest': { meeting: 'm', title: 'x' },
  'case.edit': { meeting: 'm', case: 'c', seen: 0, title: 'x' },
  'case.form': { meeting: 'm' },
  'case.conclude': { meeting: 'm', case: 'c', method: 'noted' },
  'minutes.correct': { meeting: 'm', case: 'c', method: 'noted' },
  'agenda.order': { meeting: 'm', order: '1 2' },
  'agenda.send': { meeting: 'm' },
  'minutes.approve': { meeting: 'm' },
  'minutes.comment': { meeting: 'm', comment: 'x' },
  'follow-up.close': { followUp: 'f' },
};

const typed = Object.keys(mostCharacters) as (keyof typeof mostCharacters)[];
const boxes = Object.keys(examples).flatMap(type => {
  const fields: object = agendaIntents[type as keyof typeof agendaIntents].shape;
  return typed.filter(field => field in fields).map(field => ({ type, field }));
});

test('every text a person types stands in one of them', () => {
  expect(new Set(boxes.map(({ field }) => field))).toEqual(new Set(typed));
});

describe.each(boxes)('$type, $field', ({ type, field }) => {
  const problem = (text: string) => {
    const decoded = decode({ ...examples[type], type, [field]: text });
    if (decoded.ok || decoded.refusal.code !== 'invalid') return undefined;
    return decoded.refusal.fields.map(each => ({ ...each }));
  };

  test('keeps no national identity number, and does not repeat it', () => {
    fc.assert(
      fc.property(syntheticId, id => {
        for (const text of [id, `x ${id.slice(0, 6)} ${id.slice(6)} x`]) {
          expect(problem(text)).toEqual([{ field, problem: 'national-id' }].map(each => expect.objectContaining(each)));
          expect(JSON.stringify(problem(text))).not.toContain(id);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('tells how much there is room for', () => {
    const max = mostCharacters[field];
    expect(problem('Å'.repeat(max))).toBeUndefined();
    for (const text of ['Å'.repeat(max + 1), 'Å'.repeat(20_000), '👩🏽‍🏫'.repeat(max)]) {
      expect(problem(text)).toEqual([{ field, problem: 'too-long', max }]);
    }
  });
});
