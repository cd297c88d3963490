/** How much a card may hold: the platforms' limits with their sources, and ours, which keep every card inside them. */
import { encode } from '../src/intents/wire.ts';
import type { Card, Choice, Field, Form, Part } from './card.ts';

/** A card or a form no chat would take whole: a fault of the code that drew it, since nothing is cut off in silence. */
export class CardTooLarge extends Error {
  override readonly name = 'CardTooLarge';
  readonly limit: string;

  /** @param limit the name of the limit, which tells nothing of what the card says */
  constructor(limit: string, size: number, most: number) {
    super(`${limit}: ${size}, at most ${most}`);
    this.limit = limit;
  }
}

export const teamsLimits = {
  /**
   * JSON in UTF-8. A message may hold about 100 KB counted as UTF-16 with everything around the card; 28 KB is the
   * figure the platform has stood by longest.
   * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
   */
  cardBytes: 28 * 1024,
  /**
   * Six in Teams, five in the renderer's own default; what is beyond hides behind a menu or is not shown.
   * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference
   */
  actionsInRow: 5,
} as const;

/** https://docs.slack.dev/reference/block-kit, one page for each block, element and object. */
export const slackLimits = {
  blocksInMessage: 50,
  blocksInView: 100,
  /** Not documented: what the API was seen to take before it answered `msg_blocks_too_long`. */
  textInBlocks: 13_200,
  viewBytes: 250 * 1024,
  textObject: 3000,
  header: 150,
  fields: 10,
  field: 2000,
  contextElements: 10,
  actionsElements: 25,
  buttonText: 75,
  buttonValue: 2000,
  url: 3000,
  altText: 2000,
  /** Radio buttons and checkboxes. */
  visibleOptions: 10,
  selectOptions: 100,
  optionText: 75,
  optionValue: 150,
  placeholder: 150,
  inputLabel: 2000,
  inputHint: 2000,
  inputLength: 3000,
  viewTitle: 24,
  viewButton: 24,
  privateMetadata: 3000,
  id: 255,
} as const;

/** Ours: what one piece of a card may hold on any platform, in UTF-16 units. */
export const cardLimits = {
  title: slackLimits.header,
  text: slackLimits.textObject,
  factLabel: 150,
  factValue: 1000,
  rowLabel: 300,
  rowValue: 500,
  note: 2000,
  buttonLabel: slackLimits.buttonText,
  buttonIntent: slackLimits.buttonValue,
  linkLabel: 150,
  url: 2000,
  alt: slackLimits.altText,
  formTitle: slackLimits.viewTitle,
  formButton: slackLimits.viewButton,
  fieldName: 100,
  fieldLabel: 150,
  fieldHint: 500,
  fieldError: 500,
  choices: slackLimits.selectOptions,
  choiceLabel: slackLimits.optionText,
  choiceValue: slackLimits.optionValue,
  formIntent: slackLimits.privateMetadata,
} as const;

/** @throws {CardTooLarge} naming the limit of ours that the card breaks; an Error for a card that is not whole */
export function checkCard(card: Card): void {
  hold([['title', card.title], ...card.parts.flatMap(partTexts)]);
}

/** @throws {CardTooLarge} naming the limit of ours that the form breaks; an Error for a form that is not whole */
export function checkForm(form: Form): void {
  hold([
    ['formTitle', form.title],
    ['formButton', form.submit],
    ['formButton', form.cancel],
    ['formIntent', encode(form.intent)],
    ...(form.intro ?? []).flatMap(partTexts),
    ...form.fields.flatMap(fieldTexts),
  ]);
  insist(form.fields.length + (form.intro?.length ?? 0) > 0, 'nothing in a form');
  insist(isEachOnce(form.fields.map(field => field.name)), 'two fields of one name');
  for (const field of form.fields) {
    if (field.kind === 'choice' || field.kind === 'choices') checkChoices(field.choices);
  }
}

/** @throws {CardTooLarge} when `size` is over the platform's limit */
export function within(limit: string, size: number, most: number): void {
  if (size > most) throw new CardTooLarge(limit, size, most);
}

/** A text of a card, and the limit it stands under. */
type Held = readonly [limit: keyof typeof cardLimits, text: string];

function partTexts(part: Part): readonly Held[] {
  switch (part.kind) {
    case 'text':
      return [['text', part.text]];
    case 'note':
      return [['note', part.text]];
    case 'facts':
      return part.facts.flatMap<Held>(({ label, value }) => [
        ['factLabel', label],
        ['factValue', value],
      ]);
    case 'tally':
      insist(
        part.rows.every(row => row.share >= 0 && row.share <= 1),
        'a share outside 0 to 1',
      );
      return part.rows.flatMap(rowTexts);
    case 'list':
      return part.items.flatMap(rowTexts);
    case 'buttons':
      return part.buttons.flatMap<Held>(({ label, intent }) => [
        ['buttonLabel', label],
        ['buttonIntent', encode(intent)],
      ]);
    case 'link':
      insist(/^https?:\/\//.test(part.url), 'a link to something other than a page');
      return [
        ['linkLabel', part.label],
        ['url', part.url],
      ];
    case 'picture':
      insist(/^https?:\/\//.test(part.url), 'a picture from something other than a server');
      return [['url', part.url], ['alt', part.alt], ...part.instead.flatMap(partTexts)];
    case 'divider':
      return [];
  }
}

function rowTexts({ label, value }: { readonly label: string; readonly value?: string | undefined }): readonly Held[] {
  return [['rowLabel', label], ...(value === undefined ? [] : [['rowValue', value] as const])];
}

function fieldTexts({ name, label, whenMissing, hint, error }: Field): readonly Held[] {
  return [
    ['fieldName', name],
    ['fieldLabel', label],
    ['fieldError', whenMissing],
    ...(hint === undefined ? [] : [['fieldHint', hint] as const]),
    ...(error === undefined ? [] : [['fieldError', error] as const]),
  ];
}

function checkChoices(choices: readonly Choice[]): void {
  const values = choices.map(choice => choice.value);
  hold(
    choices.flatMap<Held>(({ label, value }) => [
      ['choiceLabel', label],
      ['choiceValue', value],
    ]),
  );
  insist(choices.length > 0, 'nothing to choose from');
  within('choices', choices.length, cardLimits.choices);
  insist(isEachOnce(values), 'two choices of one value');
  insist(!values.some(value => value.includes(',')), 'a comma in the value of a choice, where Teams parts several');
}

/** Neither too long nor empty: Slack refuses the whole message for one empty text. */
function hold(texts: readonly Held[]): void {
  for (const [limit, text] of texts) {
    insist(text.trim() !== '', `nothing in ${limit}`);
    within(limit, text.length, cardLimits[limit]);
  }
}

function isEachOnce(all: readonly string[]): boolean {
  return new Set(all).size === all.length;
}

function insist(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(`card: ${otherwise}`);
}
