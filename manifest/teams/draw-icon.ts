import { crc32 } from 'node:zlib';
import { zlibSync } from 'fflate';

type Colour = readonly [red: number, green: number, blue: number, alpha: number];
type Disc = { readonly x: number; readonly y: number; readonly radius: number };

/** Without sine and cosine, whose last digit may differ between machines. */
const half = 0.5;
const tall = Math.sqrt(3) / 2;
const sixDirections = [
  [1, 0],
  [half, tall],
  [-half, tall],
  [-1, 0],
  [-half, -tall],
  [half, -tall],
] as const;

/** Samples along each side of a pixel, for soft edges. */
const samples = 4;

/**
 * Laget's mark: six around one.
 * @param size in pixels
 * @param reach how far the mark goes from the middle, as a part of the whole width
 * @returns a PNG, the same bytes each time
 */
export function drawIcon(size: number, reach: number, ink: Colour, ground: Colour): Uint8Array {
  const discs = marks(reach);
  const rows = Array.from({ length: size }, (_, y) => [
    0, // Each row of a PNG begins with its filter: none.
    ...Array.from({ length: size }, (_, x) => blend(ink, ground, coverage(discs, x, y, size))).flat(),
  ]);
  return png(size, Uint8Array.from(rows.flat()));
}

function marks(reach: number): readonly Disc[] {
  const radius = reach / 4;
  const ring = reach - radius;
  const around = sixDirections.map(([x, y]) => ({ x: x * ring, y: y * ring, radius }));
  return [{ x: 0, y: 0, radius: radius * 1.25 }, ...around];
}

function coverage(discs: readonly Disc[], column: number, row: number, size: number): number {
  const offsets = Array.from({ length: samples }, (_, sample) => (sample + 0.5) / samples);
  const points = offsets.flatMap(dx =>
    offsets.map(dy => [(column + dx) / size - 0.5, (row + dy) / size - 0.5] as const),
  );
  const covered = points.filter(([x, y]) =>
    discs.some(disc => (x - disc.x) ** 2 + (y - disc.y) ** 2 <= disc.radius ** 2),
  );
  return covered.length / points.length;
}

function blend(ink: Colour, ground: Colour, part: number): number[] {
  return ink.map((value, channel) => Math.round(value * part + (ground[channel] ?? 0) * (1 - part)));
}

/** https://www.w3.org/TR/png-3/: eight bits a channel, red, green, blue and alpha. */
function png(size: number, pixels: Uint8Array): Uint8Array {
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, size);
  header.setUint32(4, size);
  header.setUint8(8, 8);
  header.setUint8(9, 6);
  return Buffer.concat([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', new Uint8Array(header.buffer)),
    chunk('IDAT', zlibSync(pixels, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  whole.set(body, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
