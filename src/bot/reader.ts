import type { Carried } from '../intents/intent.ts';

/** Not yet checked: intents' schemas do that for words and buttons alike. */
export type Read = Carried | { readonly type: string; readonly [field: string]: unknown };

/** What follows a command's word → what a button would have carried; `asTyped` has its quotes and tabs. */
export type Reader = (rest: string, asTyped: () => string) => Read;
