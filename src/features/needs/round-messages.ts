/** The kinds of words that a round sends to people. */
export const roundReminder = { kind: 'round-reminder' } as const;
