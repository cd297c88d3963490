/** What people write of cases and conclusions, read and refused. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type CaseOnAgenda,
  changesBetween,
  readOrder,
  sentLines,
  withTimes,
} from '../../../src/features/meetings/agenda-lines.ts';
import { type Case, type CaseId, caseNumberText } from '../../../src/features/meetings/case.ts';
import { linksText, readLinks } from '../../../src/features/meetings/case-links.ts';
import {
  dissentText,
  followUpsText,
  readDissent,
  readFollowUps,
} from '../../../src/features/meetings/conclude-lines.ts';
import type { Instant } from '../../../src/world.ts';
import { castDocuments, castMemberId, castStart } from '../../cast.ts';
import { doneOf, refusalOf } from '../polls/poll-room.ts';

const ids = (count: number) => Array.from({ length: count }, (_, at) => `c${at + 1}` as CaseId);
const deed = { at: castStart, by: castMemberId('kari'), request: 'r' };
const caseOf = (id: string, words: Partial<Case> = {}): Case => ({
  id: id as CaseId,
  meetingId: 'm' as Case['meetingId'],
  title: id,
  caseType: 'discussion',
  links: [],
  access: { level: 'public' },
  suggested: deed,
  accepted: deed,
  revision: 0,
  ...words,
});

test('a number is written as the field writes it', () => {
  expect([caseNumberText({ number: 4, year: 2027 }), caseNumberText({ number: 12, year: 2005 })]).toEqual([
    '4/27',
    '12/05',
  ]);
});

describe('links', () => {
  test.each([
    ['https://papir.example/1', [{ title: 'papir.example', url: 'https://papir.example/1' }]],
    [
      'Notat fra KS https://papir.example/1?a=1&b=2',
      [{ title: 'Notat fra KS', url: 'https://papir.example/1?a=1&b=2' }],
    ],
    ['Notat: https://papir.example/å', [{ title: 'Notat', url: 'https://papir.example/%C3%A5' }]],
    [
      'https://papir.example/1 Notat\n\n Plan https://papir.example/2 ',
      [
        { title: 'Notat', url: 'https://papir.example/1' },
        { title: 'Plan', url: 'https://papir.example/2' },
      ],
    ],
    ['', []],
  ])('%j are read', (text, links) => {
    expect(doneOf(readLinks(text))).toEqual(links);
  });

  test.each([
    ['http://papir.example/1', 1],
    ['https://papir.example/1\njavascript:alert(1)', 2],
    ['data:text/html,<script>alert(1)</script>', 1],
    ['file:///etc/passwd', 1],
    ['Notat', 1],
    ['https://', 1],
    ['https://a.example https://b.example', 1],
  ])('%j is refused at its line', (text, line) => {
    expect(refusalOf(readLinks(text))).toEqual({ code: 'bad-link', field: 'links', line });
  });

  test('an address longer than a card holds is refused', () => {
    expect(refusalOf(readLinks(`https://papir.example/${'x'.repeat(1000)}`)).code).toBe('bad-link');
  });

  test('more than ten are refused', () => {
    const text = Array.from({ length: 11 }, (_, at) => `https://papir.example/${at}`).join('\n');
    expect(refusalOf(readLinks(text))).toEqual({ code: 'too-many-links', field: 'links', most: 10 });
  });

  test('written for the form again, they are read as the same', () => {
    const links = doneOf(readLinks('Notat https://papir.example/1\nhttps://papir.example/2'));
    expect(doneOf(readLinks(linksText(links)))).toEqual(links);
  });
});

describe('the order of an agenda', () => {
  test('each place once, however they are parted', () => {
    expect(doneOf(readOrder('2, 1 - 3', ids(3)))).toEqual(['c2', 'c1', 'c3']);
  });

  test.each(['', '1 2', '1 2 2', '1 2 4', '1 2 3 4', '0 1 2', 'to en tre'])('%j is refused', words => {
    expect(refusalOf(readOrder(words, ids(3)))).toEqual({ code: 'bad-order', field: 'order', count: 3 });
  });

  test('any permutation is that permutation', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7], { minLength: 7 }), places => {
        const order = doneOf(readOrder(places.join(' '), ids(7)));
        expect(order).toEqual(places.map(place => `c${place}`));
      }),
    );
  });
});

describe('the times of an agenda', () => {
  const at = (each: CaseOnAgenda | undefined) => [each?.startsAt?.slice(11, 16), each?.endsAt?.slice(11, 16)];

  test('one after the other from the meeting’s start, as long as each says how long it takes', () => {
    const cases = [
      caseOf('a', { minutes: 10 }),
      caseOf('b', { minutes: 45 }),
      caseOf('c'),
      caseOf('d', { minutes: 5 }),
    ];
    const timed = withTimes(cases, '2027-03-02T09:00:00.000Z' as Instant);
    expect(timed.map(at)).toEqual([
      ['09:00', '09:10'],
      ['09:10', '09:55'],
      ['09:55', undefined],
      [undefined, undefined],
    ]);
  });

  test('none while the meeting is not settled', () => {
    expect(withTimes([caseOf('a', { minutes: 10 })], undefined).map(at)).toEqual([[undefined, undefined]]);
  });
});

describe('what changed since an agenda was sent', () => {
  const lines = (...cases: readonly Case[]) => sentLines(cases.map(each => ({ case: each })));
  const told = (before: readonly Case[], after: readonly Case[]) =>
    changesBetween(lines(...before), lines(...after)).map(({ kind, line }) => `${kind} ${line.title}`);
  const [a, b, c] = [caseOf('a'), caseOf('b'), caseOf('c')];

  test.each([
    ['nothing', [a, b], [a, b], []],
    ['a new case', [a, b], [a, c, b], ['added c']],
    ['one withdrawn, which moves no other', [a, b, c], [b, c], ['gone a']],
    ['two that change places', [a, b], [b, a], ['moved b', 'moved a']],
    ['a new name', [a], [caseOf('a', { title: 'A' })], ['renamed A']],
  ])('%s', (_, before, after, changes) => {
    expect(told(before, after)).toEqual(changes);
  });

  test('nothing but what came and went, whatever came and went', () => {
    const some = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));
    fc.assert(
      fc.property(some, some, (before, after) => {
        const stay = [...before.filter(id => after.includes(id)), ...after.filter(id => !before.includes(id))];
        const kinds = changesBetween(lines(...before.map(id => caseOf(id))), lines(...stay.map(id => caseOf(id))));
        expect(kinds.map(({ kind }) => kind)).not.toContain('moved');
        expect(kinds).toHaveLength(
          new Set([...before, ...after]).size - before.filter(id => after.includes(id)).length,
        );
      }),
    );
  });
});

describe('follow-ups, one a line', () => {
  const people = castDocuments().members;
  const today = { now: castStart, zone: 'Europe/Oslo' };
  const read = (text: string, before: Parameters<typeof readFollowUps>[1]['before'] = []) =>
    readFollowUps(text, { people, before }, today);
  const kari = { ownerId: 'member-kari', who: 'Kari Trestakk' };

  test.each([
    ['Kari: sende brev ; 1. mars', [{ ...kari, what: 'sende brev', dueOn: '2027-03-01' }]],
    ['kari trestakk : sende brev; frist 1.3.2027', [{ ...kari, what: 'sende brev', dueOn: '2027-03-01' }]],
    ['Kari: sende brev ; uke 9', [{ ...kari, what: 'sende brev', dueOn: '2027-03-05' }]],
    ['Kari: sende brev', [{ ...kari, what: 'sende brev' }]],
    ['Kari: sende brev innen 1. mars', [{ ...kari, what: 'sende brev', dueOn: '2027-03-01' }]],
    ['Kari: rydde opp innen faget', [{ ...kari, what: 'rydde opp innen faget' }]],
    ['Kari: se https://papir.example/1', [{ ...kari, what: 'se https://papir.example/1' }]],
    [
      '\nNjávešeatni Beaivi: ráđđádallat & <avklare> ; i morgen\n',
      [
        {
          ownerId: 'member-njávešeatni',
          who: 'Njávešeatni Beaivi',
          what: 'ráđđádallat & <avklare>',
          dueOn: '2027-01-12',
        },
      ],
    ],
    ['', []],
  ])('%j', (text, followUps) => {
    expect(doneOf(read(text))).toEqual(followUps);
  });

  test.each([
    ['Kari sender brev', { code: 'follow-up-form', line: 1 }],
    ['Kari: sende brev ; 1. mars\nPål:', { code: 'follow-up-form', line: 2 }],
    ['Kari: sende brev ; 1. mars ; og mer', { code: 'follow-up-form', line: 1 }],
    ['Rødhette: sende brev', { code: 'follow-up-person', line: 1, name: 'Rødhette' }],
    ['K: sende brev', { code: 'follow-up-person', line: 1, name: 'K' }],
    ['Kari: sende brev ; snart', { code: 'follow-up-due', line: 1 }],
    ['Kari: sende brev ; 31. februar', { code: 'follow-up-due', line: 1 }],
    ['Kari: sende brev ; 14 dager før', { code: 'follow-up-due', line: 1 }],
    ['Kari: sende brev ; 1. mars eller så', { code: 'follow-up-due', line: 1 }],
    ['Kari: sende brev ; 10.1.2027', { code: 'follow-up-past', line: 1 }],
  ])('%j is refused', (text, refusal) => {
    expect(refusalOf(read(text))).toEqual({ ...refusal, field: 'followUps' });
  });

  test('more than twenty are refused', () => {
    const text = Array.from({ length: 21 }, (_, at) => `Kari: brev ${at}`).join('\n');
    expect(refusalOf(read(text))).toEqual({ code: 'too-many-follow-ups', field: 'followUps', most: 20 });
  });

  test('a name two have is nobody’s', () => {
    const two = [
      { id: castMemberId('per'), name: 'Per Askeland' },
      { id: castMemberId('pål'), name: 'Per Aspelund' },
    ];
    expect(refusalOf(readFollowUps('Per: x', { people: two, before: [] }, today)).code).toBe('follow-up-person');
  });

  test('what was agreed before stands, though its day has passed and its owner has left', () => {
    const before = [
      { ownerId: castMemberId('per'), who: 'Rødhette', what: 'x', dueOn: '2027-01-04' as const },
    ] as never;
    expect(doneOf(read('Rødhette: x ; 4.1.2027', before))).toHaveLength(1);
    expect(refusalOf(read('Rødhette: y ; 4.1.2027', before)).code).toBe('follow-up-past');
  });

  test('written for the form again, they are read as the same', () => {
    const followUps = doneOf(read('Kari: sende brev ; 1. mars\nPål Askeland: ringe'));
    const text = followUpsText(followUps, day => day.split('-').reverse().map(Number).join('.'));
    expect(doneOf(read(text))).toEqual(followUps);
  });
});

describe('dissent', () => {
  const both = ['KS', 'Utdanningsforbundet'].map(name => ({ name, isAbsent: false }));

  test('whose it is stands first; what follows without a name goes on', () => {
    const dissent = doneOf(readDissent('KS: Vi er uenige.\nSe https://a.example\n\nUtdanningsforbundet: Vi òg.', both));
    expect(dissent).toEqual([
      { party: 'KS', text: 'Vi er uenige.\nSe https://a.example' },
      { party: 'Utdanningsforbundet', text: 'Vi òg.' },
    ]);
    expect(doneOf(readDissent(dissentText(dissent), both))).toEqual(dissent);
  });

  test('of a party nobody came for is refused, by its whole name or the words it begins with', () => {
    const parties = [
      { name: 'KS Nord-Norge', isAbsent: true },
      { name: 'KS Sør', isAbsent: false },
      { name: 'Tromsø kommune', isAbsent: true },
    ];
    const refusal = { code: 'dissent-absent', field: 'dissent', line: 2 };
    for (const [typed, party] of [
      ['ks nord-norge', 'KS Nord-Norge'],
      ['Tromsø', 'Tromsø kommune'],
    ]) {
      expect(refusalOf(readDissent(`KS: Nei.\n${typed}: Nei.`, parties))).toEqual({ ...refusal, party });
    }
  });

  test('under a name that is no party’s is refused: a word with a colon after it is not taken for one', () => {
    const refusal = { code: 'dissent-unknown', field: 'dissent', line: 2 };
    for (const name of ['Merk', 'Utdanning', 'KS Nord']) {
      expect(refusalOf(readDissent(`KS: Nei.\n${name}: Nei.`, both))).toEqual({ ...refusal, name });
    }
  });

  test('words that are nobody’s are refused', () => {
    expect(refusalOf(readDissent('\nVi er uenige.', both))).toEqual({
      code: 'dissent-party',
      field: 'dissent',
      line: 2,
    });
  });
});
