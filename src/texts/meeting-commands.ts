import type { CommandWords } from './commands.ts';

/** What people type, in every language at once; the first word of each list is the one help shows. */
export const meetingCommands = {} as const satisfies CommandWords;
