/** Payloads of the shapes Slack documents, with invented people, and what each of them is to the bot. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { decodeCommand } from '../../../src/platforms/slack/decode-command.ts';
import {
  changedPerson,
  decodeEvent,
  endsInstallation,
  envelopeSchema,
} from '../../../src/platforms/slack/decode-event.ts';
import { decodeInteraction } from '../../../src/platforms/slack/decode-interaction.ts';
import { plainWords } from '../../../src/platforms/slack/slack-text.ts';

const botUserId = 'U0LAGETBOT';

function fixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../fixtures/slack/${name}.json`, import.meta.url), 'utf8'));
}

const event = (name: string) => decodeEvent(envelopeSchema.parse(fixture(name)), botUserId);

const kari = { team: 'T061EG9R6', user: 'U0KARI0001', userTeam: 'T061EG9R6', channel: 'C0FORUM001', kind: 'channel' };

describe('events', () => {
  test.each([
    [
      'app-mention',
      {
        kind: 'words',
        words: 'avstemning om saken & samarbeidsforum <nå>',
        origin: { ...kari, threadTs: '1799654400.000100', askedTs: '1799654400.000100' },
      },
    ],
    [
      'app-mention-in-thread',
      { kind: 'words', words: 'hjelp', origin: { threadTs: '1799654400.000100', askedTs: '1799654460.000300' } },
    ],
    [
      'app-mention-shared-channel',
      { kind: 'words', words: 'hjelp', origin: { team: 'T061EG9R6', user: 'U0OLA00002', userTeam: 'T0STATPED1' } },
    ],
    [
      'message-im',
      {
        kind: 'words',
        words: 'kari@example.invalid og @U0OLA00002',
        origin: { ...kari, channel: 'D0KARI0001', kind: 'personal', threadTs: undefined },
      },
    ],
    ['message-im-with-number', { kind: 'unkeepable', origin: { ...kari, channel: 'D0KARI0001', kind: 'personal' } }],
    ['member-joined-channel', { kind: 'joined', origin: kari }],
    ['channel-left', { kind: 'left', origin: kari }],
    ['group-left', { kind: 'left', origin: { user: botUserId, channel: 'C0LUKKET01' } }],
  ])('%s', (name, expected) => {
    expect(event(name)).toMatchObject(expected);
  });

  test.each([
    'app-mention-by-bot',
    'message-im-by-bot',
    'message-im-changed',
    'message-channel',
    'member-joined-channel-person',
  ])('%s is none of ours', name => {
    expect(event(name)).toBeUndefined();
  });

  test('of a number only that there was one is left', () => {
    expect(JSON.stringify(event('message-im-with-number'))).not.toMatch(/12369|158512/);
  });

  test.each([
    ['app-uninstalled', true],
    ['tokens-revoked', true],
    ['channel-left', false],
  ])('%s ends the installation: %s', (name, ends) => {
    expect(endsInstallation(envelopeSchema.parse(fixture(name)))).toBe(ends);
  });

  test.each([
    ['user-change', 'U0KARI0001'],
    ['member-joined-channel-person', undefined],
  ])('%s tells of a change in %s', (name, user) => {
    expect(changedPerson(envelopeSchema.parse(fixture(name)))).toBe(user);
    expect(event(name)).toBeUndefined();
  });
});

describe('interactions', () => {
  test('a press in a channel', () => {
    expect(decodeInteraction(fixture('block-actions'))).toEqual({
      kind: 'press',
      origin: { ...kari, userName: 'kari.trestakk', channelName: 'samarbeidsforum', threadTs: undefined },
      value: '{"type":"poll.cast","poll":"p1","options":["a"]}',
      requestKey: 'slack|press|T061EG9R6|U0KARI0001|1799654400.000100|1799654500.123456',
      triggerId: '12466734323.1395872398.7d5f1a',
    });
  });

  test('a press on what one person was shown, in a private channel', () => {
    expect(decodeInteraction(fixture('block-actions-ephemeral'))).toMatchObject({
      kind: 'press',
      origin: { channel: 'C0LUKKET01', channelName: '', threadTs: '1799654300.000100' },
    });
  });

  test('a press by someone of another workspace, in a shared channel', () => {
    expect(decodeInteraction(fixture('block-actions-shared-channel'))).toMatchObject({
      origin: { team: 'T061EG9R6', user: 'U0OLA00002', userTeam: 'T0STATPED1' },
    });
  });

  test('a press inside a form', () => {
    expect(decodeInteraction(fixture('block-actions-in-view'))).toMatchObject({
      origin: { ...kari, channelName: 'samarbeidsforum', userName: 'kari.trestakk' },
      requestKey: 'slack|press|T061EG9R6|U0KARI0001|V0PVIEW001|1799654500.123456',
    });
  });

  test('a form, each field by its name', () => {
    expect(decodeInteraction(fixture('view-submission'))).toEqual({
      kind: 'form',
      origin: {
        ...kari,
        userName: 'kari.trestakk',
        channelName: 'samarbeidsforum',
        threadTs: '1799654300.000100',
      },
      intent: { type: 'poll.open' },
      values: {
        question: 'Skal vi møtes?',
        note: undefined,
        kind: 'formal',
        seat: undefined,
        groups: ['ks', 'pbl'],
        none: [],
        day: '2027-02-01',
        time: '09:30',
      },
      requestKey: 'slack|form|T061EG9R6|U0KARI0001|V0PVIEW001|1799654500.abc|12466734324.1395872398.8e6a2b',
    });
  });

  test.each(['block-actions-link', 'view-submission-unknown', 'view-closed'])('%s is none of ours', name => {
    expect(decodeInteraction(fixture(name))).toBeUndefined();
  });
});

describe('commands', () => {
  test.each([
    ['slash-command', { words: 'koble K7FM-2QXD', origin: { ...kari, channelName: 'samarbeidsforum' } }],
    ['slash-command-direct', { words: '', origin: { channel: 'D0KARI0001', kind: 'personal', channelName: '' } }],
    ['slash-command-group', { origin: { channel: 'C0GRUPPE01', kind: 'group', channelName: '' } }],
  ])('%s', (name, expected) => {
    expect(decodeCommand(fixture(name), botUserId)).toMatchObject(expected);
  });

  test('without a person is none of ours', () => {
    expect(decodeCommand({ command: '/laget', team_id: 'T1' }, botUserId)).toBeUndefined();
  });
});

test.each([
  ['<@U0LAGETBOT> hjelp', 'hjelp'],
  ['hjelp <@U0LAGETBOT>', 'hjelp'],
  ['<@U0LAGETBOT|laget>hjelp', 'hjelp'],
  ['<@U0LAGETBOT>', ''],
  ['&amp;lt;', '&lt;'],
  ['<!here> <!subteam^S1|@gruppe>', '!here @gruppe'],
  ['<https://example.invalid/a?b&amp;c>', 'https://example.invalid/a?b&c'],
  ['  to\u00a0 ord\n', 'to ord'],
])('%j is read as %j', (text, words) => {
  expect(plainWords(text, botUserId)).toBe(words);
});
