/** What fields are called in a sentence: their labels on the form, in the language's own quotation marks. */
export function quotedLabels(
  labels: Readonly<Record<string, string>>,
  opens = '«',
  closes = '»',
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(labels).map(([field, label]) => [field, `${opens}${label}${closes}`]));
}
