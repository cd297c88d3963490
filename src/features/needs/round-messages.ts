/** The kinds of words that a round sends to people. */
export const roundReminder = { kind: 'round-reminder' } as const;

/** It takes answers: to those who read of it in no channel. */
export const roundInvitation = { kind: 'round-invitation' } as const;

/** Its deadline passed some time ago and nobody has closed it: to whoever opened it. */
export const roundOver = { kind: 'round-over' } as const;
