/** A press that carries whatever a program may send in the name of a real account: signed as the platform signs it. */
import { userIdOf } from '../../src/playground/fake-teams-world.ts';
import type { House } from './open-house.ts';
import { type Person, readable } from './people.ts';

let presses = 0;

/** @returns everything the person is answered and told alone, as it came */
export async function pressForged(house: House, who: Person, payload: unknown): Promise<string> {
  presses += 1;
  const { chat, person } = who.account;
  const before = chat.whispersTo(person).length;
  const { status, body } =
    chat.platform === 'teams' ? await pressInTeams(house, who, payload) : await pressInSlack(house, who, payload);
  const heard = chat.whispersTo(person).slice(before).map(readable);
  return [`${status}`, JSON.stringify(body), ...heard].join('\n');
}

function pressInTeams(house: House, { account: { person }, channel }: Person, payload: unknown) {
  const { teams } = house;
  return teams.send({
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', title: 'x', verb: 'x', data: payload }, trigger: 'manual' },
    id: `f:forged-${presses}`,
    channelId: 'msteams',
    serviceUrl: teams.serviceUrl(channel.organisation),
    from: { id: userIdOf(person), name: person.name, aadObjectId: person.id },
    recipient: { id: `28:${teams.config.appId}`, name: 'Laget' },
    conversation: { id: channel.id, conversationType: 'channel', tenantId: teams.tenantId(channel.organisation) },
    channelData: { tenant: { id: teams.tenantId(channel.organisation) } },
    locale: person.locale,
  });
}

function pressInSlack(house: House, { account: { person }, channel }: Person, payload: unknown) {
  const team = house.slack.teamId(channel.organisation);
  return house.slack.send.interaction({
    type: 'block_actions',
    team: { id: team, domain: 'x' },
    user: { id: person.id, name: person.name, team_id: team },
    trigger_id: `forged-${presses}`,
    channel: { id: channel.id, name: channel.name },
    container: { type: 'message', message_ts: '1.1', channel_id: channel.id },
    actions: [
      {
        type: 'button',
        action_id: 'x',
        value: typeof payload === 'string' ? payload : JSON.stringify(payload),
        action_ts: `${presses}.1`,
      },
    ],
  });
}

/**
 * Sends a form that was never opened: what it fixed, with values laid in.
 * @returns everything the person is answered and told alone; `body`: the answer itself
 */
export async function sendForged(
  house: House,
  who: Person,
  fixed: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, string>>,
): Promise<{ readonly said: string; readonly body: string }> {
  presses += 1;
  const { chat, person } = who.account;
  const before = chat.whispersTo(person).length;
  const { status, body } =
    chat.platform === 'teams'
      ? await sendInTeams(house, who, { ...fixed, ...values })
      : await sendInSlack(house, who, fixed, values);
  const heard = chat.whispersTo(person).slice(before).map(readable);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { said: [`${status}`, text, ...heard].join('\n'), body: text };
}

function sendInTeams(house: House, { account: { person }, channel }: Person, data: unknown) {
  const { teams } = house;
  return teams.send({
    type: 'invoke',
    name: 'task/submit',
    value: { data, context: { theme: 'default' } },
    id: `f:forged-${presses}`,
    channelId: 'msteams',
    serviceUrl: teams.serviceUrl(channel.organisation),
    from: { id: userIdOf(person), name: person.name, aadObjectId: person.id },
    recipient: { id: `28:${teams.config.appId}`, name: 'Laget' },
    conversation: { id: channel.id, conversationType: 'channel', tenantId: teams.tenantId(channel.organisation) },
    channelData: { tenant: { id: teams.tenantId(channel.organisation) } },
    locale: person.locale,
  });
}

function sendInSlack(
  house: House,
  { account: { person }, channel }: Person,
  fixed: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, string>>,
) {
  const team = house.slack.teamId(channel.organisation);
  const isTyped = (name: string) => name in values;
  const intent = Object.fromEntries(Object.entries(fixed).filter(([name]) => !isTyped(name)));
  const origin = {
    team,
    user: person.id,
    userTeam: team,
    userName: '',
    channel: channel.id,
    channelName: channel.name,
  };
  return house.slack.send.interaction({
    type: 'view_submission',
    team: { id: team, domain: 'x' },
    user: { id: person.id, name: person.name, team_id: team },
    trigger_id: `forged-${presses}`,
    view: {
      id: `V${presses}`,
      hash: `${presses}.1`,
      private_metadata: JSON.stringify({ intent, origin: { ...origin, kind: 'channel' } }),
      state: {
        values: Object.fromEntries(
          Object.entries(values).map(([name, value]) => [name, { [name]: { type: 'plain_text_input', value } }]),
        ),
      },
    },
  });
}

/** The id a posting's buttons carry for its poll. */
export function pollIdOn(raw: unknown): string {
  const id = /\\?"poll\\?":\\?"([^"\\]+)/.exec(JSON.stringify(raw))?.[1];
  if (id === undefined) throw new Error('No button here is for a poll');
  return id;
}
