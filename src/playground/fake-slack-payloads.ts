/** What Slack tells the bot of what a person did, field by field as its pages document. */
import type { FakePerson } from './fake-chat.ts';
import { handleOf } from './fake-slack-api.ts';
import { stateOf, type Values } from './fake-slack-forms.ts';
import type { FoundButton } from './fake-slack-reading.ts';
import {
  type Channel,
  type FakeSlackState,
  idOf,
  type Message,
  type User,
  type View,
  type Workspace,
} from './fake-slack-state.ts';

/** Never called: the bot answers by the Web API. */
const responseUrl = 'https://hooks.slack.invalid/unused';

const domain = 'laget-test';

/** An event of a message: a mention in a channel, anything in a direct chat. */
export function writtenEvent(workspace: Workspace, channel: Channel, person: FakePerson, text: string, ts: string) {
  const isPersonal = channel.kind === 'personal';
  return {
    type: isPersonal ? 'message' : 'app_mention',
    channel: channel.id,
    user: person.id,
    user_team: idOf('T', person.organisation),
    team: workspace.id,
    text: isPersonal ? escaped(text) : `<@${workspace.botUserId}> ${escaped(text)}`,
    ts,
    ...(isPersonal && { channel_type: 'im' }),
  };
}

export function joinedEvent(workspace: Workspace, channel: Channel, by: FakePerson) {
  return {
    type: 'member_joined_channel',
    user: workspace.botUserId,
    channel: channel.id,
    channel_type: channel.kind === 'channel' ? 'C' : 'G',
    team: workspace.id,
    inviter: by.id,
  };
}

export function leftEvent(channel: Channel, by: FakePerson) {
  return { type: channel.kind === 'channel' ? 'channel_left' : 'group_left', channel: channel.id, actor_id: by.id };
}

export function changedEvent({ id, name, team, locale }: User) {
  const profile = { display_name: '', real_name: name };
  return { type: 'user_change', user: { id, team_id: team, name: handleOf(name), real_name: name, profile, locale } };
}

export function commandFields(
  state: FakeSlackState,
  workspace: Workspace,
  channel: Channel,
  person: FakePerson,
  text: string,
  triggerId: string,
): Readonly<Record<string, string>> {
  return {
    token: 'unused',
    team_id: workspace.id,
    team_domain: domain,
    channel_id: channel.id,
    channel_name: toldName(channel),
    user_id: person.id,
    user_name: handleOf(person.name),
    command: '/laget',
    text: escaped(text),
    api_app_id: state.appId,
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: triggerId,
  };
}

export function pressPayload(
  state: FakeSlackState,
  workspace: Workspace,
  channel: Channel,
  person: FakePerson,
  message: Message,
  button: FoundButton,
  triggerId: string,
): object {
  const { ts, text, blocks, threadTs, onlyFor } = message;
  const isEphemeral = onlyFor !== undefined;
  return {
    type: 'block_actions',
    user: userOf(person),
    api_app_id: state.appId,
    token: 'unused',
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(threadTs !== undefined && { thread_ts: threadTs }),
    },
    trigger_id: triggerId,
    team: { id: workspace.id, domain },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: channel.id, name: toldName(channel) },
    ...(!isEphemeral && { message: { type: 'message', user: workspace.botUserId, ts, text, blocks } }),
    state: { values: {} },
    response_url: responseUrl,
    actions: [{ ...button.node, action_ts: state.nextTs() }],
  };
}

export function submissionPayload(state: FakeSlackState, person: FakePerson, view: View, values: Values): object {
  return {
    type: 'view_submission',
    team: { id: view.team, domain },
    user: userOf(person),
    api_app_id: state.appId,
    token: 'unused',
    trigger_id: state.newTrigger(view.team, person.id),
    view: {
      ...view.json,
      id: view.id,
      team_id: view.team,
      hash: view.hash,
      state: { values: stateOf(view, values) },
    },
    response_urls: [],
    is_enterprise_install: false,
  };
}

/** Slack does not tell the names of private channels. */
function toldName({ kind, name }: Channel): string {
  return kind === 'group' ? 'privategroup' : name;
}

function userOf({ id, name, organisation }: FakePerson) {
  return { id, username: handleOf(name), name: handleOf(name), team_id: idOf('T', organisation) };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
