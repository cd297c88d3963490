import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { TeamsConfig } from '../config.ts';
import type { Clock } from '../world.ts';
import type { Answer, FakeChat, FakePerson, FakePlace, Seen, SeenForm, Trouble } from './fake-chat.ts';
import { readDialogAnswer, readExecuteAnswer } from './fake-teams-answers.ts';
import { actionsOn, type CardAction, emptyFields, fieldsOn, opensDialog, textsOn } from './fake-teams-card.ts';
import { fakeTeamsConnector, sendLimits } from './fake-teams-connector.ts';
import { FakeTeamsLogin, issuer } from './fake-teams-login.ts';
import { type BotAnswer, FakeTeamsSender } from './fake-teams-sender.ts';
import { FakeTeamsWorld, type Message, tenantIdOf } from './fake-teams-world.ts';

const app = {
  appId: 'b0700000-0000-4000-8000-000000000001',
  appPassword: 'fake-secret-of-the-bot',
  tenantId: 'b0700000-0000-4000-8000-000000000002',
};
const bot = { id: `28:${app.appId}`, name: 'Laget' };

export type FakeTeamsOptions = {
  readonly clock: Clock;
  /** Where the bot is reached; it may be told later by `connect`, since the bot's own settings name this server. */
  readonly botUrl?: string;
  /**
   * What the bot sends unasked is always held to Teams' published limits, by the clock given. Replies count too if this is
   * said; where the clock is moved by hand, a whole morning's presses would otherwise fall in one second.
   */
  readonly hasRateLimits?: boolean;
  /** Takes whatever comes: where the speed of the bot itself is measured. */
  readonly isUnlimited?: boolean;
};

/** The dialog a person has open; Teams shows one at a time. */
type Dialog = {
  readonly id: string;
  /** The message it was opened from. */
  readonly message: Message;
  readonly card: unknown;
};

/** What came to one person alone, and its turn among all that came. */
type Whisper = { readonly turn: number; readonly seen: Seen };

/** Microsoft Teams with several tenants, as a bot sees it. */
export class FakeTeams implements FakeChat {
  readonly platform = 'teams';
  readonly problems: string[] = [];
  readonly login: FakeTeamsLogin;
  readonly #world: FakeTeamsWorld;
  readonly #sender: FakeTeamsSender;
  readonly #server: Server;
  #latencyMs = 0;
  readonly #dialogs = new Map<string, Dialog>();
  /** What was told to one person in a button's or form's own answer. */
  readonly #told = new Map<string, Whisper[]>();

