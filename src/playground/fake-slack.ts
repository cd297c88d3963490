/** A Slack of our own: the Web API the bot calls, and signed requests to the bot for all that people do. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import express, { type Response as ExpressResponse, type Request } from 'express';
import { z } from 'zod';
import type { SlackConfig } from '../config.ts';
import { slackScopes } from '../platforms/slack/slack-scopes.ts';
import type { Clock } from '../world.ts';
import { checkView } from './check-blocks.ts';
import type { Answer, FakeChat, FakePerson, Seen, SeenForm } from './fake-chat.ts';
import { type ApiAnswer, callApi, handleOf } from './fake-slack-api.ts';
import { createInstaller } from './fake-slack-install.ts';
import { findButtons, type Input, initialOf, inputsOf, seenForm, seenMessage } from './fake-slack-reading.ts';
import { type BotAnswer, createSender, type Sender } from './fake-slack-sender.ts';
import { type Channel, FakeSlackState, idOf, type Message, type View, type Workspace } from './fake-slack-state.ts';

/** What becomes of a call: refused with Slack's code or a status, lost before or after it is done, or done slowly. */
export type CallFailure =
  | { readonly error: string }
  | { readonly status: number }
  | { readonly lost: 'before' | 'after' }
  | { readonly afterMs: number };

export interface FakeSlack extends FakeChat {
  readonly platform: 'slack';
  /** A test that provokes one takes it out again. */
  readonly problems: string[];
  /** What the bot is started with. */
  readonly config: SlackConfig;
  /** The id the fake gave the workspace of this name. */
  teamId(organisation: string): string;
  /** Walks the whole installation, as a browser does. @returns the bot's last answer */
  install(organisation: string): Promise<Response>;
  /** The app is removed; Slack tells it so twice, in this order. */
  uninstall(organisation: string, order?: readonly ('app_uninstalled' | 'tokens_revoked')[]): Promise<void>;
  /** What becomes of the next calls of a method, one after another. */
  failNext(method: string, ...failures: readonly CallFailure[]): void;
  /** How many times the bot called a method. */
  calls(method: string): number;
  /** For requests Slack would not send. */
  readonly send: Pick<Sender, 'raw' | 'event' | 'interaction' | 'command'>;
  /** Slack's page where a person lets the app in. @returns where the browser is sent */
  approve(authorizeUrl: string, organisation: string, isWholeOrganisation?: boolean): string;
}

type Options = {
  /** Where the bot listens. */
  readonly botUrl: string;
  readonly clock: Clock;
  /** The workspace whose token the bot is given beforehand, instead of installing by OAuth. */
  readonly tokenFor?: string;
  readonly hasRateLimits?: boolean;
};

const signingSecret = '8f742231b10e8888abcd99yyyzzz85a5';
const clientId = '3336676.569200954261';
const clientSecret = '08bbbcb5beba78e5c7a5a1d5e5d5f5a5';

const answerSchema = z.discriminatedUnion('response_action', [
  z.strictObject({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string().min(1)) }),
  z.strictObject({ response_action: z.literal('update'), view: z.looseObject({ blocks: z.array(z.unknown()) }) }),
  z.strictObject({ response_action: z.literal('clear') }),
]);

/** How long a person waits for something to appear after writing, where the platform answers before the bot does. */
const patienceMs = 2000;

