/** What more than a few are to get, before they get it: who, by which way, in which language, with which words. */
import type { Thing } from '../../src/delivery/delivery.ts';
import type { Language } from '../../src/features/networks/network.ts';
import type { Command } from '../../src/texts/commands.ts';
import { type Speech, speak } from '../../src/texts/speak.ts';
import type { Instant } from '../../src/world.ts';
import { adaptiveCard } from '../adaptive-card.ts';
import { blocks } from '../block-kit.ts';
import type { Button, Card, Note, Part } from '../card.ts';
import { doneNote } from '../done-note.ts';
import { CardTooLarge, cardLimits } from '../limits.ts';
import { longList } from '../long-list.ts';
import { someOf } from '../meetings/meeting-words.ts';
import { shortened } from '../shortened.ts';
import { reachButton, type ThingShown } from './delivery-cards.ts';

/** One who gets it, or is to get it and cannot be reached. */
export type Getter = {
  readonly name: string;
  readonly isChannel: boolean;
  /** The platform's own name; none: no way leads there. */
  readonly by?: string | undefined;
  readonly languages: readonly Language[];
};

/** A card as it will stand, once for all who get just these words. */
export type TextShown = {
  readonly card: Card;
  readonly languages: readonly Language[];
  /** Who gets it, by name. */
  readonly names: readonly string[];
};

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

/** More names are folded, and stand on a card of their own. */
const manyNames = 25;
const fewNames = 5;

/** All of it as far as a card holds it; the rest a press away. */
export function dryRunCard(shown: DryRunShown, speech: Speech): Card {
  const whole = wholeTexts(shown.texts, speech);
  const counts = whole.map((_, at) => whole.length - at);
  const most = shown.to.length > manyNames ? fewNames : manyNames;
  const candidates = [
    ...counts.map(texts => dryRun(shown, whole, texts, most, speech)),
    dryRun(shown, whole, Math.min(1, counts.length), fewNames, speech),
    dryRun(shown, whole, 0, fewNames, speech),
  ];
  return candidates.find(fits) ?? dryRun(shown, whole, 0, 1, speech);
}

function dryRun(shown: DryRunShown, whole: readonly WholeText[], texts: number, most: number, speech: Speech): Card {
  const { thing, to, notes = [] } = shown;
  const { language, say } = speech;
  const { dryRun } = say.delivery;
  const sentence = to.length === 0 ? dryRun.goesToNobody : dryRun.goesTo(reachedIn(to), waysOf(to, speech));
  const groups = groupsOf(to, most, speech);
  const isFolded = groups.some(({ rest }) => rest > 0);
  return {
    language,
    title: dryRun.title,
    parts: [
      ...notes,
      { kind: 'text', text: shortened(thing.title, cardLimits.text), weight: 'strong' },
      { kind: 'note', sign: 'information', text: `${sentence} ${dryRun.notYet}` },
      { kind: 'text', text: dryRun.meanwhile, weight: 'subtle' },
      { kind: 'buttons', buttons: choices(shown, whole.slice(texts), isFolded, speech) },
      ...whoParts(groups, speech),
      ...whole.slice(0, texts).flatMap(each => wholeParts(each, speech)),
    ],
  };
}

function choices(
  { thing: { about }, sending, seen, to }: DryRunShown,
  others: readonly WholeText[],
  isFolded: boolean,
  speech: Speech,
): readonly Button[] {
  const { buttons } = speech.say.delivery;
  const reached = reachedIn(to);
  const send: Button = {
    label: buttons.send(reached),
    intent: { type: 'sending.agree', about, sending, seen },
    weight: 'primary',
  };
  const texts = others.map(
    ({ text, at, count }): Button => ({
      label: textLabel(text.languages, count, speech),
      intent: { type: 'sending.show', about, sending, text: at },
    }),
  );
  return [
    ...(reached > 0 ? [send] : []),
    { label: buttons.drop, intent: { type: 'sending.drop', about, sending } },
    ...(isFolded ? [allButton(about, sending, 0, buttons.all)] : []),
    ...texts.slice(0, mostOthers),
  ];
}

function reachedIn(to: readonly Getter[]): number {
  return to.filter(({ by }) => by !== undefined).length;
}

