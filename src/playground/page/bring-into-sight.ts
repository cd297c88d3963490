/**
 * Scrolls the page, where one of these has to be looked for, to the log of the last of them; the focus stays where it is.
 * Each stands where it should in its own log.
 */
export function bringIntoSight(answers: readonly HTMLElement[]): void {
  if (answers.some(isInSight)) return;
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  answers
    .at(-1)
    ?.closest('.log')
    ?.scrollIntoView({ block: 'nearest', behavior: isStill ? 'instant' : 'smooth' });
}

/** Pixels of a message from which one sees that it is there. */
const glimpse = 40;

function isInSight(message: HTMLElement): boolean {
  const { top, height } = message.getBoundingClientRect();
  return top >= 0 && top + Math.min(height, glimpse) <= innerHeight;
}
