/** The connector of the fake Teams: what the bot sends, checked as the real one would and more strictly. */
import { setTimeout as delay } from 'node:timers/promises';
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { checkAdaptiveCard } from './check-adaptive-card.ts';
import type { FakeTeamsLogin } from './fake-teams-login.ts';
import type { Conversation, FakeTeamsWorld, Message } from './fake-teams-world.ts';
import type { Limit } from './fake-traffic.ts';

/** A message with all around it, counted as UTF-16; Microsoft says "about". */
const messageBytes = 100 * 1024;

/** Per bot and thread. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
export const sendLimits: readonly Limit[] = [
  { most: 7, withinMs: 1_000 },
  { most: 8, withinMs: 2_000 },
  { most: 60, withinMs: 30_000 },
  { most: 1_800, withinMs: 3_600_000 },
];

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
  readonly botId: string;
  readonly problems: string[];
  readonly latencyMs: () => number;
  /** Whether what comes now is held to the published rate limits. */
  readonly isCounted: () => boolean;
};

type Refusal = { readonly status: number; readonly code: string; readonly retryAfterSeconds?: number };

export function fakeTeamsConnector(parts: ConnectorParts): Router {
  const { world, login, botId, problems } = parts;
  const router = express.Router();

  router.use((request, response, next) => {
    if (login.isGranted(request.headers.authorization)) next();
    else refuse(response, { status: 401, code: 'AuthorizationDenied' });
  });
  router.use(express.json({ limit: '1mb' }));
  router.use(async (_request, _response, next) => {
    if (parts.latencyMs() > 0) await delay(parts.latencyMs());
    next();
  });
  router.use('/:tenant/v3/conversations/:conversation', goWrong);

  router.post('/:tenant/v3/conversations', (request, response) => {
    const asked = newChat.safeParse(request.body);
    const person = world.personByUserId(asked.data?.members[0]?.id ?? '');
    if (!asked.success || asked.data.bot.id !== botId || asked.data.tenantId !== request.params.tenant) {
      problems.push('conversations: not a chat that can be opened');
      return refuse(response, { status: 400, code: 'BadSyntax' });
    }
    if (person && world.left.has(person.id)) return refuse(response, { status: 404, code: 'NotFound' });
    if (!person || !world.mayBeWrittenTo(person))
      return refuse(response, { status: 403, code: 'ForbiddenOperationException' });
    response.status(201).json({ id: world.openChat(person).place.id });
  });

  router.post(
    [
      '/:tenant/v3/conversations/:conversation/activities',
      '/:tenant/v3/conversations/:conversation/activities/:replyTo',
    ],
    (request, response) => {
      const [, threadId] = threadOf(param(request, 'conversation'));
      const conversation = conversationIn(request);
      const refusal = refusalOf(request, conversation);
      if (refusal || !conversation) return refuse(response, refusal ?? notFound);
      const message = add(conversation, threadId, cardIn(request));
      response.status(201).json({ id: message.id });
    },
  );

  router.put('/:tenant/v3/conversations/:conversation/activities/:activity', (request, response) => {
    const conversation = conversationIn(request);
    const refusal = refusalOf(request, conversation);
    if (refusal) return refuse(response, refusal);
    const message = conversation?.messages.get(param(request, 'activity'));
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

  function conversationIn(request: Request): Conversation | undefined {
    const found = world.conversations.get(threadOf(param(request, 'conversation'))[0]);
    return found?.tenantId === param(request, 'tenant') ? found : undefined;
  }

  function goWrong(request: Request, response: Response, next: NextFunction): void {
    switch (conversationIn(request)?.traffic.nextTrouble()) {
      case undefined:
        next();
        break;
      case 'down':
        refuse(response, { status: 500, code: 'ServiceError' });
        break;
      case 'silent':
        break;
      case 'cut':
        response.destroy();
        break;
      case 'answer-lost':
        response.json = () => response.destroy();
        next();
    }
  }

  function add(conversation: Conversation, threadId: string | undefined, card: unknown): Message {
    const turn = world.next();
    const message: Message = {
      id: world.nextMessageId(turn),
      turn,
      conversationId: conversation.place.id,
      threadId,
      card,
      updates: 0,
      isDeleted: false,
      views: new Map(),
    };
    conversation.messages.set(message.id, message);
    return message;
  }

  function refusalOf(request: Request, conversation: Conversation | undefined): Refusal | undefined {
    if (!conversation || (conversation.owner && world.left.has(conversation.owner.id))) return notFound;
    if (!world.hasBot(conversation)) return { status: 403, code: 'BotNotInConversationRoster' };
    if (conversation.owner && world.blockedBy.has(conversation.owner.id)) return { status: 403, code: blocked };
    if (JSON.stringify(request.body).length * 2 > messageBytes) {
      problems.push('activities: a message of more than 100 KB');
      return { status: 413, code: 'MessageSizeTooBig' };
    }
    const faults = faultsOf(request.body, conversation);
    problems.push(...faults);
    if (faults.length > 0) return { status: 400, code: 'BadSyntax' };
    const retryAfterSeconds = conversation.traffic.take(parts.isCounted());
    return retryAfterSeconds === undefined ? undefined : { status: 429, code: 'Throttled', retryAfterSeconds };
  }

  function faultsOf(body: unknown, conversation: Conversation): readonly string[] {
    const { data, error } = outgoing.safeParse(body);
    if (!data) return error.issues.map(({ path, message }) => `activities: ${path.join('.')}: ${message}`);
    return [
      ...(data.from.id === botId ? [] : ['activities: from is not the bot']),
      ...(threadOf(data.conversation.id)[0] === conversation.place.id
        ? []
        : ['activities: another conversation than the address']),
      ...(data.conversation.tenantId === conversation.tenantId
        ? []
        : ['activities: another tenant than the conversation']),
      ...data.attachments.flatMap(({ content }) => checkAdaptiveCard(content)),
    ];
  }

  return router;
}

const notFound: Refusal = { status: 404, code: 'ConversationNotFound' };

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages */
const blocked = 'MessageWritesBlocked';

function refuse(response: Response, { status, code, retryAfterSeconds }: Refusal): void {
  if (retryAfterSeconds !== undefined) response.set('retry-after', `${retryAfterSeconds}`);
  // Of this one Teams tells in another form than of all others.
  const message = JSON.stringify({ subCode: code, details: code, errorCode: null, errorSubCode: null });
  const body = code === blocked ? { errorCode: 209, message } : { error: { code, message: code } };
  response.status(status).json(body);
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
