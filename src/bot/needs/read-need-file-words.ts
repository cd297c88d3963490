/** What was typed of the files that needs are given on in. */
import type { needFileCommands } from '../../texts/need-file-commands.ts';
import type { Reader } from '../reader.ts';

export const needFileReaders: Readonly<Record<keyof typeof needFileCommands, Reader>> = {
  needFiles: readFiles,
};

/** «filer 1», «filer fra innhenting 1», «filer BM-2027-0001» */
function readFiles(rest: string): ReturnType<Reader> {
  if (/^BM\b/i.test(rest)) return { type: 'need.document-found', reference: rest };
  const [, number] = /^(?:(?:fra|frå|from|innhenting|round|nr\.?)\s+)*#?(\d{1,6})\.?$/i.exec(rest) ?? [];
  return { type: 'needs.files', ...(number !== undefined && { round: Number(number) }) };
}
