/** What the fake Teams remembers: tenants, accounts, conversations and the bot's messages in them. */
import { createHash } from 'node:crypto';
import type { FakePerson, FakePlace } from './fake-chat.ts';
import { FakeTraffic, type TrafficRules } from './fake-traffic.ts';

export type Message = {
  readonly id: string;
  /** Its turn among all that came. */
  readonly turn: number;
  readonly conversationId: string;
  /** The message it stands under in its channel. */
  readonly threadId: string | undefined;
  card: unknown;
  updates: number;
  isDeleted: boolean;
  /** What one person sees in its place, until it is updated for all. */
  readonly views: Map<string, unknown>;
};

export type Conversation = {
  readonly place: FakePlace;
  readonly tenantId: string;
  /** The team a channel is in; what is told of the team comes from its first channel, which has the team's own id. */
  readonly teamId: string | undefined;
  /** People seen in it. */
  readonly memberIds: Set<string>;
  /** The one person of a personal chat. */
  readonly owner: FakePerson | undefined;
  /** By id, oldest first. */
  readonly messages: Map<string, Message>;
  readonly traffic: FakeTraffic;
};

export class FakeTeamsWorld {
  readonly conversations = new Map<string, Conversation>();
  /** Ids of the people who have blocked the bot. */
  readonly blockedBy = new Set<string>();
  /** Ids of the people who have left. */
  readonly left = new Set<string>();
  readonly #rules: TrafficRules;
  readonly #people = new Map<string, FakePerson>();
  readonly #chats = new Map<string, Conversation>();
  /** Where the bot is. */
  readonly #withBot = new Set<Conversation>();
  /** How many places with the bot each person and each organisation is in, by id and by name. */
  readonly #reach = new Map<string, number>();
  #count = 0;

  constructor(rules: TrafficRules) {
    this.#rules = rules;
  }

  next(): number {
    this.#count += 1;
    return this.#count;
  }

  /** Teams names a message by the millisecond it came. */
  nextMessageId(turn = this.next()): string {
    return `${1_790_000_000_000 + turn}`;
  }

  addPerson(person: Omit<FakePerson, 'id'>): FakePerson {
    const added = { ...person, id: guid('person', person.organisation, person.name, `${this.next()}`) };
    this.#people.set(userIdOf(added), added);
    return added;
  }

  addConversation(place: Omit<FakePlace, 'id'>, owner?: FakePerson): Conversation {
    const number = `${this.next()}`;
    const id = conversationIds[place.kind](hex(place.kind, place.organisation, place.name, number));
    const conversation: Conversation = {
      place: { ...place, id },
      tenantId: tenantIdOf(place.organisation),
      teamId: place.kind === 'channel' ? conversationIds.channel(hex('team', id)) : undefined,
      memberIds: new Set(),
      owner,
      messages: new Map(),
      traffic: new FakeTraffic(this.#rules),
    };
    this.conversations.set(id, conversation);
    return conversation;
  }

  /** @throws for a place this fake did not make */
  conversationOf(placeId: string): Conversation {
    const found = this.conversations.get(placeId);
    if (!found) throw new Error(`No such conversation: ${placeId}`);
    return found;
  }

  /** @throws when there is none */
  messageOf({ id, placeId }: { readonly id: string; readonly placeId: string }): Message {
    const found = this.conversationOf(placeId).messages.get(id);
    if (!found) throw new Error(`No such message: ${id}`);
    return found;
  }

  chatOf(person: FakePerson): Conversation | undefined {
    return this.#chats.get(person.id);
  }

  /** The person's own chat with the bot, which is in it. */
  openChat(person: FakePerson): Conversation {
    const chat = this.chatOf(person) ?? this.#addChat(person);
    this.setBot(chat, true);
    return chat;
  }

  #addChat(person: FakePerson): Conversation {
    const { name, organisation } = person;
    const chat = this.addConversation({ kind: 'personal', name, organisation }, person);
    this.#chats.set(person.id, chat);
    this.join(chat, person);
    return chat;
  }

  /** The person is seen in the conversation. */
  join(conversation: Conversation, { id }: FakePerson): void {
    if (conversation.memberIds.has(id)) return;
    conversation.memberIds.add(id);
    if (this.hasBot(conversation)) this.#reaches(id, 1);
  }

  hasBot(conversation: Conversation): boolean {
    return this.#withBot.has(conversation);
  }

  setBot(conversation: Conversation, isThere: boolean): void {
    if (this.hasBot(conversation) === isThere) return;
    if (isThere) this.#withBot.add(conversation);
    else this.#withBot.delete(conversation);
    const change = isThere ? 1 : -1;
    this.#reaches(conversation.place.organisation, change);
    for (const id of conversation.memberIds) this.#reaches(id, change);
  }

  #reaches(whom: string, change: number): void {
    this.#reach.set(whom, (this.#reach.get(whom) ?? 0) + change);
  }

  personByUserId(userId: string): FakePerson | undefined {
    return this.#people.get(userId);
  }

  /** Whether the app is installed for the person, or in a team or chat of theirs. */
  mayBeWrittenTo({ id, organisation }: FakePerson): boolean {
    return (this.#reach.get(id) ?? 0) + (this.#reach.get(organisation) ?? 0) > 0;
  }
}

export function tenantIdOf(organisation: string): string {
  return guid('tenant', organisation);
}

/** An account as the bot knows it, which is another for each bot. */
export function userIdOf(person: FakePerson): string {
  return `29:1${createHash('sha512').update(person.id).digest('base64url')}`;
}

const conversationIds: Readonly<Record<FakePlace['kind'], (seed: string) => string>> = {
  channel: seed => `19:${seed}@thread.tacv2`,
  group: seed => `19:${seed}@thread.v2`,
  personal: seed => `a:1${seed}${seed}${seed}`,
};

function hex(...words: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 32);
}

function guid(...words: readonly string[]): string {
  return hex(...words).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
