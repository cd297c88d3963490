type Leaf = string | readonly string[] | ((...given: never) => string);

/** The same texts with any of them left out, at any depth. */
export type PartOf<T> = T extends Leaf ? T : { readonly [K in keyof T]?: PartOf<T[K]> };

/** @returns each text of `own`, and each that it lacks from `otherwise` */
export function withFallback<T extends object>(own: PartOf<NoInfer<T>>, otherwise: T): T {
  return merged(own, otherwise) as T;
}

function merged(own: unknown, otherwise: unknown): unknown {
  if (own === undefined) return otherwise;
  if (!isBranch(own) || !isBranch(otherwise)) return own;
  return Object.fromEntries(Object.keys(otherwise).map(key => [key, merged(own[key], otherwise[key])]));
}

function isBranch(texts: unknown): texts is Readonly<Record<string, unknown>> {
  return typeof texts === 'object' && texts !== null && !Array.isArray(texts);
}
