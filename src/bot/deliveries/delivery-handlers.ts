/** Intents about what is sent, and how people are reached → workflow → what the person is told. */
import { reachCard, repeatedCard } from '../../../cards/deliveries/delivery-cards.ts';
import { deliveries, partitionOf, type Thing } from '../../delivery/delivery.ts';
import type { deliveryIntents } from '../../delivery/delivery-intents.ts';
import { repeatDelivery } from '../../delivery/repeat-delivery.ts';
import { sendingId, sendings } from '../../delivery/sending.ts';
import { type Actor, allowed, identifyMember } from '../../features/networks/identify-member.ts';
import type { NetworkId } from '../../features/networks/network.ts';
import type { Refusal } from '../../texts/refusal.ts';
import type { Speech } from '../../texts/speak.ts';
import { type Answer, type Asking, asActor, asMember, type Handlers, refuse } from '../asking.ts';
import { thingMeant } from './delivery-meant.ts';
import { reachedBy } from './delivery-reach.ts';
import { choose, openRouteForm } from './delivery-routes.ts';
import { type Asked, agree, drop, showSending } from './delivery-sendings.ts';
import { knownThing, placeNames, shownThing } from './delivery-things.ts';

export const deliveryHandlers: Pick<Handlers, keyof typeof deliveryIntents> = {
  'delivery.repeat': async (asking, { about, delivery }) => {
    const kept = await deliveries.get(asking.tools.store, partitionOf(about), delivery);
    return asMemberOf(asking, kept?.value.networkId, { code: 'no-delivery' }, async (actor, speech) => {
      const repeated = await repeatDelivery(asking.tools, actor, about, delivery);
      if (!repeated.ok) return refuse(repeated.refusal, speech);
      const { to, message } = repeated.value;
      const nameOf = await placeNames(asking.tools, actor.network.id, speech);
      return { whisper: repeatedCard({ where: nameOf(to), message: message.kind }, speech) };
    });
  },

  'delivery.reach': async (asking, { about, kind, number, from }) => {
    if (!about) {
      return asMember(asking, async (actor, speech) => {
        const meant = await thingMeant(asking.tools, actor.network.id, { kind, number });
        return meant ? showReach(asking, actor, meant, from, speech) : refuse({ code: 'no-such-thing' }, speech);
      });
    }
    const known = await knownThing(asking.tools, about);
    return asMemberOf(asking, known?.networkId, { code: 'no-such-thing' }, (actor, speech) =>
      showReach(asking, actor, about, from, speech),
    );
  },

  'sending.show': (asking, { from, text, ...asked }) =>
    withSending(asking, asked, (actor, speech) => showSending(asking, actor, asked, speech, { from, text })),

  'sending.agree': (asking, intent) =>
    withSending(asking, intent, (actor, speech) => agree(asking, actor, intent, speech)),

  'sending.drop': (asking, intent) =>
    withSending(asking, intent, (actor, speech) => drop(asking, actor, intent, speech)),

  'route.choose-form': openRouteForm,

  'route.choose': (asking, { by }) => choose(asking, by),
};

async function showReach(
  { tools, platformOf }: Asking,
  actor: Actor,
  about: Thing,
  from: number | undefined,
  speech: Speech,
): Promise<Answer> {
  const right = allowed(actor, 'delivery.reach');
  if (!right.ok) return refuse(right.refusal, speech);
  const [thing, reached] = await Promise.all([
    shownThing(tools, about, speech),
    reachedBy(tools, about, actor.network, speech, platformOf),
  ]);
  return { whisper: reachCard({ thing, ...reached, from }, speech) };
}

type Work = (actor: Actor, speech: Speech) => Promise<Answer>;

async function withSending(asking: Asking, { about, sending }: Asked, work: Work): Promise<Answer> {
  const kept = await sendings.get(asking.tools.store, partitionOf(about), sendingId(sending));
  return asMemberOf(asking, kept?.value.networkId, { code: 'no-sending' }, work);
}

/** Does work as a member of the network something belongs to; to anyone else it is not there. */
async function asMemberOf(
  asking: Asking,
  networkId: NetworkId | undefined,
  notThere: Refusal,
  work: Work,
): Promise<Answer> {
  const actor = networkId && (await identifyMember(asking.tools, asking.from, networkId));
  return actor?.ok ? asActor(asking, actor.value, work) : refuse(notThere, asking.speech);
}
