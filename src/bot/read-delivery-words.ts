import type { deliveryCommands } from '../texts/delivery-commands.ts';
import type { Reader } from './reader.ts';

export const deliveryReaders: Readonly<Record<keyof typeof deliveryCommands, Reader>> = {};
