import type { RosterPreview } from '../../src/features/networks/apply-roster.ts';
import type { RosterProblem } from '../../src/features/networks/roster.ts';
import type { RosterPlan } from '../../src/features/networks/roster-plan.ts';
import { rosterChangeLine, rosterProblemLine } from '../../src/texts/roster-texts.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Card, Part } from '../card.ts';
import { longList } from '../long-list.ts';

/** More seats than this are told by their number alone. */
const mostNumbered = 40;

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
      { kind: 'text', text: typedInstead(draftId, speech), weight: 'subtle' },
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

/** For those who write rather than press. */
function typedInstead(draftId: string, { say, command }: Speech): string {
  return `${command('saveRoster')} ${draftId} – ${say.help.commands.saveRoster.does}`;
}

function changeLines({ changes, untouched }: RosterPlan, speech: Speech): readonly Part[] {
  const { roster, rosterWords } = speech;
  return [
    ...lines(
      changes.map(change => rosterChangeLine(roster, change, rosterWords)),
      speech,
    ),
    ...(untouched.length > 0
      ? [{ kind: 'text', text: untouchedText(untouched, speech), weight: 'subtle' } as const]
      : []),
  ];
}

function untouchedText(seats: readonly number[], { say, roster, rosterWords }: Speech): string {
  return seats.length > mostNumbered ? say.roster.untouched(seats.length) : roster.untouched(seats, rosterWords);
}

function lines(all: readonly string[], speech: Speech): readonly Part[] {
  return longList(
    all.map(label => ({ label })),
    speech,
  );
}
