/** Cards and forms on a page, for people who answer in a browser: pressed and sent without any script. */
import { encode } from '../src/intents/wire.ts';
import type { Button, Card, Choice, Field, Form } from './card.ts';
import { type Html, html } from './html.ts';
import { htmlParts } from './html-parts.ts';
import { checkCard, checkForm } from './limits.ts';
import { signs } from './marks.ts';

export type PageWords = {
  /** Above the list of what is wrong with a form. */
  readonly errors: string;
  /** Behind the label of a field that may be left empty. */
  readonly optional: string;
};

/** What is sent beside a form's own fields, under names that no intent has; a field of several values ends in `list`. */
export const sentNames = { payload: '_payload', request: '_request', list: '[]' } as const;

/**
 * @param request the page's own name, the same in everything sent from it
 * @throws {CardTooLarge}
 */
export function cardOnPage(card: Card, request: string): readonly Html[] {
  checkCard(card);
  return htmlParts(card.parts, buttons => buttonRow(buttons, request));
}

/** A form as it is filled in or to be mended; what is wrong stands first in a list, and once more at each field. */
export function formOnPage(form: Form, request: string, words: PageWords): readonly Html[] {
  checkForm(form);
  const fields = form.fields.map((field, index) => ({ field, id: `field-${index + 1}` }));
  return [
    errorList(fields, words),
    ...htmlParts(form.intro ?? [], buttons => buttonRow(buttons, request)),
    html`<form method="post" novalidate>
${hidden(encode(form.intent), request)}
${fields.map(({ field, id }) => fieldOnPage(field, id, words))}
<p class="row"><button class="primary">${form.submit}</button> <a href="">${form.cancel}</a></p>
</form>`,
  ];
}

/** Readable in the colours the person has chosen, in print, and at any size; targets are large enough for a thumb. */
export const pageStyle: Html = {
  markup: `:root { color-scheme: light dark; font: 1.0625rem/1.6 system-ui, sans-serif; background: Canvas; color: CanvasText }
body { margin: 0 }
a { color: inherit }
main { max-width: 38rem; margin: 0 auto; padding: 2rem 1.25rem }
section + section { margin-top: 2.5rem; padding-top: 1.5rem; border-top: 1px solid }
h1, h2 { line-height: 1.25 }
.row { display: flex; flex-wrap: wrap; gap: 0.75rem 1.25rem; align-items: center; margin: 1.25rem 0 }
button, input, select, textarea { font: inherit; box-sizing: border-box }
button { min-height: 2.75rem; padding: 0.5rem 1.25rem; border: 2px solid; border-radius: 0.25rem }
button { background: Canvas; color: CanvasText; cursor: pointer }
button.primary { background: CanvasText; color: Canvas; border-color: CanvasText }
.field, fieldset { margin: 1.25rem 0; padding: 0; border: 0 }
label, legend { font-weight: bold; padding: 0 }
.choice { display: flex; gap: 0.75rem; align-items: center; min-height: 2.75rem; font-weight: normal }
.hint { margin: 0 0 0.25rem }
.error { margin: 0 0 0.25rem; font-weight: bold }
input[type='text'], select, textarea { width: 100% }
input, select, textarea { min-height: 2.75rem; padding: 0.5rem; border: 1px solid; border-radius: 0.25rem }
.choice input { width: 1.5rem; height: 1.5rem; min-height: 0; margin: 0; flex: none }
[aria-invalid] { border-width: 3px }
.errors { border: 3px solid; padding: 0 1rem }
:focus-visible { outline: 3px solid; outline-offset: 3px }`,
};

function buttonRow(buttons: readonly Button[], request: string): Html {
  if (buttons.length === 0) return nothing;
  const forms = buttons.map(
    ({ label, intent, weight }) =>
      html`<form method="post">${hidden(encode(intent), request)}<button class="${weight ?? 'usual'}">${label}</button></form>`,
  );
  return html`<div class="row">${forms}</div>`;
}

function hidden(payload: string, request: string): Html {
  return html`<input type="hidden" name="${sentNames.payload}" value="${payload}"><input type="hidden" name="${sentNames.request}" value="${request}">`;
}

/** The reader is brought here, without a script, and from here to each field. */
function errorList(fields: readonly { readonly field: Field; readonly id: string }[], { errors }: PageWords): Html {
  const wrong = fields.flatMap(({ field, id }) =>
    field.error === undefined ? [] : html`<li><a href="#${id}">${field.label}: ${field.error}</a></li>`,
  );
  if (wrong.length === 0) return nothing;
  return html`<div class="errors" role="alert" tabindex="-1" autofocus><h2>${errors}</h2><ul>${wrong}</ul></div>`;
}

