/** Pages for people who come by a browser: what this is, privacy, terms, and a link that has expired. */
import type { Application, Response } from 'express';
import { type Html, html } from '../../../cards/html.ts';
import { type PageTexts, pageTexts } from '../../texts/page-texts.ts';
import { type Section, sendPage } from './html-page.ts';

type Shown = { readonly title: string; readonly content: readonly Html[] };

/** `GET /`, `/privacy` and `/terms`: the Teams app's own manifest names the two last. @param playground its path, where it is on */
export function mountPages(app: Application, { playground }: { readonly playground?: string | undefined } = {}): void {
  app.get('/', (_request, response) => {
    const link = (text: string) => (playground === undefined ? [] : [html`<p><a href="${playground}">${text}</a></p>`]);
    sendInBoth(response, 200, ({ home }) => ({
      title: home.title,
      content: [html`<p>${home.text}</p>`, ...link(home.playground)],
    }));
  });
  for (const page of ['privacy', 'terms'] as const) {
    app.get(`/${page}`, (_request, response) => {
      sendInBoth(response, 200, texts => ({
        title: texts[page].title,
        content: texts[page].paragraphs.map(text => html`<p>${text}</p>`),
      }));
    });
  }
}

/** 404 in words: the link to a file has expired, or never was one. */
export function sendExpired(response: Response): void {
  sendInBoth(response, 404, ({ expired }) => ({ title: expired.title, content: [html`<p>${expired.text}</p>`] }));
}

/** Nobody is asked which language they read: bokmål stands first, English below. */
function sendInBoth(response: Response, status: number, shown: (texts: PageTexts) => Shown): void {
  const sections = (['nb', 'en'] as const).map((language): Section => ({ language, ...shown(pageTexts[language]) }));
  sendPage(response, status, sections);
}
