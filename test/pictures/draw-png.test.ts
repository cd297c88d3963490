/** The picture itself, as a chat fetches it. */
import { expect, test } from '@jest/globals';
import { barsPicture, fills, pictureFont, pictureWidth } from '../../cards/bars-picture.ts';
import { coveragePicture } from '../../cards/needs/coverage-picture.ts';
import { drawPng } from '../../src/pictures/draw-png.ts';
import { counties } from '../../src/reference/municipalities.ts';
import { speak } from '../../src/texts/speak.ts';
import { readPng } from './read-png.ts';

const speech = speak('nb', 'Europe/Oslo');
const numbers = [12, 6, 1, 20, 2];
const many = counties.map(({ number }) => [number, numbers] as const);
const drawn = (groups: typeof many) =>
  barsPicture(coveragePicture({ all: numbers, groups, ...(groups.length > 0 && { by: 'county' }) }, speech));

const dark = ([red = 0, green = 0, blue = 0]: Uint8Array) => red + green + blue < 300;

test.each([0, 2, many.length])(
  'with %i counties is whole, of its size, and in the colours of all five states',
  async n => {
    const { svg, height } = drawn(many.slice(0, n));
    const { pixels, ...size } = readPng(await drawPng(svg));
    expect(size).toEqual({ width: pictureWidth * 1.75, height: Math.ceil(height * 1.75) });
    const seen = new Set<string>();
    let darkPixels = 0;
    for (let at = 0; at < pixels.length; at += 4) {
      seen.add(Buffer.from(pixels.subarray(at, at + 3)).toString('hex'));
      if (dark(pixels.subarray(at, at + 3))) darkPixels += 1;
    }
    expect(Object.values(fills).filter(({ ground }) => !seen.has(ground.slice(1)))).toEqual([]);
    expect(darkPixels / (pixels.length / 4)).toBeGreaterThan(0.05);
  },
);

test('the same numbers give the same bytes, others give others', async () => {
  const [one, again] = [await drawPng(drawn(many).svg), await drawPng(drawn(many).svg)];
  expect(Buffer.from(again).equals(Buffer.from(one))).toBe(true);
  expect(Buffer.from(await drawPng(drawn(many.slice(1)).svg)).equals(Buffer.from(one))).toBe(false);
});

/** A letter that the font lacks is nothing, or a box as every other. */
test('every letter of bokmål, nynorsk, English and Northern Sámi has a shape of its own', async () => {
  const letters = [...'aáåæbcčdđeéfghijklmnŋoøópqrsštŧuvwxyzžAÁÅÆCČDĐNŊOØSŠTŦZŽ–·•0123456789%'];
  for (const weight of ['400', '700']) {
    const shapes = new Set<string>();
    for (const letter of letters) {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" font-family="${pictureFont}" font-size="30" font-weight="${weight}"><text x="5" y="30">${letter}</text></svg>`;
      shapes.add(Buffer.from(readPng(await drawPng(svg)).pixels).toString('base64'));
    }
    expect(shapes.size).toBe(letters.length);
  }
});
