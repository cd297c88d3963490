import type { RosterPreview } from '../src/features/networks/apply-roster.ts';
import type { RosterProblem } from '../src/features/networks/roster.ts';
import type { RosterPlan } from '../src/features/networks/roster-plan.ts';
import { rosterChangeLine, rosterProblemLine } from '../src/texts/roster-texts.ts';
import type { Speech } from '../src/texts/speak.ts';
import type { Card, List, Part } from './card.ts';

/** As many lines as fit in one card of either chat; the rest is told by its number, and the command line shows all. */
const mostLines = 60;

export function rosterPreviewCard({ draftId, plan }: RosterPreview, speech: Speech): Card {
  const { say, language } = speech;
  if (plan.changes.length === 0) {
    return { language, title: say.roster.previewTitle, parts: [{ kind: 'text', text: say.roster.nothing }] };
  }
  return {
    language,
    title: say.roster.previewTitle,
    parts: [
      { kind: 'note', sign: 'information', text: say.roster.notSaved },
      ...changeLines(plan, speech),
      {
        kind: 'buttons',
        buttons: [
          { label: say.buttons.saveRoster, intent: { type: 'roster.apply', draft: draftId }, weight: 'primary' },
        ],
      },
      { kind: 'text', text: `${speech.command('saveRoster')} ${draftId}`, weight: 'subtle' },
    ],
  };
}

export function rosterAppliedCard(plan: RosterPlan, speech: Speech): Card {
  const { say, language } = speech;
  return {
    language,
    title: say.roster.applied(plan.changes.length),
    parts: [...changeLines(plan, speech), { kind: 'text', text: say.roster.invite }],
  };
}

export function rosterBadCard(problems: readonly RosterProblem[], speech: Speech): Card {
  const { say, language, roster } = speech;
  return {
    language,
    title: say.roster.badTitle(new Set(problems.map(({ line }) => line)).size),
    parts: [
      { kind: 'note', sign: 'warning', text: say.roster.badText },
      ...lines(
        problems.map(problem => rosterProblemLine(roster, problem)),
        speech,
      ),
    ],
  };
}

function changeLines({ changes, untouched }: RosterPlan, speech: Speech): readonly Part[] {
  const { roster, rosterWords } = speech;
  return [
    ...lines(
      changes.map(change => rosterChangeLine(roster, change, rosterWords)),
      speech,
    ),
    ...(untouched.length > 0
      ? [{ kind: 'text', text: roster.untouched(untouched, rosterWords), weight: 'subtle' } as const]
      : []),
  ];
}

function lines(all: readonly string[], { say }: Speech): readonly Part[] {
  const shown: List = { kind: 'list', items: all.slice(0, mostLines).map(label => ({ label })) };
  const rest = all.length - mostLines;
  return [
    ...(all.length > 0 ? [shown] : []),
    ...(rest > 0 ? [{ kind: 'text', text: say.roster.more(rest) } as const] : []),
  ];
}