function fieldOnPage(field: Field, id: string, words: PageWords): Html {
  const given = attributes(field, id);
  switch (field.kind) {
    case 'text':
      return oneInput(
        field,
        id,
        words,
        html`<input type="text" maxlength="${String(field.max)}" value="${field.value ?? ''}" ${given}>`,
      );
    case 'long-text':
      // A line break right behind the tag is not read as a part of the text.
      return oneInput(
        field,
        id,
        words,
        html`<textarea rows="6" maxlength="${String(field.max)}" ${given}>\n${field.value ?? ''}</textarea>`,
      );
    case 'date':
      return oneInput(field, id, words, html`<input type="date" value="${field.value ?? ''}" ${given}>`);
    case 'time':
      return oneInput(field, id, words, html`<input type="time" value="${field.value ?? ''}" ${given}>`);
    case 'choice':
      return field.isList || field.choices.length > mostVisibleChoices
        ? oneInput(field, id, words, select(field.choices, field.value, given))
        : group(field, id, words, radios(field, id));
    case 'choices':
      return group(field, id, words, checkboxes(field, id));
  }
}

const mostVisibleChoices = 10;

const nothing = html``;

function oneInput(field: Field, id: string, words: PageWords, input: Html): Html {
  return html`<div class="field"><label for="${id}">${labelOf(field, words)}</label>
${remarks(field, id)}${input}</div>`;
}

function group(field: Field, id: string, words: PageWords, inputs: readonly Html[]): Html {
  return html`<fieldset${describedBy(field, id)}><legend>${labelOf(field, words)}</legend>
${remarks(field, id)}${inputs}</fieldset>`;
}

function labelOf({ label, isRequired }: Field, { optional }: PageWords): string {
  return isRequired ? label : `${label} (${optional})`;
}

function remarks({ hint, error }: Field, id: string): Html {
  const told = hint === undefined ? nothing : html`<p class="hint" id="${id}-hint">${hint}</p>`;
  const wrong = error === undefined ? nothing : html`<p class="error" id="${id}-error">${signs.warning} ${error}</p>`;
  return html`${told}${wrong}`;
}

function attributes(field: Field, id: string): Html {
  const invalid = field.error === undefined ? nothing : html` aria-invalid="true"`;
  return html`id="${id}" name="${field.name}"${describedBy(field, id)}${invalid}${required(field)}`;
}

function describedBy({ hint, error }: Field, id: string): Html {
  const ids = [...(hint === undefined ? [] : [`${id}-hint`]), ...(error === undefined ? [] : [`${id}-error`])];
  return ids.length === 0 ? nothing : html` aria-describedby="${ids.join(' ')}"`;
}

function required({ isRequired }: Field): Html {
  return isRequired ? html` required` : nothing;
}

function select(choices: readonly Choice[], chosen: string | undefined, given: Html): Html {
  const options = choices.map(({ value, label }) =>
    value === chosen
      ? html`<option value="${value}" selected>${label}</option>`
      : html`<option value="${value}">${label}</option>`,
  );
  return html`<select ${given}>${chosen === undefined ? html`<option value="">–</option>` : nothing}${options}</select>`;
}

function radios(field: Extract<Field, { kind: 'choice' }>, id: string): readonly Html[] {
  return field.choices.map((choice, index) =>
    tick(
      choice,
      idOf(id, index),
      html`type="radio" name="${field.name}"${required(field)}`,
      choice.value === field.value,
    ),
  );
}

function checkboxes(field: Extract<Field, { kind: 'choices' }>, id: string): readonly Html[] {
  return field.choices.map((choice, index) =>
    tick(
      choice,
      idOf(id, index),
      html`type="checkbox" name="${field.name}${sentNames.list}"`,
      field.value?.includes(choice.value) ?? false,
    ),
  );
}

/** The first has the field's own, so that the list of errors leads to it. */
function idOf(field: string, index: number): string {
  return index === 0 ? field : `${field}-${index + 1}`;
}

function tick({ value, label }: Choice, id: string, given: Html, isTicked: boolean): Html {
  const checked = isTicked ? html` checked` : nothing;
  return html`<label class="choice" for="${id}"><input ${given} id="${id}" value="${value}"${checked}> ${label}</label>`;
}
