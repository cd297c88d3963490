/** What is kept of agendas: cases and conclusions in the meeting's own partition, their numbers in the network's. */
import { z } from 'zod';
import { Collection, type Kept } from '../../store/collection.ts';
import type { Operation } from '../../store/store.ts';
import type { Tools } from '../../tools.ts';
import { instant, networkId } from '../networks/network.ts';
import { type Agenda, agendaSchema, whenDecided } from './agenda-lines.ts';
import { type Case, type CaseId, caseId, caseSchema } from './case.ts';
import { type Conclusion, conclusionSchema } from './case-conclusion.ts';
import { type Meeting, type MeetingId, meetingId } from './meeting.ts';
import { meetingPartition, meetings } from './meeting-store.ts';
import { fateOf } from './sending-asked.ts';

/** Partition `meeting|<id>`, id `case|<id>`. */
export const cases = new Collection('case', caseSchema, each => ({ sortKey: each.suggested.at }));
export const caseKey = (id: CaseId) => `case|${id}`;

/** Partition `meeting|<id>`, id `agenda`: which cases stand on it in which order, and what was sent of it. */
export const agendas = new Collection('agenda', agendaSchema);

/** Partition `meeting|<id>`, id `conclusion|<case>|<version>`: only ever created. */
export const conclusions = new Collection('conclusion', conclusionSchema);
export const conclusionKey = ({ caseId: id, version }: Pick<Conclusion, 'caseId' | 'version'>) =>
  `conclusion|${id}|${version}`;

/**
 * Partition `meeting|<id>`, id `consequence|<case>`: what follows from a conclusion elsewhere, in other partitions, is still
 * to be done. Written with the conclusion, and taken away when it is.
 */
export const consequences = new Collection(
  'consequence',
  z.object({ networkId, meetingId, caseId, dueAt: instant }),
  ({ dueAt }) => ({ dueAt }),
);
export const consequenceKey = (id: CaseId) => `consequence|${id}`;

/** Partition `network|<id>`, id `case-number|<year>|<n>`: whose each number is, for ever. */
export const caseNumbers = new Collection(
  'case-number',
  z.object({ caseId, meetingId, number: z.int().positive(), year: z.int() }),
  ({ year, number }) => ({ sortKey: `${year}|${String(number).padStart(6, '0')}` }),
);

/** A meeting with its agenda as they stand; what is written from it names their etags. */
export type AgendaKept = {
  readonly meeting: Kept<Meeting>;
  readonly agenda: Kept<Agenda> | undefined;
  readonly cases: readonly Kept<Case>[];
};

export async function readAgenda({ store }: Pick<Tools, 'store'>, id: MeetingId): Promise<AgendaKept | undefined> {
  const partition = meetingPartition(id);
  const [meeting, agenda, all] = await Promise.all([
    meetings.get(store, partition, 'meeting'),
    readSent(store, partition),
    cases.all(store, partition),
  ]);
  return meeting && { meeting, agenda, cases: all };
}

/** What was decided about a sending that waited is in it, though nobody has written it yet. */
async function readSent(store: Tools['store'], partition: string): Promise<Kept<Agenda> | undefined> {
  const kept = await agendas.get(store, partition, 'agenda');
  if (!kept?.value.waiting) return kept;
  return { ...kept, value: whenDecided(kept.value, await fateOf(store, partition, kept.value.waiting)) };
}

/** A Conflict when somebody else changed the agenda since it was read. */
export function writeAgenda({ agenda }: Pick<AgendaKept, 'agenda'>, value: Agenda): Operation {
  return agenda ? agendas.replace(agenda, value) : agendas.create('agenda', value);
}
