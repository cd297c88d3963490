/** What stands on the pages people answer on. Pure. */
import type { Card, Form, Part } from '../../../cards/card.ts';
import { type Html, html, htmlDocument } from '../../../cards/html.ts';
import { cardOnPage, formOnPage, type PageWords, pageStyle } from '../../../cards/html-page.ts';
import type { Reply } from '../../bot/platform.ts';
import type { Language } from '../../features/networks/network.ts';
import type { About, AnswerClaim } from './answer-claim.ts';

export type AnswerWords = PageWords & {
  /** To the page as the link first showed it. */
  readonly back: string;
  /** That nothing has been answered yet. */
  readonly notYet: string;
  readonly expired: { readonly title: string; readonly text: string };
};

export type WordsIn = (language: Language) => AnswerWords;

export type Page = { readonly status: number; readonly markup: string };

/** A button that is pressed here, since it could not be in the e-mail. @param name the page's own */
export function pressPage({ intent, press, language }: Pressed, name: string, words: WordsIn): Page {
  const { title, label, about = [] } = press;
  const card: Card = {
    language,
    title,
    parts: [
      ...about.map(partOf),
      { kind: 'note', sign: 'information', text: words(language).notYet },
      { kind: 'buttons', buttons: [{ label, intent, weight: 'primary' }] },
    ],
  };
  return cardsPage([card], name);
}

type Pressed = AnswerClaim & { readonly press: object };

function partOf(about: About): Part {
  if (typeof about === 'string') return { kind: 'text', text: about };
  const [label, value] = about;
  return { kind: 'facts', facts: [{ label, value }] };
}

/** A form alone; else all that is told, the person's own first. @param isAfterPress there is a page to go back to */
export function replyPage(reply: Reply, name: string, words: WordsIn, isAfterPress: boolean): Page {
  const { form, whisper, answer, say, standing } = reply;
  if (form) return formPage(form, name, words(form.language));
  const cards = [whisper, answer, say, standing].filter(card => card !== undefined);
  const [first] = cards;
  if (!first) return expiredPage(words);
  const back = html`<p><a href="">${words(first.language).back}</a></p>`;
  return cardsPage(cards, name, isAfterPress ? [back] : []);
}

/** Nobody is asked which language they read: bokmål stands first, English below. */
export function expiredPage(words: WordsIn): Page {
  const sections = (['nb', 'en'] as const).map((language): Section => {
    const { title, text } = words(language).expired;
    return { language, title, content: [html`<p>${text}</p>`] };
  });
  return pageOf(404, sections);
}

function formPage(form: Form, name: string, words: AnswerWords): Page {
  const { language, title } = form;
  const isWrong = form.fields.some(({ error }) => error !== undefined);
  const section = { language, title, content: formOnPage(form, name, words) };
  return pageOf(200, [section], isWrong ? `${words.errors} – ${title}` : title);
}

function cardsPage(cards: readonly Card[], name: string, below: readonly Html[] = []): Page {
  const sections = cards.map((card, index) => ({
    language: card.language,
    title: card.title,
    content: [...cardOnPage(card, name), ...(index === cards.length - 1 ? below : [])],
  }));
  return pageOf(200, sections);
}

type Section = { readonly language: Language; readonly title: string; readonly content: readonly Html[] };

/** The first section's language and title are the page's own. */
function pageOf(status: number, sections: readonly Section[], title = sections[0]?.title ?? ''): Page {
  const body = html`<body>
<main>
${sections.map(
  (section, index) => html`<section lang="${section.language}">
${index === 0 ? html`<h1>${section.title}</h1>` : html`<h2>${section.title}</h2>`}
${section.content}
</section>`,
)}
</main>
</body>`;
  return {
    status,
    markup: htmlDocument({ language: sections[0]?.language ?? 'nb', title, style: pageStyle, head: noIcon, body }),
  };
}

/** Where pictures may be loaded, a browser would ask the server for an icon. */
const noIcon = html`<link rel="icon" href="data:,">`;
