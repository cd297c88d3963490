/** A Slack of our own: the Web API the bot calls, and signed requests to the bot for all that people do. */
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { SlackConfig } from '../config.ts';
import { slackScopes } from '../platforms/slack/slack-scopes.ts';
import type { Clock } from '../world.ts';
import type { Answer, FakeChat, FakePerson, Seen } from './fake-chat.ts';
import { formAfter } from './fake-slack-forms.ts';
import { createInstaller } from './fake-slack-install.ts';
import {
  changedEvent,
  commandFields,
  joinedEvent,
  leftEvent,
  pressPayload,
  submissionPayload,
  writtenEvent,
} from './fake-slack-payloads.ts';
import { findButtons, seenForm, seenMessage } from './fake-slack-reading.ts';
import { type BotAnswer, createSender, type Sender } from './fake-slack-sender.ts';
import { type FakeSlackServer, startServer } from './fake-slack-server.ts';
import { type Channel, FakeSlackState, idOf, type Message, type Workspace } from './fake-slack-state.ts';

export interface FakeSlack extends FakeChat, Pick<FakeSlackServer, 'calls' | 'failNext' | 'hidePictures' | 'slowDown'> {
  readonly platform: 'slack';
  /** A test that provokes one takes it out again. */
  readonly problems: string[];
  /** What the bot is started with. */
  readonly config: SlackConfig;
  /** The id the fake gave the workspace of this name. */
  teamId(organisation: string): string;
  /** Walks the whole installation, as a browser does. @returns the bot's last answer */
  install(organisation: string): Promise<Response>;
  /** Slack's page where a person lets the app in. @returns where the browser is sent */
  approve(authorizeUrl: string, organisation: string, isWholeOrganisation?: boolean): string;
  /** The app is removed; Slack tells it so twice, in this order. */
  uninstall(organisation: string, order?: readonly ('app_uninstalled' | 'tokens_revoked')[]): Promise<void>;
  connect(botUrl: string): void;
  /** For requests Slack would not send. */
  readonly send: Pick<Sender, 'raw' | 'event' | 'interaction' | 'command'>;
}

type Options = {
  /** Where the bot is reached; it may be told later by `connect`, since the bot's own settings name this server. */
  readonly botUrl?: string;
  readonly clock: Clock;
  /** The workspace whose token the bot is given beforehand, instead of installing by OAuth. */
  readonly tokenFor?: string;
  /** Whether replies are held to Slack's rate limits too, and not only what the bot sends unasked. */
  readonly hasRateLimits?: boolean;
  /** Takes whatever comes: where the speed of the bot itself is measured. */
  readonly isUnlimited?: boolean;
};

const signingSecret = 'the-signing-secret-of-the-fake';
const clientId = '1111111.2222222';
const clientSecret = 'the-client-secret-of-the-fake';

/** How long a person waits for something to appear after writing, where the platform answers before the bot does. */
const patienceMs = 10_000;

