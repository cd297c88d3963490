/** The messages of one place, each drawn once and drawn anew only when it has changed. */
import type { PlaygroundTexts } from '../../texts/playground-texts.ts';
import type { Entry } from '../playground-view.ts';
import { drawEntry, type EntryParts } from './draw-entry.ts';
import { element } from './element.ts';
import { keepingUp } from './keeping-up.ts';

export type MessageLog = {
  readonly root: HTMLElement;
  /** @param isOther another person's eyes than the last time: what stands there is no news */
  show(all: readonly Entry[], isOther: boolean): LogNews;
  /** What comes next is followed, wherever the reader has scrolled to. */
  follow(): void;
  /** What the bot says next is followed, until the reader scrolls. */
  awaitAnswer(): void;
};

export type LogNews = {
  /** What is new from the bot. */
  readonly news: readonly Entry[];
  /** Of it, what answers the reader, now in sight in its log. */
  readonly answer: HTMLElement | undefined;
};

export type LogParts = {
  readonly texts: PlaygroundTexts;
  readonly press: EntryParts['press'];
  /** Folded away above the others. */
  readonly isApart: (entry: Entry) => boolean;
};

type Drawn = { readonly json: string; readonly node: HTMLLIElement };

export function createMessageLog({ texts, press, isApart }: LogParts): MessageLog {
  const earlier = element('ol', { class: 'entries' });
  const earlierName = element('summary');
  const earlierGroup = element('details', { class: 'earlier', hidden: true }, earlierName, earlier);
  const entries = element('ol', { class: 'entries' });
  const empty = element('p', { class: 'empty' }, texts.empty);
  const root = element('div', { class: 'log', tabindex: '0', role: 'group' }, earlierGroup, entries, empty);
  const { follow, awaitAnswer, isAwaiting, leave, keepUp, reveal } = keepingUp(root, entries, newest);
  earlierGroup.addEventListener('toggle', leave);
  const drawn = new Map<string, Drawn>();
  const hidden = new Set<string>();
  let last: readonly Entry[] = [];
  let newestKey: string | undefined;

  /** Where what came last begins: of several that came at once, the first from the bot. */
  function newest(): HTMLElement | undefined {
    const node = newestKey === undefined ? undefined : drawn.get(newestKey)?.node;
    const end = entries.lastElementChild;
    return node ?? (end instanceof HTMLElement ? end : undefined);
  }

  function hide(key: string): void {
    hidden.add(key);
    root.focus();
    show(last, false);
  }

  function show(all: readonly Entry[], isOther: boolean): LogNews {
    last = all;
    if (isOther) drawn.clear();
    const shown = all.filter(({ key }) => !hidden.has(key));
    const fresh = isOther ? [] : shown.filter(({ key }) => !drawn.has(key));
    const news = fresh.filter(({ by }) => !by);
    fill(shown);
    if (isOther || fresh.length > 0) newestKey = (news[0] ?? fresh.at(-1))?.key;
    if (isOther) follow();
    return { news, answer: scrollTo(news) };
  }

  function fill(shown: readonly Entry[]): void {
    const keys = new Set(shown.map(({ key }) => key));
    for (const key of drawn.keys()) if (!keys.has(key)) drawn.delete(key);
    arrange(earlier, shown.filter(isApart).map(draw));
    arrange(entries, shown.filter(entry => !isApart(entry)).map(draw));
    earlierGroup.hidden = earlier.childElementCount === 0;
    earlierName.textContent = texts.earlier(earlier.childElementCount);
    empty.hidden = shown.length > 0;
  }

  /** What is whispered may stand under an older message, so it is sought out; anything else comes last. */
  function scrollTo(news: readonly Entry[]): HTMLElement | undefined {
    const whisper = news.findLast(({ isWhisper }) => isWhisper);
    const told = whisper ?? news[0];
    const node = told && drawn.get(told.key)?.node;
    const answer = isAwaiting() ? node : undefined;
    if (answer && !whisper) follow();
    keepUp();
    if (whisper && node) reveal(node);
    return answer;
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

  return { root, show, follow, awaitAnswer };
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
