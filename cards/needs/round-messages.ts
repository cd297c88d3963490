/** Words about a round that are sent to one person. */
import type { Coverage } from '../../src/features/needs/coverage.ts';
import type { Round } from '../../src/features/needs/round.ts';
import { type Covered, lackingOf } from '../../src/features/needs/round-coverage.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import type { Button, Card, Part } from '../card.ts';
import { cardLimits } from '../limits.ts';
import { shortened } from '../shortened.ts';
import { roundLeaderButtons } from './round-whispers.ts';
import { asksFor, roundTiming } from './round-words.ts';

export type RoundTold = { readonly round: Round; readonly network: string; readonly now: Instant };

/** @property waiting those the person may answer for who are waited for */
export type RoundWaiting = RoundTold & { readonly waiting: readonly Covered[] };

/** To one who reads of it in no channel. */
export function roundInvitationCard(shown: RoundWaiting, speech: Speech): Card {
  const { round, now } = shown;
  const { invitation } = speech.say.round;
  return {
    language: speech.language,
    title: shortened(asksFor(round, speech), cardLimits.title),
    parts: [
      whichRoundPart(shown, speech),
      namedPart(shown, ({ invited }) => invitation.text(nameOf(invited)), speech),
      { kind: 'text', text: `${roundTiming(round, now, speech)} ${invitation.how[round.form]}` },
      startPart(round, speech),
    ],
  };
}

export function roundReminderCard(shown: RoundWaiting, speech: Speech): Card {
  const { round, now } = shown;
  const { reminder } = speech.say.round;
  return {
    language: speech.language,
    title: shortened(reminder.title(asksFor(round, speech)), cardLimits.title),
    parts: [
      whichRoundPart(shown, speech),
      namedPart(shown, covered => lackSentence(covered, speech), speech),
      { kind: 'text', text: roundTiming(round, now, speech) },
      startPart(round, speech),
    ],
  };
}

/** To whoever opened a round that nobody has closed. */
export function roundOverCard(shown: RoundTold & { readonly coverage: Coverage }, speech: Speech): Card {
  const { round, now, coverage } = shown;
  const { over, answeredOf, buttons } = speech.say.round;
  const missing: Button = { label: buttons.missing, intent: { type: 'round.missing', round: round.id } };
  return {
    language: speech.language,
    title: shortened(over.title(asksFor(round, speech)), cardLimits.title),
    parts: [
      whichRoundPart(shown, speech),
      {
        kind: 'text',
        text: `${roundTiming(round, now, speech)} ${answeredOf(coverage.answered, coverage.invited)} ${over.text}`,
      },
      { kind: 'buttons', buttons: [missing] },
      ...roundLeaderButtons(round, now, speech),
    ],
  };
}

const networkLength = 120;

/** Someone may be in several networks, and each has its rounds. */
export function whichRoundPart({ round, network }: Omit<RoundTold, 'now'>, { say }: Speech): Part {
  return { kind: 'text', text: say.round.which(round.number, shortened(network, networkLength)), weight: 'subtle' };
}

/** As many parties as one message names. */
const mostNamed = 10;

function namedPart({ waiting }: RoundWaiting, sentence: (covered: Covered) => string, { say }: Speech): Part {
  const named = waiting.slice(0, mostNamed).map(sentence);
  const rest = waiting.length - named.length;
  return {
    kind: 'text',
    text: [...named, ...(rest > 0 ? [say.round.reminder.more(rest)] : [])].join(' '),
    isOwn: true,
  };
}

function startPart({ id }: Round, { say }: Speech): Part {
  const { start } = say.round.buttons;
  return {
    kind: 'buttons',
    buttons: [{ label: start, intent: { type: 'need.start', round: id }, weight: 'primary', opensForm: true }],
  };
}

const nameLength = 120;

function nameOf({ name }: Covered['invited']): string {
  return shortened(name, nameLength);
}

function lackSentence(covered: Covered, { say, day, when, zone }: Speech): string {
  const { lacks } = say.round.reminder;
  const name = nameOf(covered.invited);
  const lacking = lackingOf(covered, zone);
  switch (lacking.kind) {
    case 'begun':
      return lacks.begun(name);
    case 'draft':
      return lacks.draft(name, day(lacking.on));
    case 'returned':
      return lacks.returned(name, when(lacking.dueAt));
  }
}
