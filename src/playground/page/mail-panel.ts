/** E-mail as the person who gets it has it: one inbox at a time, and one e-mail of it open. */
import type { PlaygroundTexts } from '../../texts/playground-texts.ts';
import type { Letter, MailView } from '../playground-view.ts';
import { announce } from './announce.ts';
import { drawLetter } from './draw-letter.ts';
import { button, element, newId } from './element.ts';
import { namePerson } from './name-person.ts';

export type MailPanel = {
  readonly root: HTMLElement;
  /** @param owner whose inbox is shown */
  show(owner: string, view: MailView): void;
};

/** @param choose told whose inbox is to be shown */
export function createMailPanel(all: PlaygroundTexts, choose: (owner: string) => void): MailPanel {
  const texts = all.mail;
  const headingId = newId();
  const who = element('select', { id: newId() });
  who.addEventListener('change', () => choose(who.value));
  const list = element('ol', { class: 'letters' });
  const empty = element('p', { class: 'empty' });
  const opened = element('article', { class: 'letter', hidden: true });
  const lines = new Map<number, HTMLButtonElement>();
  const read = new Set<number>();
  let shownFor = '';
  let offered = '';

  function open(letter: Letter): void {
    close();
    const line = lines.get(letter.number);
    read.add(letter.number);
    line?.setAttribute('aria-current', 'true');
    line?.querySelector('.unread')?.remove();
    const { heading, nodes } = drawLetter(letter, all, () => {
      close();
      line?.focus();
    });
    opened.replaceChildren(...nodes);
    opened.setAttribute('aria-labelledby', heading.id);
    opened.hidden = false;
    heading.focus();
  }

  function lineOf(letter: Letter): HTMLLIElement {
    const line = button('', () => open(letter), { class: 'letter-line' });
    line.append(
      read.has(letter.number) ? '' : element('span', { class: 'unread' }, texts.unread),
      ' ',
      element('b', {}, letter.subject),
      ' ',
      element('time', { datetime: letter.at }, letter.time),
    );
    lines.set(letter.number, line);
    return element('li', {}, line);
  }

  function close(): void {
    for (const line of lines.values()) line.removeAttribute('aria-current');
    opened.replaceChildren();
    opened.hidden = true;
  }

  function clear(): void {
    close();
    lines.clear();
    list.replaceChildren();
  }

  /** A list that is open is left alone for as long as nothing in it has changed. */
  function offer(owners: MailView['owners']): void {
    const json = JSON.stringify(owners);
    if (json === offered) return;
    offered = json;
    who.replaceChildren(
      ...owners.map(each => element('option', { value: each.id }, texts.owner(namePerson(each, all), each.letters))),
    );
  }

  const root = element(
    'section',
    { class: 'side mail', id: 'mail', tabindex: '-1', 'aria-labelledby': headingId },
    element(
      'div',
      { class: 'side-head' },
      element('h2', { id: headingId }, texts.title),
      element('div', { class: 'labelled who' }, element('label', { for: who.id }, texts.inbox), who),
    ),
    element('p', { class: 'about-mail' }, texts.about),
    element('div', { class: 'mail-body' }, element('div', { class: 'inbox' }, empty, list), opened),
  );

  return {
    root,
    show(owner, { owners, letters }) {
      const isOther = owner !== shownFor;
      shownFor = owner;
      if (isOther) clear();
      offer(owners);
      who.value = owner;
      const name = owners.find(({ id }) => id === owner)?.name ?? '';
      list.setAttribute('aria-label', texts.letters(name));
      empty.textContent = texts.empty(name);
      empty.hidden = letters.length > 0;
      const news = letters.filter(({ number }) => !lines.has(number));
      list.prepend(...news.map(lineOf));
      if (!isOther) for (const { subject } of news) announce(texts.news(name, subject));
    },
  };
}
