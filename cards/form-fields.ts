/** The fields every form is made of: with what was filled in before, and what is wrong with it. */
import type { Speech } from '../src/texts/speak.ts';
import type { Choice, Field } from './card.ts';
import { type Filled, textValue } from './filled.ts';

type Asked = {
  readonly label: string;
  readonly hint?: string;
  /** May be left empty. */
  readonly isOptional?: boolean;
  /** What stands there when the form opens. */
  readonly value?: string | undefined;
};
type Written = Asked & { readonly max: number };
type Offered = Asked & { readonly choices: readonly Choice[]; readonly isList?: boolean };
/** Several may be chosen; which are, the form says itself. */
type Ticked = Omit<Offered, 'value'> & { readonly value: readonly string[] };

type FieldOf<Kind extends Field['kind']> = Extract<Field, { readonly kind: Kind }>;

export type FormFields = {
  readonly text: (name: string, asked: Written) => FieldOf<'text'>;
  readonly longText: (name: string, asked: Written) => FieldOf<'long-text'>;
  readonly choice: (name: string, asked: Offered) => FieldOf<'choice'>;
  readonly choices: (name: string, asked: Ticked) => FieldOf<'choices'>;
  readonly date: (name: string, asked: Asked) => FieldOf<'date'>;
  readonly time: (name: string, asked: Asked) => FieldOf<'time'>;
};

/** Each maker is given the intent's own field name, and what is asked. */
export function formFields({ say }: Speech, filled: Filled): FormFields {
  const named = <Each extends Omit<Asked, 'value'>>(name: string, { isOptional = false, ...asked }: Each) => ({
    ...asked,
    name,
    isRequired: !isOptional,
    whenMissing: say.forms.whenMissing,
    error: filled.errors[name],
  });
  const valued = <Each extends Asked>(name: string, asked: Each) => ({
    ...named(name, asked),
    value: textValue(filled, name, asked.value),
  });
  return {
    text: (name, asked) => ({ ...valued(name, asked), kind: 'text' }),
    longText: (name, asked) => ({ ...valued(name, asked), kind: 'long-text' }),
    choice: (name, asked) => ({ ...valued(name, asked), kind: 'choice' }),
    choices: (name, asked) => ({ ...named(name, asked), kind: 'choices' }),
    date: (name, asked) => ({ ...valued(name, asked), kind: 'date' }),
    time: (name, asked) => ({ ...valued(name, asked), kind: 'time' }),
  };
}

/** Choices from their labels by value. */
export function choicesOf(labels: Readonly<Record<string, string>>): readonly Choice[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
