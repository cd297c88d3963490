import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Delivery, deliveryStates } from '../../src/delivery/delivery.ts';
import { mayPostAnew, plannedReminders, toldOfReminders, whoMayBeReminded } from '../../src/delivery/schedule.ts';
import { type MemberId, type NetworkRules, usualRules } from '../../src/features/networks/network.ts';
import { epochMsOf, type Instant, later } from '../../src/world.ts';

const zone = 'Europe/Oslo';
const home = (rules: Partial<NetworkRules> = {}) => ({ zone, rules: { ...usualRules, ...rules } });
const at = (text: string) => text as Instant;
const hoursMs = 3_600_000;

describe('the dates of reminders', () => {
  const deadline = at('2027-02-01T22:59:59.000Z');
  const planned = (rules: Partial<NetworkRules>, now = '2027-01-04T08:00:00.000Z', toldAt?: string) =>
    plannedReminders({ deadline, now: at(now), ...(toldAt && { toldAt: at(toldAt) }) }, home(rules));

  test('are the network’s days before the deadline, at its time of day, on work days', () => {
    expect(planned({})).toEqual(['2027-01-18T08:00:00.000Z', '2027-01-25T08:00:00.000Z', '2027-01-29T08:00:00.000Z']);
    expect(planned({ reminderLeadDays: [1], remindedAt: '14:30' })).toEqual(['2027-01-29T13:30:00.000Z']);
  });

  test('keep clear of the county’s school breaks when the network does', () => {
    const inBreak = { deadline: at('2027-02-28T22:59:59.000Z'), now: at('2027-02-01T08:00:00.000Z'), leadDays: [5] };
    expect(plannedReminders(inBreak, home({ county: '55' }))).toEqual(['2027-02-19T08:00:00.000Z']);
    expect(plannedReminders(inBreak, home({ county: '55', isMovedOffSchoolBreaks: false }))).toEqual([
      '2027-02-23T08:00:00.000Z',
    ]);
  });

  test('leave alone whoever has just been told of the thing', () => {
    const day = { reminderLeadDays: [14] };
    expect(planned(day, '2027-01-18T07:59:00.000Z')).toHaveLength(1);
    expect(planned(day, '2027-01-18T07:59:00.000Z', '2027-01-18T07:59:00.000Z')).toEqual([]);
    expect(planned(day, '2027-01-17T12:00:00.000Z', '2027-01-17T12:00:00.000Z')).toHaveLength(1);
  });

  test('are told of, or why there are none', () => {
    const now = at('2027-01-04T08:00:00.000Z');
    expect(toldOfReminders({ deadline, now }, home())).toHaveLength(3);
    expect(toldOfReminders({ deadline: undefined, now }, home())).toBe('no-deadline');
    expect(toldOfReminders({ deadline, now }, home({ reminderLeadDays: [] }))).toBe('no-days');
    expect(toldOfReminders({ deadline, now: at('2027-01-31T08:00:00.000Z') }, home())).toBe('too-near');
  });
});

describe('who may be reminded', () => {
  const people = ['a', 'b', 'c'] as MemberId[];
  const now = at('2027-01-25T08:00:00.000Z');
  const reminder = (id: string, hoursAgo: number, state: Delivery['state'] = 'sent') => ({
    to: { kind: 'member' as const, id: id as MemberId },
    owedAt: later(now, -hoursAgo * hoursMs),
    state,
  });
  const may = (before: Parameters<typeof whoMayBeReminded>[0], mostReminders = 4) =>
    whoMayBeReminded(before, people, { mostReminders }, now);

  test('is not who was reminded in the last twenty hours, on its way or not', () => {
    expect(may([reminder('a', 19.9), reminder('b', 20), reminder('c', 1, 'due')])).toEqual(['b']);
  });

  test('is not who has had as many as the rules allow', () => {
    expect(may([reminder('a', 100), reminder('a', 50), reminder('b', 100)], 2)).toEqual(['b', 'c']);
  });

  test('is who was owed one that came to nothing', () => {
    expect(may([reminder('a', 1, 'unneeded'), reminder('b', 1, 'given-up'), reminder('c', 1, 'unknown')])).toEqual([
      'a',
      'b',
    ]);
  });

  test('is whoever it is in whatever order they were reminded, and never more with more reminders', () => {
    const any = fc.array(
      fc
        .record({ id: fc.constantFrom('a', 'b', 'c', 'd'), hoursAgo: fc.integer({ min: 0, max: 90 }) })
        .chain(({ id, hoursAgo }) => fc.constantFrom(...deliveryStates).map(state => reminder(id, hoursAgo, state))),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(any, any, (before, more) => {
        expect(may(before.toReversed())).toEqual(may(before));
        expect(may(before)).toEqual(expect.arrayContaining([...may([...before, ...more])]));
      }),
    );
  });

  test('in four weeks of hourly tries gets no more than the rules allow, none within twenty hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), most => {
        const before: Pick<Delivery, 'to' | 'state' | 'owedAt'>[] = [];
        for (let hour = 0; hour < 28 * 24; hour += 1) {
          const owedAt = later(now, hour * hoursMs);
          for (const id of whoMayBeReminded(before, people, { mostReminders: most }, owedAt)) {
            before.push({ to: { kind: 'member', id }, state: 'sent', owedAt });
          }
        }
        expect(before).toHaveLength(people.length * most);
        const mine = before.filter(({ to }) => to.kind === 'member' && to.id === 'a').map(({ owedAt }) => owedAt);
        const gaps = mine.slice(1).map((owedAt, index) => epochMsOf(owedAt) - epochMsOf(mine[index] ?? owedAt));
        expect(Math.min(20 * hoursMs, ...gaps)).toBe(20 * hoursMs);
      }),
      { numRuns: 9 },
    );
  });
});

test('a posting is made anew when the last one is a day old and nothing is under way', () => {
  const now = at('2027-01-25T08:00:00.000Z');
  const posted = (hoursAgo: number, state: Delivery['state']) => ({ owedAt: later(now, -hoursAgo * hoursMs), state });
  const again = deliveryStates.filter(state => mayPostAnew(posted(24, state), now));
  expect(again).toEqual(['sent', 'unknown', 'given-up', 'gone', 'unneeded']);
  expect(mayPostAnew(posted(19, 'sent'), now)).toBe(false);
});
