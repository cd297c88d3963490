/** The activities of the fake Teams: their envelope as Teams writes it, and their way to the bot. */
import type { Clock } from '../world.ts';
import type { FakePerson } from './fake-chat.ts';
import type { FakeTeamsLogin } from './fake-teams-login.ts';
import { type Conversation, type FakeTeamsWorld, type Message, tenantIdOf, userIdOf } from './fake-teams-world.ts';

/** Teams gives up on a card's or dialog's answer after five seconds, and on a message's after fifteen. */
const invokeTimeoutMs = 5_000;
const messageTimeoutMs = 15_000;

type Activity = Readonly<Record<string, unknown>>;

export type BotAnswer = { readonly status: number; readonly body: unknown };

export type SenderParts = {
  readonly world: FakeTeamsWorld;
  readonly login: FakeTeamsLogin;
  readonly clock: Clock;
  readonly bot: { readonly id: string; readonly name: string };
  readonly serviceUrl: (organisation: string) => string;
};

export class FakeTeamsSender {
  readonly #parts: SenderParts;
  botUrl = '';
  /** How many times each request is sent. */
  times = 1;
  #underWay = 0;

  constructor(parts: SenderParts) {
    this.#parts = parts;
  }

  /** Whether somebody waits for the bot's answer. */
  get isAsking(): boolean {
    return this.#underWay > 0;
  }

  /** Posts an activity to the bot as it is, with a good token of its service address unless another is given. */
  async send(activity: Activity, token?: string): Promise<BotAnswer> {
    this.#underWay += 1;
    try {
      return await this.#post(activity, token);
    } finally {
      this.#underWay -= 1;
    }
  }

  async #post(activity: Activity, token: string | undefined): Promise<BotAnswer> {
    const bearer = token ?? (await this.#parts.login.tokenFor(String(activity['serviceUrl'])));
    const response = await fetch(`${this.botUrl}/api/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(activity['type'] === 'invoke' ? invokeTimeoutMs : messageTimeoutMs),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : undefined,
    };
  }

  /** What a person writes, a message that begins a thread in a channel; the bot is mentioned everywhere but in its own chat. */
  sendWords(person: FakePerson, conversation: Conversation, text: string): Promise<BotAnswer> {
    const { kind } = conversation.place;
    const { id, name } = this.#parts.bot;
    const mention = `<at>${name}</at>`;
    const isPersonal = kind === 'personal';
    return this.#sendAll({
      type: 'message',
      ...this.#envelope(person, conversation, kind === 'channel' ? this.#parts.world.nextMessageId() : undefined),
      textFormat: 'plain',
      text: escaped(isPersonal ? text : `${mention} ${text}`, mention),
      attachments: [{ contentType: 'text/html', content: '<p></p>' }],
      entities: [
        ...(isPersonal ? [] : [{ type: 'mention', mentioned: { id, name }, text: mention }]),
        clientInfo(person),
      ],
    });
  }

  /** What comes of a card the bot wrote: an invoke, or a message of older clients. */
  sendFromCard(person: FakePerson, message: Message, activity: Activity): Promise<BotAnswer> {
    const conversation = this.#parts.world.conversationOf(message.conversationId);
    const threadId = conversation.place.kind === 'channel' ? (message.threadId ?? message.id) : undefined;
    return this.#sendAll({
      ...this.#envelope(person, conversation, threadId),
      replyToId: message.id,
      entities: [clientInfo(person)],
      ...activity,
    });
  }

  /** What is told of a channel comes from its team, with the channel that was chosen beside it. */
  async sendEvent(by: FakePerson, conversation: Conversation, { eventType, ...activity }: Activity): Promise<void> {
    const { place, teamId, tenantId } = conversation;
    const envelope = this.#envelope(by, conversation, undefined);
    await this.#sendAll({
      ...envelope,
      ...activity,
      conversation: { ...envelope.conversation, id: teamId ?? place.id },
      channelData: {
        tenant: { id: tenantId },
        ...(teamId !== undefined && {
          team: { id: teamId, name: place.name, aadGroupId: tenantIdOf(teamId) },
          settings: { selectedChannel: { id: place.id } },
        }),
        ...(eventType !== undefined && { eventType }),
      },
    });
  }

  async #sendAll(activity: Activity): Promise<BotAnswer> {
    const answers = await Promise.all(Array.from({ length: this.times }, () => this.send(activity)));
    return answers[0] ?? { status: 0, body: undefined };
  }

  #envelope(person: FakePerson, conversation: Conversation, threadId: string | undefined) {
    const { world, clock, bot, serviceUrl } = this.#parts;
    const { place, tenantId, teamId } = conversation;
    world.join(conversation, person);
    const now = clock.now();
    return {
      id: threadId === undefined ? `f:${world.nextMessageId()}` : world.nextMessageId(),
      channelId: 'msteams',
      serviceUrl: serviceUrl(place.organisation),
      timestamp: now,
      localTimestamp: now,
      from: { id: userIdOf(person), name: person.name, aadObjectId: person.id, ...foreign(person, conversation) },
      recipient: bot,
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
}

const conversationTypes = { channel: 'channel', group: 'groupChat', personal: 'personal' } as const;

/** A person from elsewhere is told with a tenant of their own. */
function foreign(person: FakePerson, { tenantId }: Conversation): { tenantId?: string } {
  const own = tenantIdOf(person.organisation);
  return own === tenantId ? {} : { tenantId: own };
}

function clientInfo({ locale }: FakePerson): object {
  return { type: 'clientInfo', locale, country: 'NO', platform: 'Web', timezone: 'Europe/Oslo' };
}

/** Text comes with its markup characters escaped, but for the mention. */
function escaped(text: string, mention: string): string {
  return text
    .split(mention)
    .map(part => part.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'))
    .join(mention);
}
