/** What is given on for the agenda: what would go, what has gone, and that it was taken back. */
import type { Meeting } from '../../src/features/meetings/meeting.ts';
import type { SetCount } from '../../src/features/needs/hand-over-round.ts';
import type { NeedSet } from '../../src/features/needs/need-set.ts';
import { type Round, roundStateOf } from '../../src/features/needs/round.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import type { Button, Card, Part } from '../card.ts';
import { doneNote } from '../done-note.ts';
import { longList } from '../long-list.ts';
import { roundWords } from './need-words.ts';
import { schemeName } from './round-words.ts';
import { entryItem } from './set-card.ts';
import { setFileButtons } from './set-file-buttons.ts';

/** @property entries what would go, in the order it is given on in */
export type HandOverShown = SetCount & {
  readonly round: Round;
  readonly entries: NeedSet['entries'];
  readonly now: Instant;
};

/** What the list may weigh beside everything else in the card. */
const listRoom = 14_000;

/** What goes and what stays behind, before anything does. */
export function handOverPreviewCard({ round, going, unchecked, entries, now }: HandOverShown, speech: Speech): Card {
  const { handOver: texts, buttons } = speech.say.set;
  const about = { round: round.id };
  const offered: readonly (Button | false)[] = [
    going > 0 && { label: buttons.handOver, intent: { type: 'set.hand-over', ...about }, weight: 'primary' },
    unchecked > 0 && { label: buttons.accept, intent: { type: 'set.accept', ...about } },
    { label: buttons.back, intent: { type: 'set.show', ...about } },
  ];
  const bundles = entries.filter(({ bundle }) => bundle).length;
  const isOpen = roundStateOf(round, now) === 'open';
  return {
    language: speech.language,
    title: texts.title(round.number),
    parts: [
      { kind: 'text', text: roundWords(round, speech), weight: 'subtle' },
      { kind: 'note', sign: 'information', text: texts.notYet },
      { kind: 'text', text: going > 0 ? texts.going(going) : texts.nothing, weight: 'strong' },
      ...(going > 0 && bundles > 0 ? [{ kind: 'text', text: texts.goingBundled(bundles) } as const] : []),
      ...longList(
        entries.map(entry => entryItem(entry, speech)),
        speech,
        listRoom,
      ),
      ...(unchecked > 0 ? [warning(texts.unchecked(unchecked))] : []),
      ...(isOpen ? [warning(texts.stillOpen(speech.when(round.closesAt)))] : []),
      ...(going > 0 ? [{ kind: 'text', text: texts.after } as const] : []),
      { kind: 'buttons', buttons: offered.filter(each => each !== false) },
    ],
  };
}

/** @property meetings the next that can still take a case */
export type HandedOverShown = {
  readonly round: Round;
  readonly moved: number;
  readonly unchecked: number;
  readonly meetings: readonly Meeting[];
};

export function handedOverCard({ round, moved, unchecked, meetings }: HandedOverShown, speech: Speech): Card {
  const { handOver: texts, buttons } = speech.say.set;
  const about = { round: round.id };
  return {
    language: speech.language,
    title: texts.done(round.number),
    parts: [
      { kind: 'text', text: roundWords(round, speech), weight: 'subtle' },
      doneNote(texts.doneText(moved)),
      ...(unchecked > 0 ? [warning(texts.left(unchecked))] : []),
      ...nextStep(round, meetings, speech),
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

/** Nothing is on an agenda by being given on: it is suggested for a meeting, as a case. */
function nextStep(round: Round, meetings: HandedOverShown['meetings'], speech: Speech): readonly Part[] {
  const { handOver: texts } = speech.say.set;
  if (meetings.length === 0) return [{ kind: 'note', sign: 'information', text: texts.noMeeting }];
  const title = texts.caseTitles[round.form](round.number, schemeName(round.scheme, speech), round.year);
  const suggest = meetings.map(
    ({ id, number }): Button => ({
      label: texts.suggest(number),
      intent: { type: 'case.form', meeting: id, title },
      opensForm: true,
    }),
  );
  return [
    { kind: 'text', text: texts.meetings },
    { kind: 'buttons', buttons: suggest },
  ];
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
