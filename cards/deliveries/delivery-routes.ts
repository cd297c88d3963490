/** By which ways a person is written to, and the choice among them. */
import type { Speech } from '../../src/texts/speak.ts';
import type { Card, Form, Part } from '../card.ts';
import { type Filled, textValue, unfilled } from '../filled.ts';
import { formFields } from '../form-fields.ts';

export type RoutesShown = {
  /** Platforms by their own names, best first, each once. */
  readonly routes: readonly string[];
  readonly chosen?: string | undefined;
};

export function routesCard({ routes, chosen }: RoutesShown, speech: Speech): Card {
  const { language, say, list } = speech;
  const texts = say.delivery.route;
  const [first, ...others] = routes.map(name => routeName(name, speech));
  const why = chosen === undefined ? texts.latest : texts.chosen;
  const isLost = chosen !== undefined && !routes.includes(chosen);
  return {
    language,
    title: texts.title,
    parts: [
      first === undefined ? note(texts.none) : { kind: 'text', text: texts.first(first), weight: 'strong' },
      ...(isLost ? [note(texts.lost(routeName(chosen, speech)))] : []),
      ...(first !== undefined && !isLost ? [{ kind: 'text', text: why } as const] : []),
      ...(others.length > 0 ? [{ kind: 'text', text: texts.others(list(others)) } as const] : []),
      {
        kind: 'buttons',
        buttons: [{ label: say.delivery.buttons.chooseRoute, intent: { type: 'route.choose-form' }, opensForm: true }],
      },
    ],
  };
}

function note(text: string): Part {
  return { kind: 'note', sign: 'warning', text };
}

/** Offers each way the person has, and wherever they last wrote. */
export function chooseRouteForm({ routes, chosen }: RoutesShown, speech: Speech, filled: Filled = unfilled): Form {
  const { language, say } = speech;
  const texts = say.delivery.route;
  const choices = [
    { value: 'last', label: texts.last },
    ...routes.map(name => ({ value: name, label: routeName(name, speech) })),
  ];
  const offered = (value: string | undefined) => choices.find(choice => choice.value === value)?.value;
  return {
    language,
    title: texts.formTitle,
    submit: texts.submit,
    cancel: say.forms.cancel,
    intent: { type: 'route.choose' },
    fields: [
      {
        ...formFields(speech, filled).choice('by', { label: texts.by, hint: texts.byHint, choices }),
        value: offered(textValue(filled, 'by', chosen)) ?? 'last',
      },
    ],
  };
}

function routeName(name: string, { say }: Speech): string {
  return say.delivery.routes[name] ?? name;
}
