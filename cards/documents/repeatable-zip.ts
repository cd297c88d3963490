import { type Zippable, zipSync } from 'fflate';

/** Of no zone: a zip's times are the clock's where it is opened. */
const mtime = '2026-01-01T12:00:00';

/**
 * In: files by their names, in the order they are to stand. Out: a zip of them, the same bytes for the same files.
 * @param level 0 for what is packed already
 */
export function repeatableZip(files: Readonly<Record<string, Uint8Array>>, level: 0 | 6 = 6): Uint8Array {
  const all: Zippable = files;
  return zipSync(all, { mtime, level });
}
