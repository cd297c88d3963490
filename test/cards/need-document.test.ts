import { describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { entryDocument } from '../../cards/needs/need-document.ts';
import { type SetOverview, setOverview } from '../../cards/needs/set-overview.ts';
import type { SetEntry } from '../../src/features/needs/need-set.ts';
import { speak } from '../../src/texts/speak.ts';
import { everyCount } from './every-card-totals.ts';
import { nastyTexts } from './nasty-texts.ts';
import { exampleCoverage, exampleSet, readAt, threeGiven } from './need-set-example.ts';

const network = 'PP-ledernettverk Troms og Finnmark';
const bundled = exampleSet(threeGiven, { bundled: [0, 2] });
const nb = speak('nb', 'Europe/Oslo');

async function textOf(document: Uint8Array): Promise<string> {
  const { value, messages } = await mammoth.extractRawText({ buffer: Buffer.from(document) });
  expect(messages).toEqual([]);
  return value.replace(/\n+/g, '\n');
}

async function htmlOf(document: Uint8Array): Promise<string> {
  const styleMap = ['Lead', 'Fact', 'Quiet', 'Cell', 'CellHead', 'CellSum'].map(each => `p.${each} => p.${each}:fresh`);
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(document) },
    { styleMap: [...styleMap, "p[style-name='heading 4'] => h4:fresh"] },
  );
  expect(messages).toEqual([]);
  return value;
}

function headingsIn(html: string): readonly string[] {
  return [...html.matchAll(/<h([1-6])>(.*?)<\/h\1>/g)].map(([, level, title]) => `${level} ${title}`);
}

const documentOf = (entry: SetEntry | undefined, set = bundled, speech = nb) => {
  if (!entry) throw new Error('The set has no such entry');
  return entryDocument(entry, { network, round: set.round, nameOf: () => 'Kari Trestakk' }, speech);
};

describe('the document of a need', () => {
  const single = exampleSet(threeGiven.slice(0, 1));

  test('holds all of it by the pages’ headings, what lacked and why, and what was done', async () => {
    const document = await documentOf(single.entries[0], single);
    const text = await textOf(document);
    for (const said of [
      'Behovsmelding BM-2027-0001',
      'Trygge overganger fra barnehage til skole',
      'PPT for Tromsø',
      'august 2027',
      'Ingen partner er valgt.',
      'Vi venter på svar fra UiT',
      'Godtatt som fullstendig av Kari Trestakk',
      'https://example.no/plan?a=1&b=2',
    ]) {
      expect(text).toContain(said);
    }
    expect(headingsIn(await htmlOf(document)).filter(each => !each.startsWith('3'))).toEqual([
      '1 Behovsmelding BM-2027-0001',
      '2 Hvem',
      '2 Hva og hvorfor',
      '2 Hvordan, partner og penger',
      '2 Mangler som er begrunnet',
      '2 Hva som er gjort',
    ]);
  });

  test('tells as the chat does that it came in a file, and who took a step with their own', async () => {
    const [entry] = single.entries;
    const [need] = entry?.needs ?? [];
    if (!entry || !need) throw new Error('The set is empty');
    const takenIn = { at: need.startedAt, by: need.startedBy, revision: 1 };
    const history = need.history.map(each => (each.step === 'accept' ? { ...each, isOwn: true } : each));
    const text = await textOf(await documentOf({ ...entry, needs: [{ ...need, takenIn, history }] }, single));
    expect(text).toContain('Tatt inn fra fil av Kari Trestakk');
    expect(text).toContain('Godtatt som fullstendig av Kari Trestakk, som selv svarer for Tromsø kommune');
  });

  test('sums its amounts, each table with a row that names its columns', async () => {
    const html = await htmlOf(await documentOf(single.entries[0], single));
    expect(html.match(/<table><thead>/g)).toHaveLength(2);
    const cells = [...html.matchAll(/<p class="CellSum">(.*?)<\/p>/g)].map(([, text = '']) => text.replace(/\s/g, ''));
    expect(cells).toEqual(['Tilsammen', '1600000', '450000', '50000', '2100000']);
  });

  test('of several made one has sums first, and then each of them whole', async () => {
    const document = await documentOf(bundled.entries[0]);
    expect(headingsIn(await htmlOf(document)).filter(each => /^[12]/.test(each))).toEqual([
      '1 Felles behov 1',
      '2 Beløp det søkes om',
      '2 BM-2027-0001: Trygge overganger fra barnehage til skole',
      '2 BM-2027-0003: Overganger i små kommuner',
    ]);
    const text = await textOf(document);
    expect(text).toMatch(/Slått sammen av\s+BM-2027-0001 og BM-2027-0003/);
    expect(text).toMatch(/Deltakere\s+280/);
    expect(text).toMatch(/Til sammen\s+2\s000\s000\s+750\s000\s+100\s000\s+2\s850\s000/);
  });

  test.each(['nb', 'nn', 'en'] as const)('is the same bytes for the same need (%s)', async language => {
    const speech = speak(language, 'Europe/Oslo');
    expect(await documentOf(bundled.entries[0], bundled, speech)).toEqual(
      await documentOf(bundled.entries[0], bundled, speech),
    );
  });

  test('keeps any words, however long, and two hundred who take part', async () => {
    const participants = Array.from({ length: 200 }, (_, at) => `Skole nummer ${at} & Čáhppesjávri <đŋ>`);
    const content = {
      title: 'č đ ŋ & < å',
      participants,
      description: 'Å'.repeat(3000),
      goal: nastyTexts.join('\n').toWellFormed(),
    };
    const set = exampleSet([{ party: 'kommune|5610', content }]);
    const text = await textOf(await documentOf(set.entries[0], set));
    for (const said of [content.title, content.description, ...participants]) expect(text).toContain(said);
    for (const said of nastyTexts) expect(text).toContain(said);
  });

  test('is there for an innspill, and for one that holds next to nothing', async () => {
    const set = exampleSet([{ party: 'kommune|5501' }, { party: 'kommune|5503', content: {} }], { form: 'input' });
    const [whole, empty] = await Promise.all(set.entries.map(entry => documentOf(entry, set).then(textOf)));
    expect(whole).toContain('Innspill BM-2027-0001');
    expect(whole).not.toContain('Partner');
    expect(empty).toContain('Uten tittel ennå');
  });
});

