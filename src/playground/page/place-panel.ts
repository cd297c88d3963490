/** One channel, or one person's chat with Laget: what stands there, and where to write. */
import type { Command } from '../../texts/commands.ts';
import { commandWord } from '../../texts/commands.ts';
import type { PageLanguage, PlaygroundTexts } from '../../texts/playground-texts.ts';
import type { Entry, MessageName, PlaceView, Side } from '../playground-view.ts';
import { announce } from './announce.ts';
import { drawEntry } from './draw-entry.ts';
import { button, element, newId } from './element.ts';

export type PlacePanel = {
  readonly root: HTMLElement;
  /** @param isOther another person's eyes than the last time: what stands there is no news */
  show(place: PlaceView, isOther: boolean): void;
};

export type PlaceParts = {
  readonly side: Side;
  readonly kind: 'channel' | 'direct';
  readonly texts: PlaygroundTexts;
  readonly language: PageLanguage;
  readonly write: (text: string, isCommand: boolean) => Promise<void>;
  readonly press: (message: MessageName, label: string) => void;
};

/** Pixels from the end within which a reader follows what comes. */
const nearEnd = 40;

const suggested = ['poll', 'polls', 'network', 'members', 'help'] as const satisfies readonly Command[];

type Drawn = { readonly json: string; readonly node: HTMLLIElement };

export function createPlacePanel(parts: PlaceParts): PlacePanel {
  const { texts, kind } = parts;
  const headingId = newId();
  const heading = element('h3', { id: headingId });
  const earlier = element('ol', { class: 'entries' });
  const earlierName = element('summary');
  const earlierGroup = element('details', { class: 'earlier', hidden: true }, earlierName, earlier);
  const entries = element('ol', { class: 'entries' });
  const empty = element('p', { class: 'empty' }, texts.empty);
  const log = element('div', { class: 'log', tabindex: '0', role: 'group' }, earlierGroup, entries, empty);
  const gone = element('p', { class: 'notice', hidden: true }, texts.removed);
  const writer = createWriter(parts);
  const root = element(
    'section',
    { class: `place ${kind}`, 'aria-labelledby': headingId },
    heading,
    gone,
    log,
    writer.root,
  );

  const drawn = new Map<string, Drawn>();
  const hidden = new Set<string>();
  let last: PlaceView | undefined;

  const entryParts = {
    texts,
    press: parts.press,
    hide(key: string) {
      hidden.add(key);
      log.focus();
      if (last) show(last, true);
    },
  };

  function show(place: PlaceView, isOther: boolean): void {
    last = place;
    const name = nameOf(place, parts);
    showNames(name, place.name);
    gone.hidden = place.hasBot;
    if (isOther) drawn.clear();
    const wasAtEnd = isOther || log.scrollHeight - log.scrollTop - log.clientHeight < nearEnd;
    const shown = place.entries.filter(({ key }) => !hidden.has(key));
    const news = isOther ? [] : shown.filter(({ key, by }) => !by && !drawn.has(key));
    showEntries(shown);
    if (wasAtEnd) log.scrollTop = log.scrollHeight;
    for (const entry of news) tell(entry, name);
    const whisper = news.findLast(({ isWhisper }) => isWhisper);
    if (whisper) drawn.get(whisper.key)?.node.scrollIntoView({ block: 'nearest' });
  }

  function showNames(name: string, person: string): void {
    const isDirect = kind === 'direct';
    heading.replaceChildren(name);
    if (isDirect) heading.append(' ', element('span', { class: 'for' }, texts.directFor(person)));
    log.setAttribute('aria-label', isDirect ? texts.messagesDirect : texts.messages(name));
    writer.name(isDirect ? texts.writeDirect : texts.write(name));
  }

  function showEntries(shown: readonly Entry[]): void {
    const isApart = ({ isEarlier }: Entry) => isEarlier && kind === 'direct';
    const keys = new Set(shown.map(({ key }) => key));
    for (const key of drawn.keys()) if (!keys.has(key)) drawn.delete(key);
    arrange(earlier, shown.filter(isApart));
    arrange(
      entries,
      shown.filter(entry => !isApart(entry)),
    );
    earlierGroup.hidden = earlier.childElementCount === 0;
    earlierName.textContent = texts.earlier(earlier.childElementCount);
    empty.hidden = shown.length > 0;
  }

  function tell({ isWhisper, summary }: Entry, name: string): void {
    if (kind === 'direct') announce(texts.newDirect(summary));
    else announce(isWhisper ? texts.newWhisper(summary) : texts.newMessage(name, summary));
  }

  /** Draws what is new or changed, and leaves the rest as it stands. */
  function arrange(list: HTMLOListElement, wanted: readonly Entry[]): void {
    const nodes = wanted.map(entry => {
      const json = JSON.stringify(entry);
      const known = drawn.get(entry.key);
      if (known?.json === json) return known.node;
      const node = drawEntry(entry, entryParts);
      drawn.set(entry.key, { json, node });
      if (known) replaceKeepingFocus(known.node, node);
      return node;
    });
    for (const child of [...list.children]) if (!nodes.some(node => node === child)) child.remove();
    nodes.forEach((node, index) => {
      if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null);
    });
  }

  return { root, show };
}

function nameOf({ name }: PlaceView, { kind, side, texts }: PlaceParts): string {
  if (kind === 'direct') return texts.direct;
  return side === 'slack' ? `# ${name}` : name;
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

function createWriter({ texts, kind, side, language, write }: PlaceParts) {
  const field = element('textarea', { id: newId(), rows: '1', maxlength: '40000' });
  const label = element('label', { for: field.id, class: 'heard-only' });
  const hasSlash = side === 'slack' && kind === 'channel';
  const how = element(
    'select',
    { 'aria-label': texts.how },
    element('option', { value: 'command' }, texts.slash),
    element('option', { value: 'say' }, texts.mention),
  );
  const before = hasSlash
    ? how
    : kind === 'channel' && element('span', { class: 'mention', 'aria-hidden': 'true' }, texts.mention);
  const form = element(
    'form',
    { class: 'writer' },
    label,
    element(
      'div',
      { class: 'line' },
      before,
      field,
      element('button', { type: 'submit', class: 'primary' }, texts.send),
    ),
  );
  const send = (text: string) => void write(text, hasSlash && how.value === 'command');

  form.addEventListener('submit', event => {
    event.preventDefault();
    const text = field.value.trim();
    field.value = '';
    field.focus();
    if (text !== '') send(text);
  });
  field.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });

  const words = suggested.map(command => commandWord(command, language));
  const tryThese = element(
    'div',
    { class: 'suggestions row', role: 'group', 'aria-label': texts.suggestions },
    element('span', { 'aria-hidden': 'true' }, texts.suggestions),
    ...words.map(word => button(word, () => send(word), { class: 'chip' })),
  );
  const root = element('div', { class: 'writing' }, kind === 'channel' && tryThese, form);
  return {
    root,
    name(words: string) {
      label.textContent = words;
      field.placeholder = words;
    },
  };
}