function textLabel(languages: readonly Language[], count: number, speech: Speech): string {
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

/** A text that is shown from end to end, and those who get nearly the same, each with a line for what differs. */
type WholeText = {
  readonly text: TextShown;
  /** Its place among all texts. */
  readonly at: number;
  /** How many get it, or nearly it. */
  readonly count: number;
  readonly differences: readonly string[];
  /** In its language another is read by more. */
  readonly isAside: boolean;
};

/** Of each language the text that most get; another only where a line cannot say how it differs. */
function wholeTexts(texts: readonly TextShown[], speech: Speech): readonly WholeText[] {
  const placed = texts.map((text, at) => ({ text, at, pieces: piecesOf(text.card) }));
  const byLanguage = Map.groupBy(placed, ({ text }) => String(text.languages));
  return [...byLanguage.values()].flatMap((those): readonly WholeText[] => {
    const [most, ...others] = those.toSorted(
      (a, b) => b.text.names.length - a.text.names.length || b.pieces.length - a.pieces.length,
    );
    if (!most) return [];
    const compared = others.map(each => ({
      ...each,
      line: differenceLine(each.text, each.pieces, most.pieces, speech),
    }));
    const near = compared.filter(({ line }) => line !== undefined);
    const aside = compared.filter(({ line }) => line === undefined);
    return [
      {
        ...most,
        count: [most, ...near].reduce((sum, { text }) => sum + text.names.length, 0),
        differences: near.flatMap(({ line }) => line ?? []),
        isAside: false,
      },
      ...aside.map(each => ({ ...each, count: each.text.names.length, differences: [], isAside: true })),
    ];
  });
}

function wholeParts(whole: WholeText, speech: Speech): readonly Part[] {
  const { card } = whole.text;
  return [
    { kind: 'divider' },
    headingOf(whole, speech),
    { kind: 'text', text: card.title, weight: 'strong' },
    ...withoutPressing(card, speech),
    ...differenceParts(whole),
  ];
}

function headingOf({ text, count, isAside }: WholeText, speech: Speech): Part {
  const { dryRun } = speech.say.delivery;
  const languages = namesOf(text.languages, speech);
  const words = isAside ? dryRun.wholeTo(languages, whoOf(text, speech)) : dryRun.whole(languages, count);
  return { kind: 'text', text: words, weight: 'subtle' };
}

function differenceParts({ differences }: WholeText): readonly Part[] {
  return differences.map(text => ({ kind: 'text', text }) as const);
}

function whoOf({ names }: TextShown, speech: Speech): string {
  return someOf(
    names.map(name => shortened(name, nameLength)),
    mostNamed,
    speech,
  );
}

/** What can be told of as one thing in a line. */
type Piece = { readonly kind: 'words' | 'own' | 'button' | 'link'; readonly words: string };

function piecesOf({ title, parts }: Card): readonly Piece[] {
  return [{ kind: 'words', words: title }, ...parts.flatMap(pieces)];
}

function pieces(part: Part): readonly Piece[] {
  switch (part.kind) {
    case 'buttons':
      return part.buttons.map(({ label }) => ({ kind: 'button', words: label }));
    case 'link':
      return [{ kind: 'link', words: part.label }];
    case 'text':
      return [part.isOwn ? { kind: 'own', words: '' } : { kind: 'words', words: part.text }];
    case 'facts':
      return part.facts.map(({ label, value }) => ({ kind: 'words', words: `${label}: ${value}` }));
    case 'tally':
    case 'list':
      return (part.kind === 'list' ? part.items : part.rows).map(({ label, value }) => ({
        kind: 'words',
        words: value === undefined ? label : `${label}: ${value}`,
      }));
    case 'note':
      return [{ kind: 'words', words: part.text }];
    case 'picture':
      return [{ kind: 'words', words: part.alt }];
    case 'divider':
      return [];
  }
}

/** @returns nothing when it would take more than a line, or there is nothing to name */
function differenceLine(
  text: TextShown,
  mine: readonly Piece[],
  theirs: readonly Piece[],
  speech: Speech,
): string | undefined {
  const { differs } = speech.say.delivery.dryRun;
  const more = missingFrom(theirs, mine);
  const less = missingFrom(mine, theirs);
  const who = whoOf(text, speech);
  const several = text.names.length;
  const has = pieceWords(more, speech);
  const lacks = pieceWords(less, speech);
  if (more.length + less.length === 0 || has.length + lacks.length > differenceLength) return undefined;
  if (more.length === 0) return differs.without(who, lacks, several);
  return less.length === 0 ? differs.also(who, has, several) : differs.instead(who, has, lacks, several);
}

const differenceLength = 300;

function missingFrom(these: readonly Piece[], those: readonly Piece[]): readonly Piece[] {
  const known = new Set(these.map(keyOf));
  return those.filter(piece => !known.has(keyOf(piece)));
}

function keyOf({ kind, words }: Piece): string {
  return `${kind} ${words}`;
}

/** «ordene om egen plass og knappene «Kommer» og «Kommer ikke»» */
function pieceWords(all: readonly Piece[], { say, list }: Speech): string {
  const { differs } = say.delivery.dryRun;
  const quoted = (kind: Piece['kind']) =>
    all.filter(each => each.kind === kind).map(({ words }) => differs.quoted(words));
  const buttons = quoted('button');
  return list([
    ...quoted('words'),
    ...quoted('link').map(differs.link),
    ...(quoted('own').length > 0 ? [differs.own] : []),
    ...(buttons.length > 0 ? [differs.buttons(list(buttons), buttons.length)] : []),
  ]);
}

/** What a button or a link does for whoever gets it, it must not do here; and what is each one's own is said to be so. */
function withoutPressing({ parts, language }: Card, { zone }: Speech): readonly Part[] {
  const speech = speak(language, zone);
  return parts.flatMap(part => shownPart(part, speech));
}

/** @param speech the card's own */
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
    case 'picture':
    case 'divider':
      return [part];
  }
}

