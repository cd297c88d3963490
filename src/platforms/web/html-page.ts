import type { Response } from 'express';
import { type Html, html } from '../../../cards/html.ts';

export type Section = { readonly language: string; readonly title: string; readonly content: readonly Html[] };

/** One page with a section for each language; the first one's is the page's own. Loads nothing and runs no script. */
export function sendPage(response: Response, status: number, sections: readonly Section[]): void {
  const [first] = sections;
  const page = html`<!doctype html>
<html lang="${first?.language ?? 'nb'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${first?.title ?? ''}</title>
<style>${style}</style>
</head>
<body>
<main>
${sections.map(
  ({ language, title, content }, index) => html`<section lang="${language}">
${index === 0 ? html`<h1>${title}</h1>` : html`<h2>${title}</h2>`}
${content}
</section>
`,
)}</main>
</body>
</html>
`;
  response
    .status(status)
    .type('html')
    .set({
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    })
    .send(page.markup);
}

const style: Html = {
  markup: `:root { color-scheme: light dark; font: 1.0625rem/1.6 system-ui, sans-serif }
body { margin: 0 }
main { max-width: 38rem; margin: 0 auto; padding: 2rem 1.25rem }
section + section { margin-top: 2.5rem; padding-top: 1.5rem; border-top: 1px solid }`,
};
