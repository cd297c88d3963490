/** What a person reads of blocks. */
import { z } from 'zod';
import type { Seen, SeenForm } from './fake-chat.ts';
import type { Message, View } from './fake-slack-state.ts';

type Node = { readonly [key: string]: unknown };

const option = z.object({ value: z.string(), text: z.object({ text: z.string() }) });

const inputSchema = z.object({
  type: z.literal('input'),
  block_id: z.string(),
  label: z.object({ text: z.string() }),
  element: z.object({
    type: z.string(),
    action_id: z.string(),
    multiline: z.boolean().optional(),
    options: z.array(option).optional(),
    initial_value: z.string().optional(),
    initial_option: option.optional(),
    initial_options: z.array(option).optional(),
    initial_date: z.string().optional(),
    initial_time: z.string().optional(),
  }),
});
export type Input = z.infer<typeof inputSchema>;

export type FoundButton = { readonly label: string; readonly node: Node };

export function seenMessage(message: Message): Seen {
  return {
    id: message.ts,
    placeId: message.channel,
    texts: readTexts(message.blocks),
    buttons: findButtons(message.blocks).map(({ label }) => label),
    raw: { text: message.text, blocks: message.blocks },
    updates: message.updates,
    isDeleted: message.isDeleted,
    ...(message.onlyFor !== undefined && { onlyFor: message.onlyFor }),
  };
}

export function seenForm(view: View, errors: Readonly<Record<string, string>> = {}): SeenForm {
  const { title } = z.object({ title: z.object({ text: z.string() }) }).parse(view.json);
  return {
    title: title.text,
    texts: readTexts(view.json.blocks.filter(block => !inputSchema.safeParse(block).success)),
    fields: inputsOf(view).map(input => seenField(input, errors[input.block_id])),
    raw: { ...view.json, id: view.id, hash: view.hash },
  };
}

export function inputsOf(view: View): readonly Input[] {
  return view.json.blocks.flatMap(block => inputSchema.safeParse(block).data ?? []);
}

export function initialOf({ element }: Input): string | readonly string[] | undefined {
  return (
    element.initial_options?.map(({ value }) => value) ??
    element.initial_option?.value ??
    element.initial_value ??
    element.initial_date ??
    element.initial_time
  );
}

export function findButtons(blocks: readonly unknown[]): readonly FoundButton[] {
  return nodesIn(blocks).flatMap(node => {
    const label = node['type'] === 'button' ? textOf(node['text']) : undefined;
    return label === undefined ? [] : [{ label, node }];
  });
}

function seenField(input: Input, error: string | undefined): SeenForm['fields'][number] {
  const value = initialOf(input);
  return {
    name: input.block_id,
    label: input.label.text,
    kind: kindOf(input.element),
    ...(value !== undefined && { value }),
    ...(error !== undefined && { error }),
    ...(input.element.options && {
      choices: input.element.options.map(each => ({ value: each.value, label: each.text.text })),
    }),
  };
}

const kinds: Readonly<Record<string, SeenForm['fields'][number]['kind']>> = {
  radio_buttons: 'choice',
  static_select: 'choice',
  checkboxes: 'choices',
  multi_static_select: 'choices',
  datepicker: 'date',
  timepicker: 'time',
};

function kindOf({ type, multiline }: Input['element']): SeenForm['fields'][number]['kind'] {
  return kinds[type] ?? (multiline ? 'long-text' : 'text');
}

/** One entry a block, buttons apart. */
function readTexts(blocks: readonly unknown[]): readonly string[] {
  return blocks
    .filter(block => isNode(block) && block['type'] !== 'actions')
    .map(block => textsIn(block).join(''))
    .filter(text => text !== '');
}

/** Every text in its order, an item of a list on a line of its own. */
function textsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (!isNode(value)) return [];
  if (typeof value['text'] === 'string') return [value['text']];
  if (typeof value['alt_text'] === 'string') return [value['alt_text']];
  const inner = Object.entries(value).flatMap(([key, part]) => (key === 'accessory' ? [] : textsIn(part)));
  return value['type'] === 'rich_text_section' ? [...inner, '\n'] : inner;
}

function nodesIn(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (!isNode(value)) return [];
  return [value, ...Object.values(value).flatMap(nodesIn)];
}

function textOf(value: unknown): string | undefined {
  return isNode(value) && typeof value['text'] === 'string' ? value['text'] : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
