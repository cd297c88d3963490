import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { choicesFor, monthText } from '../../../cards/needs/need-words.ts';
import { needFileWords } from '../../../src/bot/needs/need-file-words.ts';
import { type Invited, pickInvited } from '../../../src/features/needs/invited.ts';
import { type NeedField, needFields } from '../../../src/features/needs/need-fields.ts';
import { readNeedFile } from '../../../src/features/needs/read-need-file.ts';
import { speak } from '../../../src/texts/speak.ts';
import { syntheticId } from '../../privacy/synthetic-id.ts';

const round = { form: 'need', invited: picked('Troms', 'privat: Solstua') } as const;
const fields = Object.keys(needFields) as NeedField[];
const [id = ''] = fc.sample(syntheticId, { numRuns: 1, seed: 3 });
const description = 'Personalet trenger felles kunnskap om overganger mellom barnehage og skole.';

function picked(...lines: readonly string[]): Invited[] {
  const all = pickInvited(lines);
  if (!all.ok) throw new Error(all.refusal.code);
  return [...all.value];
}

const read = (csv: string, asked: Parameters<typeof readNeedFile>[1] = round) =>
  readNeedFile(csv, asked, needFileWords());
const oneLine = (...cells: readonly (readonly [string, string])[]) =>
  read(
    [
      ['Kommunenummer', 'Tittel', ...cells.map(([name]) => name)].join(';'),
      ['5501', 'Trygge overganger', ...cells.map(([, cell]) => cell)].join(';'),
    ].join('\n'),
  );
const problemsOf = (...cells: readonly (readonly [string, string])[]) =>
  oneLine(...cells).bad.map(({ code, field }) => [code, field]);

describe.each(['nb', 'nn', 'en'] as const)('in %s', language => {
  const speech = speak(language, 'Europe/Oslo');

  test('every field is known by what the forms call it', () => {
    const read = fields.map(field => needFileWords().columnOf(speech.say.need.labels[field]));
    expect(read).toEqual(fields);
  });

  test('every choice is known by its name', () => {
    for (const field of fields) {
      const choices = [...choicesFor(field, speech)];
      expect([field, choices.map(([, name]) => needFileWords().codeOf(field, name))]).toEqual([
        field,
        choices.map(([code]) => code),
      ]);
    }
  });

  test('a month is known as it is shown', () => {
    expect(needFileWords().codeOf('from', monthText('2027-08', speech))).toBe('2027-08');
  });
});

