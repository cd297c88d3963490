/** The connector of the fake Teams: what the bot sends, checked as the real one would and more strictly. */
import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { type Clock, epochMsOf } from '../world.ts';
import { checkAdaptiveCard } from './check-adaptive-card.ts';
import type { FakeTeamsLogin } from './fake-teams-login.ts';
import type { Conversation, FakeTeamsWorld, Message } from './fake-teams-world.ts';
import { tenantIdOf } from './fake-teams-world.ts';

/** A message with all around it, counted as UTF-16; Microsoft says "about". */
const messageBytes = 100 * 1024;

/** Per bot and thread. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
const sendLimits = [
  { most: 7, withinMs: 1_000 },
  { most: 8, withinMs: 2_000 },
  { most: 60, withinMs: 30_000 },
  { most: 1_800, withinMs: 3_600_000 },
] as const;

const cardType = 'application/vnd.microsoft.card.adaptive';

const outgoing = z
  .object({
    type: z.literal('message'),
    from: z.object({ id: z.string() }),
    conversation: z.object({ id: z.string(), tenantId: z.string() }),
    text: z.string().optional(),
    summary: z.string().optional(),
    attachments: z
      .array(z.object({ contentType: z.literal(cardType), content: z.record(z.string(), z.unknown()) }))
      .max(1)
      .default([]),
  })
  .refine(({ text, attachments }) => text || attachments.length > 0, 'nothing to read')
  .refine(({ summary, attachments }) => summary || attachments.length === 0, 'a card whose notification says nothing');

const newChat = z.object({
  isGroup: z.literal(false).optional(),
  bot: z.object({ id: z.string() }),
  members: z.array(z.object({ id: z.string() })).length(1),
  tenantId: z.string(),
});

export type ConnectorParts = {
  readonly world: FakeTeamsWorld;
  readonly login: FakeTeamsLogin;
  readonly clock: Clock;
  readonly botId: string;
  readonly problems: string[];
  /** Whether the published rate limits are kept. */
  readonly hasRateLimits: boolean;
};

type Refusal = { readonly status: number; readonly code: string; readonly retryAfterSeconds?: number };

