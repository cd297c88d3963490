/**
 * Cards as Adaptive Cards 1.5 for Teams. People's words stand in text runs, which know no Markdown; a `TextBlock` takes
 * Markdown and so carries only words without any.
 * https://adaptivecards.io/explorer/RichTextBlock.html
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format
 */
import type { Button, Card, Choice, Field, Form, Part, TallyBars } from './card.ts';
import { checkCard, checkForm, teamsLimits, within } from './limits.ts';
import { bullet, leadingMark, signs } from './marks.ts';
import { plainText } from './plain-text.ts';
import { rowsOf } from './rows-of.ts';
import { textBar } from './text-bar.ts';

type Json = Readonly<Record<string, unknown>>;
type Element = { readonly type: string } & Json;
export type AdaptiveCardJson = { readonly type: 'AdaptiveCard'; readonly version: '1.5' } & Json;

/** @throws {CardTooLarge} rather than leave anything out */
export function adaptiveCard(card: Card): AdaptiveCardJson {
  checkCard(card);
  return document(card.language, {
    fallbackText: plainText(card),
    body: [heading(card.title), ...elements(card.parts, action)],
  });
}

/** What a dialog shows of a title, which stands on one line there. */
const dialogTitleLength = 40;

/**
 * A card as a dialog shows it; its title is the dialog's own, and stands in the card too where the dialog would cut it.
 * A press is sent as a form is and so can be answered with one: a dialog knows no other buttons.
 * https://github.com/MicrosoftDocs/msteams-docs/issues/1639
 * @throws {CardTooLarge} rather than leave anything out
 */
export function adaptiveDialog(card: Card): AdaptiveCardJson {
  checkCard(card);
  const body = elements(card.parts, dialogAction);
  const isTitleWhole = card.title.length <= dialogTitleLength && body.length > 0;
  return document(card.language, {
    fallbackText: plainText(card),
    body: isTitleWhole ? body : [heading(card.title), ...body],
  });
}

/**
 * What a dialog shows; its title is the dialog's own. Each input's id is its field's name, and sending gives the
 * intent's fields and the inputs' values in one object. Several choices come as one text with commas between.
 * @throws {CardTooLarge} rather than leave anything out
 */
export function adaptiveForm(form: Form): AdaptiveCardJson {
  checkForm(form);
  return document(form.language, {
    fallbackText: form.title,
    body: [...elements(form.intro ?? [], dialogAction), ...form.fields.flatMap(input)],
    actions: [{ type: 'Action.Submit', title: form.submit, data: form.intent, style: 'positive' }],
  });
}

function document(lang: string, content: Json): AdaptiveCardJson {
  const card = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang,
    msteams: { width: 'Full' },
    ...content,
  } as const;
  within('teams.cardBytes', Buffer.byteLength(JSON.stringify(card)), teamsLimits.cardBytes);
  return card;
}

type DrawButton = (button: Button) => Json;

/** A divider is a line above whatever comes next. */
function elements(parts: readonly Part[], draw: DrawButton): readonly Element[] {
  return parts.flatMap((part, index) =>
    partElements(part, draw).map((element, within) =>
      within === 0 && parts[index - 1]?.kind === 'divider'
        ? { ...element, separator: true, spacing: 'Medium' }
        : element,
    ),
  );
}

function partElements(part: Part, draw: DrawButton): readonly Element[] {
  switch (part.kind) {
    case 'text':
      return paragraphs(part.text, textStyles[part.weight ?? 'normal']);
    case 'facts':
      return part.facts.map(({ label, value }, index) =>
        line([...runs(`${label}: `, bold), ...runs(value)], index > 0),
      );
    case 'tally':
      return part.rows.flatMap(tallyRow);
    case 'list':
      return part.items.map(({ label, value }, index) =>
        line(
          runs(`${part.isNumbered ? '' : `${bullet} `}${value === undefined ? label : `${label} – ${value}`}`),
          index > 0,
        ),
      );
    case 'note':
      return [
        { type: 'Container', style: noteStyles[part.sign], items: paragraphs(`${signs[part.sign]} ${part.text}`) },
      ];
    case 'divider':
      return [];
    case 'buttons':
      return rowsOf(teamsLimits.actionsInRow, part.buttons.map(draw)).map(actions => ({
        type: 'ActionSet',
        actions,
      }));
    case 'link':
      return [{ type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title: part.label, url: part.url }] }];
    case 'picture':
      // Scaled down to a narrow window, and never up.
      return [{ type: 'Image', url: part.url, altText: part.alt, size: 'Auto' }];
  }
}

const bold = { weight: 'Bolder' } as const;
const textStyles = { normal: {}, strong: bold, subtle: { isSubtle: true, size: 'Small' } } as const;
const noteStyles = { done: 'good', information: 'accent', warning: 'warning' } as const;
const buttonStyles = { primary: 'positive', danger: 'destructive' } as const;

