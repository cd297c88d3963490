/** What a person reads, presses and fills in on an Adaptive Card. */
import { z } from 'zod';
import { signs } from '../../cards/marks.ts';
import type { SeenForm } from './fake-chat.ts';

type Json = Readonly<Record<string, unknown>>;

const record = z.record(z.string(), z.unknown());

export type CardAction = {
  readonly type: string;
  readonly title: string;
  readonly verb?: string | undefined;
  readonly data: Json;
};

const cardAction = z.object({
  type: z.string().startsWith('Action.'),
  title: z.string(),
  verb: z.string().optional(),
  data: record.default({}),
});

/** Each block of words in its order. */
export function textsOn(card: unknown): readonly string[] {
  return blocks(card)
    .map(textOf)
    .filter(text => text !== '');
}

export function actionsOn(card: unknown): readonly CardAction[] {
  const json = record.safeParse(card).data ?? {};
  return [...blocks(card).flatMap(block => list(block['actions'])), ...list(json['actions'])].flatMap(
    action => cardAction.safeParse(action).data ?? [],
  );
}

export function fieldsOn(card: unknown): SeenForm['fields'] {
  let error: string | undefined;
  const fields: SeenForm['fields'][number][] = [];
  for (const block of blocks(card)) {
    const kind = kindOf(block);
    if (kind) {
      fields.push({ ...fieldOf(block, kind), ...(error !== undefined && { error }) });
      error = undefined;
    } else if (isError(block)) {
      error = textOf(block).replace(`${signs.warning} `, '');
    }
  }
  return fields;
}

export function opensDialog({ data }: CardAction): boolean {
  return z.looseObject({ msteams: z.looseObject({ type: z.literal('task/fetch') }) }).safeParse(data).success;
}

/** The client's own check, before anything is sent. @returns what is wrong, by field name */
export function emptyFields(
  card: unknown,
  values: Readonly<Record<string, string | readonly string[]>>,
): ReadonlyMap<string, string> {
  const empty = blocks(card).filter(
    ({ id, isRequired }) => isRequired === true && (values[String(id)] ?? '').length === 0,
  );
  return new Map(empty.map(({ id, errorMessage }) => [String(id), String(errorMessage ?? '')]));
}

function blocks(element: unknown): readonly Json[] {
  const json = record.safeParse(element).data ?? {};
  const inner = [...list(json['body']), ...list(json['items']), ...list(json['columns'])];
  return [...(json['type'] === 'AdaptiveCard' ? [] : [json]), ...inner.flatMap(blocks)];
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(block: Json): string {
  if (typeof block['text'] === 'string') return block['text'];
  if (typeof block['altText'] === 'string') return block['altText'];
  return list(block['inlines'])
    .map(run => String(record.safeParse(run).data?.['text'] ?? ''))
    .join('');
}

function isError(block: Json): boolean {
  return list(block['inlines']).some(run => record.safeParse(run).data?.['color'] === 'Attention');
}

type Kind = SeenForm['fields'][number]['kind'];

function kindOf(block: Json): Kind | undefined {
  switch (block['type']) {
    case 'Input.Text':
      return block['isMultiline'] === true ? 'long-text' : 'text';
    case 'Input.ChoiceSet':
      return block['isMultiSelect'] === true ? 'choices' : 'choice';
    case 'Input.Date':
      return 'date';
    case 'Input.Time':
      return 'time';
  }
  return undefined;
}

const choices = z.array(z.object({ title: z.string(), value: z.string() }));

function fieldOf(block: Json, kind: Kind): SeenForm['fields'][number] {
  const given = typeof block['value'] === 'string' ? block['value'] : undefined;
  const offered = choices.safeParse(block['choices']).data;
  const value = kind === 'choices' ? (given ?? '').split(',').filter(item => item !== '') : given;
  return {
    name: String(block['id'] ?? ''),
    label: String(block['label'] ?? ''),
    kind,
    ...(value !== undefined && { value }),
    ...(offered && { choices: offered.map(({ title, value }) => ({ label: title, value })) }),
  };
}
