/** The engine alone: a courier of the test's own, whose places keep what was shown in them. */
import type { Courier, Prepared } from '../../src/delivery/courier.ts';
import { createDeliverer } from '../../src/delivery/deliver-due.ts';
import { type Delivery, deliveries, owe, type Place, partitionOf, placeKey } from '../../src/delivery/delivery.ts';
import type { Pace } from '../../src/delivery/pace.ts';
import type { SendResult } from '../../src/delivery/send-result.ts';
import type { Address, ChannelKey, MemberId } from '../../src/features/networks/network.ts';
import type { Instant } from '../../src/world.ts';
import { castNetwork, type TestTools } from '../cast.ts';

export const thing = { kind: 'poll', id: 'poll' };
const about = { networkId: castNetwork.id, thing };
export const partition = partitionOf(thing);

export function channelNamed(name: string): Place {
  return {
    kind: 'channel',
    key: `test|here|${name}` as ChannelKey,
    address: name as Address,
    label: name,
    languages: ['nb'],
  };
}

export function memberNamed(name: string): Place {
  return { kind: 'member', id: name as MemberId };
}

/** One try. */
export type Try = {
  readonly lane: string;
  /** The delivery's own key. */
  readonly key: string;
  readonly at: Instant;
  readonly mayStand: boolean;
};

export type Answer = (tried: Try) => SendResult | Promise<SendResult>;

export type Room = {
  readonly tries: readonly Try[];
  /** What stands in a place, by the deliveries' keys. */
  readonly shownIn: (lane: string) => readonly string[];
  /** Once through what is due. */
  readonly deliver: () => Promise<void>;
};

export type Furnishing = {
  readonly pace?: Pace;
  /** What the platform answers; what it takes is shown. */
  readonly answer?: Answer;
  /** By which ways a person is reached, best first. */
  readonly routes?: (member: string) => readonly string[];
  /** Instead of a card. */
  readonly instead?: (delivery: Delivery) => Prepared | undefined;
  /** Of every thing; so unless said. */
  readonly isOver?: boolean;
};

const taken: Answer = ({ key }) => ({ kind: 'sent', ref: `message of ${key}` });

/** One process. Several of them on one store, or on one file, share the work. */
export function createRoom(tools: TestTools, furnishing: Furnishing = {}): Room {
  const { pace = [], answer = taken, routes = member => [`test|${member}`], instead } = furnishing;
  const tries: Try[] = [];
  const shown: { readonly lane: string; readonly key: string }[] = [];

  async function send(tried: Try): Promise<SendResult> {
    tries.push(tried);
    const result = await answer(tried);
    if (result.kind === 'sent') shown.push(tried);
    return result;
  }

  const courier: Courier = {
    async prepare({ value }) {
      const other = instead?.(value);
      if (other) return other;
      const ways = value.to.kind === 'member' ? routes(value.to.id) : [placeKey(value.to)];
      const [lane, ...others] = ways.filter(way => value.deadRoutes.every(({ route }) => route !== way));
      if (lane === undefined) return { kind: 'unreachable' };
      return {
        kind: 'ready',
        lane,
        pace,
        drawn: 'digest',
        ...(value.to.kind === 'member' && { route: lane }),
        hasOtherRoute: others.length > 0,
        send: ({ key, mayStand }) => send({ lane, key, at: tools.world.clock.now(), mayStand }),
      };
    },
    draw: async () => undefined,
    isOver: async () => furnishing.isOver ?? true,
  };

  return {
    tries,
    shownIn: lane => shown.filter(each => each.lane === lane).map(({ key }) => key),
    deliver: createDeliverer(tools, courier),
  };
}

/** Owes a place so many, in this order. @param words with an occasion of their own */
export async function oweTo({ store, world }: TestTools, to: Place, count = 1, words = 'news'): Promise<void> {
  const now = world.clock.now();
  const owing = Array.from({ length: count }, (_, at) => owe(about, { kind: words }, to, `${at}`, { now }, at));
  for (let start = 0; start < count; start += 100) await store.batch(partition, owing.slice(start, start + 100));
}

export async function owedNow({ store }: TestTools): Promise<readonly Delivery[]> {
  return (await deliveries.all(store, partition)).map(({ value }) => value);
}

/** Lets time pass a second at a time, the work being done at every one. */
export async function pass(
  tools: TestTools,
  seconds: number,
  ...work: readonly (() => Promise<void>)[]
): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    await Promise.all(work.map(each => each()));
    tools.world.clock.advance(1000);
  }
}