describe('a file of needs', () => {
  test('is read whole, with names for codes, amounts by year and recipient, and both kinds of quotes and lines', () => {
    const { good, bad } = read(
      [
        'Part;Kommunenummer;Nummer;Type melding;Tittel;Tema;Sektorer;Hva trenger dere å bli bedre på?;Første måned;Eier 2027;Partner 2027;Koordinering 2027;Eier 2028;Ønsker dere Statped med?;Dato for forankring;Virksomheter som deltar;Eget notat',
        `"Tromsø kommune";5501;;nytt behov;"Trygge; gode overganger";"overganger, ledelse og organisasjonsutvikling";grunnskole og PP-tjenesten;"${description}\nOg mer."; august 2027;1.000.000;150 000;;200000;ja;31.01.2027;"Solstua\nFjellheim";noe`,
      ].join('\r\n'),
    );
    expect(bad).toEqual([]);
    expect(good).toEqual([
      {
        line: 2,
        party: 'kommune|5501',
        content: {
          kind: 'new',
          title: 'Trygge; gode overganger',
          themes: ['transitions', 'leadership'],
          sectors: ['primarySchool', 'eps'],
          description: `${description}\nOg mer.`,
          from: '2027-08',
          amounts: [
            { year: 2027, owner: 1_000_000, partner: 150_000, coordination: 0 },
            { year: 2028, owner: 200_000, partner: 0, coordination: 0 },
          ],
          wantsStatped: true,
          anchoredOn: '2027-01-31',
          participants: ['Solstua', 'Fjellheim'],
        },
      },
    ]);
  });

  test.each([
    ['5501', 'kommune|5501'],
    ['5401', 'kommune|5501'],
    ['1902', 'kommune|5501'],
    ['Tromsø', 'kommune|5501'],
    ['Hárstták', 'kommune|5503'],
  ])('knows the municipality by %s', (municipality, party) => {
    expect(read(`kommune;tittel\n${municipality};Trygge overganger`).good.map(each => each.party)).toEqual([party]);
  });

  test.each([
    ['Solstua', 'eier|solstua'],
    ['Troms fylkeskommune', 'fylke|55'],
    ['Tromsø kommune', 'kommune|5501'],
  ])('knows the party by the name %s', (name, party) => {
    expect(read(`part;tittel\n${name};Trygge overganger`).good.map(each => each.party)).toEqual([party]);
  });

  test('gives nothing to a municipality that another party in it has written', () => {
    const { good, bad } = read(
      [
        'Part;Kommunenummer;Tittel',
        'Ukjent eier AS;5501;Trygge overganger',
        'Tromsø;5501;Trygge overganger',
        'Solstua;5501;Trygge overganger',
      ].join('\n'),
    );
    expect(bad).toEqual([{ line: 2, code: 'not-invited', field: 'party' }]);
    expect(good.map(({ party }) => party)).toEqual(['kommune|5501', 'eier|solstua']);
  });

  test('names a municipality number there is not, and says of others only where they stand', () => {
    const { good, bad } = read(
      [
        'Part;Kommunenummer;Tittel',
        ';9999;Trygge overganger',
        ';Andeby;Trygge overganger',
        ';;Trygge overganger',
        ';5601;Trygge overganger',
        'Ukjent eier;;Trygge overganger',
        ';5501;',
        ';5501;Trygge overganger',
        ';5501;trygge  Overganger',
      ].join('\n'),
    );
    expect(bad).toEqual([
      { line: 2, code: 'unknown-municipality', field: 'municipality', number: '9999' },
      { line: 3, code: 'unknown-municipality', field: 'municipality' },
      { line: 4, code: 'no-party' },
      { line: 5, code: 'not-invited', field: 'municipality' },
      { line: 6, code: 'not-invited', field: 'party' },
      { line: 7, code: 'required', field: 'title' },
      { line: 9, code: 'repeated-need', field: 'title' },
    ]);
    expect(good.map(({ line }) => line)).toEqual([8]);
  });

  test.each([
    ['Egenandel i kroner', '1 000,5', 'not-whole'],
    ['Egenandel i kroner', '-5', 'negative'],
    ['Egenandel i kroner', 'mye', 'not-a-number'],
    ['Eier 2027', '1 000,5', 'not-whole'],
    ['Eier 2027', '-100', 'negative'],
    ['Hva trenger dere å bli bedre på?', 'kort', 'too-short'],
    ['Tema', 'romfart', 'unknown-word'],
    ['Tema', 'traumer, overganger, psykisk helse, begynneropplæring', 'too-many'],
    ['Første måned', 'snart', 'unknown-word'],
    ['Dato for forankring', 'i fjor', 'invalid'],
    [
      'Virksomheter som deltar',
      `"${Array.from({ length: 201 }, (_, at) => `Barnehage ${at}`).join('\n')}"`,
      'too-many',
    ],
  ])('%s: %.20s is %s', (column, cell, code) => {
    const [problem, ...others] = problemsOf([column, cell]);
    expect([problem?.[0], others]).toEqual([code, []]);
  });

  test('a national identity number breaks its line alone, wherever it stands, and is nowhere in what was read', () => {
    const lines = [
      `5501;Trygge overganger;${description};`,
      `5503;Trygge ${id};${description};`,
      `5510;Trygge overganger;${description} ${id.slice(0, 6)} ${id.slice(6)};`,
      `5512;Trygge overganger;${description};${id}`,
      `${id};Trygge overganger;${description};`,
      `5514;${id.slice(0, 6)};${id.slice(6)};`,
      `5516;Trygge overganger;${description};`,
    ];
    const file = read(
      ['Kommunenummer;Tittel;Beskrivelse;Ukjent kolonne'.replace('Beskrivelse', 'description'), ...lines].join('\n'),
    );
    expect(file.good.map(({ line }) => line)).toEqual([2, 8]);
    expect(file.bad.map(({ line, code }) => [line, code])).toEqual([3, 4, 5, 6, 7].map(line => [line, 'national-id']));
    expect(JSON.stringify(file)).not.toContain(id.slice(6));
  });

  test('two amounts beside each other are no such number', () => {
    expect(oneLine(['Eier 2027', id.slice(0, 6)], ['Partner 2027', id.slice(6)]).bad).toEqual([]);
  });

  test('a quote that never closes loses nothing before it', () => {
    const { good, bad } = read('Kommunenummer;Tittel\n5501;Trygge overganger\n5503;"Trygge overganger\n5510;Mer');
    expect([good.map(({ line }) => line), bad]).toEqual([[2], [{ code: 'open-quote', line: 3 }]]);
  });

  test('asks for what it cannot be read without, and reads nothing without it', () => {
    expect(read('Tittel\nTrygge overganger').bad).toEqual([{ code: 'missing-column', line: 1, field: 'municipality' }]);
    expect(read('Kommunenummer;Tittel;Tittel').bad).toEqual([{ code: 'empty-file', line: 1 }]);
    expect(read('Kommunenummer;Tittel;Tittel\n5501;A;B').bad).toEqual([
      { code: 'repeated-column', line: 1, field: 'title' },
    ]);
  });

  test('for an innspill reads no more than an innspill asks for', () => {
    const { good } = read('Kommunenummer\tTittel\tPartner\tEier 2027\n5501\tTrygge overganger\tUiT\t5', {
      ...round,
      form: 'input',
    });
    expect(good.map(({ content }) => content)).toEqual([{ title: 'Trygge overganger' }]);
  });

  test('tells which texts may tell of one child', () => {
    expect(oneLine(['Mer om grunnlaget', 'Gutt på 7 år med autisme']).telling).toEqual([
      { line: 2, field: 'analysisText', why: 'child-with-diagnosis' },
    ]);
  });
});

test('what a network calls by its own words is known by them and by its usual name, and what it has added', () => {
  const added = [{ code: 'own1abc', name: 'Søvn og hvile', isHidden: false }];
  const { codeOf } = needFileWords({ themes: { renamed: { trauma: 'Traumebevisst praksis' }, added } });
  expect(
    ['traumebevisst praksis', 'Traumer', 'søvn og hvile', 'noe annet'].map(words => codeOf('themes', words)),
  ).toEqual(['trauma', 'trauma', 'own1abc', undefined]);
});
