/** Pixels from the end within which a reader follows what comes. */
const nearEnd = 40;
/** Pixels kept free beside a message that is scrolled to. */
const margin = 8;

/**
 * A log stands at its newest message for as long as its reader has not scrolled up, however the room for it or what
 * stands in it grows. Of a message with no room for all of it the beginning is shown.
 */
export function keepingUp(log: HTMLElement, entries: HTMLElement, newest: () => HTMLElement | undefined) {
  let isFollowing = true;
  let isAwaiting = false;
  /** Where it was scrolled to from here: any other place is the reader's choice. */
  let placedAt = 0;

  function place(top: number): void {
    log.scrollTop = top;
    placedAt = log.scrollTop;
  }

  function keepUp(): void {
    if (!isFollowing) return;
    const begins = newest()?.offsetTop ?? Number.POSITIVE_INFINITY;
    place(Math.min(log.scrollHeight - log.clientHeight, begins - margin));
  }

  log.addEventListener('scroll', () => {
    if (Math.abs(log.scrollTop - placedAt) < 2) return;
    isFollowing = log.scrollHeight - log.scrollTop - log.clientHeight < nearEnd;
    isAwaiting = false;
  });
  const sizes = new ResizeObserver(keepUp);
  for (const each of [log, entries]) sizes.observe(each);

  return {
    keepUp,
    follow() {
      isFollowing = true;
      isAwaiting = false;
    },
    awaitAnswer() {
      isAwaiting = true;
    },
    isAwaiting: () => isAwaiting,
    leave() {
      isFollowing = false;
    },
    /** Scrolls the log, and not the page, as far as it takes. */
    reveal(node: HTMLElement) {
      isAwaiting = false;
      const bottom = node.offsetTop + node.offsetHeight + margin - log.clientHeight;
      place(Math.min(Math.max(log.scrollTop, bottom), node.offsetTop - margin));
    },
  };
}
