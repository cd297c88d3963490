import type { Language } from '../features/networks/network.ts';

/** What people type for one thing, in each language; a language without words of its own says it as bokmål. */
export type TypedWords = Partial<Record<Language, readonly string[]>>;
