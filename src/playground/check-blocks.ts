/**
 * Slack's rules for blocks and modals as far as Laget uses them, stricter than Slack where Slack would only smooth over:
 * anything unknown, too long, empty or ambiguous is a problem.
 * https://docs.slack.dev/reference/block-kit
 */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { slackLimits } from '../../cards/limits.ts';

/** @returns what Slack would refuse or change in a message's blocks, each with its path; nothing of what they say */
export function checkBlocks(given: unknown): readonly string[] {
  return problems(message, given, blocks => [...repeated(blocks), ...tooMuchText(blocks)]);
}

/** The same for a modal. */
export function checkView(given: unknown): readonly string[] {
  return problems(view, given, ({ blocks }) => [
    ...repeated(blocks),
    ...tooMuchText(blocks),
    ...(Buffer.byteLength(JSON.stringify(given)) > slackLimits.viewBytes ? ['view: too many bytes'] : []),
  ]);
}

const text = (most: number) =>
  z
    .string()
    .max(most)
    .refine(given => given.trim() !== '', 'empty');
const id = z.string().min(1).max(slackLimits.id);
const plain = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: text(most), emoji: z.boolean().optional() });
const mrkdwn = (most: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: text(most), verbatim: z.boolean().optional() });
const textObject = (most: number) => z.discriminatedUnion('type', [plain(most), mrkdwn(most)]);
const webAddress = z.url({ protocol: /^https?$/ }).max(slackLimits.url);

const style = z.strictObject({
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  strike: z.boolean().optional(),
  code: z.boolean().optional(),
});
/** A line break may stand alone in a run, an empty run may not. */
const richRun = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    text: z.string().min(1).max(slackLimits.textObject),
    style: style.optional(),
  }),
  z.strictObject({
    type: z.literal('link'),
    url: webAddress,
    text: text(slackLimits.textObject),
    style: style.optional(),
  }),
]);
const richSection = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(richRun).min(1) });
const richList = z.strictObject({
  type: z.literal('rich_text_list'),
  style: z.enum(['bullet', 'ordered']),
  elements: z.array(richSection).min(1),
});

const option = z.strictObject({
  text: plain(slackLimits.optionText),
  value: z.string().min(1).max(slackLimits.optionValue),
});
type Option = z.infer<typeof option>;
const options = (most: number) =>
  z
    .array(option)
    .min(1)
    .max(most)
    .refine(all => new Set(all.map(each => each.value)).size === all.length, 'two options of one value');

const button = z.strictObject({
  type: z.literal('button'),
  action_id: id,
  text: plain(slackLimits.buttonText),
  value: z.string().min(1).max(slackLimits.buttonValue).optional(),
  url: webAddress.optional(),
  style: z.enum(['primary', 'danger']).optional(),
});

const notAmong = 'initial option is not one of the options';

const one = (type: 'radio_buttons' | 'static_select', most: number) =>
  z
    .strictObject({
      type: z.literal(type),
      action_id: id,
      options: options(most),
      initial_option: option.optional(),
      ...(type === 'static_select' && { placeholder: plain(slackLimits.placeholder).optional() }),
    })
    .refine(({ options, initial_option }) => areAmong(options, initial_option ? [initial_option] : []), notAmong);
const several = (type: 'checkboxes' | 'multi_static_select', most: number) =>
  z
    .strictObject({
      type: z.literal(type),
      action_id: id,
      options: options(most),
      initial_options: z.array(option).min(1).optional(),
      ...(type === 'multi_static_select' && { placeholder: plain(slackLimits.placeholder).optional() }),
    })
    .refine(({ options, initial_options }) => areAmong(options, initial_options ?? []), notAmong);

const inputElement = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal('plain_text_input'),
      action_id: id,
      multiline: z.boolean().optional(),
      min_length: z.int().nonnegative().max(slackLimits.inputLength).optional(),
      max_length: z.int().positive().max(slackLimits.inputLength).optional(),
      initial_value: z.string().min(1).max(slackLimits.inputLength).optional(),
    })
    .refine(({ initial_value, max_length }) => (initial_value ?? '').length <= (max_length ?? slackLimits.inputLength)),
  one('radio_buttons', slackLimits.visibleOptions),
  one('static_select', slackLimits.selectOptions),
  several('checkboxes', slackLimits.visibleOptions),
  several('multi_static_select', slackLimits.selectOptions),
  z.strictObject({ type: z.literal('datepicker'), action_id: id, initial_date: z.iso.date().optional() }),
  z.strictObject({
    type: z.literal('timepicker'),
    action_id: id,
    initial_time: z.iso.time({ precision: -1 }).optional(),
  }),
]);

