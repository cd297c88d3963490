import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { z } from 'zod';
import type { TeamsConfig } from '../config.ts';
import type { Clock } from '../world.ts';
import { checkAdaptiveCard } from './check-adaptive-card.ts';
import type { Answer, FakeChat, FakePerson, FakePlace, Seen, SeenForm } from './fake-chat.ts';
import { actionsOn, type CardAction, fieldsOn, isRequired, textsOn } from './fake-teams-card.ts';
import { fakeTeamsConnector } from './fake-teams-connector.ts';
import { FakeTeamsLogin, issuer } from './fake-teams-login.ts';
import { type Conversation, FakeTeamsWorld, type Message, tenantIdOf, userIdOf } from './fake-teams-world.ts';

const app = {
  appId: 'b0700000-0000-4000-8000-000000000001',
  appPassword: 'fake-secret-of-the-bot',
  tenantId: 'b0700000-0000-4000-8000-000000000002',
};
const botId = `28:${app.appId}`;
const botName = 'Laget';

/** Teams itself gives up on a card's or dialog's answer after five seconds. */
const invokeTimeoutMs = 5_000;

export type FakeTeamsOptions = {
  readonly clock: Clock;
  /** Where the bot is reached; it may be told later by `connect`, since the bot's own settings name this server. */
  readonly botUrl?: string;
  /** Keeps Teams' published rate limits by the clock given; off unless said. */
  readonly hasRateLimits?: boolean;
};

type BotAnswer = { readonly status: number; readonly body: unknown };
type Dialog = { readonly message: Message; readonly card: unknown };

/** Microsoft Teams with several tenants, as a bot sees it. */
export class FakeTeams implements FakeChat {
  readonly platform = 'teams';
  readonly problems: string[] = [];
  readonly login: FakeTeamsLogin;
  readonly #clock: Clock;
  readonly #world = new FakeTeamsWorld();
  readonly #server: Server;
  readonly #dialogs = new Map<string, Dialog>();
  /** What was told to one person in a button's or form's own answer. */
  readonly #told = new Map<string, Seen[]>();
  #botUrl: string;
  #times = 1;

