/** What stands on the playground's stage: who is there, what was said and shown, and in which order. */
import { z } from 'zod';
import { formatClock } from '../texts/format-clock.ts';
import { formatInstant } from '../texts/format-time.ts';
import type { PageLanguage } from '../texts/playground-texts.ts';
import type { Clock, Instant } from '../world.ts';
import { partyOf, rolesOf } from './cast-standing.ts';
import type { Chats, Forum } from './convene-forum.ts';
import type { FakeChat, FakePerson, FakePlace, Seen, SeenForm } from './fake-chat.ts';
import type { FakeMail } from './fake-mail.ts';
import { inSentences } from './in-sentences.ts';
import type { NextDue } from './playground-due.ts';
import { mailView } from './playground-mailboxes.ts';
import type {
  Entry,
  PersonOnStage,
  PlaceView,
  RoleOnStage,
  Room,
  Side,
  SideView,
  Stage,
  View,
} from './playground-view.ts';

export type Actor = {
  readonly id: string;
  readonly chat: FakeChat;
  readonly person: FakePerson;
  readonly party: string;
  readonly roles: readonly RoleOnStage[];
  /** Of the person's organisation. */
  readonly channels: Readonly<Record<Room, FakePlace>>;
  readonly personal: FakePlace;
};

/** Whose eyes a side is seen with, and in which channel. */
type Seeing = { readonly actor: Actor; readonly room: Room };

export type StageParts = {
  readonly forum: Forum;
  readonly trialChannels: Forum['channels'];
  readonly chats: Chats;
  readonly mail: Pick<FakeMail, 'messages' | 'problems'>;
  readonly clock: Clock;
  /** IANA name. */
  readonly zone: string;
  readonly nextDue: NextDue;
};

/** Its time not yet written in anyone's language. */
type Untold = Omit<Entry, 'time'>;

type Said = { readonly key: string; readonly by: string; readonly text: string; readonly onlyFor: string | undefined };

/** @throws from `actor` and `formOf` when the page names what is not there */
export class Backstage {
  readonly #parts: StageParts;
  readonly #actors: Map<string, Actor>;
  readonly #forms = new Map<string, SeenForm>();
  readonly #said = new Map<string, Said[]>();
  readonly #withoutBot = new Set<string>();
  /** When each entry was first seen, in that order. */
  readonly #seenAt = new Map<string, Instant>();
  readonly #curtainAt: Instant;
  #count = 0;

  constructor(parts: StageParts) {
    this.#parts = parts;
    this.#actors = new Map(actorsIn(parts).map(actor => [actor.id, actor]));
    this.note();
    this.#curtainAt = parts.clock.now();
  }

