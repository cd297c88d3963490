/** What is handed over, on both platforms: files for those who handle needs, and a document for whoever sent one. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import type { Answer } from '../../src/playground/fake-chat.ts';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type House, openHouse } from './open-house.ts';
import { type Person, person, told } from './people.ts';
import type { Who } from './sides.ts';

let house: House;
const as = ([key, organisation]: Who): Person => person(house, key, organisation);

beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => {
  await house.close();
  expectNoTrouble(house);
});

const parts: readonly { side: string; leader: Who; one: Who; stranger: Who }[] = [
  {
    side: 'Teams',
    leader: ['kari', 'statsforvalteren'],
    one: ['askeladden', 'kommunene'],
    stranger: ['huldra', 'kommunene'],
  },
  {
    side: 'Slack',
    leader: ['kari', 'organisasjonene'],
    one: ['mikkel', 'organisasjonene'],
    stranger: ['herreper', 'organisasjonene'],
  },
];

const innspill = {
  title: '=1+1 og č đ ŋ',
  sectors: ['kindergarten', 'primarySchool'],
  themes: ['transitions'],
  description: 'Personalet trenger felles kunnskap om overganger mellom barnehage og skole.',
  targetGroups: ['teachers'],
  participantCount: '1 200',
};

/** Every address in what was told, in the order it stands. */
function linksIn({ whispers }: Answer): readonly string[] {
  const raw = JSON.stringify(whispers.map(each => each.raw));
  return [...new Set(raw.match(/https?:\/\/[^"\\|>)\s]+\/file\/[\w.~=-]+/g))];
}

async function fetched(url: string) {
  const response = await fetch(url);
  const name = /filename="?([^";]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return { status: response.status, name, bytes: new Uint8Array(await response.arrayBuffer()) };
}

async function wordsIn(document: Uint8Array): Promise<string> {
  return (await mammoth.extractRawText({ buffer: Buffer.from(document) })).value;
}

describe.each(parts)('files of a round, on $side', ({ leader, one, stranger }) => {
  beforeEach(async () => {
    const invited = 'Tromsø kommune ; Harstad kommune ; privat: Utdanningsforbundet';
    await as(leader).writes(`innhenting kollektiv 2027 ; ${invited} ; innspill ; frist 1. februar`);
    await as(leader).pressesPrivately('Åpne innhentingen');
    await house.settle();
    const { form } = await as(one).presses('Meld inn');
    if (!form) throw new Error('No form was opened');
    await as(one).sends(form, innspill);
  });

  test('whoever leads fetches the overview, the table and the documents, by words and by button', async () => {
    const answer = await as(leader).writes('filer 1');
    expect(told(answer)).toContain('Filer fra innhenting 1');
    expect(told(answer)).toContain('1 melding er sendt');
    const files = await Promise.all(linksIn(answer).map(fetched));
    expect(files.map(({ status, name }) => `${status} ${name}`)).toEqual([
      '200 oversikt-innhenting-1-2027-nb.docx',
      '200 oversikt-innhenting-1-2027-nn.docx',
      '200 overview-round-1-2027-en.docx',
      '200 behov-innhenting-1-2027.xlsx',
      '200 behov-innhenting-1-2027.csv',
      '200 dokumenter-innhenting-1-2027.zip',
    ]);
    const [nb, nn, , xlsx, csv, zip] = files.map(({ bytes }) => bytes);
    expect(await wordsIn(nb ?? new Uint8Array())).toMatch(/1 av 3 inviterte.*=1\+1 og č đ ŋ/s);
    expect(await wordsIn(nn ?? new Uint8Array())).toContain('Oversikt over innhenting 1');
    expect(Object.keys(unzipSync(xlsx ?? new Uint8Array()))).toContain('xl/workbook.xml');
    expect(strFromU8(csv ?? new Uint8Array())).toMatch(/;'=1\+1 og č đ ŋ;/);
    const documents = unzipSync(zip ?? new Uint8Array());
    expect(Object.keys(documents)).toEqual(['BM-2027-0001.docx']);
    expect(await wordsIn(documents['BM-2027-0001.docx'] ?? new Uint8Array())).toContain(innspill.description);

    await as(leader).writes('innhenting 1');
    expect(linksIn(await as(leader).pressesPrivately('Filer'))).toHaveLength(6);
    expect(linksIn(await as(leader).writes('files'))).toHaveLength(6);
  });

  test('the files are called what they are in the language of whoever fetches them', async () => {
    await as(one).presses('Meld inn');
    const { form } = await as(one).pressesPrivately('Ny');
    if (!form) throw new Error('No form was opened');
    await as(one).sends(form, { ...innspill, title: 'Et til om overganger' });
    await as(leader).writes('slå sammen BM-2027-0001, BM-2027-0002 : Felles om overganger');
    await as(leader).writes('språk nn');
    const files = await Promise.all(linksIn(await as(leader).writes('filer 1')).map(fetched));
    const documents = files.at(-1);
    expect(documents?.name).toBe('dokument-innhenting-1-2027.zip');
    expect(Object.keys(unzipSync(documents?.bytes ?? new Uint8Array()))).toEqual(['felles-behov-1.docx']);
  });

  test('nobody else does', async () => {
    const answer = await as(stranger).writes('filer 1');
    expect(told(answer)).toContain(
      'Bare koordinatoren og lederen kan hente filene fra innhentingen. Skriv «mine meldinger»',
    );
    expect(linksIn(answer)).toEqual([]);
  });

  test('links lapse', async () => {
    const links = linksIn(await as(leader).writes('filer 1'));
    house.clock.advance(10 * 60_000);
    expect(await Promise.all(links.map(each => fetched(each).then(({ status }) => status)))).toEqual(
      links.map(() => 404),
    );
  });

  test('a party has its own need as a document, and nobody else has', async () => {
    await as(one).writes('melding BM-2027-0001');
    const [link = ''] = linksIn(await as(one).pressesPrivately('Dokument', 'BM-2027-0001'));
    const file = await fetched(link);
    expect(file).toMatchObject({ status: 200, name: 'BM-2027-0001.docx' });
    expect(await wordsIn(file.bytes)).toContain(innspill.description);
    expect(linksIn(await as(one).writes('fil bm 2027 1'))).toHaveLength(1);
    const answer = await as(stranger).writes('filer BM-2027-0001');
    expect(told(answer)).toContain('Jeg finner ikke');
    expect(linksIn(answer)).toEqual([]);
  });
});
