import type { NeedSet } from '../../src/features/needs/need-set.ts';
import type { Speech } from '../../src/texts/speak.ts';
import { workbook } from '../documents/workbook.ts';
import { needTable } from './need-table.ts';

/** What a round has brought as the bytes of an .xlsx; the same set gives the same bytes. */
export function needWorkbook(set: NeedSet, speech: Speech): Uint8Array {
  return workbook({ sheet: speech.say.needFiles.sheet, ...needTable(set, speech) });
}
