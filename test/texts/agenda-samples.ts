import type { AgendaRefusal } from '../../src/features/meetings/agenda-refusal.ts';
import type { Samples } from './every-text.ts';

export const agendaSamples: Samples<AgendaRefusal> = {};
