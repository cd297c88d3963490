/** A network's year: what is on which days, month by month, and what it may begin from. */
import type { Role } from '../../src/features/networks/network.ts';
import { may } from '../../src/features/networks/who-may.ts';
import { countyName } from '../../src/features/year/counties.ts';
import type { Milestone } from '../../src/features/year/milestone.ts';
import type { YearLine, YearOverview } from '../../src/features/year/year-overview.ts';
import { sentenceCase } from '../../src/texts/sentence-case.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Button, Card, List, Part } from '../card.ts';
import { cardLimits } from '../limits.ts';
import { listBytes, longList, mostListBytes } from '../long-list.ts';
import { shortened } from '../shortened.ts';
import { reasonWords } from './year-words.ts';

export type YearShown = {
  readonly network: string;
  readonly overview: YearOverview;
  /** The number of the county whose school breaks are shown. */
  readonly county?: string | undefined;
  /** The reader's. */
  readonly roles: readonly Role[];
};

export function yearCard({ network, overview, county, roles }: YearShown, speech: Speech): Card {
  const { year: texts } = speech.say;
  const hasMilestones = overview.months.some(({ lines }) => lines.some(({ kind }) => kind === 'milestone'));
  return {
    language: speech.language,
    title: shortened(texts.title(overview.year, network), cardLimits.title),
    parts: [
      { kind: 'text', text: hasMilestones ? texts.showOne : texts.nothing },
      ...monthParts(overview, speech),
      ...breakParts(overview, county, speech),
      { kind: 'buttons', buttons: yearButtons(overview.year, hasMilestones, roles, speech) },
    ],
  };
}

/** The months share one card's room; the headings have their own. */
const room = mostListBytes - 4000;

function monthParts({ months }: YearOverview, speech: Speech): readonly Part[] {
  let left = room;
  return months.flatMap(({ month, lines }): readonly Part[] => {
    if (lines.length === 0) return [];
    const items = lines.map(line => lineOf(line, speech));
    const list = longList(items, speech, left);
    left = Math.max(0, left - listBytes(items));
    return [{ kind: 'text', text: monthName(month, speech), weight: 'strong' }, ...list];
  });
}

function monthName(month: number, { month: named }: Speech): string {
  return sentenceCase(named(month));
}

function lineOf(line: YearLine, speech: Speech): List['items'][number] {
  return { label: daysOf(line, speech), value: wordsOf(line, speech) };
}

/** With the week, unless the days lie in several. */
function daysOf({ from, to }: YearLine, { say, dayInYear, days, week }: Speech): string {
  const shown = from === to ? dayInYear(from) : days(from, to);
  return week(from) === week(to) ? say.year.dayAndWeek(shown, week(from)) : shown;
}

function wordsOf(line: YearLine, speech: Speech): string {
  switch (line.kind) {
    case 'milestone':
      return speech.say.year.numbered(line.milestone.title, line.milestone.number);
    case 'reason':
      return reasonWords(line.reason, speech);
    case 'other':
      return line.text;
  }
}

function breakParts({ unknownSchoolYears }: YearOverview, county: string | undefined, speech: Speech): readonly Part[] {
  const { year } = speech.say;
  if (county === undefined) return [{ kind: 'text', text: year.noCounty, weight: 'subtle' }];
  if (unknownSchoolYears.length === 0) return [];
  const years = speech.list(unknownSchoolYears.map(each => each.replace('-', '–')));
  return [{ kind: 'note', sign: 'information', text: year.unknownBreaks(countyName(county), years) }];
}

function yearButtons(
  year: number,
  hasMilestones: boolean,
  roles: readonly Role[],
  { say: { year: texts } }: Speech,
): readonly Button[] {
  const { buttons } = texts;
  const next: Button = hasMilestones
    ? {
        label: buttons.copyTo(year + 1),
        intent: { type: 'year.propose-form', year: year + 1, source: 'lastYear' },
        opensForm: true,
      }
    : { label: buttons.standard, intent: { type: 'year.propose-form', year, source: 'standard' }, opensForm: true };
  const add: Button = { label: buttons.add, intent: { type: 'milestone.form' }, weight: 'primary', opensForm: true };
  const show = (shown: number): Button => ({ label: buttons.year(shown), intent: { type: 'year.show', year: shown } });
  return [...(may(roles, 'year.change') ? [add, next] : []), show(year - 1), show(year + 1)];
}

/** What was added of what had been proposed. */
export function milestonesAddedCard(year: number, added: readonly Milestone[], speech: Speech): Card {
  const { year: texts } = speech.say;
  const items = added.map(({ on, title, number }) => ({
    label: speech.dayInYear(on),
    value: texts.numbered(title, number),
  }));
  return {
    language: speech.language,
    title: texts.proposed.added(added.length, year),
    parts: [
      ...longList(items, speech),
      { kind: 'buttons', buttons: [{ label: texts.buttons.year(year), intent: { type: 'year.show', year } }] },
    ],
  };
}
