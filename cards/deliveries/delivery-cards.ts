/** How what is owed stands, for those who can do something about it. */
import type { Thing } from '../../src/delivery/delivery.ts';
import type { NotReached, Reach } from '../../src/delivery/reach.ts';
import { sentenceCase } from '../../src/texts/sentence-case.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Button, Card, Part } from '../card.ts';
import { doneNote } from '../done-note.ts';
import { cardLimits } from '../limits.ts';
import { longList } from '../long-list.ts';
import { networkText } from '../networks/network-text.ts';
import { shortened } from '../shortened.ts';

/** What was sent about, in words. */
export type ThingShown = {
  readonly about: Thing;
  readonly title: string;
  /** By which it is named in commands. */
  readonly number?: number | undefined;
  /** What to write in a channel to get its posting back. */
  readonly bringBack?: string | undefined;
};

/** One that has not reached its place: a channel's or a person's name. */
export type Stuck = {
  readonly id: string;
  readonly where: string;
  /** What was sent, by its kind. */
  readonly message: string;
  readonly why: NotReached;
  /** Nothing leads there yet: sent again, it would come to the same. */
  readonly hasNoWay?: boolean;
};

export type TroubleShown = {
  readonly thing: ThingShown;
  /** The network's name. */
  readonly network: string;
  readonly reach: Pick<Reach, 'all' | 'reached' | 'waiting' | 'notReached'>;
  readonly stuck: readonly Stuck[];
};

/** As many as stand readably under each other, whatever they are called. */
const mostButtons = 10;
/** Leaves room for the buttons. */
const listRoom = 7_000;

export function troubleCard({ thing, network, reach, stuck }: TroubleShown, speech: Speech): Card {
  const { language, say } = speech;
  const seeAll: Button = reachButton(thing.about, speech);
  return {
    language,
    title: say.delivery.trouble.title,
    parts: [
      { kind: 'text', text: shortened(thing.title, cardLimits.text), weight: 'strong' },
      networkText(network),
      { kind: 'text', text: reachSentence(reach, speech) },
      ...stuckParts(stuck, thing, speech),
      { kind: 'buttons', buttons: [...repeatButtons(stuck, thing, speech), seeAll] },
    ],
  };
}

export type ReachShown = {
  readonly thing: ThingShown;
  readonly reach: Pick<Reach, 'all' | 'reached' | 'waiting' | 'notReached' | 'byMessage'>;
  readonly stuck: readonly Stuck[];
  /** The list of those who were not reached goes on from here. */
  readonly from?: number | undefined;
  /** Sendings that nobody has agreed to yet, by id. */
  readonly shown: readonly string[];
};

export function reachCard({ thing, reach, stuck: all, from = 0, shown }: ReachShown, speech: Speech): Card {
  const { language, say } = speech;
  const texts = say.delivery.reach;
  const stuck = all.slice(from);
  return {
    language,
    title: reach.all === 0 ? texts.none : texts.title(reach.reached, reach.all),
    parts: [
      { kind: 'text', text: shortened(thing.title, cardLimits.text), weight: 'strong' },
      ...othersParts(reach, speech),
      ...(reach.byMessage.length > 1 ? [byMessage(reach.byMessage, speech)] : []),
      ...(shown.length > 0 ? [{ kind: 'note', sign: 'information', text: texts.shown } as const] : []),
      ...stuckParts(stuck, thing, speech),
      ...buttonsOf([
        ...shown.slice(0, mostShown).map(sending => showButton(thing.about, sending, speech)),
        ...repeatButtons(stuck, thing, speech),
        ...(stuck.length > mostButtons ? [moreButton(thing.about, from + mostButtons, speech)] : []),
      ]),
    ],
  };
}

/** More are not left waiting of one thing. */
const mostShown = 3;

/** The way to who was reached by what was sent about a thing. */
export function reachButton(about: Thing, { say }: Speech): Button {
  return { label: say.delivery.buttons.reach, intent: { type: 'delivery.reach', about } };
}

export function repeatedCard({ where, message }: Omit<Stuck, 'id' | 'why'>, speech: Speech): Card {
  const { language, say } = speech;
  const texts = say.delivery.repeated;
  const text = texts.text(sentenceCase(messageWord(message, speech)), shortened(where, cardLimits.factLabel));
  return { language, title: texts.title, parts: [doneNote(text)] };
}

/** «36 av 42 nådd: 2 har blokkert boten, 1 har forlatt organisasjonen, 3 har ingen vei.» */
function reachSentence(reach: TroubleShown['reach'], speech: Speech): string {
  return speech.say.delivery.reach.summary(reach.reached, reach.all, othersText(reach, speech));
}

/** Beneath a title that has the numbers: what became of the rest. */
function othersParts(reach: TroubleShown['reach'], speech: Speech): readonly Part[] {
  const others = othersText(reach, speech);
  return others === '' ? [] : [{ kind: 'text', text: speech.say.delivery.reach.others(others) }];
}

function othersText({ waiting, notReached }: TroubleShown['reach'], { say }: Speech): string {
  const texts = say.delivery;
  const others = [
    ...notReached.map(({ why, count }) => texts.whyCounted[why](count)),
    ...(waiting > 0 ? [texts.reach.waiting(waiting)] : []),
  ];
  return others.join(', ');
}

function byMessage(kinds: Reach['byMessage'], speech: Speech): Part {
  const facts = kinds.map(({ kind, reached, all }) => ({
    label: sentenceCase(messageWord(kind, speech)),
    value: speech.say.delivery.reach.byMessage(reached, all),
  }));
  return { kind: 'facts', facts };
}

/** Each with its reason, and what can be done about it. */
function stuckParts(stuck: readonly Stuck[], { bringBack }: ThingShown, speech: Speech): readonly Part[] {
  const { delivery } = speech.say;
  const items = stuck.map(({ where, message, why }) => ({
    label: where,
    value: `${messageWord(message, speech)}: ${delivery.why[why]}`,
  }));
  const reasons = [...new Set(stuck.map(({ why }) => why))];
  const isPostingLost = stuck.some(({ message }) => message === 'posting');
  const toDo = [
    ...reasons.map(why => delivery.toDo[why]),
    ...(isPostingLost && bringBack ? [delivery.bringBack(bringBack)] : []),
  ];
  return [...longList(items, speech, listRoom), ...toDo.map(text => ({ kind: 'text', text }) as const)];
}

function repeatButtons(stuck: readonly Stuck[], { about }: ThingShown, { say }: Speech): readonly Button[] {
  const mayCome = stuck.slice(0, mostButtons).filter(({ hasNoWay = false }) => !hasNoWay);
  return mayCome.map(({ id, where }) => ({
    label: shortened(say.delivery.buttons.repeat(where), cardLimits.buttonLabel),
    intent: { type: 'delivery.repeat', about, delivery: id },
  }));
}

export function showButton(about: Thing, sending: string, { say }: Speech): Button {
  return { label: say.delivery.dryRun.title, intent: { type: 'sending.show', about, sending }, weight: 'primary' };
}

function moreButton(about: Thing, from: number, { say }: Speech): Button {
  return { label: say.buttons.more, intent: { type: 'delivery.reach', about, from } };
}

function buttonsOf(buttons: readonly Button[]): readonly Part[] {
  return buttons.length > 0 ? [{ kind: 'buttons', buttons }] : [];
}

/** Kinds of message come and go; one without a word of its own is a message. */
export function messageWord(kind: string, { say }: Speech): string {
  return say.delivery.messages[kind] ?? say.delivery.otherMessage;
}