/** A heading to a screen reader, unless its words hold what Markdown would change: those are only made to look like one. */
function heading(title: string): Element {
  const style = { size: 'Large', weight: 'Bolder' } as const;
  return isFreeOfMarkdown(title)
    ? { type: 'TextBlock', style: 'heading', text: title, wrap: true, ...style }
    : line(runs(title, style), false);
}

/** The label and the number in words come first, so that a listener may pass over the bar and lose nothing. */
function tallyRow({ label, value, share, isLeading }: TallyBars['rows'][number]): readonly Element[] {
  const bar = textBar(share);
  const head = isLeading ? runs(`${leadingMark} ${label}`, bold) : runs(label);
  return [
    line([...head, ...runs(` – ${value}`)], false),
    line([...barRun(bar.filled, { color: 'Accent' }), ...barRun(bar.empty, { isSubtle: true })], true),
  ];
}

function barRun(text: string, style: Json): readonly Json[] {
  return text === '' ? [] : runs(text, style);
}

/**
 * Pressing gives the intent with the card's own answer. Clients that cannot do so send it as a message of their own, and
 * a form can be opened in that way only.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/invoking-task-modules
 */
function action(button: Button): Json {
  const { intent, opensForm } = button;
  if (opensForm) return submit(button, { msteams: { type: 'task/fetch' }, ...intent });
  return { type: 'Action.Execute', ...look(button), verb: intent.type, data: intent, fallback: submit(button, intent) };
}

function dialogAction(button: Button): Json {
  return submit(button, button.intent);
}

function submit(button: Button, data: object): Json {
  return { type: 'Action.Submit', ...look(button), data };
}

function look({ label, weight }: Button): Json {
  return { title: label, ...(weight && { style: buttonStyles[weight] }) };
}

/** What is wrong stands in words right above the input it is about. */
function input(field: Field): readonly Element[] {
  const element = { id: field.name, label: field.label, isRequired: field.isRequired, errorMessage: field.whenMissing };
  return [
    ...(field.error === undefined
      ? []
      : paragraphs(`${signs.warning} ${field.error}`, { color: 'Attention', ...bold })),
    ...inputElements(field, element),
    ...(field.hint === undefined ? [] : paragraphs(field.hint, textStyles.subtle)),
  ];
}

function inputElements(field: Field, common: Json): readonly Element[] {
  switch (field.kind) {
    case 'text':
    case 'long-text': {
      const isMultiline = field.kind === 'long-text';
      return [{ type: 'Input.Text', ...common, isMultiline, maxLength: field.max, ...valued(field.value) }];
    }
    case 'choice':
      return choiceSet(field.choices, { ...common, isMultiSelect: false, ...valued(field.value) }, field.isList);
    case 'choices':
      return choiceSet(field.choices, { ...common, isMultiSelect: true, ...valued(field.value?.join(',')) });
    case 'date':
      return [{ type: 'Input.Date', ...common, ...valued(field.value) }];
    case 'time':
      return [{ type: 'Input.Time', ...common, ...valued(field.value) }];
  }
}

const mostVisibleChoices = 10;

/**
 * Choices that are all seen at once take Markdown, and nothing can turn it off: where their words hold any, the words
 * stand above as numbered lines and the choices are the numbers.
 */
function choiceSet(choices: readonly Choice[], common: Json, isList = false): readonly Element[] {
  const style = isList || choices.length > mostVisibleChoices ? 'compact' : 'expanded';
  const isPlain = isList || choices.every(choice => isFreeOfMarkdown(choice.label));
  return [
    ...(isPlain ? [] : choices.map(({ label }, index) => line(runs(`${index + 1}  ${label}`), index > 0))),
    {
      type: 'Input.ChoiceSet',
      ...common,
      style,
      wrap: true,
      choices: choices.map(({ label, value }, index) => ({ title: isPlain ? label : `${index + 1}`, value })),
    },
  ];
}

function valued(value: string | undefined): Json {
  return value ? { value } : {};
}

function paragraphs(text: string, style: Json = {}): readonly Element[] {
  return text
    .split(/\r?\n/)
    .filter(each => each.trim() !== '')
    .map((each, index) => line(runs(each, style), index > 0));
}

function line(inlines: readonly Json[], isNextOfMany: boolean): Element {
  return { type: 'RichTextBlock', inlines, ...(isNextOfMany && { spacing: 'Small' }) };
}

/**
 * Text runs know no Markdown, but clients put a date in place of `{{DATE(…)}}` and a person in place of `<at>…</at>`;
 * parted in two runs these mean nothing and look the same.
 */
function runs(text: string, style: Json = {}): readonly Json[] {
  return text.split(/(?<=\{)(?=\{)|(?<=<)(?=at>)/i).map(part => ({ type: 'TextRun', text: part, ...style }));
}

/** Whether a reader of Markdown, of its links and of the dates above would leave every character as it is. */
function isFreeOfMarkdown(text: string): boolean {
  return !/[*_~`#[\]<>\\{}|]|&#?\w+;|:\/\/|www\.|\S@\S|\n|^\s|^(?:[-+=]|\d+[.)])|-{3}|={3}|\s$/i.test(text);
}
