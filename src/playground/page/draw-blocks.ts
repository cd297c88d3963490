/** Block Kit as far as Laget writes it, drawn as plain elements. What is not known here says so. */
import { button, element } from './element.ts';

export type Json = Readonly<Record<string, unknown>>;

/** @param press told the pressed button's label */
export function drawBlocks(
  blocks: readonly unknown[],
  press: (label: string) => void,
  unknownBlock: string,
): DocumentFragment {
  const drawn = document.createDocumentFragment();
  drawn.append(...blocks.map(block => drawBlock(jsonOf(block), press) ?? element('p', {}, unknownBlock)));
  return drawn;
}

function drawBlock(block: Json, press: (label: string) => void): HTMLElement | undefined {
  switch (block['type']) {
    case 'header':
      return element('h4', { class: 'block-header' }, textOf(block['text']));
    case 'rich_text':
      return element('div', { class: 'block-rich' }, ...listOf(block['elements']).map(drawRich));
    case 'context':
      return element('p', { class: 'block-context' }, listOf(block['elements']).map(textOf).join(' '));
    case 'divider':
      return element('hr');
    case 'image':
      return element('img', { class: 'block-image', src: safeUrl(block['image_url']), alt: String(block['alt_text']) });
    case 'actions':
      return element(
        'div',
        { class: 'block-actions row' },
        ...listOf(block['elements']).map(each => drawButton(each, press)),
      );
  }
  return undefined;
}

function drawButton(json: Json, press: (label: string) => void): HTMLElement {
  const label = textOf(json['text']);
  return button(label, () => press(label), { class: `block-button ${String(json['style'] ?? '')}`.trim() });
}

function drawRich(json: Json): HTMLElement {
  const parts = listOf(json['elements']);
  return json['type'] === 'rich_text_list'
    ? element('ul', {}, ...parts.map(item => element('li', {}, ...listOf(item['elements']).flatMap(drawWords))))
    : element('p', {}, ...parts.flatMap(drawWords));
}

/** Bars are hidden from listeners: the number stands in words beside them. */
function drawWords(json: Json): readonly Node[] {
  const text = String(json['text'] ?? '');
  if (json['type'] === 'link') {
    return [element('a', { href: safeUrl(json['url']), target: '_blank', rel: 'noopener' }, text)];
  }
  const nodes = text
    .split(/([█░]+)/)
    .map(part => (/[█░]/.test(part) ? element('span', { class: 'bar', 'aria-hidden': 'true' }, part) : new Text(part)));
  return jsonOf(json['style'])['bold'] === true ? [element('b', {}, ...nodes)] : nodes;
}

function safeUrl(url: unknown): string | undefined {
  return typeof url === 'string' && /^https?:\/\//.test(url) ? url : undefined;
}

/** The words of a `plain_text`, or of what holds one. */
export function textOf(value: unknown): string {
  const text = jsonOf(value)['text'];
  return typeof text === 'string' ? text : '';
}

export function jsonOf(value: unknown): Json {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

export function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(jsonOf) : [];
}
