import type { agendaCommands } from '../texts/agenda-commands.ts';
import type { Reader } from './reader.ts';

export const agendaReaders: Readonly<Record<keyof typeof agendaCommands, Reader>> = {};