const block_id = id.optional();
const shown = [
  z.strictObject({ type: z.literal('header'), block_id, text: plain(slackLimits.header) }),
  z
    .strictObject({
      type: z.literal('section'),
      block_id,
      text: textObject(slackLimits.textObject).optional(),
      fields: z.array(textObject(slackLimits.field)).min(1).max(slackLimits.fields).optional(),
    })
    .refine(section => section.text || section.fields, 'empty'),
  z.strictObject({
    type: z.literal('rich_text'),
    block_id,
    elements: z.array(z.discriminatedUnion('type', [richSection, richList])).min(1),
  }),
  z.strictObject({
    type: z.literal('context'),
    block_id,
    elements: z.array(textObject(slackLimits.textObject)).min(1).max(slackLimits.contextElements),
  }),
  z.strictObject({ type: z.literal('divider'), block_id }),
  z.strictObject({
    type: z.literal('image'),
    block_id,
    image_url: webAddress,
    alt_text: text(slackLimits.altText),
  }),
  z.strictObject({
    type: z.literal('actions'),
    block_id,
    elements: z.array(button).min(1).max(slackLimits.actionsElements),
  }),
] as const;
const input = z.strictObject({
  type: z.literal('input'),
  block_id: id,
  label: plain(slackLimits.inputLabel),
  hint: plain(slackLimits.inputHint).optional(),
  optional: z.boolean().optional(),
  element: inputElement,
});

/** An input in a message has nothing that sends it. */
const message = z.array(z.discriminatedUnion('type', shown)).min(1).max(slackLimits.blocksInMessage);
const view = z.strictObject({
  type: z.literal('modal'),
  callback_id: id.optional(),
  title: plain(slackLimits.viewTitle),
  submit: plain(slackLimits.viewButton),
  close: plain(slackLimits.viewButton).optional(),
  private_metadata: z.string().max(slackLimits.privateMetadata).optional(),
  blocks: z
    .array(z.discriminatedUnion('type', [...shown, input]))
    .min(1)
    .max(slackLimits.blocksInView),
});
type Block = z.infer<typeof view>['blocks'][number];

/** Slack compares the whole option, its text as well as its value. */
function areAmong(options: readonly Option[], chosen: readonly Option[]): boolean {
  return chosen.every(each => options.some(known => isDeepStrictEqual(known, each)));
}

function problems<T>(
  schema: z.ZodType<T>,
  given: unknown,
  beyond: (parsed: T) => readonly string[],
): readonly string[] {
  const result = schema.safeParse(given);
  if (result.success) return beyond(result.data);
  return result.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`);
}

function repeated(blocks: readonly Block[]): readonly string[] {
  const blockIds = blocks.flatMap(block => block.block_id ?? []);
  const actionIds = blocks.flatMap(block => {
    if (block.type === 'input') return [block.element.action_id];
    return block.type === 'actions' ? block.elements.map(element => element.action_id) : [];
  });
  return [
    ...(new Set(blockIds).size < blockIds.length ? ['block_id: not unique'] : []),
    ...(new Set(actionIds).size < actionIds.length ? ['action_id: not unique'] : []),
  ];
}

function tooMuchText(blocks: readonly Block[]): readonly string[] {
  const length = textLength(blocks);
  return length > slackLimits.textInBlocks ? [`blocks: ${length} characters of text in all`] : [];
}

/** Every `text` that is a string, wherever it stands. */
function textLength(given: unknown): number {
  if (typeof given !== 'object' || given === null) return 0;
  return Object.entries(given).reduce(
    (sum, [key, value]) => sum + (key === 'text' && typeof value === 'string' ? value.length : textLength(value)),
    0,
  );
}
