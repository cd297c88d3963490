/** What more than a few are to get, before they get it: who, by which way, in which language, with which words. */
import type { Thing } from '../src/delivery/delivery.ts';
import type { Language } from '../src/features/networks/network.ts';
import type { Command } from '../src/texts/commands.ts';
import type { Speech } from '../src/texts/speak.ts';
import type { Instant } from '../src/world.ts';
import { adaptiveCard } from './adaptive-card.ts';
import { blocks } from './block-kit.ts';
import type { Button, Card, Note, Part } from './card.ts';
import { reachButton, type ThingShown } from './delivery-cards.ts';
import { doneNote } from './done-note.ts';
import { CardTooLarge, cardLimits } from './limits.ts';
import { longList } from './long-list.ts';
import { plainText } from './plain-text.ts';
import { shortened } from './shortened.ts';

/** One who gets it, or is to get it and cannot be reached. */
export type Getter = {
  readonly name: string;
  readonly isChannel: boolean;
  /** The platform's own name; none: no way leads there. */
  readonly by?: string | undefined;
  readonly languages: readonly Language[];
};

/** A card as it will stand, once for all who get just these words. */
export type TextShown = { readonly card: Card; readonly languages: readonly Language[]; readonly count: number };

export type DryRunShown = {
  readonly thing: ThingShown;
  readonly sending: string;
  /** A digest of all that is shown. */
  readonly seen: string;
  readonly to: readonly Getter[];
  readonly texts: readonly TextShown[];
  /** Said first: what else was done just now, why this is shown again, who is left out. */
  readonly notes?: readonly Note[] | undefined;
};

/** More names stand on a card of their own. */
const manyNames = 25;
const fewNames = 5;

/** All of it as far as a card holds it; the rest a press away. */
export function dryRunCard(shown: DryRunShown, speech: Speech): Card {
  const counts = shown.texts.map((_, at) => shown.texts.length - at);
  const candidates = [
    ...counts.map(texts => dryRun(shown, texts, manyNames, speech)),
    dryRun(shown, Math.min(1, counts.length), fewNames, speech),
  ];
  return candidates.find(fits) ?? dryRun(shown, 0, fewNames, speech);
}

function dryRun(shown: DryRunShown, texts: number, names: number, speech: Speech): Card {
  const { thing, to, notes = [] } = shown;
  const { language, say } = speech;
  const { dryRun } = say.delivery;
  const sentence = to.length === 0 ? dryRun.goesToNobody : dryRun.goesTo(reachedIn(to), waysOf(to, speech));
  return {
    language,
    title: dryRun.title,
    parts: [
      ...notes,
      { kind: 'text', text: shortened(thing.title, cardLimits.text), weight: 'strong' },
      { kind: 'note', sign: 'information', text: `${sentence} ${dryRun.notYet}` },
      ...shown.texts.slice(0, texts).flatMap(text => wholeText(text, shown.texts, speech)),
      { kind: 'text', text: dryRun.meanwhile, weight: 'subtle' },
      { kind: 'buttons', buttons: choices(shown, texts, names, speech) },
      ...whoParts(to.slice(0, names), speech),
    ],
  };
}

function choices(
  { thing: { about }, sending, seen, to, texts }: DryRunShown,
  shownTexts: number,
  names: number,
  speech: Speech,
): readonly Button[] {
  const { buttons } = speech.say.delivery;
  const reached = reachedIn(to);
  const send: Button = {
    label: buttons.send(reached),
    intent: { type: 'sending.agree', about, sending, seen },
    weight: 'primary',
  };
  const others = texts.slice(shownTexts).map(
    (text, at): Button => ({
      label: textLabel(text, speech),
      intent: { type: 'sending.show', about, sending, text: shownTexts + at },
    }),
  );
  return [
    ...(reached > 0 ? [send] : []),
    { label: buttons.drop, intent: { type: 'sending.drop', about, sending } },
    ...(to.length > names ? [allButton(about, sending, 0, buttons.all)] : []),
    ...others.slice(0, mostOthers),
  ];
}

function reachedIn(to: readonly Getter[]): number {
  return to.filter(({ by }) => by !== undefined).length;
}

function textLabel({ languages, count }: TextShown, speech: Speech): string {
  return shortened(speech.say.delivery.buttons.text(namesOf(languages, speech), count), cardLimits.buttonLabel);
}

/** The next are reached from the last of these. */
const mostOthers = 5;

function allButton(about: Thing, sending: string, from: number, label: string): Button {
  return { label, intent: { type: 'sending.show', about, sending, from } };
}

/** «9 på Teams, 6 i Slack, 1 på e-post; 1 nås ikke (Åse: …)» */
function waysOf(to: readonly Getter[], { say }: Speech): string {
  const texts = say.delivery;
  const byPlatform = Map.groupBy(to, ({ by }) => by);
  const mostFirst = [...byPlatform].toSorted(([, a], [, b]) => b.length - a.length);
  const ways = mostFirst.flatMap(([by, those]) =>
    by === undefined ? [] : [texts.by[by]?.(those.length) ?? texts.byOther(those.length, by)],
  );
  const unreached = (byPlatform.get(undefined) ?? []).map(({ name }) => shortened(name, nameLength));
  const unreachedWords =
    unreached.length > mostNamed
      ? texts.dryRun.notReachedMany(unreached.length)
      : texts.dryRun.notReached(unreached.length, unreached.join(', '));
  return [...(ways.length > 0 ? [ways.join(', ')] : []), ...(unreached.length > 0 ? [unreachedWords] : [])].join('; ');
}

