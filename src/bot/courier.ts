/** Ties what is owed to cards, people and platforms. */
import { createHash } from 'node:crypto';
import type { Card } from '../../cards/card.ts';
import type { Courier, Prepared, Redrawing } from '../delivery/courier.ts';
import { type Delivery, type Place, partitionOf } from '../delivery/delivery.ts';
import type { SendResult } from '../delivery/send-result.ts';
import { knowCorrespondent } from '../features/networks/correspondent.ts';
import { members, networkPartition, networks } from '../features/networks/network-store.ts';
import { later } from '../world.ts';
import { thawCard } from './deliveries/delivery-frozen.ts';
import { isThingOver } from './deliveries/delivery-things.ts';
import { drawThing } from './draw.ts';
import { inLanguages } from './drawing.ts';
import { eventOf } from './meetings/meeting-event.ts';
import type { EventCalendar, Platform } from './platform.ts';
import { type PlatformOf, type Route, routesTo } from './routes.ts';
import { writeTo } from './write-to.ts';
import type { Desk } from './writer.ts';

type ToChannel = Extract<Place, { kind: 'channel' }>;
type ToMember = Extract<Place, { kind: 'member' }>;

/** @param calendar keeps things as events, where one is set up */
export function createCourier(desk: Desk, platformOf: PlatformOf, calendar?: EventCalendar): Courier {
  const { tools } = desk;

  return {
    prepare: ({ value }) => {
      switch (value.to.kind) {
        case 'channel':
          return prepareForChannel(value, value.to);
        case 'member':
          return prepareForMember(value, value.to);
        case 'calendar':
          return prepareForCalendar(value);
      }
    },

    draw: async thing => {
      const drawing = await drawThing(desk, thing);
      return drawing && (posting => redrawing(posting, languages => inLanguages(drawing, languages)));
    },

    isOver: thing => tools.gather(`over|${partitionOf(thing)}`, () => isThingOver(tools, thing)),
  };

  async function prepareForChannel(delivery: Delivery, to: ToChannel): Promise<Prepared> {
    const drawing = await drawThing(desk, delivery.thing);
    if (!drawing) return { kind: 'unneeded' };
    const card = asShown(delivery, inLanguages(drawing, to.languages));
    const platform = platformOf(to.key);
    return {
      kind: 'ready',
      lane: to.key,
      pace: platform?.pace ?? [],
      hasOtherRoute: false,
      drawn: digestOf(card),
      send: attempt => sent(platform, each => each.post(to.address, { card, ...attempt })),
    };
  }

  async function prepareForMember(delivery: Delivery, to: ToMember): Promise<Prepared> {
    const home = networkPartition(delivery.networkId);
    const [network, member] = await Promise.all([
      tools.gather(`network|${home}`, () => networks.get(tools.store, home, 'network')),
      members.get(tools.store, home, to.id),
    ]);
    if (!network || !member) return { kind: 'unneeded' };
    const words = await writeTo(desk, delivery, { network: network.value, member: member.value });
    if (!words) return { kind: 'unneeded' };
    if (words.notBefore && words.notBefore > tools.world.clock.now()) return { kind: 'later', at: words.notBefore };
    const [route, ...others] = await routesLeft(
      delivery,
      await routesTo(tools, platformOf, network.value, member.value),
    );
    if (!route) return { kind: 'unreachable' };
    const card = asShown(delivery, words.card);
    if (route.needsNoAccount) await knowCorrespondent(tools, route.key, network.value.id, member.value.id);
    return {
      kind: 'ready',
      lane: route.key,
      pace: route.platform.pace,
      route: route.key,
      hasOtherRoute: others.length > 0,
      drawn: digestOf(card),
      send: attempt =>
        route.platform.tell(route.address, { card, ...attempt, calendar: calendar ? undefined : words.calendar }),
    };
  }

  async function prepareForCalendar({ thing, ref }: Delivery): Promise<Prepared> {
    const event = calendar && (await eventOf(tools, thing));
    if (!event) return { kind: 'unneeded' };
    const { entry, cancelled, agreement } = event;
    if (agreement === 'dropped') return { kind: 'unneeded' };
    if (agreement === 'waiting') return { kind: 'later', at: later(tools.world.clock.now(), lookAgainMs) };
    return {
      kind: 'ready',
      // One that the calendar does not take holds up no other.
      lane: `calendar|${partitionOf(thing)}`,
      pace: calendar.pace,
      hasOtherRoute: false,
      drawn: '',
      // Called off also where nobody has heard what became of making it: by its key it is found, if it stands.
      send: ({ mayStand }) =>
        cancelled ? calendar.cancel(ref ?? entry.key, cancelled.reason) : calendar.put(entry, ref, mayStand),
    };
  }

  function redrawing(posting: Delivery, draw: (languages: ToChannel['languages']) => Card): Redrawing | undefined {
    const { to } = posting;
    if (to.kind !== 'channel') return undefined;
    const card = draw(to.languages);
    const platform = platformOf(to.key);
    return {
      lane: to.key,
      pace: platform?.pace ?? [],
      drawn: digestOf(card),
      update: ref => sent(platform, each => each.update(to.address, ref, card)),
    };
  }
}

/** Whether whoever leads has agreed meanwhile. */
const lookAgainMs = 30_000;

/** What was tried and may have got through is tried again only the same way. */
function routesLeft({ mayStand, route, deadRoutes, written }: Delivery, all: readonly Route[]): readonly Route[] {
  const alive = all.filter(({ key }) => deadRoutes.every(dead => dead.route !== key));
  if (mayStand) return alive.filter(({ key }) => key === route);
  const isShown = ({ key }: Route) => key === written?.route;
  return [...alive.filter(isShown), ...alive.filter(each => !isShown(each))];
}

/** A platform that is not set up at the moment may be so again. */
async function sent(
  platform: Platform | undefined,
  send: (platform: Platform) => Promise<SendResult>,
): Promise<SendResult> {
  return platform ? send(platform) : { kind: 'failed' };
}

function asShown({ written }: Delivery, card: Card): Card {
  return written ? thawCard(written.card, card) : card;
}

function digestOf(card: Card): string {
  return createHash('sha256').update(JSON.stringify(card)).digest('base64url').slice(0, 22);
}
