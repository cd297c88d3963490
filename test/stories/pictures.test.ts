/** A round's posting with its picture: fetched as a chat fetches it, another for other numbers, and never in the way. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Answer, SeenForm } from '../../src/playground/fake-chat.ts';
import { readPng } from '../pictures/read-png.ts';
import { expectNoTrouble } from './expect-no-trouble.ts';
import { type House, openHouse } from './open-house.ts';
import { type Person, person, readable, told } from './people.ts';
import { sides, type Who } from './sides.ts';

let house: House;
const as = ([key, organisation]: Who): Person => person(house, key, organisation);

beforeEach(async () => {
  // As the playground and every server that is reached by https.
  house = await openHouse(undefined, { set: { hasPlayground: true } });
});
afterEach(async () => {
  await house.close();
  expectNoTrouble(house);
});

const words = 'Innspill til kollektiv kompetanseutvikling 2027';
const innspill = {
  title: 'Trygge overganger',
  sectors: ['kindergarten', 'primarySchool'],
  themes: ['transitions'],
  description: 'Personalet trenger felles kunnskap om overganger mellom barnehage og skole.',
  targetGroups: ['teachers'],
  participantCount: '40',
};

function formOf(answer: Answer): SeenForm {
  if (!answer.form) throw new Error(`No form was opened: ${told(answer)}`);
  return answer.form;
}

/** In what was really sent, whichever platform's form it has. */
function pictureUrlsIn(raw: unknown): readonly string[] {
  return [...new Set(JSON.stringify(raw).match(/http[^"]*\/picture\/[^"]+\.png/g) ?? [])];
}

async function settled(): Promise<void> {
  for (let times = 0; times < 4; times += 1) await house.settle();
}

describe.each(sides)('the picture of a round, on $side', ({ side, leader }) => {
  const posting = () => as(leader).posting(words);

  async function opened(): Promise<void> {
    await as(leader).writes('innhenting kollektiv 2027 ; Finnmark ; frist 1. februar ; innspill');
    await as(leader).pressesPrivately('Åpne innhentingen');
    await settled();
  }

  /** By one of a municipality, who is in Teams: the posting is redrawn everywhere. */
  async function answered(): Promise<void> {
    const alta = person(house, 'veslefrikk', 'kommunene');
    await alta.sends(formOf(await alta.presses('Meld inn', words)), innspill);
    await settled();
  }

  test('is there for whoever fetches it, tells the same in words, and is another when someone has answered', async () => {
    await opened();
    const [before = '', ...none] = pictureUrlsIn(posting().raw);
    expect(none).toEqual([]);
    const response = await fetch(before);
    expect(response.headers.get('content-type')).toBe('image/png');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(readPng(bytes)).toMatchObject({ width: 630 });
    expect(new Uint8Array(await (await fetch(before)).arrayBuffer())).toEqual(bytes);
    expect(readable(posting())).toMatch(/Har svart\. Alle inviterte: 0 av 19 \(0\s%\), Har ikke begynt \d/);
    expect(readable(posting())).not.toContain('░');

    await answered();
    const [after = ''] = pictureUrlsIn(posting().raw);
    expect(after).not.toBe(before);
    expect((await fetch(after)).status).toBe(200);
    expect(readable(posting())).toMatch(/Har svart\. Alle inviterte: 1 av 19/);
    // What was sent before stands in somebody's archive.
    expect((await fetch(before)).status).toBe(200);
  });

  test('is on the leader’s own card too', async () => {
    await opened();
    await as(leader).writes('innhentinger');
    expect(told(await as(leader).pressesPrivately('Vis innhenting 1'))).toContain('Har svart. Alle inviterte: 0 av 19');
  });

  test('tells no more than the posting: an address altered is none', async () => {
    await opened();
    const [url = ''] = pictureUrlsIn(posting().raw);
    expect((await fetch(url.replace(/\/picture\/./, '/picture/A'))).status).toBe(404);
    expect((await fetch(url.replace('/picture/', '/file/'))).status).toBe(404);
  });

  test('that cannot be fetched lets the posting stand in words', async () => {
    house.slack.hidePictures();
    await opened();
    const text = readable(posting());
    expect(text).toContain('0 av 19 har svart.');
    expect(text.includes('░')).toBe(side === 'Slack');
    await answered();
    expect(readable(posting())).toContain('1 av 19 har svart.');
  });
});
