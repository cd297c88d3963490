/** A sending that more than a few are to get: shown, agreed to or dropped by those who lead. */

import type { Card } from '../../../cards/card.ts';
import type { ThingShown } from '../../../cards/deliveries/delivery-cards.ts';
import type { DryRunShown, SendingFate } from '../../../cards/deliveries/delivery-dry-run.ts';
import {
  droppedCard,
  dryRunCard,
  dryRunNamesCard,
  dryRunTextCard,
  sendingOverCard,
  sentCard,
} from '../../../cards/deliveries/delivery-dry-run.ts';
import {
  agreeToSending,
  dropSending,
  freezeSending,
  type Rehearse,
  type SendingRefusal,
} from '../../delivery/agree-to-sending.ts';
import { type Message, partitionOf, type Thing } from '../../delivery/delivery.ts';
import { decisionId, decisions, type Sending, sendingId, sendings } from '../../delivery/sending.ts';
import type { Actor } from '../../features/networks/identify-member.ts';
import type { Speech } from '../../texts/speak.ts';
import type { Tools } from '../../tools.ts';
import { idFrom } from '../../world.ts';
import { type Answer, type Asking, refuse } from '../asking.ts';
import { placeNames, shownThing } from './delivery-things.ts';
import { rehearse, shownOf } from './dry-run.ts';

export type Asked = { readonly about: Thing; readonly sending: string };

/** Which part of it: the overview unless said. */
type Showing = {
  /** Everyone, from here on. */
  readonly from?: number | undefined;
  /** One of the texts alone. */
  readonly text?: number | undefined;
  readonly notes?: DryRunShown['notes'];
};

/** What is about to be sent, or what was decided about it. */
export async function showSending(
  asking: Asking,
  actor: Actor,
  asked: Asked,
  speech: Speech,
  showing: Showing = {},
): Promise<Answer> {
  const frozen = await freezeSending(asking.tools, actor, asked, rehearsing(asking));
  if (!frozen.ok) return refuse(frozen.refusal, speech);
  const sending = frozen.value.value;
  if (sending.state !== 'shown') return { whisper: await overCard(asking, actor, sending, speech) };
  const thing = await shownThing(asking.tools, asked.about, speech);
  return { whisper: await drawn(asking, asked, sending, { thing, ...showing }, speech) };
}

/** What was decided about it, by whom and when. */
async function overCard({ tools }: Asking, actor: Actor, sending: Sending, speech: Speech): Promise<Card> {
  const { thing: about, message } = sending;
  const [thing, fate] = await Promise.all([shownThing(tools, about, speech), fateOf(tools, actor, sending, speech)]);
  return sendingOverCard({ thing, message: message.kind, fate }, speech);
}

async function fateOf(tools: Tools, { member }: Actor, sending: Sending, speech: Speech): Promise<SendingFate> {
  const { thing, id, networkId, state, endedAt } = sending;
  const decision = (await decisions.get(tools.store, partitionOf(thing), decisionId(id)))?.value;
  if (!decision) return state === 'lapsed' && endedAt ? { kind: 'lapsed', at: endedAt } : { kind: 'overtaken' };
  const { kind, by, at } = decision;
  if (by === member.id) return { kind, at };
  const nameOf = await placeNames(tools, networkId, speech);
  return { kind, at, by: nameOf({ kind: 'member', id: by }) };
}

/**
 * The sending this request made, when the words went to so many that they must be shown first.
 * @returns undefined when they were few, and are on their way
 */
export async function showMade(
  asking: Asking,
  actor: Actor,
  { about, words, notes }: { readonly about: Thing; readonly words: Message; readonly notes?: DryRunShown['notes'] },
  speech: Speech,
): Promise<Answer | undefined> {
  const made = await madeBy(asking, actor, about, words);
  return made && showSending(asking, actor, { about, sending: made.id }, speech, { notes });
}

/** The sending itself, whatever was decided about it. */
export async function madeBy(
  { tools }: Asking,
  { requestKey }: Actor,
  about: Thing,
  words: Message,
): Promise<Sending | undefined> {
  const id = sendingId(idFrom(requestKey, words.kind));
  return (await sendings.get(tools.store, partitionOf(about), id))?.value;
}

export async function agree(
  asking: Asking,
  actor: Actor,
  asked: Asked & { readonly seen: string },
  speech: Speech,
): Promise<Answer> {
  const agreed = await agreeToSending(asking.tools, actor, asked, rehearsing(asking));
  if (agreed.ok) {
    const { sending, unneeded } = agreed.value;
    const thing = await shownThing(asking.tools, asked.about, speech);
    const whisper = sentCard({ thing, sentTo: reachable(sending), unneeded }, speech);
    return { whisper, instead: await overCard(asking, actor, sending, speech) };
  }
  if (agreed.refusal.code !== 'sending-changed') return refuseSending(asking, actor, asked, agreed.refusal, speech);
  const notes = [{ kind: 'note', sign: 'warning', text: speech.refusal(agreed.refusal) } as const];
  return { ...(await showSending(asking, actor, asked, speech, { notes })), refusal: agreed.refusal };
}

export async function drop(asking: Asking, actor: Actor, asked: Asked, speech: Speech): Promise<Answer> {
  const dropped = await dropSending(asking.tools, actor, asked);
  if (!dropped.ok) return refuseSending(asking, actor, asked, dropped.refusal, speech);
  const { sending } = dropped.value;
  const thing = await shownThing(asking.tools, asked.about, speech);
  const whisper = droppedCard({ thing, message: sending.message.kind }, speech);
  return { whisper, instead: await overCard(asking, actor, sending, speech) };
}

/** Whoever comes too late is told who was first. */
async function refuseSending(
  asking: Asking,
  actor: Actor,
  asked: Asked,
  refusal: SendingRefusal,
  speech: Speech,
): Promise<Answer> {
  if (refusal.code !== 'sending-over') return refuse(refusal, speech);
  const over = await showSending(asking, actor, asked, speech);
  return { ...over, instead: over.whisper, refusal };
}

function rehearsing(asking: Asking): Rehearse {
  return sending => rehearse(asking, asking.platformOf, sending);
}

async function drawn(
  asking: Asking,
  { sending: id }: Asked,
  sending: Sending,
  { from, text, ...more }: Showing & { readonly thing: ThingShown },
  speech: Speech,
) {
  const names = await placeNames(asking.tools, sending.networkId, speech);
  const shown: DryRunShown = { ...more, sending: id, ...shownOf(sending, asking.platformOf, names) };
  if (text !== undefined) return dryRunTextCard({ ...shown, text }, speech);
  return from === undefined ? dryRunCard(shown, speech) : dryRunNamesCard({ ...shown, from }, speech);
}

/** Those without a way are owed it too, so that the report of who was reached names them. */
function reachable({ to, written }: Sending): number {
  return to.filter(({ kind }, at) => kind === 'channel' || written?.each[at]?.route !== undefined).length;
}
