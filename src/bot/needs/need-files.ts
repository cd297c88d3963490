/** Files of needs that a signed link gives, by the `file` in what was signed. The right is checked again when one is opened. */
import { scheduler } from 'node:timers/promises';
import { z } from 'zod';
import { repeatableZip } from '../../../cards/documents/repeatable-zip.ts';
import { needCsv } from '../../../cards/needs/need-csv.ts';
import { entryDocument, needDocument } from '../../../cards/needs/need-document.ts';
import { needWorkbook } from '../../../cards/needs/need-workbook.ts';
import { setOverview } from '../../../cards/needs/set-overview.ts';
import { exportNeeds, type NeedsExport } from '../../features/needs/export-needs.ts';
import { needId } from '../../features/needs/need.ts';
import { needFor } from '../../features/needs/need-access.ts';
import type { NeedSet, SetEntry } from '../../features/needs/need-set.ts';
import { roundPartition, rounds } from '../../features/needs/need-store.ts';
import { type Round, type RoundId, roundId } from '../../features/needs/round.ts';
import { type Actor, identifyById } from '../../features/networks/identify-member.ts';
import { language, type MemberId, memberId } from '../../features/networks/network.ts';
import { type Speech, speak } from '../../texts/speak.ts';
import type { Tools } from '../../tools.ts';
import type { FileOpener, OpenedFile } from '../file-opener.ts';
import { memberNames } from '../meetings/with-meeting.ts';
import { ranksIn } from './ranking-asking.ts';
import { countedShown } from './round-drawn.ts';

const roundFile = z.object({
  file: z.literal('needs'),
  kind: z.enum(['xlsx', 'csv', 'overview', 'documents']),
  round: roundId,
  member: memberId,
  language,
  /** Of the documents, from 0. */
  part: z.int().nonnegative().optional(),
});
export type RoundFileWanted = z.infer<typeof roundFile>;

const needFile = z.object({ file: z.literal('need'), round: roundId, need: needId, member: memberId, language });
export type NeedFileWanted = z.infer<typeof needFile>;

const officeType = 'application/vnd.openxmlformats-officedocument';
const docx = `${officeType}.wordprocessingml.document`;

export const needFiles: Readonly<Record<'needs' | 'need', FileOpener>> = {
  needs: async (tools, payload) => {
    const asked = roundFile.parse(payload);
    const actor = await actorOf(tools, asked.round, asked.member);
    if (!actor) return undefined;
    const exported = await exportNeeds(tools, actor, asked.round);
    if (!exported.ok) return undefined;
    const { totals } = exported.value;
    const counted = totals && countedShown(totals, actor.network);
    const rank = await ranksIn(tools, asked.round);
    const written = { ...exported.value, counted, rank, network: actor.network.name, at: tools.world.clock.now() };
    return writers[asked.kind](written, speak(asked.language, actor.network.zone, actor.network.terms), asked.part);
  },

  need: async (tools, payload) => {
    const asked = needFile.parse(payload);
    const actor = await actorOf(tools, asked.round, asked.member);
    const seen = actor && (await needFor(tools, actor, asked));
    if (!seen) return undefined;
    const shown = {
      network: actor.network.name,
      round: seen.round.value,
      nameOf: await memberNames(tools, actor.network.id),
    };
    const speech = speak(asked.language, actor.network.zone, actor.network.terms);
    return {
      name: `${seen.need.value.reference ?? speech.say.needFiles.names.draft}.docx`,
      type: docx,
      content: await needDocument(seen.need.value, shown, speech),
    };
  },
};

type Written = NeedsExport & Pick<Parameters<typeof setOverview>[0], 'network' | 'at' | 'counted' | 'rank'>;

/** One row for each kind of file of a round. */
const writers: Readonly<
  Record<RoundFileWanted['kind'], (given: Written, speech: Speech, part?: number) => Promise<OpenedFile>>
> = {
  xlsx: async ({ set }, speech) => ({
    name: `${speech.say.needFiles.names.table(roundName(set, speech))}.xlsx`,
    type: `${officeType}.spreadsheetml.sheet`,
    content: needWorkbook(set, speech),
  }),
  csv: async ({ set }, speech) => ({
    name: `${speech.say.needFiles.names.table(roundName(set, speech))}.csv`,
    type: 'text/csv; charset=utf-8',
    content: needCsv(set, speech),
  }),
  overview: async (given, speech) => ({
    name: `${speech.say.needFiles.names.overview(roundName(given.set, speech))}-${speech.language}.docx`,
    type: docx,
    content: await setOverview({ ...given, coverage: await given.readCoverage() }, speech),
  }),
  documents: async (given, speech, part = 0) => ({
    name: `${speech.say.needFiles.names.documents(roundName(given.set, speech))}${part > 0 ? `-${part + 1}` : ''}.zip`,
    type: 'application/zip',
    content: await zipOf(given, partsOfSet(given.set)[part] ?? [], speech),
  }),
};

/** Two seconds' work: so many are made while one waits for a file. */
const fewestInZip = 200;
/** As many as a card has links for. */
const mostZips = 10;

/** The entries of each zip of documents; one zip at least. */
export function partsOfSet({ entries }: Pick<NeedSet, 'entries'>): readonly (readonly SetEntry[])[] {
  const size = Math.max(fewestInZip, Math.ceil(entries.length / mostZips));
  const parts = Math.max(1, Math.ceil(entries.length / size));
  return Array.from({ length: parts }, (_, at) => entries.slice(at * size, (at + 1) * size));
}

async function zipOf(given: Written, entries: readonly SetEntry[], speech: Speech): Promise<Uint8Array> {
  const shown = { ...given, round: given.set.round, nameOf: (id: MemberId) => given.names.get(id) ?? '' };
  const files: Record<string, Uint8Array> = {};
  for (const entry of entries) {
    files[`${entryName(entry, speech)}.docx`] = await entryDocument(entry, shown, speech);
    // Whoever presses a button meanwhile is answered.
    await scheduler.yield();
  }
  return repeatableZip(files, 0);
}

async function actorOf(tools: Tools, round: RoundId, member: MemberId): Promise<Actor | undefined> {
  const kept = await rounds.get(tools.store, roundPartition(round), 'round');
  return kept && identifyById(tools, kept.value.networkId, member);
}

function entryName({ key, bundle }: SetEntry, { say }: Speech): string {
  return bundle ? say.needFiles.names.bundle(bundle.number) : key;
}

function roundName({ round }: { readonly round: Round }, { say }: Speech): string {
  return say.needFiles.names.round(round.number, round.year);
}