  private constructor(
    { clock, botUrl = '', hasRateLimits = false, isUnlimited = false }: FakeTeamsOptions,
    login: FakeTeamsLogin,
  ) {
    const complain = (problem: string) => void this.problems.push(problem);
    const world = new FakeTeamsWorld({ clock, limits: sendLimits, complain });
    this.#world = world;
    this.login = login;
    this.#sender = new FakeTeamsSender({ world, login, clock, bot, serviceUrl: name => this.serviceUrl(name) });
    this.#sender.botUrl = botUrl;
    const routes = express();
    routes.use(
      '/connector/emea',
      fakeTeamsConnector({
        world,
        login,
        botId: bot.id,
        problems: this.problems,
        latencyMs: () => this.#latencyMs,
        isCounted: () => !isUnlimited && (hasRateLimits || !this.#sender.isAsking),
      }),
    );
    routes.use(login.routes(() => this.origin));
    this.#server = createServer(routes);
  }

  /** Listens on a free port of the loopback. */
  static async start(options: FakeTeamsOptions): Promise<FakeTeams> {
    const fake = new FakeTeams(options, await FakeTeamsLogin.start(options.clock, app));
    await new Promise<void>(resolve => fake.#server.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  connect(botUrl: string): void {
    this.#sender.botUrl = botUrl;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The settings of a bot that lives in this Teams. */
  get config(): TeamsConfig {
    return {
      ...app,
      appType: 'SingleTenant',
      openIdUrl: `${this.origin}/v1/.well-known/openidconfiguration`,
      tokenIssuer: issuer,
      loginUrl: this.origin,
    };
  }

  /** The Entra tenant of an organisation named in `addPerson` and `addPlace`. */
  tenantId(organisation: string): string {
    return tenantIdOf(organisation);
  }

  /** As long as the real ones, as the other ids are: what is kept of them must have room. */
  serviceUrl(organisation: string): string {
    return `${this.origin}/connector/emea/${tenantIdOf(organisation)}/`;
  }

  async addPerson(person: { name: string; organisation: string; locale?: string }): Promise<FakePerson> {
    return this.#world.addPerson({ ...person, locale: person.locale ?? 'nb-NO' });
  }

  async addPlace(place: { name: string; organisation: string; kind?: 'channel' | 'group' }): Promise<FakePlace> {
    return this.#world.addConversation({ ...place, kind: place.kind ?? 'channel' }).place;
  }

  async personalChat(person: FakePerson): Promise<FakePlace> {
    return this.#world.openChat(person).place;
  }

  async addBot(place: FakePlace, by: FakePerson): Promise<void> {
    const conversation = this.#world.conversationOf(place.id);
    const membersAdded = [{ id: bot.id }];
    this.#world.setBot(conversation, true);
    await this.#sender.sendEvent(by, conversation, { type: 'installationUpdate', action: 'add' });
    await this.#sender.sendEvent(by, conversation, {
      type: 'conversationUpdate',
      membersAdded,
      eventType: 'teamMemberAdded',
    });
  }

  async removeBot(place: FakePlace, by: FakePerson): Promise<void> {
    const conversation = this.#world.conversationOf(place.id);
    const membersRemoved = [{ id: bot.id }];
    this.#world.setBot(conversation, false);
    await this.#sender.sendEvent(by, conversation, {
      type: 'conversationUpdate',
      membersRemoved,
      eventType: 'teamMemberRemoved',
    });
    await this.#sender.sendEvent(by, conversation, { type: 'installationUpdate', action: 'remove' });
  }

  blockBot(person: FakePerson): void {
    this.#world.blockedBy.add(person.id);
  }

  leave(person: FakePerson): void {
    this.#world.left.add(person.id);
  }

  say(person: FakePerson, place: FakePlace, text: string): Promise<Answer> {
    return this.#listening(person, async () => {
      const { status } = await this.#sender.sendWords(person, this.#world.conversationOf(place.id), text);
      return { status, whispers: [] };
    });
  }

  command(person: FakePerson, place: FakePlace, text: string): Promise<Answer> {
    return this.say(person, place, text);
  }

  press(person: FakePerson, pressed: Pick<Seen, 'id' | 'placeId'>, label: string): Promise<Answer> {
    return this.#listening(person, async () => {
      const dialog = this.#dialogs.get(person.id);
      if (dialog?.id === pressed.id) {
        return this.#sendDialog(person, dialog, buttonOn(dialog.card, label).data);
      }
      const message = this.#world.messageOf(pressed);
      const action = buttonOn(message.views.get(person.id) ?? message.card, label);
      if (action.type === 'Action.Execute') return this.#execute(person, message, action);
      if (opensDialog(action)) return this.#openDialog(person, message, action);
      const { status } = await this.#sender.sendFromCard(person, message, { type: 'message', value: action.data });
      return { status, whispers: [] };
    });
  }

  async submit(
    person: FakePerson,
    form: SeenForm,
    values: Record<string, string | readonly string[]>,
  ): Promise<Answer> {
    const dialog = this.#dialogs.get(person.id);
    if (!dialog) throw new Error('No form is open');
    const unknown = Object.keys(values).filter(name => !form.fields.some(field => field.name === name));
    if (unknown.length > 0) throw new Error(`No such fields: ${unknown.join(', ')}`);
    const filled = Object.fromEntries(form.fields.map(({ name, value = '' }) => [name, values[name] ?? value]));
    const empty = emptyFields(dialog.card, filled);
    if (empty.size > 0) return { status: 200, whispers: [], form: withErrors(form, empty) };
    const inputs = Object.entries(filled).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : value.join(','),
    ]);
    const fixed = actionsOn(dialog.card).findLast(({ type }) => type === 'Action.Submit')?.data;
    return this.#listening(person, () => this.#sendDialog(person, dialog, { ...fixed, ...Object.fromEntries(inputs) }));
  }

  messagesIn(place: FakePlace): readonly Seen[] {
    return [...this.#world.conversationOf(place.id).messages.values()].map(message => seen(message));
  }

  whispersTo(person: FakePerson): readonly Seen[] {
    const direct = this.#direct(person).map(message => ({ turn: message.turn, seen: seen(message, person) }));
    return [...direct, ...(this.#told.get(person.id) ?? [])]
      .toSorted((one, other) => one.turn - other.turn)
      .map(whisper => whisper.seen);
  }

  deleteMessage(message: Pick<Seen, 'id' | 'placeId'>): void {
    this.#world.messageOf(message).isDeleted = true;
  }

  repeatRequests(times: number): void {
    this.#sender.times = times;
  }

  throttle(place: FakePlace, count: number, retryAfterSeconds: number): void {
    this.#world.conversationOf(place.id).traffic.throttle(count, retryAfterSeconds);
  }

  setTrouble(place: FakePlace, trouble?: Trouble, calls = Number.POSITIVE_INFINITY): void {
    this.#world.conversationOf(place.id).traffic.setTrouble(trouble, calls);
  }

  slowDown(ms: number): void {
    this.#latencyMs = ms;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>(resolve => this.#server.close(() => resolve()));
  }

  /** Posts an activity to the bot as it is, with a good token of its service address unless another is given. */
  send(activity: Readonly<Record<string, unknown>>, token?: string): Promise<BotAnswer> {
    return this.#sender.send(activity, token);
  }

  async #execute(person: FakePerson, message: Message, { type, title, verb, data }: CardAction): Promise<Answer> {
    const { status, body } = await this.#sender.sendFromCard(person, message, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type, title, verb, data }, trigger: 'manual' },
    });
    if (status !== 200) return { status, whispers: [] };
    const { problems, value } = readExecuteAnswer(body);
    this.problems.push(...problems);
    if (!value) return { status, whispers: [] };
    if (value.kind === 'words') {
      return { status, whispers: value.words === '' ? [] : [this.#tell(person, message, [value.words], body)] };
    }
    message.views.set(person.id, value.card);
    return { status, whispers: [this.#whisper(person, this.#world.next(), seen(message, person))] };
  }

  async #openDialog(person: FakePerson, message: Message, { data }: CardAction): Promise<Answer> {
    const answer = await this.#sender.sendFromCard(person, message, {
      type: 'invoke',
      name: 'task/fetch',
      value: { data: { type: 'task/fetch', ...data }, context: { theme: 'default' } },
    });
    return this.#readDialog(person, message, answer);
  }

  async #sendDialog(person: FakePerson, { message }: Dialog, data: object): Promise<Answer> {
    const answer = await this.#sender.sendFromCard(person, message, {
      type: 'invoke',
      name: 'task/submit',
      value: { data, context: { theme: 'default' } },
    });
    return this.#readDialog(person, message, answer);
  }

  /** A dialog with something to fill in is a form; one with nothing but words and buttons is told to the person alone. */
  #readDialog(person: FakePerson, message: Message, { status, body }: BotAnswer): Answer {
    this.#dialogs.delete(person.id);
    if (status !== 200 || body === undefined) return { status, whispers: [] };
    const { problems, value } = readDialogAnswer(body);
    this.problems.push(...problems);
    if (!value) return { status, whispers: [] };
    const { title, card, raw } = value;
    const texts = textsOn(card);
    const fields = fieldsOn(card);
    const whispers = fields.length > 0 ? [] : [this.#tell(person, message, [title, ...texts], card)];
    this.#dialogs.set(person.id, { id: whispers[0]?.id ?? '', message, card });
    return { status, whispers, ...(fields.length > 0 && { form: { title, texts, fields, raw } }) };
  }

  /** Beside what the answer itself says, whatever came to this person alone meanwhile. */
  async #listening(person: FakePerson, deed: () => Promise<Answer>): Promise<Answer> {
    const before = this.#direct(person).length;
    const answer = await deed();
    const direct = this.#direct(person).slice(before);
    return { ...answer, whispers: [...answer.whispers, ...direct.map(message => seen(message, person))] };
  }

  #direct(person: FakePerson): readonly Message[] {
    return [...(this.#world.chatOf(person)?.messages.values() ?? [])];
  }

  #tell(person: FakePerson, message: Message, texts: readonly string[], raw: unknown): Seen {
    const turn = this.#world.next();
    return this.#whisper(person, turn, {
      id: `answer-${turn}`,
      placeId: message.conversationId,
      texts,
      buttons: buttonsOn(raw),
      raw,
      updates: 0,
      isDeleted: false,
      onlyFor: person.id,
    });
  }

  #whisper({ id }: FakePerson, turn: number, seen: Seen): Seen {
    this.#told.set(id, [...(this.#told.get(id) ?? []), { turn, seen }]);
    return seen;
  }
}

/** @throws when there is no such button, or it only opens a page */
function buttonOn(card: unknown, label: string): CardAction {
  const action = actionsOn(card).find(({ title, type }) => title === label && type !== 'Action.OpenUrl');
  if (!action) throw new Error(`No button «${label}» to press`);
  return action;
}

function buttonsOn(card: unknown): readonly string[] {
  return actionsOn(card).map(({ title }) => title);
}

function seen(message: Message, viewer?: FakePerson): Seen {
  const card = (viewer && message.views.get(viewer.id)) ?? message.card;
  return {
    id: message.id,
    placeId: message.conversationId,
    texts: textsOn(card),
    buttons: buttonsOn(card),
    raw: card,
    updates: message.updates,
    isDeleted: message.isDeleted,
    ...(viewer && { onlyFor: viewer.id }),
  };
}

function withErrors(form: SeenForm, errors: ReadonlyMap<string, string>): SeenForm {
  const fields = form.fields.map(field => {
    const error = errors.get(field.name);
    return error === undefined ? field : { ...field, error };
  });
  return { ...form, fields };
}
