import type { PlaygroundTexts } from '../../texts/playground-texts.ts';
import type { Letter } from '../playground-view.ts';
import { button, element, newId } from './element.ts';

type Texts = PlaygroundTexts['mail'];

export type DrawnLetter = { readonly heading: HTMLElement; readonly nodes: readonly Node[] };

/** One e-mail as it was received: from whom, what it asks of a calendar, its files, and its HTML in a frame of its own. */
export function drawLetter(letter: Letter, all: PlaygroundTexts, close: () => void): DrawnLetter {
  const texts = all.mail;
  const heading = element('h3', { id: newId(), tabindex: '-1' }, letter.subject);
  const facts = [
    [texts.from, letter.from],
    [texts.to, letter.to],
    [texts.sent, letter.time],
  ];
  const nodes = [
    element(
      'div',
      { class: 'letter-head' },
      heading,
      button('×', close, { class: 'plain close', 'aria-label': all.close }),
    ),
    element('dl', {}, ...facts.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)])),
    ...drawFiles(letter, texts),
    frameOf(letter),
    element('p', { class: 'hint' }, texts.links),
  ];
  return { heading, nodes };
}

function drawFiles({ number, calendar, files }: Letter, texts: Texts): readonly Node[] {
  const links = files.map((name, place) =>
    element('a', { href: `letter/${number}/${place}`, download: name }, texts.download(name)),
  );
  if (links.length === 0) return [];
  return [
    element(
      'div',
      { class: 'files' },
      calendar !== undefined && element('p', {}, texts.calendar(calendar)),
      element('ul', {}, ...links.map(link => element('li', {}, link))),
    ),
  ];
}

/** No script runs in it, and what is behind a link opens elsewhere. It is as tall as what stands in it. */
function frameOf({ number, subject }: Letter): HTMLIFrameElement {
  const frame = element('iframe', {
    src: `letter/${number}`,
    title: subject,
    sandbox: 'allow-same-origin allow-popups allow-popups-to-escape-sandbox',
  });
  let width = 0;
  const adjust = () => {
    width = frame.clientWidth;
    const height = frame.contentDocument?.querySelector('html')?.getBoundingClientRect().height ?? 0;
    if (height > 0) frame.style.height = `${Math.ceil(height)}px`;
  };
  const adjustToWidth = () => {
    if (frame.clientWidth !== width) adjust();
  };
  frame.addEventListener('load', adjust);
  new ResizeObserver(adjustToWidth).observe(frame);
  return frame;
}
