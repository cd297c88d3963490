/** Where one writes to Laget: a mention, a slash command or a plain message, and a few commands to try. */
import { type Command, commandWord } from '../../texts/commands.ts';
import type { PageLanguage, PlaygroundTexts } from '../../texts/playground-texts.ts';
import type { Side } from '../playground-view.ts';
import { button, element, newId } from './element.ts';

export type MessageWriter = { readonly root: HTMLElement; name(words: string): void };

export type WriterParts = {
  readonly side: Side;
  readonly kind: 'channel' | 'direct';
  readonly texts: PlaygroundTexts;
  readonly language: PageLanguage;
  readonly write: (text: string, isCommand: boolean) => void;
};

/** In the channel what all take part in; to Laget alone what those who lead look after. */
const suggested = {
  channel: ['poll', 'polls', 'meeting', 'findTime', 'meetings', 'year', 'help'],
  direct: ['network', 'members', 'rules', 'deliveries'],
} as const satisfies Record<WriterParts['kind'], readonly Command[]>;

/** Enter sends, and Shift with Enter begins a new line. */
export function createMessageWriter(parts: WriterParts): MessageWriter {
  const { texts, kind, side, write } = parts;
  const field = element('textarea', { id: newId(), rows: '1', maxlength: '40000' });
  const label = element('label', { for: field.id, class: 'heard-only' });
  const how = side === 'slack' && kind === 'channel' ? chooseHow(texts) : undefined;
  const mention = element('span', { class: 'mention', 'aria-hidden': 'true' }, texts.mention);
  const send = (text: string) => write(text, how?.value === 'command');
  const form = element(
    'form',
    { class: 'writer' },
    label,
    element(
      'div',
      { class: 'line' },
      how ?? (kind === 'channel' && mention),
      field,
      element('button', { type: 'submit', class: 'primary' }, texts.send),
    ),
  );
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
  return {
    root: element('div', { class: 'writing' }, suggestions(parts, send), form),
    name(words) {
      label.textContent = words;
      field.placeholder = words;
    },
  };
}

function chooseHow({ how, slash, mention }: PlaygroundTexts): HTMLSelectElement {
  return element(
    'select',
    { 'aria-label': how },
    element('option', { value: 'command' }, slash),
    element('option', { value: 'say' }, mention),
  );
}

function suggestions({ texts, kind, language }: WriterParts, send: (text: string) => void): HTMLElement {
  const words = suggested[kind].map(command => commandWord(command, language));
  return element(
    'div',
    { class: 'suggestions row', role: 'group', 'aria-label': texts.suggestions },
    element('span', { 'aria-hidden': 'true' }, texts.suggestions),
    ...words.map(word => button(word, () => send(word), { class: 'chip' })),
  );
}
