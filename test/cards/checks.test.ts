/** The checks themselves: what each platform would refuse is a problem, and what it takes is none. */
import { describe, expect, test } from '@jest/globals';
import { adaptiveCard, adaptiveForm } from '../../cards/adaptive-card.ts';
import { blocks, modal } from '../../cards/block-kit.ts';
import { checkAdaptiveCard } from '../../src/playground/check-adaptive-card.ts';
import { checkBlocks, checkView } from '../../src/playground/check-blocks.ts';
import { cardOf, fields, formOf, parts } from './samples.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const section = (text: string) => ({ type: 'section', text: plain(text) });
const button = (id: string, more: object = {}) => ({
  type: 'button',
  action_id: id,
  text: plain('a'),
  value: 'v',
  ...more,
});
const actions = (...elements: readonly object[]) => ({ type: 'actions', elements });
const input = (element: object) => ({ type: 'input', block_id: 'b', label: plain('a'), element });
const option = (value: string, text = value) => ({ text: plain(text), value });
const view = (...all: readonly object[]) => ({ type: 'modal', title: plain('a'), submit: plain('b'), blocks: all });
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

describe('Slack would refuse', () => {
  test.each<readonly [string, unknown]>([
    ['no blocks', []],
    ['something else', { blocks: [] }],
    ['an unknown block', [{ type: 'table' }]],
    ['an unknown property', [{ ...section('a'), colour: 'red' }]],
    ['an empty text', [section('')]],
    ['a blank text', [section(' ')]],
    ['a long text', [section('x'.repeat(3001))]],
    ['a long header', [{ type: 'header', text: plain('x'.repeat(151)) }]],
    ['markup in a header', [{ type: 'header', text: { type: 'mrkdwn', text: 'a' } }]],
    ['51 blocks', times(51, () => ({ type: 'divider' }))],
    ['too much text in all', times(5, () => section('x'.repeat(2900)))],
    ['one block_id twice', times(2, () => ({ type: 'divider', block_id: 'a' }))],
    ['one action_id twice', [actions(button('a')), actions(button('a'))]],
    ['no buttons', [actions()]],
    ['26 buttons', [actions(...times(26, index => button(`${index}`)))]],
    ['a long label', [actions(button('a', { text: plain('x'.repeat(76)) }))]],
    ['a long value', [actions(button('a', { value: 'x'.repeat(2001) }))]],
    ['an unknown style', [actions(button('a', { style: 'default' }))]],
    ['a long action_id', [actions(button('x'.repeat(256)))]],
    ['an input in a message', [input({ type: 'plain_text_input', action_id: 'a' })]],
    [
      'an empty run of text',
      [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '' }] }] }],
    ],
  ])('%s', (_, given) => {
    expect(checkBlocks(given)).not.toEqual([]);
  });

  test.each<readonly [string, unknown]>([
    ['a long title', { ...view(section('a')), title: plain('x'.repeat(25)) }],
    ['a form that cannot be sent', { ...view(section('a')), submit: undefined }],
    ['long metadata', { ...view(section('a')), private_metadata: 'x'.repeat(3001) }],
    [
      '11 radio buttons',
      view(input({ type: 'radio_buttons', action_id: 'a', options: times(11, index => option(`${index}`)) })),
    ],
    [
      '101 options',
      view(input({ type: 'static_select', action_id: 'a', options: times(101, index => option(`${index}`)) })),
    ],
    ['no options', view(input({ type: 'static_select', action_id: 'a', options: [] }))],
    ['one value twice', view(input({ type: 'checkboxes', action_id: 'a', options: [option('a'), option('a', 'b')] }))],
    ['a long value', view(input({ type: 'static_select', action_id: 'a', options: [option('x'.repeat(151), 'a')] }))],
    [
      'an initial option of another text',
      view(input({ type: 'radio_buttons', action_id: 'a', options: [option('a')], initial_option: option('a', 'b') })),
    ],
    ['a day that is none', view(input({ type: 'datepicker', action_id: 'a', initial_date: '2027-02-30' }))],
    ['a time that is none', view(input({ type: 'timepicker', action_id: 'a', initial_time: '24:00' }))],
    ['a time with seconds', view(input({ type: 'timepicker', action_id: 'a', initial_time: '12:00:00' }))],
    [
      'more typed than may be',
      view(input({ type: 'plain_text_input', action_id: 'a', max_length: 2, initial_value: 'abc' })),
    ],
    ['one input twice', view(...times(2, () => input({ type: 'datepicker', action_id: 'a' })))],
  ])('%s, in a modal', (_, given) => {
    expect(checkView(given)).not.toEqual([]);
  });

  test('but not what we draw', () => {
    expect(checkBlocks(blocks(cardOf(...Object.values(parts))))).toEqual([]);
    expect(checkView(modal(formOf(...Object.values(fields))))).toEqual([]);
  });
});

describe('Teams would refuse or leave out', () => {
  const card = adaptiveCard(cardOf(parts.text));
  const form = adaptiveForm(formOf(fields.choice));
  const field = { ...form, body: [{ type: 'Input.Date', id: 'a', label: 'a', isRequired: true, errorMessage: 'a' }] };

  test.each<readonly [string, unknown]>([
    ['nothing at all', undefined],
    ['a later version', { ...card, version: '1.6' }],
    ['an unknown property', { ...card, colour: 'red' }],
    ['an unknown element', { ...card, body: [{ type: 'Chart' }] }],
    ['an unknown property of an element', { ...card, body: [{ type: 'RichTextBlock', inlines: [], colour: 'red' }] }],
    ['a text that takes Markdown', { ...card, body: [{ type: 'TextBlock', text: 'a', wrap: true }] }],
    [
      'six actions in a row',
      {
        ...card,
        body: [
          {
            type: 'ActionSet',
            actions: times(6, () => ({ type: 'Action.Submit', title: 'a', data: { type: 'poll.show' } })),
          },
        ],
      },
    ],
    [
      'a page that is none',
      {
        ...card,
        body: [{ type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title: 'a', url: 'javascript:alert(1)' }] }],
      },
    ],
    ['an unknown style', { ...card, body: [{ type: 'Container', style: 'red', items: [] }] }],
    ['a language that is none', { ...card, lang: 'norsk' }],
    ['29 KB', { ...card, fallbackText: 'x'.repeat(29 * 1024) }],
    ['one input twice', { ...field, body: [...field.body, ...field.body] }],
    ['a day that is none', { ...field, body: [{ ...field.body[0], value: '2027-02-30' }] }],
    ['an input without a label', { ...field, body: [{ ...field.body[0], label: undefined }] }],
  ])('%s', (_, given) => {
    expect(checkAdaptiveCard(given)).not.toEqual([]);
  });

  test('but not what we draw, however often', () => {
    for (const _ of times(3, () => 0)) {
      expect(checkAdaptiveCard(adaptiveCard(cardOf(...Object.values(parts))))).toEqual([]);
      expect(checkAdaptiveCard(adaptiveForm(formOf(...Object.values(fields))))).toEqual([]);
    }
    expect(checkAdaptiveCard(field)).toEqual([]);
  });
});
