/** A Slack modal's inputs, drawn as plain fields, and what is filled in. */
import { drawBlocks, type Json, jsonOf, listOf, textOf } from './draw-blocks.ts';
import { element, newId } from './element.ts';

export type ModalValues = Readonly<Record<string, string | string[]>>;

export type DrawnModal = {
  readonly nodes: readonly Node[];
  readonly values: () => ModalValues;
  readonly submit: string;
  readonly close: string;
};

export type ModalWords = { readonly unknownBlock: string; readonly choose: string };

type Filling = {
  readonly value: () => string | string[];
  readonly refill: (value: string | readonly string[]) => void;
};
type DrawnField = Filling & { readonly node: HTMLElement; readonly name: string };
type Control = Filling & { readonly node: HTMLElement; readonly isGroup: boolean };

/**
 * @param errors what is wrong, by `block_id`
 * @param kept what was filled in before: Slack keeps it when it shows a modal's errors
 */
export function drawModal(
  view: unknown,
  errors: Readonly<Record<string, string>>,
  words: ModalWords,
  kept: ModalValues = {},
): DrawnModal {
  const json = jsonOf(view);
  const fields: DrawnField[] = [];
  const nodes = listOf(json['blocks']).map(block => {
    if (block['type'] !== 'input') return drawBlocks([block], () => undefined, words.unknownBlock);
    const field = drawField(block, errors[String(block['block_id'])], words);
    const before = kept[field.name];
    if (before !== undefined) field.refill(before);
    fields.push(field);
    return field.node;
  });
  return {
    nodes,
    values: () => Object.fromEntries(fields.map(({ name, value }) => [name, value()])),
    submit: textOf(json['submit']),
    close: textOf(json['close']),
  };
}

function drawField(block: Json, error: string | undefined, words: ModalWords): DrawnField {
  const name = String(block['block_id']);
  const hint = textOf(block['hint']);
  const isRequired = block['optional'] !== true;
  const [hintId, errorId] = [newId(), newId()];
  const described = [hint !== '' && hintId, error && errorId].filter(Boolean).join(' ') || undefined;
  const marks = {
    'aria-describedby': described,
    'aria-invalid': error ? 'true' : undefined,
    required: isRequired,
  };
  const control = drawControl(jsonOf(block['element']), name, marks, words);
  const label = `${textOf(block['label'])}${isRequired ? ' *' : ''}`;
  const about = [
    hint !== '' && element('p', { id: hintId, class: 'hint' }, hint),
    error && element('p', { id: errorId, class: 'error' }, `⚠ ${error}`),
  ];
  const node = control.isGroup
    ? element('fieldset', { class: 'field' }, element('legend', {}, label), control.node, ...about)
    : element('div', { class: 'field' }, element('label', { for: control.node.id }, label), control.node, ...about);
  return { node, name, value: control.value, refill: control.refill };
}

type Marks = Readonly<Record<string, string | boolean | undefined>>;

function drawControl(json: Json, name: string, marks: Marks, words: ModalWords): Control {
  switch (json['type']) {
    case 'radio_buttons':
      return choices(json, name, 'radio', marks);
    case 'checkboxes':
      return choices(json, name, 'checkbox', marks);
    case 'static_select':
      return select(json, marks, words);
    case 'multi_static_select':
      return select(json, { ...marks, multiple: true }, words);
    case 'datepicker':
      return typed(element('input', { ...marks, type: 'date', id: newId() }), json['initial_date']);
    case 'timepicker':
      return typed(element('input', { ...marks, type: 'time', id: newId() }), json['initial_time']);
  }
  const common = { ...marks, id: newId(), maxlength: String(json['max_length'] ?? 3000) };
  return json['multiline'] === true
    ? typed(element('textarea', { ...common, rows: '4' }), json['initial_value'])
    : typed(element('input', { ...common, type: 'text' }), json['initial_value']);
}

function typed(node: HTMLInputElement | HTMLTextAreaElement, initial: unknown): Control {
  const refill = (value: unknown) => {
    node.value = typeof value === 'string' ? value : '';
  };
  refill(initial);
  return { node, isGroup: false, value: () => node.value, refill };
}

/** Of check boxes none alone is required, so the mark is the radio buttons' only. */
function choices(json: Json, name: string, type: 'radio' | 'checkbox', { required, ...marks }: Marks): Control {
  const chosen = chosenIn(json);
  const inputs = listOf(json['options']).map(option => {
    const value = String(option['value']);
    const mark = { ...marks, required: type === 'radio' && required, checked: chosen.includes(value) };
    return { input: element('input', { ...mark, type, name, value, id: newId() }), label: textOf(option['text']) };
  });
  const node = element(
    'div',
    {},
    ...inputs.map(({ input, label }) =>
      element('div', { class: 'choice' }, input, element('label', { for: input.id }, label)),
    ),
  );
  const picked = () => inputs.filter(({ input }) => input.checked).map(({ input }) => input.value);
  return {
    node,
    isGroup: true,
    value: () => (type === 'radio' ? (picked()[0] ?? '') : picked()),
    refill(value) {
      for (const { input } of inputs) input.checked = [value].flat().includes(input.value);
    },
  };
}

function select(json: Json, marks: Marks, { choose }: ModalWords): Control {
  const chosen = chosenIn(json);
  const node = element('select', { ...marks, id: newId() });
  if (!node.multiple) node.append(element('option', { value: '' }, choose));
  for (const option of listOf(json['options'])) {
    const value = String(option['value']);
    node.append(element('option', { value, selected: chosen.includes(value) }, textOf(option['text'])));
  }
  const picked = () => [...node.selectedOptions].map(option => option.value);
  return {
    node,
    isGroup: false,
    value: () => (node.multiple ? picked() : node.value),
    refill(value) {
      for (const option of node.options) option.selected = [value].flat().includes(option.value);
    },
  };
}

function chosenIn(json: Json): readonly string[] {
  return [jsonOf(json['initial_option']), ...listOf(json['initial_options'])].map(({ value }) => String(value));
}
