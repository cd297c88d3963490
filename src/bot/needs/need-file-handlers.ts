/** Intents about the files needs are given on in → links for the one who asked. */
import {
  type NeedFileLinks,
  needDocumentCard,
  needFilesCard,
  overviewLanguages,
} from '../../../cards/needs/need-files-card.ts';
import type { NeedSeen } from '../../features/needs/need-access.ts';
import type { needFileIntents } from '../../features/needs/need-file-intents.ts';
import { needByReference } from '../../features/needs/need-mine.ts';
import { readNeedSet } from '../../features/needs/read-need-set.ts';
import type { Actor } from '../../features/networks/identify-member.ts';
import { may } from '../../features/networks/who-may.ts';
import type { Speech } from '../../texts/speak.ts';
import { later } from '../../world.ts';
import { type Answer, type Asking, asMember, type Handlers, refuse } from '../asking.ts';
import { withNeed } from './need-asking.ts';
import { type NeedFileWanted, partsOfSet, type RoundFileWanted } from './need-files.ts';
import { withRound } from './round-found.ts';

/** As long as it takes to fetch them: whoever has such a link has what it gives. */
const linkMs = 10 * 60_000;

export const needFileHandlers: Pick<Handlers, keyof typeof needFileIntents> = {
  'needs.files': (asking, intent) =>
    withRound(asking, intent.round, async (actor, round, speech) => {
      if (!may(actor.roles, 'need.handle')) return refuse({ code: 'set-for-leaders', asked: 'files' }, speech);
      const { tools, settings } = asking;
      const until = later(tools.world.clock.now(), linkMs);
      const set = await readNeedSet(tools, round);
      const url = (wanted: Pick<RoundFileWanted, 'kind' | 'part'>, language = speech.language) => {
        const payload: RoundFileWanted = {
          file: 'needs',
          round: round.id,
          member: actor.member.id,
          language,
          ...wanted,
        };
        return settings.fileUrl(payload, until);
      };
      const overview = Object.fromEntries(overviewLanguages.map(each => [each, url({ kind: 'overview' }, each)]));
      const links: NeedFileLinks = {
        overview: overview as NeedFileLinks['overview'],
        xlsx: url({ kind: 'xlsx' }),
        csv: url({ kind: 'csv' }),
        documents: partsOfSet(set).map((_, part) => url({ kind: 'documents', part })),
      };
      return { whisper: needFilesCard({ set, links, until }, speech) };
    }),

  'need.document': (asking, ref) =>
    withNeed(asking, ref, async (actor, seen, speech) => documentOf(asking, actor, seen, speech)),

  'need.document-found': (asking, { reference }) =>
    asMember(asking, async (actor, speech) => {
      const seen = await needByReference(asking.tools, actor, reference);
      return seen ? documentOf(asking, actor, seen, speech) : refuse({ code: 'no-need' }, speech);
    }),
};

function documentOf({ tools, settings }: Asking, actor: Actor, seen: NeedSeen, speech: Speech): Answer {
  const until = later(tools.world.clock.now(), linkMs);
  const payload: NeedFileWanted = {
    file: 'need',
    round: seen.round.value.id,
    need: seen.need.value.id,
    member: actor.member.id,
    language: speech.language,
  };
  return { whisper: needDocumentCard(seen.need.value, settings.fileUrl(payload, until), until, speech) };
}
