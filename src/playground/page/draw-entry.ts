import type { PlaygroundTexts } from '../../texts/playground-texts.ts';
import type { Entry, MessageName } from '../playground-view.ts';
import { drawAdaptiveCard } from './draw-adaptive-card.ts';
import { drawBlocks } from './draw-blocks.ts';
import { button, element } from './element.ts';

export type EntryParts = {
  readonly texts: PlaygroundTexts;
  readonly press: (message: MessageName, label: string) => void;
  readonly hide: (key: string) => void;
};

/** One message as it stands in its chat: who, when, and what the platform would draw. */
export function drawEntry(entry: Entry, parts: EntryParts): HTMLLIElement {
  const { texts } = parts;
  const by = entry.by ?? texts.bot;
  return element(
    'li',
    { class: `entry${entry.isWhisper ? ' whisper' : ''}${entry.by ? ' said' : ''}`, tabindex: '-1' },
    element('span', { class: `face${entry.by ? '' : ' bot'}`, 'aria-hidden': 'true' }, initials(by)),
    element(
      'div',
      { class: 'message' },
      element(
        'p',
        { class: 'by' },
        element('b', {}, by),
        !entry.by && element('span', { class: 'app' }, texts.app),
        element('time', { datetime: entry.at }, entry.time),
        entry.isWhisper && element('span', { class: 'only-you' }, texts.onlyYou),
        entry.isWhisper && button(texts.hide, () => parts.hide(entry.key), { class: 'plain' }),
      ),
      drawContent(entry, parts),
    ),
  );
}

function drawContent({ content, message }: Entry, { texts, press }: EntryParts): Node {
  const pressed = (label: string) => message && press(message, label);
  switch (content.kind) {
    case 'words':
      return element('p', { class: 'words' }, content.words);
    case 'deleted':
      return element('p', { class: 'words gone' }, texts.deleted);
    case 'adaptive-card':
      return element('div', { class: 'card' }, drawAdaptiveCard(content.card, pressed) ?? texts.unknownBlock);
    case 'blocks':
      return element('div', { class: 'blocks' }, drawBlocks(content.blocks, pressed, texts.unknownBlock));
  }
}

function initials(name: string): string {
  const words = name.split(' ').filter(word => word !== '');
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map(word => word?.charAt(0) ?? '').join('');
}
