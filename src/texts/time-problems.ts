import type { BadTime, TimeProblem } from '../features/meetings/read-times.ts';

/** As many bad lines as stand readably at a field; the rest is there to be seen when these are mended. */
const mostProblems = 4;
const mostWords = 40;

/** «Linje 2 («tirsdag kl. 25»): det klokkeslettet finnes ikke.» @param line the word for one */
export function timeProblems(
  problems: readonly TimeProblem[],
  reasons: Readonly<Record<BadTime, string>>,
  line: string,
): string {
  const told = problems
    .slice(0, mostProblems)
    .map(each => `${line} ${each.line} (${begun(each.words)}): ${reasons[each.why]}.`);
  const rest = problems.length - told.length;
  return [...told, ...(rest > 0 ? [`+ ${rest}.`] : [])].join(' ');
}

function begun(words: string): string {
  return words.length > mostWords ? `${words.slice(0, mostWords)}…` : words;
}