  private constructor(options: FakeTeamsOptions, login: FakeTeamsLogin) {
    this.login = login;
    this.#clock = options.clock;
    this.#botUrl = options.botUrl ?? '';
    const routes = express();
    routes.use(
      '/connector/emea',
      fakeTeamsConnector({
        world: this.#world,
        login,
        clock: options.clock,
        botId,
        problems: this.problems,
        hasRateLimits: () => options.hasRateLimits ?? false,
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
    this.#botUrl = botUrl;
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
    const chat = this.#world.openChat(person);
    chat.hasBot = true;
    return chat.place;
  }

  async addBot(place: FakePlace, by: FakePerson): Promise<void> {
    const conversation = this.#world.conversationOf(place.id);
    conversation.hasBot = true;
    await this.#tellOf(conversation, by, 'installationUpdate', { action: 'add' });
    await this.#tellOf(conversation, by, 'conversationUpdate', {
      membersAdded: [{ id: botId }],
      eventType: 'teamMemberAdded',
    });
  }

  async removeBot(place: FakePlace, by: FakePerson): Promise<void> {
    const conversation = this.#world.conversationOf(place.id);
    conversation.hasBot = false;
    await this.#tellOf(conversation, by, 'conversationUpdate', {
      membersRemoved: [{ id: botId }],
      eventType: 'teamMemberRemoved',
    });
    await this.#tellOf(conversation, by, 'installationUpdate', { action: 'remove' });
  }

  async say(person: FakePerson, place: FakePlace, text: string): Promise<Answer> {
    const conversation = this.#world.conversationOf(place.id);
    const mention = `<at>${botName}</at>`;
    const isPersonal = place.kind === 'personal';
    return this.#asking(person, conversation, {
      type: 'message',
      ...this.#envelope(person, conversation, isPersonal || place.kind === 'group' ? undefined : this.#messageId()),
      textFormat: 'plain',
      text: escaped(isPersonal ? text : `${mention} ${text}`, mention),
      attachments: [{ contentType: 'text/html', content: '<p></p>' }],
      entities: [
        ...(isPersonal ? [] : [{ type: 'mention', mentioned: { id: botId, name: botName }, text: mention }]),
        clientInfo(person),
      ],
    });
  }

  command(person: FakePerson, place: FakePlace, text: string): Promise<Answer> {
    return this.say(person, place, text);
  }

  async press(person: FakePerson, { id, placeId }: Pick<Seen, 'id' | 'placeId'>, label: string): Promise<Answer> {
    const conversation = this.#world.conversationOf(placeId);
    const message = this.#messageOf(conversation, id);
    const action = actionsOn(message.views.get(person.id) ?? message.card).find(
      ({ title, type }) => title === label && type !== 'Action.OpenUrl',
    );
    if (!action) throw new Error(`No button «${label}» to press`);
    if (action.type === 'Action.Execute') return this.#execute(person, conversation, message, action);
    return opensDialog(action)
      ? this.#openDialog(person, conversation, message, action)
      : this.#asking(person, conversation, {
          type: 'message',
          ...this.#pressEnvelope(person, conversation, message),
          value: action.data,
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
    const filled = form.fields.map(field => ({ ...field, value: values[field.name] ?? field.value ?? '' }));
    const missing = filled.filter(({ name, value }) => value.length === 0 && isRequired(dialog.card, name));
    if (missing.length > 0)
      return {
        status: 200,
        whispers: [],
        form: withMissing(
          form,
          dialog.card,
          missing.map(({ name }) => name),
        ),
      };
    const conversation = this.#world.conversationOf(dialog.message.conversationId);
    const inputs = Object.fromEntries(
      filled.map(({ name, value }) => [name, typeof value === 'string' ? value : value.join(',')]),
    );
    const data = { ...actionsOn(dialog.card).find(({ type }) => type === 'Action.Submit')?.data, ...inputs };
    const answer = await this.#invoke(person, conversation, dialog.message, 'task/submit', {
      data,
      context: { theme: 'default' },
    });
    return this.#readDialog(person, dialog.message, answer);
  }

  messagesIn(place: FakePlace): readonly Seen[] {
    return this.#world.conversationOf(place.id).messages.map(message => seen(message));
  }

  whispersTo(person: FakePerson): readonly Seen[] {
    const direct = this.#world.chatOf(person)?.messages.map(message => seen(message, person)) ?? [];
    return [...direct, ...(this.#told.get(person.id) ?? [])];
  }

  deleteMessage({ id, placeId }: Pick<Seen, 'id' | 'placeId'>): void {
    this.#messageOf(this.#world.conversationOf(placeId), id).isDeleted = true;
  }

  repeatRequests(times: number): void {
    this.#times = times;
  }

  throttle(place: FakePlace, count: number, retryAfterSeconds: number): void {
    this.#world.conversationOf(place.id).throttled = { count, retryAfterSeconds };
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>(resolve => this.#server.close(() => resolve()));
  }

  /** Posts an activity to the bot as it is, with a good token of its service address unless another is given. */
  async send(activity: Readonly<Record<string, unknown>>, token?: string): Promise<BotAnswer> {
    const bearer = token ?? (await this.login.tokenFor(String(activity['serviceUrl'])));
    const response = await fetch(`${this.#botUrl}/api/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(activity['type'] === 'invoke' ? invokeTimeoutMs : 3 * invokeTimeoutMs),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : undefined,
    };
  }

  async #execute(
    person: FakePerson,
    conversation: Conversation,
    message: Message,
    action: CardAction,
  ): Promise<Answer> {
    const answer = await this.#invoke(person, conversation, message, 'adaptiveCard/action', {
      action: { type: action.type, title: action.title, verb: action.verb, data: action.data },
      trigger: 'manual',
    });
    if (answer.status !== 200) return { status: answer.status, whispers: [] };
    const { data, error } = executeAnswer.safeParse(answer.body);
    if (!data) {
      this.problems.push(`adaptiveCard/action: ${z.prettifyError(error)}`);
      return { status: answer.status, whispers: [] };
    }
    if (data.type === 'application/vnd.microsoft.activity.message') {
      return {
        status: answer.status,
        whispers: data.value === '' ? [] : [this.#tell(person, message, [data.value], answer.body)],
      };
    }
    this.problems.push(...checkAdaptiveCard(data.value));
    message.views.set(person.id, data.value);
    const whisper = { ...seen(message, person), onlyFor: person.id };
    this.#toldTo(person).push(whisper);
    return { status: answer.status, whispers: [whisper] };
  }

  async #openDialog(
    person: FakePerson,
    conversation: Conversation,
    message: Message,
    action: CardAction,
  ): Promise<Answer> {
    const value = { data: { type: 'task/fetch', ...action.data }, context: { theme: 'default' } };
    return this.#readDialog(person, message, await this.#invoke(person, conversation, message, 'task/fetch', value));
  }

  #readDialog(person: FakePerson, message: Message, answer: BotAnswer): Answer {
    this.#dialogs.delete(person.id);
    if (answer.status !== 200 || answer.body === undefined) return { status: answer.status, whispers: [] };
    const { data, error } = dialogAnswer.safeParse(answer.body);
    if (!data) {
      this.problems.push(`dialog: ${z.prettifyError(error)}`);
      return { status: answer.status, whispers: [] };
    }
    if (data.task.type === 'message') {
      return { status: answer.status, whispers: [this.#tell(person, message, [data.task.value], answer.body)] };
    }
    const { title, card } = data.task.value;
    this.problems.push(...checkAdaptiveCard(card.content));
    this.#dialogs.set(person.id, { message, card: card.content });
    return {
      status: answer.status,
      whispers: [],
      form: { title, texts: textsOn(card.content), fields: fieldsOn(card.content), raw: data.task.value },
    };
  }

  #invoke(
    person: FakePerson,
    conversation: Conversation,
    message: Message,
    name: string,
    value: object,
  ): Promise<BotAnswer> {
    return this.#sendAll({ type: 'invoke', name, ...this.#pressEnvelope(person, conversation, message), value });
  }

  /** Sends what is answered by messages, and reads which of them came to this person alone meanwhile. */
  async #asking(
    person: FakePerson,
    conversation: Conversation,
    activity: Readonly<Record<string, unknown>>,
  ): Promise<Answer> {
    conversation.memberIds.add(person.id);
    const before = this.#world.chatOf(person)?.messages.length ?? 0;
    const { status } = await this.#sendAll(activity);
    const direct = this.#world.chatOf(person)?.messages.slice(before) ?? [];
    return { status, whispers: direct.map(message => seen(message, person)) };
  }

  async #sendAll(activity: Readonly<Record<string, unknown>>): Promise<BotAnswer> {
    const answers = await Promise.all(Array.from({ length: this.#times }, () => this.send(activity)));
    return answers[0] ?? { status: 0, body: undefined };
  }

  async #tellOf(
    conversation: Conversation,
    by: FakePerson,
    type: string,
    { eventType, ...event }: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const { place, teamId } = conversation;
    const envelope = this.#envelope(by, conversation, undefined);
    await this.#sendAll({
      type,
      ...envelope,
      ...event,
      conversation: { ...envelope.conversation, id: teamId ?? place.id },
      channelData: {
        tenant: { id: conversation.tenantId },
        ...(teamId !== undefined && {
          team: { id: teamId, name: place.name, aadGroupId: tenantIdOf(teamId) },
          settings: { selectedChannel: { id: place.id } },
        }),
        ...(type === 'conversationUpdate' && { eventType }),
      },
    });
  }

  #pressEnvelope(person: FakePerson, conversation: Conversation, message: Message): object {
    conversation.memberIds.add(person.id);
    const threadId = conversation.place.kind === 'channel' ? (message.threadId ?? message.id) : undefined;
    return { ...this.#envelope(person, conversation, threadId), replyToId: message.id, entities: [clientInfo(person)] };
  }

  #envelope(person: FakePerson, conversation: Conversation, threadId: string | undefined) {
    const { place, tenantId, teamId } = conversation;
    const now = this.#clock.now();
    return {
      id: threadId === undefined || place.kind === 'personal' ? `f:${this.#messageId()}` : this.#messageId(),
      channelId: 'msteams',
      serviceUrl: this.serviceUrl(place.organisation),
      timestamp: now,
      localTimestamp: now,
      from: { id: userIdOf(person), name: person.name, aadObjectId: person.id, ...foreign(person, conversation) },
      recipient: { id: botId, name: botName },
      conversation: {
        id: threadId === undefined ? place.id : `${place.id};messageid=${threadId}`,
        conversationType: conversationTypes[place.kind],
        tenantId,
        ...(place.kind !== 'personal' && { isGroup: true }),
      },
      channelData: {
        tenant: { id: tenantId },
        ...(teamId !== undefined && { team: { id: teamId, name: place.name }, channel: { id: place.id } }),
      },
      locale: person.locale,
    };
  }

  #messageOf(conversation: Conversation, id: string): Message {
    const found = conversation.messages.find(message => message.id === id);
    if (!found) throw new Error(`No such message: ${id}`);
    return found;
  }

  #messageId(): string {
    return `${1_790_000_000_000 + this.#world.next()}`;
  }

  #tell(person: FakePerson, message: Message, texts: readonly string[], raw: unknown): Seen {
    const whisper: Seen = {
      id: `answer-${this.#world.next()}`,
      placeId: message.conversationId,
      texts,
      buttons: [],
      raw,
      updates: 0,
      isDeleted: false,
      onlyFor: person.id,
    };
    this.#toldTo(person).push(whisper);
    return whisper;
  }

  #toldTo(person: FakePerson): Seen[] {
    const told = this.#told.get(person.id) ?? [];
    this.#told.set(person.id, told);
    return told;
  }
}

