import type { PageLanguage, PlaygroundTexts } from '../../texts/playground-texts.ts';
import type { Deed } from '../playground-deeds.ts';
import type { DeedAnswer, Room, Side, Stage } from '../playground-view.ts';
import type { Chosen } from './ask-server.ts';

export type SideParts = {
  readonly side: Side;
  readonly stage: Stage;
  readonly texts: PlaygroundTexts;
  readonly language: PageLanguage;
  readonly chosen: () => Chosen;
  readonly choose: (next: Chosen) => void;
  /** Who acts, and in which channel. */
  readonly inRoom: () => { readonly person: string; readonly place: Room };
  /** Does it and shows what came of it; nothing when it could not be done. */
  readonly act: (deed: Deed) => Promise<DeedAnswer | undefined>;
};
