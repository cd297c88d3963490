/** Needs that come in a file: the form, what would come of it, and what came. */
import { needImportCard, needImportForm, needsTakenInCard } from '../../../cards/needs/need-import-cards.ts';
import { previewNeeds, takeInNeeds } from '../../features/needs/import-needs.ts';
import { withoutPeople } from '../../features/needs/need-access.ts';
import { mayStep } from '../../features/needs/need-state.ts';
import { allowed } from '../../features/networks/identify-member.ts';
import { asMember, type Handlers, openForm, refuse } from '../asking.ts';
import { needFileWords } from './need-file-words.ts';
import { withRound } from './round-found.ts';

export const needImportHandlers: Pick<Handlers, 'needs.import-form' | 'needs.import' | 'needs.take-in'> = {
  'needs.import-form': (asking, { round: named }) =>
    withRound(asking, named, async (actor, round, speech) => {
      const right = allowed(actor, 'need.handle');
      if (!right.ok) return refuse(right.refusal, speech);
      return openForm(asking, needImportForm(round, speech), { type: 'needs.import-form', round: round.id }, speech);
    }),

  'needs.import': (asking, { round: named, rows }) =>
    withRound(asking, named, async (actor, round, speech) => {
      const words = needFileWords(actor.network.terms);
      const shown = await previewNeeds(asking.tools, actor, round.id, { csv: rows, words });
      return shown.ok ? { whisper: needImportCard(shown.value, speech) } : refuse(shown.refusal, speech);
    }),

  'needs.take-in': (asking, { draft }) =>
    asMember(asking, async (actor, speech) => {
      const taken = await takeInNeeds(asking.tools, actor, draft);
      if (!taken.ok) return refuse(taken.refusal, speech);
      const { round, arrived } = taken.value;
      const here = arrived.flatMap(({ fate, need }) => (fate === 'too-many' ? [] : [need]));
      const toSend = here.filter(({ state, takenIn }) => takenIn && mayStep('submit', state));
      const standsIn = await withoutPeople(asking.tools, actor, round, toSend);
      return { whisper: needsTakenInCard(taken.value, standsIn, speech) };
    }),
};
