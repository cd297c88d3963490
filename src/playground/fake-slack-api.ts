/** Slack's Web API as far as Laget calls it, refusing what Slack refuses. https://docs.slack.dev/reference/methods */
import { z } from 'zod';
import { checkBlocks, checkView } from './check-blocks.ts';
import type { Channel, FakeSlackState, Message, Workspace } from './fake-slack-state.ts';
import type { Limit } from './fake-traffic.ts';

export type ApiAnswer = { readonly status: number; readonly body: object; readonly headers?: Record<string, string> };

/** An error the real Slack would answer; `isOurFault` when a right call could not have met it. */
class Refusal extends Error {
  readonly code: string;
  readonly isOurFault: boolean;

  constructor(code: string, isOurFault: boolean, detail = '') {
    super(`${code}${detail && `: ${detail}`}`);
    this.code = code;
    this.isOurFault = isOurFault;
  }
}

class Throttled extends Error {
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super('ratelimited');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

const flag = z.enum(['true', 'false']).transform(text => text === 'true');
const json = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue('not JSON');
        return z.NEVER;
      }
    })
    .pipe(schema);

const metadata = z.strictObject({
  event_type: z.string().regex(/^[a-z][a-z0-9_]{0,254}$/),
  event_payload: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

const message = {
  channel: z.string(),
  text: z.string().min(1).max(40_000),
  blocks: json(z.array(z.unknown())),
  parse: z.literal('none'),
  link_names: flag,
};
const ranged = {
  channel: z.string(),
  /** No more are given at once to an app outside the Marketplace. */
  limit: z.coerce.number().int().min(1).max(15).default(15),
  oldest: z.string().default('0'),
  cursor: z.string().optional(),
  include_all_metadata: flag.default(false),
};

const rangedSchema = z.strictObject(ranged);

export type ApiOptions = {
  /** Whether what comes now is held to the rate limits. */
  readonly isCounted: () => boolean;
};

type Call = ApiOptions & {
  readonly state: FakeSlackState;
  readonly workspace: Workspace;
  readonly scopes: ReadonlySet<string>;
};
type Method = (call: Call, given: unknown) => object;

function method<S extends z.ZodType>(schema: S, run: (call: Call, args: z.output<S>) => object): Method {
  return (call, given) => {
    const parsed = schema.safeParse(given);
    if (!parsed.success) {
      throw new Refusal(
        'invalid_arguments',
        true,
        parsed.error.issues.map(issue => issue.path.join('.') || issue.code).join(),
      );
    }
    return run(call, parsed.data);
  };
}

const methods: Readonly<Record<string, Method>> = {
  'auth.test': method(z.strictObject({}), ({ workspace }) => ({
    url: `https://${workspace.id.toLowerCase()}.slack.com/`,
    team: workspace.name,
    user: 'laget',
    team_id: workspace.id,
    user_id: workspace.botUserId,
    bot_id: workspace.botUserId.replace(/^U/, 'B'),
  })),

  'auth.revoke': method(z.strictObject({}), ({ workspace }) => {
    workspace.grant = undefined;
    return { revoked: true };
  }),

  'chat.postMessage': method(
    z.strictObject({
      ...message,
      thread_ts: z.string().optional(),
      unfurl_links: flag,
      unfurl_media: flag,
      metadata: json(metadata),
    }),
    (call, args) => {
      needs(call, 'chat:write');
      const channel = writable(call, args.channel);
      checkMessage(args);
      take(call, channel);
      const posted = add(call, channel, args);
      return { channel: channel.id, ts: posted.ts, message: outgoing(call, posted, true) };
    },
  ),

  'chat.postEphemeral': method(
    z.strictObject({ ...message, user: z.string(), thread_ts: z.string().optional() }),
    (call, args) => {
      needs(call, 'chat:write');
      const channel = writable(call, args.channel);
      if (channel.kind === 'personal') throw new Refusal('method_not_supported_for_channel_type', true);
      checkMessage(args);
      take(call, channel, elsewhereLimited);
      if (!call.state.user(args.user)) throw new Refusal('user_not_in_channel', true);
      const shown = add(call, channel, args, args.user);
      return { message_ts: shown.ts };
    },
  ),

  'chat.update': method(z.strictObject({ ...message, ts: z.string() }), (call, args) => {
    needs(call, 'chat:write');
    const channel = writable(call, args.channel);
    checkMessage(args);
    take(call, channel, elsewhereLimited);
    const standing = channel.messages.get(args.ts);
    if (!standing || standing.isDeleted || standing.onlyFor !== undefined)
      throw new Refusal('message_not_found', false);
    if (!standing.isOurs) throw new Refusal('cant_update_message', true);
    standing.text = args.text;
    standing.blocks = args.blocks;
    standing.updates += 1;
    return { channel: channel.id, ts: standing.ts, text: standing.text };
  }),

  'conversations.open': method(z.strictObject({ users: z.string() }), (call, { users }) => {
    needs(call, 'im:write');
    if (users === call.workspace.botUserId) throw new Refusal('cannot_dm_bot', true);
    if (!call.state.user(users)) throw new Refusal('user_not_found', true);
    if (call.state.left.has(users)) throw new Refusal('user_disabled', false);
    if (call.state.blockedBy.has(users)) throw new Refusal('user_not_visible', false);
    return { channel: { id: call.state.directChat(call.workspace, users).id } };
  }),

  'conversations.history': method(rangedSchema, (call, args) => {
    const channel = readable(call, args.channel);
    const standing = [...channel.messages.values()].filter(({ threadTs }) => threadTs === undefined).reverse();
    return page(call, standing, args);
  }),

  'conversations.replies': method(z.strictObject({ ...ranged, ts: z.string() }), (call, args) => {
    const channel = readable(call, args.channel);
    const all = [...channel.messages.values()];
    const thread = all.filter(({ ts, threadTs }) => ts === args.ts || threadTs === args.ts);
    if (thread.length === 0) throw new Refusal('thread_not_found', false);
    return page(call, thread, args);
  }),

  'conversations.info': method(z.strictObject({ channel: z.string() }), (call, args) => {
    const { id, kind, name, hasBot } = known(call, args.channel);
    needs(call, `${scopeNoun[kind]}:read`);
    if (kind === 'group' && !hasBot) throw new Refusal('channel_not_found', false);
    return { channel: { id, name, is_channel: kind === 'channel', is_private: kind === 'group', is_member: hasBot } };
  }),

  'users.info': method(
    z.strictObject({ user: z.string(), include_locale: flag.default(false) }),
    (call, { user, include_locale }) => {
      needs(call, 'users:read');
      const found = call.state.user(user);
      if (!found && user !== call.workspace.botUserId) throw new Refusal('user_not_found', true);
      const name = found?.name ?? 'Laget';
      return {
        user: {
          id: user,
          team_id: found?.team ?? call.workspace.id,
          name: handleOf(name),
          real_name: name,
          profile: { display_name: '', real_name: name },
          is_bot: !found,
          ...(include_locale && { locale: found?.locale ?? 'en-US' }),
        },
      };
    },
  ),

  'views.open': method(
    z.strictObject({ trigger_id: z.string(), view: json(z.looseObject({ blocks: z.array(z.unknown()) })) }),
    ({ state, workspace }, { trigger_id, view: given }) => {
      const trigger = state.triggers.get(trigger_id);
      if (trigger?.team !== workspace.id) throw new Refusal('invalid_trigger_id', true);
      if (state.nowMs() - trigger.madeAtMs > 3000) throw new Refusal('expired_trigger_id', true);
      // The same press sent twice is the fake's doing, and the first answer opened the form.
      if (trigger.viewId !== undefined) throw new Refusal('exchanged_trigger_id', false);
      const problems = checkView(given);
      if (problems.length > 0) throw new Refusal('invalid_arguments', true, problems.join('; '));
      const opened = { id: state.nextId('V'), team: workspace.id, hash: state.nextTs(), json: given };
      state.views.set(opened.id, opened);
      trigger.viewId = opened.id;
      return { view: { ...given, id: opened.id, hash: opened.hash } };
    },
  ),
};

/** @param given the arguments as the request's body has them, without the token */
export function callApi(
  state: FakeSlackState,
  name: string,
  token: string | undefined,
  given: unknown,
  options: ApiOptions,
): ApiAnswer {
  try {
    const workspace = token === undefined ? undefined : state.workspaceOfToken(token);
    const run = methods[name];
    if (!run) throw new Refusal('unknown_method', true);
    if (token === undefined) throw new Refusal('not_authed', true);
    if (!workspace?.grant) throw new Refusal(token.startsWith('xoxb-') ? 'token_revoked' : 'invalid_auth', false);
    const call = { state, workspace, scopes: workspace.grant.scopes, ...options };
    return { status: 200, body: { ok: true, ...run(call, given) } };
  } catch (error) {
    return refused(state, name, error);
  }
}

function refused(state: FakeSlackState, name: string, error: unknown): ApiAnswer {
  if (error instanceof Throttled) {
    const headers = { 'Retry-After': String(error.retryAfterSeconds) };
    return { status: 429, body: { ok: false, error: 'ratelimited' }, headers };
  }
  if (!(error instanceof Refusal)) throw error;
  if (error.isOurFault) state.problems.push(`${name}: ${error.message}`);
  return { status: 200, body: { ok: false, error: error.code } };
}

/** By the minute and workspace, with bursts nobody knows: not kept here. */
const elsewhereLimited: readonly Limit[] = [];

function needs({ scopes }: Call, scope: string): void {
  if (!scopes.has(scope)) throw new Refusal('missing_scope', true, scope);
}

const scopeNoun = { channel: 'channels', group: 'groups', personal: 'im' } as const;

function known({ workspace }: Call, id: string): Channel {
  const channel = workspace.channels.get(id);
  if (!channel) throw new Refusal('channel_not_found', false);
  return channel;
}

function writable(call: Call, id: string): Channel {
  const channel = known(call, id);
  const { owner = '' } = channel;
  if (call.state.left.has(owner)) throw new Refusal('channel_not_found', false);
  if (call.state.blockedBy.has(owner)) throw new Refusal('messages_tab_disabled', false);
  if (!channel.hasBot) throw new Refusal(channel.kind === 'channel' ? 'not_in_channel' : 'channel_not_found', false);
  return channel;
}

function readable(call: Call, id: string): Channel {
  const channel = writable(call, id);
  needs(call, `${scopeNoun[channel.kind]}:history`);
  return channel;
}

/** A mention or command of Slack's in the text shown by notifications would call people who were not asked. */
function checkMessage({ text, blocks }: { readonly text: string; readonly blocks: readonly unknown[] }): void {
  if (/<[!@#]/.test(text)) throw new Refusal('invalid_arguments', true, 'text holds a mention');
  const problems = checkBlocks(blocks);
  if (problems.length > 0) throw new Refusal('invalid_blocks', true, problems.join('; '));
}

/** @param limits others than those for what is posted in a channel */
function take({ isCounted }: Call, { traffic }: Channel, limits?: readonly Limit[]): void {
  const retryAfterSeconds = traffic.take(isCounted(), limits);
  if (retryAfterSeconds !== undefined) throw new Throttled(retryAfterSeconds);
}

function threadIn(channel: Channel, ts: string | undefined): string | undefined {
  if (ts === undefined) return undefined;
  const parent = channel.messages.get(ts);
  if (!parent) throw new Refusal('thread_not_found', true);
  return parent.threadTs ?? parent.ts;
}

function add(
  { state }: Call,
  channel: Channel,
  written: {
    readonly text: string;
    readonly blocks: readonly unknown[];
    thread_ts?: string | undefined;
    metadata?: unknown;
  },
  onlyFor?: string,
): Message {
  const { text, blocks, thread_ts, metadata } = written;
  const threadTs = threadIn(channel, thread_ts);
  return state.addMessage(channel, { ts: state.nextTs(), isOurs: true, text, blocks, threadTs, onlyFor, metadata });
}

function page(
  call: Call,
  messages: readonly Message[],
  { limit, oldest, cursor, include_all_metadata }: z.output<typeof rangedSchema>,
) {
  const standing = messages.filter(
    ({ ts, isDeleted, onlyFor }) => !isDeleted && onlyFor === undefined && Number(ts) > Number(oldest),
  );
  const from = cursor === undefined ? 0 : standing.findIndex(({ ts }) => ts === cursor);
  if (from < 0) throw new Refusal('invalid_cursor', true);
  const next = standing[from + limit]?.ts;
  return {
    messages: standing.slice(from, from + limit).map(each => outgoing(call, each, include_all_metadata)),
    has_more: next !== undefined,
    response_metadata: { next_cursor: next ?? '' },
  };
}

function outgoing({ state, workspace }: Call, message: Message, hasMetadata: boolean): object {
  return {
    type: 'message',
    ts: message.ts,
    text: message.text,
    blocks: message.blocks,
    ...(message.isOurs && { user: workspace.botUserId, app_id: state.appId }),
    ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
    ...(hasMetadata && message.metadata !== undefined && { metadata: message.metadata }),
  };
}

export function handleOf(name: string): string {
  return name.toLowerCase().replaceAll(' ', '.');
}
