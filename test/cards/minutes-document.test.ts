import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import type { MinutesCase, MinutesContent } from '../../cards/meetings/minutes-content.ts';
import { minutesDocument } from '../../cards/meetings/minutes-document.ts';
import type { Instant } from '../../src/world.ts';
import { meetingMinutes, minutesSpeech } from './minutes-example.ts';
import { nastyTexts } from './nasty-texts.ts';

const nb = minutesSpeech('nb');

/** As another library reads the document. */
async function textOf(document: Uint8Array): Promise<string> {
  const { value, messages } = await mammoth.extractRawText({ buffer: Buffer.from(document) });
  expect(messages).toEqual([]);
  return value;
}

async function htmlOf(document: Uint8Array): Promise<string> {
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(document) },
    {
      styleMap: ['Lead', 'Fact', 'Quiet', 'Conclusion', 'Cell', 'CellHead'].map(
        style => `p.${style} => p.${style}:fresh`,
      ),
    },
  );
  expect(messages).toEqual([]);
  return value;
}

function partOf(document: Uint8Array, name: string): string {
  const part = unzipSync(document)[name];
  return part ? strFromU8(part) : '';
}

/** Holds what a document says against a file of its lines; a missing file is written, and fails once. */
function expectGoldenText(name: string, text: string): void {
  const file = new URL(`./golden/${name}.txt`, import.meta.url);
  const lines = `${text.replace(/\n+/g, '\n').trim()}\n`;
  if (!existsSync(file)) {
    writeFileSync(file, lines);
    throw new Error(`golden ${name}: written now; read it and run again`);
  }
  expect(lines).toBe(readFileSync(file, 'utf8'));
}

test.each(['nb', 'nn'] as const)('every text is there, in order (%s)', async language => {
  expectGoldenText(`minutes-${language}`, await textOf(await minutesDocument(meetingMinutes, minutesSpeech(language))));
});

test('a record tells what came of the cases, and not what was shown and said', async () => {
  const text = await textOf(await minutesDocument({ ...meetingMinutes, kind: 'record' }, nb));
  expectGoldenText('record-nb', text);
  expect(text).not.toContain('Drøfting\n');
  expect(text).not.toContain('ble det sagt');
});

describe('a screen reader is told', () => {
  test('the headings, and the header row of every table', async () => {
    const html = await htmlOf(await minutesDocument(meetingMinutes, nb));
    const headings = [...html.matchAll(/<h([1-6])>(.*?)<\/h\1>/g)].map(([, level, title]) => `${level} ${title}`);
    expect(headings.slice(0, 8)).toEqual([
      '1 Referat fra møte 2/27',
      '2 Til stede',
      '2 Forfall',
      '2 Observatører',
      '2 Sak 1/27: Godkjenning av referat fra møte 1/27',
      '3 Lagt fram',
      '3 Konklusjon',
      '2 Sak 2/27: Innstilling om kompetansetiltak for 2027/28',
    ]);
    expect(html.match(/<table>/g)).toHaveLength(3);
    expect(html.match(/<table><thead><tr>(<th>.*?<\/th>)+<\/tr><\/thead><tbody>/g)).toHaveLength(3);
  });

  test.each([
    ['nb', 'nb-NO'],
    ['nn', 'nn-NO'],
  ] as const)('the language (%s)', async (language, tag) => {
    const document = await minutesDocument(meetingMinutes, minutesSpeech(language));
    expect(partOf(document, 'word/styles.xml')).toContain(`<w:lang w:val="${tag}"/>`);
  });

  test('the title, and nobody’s name as the author', async () => {
    const properties = partOf(await minutesDocument(meetingMinutes, nb), 'docProps/core.xml');
    expect(properties).toContain(`<dc:title>Referat fra møte 2/27 – ${meetingMinutes.network}</dc:title>`);
    expect(properties).not.toMatch(/creator|lastModifiedBy|Un-named/);
    expect(properties.match(/2027-03-09T11:00:00\.000Z/g)).toHaveLength(2);
  });
});

test('every page names the network and the meeting, and its number', async () => {
  // What the docx package calls the page's number in its own options is a name like any other in ours.
  const document = await minutesDocument({ ...meetingMinutes, network: 'CURRENT' }, nb);
  expect(partOf(document, 'word/header1.xml')).toContain('>CURRENT<');
  expect(partOf(document, 'word/header1.xml')).toContain('Møte 2/27');
  expect(partOf(document, 'word/footer1.xml')).toMatch(/Side .*PAGE.* av .*NUMPAGES/);
});

test('papers are links; an address no document should open is left as words', async () => {
  const html = await htmlOf(await minutesDocument(meetingMinutes, nb));
  expect(html).toContain(
    '<a href="https://laget.example/papir/2?a=1&amp;b=2">Samlet oversikt over behov, 39 kommuner</a>',
  );
  expect(html).toContain('<li>Utkast til plan</li>');
  expect(html).not.toContain('javascript');
});

test('an empty meeting is still minutes', async () => {
  const empty: MinutesContent = {
    kind: 'minutes',
    network: meetingMinutes.network,
    number: '3/27',
    startsAt: meetingMinutes.startsAt,
    endsAt: meetingMinutes.endsAt,
    present: [],
    absent: [],
    observers: [],
    cases: [],
    version: { ...meetingMinutes.version, state: 'draft' },
  };
  const text = await textOf(await minutesDocument(empty, nb));
  expect(text).toContain('Ingen er ført opp som møtt.');
  expect(text).not.toMatch(/Forfall|Observatører|Neste møte|Sted/);
});