describe('the overview', () => {
  const overviewOf = (set = bundled, more: Partial<SetOverview> = {}, speech = nb) =>
    setOverview({ network, set, coverage: exampleCoverage(set), at: readAt, ...more }, speech);

  test('lists the entries in order, and its sums are those of what stands above them', async () => {
    const html = await htmlOf(await overviewOf());
    const [table = ''] = /<table>.*?<\/table>/.exec(html) ?? [];
    const rows = [...table.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
      [...row.matchAll(/<t[dh]>(.*?)<\/t[dh]>/g)].map(([, cell = '']) =>
        cell.replace(/<\/p><p[^>]*>/g, ' ').replace(/<[^>]+>/g, ''),
      ),
    );
    expect(rows).toHaveLength(4);
    expect(rows[1]?.slice(0, 4)).toEqual([
      'Felles behov 1 BM-2027-0001 BM-2027-0003',
      'Tromsø kommune',
      'Felles plan for overganger i nord',
      'august 2027 – juni 2029',
    ]);
    const number = (text = '') => Number(text.replace(/\s/g, ''));
    const [, first = [], second = [], sum = []] = rows;
    for (const column of [4, 5, 6, 7]) {
      expect(number(sum[column])).toBe(number(first[column]) + number(second[column]));
    }
    expect(number(sum[7])).toBe(2_850_000);
    expect(number(sum[7])).toBe(number(sum[4]) + number(sum[5]) + number(sum[6]));
  });

  test('says how many have answered, by county and type of owner', async () => {
    const text = await textOf(await overviewOf());
    expect(text).toContain('3 av 6 inviterte');
    expect(text).toMatch(/Troms\s+2\s+4\s/);
    expect(text).toMatch(/Kommune\s+3\s+4\s/);
    expect(text).toContain('Slik det sto onsdag 3. februar 2027 kl. 10.00.');
  });

  test('has their ranks where they were ranked', async () => {
    const rank = new Map([['BM-2027-0002', 1]]);
    expect(await textOf(await overviewOf(bundled, { rank }))).toMatch(/Rang\s.*\s1\s+BM-2027-0002/s);
    expect(await textOf(await overviewOf())).not.toContain('Rang');
  });

  test('is the same whatever is told of themes, target groups, sectors, people and reasons', async () => {
    const told = exampleSet(threeGiven.slice(1));
    const untold = exampleSet(
      told.entries.map(({ responsible, content: { title, from, to, amounts } }) => ({
        party: responsible.key,
        content: { ...(title && { title }), ...(from && { from }), ...(to && { to }), ...(amounts && { amounts }) },
      })),
    );
    for (const language of ['nb', 'nn', 'en'] as const) {
      const speech = speak(language, 'Europe/Oslo');
      expect(await overviewOf(told, {}, speech)).toEqual(await overviewOf(untold, {}, speech));
    }
  });

  test('has the totals that everyone may see, every list whole, and says what is not shown', async () => {
    const counted = everyCount.everything;
    const text = await textOf(await overviewOf(bundled, { counted }));
    expect(text).toContain('Tema og målgrupper');
    expect(text).toMatch(/Målgrupper\s+Valgt av\s+Ansatte i barnehage\s+300 av 357/);
    expect(text).not.toContain('… og');
    expect(await textOf(await overviewOf(bundled, { counted: everyCount.usual }))).toContain(
      'Det som færre enn 3 har valgt',
    );
    expect(await textOf(await overviewOf(bundled, { counted: everyCount['too few'] }))).toContain(
      'Færre enn 3 parter har meldt inn',
    );
    expect(await textOf(await overviewOf())).not.toContain('Valgt av');
  });

  test('of nothing, and of innspill, has no sums', async () => {
    expect(await textOf(await overviewOf(exampleSet([])))).toContain('Ingen meldinger er sendt.');
    const inputs = await textOf(await overviewOf(exampleSet(threeGiven, { form: 'input' })));
    expect(inputs).not.toMatch(/Sum|Periode|kroner/);
  });

  test('is the same bytes for the same set, on its side', async () => {
    expect(await overviewOf()).toEqual(await overviewOf());
    const part = unzipSync(await overviewOf())['word/document.xml'];
    expect(part && strFromU8(part)).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
  });
});