  get stage(): Stage {
    const all = [...this.#actors.values()];
    const onSide = (side: Side) => all.filter(({ chat }) => chat.platform === side).map(personOnStage);
    return { people: { teams: onSide('teams'), slack: onSide('slack') } };
  }

  actor(id: string): Actor {
    const found = this.#actors.get(id);
    if (!found) throw new Error('Nobody of the cast');
    return found;
  }

  /** @param isCommand a slash command, which nobody else sees */
  said({ person }: Actor, place: FakePlace, text: string, isCommand: boolean): void {
    this.#count += 1;
    const key = `said-${this.#count}`;
    const before = isCommand ? '/laget ' : place.kind === 'personal' ? '' : '@Laget ';
    const said = { key, by: person.name, text: `${before}${text}`, onlyFor: isCommand ? person.id : undefined };
    this.#said.set(place.id, [...(this.#said.get(place.id) ?? []), said]);
    this.note();
    this.#note(place.id, key);
  }

  keepForm({ id }: Actor, form: SeenForm | undefined): void {
    if (form) this.#forms.set(id, form);
    else this.#forms.delete(id);
  }

  formOf({ id }: Actor): SeenForm {
    const form = this.#forms.get(id);
    if (!form) throw new Error('No form is open');
    return form;
  }

  /** Teams tells the language with each request; Slack is asked for it, so its account is written anew. */
  async changeLocale(actor: Actor, locale: string): Promise<void> {
    const { name, organisation } = actor.person;
    if (actor.chat.platform === 'slack') await actor.chat.addPerson({ name, organisation, locale });
    this.#actors.set(actor.id, { ...actor, person: { ...actor.person, locale } });
  }

  /** Whether Teams would show it in a dialog: it is no message, and is gone when the dialog is closed. */
  isDialog({ chat, channels, personal }: Actor, { id, placeId, raw }: Seen): boolean {
    if (chat.platform !== 'teams' || !adaptiveCard.safeParse(raw).success) return false;
    const place = [personal, ...Object.values(channels)].find(each => each.id === placeId);
    return !place || !chat.messagesIn(place).some(message => message.id === id);
  }

  hasBot({ id }: FakePlace): boolean {
    return !this.#withoutBot.has(id);
  }

  setBot(place: FakePlace, isThere: boolean): void {
    if (isThere) this.#withoutBot.delete(place.id);
    else this.#withoutBot.add(place.id);
  }

  /**
   * @param owner whose mailbox is open
   * @param language the page's own: how the time is written
   */
  async view(seen: Readonly<Record<Side, Seeing>>, owner: string, language: PageLanguage): Promise<View> {
    this.note();
    const { clock, chats, mail, zone, nextDue } = this.#parts;
    const next = await nextDue();
    return {
      now: formatInstant(clock.now(), zone, language),
      ...(next && { next: { what: next.what, when: formatInstant(next.at, zone, language) } }),
      sides: { teams: this.#side(seen.teams, language), slack: this.#side(seen.slack, language) },
      mail: mailView(mail.messages, owner, at => formatInstant(at, zone, language)),
      problems: [...chats.teams.problems, ...chats.slack.problems, ...mail.problems],
    };
  }

  #side({ actor, room }: Seeing, language: PageLanguage): SideView {
    const { person, channels } = actor;
    return {
      locale: person.locale,
      organisation: person.organisation,
      rooms: { forum: channels.forum.name, trial: channels.trial.name },
      channel: this.#place(actor, channels[room], language),
      direct: this.#place(actor, actor.personal, language),
    };
  }

  #place(actor: Actor, place: FakePlace, language: PageLanguage): PlaceView {
    const shown = [...this.#saidIn(actor, place), ...this.#shownIn(actor, place)].map(entry => ({
      ...entry,
      time: formatClock(entry.at, this.#parts.zone, language),
    }));
    const order = [...this.#seenAt.keys()];
    const rank = new Map(order.map((key, index) => [key, index]));
    const rankOf = ({ key }: Entry) => rank.get(`${place.id} ${key}`) ?? order.length;
    return {
      id: place.id,
      name: place.kind === 'personal' ? actor.person.name : place.name,
      hasBot: this.hasBot(place),
      entries: underTheirMessages(shown.toSorted((one, other) => rankOf(one) - rankOf(other))),
    };
  }

  #saidIn({ person }: Actor, place: FakePlace): readonly Untold[] {
    const all = this.#said.get(place.id) ?? [];
    return all
      .filter(({ onlyFor }) => onlyFor === undefined || onlyFor === person.id)
      .map(({ key, by, text, onlyFor }) => ({
        ...this.#timed(place, key),
        by,
        isWhisper: onlyFor !== undefined,
        content: { kind: 'words', words: text },
        summary: text,
      }));
  }

  #shownIn(actor: Actor, place: FakePlace): readonly Untold[] {
    const { chat, person } = actor;
    const isPersonal = place.kind === 'personal';
    const told = chat.whispersTo(person).filter(seen => seen.placeId === place.id && !this.isDialog(actor, seen));
    const shared = isPersonal ? [] : chat.messagesIn(place);
    // Of a channel's posting only the latest view is shown; in a chat of one's own the message itself is.
    const alone = new Map((isPersonal ? told.toReversed() : told).map(seen => [seen.id, seen]));
    const isPast = ({ id, updates }: Seen) => shared.some(posting => posting.id === id && posting.updates > updates);
    return [
      ...shared.map(seen => this.#entry(place, seen, 'shared')),
      ...[...alone.values()].map(seen => {
        if (isPersonal) return this.#entry(place, seen, 'shared');
        return this.#entry(place, seen, isPast(seen) ? 'past' : 'whispered');
      }),
    ];
  }

  #entry(place: FakePlace, seen: Seen, how: How): Untold {
    const isWhisper = how !== 'shared';
    return {
      ...this.#timed(place, keyOf(seen, isWhisper)),
      isWhisper,
      content: contentOf(seen, how),
      summary: inSentences(seen.texts.slice(0, 2)),
      ...(!seen.isDeleted && { message: { id: seen.id, placeId: seen.placeId } }),
    };
  }

  #timed(place: FakePlace, key: string): Pick<Entry, 'key' | 'at' | 'isEarlier'> {
    const at = this.#note(place.id, key);
    return { key, at, isEarlier: at <= this.#curtainAt };
  }

  /** Everything anyone can see, so that order and time are right whoever looks first. */
  note(): void {
    for (const { chat, person, channels, personal } of this.#actors.values()) {
      for (const channel of Object.values(channels)) {
        for (const seen of chat.messagesIn(channel)) this.#note(channel.id, keyOf(seen, false));
      }
      for (const seen of chat.whispersTo(person)) this.#note(seen.placeId, keyOf(seen, seen.placeId !== personal.id));
    }
  }

  #note(placeId: string, key: string): Instant {
    const name = `${placeId} ${key}`;
    const known = this.#seenAt.get(name);
    if (known) return known;
    const now = this.#parts.clock.now();
    this.#seenAt.set(name, now);
    return now;
  }
}

