import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nearestCommand, readWords } from '../../src/bot/read-words.ts';
import { decode } from '../../src/intents/wire.ts';
import { everyCommandWord } from '../../src/texts/commands.ts';

/** What a poll is when nothing is said of how. */
const plain = { type: 'poll.open', kind: 'opinion', choice: 'one', secrecy: 'open', reveal: 'always' };

describe('reads', () => {
  test.each([
    ['hjelp', { type: 'help.show' }],
    ['', { type: 'help.show' }],
    [' \u00A0\n', { type: 'help.show' }],
    ['HJELP!', { type: 'help.show' }],
    ['/hjelp', { type: 'help.show' }],
    ['kva kan du', { type: 'help.show', typed: 'kva kan du' }],
    ['hjelpemiddel', { type: 'help.show', typed: 'hjelpemiddel' }],
    ['nettverk', { type: 'network.show' }],
    ['Nettverk?', { type: 'network.show' }],
    ['«medlemmer»', { type: 'members.show' }],
    ['“medlemer”', { type: 'members.show' }],
    ['members', { type: 'members.show' }],
    ['Min\u00A0 kode', { type: 'member.invite' }],
    ['my code', { type: 'member.invite' }],
    ['koble', { type: 'channel.invite' }],
    ['koble k7fm-2qxd', { type: 'code.redeem', code: 'k7fm-2qxd' }],
    ['Kople: «K7FM 2QXD»', { type: 'code.redeem', code: 'K7FM 2QXD' }],
    ['inviter 7', { type: 'seat.invite', seat: 7, as: 'holder' }],
    ['inviter 7 Vara', { type: 'seat.invite', seat: 7, as: 'deputy' }],
    ['invite 7 deputy', { type: 'seat.invite', seat: 7, as: 'deputy' }],
    ['inviter Askeladden', { type: 'member.invite', member: 'Askeladden' }],
    ['språk nynorsk', { type: 'language.choose', language: 'nn' }],
    ['spra\u030Ak bokma\u030Al', { type: 'language.choose', language: 'nb' }],
    ['language Davvisámegiella', { type: 'language.choose', language: 'se' }],
    ['språk klingon', { type: 'language.form' }],
    ['start', { type: 'network.form' }],
    ['start samarbeidsforum Nord', { type: 'network.start', name: 'samarbeidsforum Nord', kind: 'cooperationForum' }],
    [
      'start nettverk PP-leiarnettverk sør',
      { type: 'network.start', name: 'PP-leiarnettverk sør', kind: 'epsLeaderNetwork' },
    ],
    ['røystingar', { type: 'polls.show' }],
    ['avstemminger', { type: 'polls.show' }],
    ['avstemning', { type: 'poll.form' }],
    ['«avstemning »', { type: 'poll.form' }],
    ['avstemning 7', { type: 'poll.show', poll: 7 }],
    ['vis #7', { type: 'poll.show', poll: 7 }],
    ['vis', { type: 'poll.show' }],
    ['svar', { type: 'poll.answer-form' }],
    ['svar 7 ja', { type: 'poll.cast-typed', poll: 7, words: 'ja' }],
    ['svar 7: «Ja»', { type: 'poll.cast-typed', poll: 7, words: 'Ja' }],
    ['Røyst 7 nei', { type: 'poll.cast-typed', poll: 7, words: 'nei' }],
    ['svar ja', { type: 'poll.cast-typed', words: 'ja' }],
    ['svar 2', { type: 'poll.cast-typed', words: '2' }],
    ['svar 1, 3', { type: 'poll.cast-typed', words: '1, 3' }],
    ['mitt svar 7', { type: 'poll.mine', poll: 7 }],
    ['my answer', { type: 'poll.mine' }],
    ['steng 7', { type: 'poll.close', poll: 7 }],
    ['forleng 7', { type: 'poll.extend-form', poll: 7 }],
    ['forleng 7 2.12.2026', { type: 'poll.extend', poll: 7, closesOn: '2026-12-02' }],
    ['flytt 02.12.2026 kl. 9.30', { type: 'poll.extend', closesOn: '2026-12-02', closesTime: '09:30' }],
    ['forleng 7 02.12.2026 kl. 12', { type: 'poll.extend', poll: 7, closesOn: '2026-12-02', closesTime: '12:00' }],
    ['extend 7 2026-12-02 at 12:00', { type: 'poll.extend', poll: 7, closesOn: '2026-12-02', closesTime: '12:00' }],
    ['forleng 7. mars', { type: 'poll.extend-typed', closes: '7. mars' }],
    ['forleng 7 7. mars', { type: 'poll.extend-typed', poll: 7, closes: '7. mars' }],
    ['flytt neste fredag', { type: 'poll.extend-typed', closes: 'neste fredag' }],
    ['flytt 7 kl. 12', { type: 'poll.extend-form', poll: 7 }],
    ['extend 7 2026-12-02T12:00', { type: 'poll.extend', poll: 7, closesOn: '2026-12-02', closesTime: '12:00' }],
    ['minn 7', { type: 'poll.remind', poll: 7 }],
    ['manglar 7', { type: 'poll.missing', poll: 7 }],
    ['export 7', { type: 'poll.export', poll: 7 }],
    ['liste', { type: 'roster.form' }],
    ['liste\nplass;part\n1;"A; B"', { type: 'roster.preview', csv: 'plass;part\n1;"A; B"' }],
    ['liste plass\tpart\n1\tA', { type: 'roster.preview', csv: 'plass\tpart\n1\tA' }],
    ['lagre abc', { type: 'roster.apply', draft: 'abc' }],
  ] as const)('%j', (typed, read) => {
    expect(readWords(typed)).toEqual(read);
  });

  test.each([
    [
      'avstemning Skal vi møtes? ; Ja ; Nei ; frist 1.12.2026 12.00',
      { ...plain, closesOn: '2026-12-01', closesTime: '12:00' },
    ],
    ['avstemning: Skal vi møtes?\nJa\nNei\nfrist: 01.12.2026', { ...plain, closesOn: '2026-12-01' }],
    [
      'røysting Skal vi møtes?;Ja;Nei;innan 1. 12. 2026;formell;hemmeleg',
      { ...plain, closesOn: '2026-12-01', kind: 'formal', secrecy: 'secret', reveal: 'whenClosed' },
    ],
    [
      '/poll “Skal vi møtes?” ; “Ja” ; “Nei” ; DEADLINE 2026-12-01 ; Several ; hidden',
      { ...plain, closesOn: '2026-12-01', choice: 'several', reveal: 'whenClosed' },
    ],
    [
      'avstemning Skal vi møtes? ; Ja ; Nei ; prioritert ; frist 1.12.2026',
      { ...plain, closesOn: '2026-12-01', choice: 'ranked' },
    ],
  ])('a poll: %j', (typed, read) => {
    expect(readWords(typed)).toEqual({ ...read, question: 'Skal vi møtes?', options: ['Ja', 'Nei'] });
    expect(decode(readWords(typed))).toMatchObject({ ok: true });
  });

  test('a question with the quotes it was typed with', () => {
    expect(readWords('avstemning Er «laget rundt barnet» tema? ; Ja ; Ikke «nå» ; frist 1.12.2026')).toMatchObject({
      question: 'Er «laget rundt barnet» tema?',
      options: ['Ja', 'Ikke «nå»'],
    });
  });

  test('an answer that begins as a deadline does', () => {
    expect(readWords('avstemning Hva nå? ; Frist forlenges ; Innen jul ; frist 1.12.2026')).toMatchObject({
      options: ['Frist forlenges', 'Innen jul'],
      closesOn: '2026-12-01',
    });
    expect(readWords('avstemning Når? ; Innen uke 9 ; Innen fredag ; frist i morgen')).toMatchObject({
      options: ['Innen uke 9', 'Innen fredag'],
      closes: 'i morgen',
    });
    expect(readWords('avstemning Når? ; frist 1.12.2026 ; Ja ; Nei ; formell')).toEqual({
      ...plain,
      kind: 'formal',
      question: 'Når?',
      options: ['frist 1.12.2026', 'Ja', 'Nei'],
    });
  });

  test.each([
    ['fredag', 'fredag'],
    ['i morgen kl 12', 'i morgen kl 12'],
    ['1. desember', '1. desember'],
    ['uke 9', 'uke 9'],
    // What contradicts itself is not for the parser of commands to say.
    ['tirsdag 17.05.2027', 'tirsdag 17.05.2027'],
    ['fredag, tror jeg', 'fredag, tror jeg'],
    ['17.05.2027 kl. 10-12', '17.05.2027 kl. 10-12'],
  ])('a deadline in the person’s own words: %s', (typed, closes) => {
    const read = readWords(`avstemning Møtes? ; Ja ; Nei ; frist ${typed} ; formell`);
    expect(read).toEqual({
      ...plain,
      type: 'poll.open-typed',
      kind: 'formal',
      question: 'Møtes?',
      options: ['Ja', 'Nei'],
      closes,
    });
    expect(decode(read)).toMatchObject({ ok: true });
    expect(readWords(`forleng 7 ${typed}`)).toEqual({ type: 'poll.extend-typed', poll: 7, closes });
  });

  test('a poll without a deadline as one that lacks it, rather than as another poll', () => {
    expect(decode(readWords('avstemning Møtes? ; Ja ; Nei'))).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', fields: [{ field: 'closesOn', problem: 'required' }] },
    });
  });

  test.each(['32.12.2026', '29.02.2027', '1.12.2026 kl. 25.00', '1.12.2026 12.75'])('no such moment as %s', moment => {
    expect(decode(readWords(`forleng 7 ${moment}`))).toMatchObject({ ok: false, refusal: { code: 'invalid' } });
  });
});

