import type { Round } from '../../src/features/needs/round.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Button, Part } from '../card.ts';

/** The files of what a round has brought, wherever they are offered. */
export function setFileButtons(round: Pick<Round, 'id'>, speech: Speech): readonly Part[] {
  return [{ kind: 'buttons', buttons: [toFiles(round, speech)] }];
}

export function toFiles({ id }: Pick<Round, 'id'>, { say }: Speech): Button {
  return { label: say.needFiles.button, intent: { type: 'needs.files', round: id } };
}