const mostNamed = 5;
const nameLength = 80;

function wholeText(text: TextShown, all: readonly TextShown[], speech: Speech): readonly Part[] {
  const { card, languages, count } = text;
  const { whole } = speech.say.delivery.dryRun;
  return [
    { kind: 'divider' },
    { kind: 'text', text: whole(namesOf(languages, speech), count), weight: 'subtle' },
    ...differenceParts(text, all, speech),
    { kind: 'text', text: card.title, weight: 'strong' },
    ...withoutPressing(card, speech),
  ];
}

/** Of several texts in one language: what only this one says, or else what the others say and it does not. */
function differenceParts(text: TextShown, all: readonly TextShown[], speech: Speech): readonly Part[] {
  const others = all.filter(each => each !== text && String(each.languages) === String(text.languages));
  if (others.length === 0) return [];
  const { onlyHere, notHere } = speech.say.delivery.dryRun;
  const mine = linesOf(text, speech);
  const theirs = new Set(others.flatMap(each => linesOf(each, speech)));
  const more = mine.filter(line => !theirs.has(line));
  const less = [...theirs].filter(line => !mine.includes(line));
  const words = shortened((more.length > 0 ? more : less).slice(0, mostLines).join(' · '), differenceLength);
  return [{ kind: 'text', text: more.length > 0 ? onlyHere(words) : notHere(words), weight: 'subtle' }];
}

const mostLines = 3;
const differenceLength = 300;

function linesOf({ card }: TextShown, speech: Speech): readonly string[] {
  const lines = plainText({ ...card, parts: withoutPressing(card, speech) }).split('\n');
  return lines.filter(line => line !== '');
}

/** What a button or a link does for whoever gets it, it must not do here; and what is each one's own is said to be so. */
function withoutPressing({ parts }: Card, speech: Speech): readonly Part[] {
  return parts.flatMap(part => shownPart(part, speech));
}

function shownPart(part: Part, { say }: Speech): readonly Part[] {
  switch (part.kind) {
    case 'buttons':
      return part.buttons.length === 0 ? [] : [said(part.buttons.map(({ label }) => `[${label}]`).join(' '))];
    case 'link':
      return [said(`[${part.label}]`)];
    case 'text':
      return part.isOwn ? [{ ...part, text: say.delivery.dryRun.own(part.text) }] : [part];
    case 'facts':
    case 'tally':
    case 'list':
    case 'note':
    case 'divider':
      return [part];
  }
}

function said(text: string): Part {
  return { kind: 'text', text: shortened(text, cardLimits.text), weight: 'subtle' };
}

function whoParts(to: readonly Getter[], speech: Speech): readonly Part[] {
  if (to.length === 0) return [];
  return [
    { kind: 'divider' },
    { kind: 'text', text: speech.say.delivery.dryRun.who, weight: 'subtle' },
    { kind: 'list', items: to.map(getter => itemOf(getter, speech)) },
  ];
}

function itemOf({ name, isChannel, by, languages }: Getter, speech: Speech) {
  const { delivery } = speech.say;
  const nowhere = isChannel ? delivery.dryRun.channelNotReached : delivery.why['no-route'];
  const way = by === undefined ? nowhere : (delivery.routes[by] ?? by);
  return { label: shortened(name, nameLength), value: `${way} · ${namesOf(languages, speech)}` };
}

/** Everyone, page by page. */
export function dryRunNamesCard(shown: DryRunShown & { readonly from: number }, speech: Speech): Card {
  const { language, say } = speech;
  const { thing, sending, to, from } = shown;
  const listed = longList(
    to.slice(from).map(getter => itemOf(getter, speech)),
    speech,
  );
  const next = from + listed.reduce((sum, part) => sum + (part.kind === 'list' ? part.items.length : 0), 0);
  return {
    language,
    title: say.delivery.dryRun.who,
    parts: [
      { kind: 'text', text: shortened(thing.title, cardLimits.text), weight: 'strong' },
      ...listed,
      {
        kind: 'buttons',
        buttons: [
          ...(next < to.length ? [allButton(thing.about, sending, next, say.buttons.more)] : []),
          overviewButton(thing.about, sending, speech),
        ],
      },
    ],
  };
}

