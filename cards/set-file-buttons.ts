import type { Round } from '../src/features/needs/round.ts';
import type { Speech } from '../src/texts/speak.ts';
import type { Part } from './card.ts';

/** The files of what a round has brought, wherever they are offered. */
export function setFileButtons(_round: Round, _speech: Speech): readonly Part[] {
  return [];
}
