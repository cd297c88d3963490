/** What was typed of the year and the rules. */
import type { yearCommands } from '../../texts/year-commands.ts';
import type { Read, Reader } from '../reader.ts';

export const yearReaders: Readonly<Record<keyof typeof yearCommands, Reader>> = {
  year: rest => ({ type: 'year.show', ...yearIn(rest) }),
  copyYear: rest => ({ type: 'year.propose-form', source: 'lastYear', ...yearIn(rest) }),
  usualYear: rest => ({ type: 'year.propose-form', source: 'standard', ...yearIn(rest) }),
  milestone: (_, asked) => readMilestone(asked()),
  changeMilestone: rest => numberedMilestone('milestone.change-form', rest),
  removeMilestone: rest => numberedMilestone('milestone.remove-form', rest),
  rules: () => ({ type: 'rules.show' }),
  changeRules: () => ({ type: 'rules.form' }),
  changeGroups: () => ({ type: 'rules.groups-form' }),
};

function yearIn(rest: string): { readonly year?: string } {
  return rest === '' ? {} : { year: rest };
}

/** «milepæl 3», «milepæl Frist for behovsmelding ; 1. februar 2027 ; 30, 7 dager før ; merknad»; parts by semicolons or lines. */
function readMilestone(rest: string): Read {
  const [title = '', on, leadDays, ...note] = rest.split(/[;\n]/).map(part => part.trim());
  if (on !== undefined) return { type: 'milestone.add-typed', title, on, leadDays, note: note.join('\n') };
  const number = numberIn(title);
  if (number !== undefined) return { type: 'milestone.show', milestone: number };
  return { type: 'milestone.form', ...(title !== '' && { title }) };
}

/** Without a number the year is shown, where the numbers stand. */
function numberedMilestone(type: string, rest: string): Read {
  const milestone = numberIn(rest);
  return milestone === undefined ? { type: 'year.show' } : { type, milestone };
}

function numberIn(words: string): number | undefined {
  const [, number] = /^(?:nr\.?\s*)?#?(\d{1,6})\.?$/i.exec(words) ?? [];
  return number === undefined ? undefined : Number(number);
}
