import { inflateSync } from 'node:zlib';

/** Colours by pixel, as RGBA. */
export type ReadPng = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

/** A PNG of 8-bit RGBA without interlacing, by the letter of the standard. @throws an Error when it is not one */
export function readPng(given: Uint8Array): ReadPng {
  const bytes = Buffer.from(given);
  if (bytes.subarray(0, 8).toString('hex') !== '89504e470d0a1a0a') throw new Error('Not a PNG');
  const data: Buffer[] = [];
  let header = Buffer.alloc(0);
  let last = '';
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    last = bytes.toString('latin1', at + 4, at + 8);
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (last === 'IHDR') header = body;
    if (last === 'IDAT') data.push(body);
    at += length + 12;
  }
  if (last !== 'IEND' || header.subarray(8, 13).toString('hex') !== '0806000000')
    throw new Error('Another kind of PNG');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  return { width, height, pixels: unfiltered(inflateSync(Buffer.concat(data)), width * 4, height) };
}

/** https://www.w3.org/TR/png-3/#9Filters */
function unfiltered(raw: Uint8Array, stride: number, height: number): Uint8Array {
  if (raw.length !== (stride + 1) * height) throw new Error('A PNG that is cut off');
  // A row and a pixel of nothing before the first.
  const before = stride + 4;
  const out = new Uint8Array(before + stride * height);
  for (let row = 0; row < height; row += 1) {
    const filter = filters[raw[row * (stride + 1)] ?? 0] ?? none;
    for (let x = 0; x < stride; x += 1) {
      const at = before + row * stride + x;
      const byte = (back: number) => out[at - back] ?? 0;
      const isFirst = x < 4;
      const guess = filter(isFirst ? 0 : byte(4), byte(stride), isFirst ? 0 : byte(stride + 4));
      out[at] = (raw[row * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return out.subarray(before);
}

type Filter = (left: number, up: number, corner: number) => number;

const none: Filter = () => 0;
const filters: readonly Filter[] = [none, left => left, (_left, up) => up, (left, up) => (left + up) >> 1, paeth];

function paeth(left: number, up: number, corner: number): number {
  const [a = 0, b = 0, c = 0] = [left, up, corner].map(each => Math.abs(left + up - corner - each));
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
