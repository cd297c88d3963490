/** A form in a person's hands: what they send, and what the bot's answer makes of it. */
import { z } from 'zod';
import { checkView } from './check-blocks.ts';
import type { SeenForm } from './fake-chat.ts';
import { type Input, initialOf, inputsOf, seenForm } from './fake-slack-reading.ts';
import type { FakeSlackState, View } from './fake-slack-state.ts';

export type Values = Readonly<Record<string, string | readonly string[]>>;

/** `state.values` as Slack reports it; what is left out keeps what the form had. */
export function stateOf(view: View, values: Values): object {
  return Object.fromEntries(
    inputsOf(view).map(input => {
      const filled = elementState(input, values[input.block_id] ?? initialOf(input));
      return [input.block_id, { [input.element.action_id]: filled }];
    }),
  );
}

const answerSchema = z.discriminatedUnion('response_action', [
  z.strictObject({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string().min(1)) }),
  z.strictObject({ response_action: z.literal('update'), view: z.looseObject({ blocks: z.array(z.unknown()) }) }),
  z.strictObject({ response_action: z.literal('clear') }),
]);

/**
 * What the person sees after sending: nothing, the same form with its errors, or another in its place.
 * https://docs.slack.dev/surfaces/modals
 */
export function formAfter(state: FakeSlackState, view: View, body: string): SeenForm | undefined {
  const answer = answerSchema.safeParse(body === '' ? { response_action: 'clear' } : parsedJson(body)).data;
  switch (answer?.response_action) {
    case undefined:
      state.problems.push('A form was answered with something Slack does not know');
      return undefined;
    case 'errors': {
      const names = inputsOf(view).map(({ block_id }) => block_id);
      const unknown = Object.keys(answer.errors).filter(name => !names.includes(name));
      if (unknown.length > 0) state.problems.push(`A form's errors name fields it does not have: ${unknown.join()}`);
      return seenForm(view, answer.errors);
    }
    case 'update':
      state.problems.push(...checkView(answer.view).map(problem => `response_action update: ${problem}`));
      view.json = answer.view;
      view.hash = state.nextTs();
      return seenForm(view);
    case 'clear':
      state.views.delete(view.id);
      return undefined;
  }
}

/** @throws when the element does not offer what was chosen */
function elementState({ element }: Input, value: string | readonly string[] | undefined): object {
  const choose = (wanted: string) => {
    const found = element.options?.find(option => option.value === wanted);
    if (!found) throw new Error(`The field ${element.action_id} does not offer ${wanted}`);
    return found;
  };
  const { type } = element;
  switch (type) {
    case 'radio_buttons':
    case 'static_select':
      return { type, selected_option: typeof value === 'string' && value !== '' ? choose(value) : null };
    case 'checkboxes':
    case 'multi_static_select':
      return { type, selected_options: [value ?? []].flat().map(choose) };
    case 'datepicker':
      return { type, selected_date: value || null };
    case 'timepicker':
      return { type, selected_time: value || null };
    default:
      return { type, value: value || null };
  }
}

function parsedJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
