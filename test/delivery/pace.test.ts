import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { freeAt, type Pace, stepMs, type Used, useOne } from '../../src/delivery/pace.ts';
import { epochMsOf, type Instant, instantOf, later } from '../../src/world.ts';
import { castStart } from '../cast.ts';

const anyLimit = fc.record({ burst: fc.integer({ min: 1, max: 60 }), everyMs: fc.integer({ min: 1, max: 60_000 }) });
const anyPace: fc.Arbitrary<Pace> = fc.array(anyLimit, { minLength: 1, maxLength: 4 });

/** Asks to send at these moments, and sends each as soon as it may. @returns when each was sent */
function sentAt(pace: Pace, gapsMs: readonly number[]): readonly number[] {
  let asked: Instant = castStart;
  let used: Used = [];
  return gapsMs.map(gapMs => {
    asked = later(asked, gapMs);
    const at = freeAt(pace, used, asked);
    used = useOne(pace, used, at);
    asked = at;
    return epochMsOf(at);
  });
}

const anyGaps = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 120_000 })), {
  minLength: 1,
  maxLength: 120,
});

test('no stretch of time has more than its burst and one for every step', () => {
  fc.assert(
    fc.property(anyPace, anyGaps, (pace, gapsMs) => {
      const sent = sentAt(pace, gapsMs);
      for (const { burst, everyMs } of pace) {
        for (const [from, start] of sent.entries()) {
          for (const [to, end] of sent.entries()) {
            if (to >= from) expect(to - from + 1).toBeLessThanOrEqual(burst + (end - start) / everyMs);
          }
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('nobody waits longer than some limit asks for', () => {
  fc.assert(
    fc.property(anyPace, anyGaps, (pace, gapsMs) => {
      let asked: Instant = castStart;
      let used: Used = [];
      for (const gapMs of gapsMs) {
        asked = later(asked, gapMs);
        const at = freeAt(pace, used, asked);
        expect(at >= asked).toBe(true);
        expect(epochMsOf(at) - epochMsOf(asked)).toBeLessThanOrEqual(Math.max(...pace.map(({ everyMs }) => everyMs)));
        used = useOne(pace, used, at);
        asked = at;
      }
    }),
  );
});

describe('a pace', () => {
  const pace: Pace = [{ burst: 3, everyMs: 1000 }];

  test('lets a burst through at once, and then one at a time', () => {
    const start = epochMsOf(castStart);
    expect(sentAt(pace, [0, 0, 0, 0, 0]).map(at => at - start)).toEqual([0, 0, 0, 1000, 2000]);
  });

  test('that was left alone has its burst again', () => {
    const start = epochMsOf(castStart);
    expect(sentAt(pace, [0, 0, 0, 10_000, 0, 0]).map(at => at - start)).toEqual([0, 0, 0, 10_000, 10_000, 10_000]);
  });

  test('without limits lets everything through', () => {
    expect(freeAt([], [], castStart)).toBe(castStart);
    expect(useOne([], [], castStart)).toEqual([]);
    expect(stepMs([])).toBe(0);
  });

  test('moves a queue by its short limits, and not by those of an hour', () => {
    expect(
      stepMs([
        { burst: 3, everyMs: 530 },
        { burst: 30, everyMs: 2040 },
      ]),
    ).toBe(530);
  });

  test('with a limit more than the lane remembers begins it afresh', () => {
    const used = [instantOf(epochMsOf(castStart) + 5000)];
    expect(freeAt([...pace, { burst: 1, everyMs: 60_000 }], used, castStart)).toBe(later(castStart, 3000));
  });
});
