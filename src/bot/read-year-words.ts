import type { yearCommands } from '../texts/year-commands.ts';
import type { Reader } from './reader.ts';

export const yearReaders: Readonly<Record<keyof typeof yearCommands, Reader>> = {};
