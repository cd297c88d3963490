/** What deliveries about these things say to one person. */
import type { Writer } from './write-to.ts';

export const yearWriters: Readonly<Record<string, Writer>> = {};
