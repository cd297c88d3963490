import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mostRosterRows, readRoster } from '../../../src/features/networks/read-roster.ts';
import type { RosterProblem, RosterRow } from '../../../src/features/networks/roster.ts';
import { castPeople, castRoster, castSeats } from '../../cast.ts';
import { syntheticId } from '../../privacy/synthetic-id.ts';

const anId = () => fc.sample(syntheticId, { numRuns: 1, seed: 7 })[0] ?? '';

const header = 'Plass;Part;Gruppe;Stemmerett;Innehaver;E-post;Vara;Vara e-post;Fra;Til;Kommunenummer;Rolle';

function rowsOf(csv: string): readonly RosterRow[] {
  const read = readRoster(csv);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}

function problemsOf(csv: string): readonly RosterProblem[] {
  const read = readRoster(csv);
  if (read.ok) throw new Error('The roster was read');
  return read.refusal;
}

describe('a roster that can be read', () => {
  test('the cast’s has a row for every seat and for everyone without one', () => {
    const rows = rowsOf(castRoster);
    expect(rows.filter(row => row.kind === 'seat').map(row => row.number)).toEqual(castSeats.map(seat => seat.number));
    expect(rows.filter(row => row.kind === 'member').map(row => row.person.name)).toEqual([
      castPeople.kari.name,
      castPeople.nordavinden.name,
    ]);
  });

  test.each([
    ['a byte order mark', `\uFEFF${castRoster}`],
    [
      'commas',
      castRoster
        .replaceAll(';', ',')
        .replace('PPT, nord-delen', '"PPT, nord-delen"')
        .replace('PPT, sør-delen', '"PPT, sør-delen"'),
    ],
    ['tabs', castRoster.replaceAll(';', '\t')],
    ['line feeds alone', castRoster.replaceAll('\r\n', '\n')],
    ['carriage returns alone', castRoster.replaceAll('\r\n', '\r')],
    ['nothing after the last line', castRoster.trimEnd()],
    ['every cell in quotes', castRoster.replace(/[^;\r\n]+/g, cell => `"${cell}"`)],
    ['letters taken apart', castRoster.normalize('NFD')],
    ['a column of its own', castRoster.replaceAll('\r\n', ';merknad\r\n')],
  ])('means the same with %s', (_, csv) => {
    expect(rowsOf(csv)).toEqual(rowsOf(castRoster));
  });

  test.each([
    ['nynorsk', 'SETE,Verksemd,gruppe,Røysterett,Innehavar', '1,Alta kommune,offentleg eigar,nei,Veslefrikk'],
    ['English', 'Seat number,Party,Group,Voting,Holder', '1,Alta kommune,Public owner,no,Veslefrikk'],
    ['old habits', 'nr.,VIRKSOMHET,Gruppe:,stemmerett?,Navn', '1,Alta kommune,OFFENTLIG EIER,N,Veslefrikk'],
  ])('is found by the headers of %s', (_, headers, line) => {
    expect(rowsOf(`${headers}\n${line}`)).toEqual([
      {
        kind: 'seat',
        line: 2,
        number: 1,
        party: 'Alta kommune',
        group: 'publicOwner',
        isVoting: false,
        holder: { name: 'Veslefrikk' },
      },
    ]);
  });

  test('keeps all the letters of the north', () => {
    const [row] = rowsOf(`${header}\n1;Kárášjoga gielda;annet;x;Čáđŋŧž Æøå;;;;;;;`);
    expect(row).toMatchObject({ party: 'Kárášjoga gielda', holder: { name: 'Čáđŋŧž Æøå' }, isVoting: true });
  });

  test('dates in either form are the same day', () => {
    const [iso, written] = rowsOf(
      `${header}\n1;A;KS;ja;;;;;2026-08-01;2028-07-31;;\n2;B;KS;ja;;;;;1.8.2026;31.07.2028;;`,
    );
    expect(iso).toMatchObject({ term: { from: '2026-08-01', to: '2028-07-31' } });
    expect(written).toMatchObject({ term: { from: '2026-08-01', to: '2028-07-31' } });
  });

  test('an empty cell says nothing, a dash says nobody', () => {
    const [silent, nobody] = rowsOf(`${header}\n1;A;KS;ja;;;;;;;;\n2;B;KS;ja;ledig;;-;;;;;`);
    expect(silent).toEqual({
      kind: 'seat',
      line: 2,
      number: 1,
      party: 'A',
      group: 'municipalAssociation',
      isVoting: true,
    });
    expect(nobody).toMatchObject({ holder: 'nobody', deputies: [] });
  });

  test('several deputies have each their own address', () => {
    const [row] = rowsOf(`${header}\n1;A;KS;ja;Per;;Pål | Espen;paal@a.example|-;;;;`);
    expect(row).toMatchObject({ deputies: [{ name: 'Pål', email: 'paal@a.example' }, { name: 'Espen' }] });
  });
});

