/** What the fake Teams remembers: tenants, accounts, conversations and the bot's messages in them. */
import { createHash } from 'node:crypto';
import type { FakePerson, FakePlace } from './fake-chat.ts';

export type Message = {
  readonly id: string;
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
  readonly memberIds: Set<string>;
  hasBot: boolean;
  readonly messages: Message[];
  throttled: { count: number; readonly retryAfterSeconds: number } | undefined;
  readonly sentAtMs: number[];
};

export class FakeTeamsWorld {
  readonly people = new Map<string, FakePerson>();
  readonly conversations = new Map<string, Conversation>();
  /** Ids of the people who have blocked the bot. */
  readonly blockedBy = new Set<string>();
  #count = 0;

  next(): number {
    this.#count += 1;
    return this.#count;
  }

  /** Teams names a message by the millisecond it came. */
  nextMessageId(): string {
    return `${1_790_000_000_000 + this.next()}`;
  }

  addPerson(person: Omit<FakePerson, 'id'>): FakePerson {
    const added = { ...person, id: guid('person', person.organisation, person.name, `${this.next()}`) };
    this.people.set(added.id, added);
    return added;
  }

  addConversation(place: Omit<FakePlace, 'id'>): Conversation {
    const number = `${this.next()}`;
    const id = conversationIds[place.kind](hex(place.kind, place.organisation, place.name, number));
    const conversation: Conversation = {
      place: { ...place, id },
      tenantId: tenantIdOf(place.organisation),
      teamId: place.kind === 'channel' ? conversationIds.channel(hex('team', id)) : undefined,
      memberIds: new Set(),
      hasBot: false,
      messages: [],
      throttled: undefined,
      sentAtMs: [],
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
    const found = this.conversationOf(placeId).messages.find(message => message.id === id);
    if (!found) throw new Error(`No such message: ${id}`);
    return found;
  }

  chatOf(person: FakePerson): Conversation | undefined {
    return [...this.conversations.values()].find(
      ({ place, memberIds }) => place.kind === 'personal' && memberIds.has(person.id),
    );
  }

  openChat(person: FakePerson): Conversation {
    const chat =
      this.chatOf(person) ??
      this.addConversation({ kind: 'personal', name: person.name, organisation: person.organisation });
    chat.memberIds.add(person.id);
    return chat;
  }

  personByUserId(userId: string): FakePerson | undefined {
    return [...this.people.values()].find(person => userIdOf(person) === userId);
  }

  /** Whether the app is installed for the person, or in a team or chat of theirs. */
  mayBeWrittenTo(person: FakePerson): boolean {
    return [...this.conversations.values()].some(
      ({ hasBot, memberIds, place }) =>
        hasBot && (memberIds.has(person.id) || place.organisation === person.organisation),
    );
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
