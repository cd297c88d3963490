/** Fields as the forms of meetings use them: with what was filled in, and what is wrong with it. */
import type { Speech } from '../src/texts/speak.ts';
import type { Field } from './card.ts';
import { type Filled, textValue } from './filled.ts';

type Written = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly max: number;
  /** What stands there when the form opens. */
  readonly value?: string | undefined;
  readonly isRequired?: boolean;
};

export type FieldMaker = {
  readonly text: (name: string, written: Written) => Field;
  readonly longText: (name: string, written: Written) => Field;
  readonly choice: (name: string, label: string, labels: Readonly<Record<string, string>>, otherwise: string) => Field;
};

export function fieldsFor(filled: Filled, { say }: Speech): FieldMaker {
  const common = (name: string, { label, hint, isRequired = false }: Omit<Written, 'max'>) => ({
    name,
    label,
    ...(hint !== undefined && { hint }),
    isRequired,
    whenMissing: say.forms.whenMissing,
    error: filled.errors[name],
  });
  const written = (name: string, each: Written) => ({
    ...common(name, each),
    max: each.max,
    value: textValue(filled, name, each.value) || undefined,
  });
  return {
    text: (name, each) => ({ ...written(name, each), kind: 'text' }),
    longText: (name, each) => ({ ...written(name, each), kind: 'long-text' }),
    choice: (name, label, labels, otherwise) => ({
      ...common(name, { label, isRequired: true }),
      kind: 'choice',
      choices: Object.entries(labels).map(([value, text]) => ({ value, label: text })),
      value: textValue(filled, name, otherwise),
    }),
  };
}