describe('a roster that cannot', () => {
  const line = (cells: string) => problemsOf(`${header}\n${cells}`);

  test.each<[string, string, RosterProblem]>([
    ['no seat number', ';A;KS;ja;Per;;;;;;;', { line: 2, code: 'required', column: 'seat' }],
    ['no party', '1;;KS;ja;Per;;;;;;;', { line: 2, code: 'required', column: 'party' }],
    ['a seat number in letters', 'en;A;KS;ja;Per;;;;;;;', { line: 2, code: 'not-a-number', column: 'seat' }],
    ['seat number nought', '0;A;KS;ja;Per;;;;;;;', { line: 2, code: 'not-a-number', column: 'seat' }],
    ['an unknown group', '1;A;klubb;ja;Per;;;;;;;', { line: 2, code: 'unknown-group', column: 'group' }],
    ['no group', '1;A;;ja;Per;;;;;;;', { line: 2, code: 'unknown-group', column: 'group' }],
    ['a voting right left open', '1;A;KS;;Per;;;;;;;', { line: 2, code: 'voting-unclear', column: 'voting' }],
    ['a voting right in doubt', '1;A;KS;kanskje;Per;;;;;;;', { line: 2, code: 'voting-unclear', column: 'voting' }],
    ['a day that never was', '1;A;KS;ja;Per;;;;2027-02-29;;;', { line: 2, code: 'bad-date', column: 'from' }],
    ['an American date', '1;A;KS;ja;Per;;;;02/28/2027;;;', { line: 2, code: 'bad-date', column: 'from' }],
    [
      'a term backwards',
      '1;A;KS;ja;Per;;;;2027-02-02;2027-02-01;;',
      { line: 2, code: 'term-ends-before-it-starts', column: 'to' },
    ],
    ['a term without beginning', '1;A;KS;ja;Per;;;;;2027-02-01;;', { line: 2, code: 'required', column: 'from' }],
    [
      'an unknown municipality',
      '1;A;KS;ja;Per;;;;;;9999;',
      { line: 2, code: 'unknown-municipality', column: 'municipality' },
    ],
    ['an address without a place', '1;A;KS;ja;Per;per@;;;;;;', { line: 2, code: 'bad-email', column: 'holderEmail' }],
    [
      'a deputy’s address that is none',
      '1;A;KS;ja;Per;;Pål;paal;;;;',
      { line: 2, code: 'bad-email', column: 'deputyEmail' },
    ],
    [
      'two deputies and one address',
      '1;A;KS;ja;Per;;Pål|Espen;p@a.example;;;;',
      { line: 2, code: 'deputies-and-emails-differ', column: 'deputyEmail' },
    ],
    ['an address and no name', '1;A;KS;ja;;per@a.example;;;;;;', { line: 2, code: 'required', column: 'holder' }],
    ['a role and nobody to have it', '1;A;KS;ja;;;;;;;;leder', { line: 2, code: 'required', column: 'holder' }],
    ['an unknown role', '1;A;KS;ja;Per;;;;;;;konge', { line: 2, code: 'unknown-role', column: 'role' }],
    ['a person without seat or role', ';;;;Per;;;;;;;', { line: 2, code: 'required', column: 'role' }],
    ['a name too long', `1;A;KS;ja;${'x'.repeat(121)};;;;;;;`, { line: 2, code: 'too-long', column: 'holder' }],
    ['more cells than the header', '1;A;KS;ja;Per;;;;;;;;;her', { line: 2, code: 'too-many-cells' }],
  ])('%s', (_, cells, problem) => {
    expect(line(cells)).toEqual([problem]);
  });

  test('names every bad line as an editor counts them, also after a cell of two lines', () => {
    const csv = `${header}\n1;"Alta\nkommune";klubb;ja;;;;;;;;\n\n2;B;KS;hm;;;;;;;;\n3;C;KS;ja;;;;;;;;\n3;D;KS;ja;;;;;;;;`;
    expect(problemsOf(csv).map(({ line, code }) => [line, code])).toEqual([
      [2, 'unknown-group'],
      [5, 'voting-unclear'],
      [7, 'repeated-seat'],
    ]);
  });

  test('one address with two names', () => {
    const csv = `${header}\n1;A;KS;ja;Per;en@a.example;;;;;;\n2;B;KS;ja;Pål;EN@a.example;;;;;;`;
    expect(problemsOf(csv)).toEqual([{ line: 3, code: 'email-of-two' }]);
  });

  test.each([
    ['in a name', (id: string) => `1;A;KS;ja;Per ${id};;;;;;;`],
    ['as an address', (id: string) => `1;A;KS;ja;Per;${id}@a.example;;;;;;`],
    ['as a seat number', (id: string) => `${id};A;KS;ja;Per;;;;;;;`],
    ['over two cells', (id: string) => `1;A;KS;ja;Per;;${id.slice(0, 6)};${id.slice(6)};;;;`],
  ])('a national identity number %s is named and never repeated', (_, lineWith) => {
    const id = anId();
    const problems = line(lineWith(id));
    expect(problems).toContainEqual(expect.objectContaining({ line: 2, code: 'national-id' }));
    expect(JSON.stringify(problems)).not.toContain(id);
  });

  test('a national identity number in a column nobody reads', () => {
    expect(problemsOf(`${header};Merknad\n1;A;KS;ja;Per;;;;;;;;${anId()}`)).toEqual([{ line: 2, code: 'national-id' }]);
  });

  test.each<[string, string, readonly RosterProblem[]]>([
    ['nothing', '', [{ line: 1, code: 'empty-file' }]],
    ['a header alone', header, [{ line: 1, code: 'empty-file' }]],
    [
      'a missing column',
      'Plass;Part;Gruppe;Innehaver\n1;A;KS;Per',
      [{ line: 1, code: 'missing-column', column: 'voting' }],
    ],
    ['a column twice', `${header};Navn\n1;A;KS;ja;Per`, [{ line: 1, code: 'repeated-column', column: 'holder' }]],
    ['another encoding', `${header}\n1;A;KS;ja;P\uFFFDl`, [{ line: 2, code: 'unreadable-file' }]],
    [
      'a quote never closed',
      `${header}\n1;A;KS;ja;Per\n2;"B;KS;ja;Pål\n3;C;KS;ja;Espen`,
      [{ line: 3, code: 'open-quote' }],
    ],
  ])('a file with %s', (_, csv, problems) => {
    expect(problemsOf(csv)).toEqual(problems);
  });

  test('more rows than we take', () => {
    const rows = Array.from({ length: mostRosterRows + 1 }, (_, at) => `${at + 1};A;KS;ja;`);
    expect(problemsOf(`Plass;Part;Gruppe;Stemmerett;Innehaver\n${rows.join('\n')}`)).toEqual([
      { line: mostRosterRows + 2, code: 'too-many-rows' },
    ]);
  });

  test('whatever stands in a file, it is read or refused', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('1', 'KS', 'ja', '"', '-', '2026-01-01', '|'),
    );
    const lines = fc.array(fc.array(cell, { maxLength: 13 }), { maxLength: 6 });
    fc.assert(
      fc.property(lines, given => {
        const csv = [header, ...given.map(cells => cells.join(';'))].join('\n');
        const read = readRoster(csv);
        return read.ok || read.refusal.length > 0;
      }),
    );
  });
});
