/**
 * Cards as Slack's Block Kit. People's words stand in `rich_text` and `plain_text` only: in neither does Slack take any
 * character for markup or for a mention, so nothing is escaped but the message's own `text`.
 * https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
 */
import { encode } from '../src/intents/wire.ts';
import type { Button, Card, Choice, Facts, Field, Form, List, Part, TallyBars } from './card.ts';
import { checkCard, checkForm, slackLimits, within } from './limits.ts';
import { leadingMark, signs } from './marks.ts';
import { plainText } from './plain-text.ts';
import { rowsOf } from './rows-of.ts';
import { textBar } from './text-bar.ts';

export type BlockJson = { readonly type: string } & Readonly<Record<string, unknown>>;
export type SlackMessageJson = { readonly text: string; readonly blocks: readonly BlockJson[] };
export type ModalJson = { readonly type: 'modal'; readonly blocks: readonly BlockJson[] } & Readonly<
  Record<string, unknown>
>;

/** Buttons beside one another before a new row begins; Slack would take 25. */
const buttonsInRow = 5;

/**
 * @returns the blocks of a message or of App Home.
 * @throws {CardTooLarge} rather than leave anything out
 */
export function blocks(card: Card): readonly BlockJson[] {
  checkCard(card);
  const all = [{ type: 'header', text: plain(card.title) }, ...partBlocks(card.parts)];
  within('slack.blocksInMessage', all.length, slackLimits.blocksInMessage);
  within('slack.textInBlocks', plainText(card).length, slackLimits.textInBlocks);
  return all;
}

/** @returns what a posting carries: the blocks, and the same in words for notifications and screen readers. */
export function slackMessage(card: Card): SlackMessageJson {
  return { text: escaped(plainText(card)), blocks: blocks(card) };
}

/**
 * A form as a modal. Each field is an input block whose `block_id` and `action_id` are the field's name.
 * @param privateMetadata comes back with what was filled in; the form's intent unless something else is given
 */
export function modal(form: Form, privateMetadata: string = encode(form.intent)): ModalJson {
  checkForm(form);
  within('slack.privateMetadata', privateMetadata.length, slackLimits.privateMetadata);
  const all = [...partBlocks(form.intro ?? []), ...form.fields.map(inputBlock)];
  within('slack.blocksInView', all.length, slackLimits.blocksInView);
  return {
    type: 'modal',
    callback_id: form.intent.type,
    title: plain(form.title),
    submit: plain(form.submit),
    close: plain(form.cancel),
    private_metadata: privateMetadata,
    blocks: all,
  };
}

/** @returns each wrong field's sentence, for `response_action: errors`, which keeps what was filled in. */
export function modalErrors(form: Form): Record<string, string> {
  return Object.fromEntries(form.fields.flatMap(({ name, error }) => (error === undefined ? [] : [[name, error]])));
}

function partBlocks(parts: readonly Part[]): readonly BlockJson[] {
  return parts.flatMap((part, index) => partBlock(part, `${index}`));
}

/** @param place tells this part's buttons from every other part's */
function partBlock(part: Part, place: string): readonly BlockJson[] {
  switch (part.kind) {
    case 'text':
      return [part.weight === 'subtle' ? context(part.text) : paragraph(words(part.text, part.weight === 'strong'))];
    case 'facts':
      return part.facts.length === 0 ? [] : [lines(part.facts.map(factLine))];
    case 'tally':
      return part.rows.length === 0 ? [] : [lines(part.rows.map(tallyLines))];
    case 'list':
      return part.items.length === 0
        ? []
        : [part.isNumbered ? lines(part.items.map(item => [itemWords(item)])) : bullets(part.items)];
    case 'note':
      return [paragraph(words(`${signs[part.sign]} ${part.text}`))];
    case 'divider':
      return [{ type: 'divider' }];
    case 'buttons':
      return rowsOf(
        buttonsInRow,
        part.buttons.map((each, index) => button(each, `${place}.${index}`)),
      ).map(actions);
    case 'link':
      return [paragraph({ type: 'link', url: part.url, text: part.label })];
    case 'picture':
      return [{ type: 'image', image_url: part.url, alt_text: part.alt }];
  }
}

