/** What deliveries about these things say to one person. */
import type { Writer } from './write-to.ts';

export const agendaWriters: Readonly<Record<string, Writer>> = {};
