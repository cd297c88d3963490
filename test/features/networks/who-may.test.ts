import { describe, expect, test } from '@jest/globals';
import { type Role, rolesOf, type Seat } from '../../../src/features/networks/network.ts';
import { type Deed, may, whoMay } from '../../../src/features/networks/who-may.ts';
import type { PlainDate } from '../../../src/world.ts';
import { castDocuments, castMemberId } from '../../cast.ts';

const everyRole: readonly Role[] = ['member', 'observer', 'deputy', 'holder', 'chair', 'coordinator'];

/** Written out a second time on purpose: a change of who may do what is to be seen in a review. */
const expected: Readonly<Record<Deed, string>> = {
  'channel.link': 'coordinator',
  'seat.invite': 'coordinator',
  'member.invite': 'coordinator',
  'roster.apply': 'coordinator',
  'poll.answer-opinion': 'everyone',
  'poll.answer-formal': 'deputy holder',
  'poll.open': 'chair coordinator',
  'poll.close': 'chair coordinator',
  'poll.extend': 'chair coordinator',
  'poll.remind': 'chair coordinator',
  'poll.missing': 'chair coordinator',
  'poll.export': 'chair coordinator',
  'poll.post-again': 'chair coordinator',
  'delivery.send': 'chair coordinator',
  'delivery.reach': 'chair coordinator',
  'delivery.repeat': 'chair coordinator',
  'year.change': 'chair coordinator',
  'rules.change': 'chair coordinator',
  'meeting.propose': 'chair coordinator',
  'meeting.answer': 'deputy holder',
  'meeting.settle': 'chair coordinator',
  'meeting.move': 'chair coordinator',
  'meeting.cancel': 'chair coordinator',
  'meeting.attend': 'deputy holder',
  'meeting.lead': 'chair coordinator',
  'case.suggest': 'deputy holder chair coordinator',
  'case.read-exempt': 'deputy holder chair coordinator',
  'agenda.order': 'chair coordinator',
  'minutes.write': 'chair coordinator',
  'minutes.comment': 'everyone',
  'follow-up.close': 'chair coordinator',
  'round.open': 'coordinator',
  'round.close': 'chair coordinator',
  'round.extend': 'chair coordinator',
  'round.remind': 'chair coordinator',
  'round.missing': 'chair coordinator',
  'need.write': 'deputy holder',
  'round.rank': 'chair coordinator',
  'need.handle': 'chair coordinator',
};

describe('who may', () => {
  test.each(Object.keys(whoMay) as Deed[])('%s', deed => {
    const those = everyRole.filter(role => may(role === 'member' ? ['member'] : ['member', role], deed));
    expect(those.length === everyRole.length ? 'everyone' : those.join(' ')).toBe(expected[deed]);
  });

  test('nobody without a role may anything', () => {
    for (const deed of Object.keys(whoMay) as Deed[]) expect(may([], deed)).toBe(false);
  });
});

describe('roles', () => {
  const { seats, members } = castDocuments();
  const on =
    (day: string, all: readonly Seat[] = seats) =>
    (key: 'askeladden' | 'per' | 'mikkel') => {
      const member = members.find(({ id }) => id === castMemberId(key));
      return member ? rolesOf(member, all, day as PlainDate) : [];
    };

  test.each([
    ['2025-12-31', []],
    ['2026-01-01', ['holder']],
    ['2029-12-31', ['holder']],
    ['2030-01-01', []],
  ])('on %s, both days of the term counting, a holder has %j', (day, roles) => {
    expect(on(day)('mikkel')).toEqual(['member', ...roles]);
  });

  test('of a chair with a seat and of a deputy', () => {
    expect(on('2027-01-11')('askeladden')).toEqual(['member', 'chair', 'holder']);
    expect(on('2027-01-11')('per')).toEqual(['member', 'deputy']);
  });
});