function factLine(fact: Facts['facts'][number]): readonly RichText[] {
  return [words(`${fact.label}: `, true), words(fact.value)];
}

function tallyLines(row: TallyBars['rows'][number]): readonly RichText[] {
  const label = row.isLeading ? `${leadingMark} ${row.label}` : row.label;
  const { filled, empty } = textBar(row.share);
  return [words(label, row.isLeading), words(` – ${row.value}\n${filled}${empty}`)];
}

function itemWords({ label, value }: List['items'][number]): RichText {
  return words(value === undefined ? label : `${label} – ${value}`);
}

function bullets(items: List['items']): BlockJson {
  const elements = items.map(item => section([itemWords(item)]));
  return { type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements }] };
}

/** An `action_id` must be the only one in its message, so the place follows the intent's type. */
function button({ label, intent, weight }: Button, place: string): object {
  return {
    type: 'button',
    action_id: `${intent.type}:${place}`,
    text: plain(label),
    value: encode(intent),
    ...(weight && { style: weight }),
  };
}

function actions(elements: readonly object[]): BlockJson {
  return { type: 'actions', elements };
}

function inputBlock(field: Field): BlockJson {
  return {
    type: 'input',
    block_id: field.name,
    label: plain(field.label),
    ...(hintOf(field) !== '' && { hint: plain(hintOf(field)) }),
    optional: !field.isRequired,
    element: { action_id: field.name, ...inputElement(field) },
  };
}

/** A modal that is opened cannot show errors at its fields, so what is wrong stands first in the hint. */
function hintOf({ error, hint }: Field): string {
  return [error, hint].filter(Boolean).join(' ');
}

function inputElement(field: Field): object {
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return {
        type: 'plain_text_input',
        multiline: field.kind === 'long-text',
        max_length: Math.min(field.max, slackLimits.inputLength),
        ...(field.value && { initial_value: typed(field.value) }),
      };
    case 'choice': {
      const chosen = field.choices.find(choice => choice.value === field.value);
      return {
        type: !field.isList && areVisible(field.choices) ? 'radio_buttons' : 'static_select',
        options: field.choices.map(option),
        ...(chosen && { initial_option: option(chosen) }),
      };
    }
    case 'choices': {
      const chosen = field.choices.filter(choice => field.value?.includes(choice.value));
      return {
        type: areVisible(field.choices) ? 'checkboxes' : 'multi_static_select',
        options: field.choices.map(option),
        ...(chosen.length > 0 && { initial_options: chosen.map(option) }),
      };
    }
    case 'date':
      return { type: 'datepicker', ...(field.value && { initial_date: field.value }) };
    case 'time':
      return { type: 'timepicker', ...(field.value && { initial_time: field.value }) };
  }
}

/** What was typed goes back whole into the field, or not at all: Slack takes no more than this. */
function typed(value: string): string {
  within('slack.inputLength', value.length, slackLimits.inputLength);
  return value;
}

function areVisible(choices: readonly Choice[]): boolean {
  return choices.length <= slackLimits.visibleOptions;
}

function option(choice: Choice): object {
  return { text: plain(choice.label), value: choice.value };
}

function context(text: string): BlockJson {
  return { type: 'context', elements: [plain(text)] };
}

type RichText = { readonly type: 'text' | 'link'; readonly text: string } & Readonly<Record<string, unknown>>;

function words(text: string, isBold = false): RichText {
  return { type: 'text', text, ...(isBold && { style: { bold: true } }) };
}

function section(elements: readonly RichText[]): object {
  return { type: 'rich_text_section', elements };
}

function paragraph(only: RichText): BlockJson {
  return { type: 'rich_text', elements: [section([only])] };
}

function lines(all: readonly (readonly RichText[])[]): BlockJson {
  const elements = all.flatMap((line, index) => (index === 0 ? line : [words('\n'), ...line]));
  return { type: 'rich_text', elements: [section(elements)] };
}

/** Without `emoji`, a word between colons stays a word. */
function plain(text: string): object {
  return { type: 'plain_text', text, emoji: false };
}

/** https://docs.slack.dev/messaging/formatting-message-text: these three, and no others, begin a mention or a link. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
