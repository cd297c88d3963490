/** The top of the page: what this is, the clock that can be moved, and the page's own language. */
import { type PageLanguage, playgroundTexts } from '../../texts/playground-texts.ts';
import type { View } from '../playground-view.ts';
import { button, element, newId } from './element.ts';

export type ClockStep = (typeof steps)[number];

export type PageTop = {
  readonly nodes: readonly HTMLElement[];
  show(view: Pick<View, 'now' | 'next'>): void;
  /** What the clock shows. */
  now(): string;
};

const steps = ['minute', 'hour', 'day', 'week', 'next'] as const;
const languages = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' } as const satisfies Record<PageLanguage, string>;

export function createPageTop(language: PageLanguage, move: (by: ClockStep) => void): PageTop {
  const texts = playgroundTexts[language];
  const nameId = newId();
  const clock = element('strong');
  const coming = element('span');
  return {
    nodes: [
      element('a', { class: 'skip', href: '#teams' }, texts.skip),
      element('a', { class: 'skip', href: '#slack' }, texts.skipToSlack),
      element('a', { class: 'skip', href: '#mail' }, texts.skipToMail),
      element(
        'header',
        { class: 'top' },
        element('div', { class: 'about' }, element('h1', {}, texts.heading), element('p', {}, texts.intro)),
        element(
          'section',
          { class: 'clock', 'aria-labelledby': nameId },
          element('p', {}, element('span', { id: nameId }, texts.clock), ' ', clock, element('br'), coming),
          element('div', { class: 'row' }, ...steps.map(by => button(texts.move[by], () => move(by)))),
        ),
        element('nav', { class: 'languages', 'aria-label': texts.pageLanguage }, ...languageLinks(language)),
      ),
    ],
    show({ now, next }) {
      clock.textContent = now;
      coming.textContent = next ? texts.next[next.what](next.when) : texts.nothingComing;
    },
    now: () => clock.textContent ?? '',
  };
}

function languageLinks(current: PageLanguage): readonly HTMLElement[] {
  return Object.entries(languages).map(([lang, name]) =>
    element('a', { href: `?lang=${lang}`, lang, hreflang: lang, 'aria-current': lang === current && 'true' }, name),
  );
}
