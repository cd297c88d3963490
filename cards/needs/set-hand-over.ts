/** What is given on for the agenda: what would go, what has gone, and that it was taken back. */
import type { SetCount } from '../../src/features/needs/hand-over-round.ts';
import { type Round, roundStateOf } from '../../src/features/needs/round.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import type { Button, Card, Part } from '../card.ts';
import { doneNote } from '../done-note.ts';
import { roundWords } from './need-words.ts';
import { setFileButtons } from './set-file-buttons.ts';

export type HandOverShown = SetCount & { readonly round: Round; readonly bundles: number; readonly now: Instant };

/** What goes and what stays behind, before anything does. */
export function handOverPreviewCard({ round, going, unchecked, bundles, now }: HandOverShown, speech: Speech): Card {
  const { handOver: texts, buttons } = speech.say.set;
  const about = { round: round.id };
  const offered: readonly (Button | false)[] = [
    going > 0 && { label: buttons.handOver, intent: { type: 'set.hand-over', ...about }, weight: 'primary' },
    unchecked > 0 && { label: buttons.accept, intent: { type: 'set.accept', ...about } },
    { label: buttons.back, intent: { type: 'set.show', ...about } },
  ];
  const isOpen = roundStateOf(round, now) === 'open';
  return {
    language: speech.language,
    title: texts.title(round.number),
    parts: [
      { kind: 'text', text: roundWords(round, speech), weight: 'subtle' },
      { kind: 'note', sign: 'information', text: texts.notYet },
      { kind: 'text', text: going > 0 ? texts.going(going) : texts.nothing, weight: 'strong' },
      ...(going > 0 && bundles > 0 ? [{ kind: 'text', text: texts.goingBundled(bundles) } as const] : []),
      ...(unchecked > 0 ? [warning(texts.unchecked(unchecked))] : []),
      ...(isOpen ? [warning(texts.stillOpen(speech.when(round.closesAt)))] : []),
      ...(going > 0 ? [{ kind: 'text', text: texts.after } as const] : []),
      { kind: 'buttons', buttons: offered.filter(each => each !== false) },
    ],
  };
}

export type HandedOverShown = { readonly round: Round; readonly moved: number; readonly unchecked: number };

export function handedOverCard({ round, moved, unchecked }: HandedOverShown, speech: Speech): Card {
  const { handOver: texts, buttons } = speech.say.set;
  const about = { round: round.id };
  return {
    language: speech.language,
    title: texts.done(round.number),
    parts: [
      { kind: 'text', text: roundWords(round, speech), weight: 'subtle' },
      doneNote(texts.doneText(moved)),
      ...(unchecked > 0 ? [warning(texts.left(unchecked))] : []),
      ...setFileButtons(round, speech),
      {
        kind: 'buttons',
        buttons: [
          { label: buttons.back, intent: { type: 'set.show', ...about } },
          { label: buttons.takeBack, intent: { type: 'set.take-back', ...about }, weight: 'danger' },
        ],
      },
    ],
  };
}

export function takenBackCard({ round, moved }: Pick<HandedOverShown, 'round' | 'moved'>, speech: Speech): Card {
  const { handOver: texts, buttons } = speech.say.set;
  return {
    language: speech.language,
    title: texts.takenBack(round.number),
    parts: [
      { kind: 'text', text: roundWords(round, speech), weight: 'subtle' },
      doneNote(texts.takenBackText(moved)),
      { kind: 'buttons', buttons: [{ label: buttons.back, intent: { type: 'set.show', round: round.id } }] },
    ],
  };
}

function warning(text: string): Part {
  return { kind: 'note', sign: 'warning', text };
}
