/** A year's milestones proposed: from the year before, or from the standard cycle. Pure. */
import type { PlainDate } from '../../world.ts';
import { type Milestone, yearOf } from './milestone.ts';
import type { MilestoneContent } from './milestone-content.ts';
import { type StandardStep, standardCycle } from './standard-cycle.ts';
import { type Calendar, workDayBefore } from './work-days.ts';

export const proposalSources = ['lastYear', 'standard'] as const;
export type ProposalSource = (typeof proposalSources)[number];

/** What each step of the standard cycle is called. */
export type StepTitles = Readonly<Record<StandardStep['key'], string>>;

/** @property key which it is among the others */
export type Proposal = {
  readonly key: string;
  readonly content: MilestoneContent;
  /** The same date a year on, before it was moved to a work day. */
  readonly planned: PlainDate;
};

export function proposalsFrom(source: ProposalSource, from: Sources): readonly Proposal[] {
  const known = new Set(from.there.map(({ title }) => title.toLowerCase()));
  const all = source === 'standard' ? standardIn(from) : copiesOf(from);
  return all.filter(({ content }) => !known.has(content.title.toLowerCase()));
}

export type Sources = {
  /** The year they are for. */
  readonly year: number;
  readonly calendar: Calendar;
  readonly lastYear: readonly Milestone[];
  /** Those that stand in the year already: they are not proposed again. */
  readonly there: readonly Pick<Milestone, 'title'>[];
  readonly titles: StepTitles;
};

function copiesOf({ year, calendar, lastYear }: Sources): readonly Proposal[] {
  return lastYear.map(({ id, title, on, leadDays, note }) => {
    const planned = dateIn(year, on.slice(5));
    const content = { title, on: onWorkDay(planned, calendar), leadDays, ...(note !== undefined && { note }) };
    return { key: id, content, planned };
  });
}

function standardIn({ year, calendar, titles }: Sources): readonly Proposal[] {
  return standardCycle.map(({ key, date, leadDays }) => {
    const planned = dateIn(year, date);
    const content = { title: titles[key], on: onWorkDay(planned, calendar), leadDays: [...leadDays] };
    return { key, content, planned };
  });
}

/** Never into the year before, which is another year's cycle. */
function onWorkDay(planned: PlainDate, calendar: Calendar): PlainDate {
  const moved = workDayBefore(planned, calendar);
  return yearOf(moved) === yearOf(planned) ? moved : planned;
}

/** 29 February becomes the 28th. @param date `MM-DD` */
function dateIn(year: number, date: string): PlainDate {
  const [month = 1, day = 1] = date.split('-').map(Number);
  return Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' }).toString() as PlainDate;
}
