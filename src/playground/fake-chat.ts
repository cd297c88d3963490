/**
 * A chat platform in memory, spoken to over its real protocol: what the stories, the playground and the bench do, a
 * person does here, and the bot is reached only by signed requests. Both fakes have this shape, so one story runs on both.
 */

/** A person's account in one tenant or workspace of the fake. */
export type FakePerson = {
  readonly id: string;
  readonly name: string;
  /** The tenant or workspace. */
  readonly organisation: string;
  readonly locale: string;
};

/** A channel, a group chat or a person's chat with the bot. */
export type FakePlace = {
  readonly id: string;
  readonly kind: 'channel' | 'group' | 'personal';
  readonly name: string;
  readonly organisation: string;
};

/** A message as it stands now, with the platform's own JSON and what a person reads of it. */
export type Seen = {
  readonly id: string;
  readonly placeId: string;
  /** Everything readable, in order, one entry a block. */
  readonly texts: readonly string[];
  readonly buttons: readonly string[];
  /** Adaptive Card or `{ text, blocks }`, as the bot sent it last. */
  readonly raw: unknown;
  /** How many times it was replaced after it was posted. */
  readonly updates: number;
  readonly isDeleted: boolean;
  /** The one person who sees it, where it is not for all. */
  readonly onlyFor?: string;
};

export type SeenForm = {
  readonly title: string;
  readonly texts: readonly string[];
  readonly fields: readonly {
    readonly name: string;
    readonly label: string;
    readonly kind: 'text' | 'long-text' | 'choice' | 'choices' | 'date' | 'time';
    readonly value?: string | readonly string[];
    readonly error?: string;
    readonly choices?: readonly { readonly value: string; readonly label: string }[];
  }[];
  /** The platform's own JSON. */
  readonly raw: unknown;
};

/** What one deed of a person led to, at once: later whispers and updates are found by `messagesIn` and `whispersTo`. */
export type Answer = {
  /** HTTP status of the bot's answer. */
  readonly status: number;
  /** What this person alone was told in answer, as they read it. */
  readonly whispers: readonly Seen[];
  /** A form that was opened, or the same one shown again with its errors. */
  readonly form?: SeenForm;
};

/** What goes wrong between the bot and one place. */
export type Trouble =
  /** Answered with an error of the platform's own, and nothing is done. */
  | 'down'
  /** Taken and never answered, and nothing is done. */
  | 'silent'
  /** The connection is cut, and nothing is done. */
  | 'cut'
  /** Done, and the answer is lost. */
  | 'answer-lost';

export interface FakeChat {
  readonly platform: 'teams' | 'slack';
  /** Also creates the tenant or workspace, with the app installed where the platform wants that first. */
  addPerson(person: { name: string; organisation: string; locale?: string }): Promise<FakePerson>;
  addPlace(place: { name: string; organisation: string; kind?: 'channel' | 'group' }): Promise<FakePlace>;
  personalChat(person: FakePerson): Promise<FakePlace>;
  /** The bot is added to the place, and the platform tells it so. */
  addBot(place: FakePlace, by: FakePerson): Promise<void>;
  removeBot(place: FakePlace, by: FakePerson): Promise<void>;
  /** In channels with the bot mentioned first. */
  say(person: FakePerson, place: FakePlace, text: string): Promise<Answer>;
  /** Slash command where the platform has one, otherwise the same as `say`. */
  command(person: FakePerson, place: FakePlace, text: string): Promise<Answer>;
  /** Presses the button with this label on a message. @throws when there is no such button to press */
  press(person: FakePerson, message: Pick<Seen, 'id' | 'placeId'>, label: string): Promise<Answer>;
  /** Sends a filled-in form; values by field name, fields left out keep what the form had. */
  submit(person: FakePerson, form: SeenForm, values: Record<string, string | readonly string[]>): Promise<Answer>;
  /** Shared messages of a place, oldest first. */
  messagesIn(place: FakePlace): readonly Seen[];
  /** Ephemeral and direct messages to a person, oldest first. */
  whispersTo(person: FakePerson): readonly Seen[];
  /** Somebody deletes a message of the bot's. */
  deleteMessage(message: Pick<Seen, 'id' | 'placeId'>): void;
  /** Each request to the bot is sent this many times from now on, as a platform that got no answer does; 1 is normal. */
  repeatRequests(times: number): void;
  /** The platform answers sends to this place with 429 and Retry-After for the next `count` sends. */
  throttle(place: FakePlace, count: number, retryAfterSeconds: number): void;
  /** What goes wrong with the next so many calls to this place, with all of them unless said; nothing, if none is given. */
  setTrouble(place: FakePlace, trouble?: Trouble, calls?: number): void;
  /** Every answer to the bot takes so much longer, by the machine's clock. */
  slowDown(ms: number): void;
  /** The person takes no more messages from the bot in a chat of their own. */
  blockBot(person: FakePerson): void;
  /** The person's account is no longer in its tenant or workspace. */
  leave(person: FakePerson): void;
  /** Calls from the bot the platform would not accept, storms among them: each is a failed test. */
  readonly problems: readonly string[];
  close(): Promise<void>;
}