function said(text: string): Part {
  return { kind: 'text', text: shortened(text, cardLimits.text), weight: 'subtle' };
}

type Group = { readonly label: string; readonly value: string; readonly rest: number };

/** Those who are reached by the same way in the same language stand together. */
function groupsOf(to: readonly Getter[], most: number, speech: Speech): readonly Group[] {
  const items = to.map(getter => itemOf(getter, speech));
  return [...Map.groupBy(items, ({ value }) => value)].map(([way, those]): Group => {
    const names = those.map(({ label }) => label);
    const shown = Math.min(most, fittingIn(names));
    // One more is named rather than counted.
    const rest = names.length > shown + 1 ? names.length - shown : 0;
    return { label: way, value: someOf(names, shown, speech), rest };
  });
}

/** As many as a row has room for, with one more and how many are left. */
function fittingIn(names: readonly string[]): number {
  let left = cardLimits.rowValue - 2 * nameLength;
  const first = names.findIndex(name => {
    left -= name.length + 2;
    return left < 0;
  });
  return first < 0 ? names.length : first;
}

function whoParts(groups: readonly Group[], speech: Speech): readonly Part[] {
  if (groups.length === 0) return [];
  return [
    { kind: 'divider' },
    { kind: 'text', text: speech.say.delivery.dryRun.who, weight: 'subtle' },
    { kind: 'list', items: groups.map(({ label, value }) => ({ label, value })) },
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
  const { card } = text;
  const next = texts[at + 1];
  const whole: WholeText = wholeTexts(texts, speech).find(each => each.at === at) ?? {
    text,
    at,
    count: text.names.length,
    differences: [],
    isAside: true,
  };
  const alone: Card = { ...card, parts: withoutPressing(card, speech) };
  const withHeading: Card = {
    ...alone,
    parts: [
      headingOf(whole, speech),
      ...alone.parts,
      ...differenceParts(whole),
      {
        kind: 'buttons',
        buttons: [
          ...(next
            ? [
                {
                  label: textLabel(next.languages, next.names.length, speech),
                  intent: { type: 'sending.show', about: thing.about, sending, text: at + 1 },
                } as const,
              ]
            : []),
          overviewButton(thing.about, sending, speech),
        ],
      },
    ],
  };
  return fits(withHeading) ? withHeading : alone;
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
  const { language } = speech;
  return {
    language,
    title: shortened(fateTitle(fate, speech), cardLimits.title),
    parts: [
      { kind: 'text', text: shortened(thing.title, cardLimits.text), weight: 'strong' },
      { kind: 'text', text: fateText(fate, speech) },
      ...(fate.kind === 'agreed' ? [{ kind: 'buttons', buttons: [reachButton(thing.about, speech)] } as const] : []),
      // What something newer overtook is not wanted any more.
      ...(fate.kind === 'dropped' || fate.kind === 'lapsed' ? laterParts(thing, message, speech) : []),
    ],
  };
}

function fateTitle(fate: SendingFate, { say }: Speech): string {
  const { agreed, notSent } = say.delivery.over;
  if (fate.kind !== 'agreed') return notSent;
  return fate.by === undefined ? agreed.you : agreed.other(shortened(fate.by, nameLength));
}

function fateText(fate: SendingFate, { say, when }: Speech): string {
  const { over } = say.delivery;
  switch (fate.kind) {
    case 'agreed':
      return over.agreed.at(when(fate.at));
    case 'dropped': {
      const { you, other } = over.dropped;
      return fate.by === undefined ? you(when(fate.at)) : other(shortened(fate.by, nameLength), when(fate.at));
    }
    case 'lapsed':
      return over.lapsed(when(fate.at));
    case 'overtaken':
      return over.overtaken;
  }
}
