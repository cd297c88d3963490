/** What a party has in a round, whom it is for, and what a person has in all of them. */
import type { Invited } from '../../src/features/needs/invited.ts';
import type { Need } from '../../src/features/needs/need.ts';
import type { Round } from '../../src/features/needs/round.ts';
import type { Carried } from '../../src/intents/intent.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import type { Button, Card, Part } from '../card.ts';
import { cardLimits } from '../limits.ts';
import { shortened } from '../shortened.ts';
import { needName, partyWords, roundWords, titleOfNeed } from './need-words.ts';
import { asksFor, roundTiming } from './round-words.ts';

export type PartyNeedsShown = {
  readonly round: Round;
  readonly party: Pick<Invited, 'key' | 'name'>;
  readonly needs: readonly Need[];
  readonly mayBegin: boolean;
  readonly hasEarlier: boolean;
};

/** What a party has in a round: going on with one, or beginning another. */
export function partyNeedsCard({ round, party, needs, mayBegin, hasEarlier }: PartyNeedsShown, speech: Speech): Card {
  const { start: texts, buttons } = speech.say.need;
  const about = { round: round.id, party: party.key };
  const begin: readonly (Button | false)[] = [
    mayBegin && { label: buttons.new, intent: { type: 'need.new', ...about }, weight: 'primary', opensForm: true },
    mayBegin && hasEarlier && { label: buttons.lastYear, intent: { type: 'need.copy', ...about }, opensForm: true },
  ];
  const shown = begin.filter(each => each !== false);
  return {
    language: speech.language,
    title: shortened(texts.title(partyWords(party)), cardLimits.title),
    parts: [
      { kind: 'text', text: roundWords(round, speech), weight: 'subtle' },
      { kind: 'text', text: needs.length > 0 ? texts.some : texts.none },
      ...needs.flatMap(need => needParts(need, speech)),
      ...(shown.length > 0 ? [{ kind: 'buttons', buttons: shown } as const] : []),
    ],
  };
}

/** One line and its button: going on with what is open, or looking at what is sent. */
function needParts(need: Need, speech: Speech): readonly Part[] {
  const { states, buttons } = speech.say.need;
  const ref = { round: need.roundId, need: need.id };
  const isHeld = need.state === 'draft' || need.state === 'returned';
  const button: Button = isHeld
    ? { label: buttons.continue, intent: { type: 'need.open', ...ref }, opensForm: true }
    : { label: buttons.show, intent: { type: 'need.show', ...ref } };
  const name = needName(need, speech);
  // A draft's name says what it is.
  const value = need.state === 'draft' && !need.reference ? name : `${name}: ${states[need.state]}`;
  const item = { label: titleOfNeed(need, speech), value };
  return [
    { kind: 'list', items: [item] },
    { kind: 'buttons', buttons: [button] },
  ];
}

/** Several rounds may be meant: whoever named none chooses. @param asked what is then asked of the chosen one */
export function needRoundsCard(
  rounds: readonly Round[],
  now: Instant,
  speech: Speech,
  asked: Carried = { type: 'need.start' },
): Card {
  const shown = rounds.slice(0, mostRounds);
  return {
    language: speech.language,
    title: speech.say.need.start.whichRound,
    parts: shown.flatMap((round): readonly Part[] => {
      const label = shortened(asksFor(round, speech), cardLimits.buttonLabel);
      const intent = { ...asked, round: round.id } as Carried;
      const button: Button = { label, intent, opensForm: asked.type === 'need.start' };
      const timing = `${speech.say.round.item(round.number, roundTiming(round, now, speech))}`;
      return [
        { kind: 'text', text: timing },
        { kind: 'buttons', buttons: [button] },
      ];
    }),
  };
}

/** More are seldom open at once; the oldest are found by their numbers. */
const mostRounds = 10;

/** Whoever answers for several says for whom. */
export function needPartiesCard(round: Round, parties: readonly Pick<Invited, 'key' | 'name'>[], speech: Speech): Card {
  const shown = parties.slice(0, mostParties);
  const buttons = shown.map(
    ({ key, name }): Button => ({
      label: shortened(name, cardLimits.buttonLabel),
      intent: { type: 'need.start', round: round.id, party: key },
      opensForm: true,
    }),
  );
  return {
    language: speech.language,
    title: speech.say.need.start.which,
    parts: [
      { kind: 'text', text: roundWords(round, speech) },
      { kind: 'buttons', buttons },
      ...(parties.length > shown.length
        ? [{ kind: 'text', text: speech.say.roster.more(parties.length - shown.length) } as const]
        : []),
    ],
  };
}

/** One person seldom answers for more than two. */
const mostParties = 20;

/** Across rounds, the latest first. */
export function myNeedsCard(needs: readonly Need[], speech: Speech): Card {
  const { start: texts } = speech.say.need;
  const shown = needs.slice(0, mostListed);
  return {
    language: speech.language,
    title: texts.mine,
    parts: [
      ...(shown.length === 0 ? [{ kind: 'text', text: texts.noneMine } as const] : []),
      ...shown.flatMap(need => needParts(need, speech)),
      ...(needs.length > shown.length
        ? [{ kind: 'text', text: speech.say.roster.more(needs.length - shown.length) } as const]
        : []),
    ],
  };
}

/** Each takes two of a message's fifty blocks. */
const mostListed = 20;
