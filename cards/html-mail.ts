/** Cards as e-mail: a subject, the words alone, and HTML that is whole with images off. */
import type { Button, Card, Part } from './card.ts';
import { type Html, html, htmlDocument } from './html.ts';
import { htmlParts } from './html-parts.ts';
import { checkCard } from './limits.ts';
import { plainText } from './plain-text.ts';

export type Mail = {
  /** One line without control characters. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

/** How a card's buttons are answered: nothing can be pressed in an e-mail. */
export type Answering = {
  /** The address of a page where the button can be pressed; undefined for one that is left out. */
  readonly answerUrl?: ((button: Button) => string | undefined) | undefined;
  /** Said once, where any button is left out. */
  readonly howToAnswer: string;
};

/** @throws {CardTooLarge} rather than leave anything out */
export function mailOf(card: Card, { answerUrl, howToAnswer }: Answering): Mail {
  checkCard(card);
  const buttons = card.parts.flatMap(part => (part.kind === 'buttons' ? part.buttons : []));
  const urls = new Map(buttons.map(button => [button, answerUrl?.(button)]));
  const linksOf = (all: readonly Button[]) =>
    all.flatMap(button => {
      const url = urls.get(button);
      return url === undefined ? [] : [{ kind: 'link', label: button.label, url } as const];
    });
  const isAnyLeftOut = linksOf(buttons).length < buttons.length;
  const parts: readonly Part[] = isAnyLeftOut ? [...card.parts, { kind: 'text', text: howToAnswer }] : card.parts;
  const inWords = parts.flatMap(part => (part.kind === 'buttons' ? linksOf(part.buttons) : [part]));
  const subject = subjectOf(card.title);
  return {
    subject,
    text: plainText({ ...card, parts: inWords }),
    html: htmlDocument({
      language: card.language,
      title: subject,
      style,
      body: body(
        card.title,
        htmlParts(parts, all => answerLinks(linksOf(all))),
      ),
    }),
  };
}

/** Nothing in a subject may end its line: what came behind would be a header of its own. */
function subjectOf(title: string): string {
  return title
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

/** Sizes in pixels: Outlook on the desktop knows no `rem`. */
function body(title: string, content: readonly Html[]): Html {
  return html`<body style="margin:0;padding:0">
<div style="max-width:640px;margin:0 auto;padding:16px;font-family:'Segoe UI',Arial,sans-serif;font-size:16px;line-height:1.5">
<h1 style="font-size:22px;line-height:1.3">${title}</h1>
${content}
</div>
</body>`;
}

function answerLinks(links: readonly { readonly label: string; readonly url: string }[]): Html {
  return html`${links.map(({ label, url }) => html`<p><a href="${url}" style="${likeButton}">${label}</a></p>`)}`;
}

const likeButton = 'display:inline-block;padding:8px 16px;border:2px solid;border-radius:4px;font-weight:bold';

const style: Html = { markup: ':root { color-scheme: light dark }' };
