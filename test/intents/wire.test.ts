import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Carried, intentSchemas } from '../../src/intents/intent.ts';
import { decode, encode, withValues } from '../../src/intents/wire.ts';
import { syntheticId } from '../privacy/synthetic-id.ts';

const poll = { question: 'Møtes vi?', options: 'Ja\nNei', kind: 'formal', closesOn: '2027-01-18' };
const opened = (fields: object) => decode({ type: 'poll.open', ...poll, ...fields });
const problem = (field: string, name: string, max?: number) => ({
  ok: false,
  refusal: { code: 'invalid', fields: [{ field, problem: name, ...(max && { max }) }] },
});

describe('what a button carries', () => {
  test('comes back as it was', () => {
    const carried: Carried = { type: 'poll.cast', poll: 'p' as never, options: ['o1'], seat: 'seat-1' };
    expect(decode(encode(carried))).toEqual({ ok: true, value: carried });
  });

  test('is never thrown at, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.json(), fc.string()), given => {
        expect(decode(given)).toMatchObject({ ok: false });
      }),
    );
  });

  test('may have any fields beside, and any values in them, and is not thrown at', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(intentSchemas)),
        fc.dictionary(fc.string(), fc.anything()),
        (type, rest) => {
          expect(typeof decode({ ...rest, type }).ok).toBe('boolean');
        },
      ),
    );
  });

  test.each([undefined, null, 'toString', 'constructor', '__proto__', '', 7, { type: 'poll.cast' }])(
    'of the type %p is unknown',
    type => {
      expect(decode({ type })).toEqual({ ok: false, refusal: { code: 'unknown-intent' } });
    },
  );
});

describe('a form', () => {
  test('cannot change what it was opened for', () => {
    const fixed = { type: 'poll.extend', poll: 'mine' };
    expect(withValues(fixed, { type: 'poll.close', poll: 'yours', closesOn: '2027-02-01' })).toEqual({
      ...fixed,
      closesOn: '2027-02-01',
    });
  });

  test.each([
    [{ question: '' }, problem('question', 'required')],
    [{ question: null }, problem('question', 'required')],
    [{ question: ' \u200B\u2060 ' }, problem('question', 'required', 200)],
    [{ question: 'x'.repeat(5000) }, problem('question', 'too-long', 200)],
    [{ question: 7 }, problem('question', 'required')],
    [{ options: 'Ja' }, problem('options', 'too-few')],
    [{ options: '' }, problem('options', 'required')],
    [{ options: 'ja\n JA ' }, problem('options', 'repeated')],
    [{ options: 'Ja\nJa\u200B' }, problem('options', 'repeated')],
    [{ options: Array.from({ length: 11 }, (_, i) => `${i}`).join('\n') }, problem('options', 'too-many', 10)],
    [
      { choice: 'ranked', options: Array.from({ length: 41 }, (_, i) => `${i}`).join('\n') },
      problem('options', 'too-many', 40),
    ],
    [{ options: `Ja\n${'n'.repeat(61)}` }, problem('options', 'too-long', 60)],
    [{ closesOn: '18.01.2027' }, problem('closesOn', 'no-date')],
    [{ closesOn: '2027-02-29' }, problem('closesOn', 'no-date')],
    [{ closesOn: undefined }, problem('closesOn', 'required')],
    [{ closesTime: '25:00' }, problem('closesTime', 'invalid')],
    [{ kind: 'vedtak' }, problem('kind', 'invalid')],
  ])('with %j says what is wrong where', (fields, refusal) => {
    expect(opened(fields)).toEqual(refusal);
  });

  test('with a national identity number in any free text says so, and nothing of it', () => {
    const freeTexts: readonly (readonly [string, string, object])[] = [
      ['poll.open', 'question', poll],
      ['poll.open', 'options', poll],
      ['network.start', 'name', { kind: 'workingGroup' }],
      ['member.invite', 'member', {}],
      ['code.redeem', 'code', {}],
      ['roster.preview', 'csv', {}],
      ['poll.cast-typed', 'words', {}],
    ];
    fc.assert(
      fc.property(syntheticId, fc.constantFrom(...freeTexts), fc.constantFrom('', ' ', '-'), (id, text, between) => {
        const [type, field, others] = text;
        const typed = `Ola ${id.slice(0, 6)}${between}${id.slice(6)}`;
        const given = field === 'options' ? `Ja\n${typed}` : typed;
        const decoded = decode({ type, ...others, [field]: given });
        expect(decoded).toMatchObject(problem(field, 'national-id'));
        expect(JSON.stringify(decoded)).not.toContain(id.slice(6));
      }),
    );
  });
});

describe('a ranked answer', () => {
  const answer = { type: 'poll.rank', poll: 'p', first: 'o2' };

  test('may leave the later places, by none or by nothing', () => {
    expect(decode({ ...answer, second: 'none', third: '' })).toEqual({ ok: true, value: { ...answer } });
    expect(decode({ ...answer, third: 'o1' })).toEqual({ ok: true, value: { ...answer, third: 'o1' } });
  });

  test.each([
    [{ first: '' }, problem('first', 'required')],
    [{ second: 'o2' }, problem('second', 'repeated')],
    [{ second: 'none', third: 'o2' }, problem('third', 'repeated')],
    [{ second: 'o1', third: 'o1' }, problem('third', 'repeated')],
  ])('with %j says what is wrong where', (fields, refusal) => {
    expect(decode({ ...answer, ...fields })).toEqual(refusal);
  });
});

test('forty options may be ranked, and no more than ten be buttons', () => {
  const options = Array.from({ length: 40 }, (_, i) => `${i}`).join('\n');
  expect(decode({ type: 'poll.open', ...poll, choice: 'ranked', options }).ok).toBe(true);
  expect(decode({ type: 'poll.open', ...poll, choice: 'several', options })).toEqual(
    problem('options', 'too-many', 10),
  );
});
