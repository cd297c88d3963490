/** One channel, or one person's chat with Laget: what stands there, and where to write. */
import type { PageLanguage, PlaygroundTexts } from '../../texts/playground-texts.ts';
import type { Entry, MessageName, PlaceView, Side } from '../playground-view.ts';
import { announce } from './announce.ts';
import { element, newId } from './element.ts';
import { createMessageLog } from './message-log.ts';
import { createMessageWriter } from './message-writer.ts';

export type PlacePanel = {
  readonly root: HTMLElement;
  /**
   * @param isOther another person's eyes than the last time
   * @returns what answers the reader
   */
  show(place: PlaceView, isOther: boolean): HTMLElement | undefined;
  /** What the bot says next answers the reader. */
  awaitAnswer(): void;
};

export type PlaceParts = {
  readonly side: Side;
  readonly kind: 'channel' | 'direct';
  readonly texts: PlaygroundTexts;
  readonly language: PageLanguage;
  readonly write: (text: string, isCommand: boolean) => void;
  readonly press: (message: MessageName, label: string) => void;
};

export function createPlacePanel(parts: PlaceParts): PlacePanel {
  const { texts, kind } = parts;
  const isDirect = kind === 'direct';
  const headingId = newId();
  const heading = element('h3', { id: headingId });
  const removed = element('p', { class: 'notice', hidden: true }, texts.removed);
  const log = createMessageLog({ texts, press: parts.press, isApart: ({ isEarlier }) => isEarlier && isDirect });
  const writer = createMessageWriter({
    ...parts,
    write(text, isCommand) {
      log.follow();
      parts.write(text, isCommand);
    },
  });
  const attributes = { class: `place ${kind}`, 'aria-labelledby': headingId };
  return {
    root: element('section', attributes, heading, removed, log.root, writer.root),
    show(place, isOther) {
      const name = nameOf(place, parts);
      heading.replaceChildren(name);
      if (isDirect) heading.append(' ', element('span', { class: 'for' }, texts.directFor(place.name)));
      log.root.setAttribute('aria-label', isDirect ? texts.messagesDirect : texts.messages(name));
      writer.name(isDirect ? texts.writeDirect : texts.write(name));
      removed.hidden = place.hasBot;
      const { news, answer } = log.show(place.entries, isOther);
      for (const entry of news) announce(newsOf(entry, name, parts));
      return answer;
    },
    awaitAnswer: log.awaitAnswer,
  };
}

function nameOf({ name }: PlaceView, { kind, side, texts }: PlaceParts): string {
  if (kind === 'direct') return texts.direct;
  return side === 'slack' ? `# ${name}` : name;
}

function newsOf({ isWhisper, summary }: Entry, name: string, { kind, texts }: PlaceParts): string {
  if (kind === 'direct') return texts.newDirect(summary);
  return isWhisper ? texts.newWhisper(summary) : texts.newMessage(name, summary);
}