/** https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format */
const executeAnswer = z.discriminatedUnion('type', [
  z.strictObject({
    statusCode: z.literal(200),
    type: z.literal('application/vnd.microsoft.card.adaptive'),
    value: z.record(z.string(), z.unknown()),
  }),
  z.strictObject({
    statusCode: z.literal(200),
    type: z.literal('application/vnd.microsoft.activity.message'),
    value: z.string(),
  }),
]);

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots */
const size = z.union([z.enum(['small', 'medium', 'large']), z.int().positive()]);
const dialogAnswer = z.strictObject({
  task: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('message'), value: z.string().min(1) }),
    z.strictObject({
      type: z.literal('continue'),
      value: z.strictObject({
        title: z.string().min(1),
        width: size,
        height: size,
        card: z.strictObject({
          contentType: z.literal('application/vnd.microsoft.card.adaptive'),
          content: z.record(z.string(), z.unknown()),
        }),
      }),
    }),
  ]),
});

const conversationTypes = { channel: 'channel', group: 'groupChat', personal: 'personal' } as const;

/** A person from elsewhere is told with a tenant of their own. */
function foreign(person: FakePerson, { tenantId }: Conversation): { tenantId?: string } {
  const own = tenantIdOf(person.organisation);
  return own === tenantId ? {} : { tenantId: own };
}

