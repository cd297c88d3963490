/** What was filled in, by field name, and what is wrong with it: a form is shown again with both. */
export type Filled = {
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors: Readonly<Record<string, string>>;
};

export const unfilled: Filled = { values: {}, errors: {} };

export function textValue({ values }: Filled, name: string, otherwise?: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : otherwise;
}
