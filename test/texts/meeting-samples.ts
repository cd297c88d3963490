import type { MeetingRefusal } from '../../src/features/meetings/meeting-refusal.ts';
import type { Samples } from './every-text.ts';

export const meetingSamples: Samples<MeetingRefusal> = {};
