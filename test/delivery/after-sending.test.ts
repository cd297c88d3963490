/** What a delivery is after one try, whatever it was before and whatever the platform says. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { afterLostClaim, afterSend, afterUpdate, redrawPaceMs, unreachable } from '../../src/delivery/after-sending.ts';
import type { Delivery } from '../../src/delivery/delivery.ts';
import type { SendResult } from '../../src/delivery/send-result.ts';
import { epochMsOf, later } from '../../src/world.ts';
import { anyDelivery, anyResult, channel, now, owedTo, person } from './any-delivery.ts';

const claimed = anyDelivery.map((delivery): Delivery => ({ ...withoutRef(delivery), state: 'claimed', dueAt: now }));
const standing = anyDelivery.map(
  ({ failures, mayStand }): Delivery =>
    owedTo(channel, { failures, mayStand, state: 'claimed', ref: 'ref', drawn: 'digest' }),
);

function withoutRef({ ref: _, drawn: __, ...delivery }: Delivery): Delivery {
  return delivery;
}

const send = (delivery: Delivery, result: SendResult, hasOtherRoute = false) =>
  afterSend(delivery, { result, now, key: 'key', drawn: 'digest', hasOtherRoute });
const update = (delivery: Delivery, result: SendResult) =>
  afterUpdate(delivery, { result, now, key: 'key', drawn: 'another' });

describe('after a send', () => {
  test('it is tried again at a time to come, or it has come to an end', () => {
    fc.assert(
      fc.property(claimed, anyResult, fc.boolean(), (delivery, result, hasOtherRoute) => {
        const after = send(delivery, result, hasOtherRoute);
        const isOpen = after.state === 'due' || after.state === 'failed';
        expect(after.dueAt === undefined).toBe(!isOpen);
        expect(after.dueAt === undefined || after.dueAt >= now).toBe(true);
        expect(after.isQueued).toBe(false);
      }),
    );
  });

  test('only what was taken has a message to find again, and only that rests', () => {
    fc.assert(
      fc.property(claimed, anyResult, fc.boolean(), (delivery, result, hasOtherRoute) => {
        const after = send(delivery, result, hasOtherRoute);
        expect(after.ref).toBe(result.kind === 'sent' ? 'ref' : undefined);
        expect(after.state === 'sent').toBe(result.kind === 'sent');
      }),
    );
  });

  test('what was lost is told of, and nothing else is', () => {
    fc.assert(
      fc.property(claimed, anyResult, fc.boolean(), (before, result, hasOtherRoute) => {
        const { troubledAt: _, ...delivery } = before;
        const after = send(delivery, result, hasOtherRoute);
        const isLost = after.state === 'unknown' || after.state === 'given-up';
        expect(after.troubledAt).toBe(isLost ? now : undefined);
        expect(after.why !== undefined || after.state !== 'given-up').toBe(true);
      }),
    );
  });

  test('what nobody can know is never tried again by itself', () => {
    fc.assert(
      fc.property(claimed, fc.boolean(), (delivery, hasOtherRoute) => {
        expect(send(delivery, { kind: 'unknown' }, hasOtherRoute)).toMatchObject({
          state: 'unknown',
          dueAt: undefined,
        });
      }),
    );
  });

  test('to wait as asked is no failure', () => {
    fc.assert(
      fc.property(claimed, fc.integer({ min: 1, max: 86_400_000 }), (delivery, retryAfterMs) => {
        const after = send(delivery, { kind: 'throttled', retryAfterMs });
        expect(after).toMatchObject({ state: 'due', failures: delivery.failures, dueAt: later(now, retryAfterMs) });
      }),
    );
  });

  test('that an earlier try may have got through is never forgotten', () => {
    fc.assert(
      fc.property(claimed, anyResult, (delivery, result) => {
        const mayStand = result.kind === 'failed' && result.mayStand === true;
        const after = send(delivery, result);
        expect(after.mayStand).toBe(result.kind !== 'sent' && (delivery.mayStand || mayStand));
      }),
    );
  });

  test('a way that is no use is left for another at once, and never gone again', () => {
    const delivery = owedTo(person, { state: 'claimed', route: 'test|a' });
    const after = send(delivery, { kind: 'gone', why: 'blocked' }, true);
    expect(after).toMatchObject({
      state: 'due',
      dueAt: now,
      deadRoutes: [{ route: 'test|a', why: 'blocked' }],
    });
    expect(after.troubledAt).toBeUndefined();
    const last = send({ ...after, state: 'claimed', route: 'test|b' }, { kind: 'gone', why: 'left' });
    expect(last).toMatchObject({ state: 'given-up', why: 'left', troubledAt: now });
    expect(last.deadRoutes.map(({ route }) => route)).toEqual(['test|a', 'test|b']);
  });

  const longestWaitMs = 300_000;

  test('failing is given up after some quarter of an hour, each wait longer than the one before or the longest', () => {
    fc.assert(
      fc.property(fc.string(), key => {
        let delivery = owedTo(channel);
        let at = now;
        const waits: number[] = [];
        while (delivery.state !== 'given-up') {
          const before = at;
          delivery = afterSend({ ...delivery, state: 'claimed' }, { result: { kind: 'failed' }, now: at, key });
          at = delivery.dueAt ?? at;
          if (delivery.dueAt) waits.push(epochMsOf(at) - epochMsOf(before));
        }
        expect(waits).toHaveLength(11);
        const isLonger = (wait: number, index: number) =>
          wait > (waits[index - 1] ?? 0) || wait >= longestWaitMs * 0.75;
        expect(waits.every(isLonger)).toBe(true);
        const minutes = (epochMsOf(at) - epochMsOf(now)) / 60_000;
        expect(minutes).toBeGreaterThan(12);
        expect(minutes).toBeLessThan(20);
        expect(delivery).toMatchObject({ why: 'failed', troubledAt: at });
      }),
    );
  });

  test('a posting rests before it is redrawn; words to a person are done with', () => {
    expect(send(owedTo(channel), { kind: 'sent', ref: 'ref' }).restsUntil).toBe(later(now, redrawPaceMs));
    expect(send(owedTo(person), { kind: 'sent', ref: 'ref' }).restsUntil).toBeUndefined();
  });
});

describe('after a redraw', () => {
  test('a posting stands, or is gone and told of; it is never sent anew', () => {
    fc.assert(
      fc.property(standing, anyResult, (delivery, result) => {
        const after = update(delivery, result);
        expect(after.state).toBe(result.kind === 'gone' ? 'gone' : 'sent');
        expect(after.dueAt).toBeUndefined();
        expect(after.ref).toBe('ref');
        if (result.kind === 'gone') expect(after).toMatchObject({ troubledAt: now, why: result.why });
      }),
    );
  });

  test('it shows the new card only when the platform took it, and rests at least a second in any case', () => {
    fc.assert(
      fc.property(standing, anyResult, (delivery, result) => {
        const after = update(delivery, result);
        expect(after.drawn === 'another').toBe(result.kind === 'sent');
        const rest = after.restsUntil ? epochMsOf(after.restsUntil) - epochMsOf(now) : 0;
        if (result.kind === 'throttled') expect(rest).toBe(Math.max(redrawPaceMs, result.retryAfterMs));
        else if (result.kind !== 'gone') expect(rest).toBeGreaterThanOrEqual(redrawPaceMs * 0.75);
      }),
    );
  });
});

describe('a claim whose holder is gone', () => {
  test('a send is looked for before it is done again', () => {
    fc.assert(
      fc.property(claimed, delivery => {
        expect(afterLostClaim(delivery, now)).toMatchObject({ state: 'due', mayStand: true, dueAt: now });
      }),
    );
  });

  test('a redraw is simply done again', () => {
    fc.assert(
      fc.property(standing, delivery => {
        const after = afterLostClaim(delivery, now);
        expect(after).toMatchObject({ state: 'sent', ref: 'ref', dueAt: undefined, mayStand: delivery.mayStand });
        expect(after.drawn).toBeUndefined();
      }),
    );
  });
});

test('one whom no way leads to is given up, for the first reason there was', () => {
  expect(unreachable(owedTo(person), now)).toMatchObject({ state: 'given-up', why: 'no-route', troubledAt: now });
  const tried = owedTo(person, {
    deadRoutes: [
      { route: 'test|a', why: 'blocked' },
      { route: 'test|b', why: 'left' },
    ],
  });
  expect(unreachable(tried, now)).toMatchObject({ state: 'given-up', why: 'blocked', dueAt: undefined });
});
