/** The messages of one place, each drawn once and drawn anew only when it has changed. */
import type { PlaygroundTexts } from '../../texts/playground-texts.ts';
import type { Entry } from '../playground-view.ts';
import { drawEntry, type EntryParts } from './draw-entry.ts';
import { element } from './element.ts';

export type MessageLog = {
  readonly root: HTMLElement;
  /**
   * @param isOther another person's eyes than the last time: what stands there is no news
   * @returns what is new from the bot
   */
  show(all: readonly Entry[], isOther: boolean): readonly Entry[];
  /** What comes next is followed, wherever the reader has scrolled to. */
  follow(): void;
};

export type LogParts = {
  readonly texts: PlaygroundTexts;
  readonly press: EntryParts['press'];
  /** Folded away above the others. */
  readonly isApart: (entry: Entry) => boolean;
};

type Drawn = { readonly json: string; readonly node: HTMLLIElement };

/** Pixels from the end within which a reader follows what comes. */
const nearEnd = 40;
/** Pixels kept free beside a message that is scrolled to. */
const margin = 8;

export function createMessageLog({ texts, press, isApart }: LogParts): MessageLog {
  const earlier = element('ol', { class: 'entries' });
  const earlierName = element('summary');
  const earlierGroup = element('details', { class: 'earlier', hidden: true }, earlierName, earlier);
  const entries = element('ol', { class: 'entries' });
  const empty = element('p', { class: 'empty' }, texts.empty);
  const root = element('div', { class: 'log', tabindex: '0', role: 'group' }, earlierGroup, entries, empty);
  const { follow, leave, keepUp, reveal } = keepingUp(root, entries);
  earlierGroup.addEventListener('toggle', leave);
  const drawn = new Map<string, Drawn>();
  const hidden = new Set<string>();
  let last: readonly Entry[] = [];

  function hide(key: string): void {
    hidden.add(key);
    root.focus();
    show(last, false);
  }

  function show(all: readonly Entry[], isOther: boolean): readonly Entry[] {
    last = all;
    const shown = all.filter(({ key }) => !hidden.has(key));
    if (isOther) drawn.clear();
    const news = isOther ? [] : shown.filter(({ key, by }) => !by && !drawn.has(key));
    const keys = new Set(shown.map(({ key }) => key));
    for (const key of drawn.keys()) if (!keys.has(key)) drawn.delete(key);
    arrange(earlier, shown.filter(isApart).map(draw));
    arrange(entries, shown.filter(entry => !isApart(entry)).map(draw));
    earlierGroup.hidden = earlier.childElementCount === 0;
    earlierName.textContent = texts.earlier(earlier.childElementCount);
    empty.hidden = shown.length > 0;
    if (isOther) follow();
    keepUp();
    const whisper = news.findLast(({ isWhisper }) => isWhisper);
    if (whisper) reveal(drawn.get(whisper.key)?.node);
    return news;
  }

  function draw(entry: Entry): HTMLLIElement {
    const json = JSON.stringify(entry);
    const known = drawn.get(entry.key);
    if (known?.json === json) return known.node;
    const node = drawEntry(entry, { texts, press, hide });
    drawn.set(entry.key, { json, node });
    if (known) replaceKeepingFocus(known.node, node);
    return node;
  }

  return { root, show, follow };
}

/** What stands where it should is left there: a node that is moved loses its focus. */
function arrange(list: HTMLOListElement, nodes: readonly HTMLLIElement[]): void {
  for (const child of [...list.children]) if (!nodes.some(node => node === child)) child.remove();
  nodes.forEach((node, index) => {
    if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null);
  });
}

/** Whoever stood on a button that is drawn anew stands on it still, or on its message where it is gone. */
function replaceKeepingFocus(old: HTMLElement, fresh: HTMLElement): void {
  const focused = old.contains(document.activeElement) ? document.activeElement : undefined;
  old.replaceWith(fresh);
  if (!focused) return;
  const label = focused.textContent;
  const same = [...fresh.querySelectorAll('button')].find(each => each.textContent === label);
  (same ?? fresh).focus({ preventScroll: true });
}

/**
 * A log stands at its newest message for as long as its reader has not scrolled up, however the room for it or what
 * stands in it grows. Of a message with no room for all of it the beginning is shown.
 */
function keepingUp(log: HTMLElement, entries: HTMLElement) {
  let isFollowing = true;
  /** Where it was scrolled to from here: any other place is the reader's choice. */
  let placedAt = 0;

  function place(top: number): void {
    log.scrollTop = top;
    placedAt = log.scrollTop;
  }

  function keepUp(): void {
    const newest = entries.lastElementChild;
    const end = log.scrollHeight - log.clientHeight;
    if (isFollowing) place(newest instanceof HTMLElement ? Math.min(end, newest.offsetTop - margin) : end);
  }

  log.addEventListener('scroll', () => {
    if (Math.abs(log.scrollTop - placedAt) < 2) return;
    isFollowing = log.scrollHeight - log.scrollTop - log.clientHeight < nearEnd;
  });
  const sizes = new ResizeObserver(keepUp);
  sizes.observe(log);
  sizes.observe(entries);

  return {
    keepUp,
    follow() {
      isFollowing = true;
    },
    leave() {
      isFollowing = false;
    },
    /** Scrolls the log, and not the page, as far as it takes. */
    reveal(node: HTMLElement | undefined) {
      if (!node) return;
      const bottom = node.offsetTop + node.offsetHeight + margin - log.clientHeight;
      place(Math.min(Math.max(log.scrollTop, bottom), node.offsetTop - margin));
    },
  };
}