function actorsIn({ forum, trialChannels }: StageParts): readonly Actor[] {
  return Object.entries(forum.accounts).flatMap(([key, all]) =>
    all.map(({ organisation, chat, person, personal }) => ({
      id: `${organisation}:${key}`,
      chat,
      person,
      personal,
      channels: { forum: forum.channels[organisation], trial: trialChannels[organisation] },
      party: partyOf(key),
      roles: rolesOf(key),
    })),
  );
}

function personOnStage({ id, person, party, roles }: Actor): PersonOnStage {
  return { id, name: person.name, party, roles, organisation: person.organisation, locale: person.locale };
}

/** A view of a posting for one person bears the posting's own id. */
function keyOf({ id, onlyFor }: Seen, isWhisper: boolean): string {
  return isWhisper ? `whisper-${id}-${onlyFor ?? ''}` : id;
}

/** What a Teams button was answered with stands on the card it was pressed on. */
function underTheirMessages(entries: readonly Entry[]): readonly Entry[] {
  const ids = new Set(entries.filter(({ isWhisper }) => !isWhisper).map(({ key }) => key));
  const isUnder = ({ isWhisper, message }: Entry) => isWhisper && message !== undefined && ids.has(message.id);
  return entries
    .filter(entry => !isUnder(entry))
    .flatMap(entry => [entry, ...entries.filter(each => isUnder(each) && each.message?.id === entry.key)]);
}

const adaptiveCard = z.looseObject({
  type: z.literal('AdaptiveCard'),
  body: z.array(z.looseObject({ separator: z.boolean().optional() })),
});
const slackMessage = z.object({ blocks: z.array(z.unknown()).min(1) });

/** For all; for one; or for one until the posting it was told on was drawn anew, when its buttons went. */
type How = 'shared' | 'whispered' | 'past';

function contentOf(seen: Seen, how: How): Entry['content'] {
  if (seen.isDeleted) return { kind: 'deleted' };
  const card = adaptiveCard.safeParse(seen.raw).data;
  if (card) return { kind: 'adaptive-card', card: how === 'shared' ? card : personalPart(card, how === 'past') };
  const message = slackMessage.safeParse(seen.raw).data;
  if (message) return { kind: 'blocks', blocks: message.blocks };
  return { kind: 'words', words: seen.texts.join('\n') };
}

/**
 * Teams shows a person's words and the posting on one card, until the posting is redrawn for all a moment later; here
 * the words stay to be read, below the posting. They end at the line above the posting's own part.
 */
function personalPart(card: z.infer<typeof adaptiveCard>, isPast: boolean): unknown {
  const end = card.body.findIndex(({ separator }) => separator);
  const own = end < 0 ? card.body : card.body.slice(0, end);
  return { ...card, body: isPast ? own.filter(({ type }) => type !== 'ActionSet') : own };
}
