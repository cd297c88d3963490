type CountWord = (n: number, one: string, other: string, two?: string) => string;

/** Says a number with its word in the form the language's own rules ask for; Northern Sámi has one for two as well. */
export function countIn(locale: string): CountWord {
  const rules = new Intl.PluralRules(locale);
  return (n, one, other, two = other) => {
    const form = rules.select(n);
    return `${n} ${form === 'one' ? one : form === 'two' ? two : other}`;
  };
}
