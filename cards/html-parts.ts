/** A card's parts as HTML that e-mail programs and browsers show alike: no script, nothing told by colour or by pictures alone. */

import { pictureWidth } from './bars-picture.ts';
import type { Button, Facts, List, Note, Part, TallyBars } from './card.ts';
import { type Html, html } from './html.ts';
import { leadingMark, signs } from './marks.ts';
import { textBar } from './text-bar.ts';

/** @param draw how buttons are shown, which differs between a page and an e-mail */
export function htmlParts(parts: readonly Part[], draw: (buttons: readonly Button[]) => Html): readonly Html[] {
  return parts.map(part => htmlPart(part, draw));
}

function htmlPart(part: Part, draw: (buttons: readonly Button[]) => Html): Html {
  switch (part.kind) {
    case 'text':
      return paragraphs(part.text, textStyles[part.weight ?? 'normal']);
    case 'facts':
      return part.facts.length === 0 ? nothing : factTable(part.facts);
    case 'tally':
      return html`${part.rows.map(tallyRow)}`;
    case 'list':
      return part.items.length === 0 ? nothing : html`<ul>${part.items.map(listItem)}</ul>`;
    case 'note':
      return note(part);
    case 'divider':
      return html`<hr>`;
    case 'buttons':
      return draw(part.buttons);
    case 'link':
      return html`<p><a href="${part.url}">${part.label}</a></p>`;
    case 'picture':
      // As wide as it was drawn for, also for the e-mail programs that know no style.
      return html`<p><img src="${part.url}" alt="${part.alt}" width="${String(pictureWidth)}" style="max-width:100%;height:auto;border:0"></p>`;
  }
}

const nothing = html``;

/** In the element itself: many e-mail programs throw a style sheet away. */
const textStyles = { normal: '', strong: 'font-weight:bold', subtle: 'font-size:14px' } as const;

/** One paragraph a line, as in the chats. */
function paragraphs(text: string, style: string): Html {
  const lines = text.split(/\r\n?|\n/).filter(line => line.trim() !== '');
  return html`${lines.map(line => (style === '' ? html`<p>${line}</p>` : html`<p style="${style}">${line}</p>`))}`;
}

function factTable(facts: Facts['facts']): Html {
  const rows = facts.map(
    ({ label, value }) =>
      html`<tr><th scope="row" align="left" valign="top" style="padding:2px 12px 2px 0">${label}</th><td style="padding:2px 0">${withBreaks(value)}</td></tr>`,
  );
  return html`<table cellpadding="0" cellspacing="0" border="0"><tbody>${rows}</tbody></table>`;
}

/** The label and the number in words come first, so that a listener may pass over the bar and lose nothing. */
function tallyRow({ label, value, share, isLeading }: TallyBars['rows'][number]): Html {
  const { filled, empty } = textBar(share);
  const head = isLeading ? html`<strong>${leadingMark} ${label}</strong>` : html`${label}`;
  return html`<p>${head} – ${value}<br><span aria-hidden="true">${filled}${empty}</span></p>`;
}

function listItem({ label, value }: List['items'][number]): Html {
  return html`<li>${withBreaks(value === undefined ? label : `${label} – ${value}`)}</li>`;
}

function note({ sign, text }: Note): Html {
  return html`<div style="border-left:4px solid;padding:1px 0 1px 12px;margin:16px 0">${paragraphs(`${signs[sign]} ${text}`, '')}</div>`;
}

function withBreaks(text: string): Html {
  return { markup: html`${text}`.markup.replace(/\r\n?|\n/g, '<br>') };
}
