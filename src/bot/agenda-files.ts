import type { FileOpener } from './open-file.ts';

/** Files that a signed link gives, by the `file` in what was signed. */
export const agendaFiles: Readonly<Record<string, FileOpener>> = {};
