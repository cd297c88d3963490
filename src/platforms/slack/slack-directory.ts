import { z } from 'zod';
import { BoundedCache } from '../../bounded-cache.ts';
import type { Clock } from '../../world.ts';
import type { Origin } from './origin.ts';
import type { Workspace } from './slack-workspaces.ts';
import { withinMs } from './within-ms.ts';

type Person = { readonly name: string; readonly locale: string | undefined };

/** What Slack's payloads leave out: events tell no names, and nothing tells a person's language. */
export interface Directory {
  /** Never fails: what cannot be told in time stays as the payload had it. */
  complete(
    workspace: Workspace,
    origin: Origin,
  ): Promise<{ readonly origin: Origin; readonly locale: string | undefined }>;
  /** Slack tells one process of a change: others learn it within the hour. */
  forgetPerson(team: string, user: string): void;
}

const personSchema = z
  .object({
    user: z.object({
      name: z.string().optional(),
      real_name: z.string().optional(),
      locale: z.string().optional(),
      profile: z.object({ display_name: z.string().optional(), real_name: z.string().optional() }).optional(),
    }),
  })
  .transform(
    ({ user }): Person => ({
      name: user.profile?.display_name || user.profile?.real_name || user.real_name || user.name || '',
      locale: user.locale,
    }),
  );

const channelSchema = z
  .object({ channel: z.object({ name: z.string().default('') }) })
  .transform(({ channel }) => channel.name);

/** Of the three seconds Slack waits for an answer to a press. */
const patienceMs = 1000;

export function createDirectory(clock: Clock): Directory {
  const people = new BoundedCache<Person>(10_000, { clock, forMs: 60 * 60_000 });
  const channels = new BoundedCache<string>(10_000, { clock, forMs: 60 * 60_000 });

  async function ask<T>(cache: BoundedCache<T>, key: string, call: () => Promise<T>): Promise<T | undefined> {
    const remembered = cache.get(key);
    if (remembered !== undefined) return remembered;
    const asked = call().then(
      answer => {
        cache.set(key, answer);
        return answer;
      },
      () => undefined,
    );
    return withinMs(asked, patienceMs);
  }

  const personKey = (team: string, user: string) => `${team}|${user}`;

  return {
    forgetPerson: (team, user) => people.delete(personKey(team, user)),

    async complete({ client }, origin) {
      const { team, user, channel } = origin;
      const [person, name] = await Promise.all([
        ask(people, personKey(team, user), async () =>
          personSchema.parse(await client.apiCall('users.info', { user, include_locale: true })),
        ),
        origin.channelName === '' && origin.kind === 'channel'
          ? ask(channels, `${team}|${channel}`, async () =>
              channelSchema.parse(await client.apiCall('conversations.info', { channel })),
            )
          : undefined,
      ]);
      return {
        origin: { ...origin, userName: person?.name || origin.userName, channelName: name || origin.channelName },
        locale: person?.locale,
      };
    },
  };
}
