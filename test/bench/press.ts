/** A press on an option of a poll's card, as each platform sends it: the recorded payloads with other people in them. */
import type { Poll } from '../../src/features/polls/poll.ts';
import { signatureHeaders } from '../../src/playground/fake-slack-sender.ts';
import { epochMsOf, type World } from '../../src/world.ts';
import blockActions from '../fixtures/slack/block-actions.json' with { type: 'json' };
import channelMessage from '../fixtures/teams/channel-message.json' with { type: 'json' };
import execute from '../fixtures/teams/execute.json' with { type: 'json' };

/** An HTTP request to the bot. */
export type Press = {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** The press number `index` of a measurement. */
export type Presses = (index: number) => Press;

export type TeamsAccount = { readonly userId: string; readonly objectId: string };

type TeamsPlace = {
  readonly tenantId: string;
  readonly serviceUrl: string;
  readonly channelId: string;
  /** Bot Framework signs one token for many requests; for press number `index`. */
  readonly token: (index: number) => string;
};

/** Presses by the accounts in turn, each time round on another option. */
export function pressesInTeams(poll: Poll, accounts: readonly TeamsAccount[], place: TeamsPlace): Presses {
  return index => {
    const value = { action: { ...execute.value.action, data: castBy(poll, accounts, index) }, trigger: 'manual' };
    return requestOf({ ...activityBy(at(accounts, index), index, place), value }, index, place);
  };
}

/** Words written in the same channel by the same people, for a bot that says them back. */
export function wordsInTeams(accounts: readonly TeamsAccount[], place: TeamsPlace): Presses {
  return index => {
    const { recipient, type, text, entities } = channelMessage;
    const words = { recipient, type, text, entities };
    return requestOf({ ...activityBy(at(accounts, index), index, place), ...words }, index, place);
  };
}

function activityBy({ userId, objectId }: TeamsAccount, index: number, place: TeamsPlace) {
  const { tenantId, serviceUrl, channelId } = place;
  return {
    ...execute,
    id: `f:${index}`,
    serviceUrl,
    from: { id: userId, name: 'Tusse', aadObjectId: objectId },
    conversation: { ...execute.conversation, tenantId, id: `${channelId};messageid=1796119200123` },
    channelData: { ...execute.channelData, channel: { id: channelId }, tenant: { id: tenantId } },
  };
}

function requestOf(activity: object, index: number, { token }: TeamsPlace): Press {
  return {
    path: '/api/messages',
    headers: { authorization: `Bearer ${token(index)}`, 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(activity),
  };
}

type SlackPlace = { readonly team: string; readonly channelId: string; readonly signingSecret: string };

/** Presses by the users in turn, each time round on another option. */
export function pressesInSlack(poll: Poll, users: readonly string[], place: SlackPlace, { clock }: World): Presses {
  const { team, channelId, signingSecret } = place;
  const [button] = blockActions.actions;
  return index => {
    const payload = {
      ...blockActions,
      user: { ...blockActions.user, id: at(users, index), team_id: team },
      container: { ...blockActions.container, channel_id: channelId },
      team: { ...blockActions.team, id: team },
      channel: { ...blockActions.channel, id: channelId },
      actions: [{ ...button, value: JSON.stringify(castBy(poll, users, index)), action_ts: `${index}.${poll.id}` }],
    };
    const body = String(new URLSearchParams({ payload: JSON.stringify(payload) }));
    const seconds = Math.floor(epochMsOf(clock.now()) / 1000);
    return {
      path: '/slack/events',
      headers: {
        ...signatureHeaders(body, signingSecret, seconds),
        'content-type': 'application/x-www-form-urlencoded',
      },
      body,
    };
  };
}

function castBy({ id, options }: Poll, everyone: readonly unknown[], index: number) {
  const round = Math.floor(index / everyone.length);
  return { type: 'poll.cast', poll: id, options: [at(options, index + round).id] };
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('Nothing to choose from');
  return found;
}
