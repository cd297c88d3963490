/** What deliveries about these things say to one person. */
import type { Writer } from './write-to.ts';

export const meetingWriters: Readonly<Record<string, Writer>> = {};
