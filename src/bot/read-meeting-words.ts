import type { meetingCommands } from '../texts/meeting-commands.ts';
import type { Reader } from './reader.ts';

export const meetingReaders: Readonly<Record<keyof typeof meetingCommands, Reader>> = {};
