/** What can be refused here, each with a sentence in src/texts. */
export type YearRefusal = never;