export async function startFakeSlack({ botUrl, clock, tokenFor, hasRateLimits = false }: Options): Promise<FakeSlack> {
  const state = new FakeSlackState(clock);
  const sender = createSender(botUrl, signingSecret, state);
  const installer = createInstaller({ botUrl, state, clientId, clientSecret });
  const failures = new Map<string, CallFailure[]>();
  const counts = new Map<string, number>();

  const app = express();
  app.use(express.urlencoded({ extended: false, limit: '2mb' }));
  app.get('/oauth/v2/authorize', (req, res) => {
    const workspace = state.workspace(String(req.query['workspace'] ?? 'organisasjonene'));
    res.redirect(installer.approve(`${apiOrigin}${req.originalUrl}`, workspace));
  });
  app.post('/api/:method', handleCall);
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const apiOrigin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function handleCall(req: Request<{ method: string }>, res: ExpressResponse): Promise<void> {
    const { method } = req.params;
    counts.set(method, (counts.get(method) ?? 0) + 1);
    const failure = failures.get(method)?.shift() ?? { afterMs: 0 };
    if ('error' in failure) res.json({ ok: false, error: failure.error });
    else if ('status' in failure) res.status(failure.status).send('<html>upstream</html>');
    else if ('afterMs' in failure) await delay(failure.afterMs).then(() => answerCall(req, res));
    else {
      if (failure.lost === 'after') callOf(req);
      res.destroy();
    }
  }

  function answerCall(req: Request<{ method: string }>, res: ExpressResponse): void {
    const { status, body, headers = {} } = callOf(req);
    res.status(status).set(headers).json(body);
  }

  function callOf(req: Request<{ method: string }>): ApiAnswer {
    const { method } = req.params;
    const token = /^Bearer (.+)$/.exec(req.header('authorization') ?? '')?.[1];
    return method === 'oauth.v2.access'
      ? installer.exchange(req.body)
      : callApi(state, method, token, req.body ?? {}, { hasRateLimits });
  }

  async function ready(organisation: string): Promise<Workspace> {
    const workspace = state.workspace(organisation);
    if (!workspace.grant) await installer.install(workspace);
    if (!workspace.grant) throw new Error(`The app could not be installed in ${organisation}`);
    return workspace;
  }

  /** Does something in a person's name and gathers what they alone were told while it was done. */
  async function doing(
    person: FakePerson,
    act: () => Promise<BotAnswer>,
    hasAnswered?: () => boolean,
  ): Promise<Answer> {
    const before = new Set(whispersTo(person));
    const triggersBefore = new Set(state.triggers.keys());
    const { status } = await act();
    const deadline = performance.now() + patienceMs;
    const isTold = () => hasAnswered?.() || whispersTo(person).some(message => !before.has(message));
    while (hasAnswered && status === 200 && !isTold() && performance.now() < deadline) await delay(5);
    // The rest of the same answer, where it has more parts than one.
    if (hasAnswered) await delay(10);
    const form = [...state.triggers].find(([id, { viewId }]) => viewId !== undefined && !triggersBefore.has(id))?.[1];
    const view = form?.viewId === undefined ? undefined : state.views.get(form.viewId);
    const told = whispersTo(person).filter(message => !before.has(message));
    return { status, whispers: told.map(seenMessage), ...(view && { form: seenForm(view) }) };
  }

  function whispersTo({ id }: FakePerson): readonly Message[] {
    return [...state.workspaces.values()]
      .flatMap(({ channels }) => [...channels.values()])
      .flatMap(({ messages, owner }) =>
        messages.filter(({ isOurs, onlyFor }) => isOurs && (onlyFor === id || owner === id)),
      )
      .sort((one, other) => Number(one.ts) - Number(other.ts));
  }

  function tellBot(workspace: Workspace, event: object): Promise<BotAnswer> {
    return sender.event({ ...event, event_ts: state.nextTs() }, workspace.id, workspace.botUserId);
  }

  function workspaceOf({ team }: Channel): Workspace {
    const found = state.workspaces.get(team);
    if (!found) throw new Error(`The fake Slack has no workspace ${team}`);
    return found;
  }

  const userOf = ({ id, name, organisation }: FakePerson) => {
    const team = idOf('T', organisation);
    return { id, username: handleOf(name), name: handleOf(name), team_id: team };
  };

  const messageById = ({ id, placeId }: Pick<Seen, 'id' | 'placeId'>): Message => {
    const found = state.channel(placeId).messages.find(({ ts }) => ts === id);
    if (!found) throw new Error(`The fake Slack has no message ${id}`);
    return found;
  };

  function submission(
    person: FakePerson,
    view: View,
    values: Readonly<Record<string, string | readonly string[]>>,
  ): object {
    const team = { id: view.team, domain: 'laget-test' };
    const state_ = Object.fromEntries(
      inputsOf(view).map(input => [
        input.block_id,
        { [input.element.action_id]: elementState(input, values[input.block_id] ?? initialOf(input)) },
      ]),
    );
    return {
      type: 'view_submission',
      team,
      user: userOf(person),
      api_app_id: state.appId,
      token: 'unused',
      trigger_id: state.newTrigger(view.team, person.id),
      view: { ...view.json, id: view.id, team_id: view.team, hash: view.hash, state: { values: state_ } },
      response_urls: [],
      is_enterprise_install: false,
    };
  }

  /** What the bot's answer to a form shows: nothing, its errors, or another form in its place. */
  function formAfter(view: View, body: string): SeenForm | undefined {
    if (body === '') return undefined;
    const answer = answerSchema.safeParse(parsedJson(body)).data;
    switch (answer?.response_action) {
      case undefined:
        state.problems.push('A form was answered with something Slack does not know');
        return undefined;
      case 'errors': {
        const names = inputsOf(view).map(({ block_id }) => block_id);
        const unknown = Object.keys(answer.errors).filter(name => !names.includes(name));
        if (unknown.length > 0) state.problems.push(`A form's errors name fields it does not have: ${unknown.join()}`);
        return seenForm(view, answer.errors);
      }
      case 'update':
        state.problems.push(...checkView(answer.view).map(problem => `response_action update: ${problem}`));
        view.json = answer.view;
        view.hash = state.nextTs();
        return seenForm(view);
      case 'clear':
        return undefined;
    }
  }

  if (tokenFor !== undefined) {
    const workspace = state.workspace(tokenFor);
    workspace.grant = { token: `xoxb-${workspace.id}-preset`, scopes: new Set(slackScopes) };
  }

  return {
    platform: 'slack',
    problems: state.problems,
    send: sender,
    config: {
      signingSecret,
      ...(tokenFor === undefined
        ? { oauth: { clientId, clientSecret } }
        : { botToken: `xoxb-${idOf('T', tokenFor)}-preset` }),
      apiUrl: `${apiOrigin}/api`,
      authorizeUrl: `${apiOrigin}/oauth/v2/authorize`,
    },

    teamId: organisation => state.workspace(organisation).id,
    install: organisation => installer.install(state.workspace(organisation)),
    approve: (authorizeUrl, organisation, isWhole) =>
      installer.approve(authorizeUrl, state.workspace(organisation), isWhole),
    calls: method => counts.get(method) ?? 0,
    failNext: (method, ...next) => void failures.set(method, [...(failures.get(method) ?? []), ...next]),

    async uninstall(organisation, order = ['tokens_revoked', 'app_uninstalled']) {
      const workspace = state.workspace(organisation);
      workspace.grant = undefined;
      for (const type of order) {
        await tellBot(workspace, {
          type,
          ...(type === 'tokens_revoked' && { tokens: { oauth: [], bot: [workspace.botUserId] } }),
        });
      }
    },

    async addPerson({ name, organisation, locale = 'nb-NO' }) {
      const workspace = await ready(organisation);
      const id = idOf('U', organisation, name);
      workspace.users.set(id, { id, team: workspace.id, name, locale });
      return { id, name, organisation, locale };
    },

    async addPlace({ name, organisation, kind = 'channel' }) {
      const id = idOf('C', organisation, name);
      const workspace = await ready(organisation);
      if (!workspace.channels.has(id)) state.addChannel(workspace, { id, name, kind, hasBot: false });
      return { id, kind, name, organisation };
    },

    async personalChat(person) {
      const { id } = state.directChat(await ready(person.organisation), person.id);
      return { id, kind: 'personal', name: person.name, organisation: person.organisation };
    },

    async addBot(place, by) {
      const channel = state.channel(place.id);
      const workspace = workspaceOf(channel);
      channel.hasBot = true;
      const standing = ours(channel).length;
      await doing(
        by,
        () =>
          tellBot(workspace, {
            type: 'member_joined_channel',
            user: workspace.botUserId,
            channel: channel.id,
            channel_type: channel.kind === 'channel' ? 'C' : 'G',
            team: workspace.id,
            inviter: by.id,
          }),
        () => ours(channel).length > standing,
      );
    },

    async removeBot(place, by) {
      const channel = state.channel(place.id);
      channel.hasBot = false;
      const type = channel.kind === 'channel' ? 'channel_left' : 'group_left';
      await tellBot(workspaceOf(channel), { type, channel: channel.id, actor_id: by.id });
    },

    async say(person, place, text) {
      const channel = state.channel(place.id);
      const workspace = workspaceOf(channel);
      const isPersonal = channel.kind === 'personal';
      const written = isPersonal ? escaped(text) : `<@${workspace.botUserId}> ${escaped(text)}`;
      const ts = state.nextTs();
      const base = { channel: channel.id, ts, text: written };
      channel.messages.push({ ...base, isOurs: false, blocks: [], updates: 0, isDeleted: false });
      const standing = ours(channel).length;
      return doing(
        person,
        () =>
          tellBot(workspace, {
            type: isPersonal ? 'message' : 'app_mention',
            ...base,
            user: person.id,
            user_team: idOf('T', person.organisation),
            team: workspace.id,
            ...(isPersonal && { channel_type: 'im' }),
          }),
        () => ours(channel).length > standing,
      );
    },

    async command(person, place, text) {
      const channel = state.channel(place.id);
      const workspace = workspaceOf(channel);
      return doing(person, async () => {
        const answer = await sender.command({
          token: 'unused',
          team_id: workspace.id,
          team_domain: 'laget-test',
          channel_id: channel.id,
          channel_name: channel.kind === 'group' ? 'privategroup' : channel.name,
          user_id: person.id,
          user_name: handleOf(person.name),
          command: '/laget',
          text: escaped(text),
          api_app_id: state.appId,
          is_enterprise_install: 'false',
          response_url: `${apiOrigin}/response/unused`,
          trigger_id: state.newTrigger(workspace.id, person.id),
        });
        if (answer.status === 200 && answer.body !== '')
          state.problems.push('A command was answered in its own answer');
        return answer;
      });
    },

    async press(person, message, label) {
      const found = messageById(message);
      const channel = state.channel(message.placeId);
      const workspace = workspaceOf(channel);
      const button = findButtons(found.blocks).find(each => each.label === label);
      const isHidden = found.onlyFor !== undefined && found.onlyFor !== person.id;
      if (!button || found.isDeleted || isHidden) throw new Error(`There is no button "${label}" to press`);
      const isEphemeral = found.onlyFor !== undefined;
      const thread = found.threadTs === undefined ? {} : { thread_ts: found.threadTs };
      return doing(person, () =>
        sender.interaction({
          type: 'block_actions',
          user: userOf(person),
          api_app_id: state.appId,
          token: 'unused',
          container: {
            type: 'message',
            message_ts: found.ts,
            channel_id: channel.id,
            is_ephemeral: isEphemeral,
            ...thread,
          },
          trigger_id: state.newTrigger(workspace.id, person.id),
          team: { id: workspace.id, domain: 'laget-test' },
          enterprise: null,
          is_enterprise_install: false,
          channel: { id: channel.id, name: channel.kind === 'group' ? 'privategroup' : channel.name },
          ...(!isEphemeral && {
            message: {
              type: 'message',
              user: workspace.botUserId,
              ts: found.ts,
              text: found.text,
              blocks: found.blocks,
            },
          }),
          state: { values: {} },
          response_url: `${apiOrigin}/response/unused`,
          actions: [{ ...button.node, action_ts: state.nextTs() }],
        }),
      );
    },

    async submit(person, form, values) {
      const { id } = z.object({ id: z.string() }).parse(form.raw);
      const view = state.views.get(id);
      if (!view) throw new Error('This form is not open');
      let body = '';
      const answer = await doing(person, async () => {
        const response = await sender.interaction(submission(person, view, values));
        body = response.body;
        return response;
      });
      const shown = answer.status === 200 ? formAfter(view, body) : undefined;
      return { ...answer, ...(shown && { form: shown }) };
    },

    messagesIn: place =>
      ours(state.channel(place.id))
        .filter(({ onlyFor }) => onlyFor === undefined)
        .map(seenMessage),
    whispersTo: person => whispersTo(person).map(seenMessage),
    deleteMessage(message) {
      messageById(message).isDeleted = true;
    },
    repeatRequests(times) {
      sender.times = times;
    },
    throttle(place, count, retryAfterSeconds) {
      state.channel(place.id).throttled = { count, retryAfterSeconds };
    },

    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function ours({ messages }: Channel): readonly Message[] {
  return messages.filter(({ isOurs }) => isOurs);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function parsedJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** One element of a form as Slack reports it. @throws when the element does not offer what was chosen */
function elementState({ element }: Input, value: string | readonly string[] | undefined): object {
  const choose = (wanted: string) => {
    const found = element.options?.find(option => option.value === wanted);
    if (!found) throw new Error(`The field ${element.action_id} does not offer ${wanted}`);
    return found;
  };
  const { type } = element;
  switch (type) {
    case 'radio_buttons':
    case 'static_select':
      return { type, selected_option: typeof value === 'string' && value !== '' ? choose(value) : null };
    case 'checkboxes':
    case 'multi_static_select':
      return { type, selected_options: [value ?? []].flat().map(choose) };
    case 'datepicker':
      return { type, selected_date: value || null };
    case 'timepicker':
      return { type, selected_time: value || null };
    default:
      return { type, value: value || null };
  }
}