test('whoever leads and has no seat stands among those present', async () => {
  const leading = [{ name: 'Kari Trestakk', role: 'coordinator' }] as const;
  const text = await textOf(await minutesDocument({ ...meetingMinutes, leading }, nb));
  expect(text).toMatch(/Uten plass\s+Kari Trestakk \(koordinator\)/);
});

test('seats that neither came nor gave notice are named, by their party where nobody holds them', async () => {
  const unheard = [
    { party: 'KS', name: 'Mikkel Rev' },
    { party: 'Tana kommune', name: '' },
  ];
  const text = await textOf(await minutesDocument({ ...meetingMinutes, unheard }, nb));
  expect(text).toMatch(/Ikke møtt, uten forfall\s+KS: Mikkel Rev\s+Tana kommune\s+Observatører/);
});

test('approved minutes say in which meeting and when', async () => {
  const approved = { inMeeting: '3/27', at: '2027-04-13T07:00:00.000Z' as Instant };
  const text = await textOf(await minutesDocument({ ...meetingMinutes, approved }, nb));
  expect(text).toContain('Godkjent i møte 3/27, tirsdag 13. april 2027 kl. 09.00.');
  expect(text).not.toContain('Ikke godkjent');
});

test('minutes approved over comments say when, and why', async () => {
  const approved = { at: '2027-04-13T07:00:00.000Z' as Instant, reason: 'Siste møte før sommeren.' };
  const text = await textOf(await minutesDocument({ ...meetingMinutes, approved }, nb));
  expect(text).toMatch(
    /Godkjent tirsdag 13\. april 2027 kl\. 09\.00\.\s+Godkjent før alle merknader .* Grunn: Siste møte før sommeren\./,
  );
});

const aCase: MinutesCase = {
  number: '9/27',
  type: 'decision',
  title: 'Sak',
  recused: [],
  presented: [],
  dissent: [],
  followUps: [],
};

function withDiscussion(discussion: string): MinutesContent {
  return { ...meetingMinutes, cases: [{ ...aCase, discussion }] };
}

describe('what people write survives', () => {
  test('letters, marks and pictures', async () => {
    const written = 'Á č đ ŋ š ŧ ž å æ ø & < > " \' &amp; <w:p/> 👩🏽‍🏫 שלום';
    expect(await textOf(await minutesDocument(withDiscussion(written), nb))).toContain(written);
  });

  test('a discussion of 20,000 characters, a paragraph for each line', async () => {
    const line = 'Forumet drøftet om tiltak i Kárášjohka & Guovdageaidnu skal vente.';
    const written = Array.from({ length: Math.ceil(20_000 / line.length) }, (_, at) => `${at} ${line}`);
    const text = await textOf(await minutesDocument(withDiscussion(written.join('\r\n')), nb));
    expect(text).toContain(written.join('\n\n'));
  });

  test('without what no document can hold', async () => {
    const text = await textOf(await minutesDocument(withDiscussion('a\u0000b\u0007c\ud800d\u000be\ufffff'), nb));
    expect(text).toContain('\nabc\ufffddef\n');
    const followUps = [{ what: '\u0000', who: '' }];
    const blank = await minutesDocument({ ...meetingMinutes, cases: [{ ...aCase, followUps }] }, nb);
    expect(partOf(blank, 'word/document.xml')).not.toMatch(/<w:tc>(?:(?!<w:p>).)*?<\/w:tc>/);
  });

  test('any words, in every place, in order', async () => {
    const words = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom(...nastyTexts));
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 9, maxLength: 9 }), async written => {
        const marked = written.map((text, at) => `[${at}]${text}[/${at}]`);
        const [
          network = '',
          place = '',
          party = '',
          name = '',
          title = '',
          said = '',
          concluded = '',
          what = '',
          who = '',
        ] = marked;
        const minutes: MinutesContent = {
          ...meetingMinutes,
          network,
          place,
          present: [{ party, name, standing: 'holder' }],
          cases: [
            {
              ...aCase,
              title,
              discussion: said,
              conclusion: { method: 'noted', text: concluded },
              followUps: [{ what, who }],
            },
          ],
        };
        const shown = seen(await textOf(await minutesDocument(minutes, nb)));
        let at = -1;
        for (const each of marked) {
          const next = shown.indexOf(seen(each), at + 1);
          expect({ each, isAfter: next > at }).toEqual({ each, isAfter: true });
          at = next;
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Without what a reader may do with spaces and with characters no document can hold. */
function seen(text: string): string {
  return text.replace(/[\p{Cc}\s\ufffe\uffff]+/gu, '');
}

test('the same minutes are the same bytes, at any time and on any machine', async () => {
  const hashOf = (document: Uint8Array) => createHash('sha256').update(document).digest('hex');
  const document = await minutesDocument(meetingMinutes, nb);
  const hash = hashOf(document);
  expect(hashOf(await minutesDocument(meetingMinutes, nb))).toBe(hash);
  expect(hashOf(await minutesDocument({ ...meetingMinutes, number: '4/27' }, nb))).not.toBe(hash);
  const script = `import { createHash } from 'node:crypto';
    import { minutesDocument } from './cards/meetings/minutes-document.ts';
    import { meetingMinutes, minutesSpeech } from './test/cards/minutes-example.ts';
    const document = await minutesDocument(meetingMinutes, minutesSpeech('nb'));
    process.stdout.write(createHash('sha256').update(document).digest('hex'));`;
  const run = spawnSync(process.execPath, ['--no-warnings', '--input-type=module-typescript', '-e', script], {
    cwd: new URL('../../', import.meta.url),
    encoding: 'utf8',
    env: { TZ: 'Pacific/Chatham' },
  });
  expect(run.stderr).toBe('');
  expect(run.stdout).toBe(hash);
  expect(Object.keys(unzipSync(document))[0]).toBe('[Content_Types].xml');
});
