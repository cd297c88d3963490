/** A Teams dialog or a Slack modal, in a dialog of the browser's own: it keeps the focus, and Escape closes it. */
import type { PlaygroundTexts } from '../../texts/playground-texts.ts';
import { inSentences } from '../in-sentences.ts';
import type { DeedAnswer, FormView, Side } from '../playground-view.ts';
import { announce } from './announce.ts';
import { drawAdaptiveCard } from './draw-adaptive-card.ts';
import { jsonOf } from './draw-blocks.ts';
import { drawModal, type ModalValues } from './draw-modal.ts';
import { button, byId, element, newId } from './element.ts';

export type FormParts = {
  readonly side: Side;
  readonly texts: PlaygroundTexts;
  /** @returns the form again, where something in it was wrong, or what follows it; nothing when it could not be sent */
  readonly send: (form: FormView, values: ModalValues, label: string) => Promise<DeedAnswer | undefined>;
};

/** Opens it. When it closes, the focus goes back to what opened it; where that was drawn anew, to the chat. */
export function openForm(form: FormView, parts: FormParts): void {
  const opener = document.activeElement;
  const content = element('div');
  const announcer = element('div', { class: 'announcer heard-only', role: 'status' });
  const dialog = element('dialog', { class: `dialog ${parts.side}` }, content, announcer);
  dialog.addEventListener('close', () => {
    dialog.remove();
    giveFocusBack(opener, byId(parts.side));
  });
  document.body.append(dialog);
  fill(dialog, form, parts);
  dialog.showModal();
  focusOn(dialog, '.dialog-body :is(input, textarea, select, button, a)');
  if (form.summary !== '') announce(form.summary);
}

function fill(dialog: HTMLDialogElement, form: FormView, parts: FormParts, kept?: ModalValues): void {
  const { texts, side } = parts;
  const headingId = newId();
  dialog.setAttribute('aria-labelledby', headingId);
  const close = button('×', () => dialog.close(), { class: 'plain close', 'aria-label': texts.close });
  const send = async (values: ModalValues, label: string) => {
    dialog.setAttribute('aria-busy', 'true');
    const answer = await parts.send(form, values, label);
    dialog.removeAttribute('aria-busy');
    // What was wrong is told by the page, which lies behind: here it is said once more.
    if (!answer) tellProblem(byId('problem').textContent);
    else if (answer.status >= 300) tellProblem(texts.unanswered(answer.status));
    else if (answer.form) showAgain(dialog, answer.form, parts, values);
    else dialog.close();
  };
  const problem = element('p', { class: 'error', role: 'alert' });
  const tellProblem = (words: string) => {
    problem.textContent = words;
    problem.scrollIntoView({ block: 'nearest' });
  };
  dialog.firstElementChild?.replaceChildren(
    element('div', { class: 'dialog-head' }, element('h2', { id: headingId }, form.title), close),
    side === 'teams' ? teamsBody(form, texts, send) : slackBody(form, parts, send, () => dialog.close(), kept),
    problem,
  );
}

type Send = (values: ModalValues, label: string) => Promise<void>;

function teamsBody(form: FormView, texts: PlaygroundTexts, send: Send): HTMLElement {
  const { content } = jsonOf(jsonOf(form.raw)['card']);
  const drawn = drawAdaptiveCard(content, (label, filled) => void send(filled, label), Object.keys(form.errors));
  return element('div', { class: 'dialog-body' }, drawn ?? texts.unknownBlock);
}

function slackBody(
  { raw, errors }: FormView,
  { texts }: FormParts,
  send: Send,
  close: () => void,
  kept?: ModalValues,
): HTMLElement {
  const modal = drawModal(raw, errors, texts, Object.keys(errors).length > 0 ? kept : undefined);
  const body = element(
    'form',
    { class: 'dialog-body' },
    ...modal.nodes,
    element(
      'div',
      { class: 'row dialog-foot' },
      button(modal.close || texts.cancel, close),
      element('button', { type: 'submit', class: 'primary' }, modal.submit),
    ),
  );
  body.addEventListener('submit', event => {
    event.preventDefault();
    void send(modal.values(), modal.submit);
  });
  return body;
}

/**
 * The first wrong field gets the focus and stands in the middle, for what is wrong is said above it or below it; where
 * none is wrong, the first one gets it, and what it is about is read from the top.
 */
function showAgain(dialog: HTMLDialogElement, form: FormView, parts: FormParts, values: ModalValues): void {
  fill(dialog, form, parts, values);
  dialog.scrollTo(0, 0);
  focusOn(dialog, '[aria-invalid=true]', '.dialog-body :is(input, textarea, select, button, a)', 'button');
  dialog.querySelector('[aria-invalid=true]')?.scrollIntoView({ block: 'center' });
  announce(inSentences([form.title, ...Object.values(form.errors), form.summary]));
}

/** The browser has focused the opener already, but its caret went with the dialog: only a new focus gives it one. */
function giveFocusBack(opener: Element | null, otherwise: HTMLElement): void {
  const target = opener instanceof HTMLElement && opener.isConnected && opener !== document.body ? opener : otherwise;
  target.blur();
  target.focus({ preventScroll: true });
}

function focusOn(dialog: HTMLDialogElement, ...selectors: readonly string[]): void {
  const found = selectors.map(selector => dialog.querySelector<HTMLElement>(selector));
  found.find(each => each !== null)?.focus({ preventScroll: true });
}
