/** What a Slack of our own knows: workspaces with people, channels and the messages in them. */
import type { Clock } from '../world.ts';
import { epochMsOf, idFrom } from '../world.ts';
import { FakeTraffic, type Limit } from './fake-traffic.ts';

/**
 * Posted in one channel. Slack lets short bursts through and promises none.
 * https://docs.slack.dev/apis/web-api/rate-limits
 */
const postLimits: readonly Limit[] = [{ most: 1, withinMs: 1000 }];

export type Workspace = {
  readonly id: string;
  readonly name: string;
  readonly botUserId: string;
  /** The bot's token and what it was granted; undefined while the app is not installed. */
  grant: { readonly token: string; readonly scopes: ReadonlySet<string> } | undefined;
  readonly channels: Map<string, Channel>;
};

export type User = { readonly id: string; readonly team: string; readonly name: string; readonly locale: string };

export type Channel = {
  readonly id: string;
  readonly team: string;
  readonly name: string;
  readonly kind: 'channel' | 'group' | 'personal';
  /** Whose direct chat with the bot it is. */
  readonly owner?: string;
  hasBot: boolean;
  /** By `ts`, oldest first. */
  readonly messages: Map<string, Message>;
  readonly traffic: FakeTraffic;
};

export type Message = {
  readonly ts: string;
  readonly channel: string;
  /** Written by the bot; people's messages stand only so that threads can. */
  readonly isOurs: boolean;
  readonly threadTs?: string | undefined;
  readonly onlyFor?: string | undefined;
  readonly metadata?: unknown;
  text: string;
  blocks: readonly unknown[];
  updates: number;
  isDeleted: boolean;
};

export type View = { readonly id: string; readonly team: string; hash: string; json: ViewJson };
type ViewJson = { readonly blocks: readonly unknown[]; readonly private_metadata?: string } & Readonly<
  Record<string, unknown>
>;

export type Trigger = { readonly team: string; readonly user: string; readonly madeAtMs: number; viewId?: string };

/** Everything the fake remembers; ids follow from names, times from the clock. */
export class FakeSlackState {
  /** Ids of the people who have blocked the bot, and of those who have left. */
  readonly blockedBy = new Set<string>();
  readonly left = new Set<string>();
  readonly workspaces = new Map<string, Workspace>();
  readonly triggers = new Map<string, Trigger>();
  readonly views = new Map<string, View>();
  readonly problems: string[] = [];
  readonly #channels = new Map<string, Channel>();
  readonly #users = new Map<string, User>();
  readonly #whispers = new Map<string, Message[]>();
  readonly appId = 'A0LAGET0001';
  readonly clock: Clock;
  #count = 0;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  nowMs(): number {
    return epochMsOf(this.clock.now());
  }

  /** Slack's time of a message: unique, and later ones are greater. */
  nextTs(): string {
    return `${Math.floor(this.nowMs() / 1000)}.${this.#next().padStart(6, '0')}`;
  }

  nextId(letters: string): string {
    return `${letters}0${this.#next().padStart(9, '0')}`;
  }

  workspace(name: string): Workspace {
    const id = idOf('T', name);
    const known = this.workspaces.get(id);
    if (known) return known;
    const botUserId = idOf('U', name, 'bot');
    const made = { id, name, botUserId, grant: undefined, channels: new Map() };
    this.workspaces.set(id, made);
    return made;
  }

  /** @throws when there is no such channel */
  channel(id: string): Channel {
    const found = this.#channels.get(id);
    if (!found) throw new Error(`The fake Slack has no channel ${id}`);
    return found;
  }

  /** The workspace whose token it is. */
  workspaceOfToken(token: string): Workspace | undefined {
    for (const workspace of this.workspaces.values()) if (workspace.grant?.token === token) return workspace;
    return undefined;
  }

  addChannel(
    { channels, id: team }: Workspace,
    channel: Pick<Channel, 'id' | 'name' | 'kind' | 'owner' | 'hasBot'>,
  ): Channel {
    const complain = (problem: string) => void this.problems.push(problem);
    const traffic = new FakeTraffic({ clock: this.clock, limits: postLimits, complain });
    const made = { ...channel, team, messages: new Map(), traffic };
    channels.set(channel.id, made);
    this.#channels.set(channel.id, made);
    return made;
  }

  workspaceOf({ team }: Channel): Workspace {
    const found = this.workspaces.get(team);
    if (!found) throw new Error(`The fake Slack has no workspace ${team}`);
    return found;
  }

  addMessage(
    channel: Channel,
    written: Pick<Message, 'ts' | 'text' | 'blocks' | 'isOurs'> &
      Partial<Pick<Message, 'threadTs' | 'onlyFor' | 'metadata'>>,
  ): Message {
    const added: Message = { ...written, channel: channel.id, updates: 0, isDeleted: false };
    channel.messages.set(added.ts, added);
    const told = added.onlyFor ?? channel.owner;
    if (added.isOurs && told !== undefined) this.#keepWhisper(told, added);
    return added;
  }

  /** Wherever the account is: through shared channels a workspace meets the people of others. */
  user(id: string): User | undefined {
    return this.#users.get(id);
  }

  addUser(user: User): void {
    this.#users.set(user.id, user);
  }

  /** What the bot showed or wrote to one person alone, oldest first. */
  whispersTo(user: string): readonly Message[] {
    return this.#whispers.get(user) ?? [];
  }

  /** A person's direct chat with the bot. */
  directChat(workspace: Workspace, user: string): Channel {
    const id = idOf('D', workspace.name, user);
    const known = workspace.channels.get(id);
    return (
      known ?? this.addChannel(workspace, { id, name: 'directmessage', kind: 'personal', owner: user, hasBot: true })
    );
  }

  newTrigger(team: string, user: string): string {
    const id = `${this.#next()}.${team}.${idFrom(team, user, String(this.#count))}`;
    this.triggers.set(id, { team, user, madeAtMs: this.nowMs() });
    return id;
  }

  #keepWhisper(user: string, message: Message): void {
    const told = this.#whispers.get(user);
    if (told) told.push(message);
    else this.#whispers.set(user, [message]);
  }

  #next(): string {
    this.#count += 1;
    return String(this.#count);
  }
}

/** As Slack's ids look: a letter for the kind, then capitals and digits. */
export function idOf(letter: string, ...words: readonly string[]): string {
  return `${letter}0${idFrom(...words)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, 'X')
    .slice(0, 9)}`;
}