/** One of the texts alone, just as large as the card it will be. */
export function dryRunTextCard(shown: DryRunShown & { readonly text: number }, speech: Speech): Card {
  const { thing, sending, texts, text: at } = shown;
  const [text] = texts.slice(at);
  if (!text) return dryRunCard(shown, speech);
  const { card, languages, count } = text;
  const next = texts[at + 1];
  const { dryRun } = speech.say.delivery;
  const alone: Card = { ...card, parts: withoutPressing(card, speech) };
  const whole: Card = {
    ...alone,
    parts: [
      { kind: 'text', text: dryRun.whole(namesOf(languages, speech), count), weight: 'subtle' },
      ...differenceParts(text, texts, speech),
      ...alone.parts,
      {
        kind: 'buttons',
        buttons: [
          ...(next
            ? [
                {
                  label: textLabel(next, speech),
                  intent: { type: 'sending.show', about: thing.about, sending, text: at + 1 },
                } as const,
              ]
            : []),
          overviewButton(thing.about, sending, speech),
        ],
      },
    ],
  };
  return fits(whole) ? whole : alone;
}

function overviewButton(about: Thing, sending: string, { say }: Speech): Button {
  return { label: say.delivery.buttons.overview, intent: { type: 'sending.show', about, sending } };
}

function namesOf(languages: readonly Language[], { say, list }: Speech): string {
  return list(languages.map(each => say.languages[each]));
}

/** Whether both chats would take it whole. */
function fits(card: Card): boolean {
  try {
    adaptiveCard(card);
    blocks(card);
    return true;
  } catch (error) {
    if (error instanceof CardTooLarge) return false;
    throw error;
  }
}

export type SentShown = { readonly thing: ThingShown; readonly sentTo: number; readonly unneeded: number };

/** Agreed to: it is on its way. */
export function sentCard({ thing, sentTo, unneeded }: SentShown, speech: Speech): Card {
  const { language, say } = speech;
  const texts = say.delivery.sent;
  return {
    language,
    title: texts.title(sentTo),
    parts: [
      { kind: 'text', text: shortened(thing.title, cardLimits.text), weight: 'strong' },
      ...(unneeded > 0 ? [{ kind: 'note', sign: 'information', text: texts.unneeded(unneeded) } as const] : []),
      { kind: 'text', text: sentTo > 0 ? texts.trouble : texts.nobody },
      { kind: 'buttons', buttons: [reachButton(thing.about, speech)] },
    ],
  };
}

export type DroppedShown = {
  readonly thing: ThingShown;
  /** What was not sent, by its kind. */
  readonly message: string;
};

export function droppedCard({ thing, message }: DroppedShown, speech: Speech): Card {
  const { language, say } = speech;
  const texts = say.delivery.dropped;
  return {
    language,
    title: texts.title,
    parts: [
      { kind: 'text', text: shortened(thing.title, cardLimits.text), weight: 'strong' },
      doneNote(texts.text),
      ...laterParts(thing, message, speech),
    ],
  };
}

/** By which command it can be sent after all, by the kind of message. */
const laterBy: Readonly<Record<string, Command>> = {
  'poll-reminder': 'remind',
  'meeting-invitation': 'inviteAll',
  'meeting-moved': 'inviteAll',
  'meeting-agenda': 'sendAgenda',
  minutes: 'sendMinutes',
};

/** How what was not sent is sent after all. */
export function laterParts(thing: ThingShown, message: string, speech: Speech): readonly Part[] {
  const text = laterWords(thing, message, speech);
  return text === undefined ? [] : [{ kind: 'text', text }];
}

function laterWords({ number, bringBack }: ThingShown, message: string, { say, command }: Speech): string | undefined {
  const by = laterBy[message];
  if (by && number !== undefined) return say.delivery.dropped.later(`${command(by)} ${number}`);
  return message === 'posting' && bringBack ? say.delivery.dropped.postings(bringBack) : undefined;
}

export type SendingFate =
  /** `by`: somebody else than who is told. */
  | { readonly kind: 'agreed' | 'dropped'; readonly by?: string | undefined; readonly at: Instant }
  | { readonly kind: 'lapsed'; readonly at: Instant }
  /** Something newer came in its place. */
  | { readonly kind: 'overtaken' };

export type OverShown = DroppedShown & { readonly fate: SendingFate };

/** Asked for what was decided before. */
export function sendingOverCard({ thing, message, fate }: OverShown, speech: Speech): Card {
  const { language, say } = speech;
  return {
    language,
    title: say.delivery.over.titles[fate.kind],
    parts: [
      { kind: 'text', text: shortened(thing.title, cardLimits.text), weight: 'strong' },
      { kind: 'text', text: fateText(fate, speech) },
      ...(fate.kind === 'agreed' ? [{ kind: 'buttons', buttons: [reachButton(thing.about, speech)] } as const] : []),
      // What something newer overtook is not wanted any more.
      ...(fate.kind === 'dropped' || fate.kind === 'lapsed' ? laterParts(thing, message, speech) : []),
    ],
  };
}

function fateText(fate: SendingFate, { say, when }: Speech): string {
  const { over } = say.delivery;
  switch (fate.kind) {
    case 'agreed':
    case 'dropped': {
      const { you, other } = over[fate.kind];
      return fate.by === undefined ? you(when(fate.at)) : other(shortened(fate.by, nameLength), when(fate.at));
    }
    case 'lapsed':
      return over.lapsed(when(fate.at));
    case 'overtaken':
      return over.overtaken;
  }
}
