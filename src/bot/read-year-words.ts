/** What was typed of the year and the rules. */
import type { yearCommands } from '../texts/year-commands.ts';
import type { Read, Reader } from './reader.ts';

export const yearReaders: Readonly<Record<keyof typeof yearCommands, Reader>> = {
  year: rest => ({ type: 'year.show', ...yearIn(rest) }),
  copyYear: rest => ({ type: 'year.propose-form', source: 'lastYear', ...yearIn(rest) }),
  milestone: (_, asked) => readMilestone(asked()),
  rules: () => ({ type: 'rules.show' }),
};

function yearIn(rest: string): { readonly year?: string } {
  return rest === '' ? {} : { year: rest };
}

/** «milepæl 3», «milepæl Frist for behovsmelding ; 1. februar 2027 ; 30, 7 dager før ; merknad»; parts by semicolons or lines. */
function readMilestone(rest: string): Read {
  const [title = '', on, leadDays, ...note] = rest.split(/[;\n]/).map(part => part.trim());
  if (on !== undefined) return { type: 'milestone.add-typed', title, on, leadDays, note: note.join('\n') };
  const [, number] = /^(?:nr\.?\s*)?#?(\d{1,6})\.?$/i.exec(title) ?? [];
  if (number !== undefined) return { type: 'milestone.show', milestone: Number(number) };
  return { type: 'milestone.form', ...(title !== '' && { title }) };
}
