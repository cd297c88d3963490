/** What a person can ask here. Only ever added to. */
export const yearIntents = {} as const;