export async function startFakeSlack({
  botUrl = '',
  clock,
  tokenFor,
  hasRateLimits = false,
  isUnlimited = false,
}: Options): Promise<FakeSlack> {
  const state = new FakeSlackState(clock);
  let reachedAt = botUrl;
  const sender = createSender(() => reachedAt, signingSecret, state);
  const installer = createInstaller({ botUrl: () => reachedAt, state, clientId, clientSecret });
  /** How many people wait for an answer. */
  let asking = 0;
  const server = await startServer(state, installer, {
    isCounted: () => !isUnlimited && (hasRateLimits || asking === 0),
  });
  if (tokenFor !== undefined) {
    state.workspace(tokenFor).grant = { token: presetToken(tokenFor), scopes: new Set(slackScopes) };
  }

  async function ready(organisation: string): Promise<Workspace> {
    const workspace = state.workspace(organisation);
    if (!workspace.grant) await installer.install(workspace);
    if (!workspace.grant) throw new Error(`The app could not be installed in ${organisation}`);
    return workspace;
  }

  function tellBot(workspace: Workspace, event: object): Promise<BotAnswer> {
    return sender.event({ ...event, event_ts: state.nextTs() }, workspace.id, workspace.botUserId);
  }

  /** An interaction or a command: the bot brings its reply before it answers. */
  async function ask(
    person: FakePerson,
    triggerId: string | undefined,
    send: () => Promise<BotAnswer>,
  ): Promise<Answer> {
    const before = state.whispersTo(person.id).length;
    const { status } = await whileAsking(send);
    const viewId = triggerId === undefined ? undefined : state.triggers.get(triggerId)?.viewId;
    const view = viewId === undefined ? undefined : state.views.get(viewId);
    return { status, whispers: whispersSince(person, before), ...(view && { form: seenForm(view) }) };
  }

  /** An event: the bot answers first, and what it says appears after. */
  async function tell(person: FakePerson, channel: Channel, send: () => Promise<BotAnswer>): Promise<Answer> {
    const before = state.whispersTo(person.id).length;
    const standing = channel.messages.size;
    const isAnswered = () => state.whispersTo(person.id).length > before || channel.messages.size > standing;
    return whileAsking(async () => {
      const { status } = await send();
      const deadline = performance.now() + patienceMs;
      while (status === 200 && !isAnswered() && performance.now() < deadline) await delay(5);
      // The rest of the same answer, where it has more parts than one.
      await delay(10);
      return { status, whispers: whispersSince(person, before) };
    });
  }

  async function whileAsking<T>(deed: () => Promise<T>): Promise<T> {
    asking += 1;
    try {
      return await deed();
    } finally {
      asking -= 1;
    }
  }

  function whispersSince({ id }: FakePerson, count: number): readonly Seen[] {
    return state.whispersTo(id).slice(count).map(seenMessage);
  }

  function messageById({ id, placeId }: Pick<Seen, 'id' | 'placeId'>): Message {
    const found = state.channel(placeId).messages.get(id);
    if (!found) throw new Error(`The fake Slack has no message ${id}`);
    return found;
  }

  return {
    platform: 'slack',
    problems: state.problems,
    send: sender,
    calls: server.calls,
    failNext: server.failNext,
    hidePictures: server.hidePictures,
    slowDown: server.slowDown,
    close: server.close,
    config: {
      signingSecret,
      ...(tokenFor === undefined ? { oauth: { clientId, clientSecret } } : { botToken: presetToken(tokenFor) }),
      apiUrl: `${server.origin}/api`,
      authorizeUrl: `${server.origin}/oauth/v2/authorize`,
    },

    teamId: organisation => state.workspace(organisation).id,
    install: organisation => installer.install(state.workspace(organisation)),
    approve: (authorizeUrl, organisation, isWhole) =>
      installer.approve(authorizeUrl, state.workspace(organisation), isWhole),

    async uninstall(organisation, order = ['tokens_revoked', 'app_uninstalled']) {
      const workspace = state.workspace(organisation);
      workspace.grant = undefined;
      const tokens = { oauth: [], bot: [workspace.botUserId] };
      for (const type of order) await tellBot(workspace, type === 'tokens_revoked' ? { type, tokens } : { type });
    },

    async addPerson({ name, organisation, locale = 'nb-NO' }) {
      const workspace = await ready(organisation);
      const id = idOf('U', organisation, name);
      const user = { id, team: workspace.id, name, locale };
      const known = state.user(id);
      state.addUser(user);
      if (known && known.locale !== locale) await tellBot(workspace, changedEvent(user));
      return { id, name, organisation, locale };
    },

    async addPlace({ name, organisation, kind = 'channel' }) {
      const workspace = await ready(organisation);
      const id = idOf('C', organisation, name);
      if (!workspace.channels.has(id)) state.addChannel(workspace, { id, name, kind, hasBot: false });
      return { id, kind, name, organisation };
    },

    async personalChat(person) {
      const { id } = state.directChat(await ready(person.organisation), person.id);
      return { id, kind: 'personal', name: person.name, organisation: person.organisation };
    },

    async addBot(place, by) {
      const channel = state.channel(place.id);
      const workspace = state.workspaceOf(channel);
      channel.hasBot = true;
      await tell(by, channel, () => tellBot(workspace, joinedEvent(workspace, channel, by)));
    },

    async removeBot(place, by) {
      const channel = state.channel(place.id);
      channel.hasBot = false;
      await tellBot(state.workspaceOf(channel), leftEvent(channel, by));
    },

    async say(person, place, text) {
      const channel = state.channel(place.id);
      const workspace = state.workspaceOf(channel);
      const ts = state.nextTs();
      const event = writtenEvent(workspace, channel, person, text, ts);
      state.addMessage(channel, { ts, text: event.text, blocks: [], isOurs: false });
      return tell(person, channel, () => tellBot(workspace, event));
    },

    async command(person, place, text) {
      const channel = state.channel(place.id);
      const workspace = state.workspaceOf(channel);
      const triggerId = state.newTrigger(workspace.id, person.id);
      return ask(person, triggerId, async () => {
        const answer = await sender.command(commandFields(state, workspace, channel, person, text, triggerId));
        if (answer.status === 200 && answer.body !== '')
          state.problems.push('A command was answered in its own answer');
        return answer;
      });
    },

    async press(person, message, label) {
      const found = messageById(message);
      const channel = state.channel(message.placeId);
      const workspace = state.workspaceOf(channel);
      const button = findButtons(found.blocks).find(each => each.label === label);
      const isHidden = found.onlyFor !== undefined && found.onlyFor !== person.id;
      if (!button || found.isDeleted || isHidden) throw new Error(`There is no button "${label}" to press`);
      const triggerId = state.newTrigger(workspace.id, person.id);
      return ask(person, triggerId, () =>
        sender.interaction(pressPayload(state, workspace, channel, person, found, button, triggerId)),
      );
    },

    async submit(person, form, values) {
      const { id } = z.object({ id: z.string() }).parse(form.raw);
      const view = state.views.get(id);
      if (!view) throw new Error('This form is not open');
      let body = '';
      const answer = await ask(person, undefined, async () => {
        const response = await sender.interaction(submissionPayload(state, person, view, values));
        body = response.body;
        return response;
      });
      const shown = answer.status === 200 ? formAfter(state, view, body) : undefined;
      return { ...answer, ...(shown && { form: shown }) };
    },

    messagesIn: ({ id }) =>
      [...state.channel(id).messages.values()]
        .filter(({ isOurs, onlyFor }) => isOurs && onlyFor === undefined)
        .map(seenMessage),
    whispersTo: person => whispersSince(person, 0),
    deleteMessage(message) {
      messageById(message).isDeleted = true;
    },
    repeatRequests(times) {
      sender.times = times;
    },
    throttle(place, count, retryAfterSeconds) {
      state.channel(place.id).traffic.throttle(count, retryAfterSeconds);
    },
    setTrouble(place, trouble, calls = Number.POSITIVE_INFINITY) {
      state.channel(place.id).traffic.setTrouble(trouble, calls);
    },
    blockBot({ id }) {
      state.blockedBy.add(id);
    },
    leave({ id }) {
      state.left.add(id);
    },
    connect(url) {
      reachedAt = url;
    },
  };
}

function presetToken(organisation: string): string {
  return `xoxb-${idOf('T', organisation)}-preset`;
}
