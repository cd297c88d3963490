/** Markup for pages and e-mail: whatever is put into it is text, never markup. */

/** Markup with every value in it escaped. */
export type Html = { readonly markup: string };

/** A value stands between tags or between double quotes. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | Html | readonly Html[])[]): Html {
  return { markup: String.raw({ raw: parts }, ...values.map(written)) };
}

export type HtmlDocument = {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly style: Html;
  /** What else its head holds. */
  readonly head?: Html;
  /** `<body>` and what is in it. */
  readonly body: Html;
};

/** A whole document, which runs no script and loads nothing but pictures. */
export function htmlDocument({ language, title, style, head, body }: HtmlDocument): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${style}</style>
${head ?? ''}</head>
${body}
</html>
`.markup;
}

function written(value: string | Html | readonly Html[]): string {
  if (typeof value === 'string') return escaped(value);
  if ('markup' in value) return value.markup;
  return value.map(({ markup }) => markup).join('\n');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, character => entities[character] ?? '');
}