function clientInfo({ locale }: FakePerson): object {
  return { type: 'clientInfo', locale, country: 'NO', platform: 'Web', timezone: 'Europe/Oslo' };
}

function opensDialog({ data }: CardAction): boolean {
  return z.looseObject({ msteams: z.looseObject({ type: z.literal('task/fetch') }) }).safeParse(data).success;
}

/** Text comes with its markup characters escaped, but for the mention. */
function escaped(text: string, mention: string): string {
  return text
    .split(mention)
    .map(part => part.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'))
    .join(mention);
}

function seen(message: Message, viewer?: FakePerson): Seen {
  const card = (viewer && message.views.get(viewer.id)) ?? message.card;
  return {
    id: message.id,
    placeId: message.conversationId,
    texts: textsOn(card),
    buttons: actionsOn(card).map(({ title }) => title),
    raw: card,
    updates: message.updates,
    isDeleted: message.isDeleted,
    ...(viewer && { onlyFor: viewer.id }),
  };
}

function withMissing(form: SeenForm, card: unknown, missing: readonly string[]): SeenForm {
  const fields = form.fields.map(field => {
    const error = missing.includes(field.name) ? isRequired(card, field.name)?.whenMissing : undefined;
    return error === undefined ? field : { ...field, error };
  });
  return { ...form, fields };
}
