import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { activitySchema } from '../../../src/platforms/teams/activity.ts';
import { decodeActivity } from '../../../src/platforms/teams/decode-activity.ts';
import { readAddress } from '../../../src/platforms/teams/teams-keys.ts';

const folder = new URL('../../fixtures/teams/', import.meta.url);

function decoded(name: string) {
  return decodeActivity(activitySchema.parse(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))));
}

function incoming(name: string) {
  const found = decoded(name);
  if (found.kind !== 'incoming') throw new Error(`${name} is ${found.kind}`);
  return found.incoming;
}

const tenant = '5f1c7a52-3a41-4d0e-9b6f-2f6f0c1d7e10';
const channel = '19:4f1d2c8a7b6e4d3f9a0b1c2d3e4f5a6b@thread.tacv2';
const ingrid = `teams|${tenant}|8d2b6c1e-4f3a-4b5c-9d7e-0a1b2c3d4e5f`;

const expectations: Readonly<Record<string, object>> = {
  'channel-message': { kind: 'words', words: 'avstemning Møtes vi <tirsdag> & onsdag?' },
  'channel-message-with-two-mentions': { kind: 'words', words: 'medlemmer Ola Moen' },
  'personal-message': { kind: 'words', words: 'hjelp', from: { place: { kind: 'personal', label: 'Ingrid Bakken' } } },
  'group-message': { kind: 'words', words: 'nettverk', from: { place: { kind: 'group' } } },
  'shared-channel-message': {
    words: 'hjelp',
    from: {
      identity: 'teams|77777777-aaaa-4bbb-8ccc-123456789012|3c4d5e6f-7a8b-4c9d-8e0f-1a2b3c4d5e6f',
      organisation: 'teams|77777777-aaaa-4bbb-8ccc-123456789012',
      place: { key: `teams|${tenant}|${channel}` },
    },
  },
  execute: {
    kind: 'payload',
    payload: { type: 'poll.cast', poll: 'k3j5h7', options: ['a1'] },
    from: { identity: ingrid, locale: 'nn-NO', canOpenForm: false },
  },
  'submit-as-message': { kind: 'payload', payload: { type: 'poll.cast', poll: 'k3j5h7', options: ['a1'] } },
  'task-fetch': { kind: 'payload', payload: { type: 'poll.form' }, from: { canOpenForm: true } },
  'task-submit': {
    kind: 'payload',
    payload: { type: 'poll.open', question: 'Hvor?', seats: ['s1', 's2'], parties: [], closesOn: '2026-12-10' },
  },
  'installed-in-team': {
    kind: 'event',
    event: 'joined',
    from: { identity: ingrid, place: { key: `teams|${tenant}|${channel}`, label: 'PP-ledernettverk' } },
  },
  'bot-added-to-team': { kind: 'event', event: 'joined', from: { place: { key: `teams|${tenant}|${channel}` } } },
  'bot-removed-from-team': { kind: 'event', event: 'left' },
  'channel-deleted': {
    kind: 'event',
    event: 'left',
    from: { place: { key: `teams|${tenant}|${channel}`, label: 'PP-ledernettverk – Møter' } },
  },
  'uninstalled-by-person': { kind: 'event', event: 'left', from: { place: { kind: 'personal' } } },
};

const ignored = ['person-added-to-team', 'reaction', 'message-of-a-bot'];

test('every recorded activity is expected to be something', () => {
  const recorded = readdirSync(folder).map(name => name.replace('.json', ''));
  expect(recorded.sort()).toEqual([...Object.keys(expectations), ...ignored].sort());
});

test.each(Object.entries(expectations))('%s', (name, expected) => {
  expect(incoming(name)).toMatchObject(expected);
});

test.each(ignored)('%s is nothing to the bot', name => {
  expect(decoded(name)).toEqual({ kind: 'ignored' });
});

test('a channel is reached without the thread, a person by their own id', () => {
  const { place, personalAddress } = incoming('channel-message').from;
  expect(readAddress(place.address)).toEqual({
    serviceUrl: `https://smba.trafficmanager.net/emea/${tenant}/`,
    tenantId: tenant,
    conversationId: channel,
  });
  expect(personalAddress && readAddress(personalAddress)).toMatchObject({ userId: expect.stringMatching(/^29:/) });
});

test('one request has one key, another request another', () => {
  const keys = ['channel-message', 'execute', 'task-fetch', 'personal-message'].map(
    name => incoming(name).from.requestKey,
  );
  expect(new Set(keys).size).toBe(4);
  expect(incoming('execute').from.requestKey).toBe(incoming('execute').from.requestKey);
});

test('the actor is never read from a button’s data', () => {
  const forged = JSON.parse(readFileSync(new URL('execute.json', folder), 'utf8'));
  forged.value.action.data.from = { aadObjectId: 'someone-else' };
  const found = decodeActivity(activitySchema.parse(forged));
  expect(found).toMatchObject({ incoming: { from: { identity: ingrid } } });
});