export function fakeTeamsConnector(parts: ConnectorParts): Router {
  const { world, login, clock, botId, problems } = parts;
  const router = express.Router();

  router.use((request, response, next) => {
    if (login.isGranted(request.headers.authorization)) next();
    else refuse(response, { status: 401, code: 'AuthorizationDenied' });
  });
  router.use(express.json({ limit: '1mb' }));

  router.post('/:tenant/v3/conversations', (request, response) => {
    const asked = newChat.safeParse(request.body);
    const person = world.personByUserId(asked.data?.members[0]?.id ?? '');
    if (!asked.success || asked.data.bot.id !== botId || asked.data.tenantId !== request.params.tenant) {
      problems.push('conversations: not a chat that can be opened');
      return refuse(response, { status: 400, code: 'BadSyntax' });
    }
    if (!person || !world.mayBeWrittenTo(person))
      return refuse(response, { status: 403, code: 'ForbiddenOperationException' });
    const chat = world.openChat(person);
    chat.hasBot = true;
    response.status(201).json({ id: chat.place.id });
  });

  router.post(
    [
      '/:tenant/v3/conversations/:conversation/activities',
      '/:tenant/v3/conversations/:conversation/activities/:replyTo',
    ],
    (request, response) => {
      const [conversationId, threadId] = threadOf(param(request, 'conversation'));
      const conversation = world.conversations.get(conversationId);
      const refusal = refusalOf(request, conversation);
      if (refusal || !conversation) return refuse(response, refusal ?? { status: 404, code: 'ConversationNotFound' });
      const message = add(conversation, threadId, cardIn(request));
      response.status(201).json({ id: message.id });
    },
  );

  router.put('/:tenant/v3/conversations/:conversation/activities/:activity', (request, response) => {
    const [conversationId] = threadOf(param(request, 'conversation'));
    const conversation = world.conversations.get(conversationId);
    const refusal = refusalOf(request, conversation);
    if (refusal) return refuse(response, refusal);
    const message = conversation?.messages.find(({ id }) => id === request.params.activity);
    if (!message || message.isDeleted) return refuse(response, { status: 404, code: 'ActivityNotFoundInConversation' });
    message.card = cardIn(request);
    message.updates += 1;
    message.views.clear();
    response.json({ id: message.id });
  });

  router.use((request, response) => {
    problems.push(`${request.method}: no such call of the connector`);
    response.sendStatus(404);
  });

  function add(conversation: Conversation, threadId: string | undefined, card: unknown): Message {
    const message: Message = {
      id: world.nextMessageId(),
      conversationId: conversation.place.id,
      threadId,
      card,
      updates: 0,
      isDeleted: false,
      views: new Map(),
    };
    conversation.messages.push(message);
    return message;
  }

  function refusalOf(request: Request, conversation: Conversation | undefined): Refusal | undefined {
    if (!conversation || conversation.tenantId !== request.params['tenant'])
      return { status: 404, code: 'ConversationNotFound' };
    if (!conversation.hasBot) return { status: 403, code: 'BotNotInConversationRoster' };
    // https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
    if (conversation.place.kind === 'personal' && [...conversation.memberIds].some(id => world.blockedBy.has(id)))
      return { status: 403, code: 'MessageWritesBlocked' };
    if (JSON.stringify(request.body).length * 2 > messageBytes) {
      problems.push('activities: a message of more than 100 KB');
      return { status: 413, code: 'MessageSizeTooBig' };
    }
    const faults = faultsOf(request.body, conversation);
    problems.push(...faults);
    if (faults.length > 0) return { status: 400, code: 'BadSyntax' };
    return throttling(conversation);
  }

  function faultsOf(body: unknown, conversation: Conversation): readonly string[] {
    const { data, error } = outgoing.safeParse(body);
    if (!data) return error.issues.map(({ path, message }) => `activities: ${path.join('.')}: ${message}`);
    return [
      ...(data.from.id === botId ? [] : ['activities: from is not the bot']),
      ...(threadOf(data.conversation.id)[0] === conversation.place.id
        ? []
        : ['activities: another conversation than the address']),
      ...(data.conversation.tenantId === tenantIdOf(conversation.place.organisation)
        ? []
        : ['activities: another tenant than the conversation']),
      ...data.attachments.flatMap(({ content }) => checkAdaptiveCard(content)),
    ];
  }

  function throttling(conversation: Conversation): Refusal | undefined {
    const { throttled, sentAtMs } = conversation;
    if (throttled && throttled.count > 0) {
      throttled.count -= 1;
      return { status: 429, code: 'Throttled', retryAfterSeconds: throttled.retryAfterSeconds };
    }
    const nowMs = epochMsOf(clock.now());
    const passed = sendLimits.find(({ most, withinMs }) => sentAtMs.filter(at => at > nowMs - withinMs).length >= most);
    if (parts.hasRateLimits && passed) {
      return { status: 429, code: 'Throttled', retryAfterSeconds: Math.ceil(passed.withinMs / 1000) };
    }
    if (parts.hasRateLimits) sentAtMs.push(nowMs);
    return undefined;
  }

  return router;
}

function refuse(response: Response, { status, code, retryAfterSeconds }: Refusal): void {
  if (retryAfterSeconds !== undefined) response.set('retry-after', `${retryAfterSeconds}`);
  response.status(status).json({ error: { code, message: code } });
}

function param(request: Request, name: string): string {
  const value = request.params[name];
  return typeof value === 'string' ? value : '';
}

/** A conversation id may name a thread in its channel. */
function threadOf(conversationId: string): readonly [string, string | undefined] {
  const [id = '', threadId] = conversationId.split(';messageid=');
  return [id, threadId];
}

function cardIn(request: Request): unknown {
  const { attachments, text } = outgoing.parse(request.body);
  return attachments[0]?.content ?? { text };
}
