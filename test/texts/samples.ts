/** One of each that can be refused. */
export type Samples<R extends { readonly code: string }> = { readonly [C in R['code']]: Extract<R, { code: C }> };