test.each([
  ['avstemnig', 'avstemning'],
  ['hjlep', 'hjelp'],
  ['medlemmar i nettverket', 'medlemmar'],
  ['røystinger', 'røystingar'],
  ['memebrs', 'members'],
])('%s may have meant %s', (typed, meant) => {
  expect(nearestCommand(typed)).toBe(meant);
});

test.each(['xyzzy', 'hva er klokka', '', '🎉'])('nobody meant anything by %j', typed => {
  expect(nearestCommand(typed)).toBeUndefined();
});

/** Texts near what people type: commands, numbers, dates, quotes, odd spaces and anything else. */
const typing = fc
  .array(
    fc.oneof(
      fc.constantFrom(...everyCommandWord().map(({ word }) => word)),
      fc.constantFrom(
        '7',
        '#7',
        '1.12.2026',
        '2026-12-01 12:00',
        'kl.',
        'frist',
        'vara',
        ';',
        '«',
        '”',
        '\n',
        '\u00A0',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    ),
    { maxLength: 8 },
  )
  .chain(parts => fc.constantFrom(' ', '', ';').map(between => parts.join(between)));

test('whatever is typed is an intent, or refused', () => {
  fc.assert(
    fc.property(typing, typed => {
      const outcome = decode(readWords(typed));
      expect(outcome.ok || ['invalid', 'unknown-intent'].includes(outcome.refusal.code)).toBe(true);
      expect(outcome.ok || outcome.refusal.code !== 'unknown-intent').toBe(true);
      nearestCommand(typed);
    }),
    { numRuns: 2000 },
  );
});

test('case, quotes and spaces around a command change nothing', () => {
  const dressed = fc.tuple(
    fc.constantFrom(...everyCommandWord().map(({ word }) => word)),
    fc.constantFrom('', ' ', '\u00A0 ', '/', '«', '“', '  "'),
    fc.constantFrom('', ' ', '\t', '»', '”', '!', '.'),
    fc.boolean(),
  );
  fc.assert(
    fc.property(dressed, ([word, before, after, isLoud]) => {
      const typed = `${before}${(isLoud ? word.toUpperCase() : word).replace(' ', ' \u00A0')}${after}`;
      expect(readWords(typed)).toEqual(readWords(word));
    }),
  );
});
