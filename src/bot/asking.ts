import { openFormCard, refusalCard } from '../../cards/answer-cards.ts';
import type { Form } from '../../cards/card.ts';
import type { Filled } from '../../cards/filled.ts';
import { type Actor, identifyMember, networkAt } from '../features/networks/identify-member.ts';
import type { Language, Network } from '../features/networks/network.ts';
import { channelPartition, channels, members, networkPartition } from '../features/networks/network-store.ts';
import type { Carried, IntentOf, IntentType } from '../intents/intent.ts';
import type { Refusal } from '../texts/refusal.ts';
import { type Speech, speak } from '../texts/speak.ts';
import type { Tools } from '../tools.ts';
import type { Instant } from '../world.ts';
import type { From, Reply } from './platform.ts';
import type { CountFor } from './polls/recent-counts.ts';
import type { PlatformOf } from './routes.ts';

/** What the one who runs the bot has settled. */
export type Settings = {
  /** IANA name: new networks' zone. */
  readonly zone: string;
  /** Spoken where nothing else is known. */
  readonly language: Language;
  /** Whether people of a tenant or workspace, `platform|tenant`, may use the bot. */
  readonly isAllowed: (organisation: string) => boolean;
  /** An address that gives a file until an instant to whoever has it. */
  readonly fileUrl: (payload: unknown, until: Instant) => string;
  /** An address that gives a picture for ever to whoever has it; absent where no chat could fetch it. */
  readonly pictureUrl?: ((payload: unknown) => string) | undefined;
};

/** A reply, and the refusal it tells of, which a form can say beside its fields. */
export type Answer = Reply & { readonly refusal?: Refusal };

/** One request in hand. */
export type Asking = {
  readonly tools: Tools;
  readonly settings: Settings;
  /** By which ways people can be reached. */
  readonly platformOf: PlatformOf;
  readonly from: From;
  readonly recentCount: CountFor;
  /** What is asked, as a button could ask it again. */
  readonly intent?: Carried;
  /** The language this person has asked to be spoken to in. */
  readonly chosen?: Language | undefined;
  /** The person's language as far as is known before it is known whom they are in which network. */
  readonly speech: Speech;
};

/** One row for each intent; a row that is missing does not compile. */
export type Handlers = {
  readonly [T in IntentType]: (asking: Asking, intent: IntentOf<T>) => Promise<Answer>;
};

export type Payload = Readonly<Record<string, unknown>>;

/** For each intent that has a form: the form as it was filled in, to whoever may have it. */
export type FormsAgain = Readonly<
  Record<string, (asking: Asking, payload: Payload, filled: Filled) => Promise<Form | undefined>>
>;

/** A member's own choice, else their client's language, else the network's, else the house's. */
export function speechFor(
  from: Pick<From, 'locale'>,
  settings: Settings,
  chosen?: Language,
  network?: Pick<Network, 'languages' | 'zone' | 'terms'>,
): Speech {
  const language = chosen ?? languageOf(from.locale) ?? network?.languages[0] ?? settings.language;
  return speak(language, network?.zone ?? settings.zone, network?.terms);
}

const clientLanguages: Readonly<Record<string, Language>> = { nb: 'nb', no: 'nb', nn: 'nn', en: 'en' };

/** Northern Sámi is never inferred from a client: few who read it have one in it. */
export function languageOf(locale: string | undefined): Language | undefined {
  return clientLanguages[locale?.split(/[-_]/)[0]?.toLowerCase() ?? ''];
}

/** Does work as a member of the network the place or the person tells of, or says why that cannot be. */
export async function asMember(asking: Asking, work: Work): Promise<Answer> {
  const { tools, from, speech } = asking;
  const network = await networkAt(tools, from.identity, from.place.key);
  if (!network.ok) return refuse(network.refusal, speech);
  const actor = await identifyMember(tools, from, network.value);
  return actor.ok ? asActor(asking, actor.value, work) : refuse(actor.refusal, speech);
}

type Work = (actor: Actor, speech: Speech) => Promise<Answer>;

/** In the member's language; what is no secret in the network's own channels is told to the person alone anywhere else. */
export async function asActor(asking: Asking, actor: Actor, work: Work): Promise<Answer> {
  const { tools, from, settings, chosen } = asking;
  const speech = speechFor(from, settings, chosen ?? actor.member.language, actor.network);
  const reply = await withDoer(tools, actor, await work(actor, speech), speech);
  if (!reply.answer) return reply;
  const here = await channels.get(tools.store, channelPartition(from.place.key), 'channel');
  if (here?.value.networkId === actor.network.id) return reply;
  const { answer, ...rest } = reply;
  return { whisper: answer, ...rest };
}

/** Where it was refused since it has been done before, it is told by whom. */
async function withDoer(
  { store }: Pick<Tools, 'store'>,
  { member, network }: Actor,
  reply: Answer,
  speech: Speech,
): Promise<Answer> {
  const { refusal } = reply;
  if (!refusal || !('doer' in refusal) || !refusal.doer) return reply;
  const { id } = refusal.doer;
  const found = id === member.id ? undefined : await members.get(store, networkPartition(network.id), id);
  const doer = { id, isSelf: id === member.id, ...(found && { name: found.value.name }) };
  return { ...reply, ...refuse({ ...refusal, doer }, speech) };
}

export function refuse(refusal: Refusal, speech: Speech): Answer {
  return { whisper: refusalCard(refusal, speech), refusal };
}

/** The form where the request can be answered with one; elsewhere a button that opens it. */
export function openForm({ from }: Asking, form: Form, opensIt: Carried, speech: Speech): Reply {
  if (from.canOpenForm) return { form };
  return { answer: openFormCard(form, opensIt, speech) };
}

/** ISO date a week from now in a zone: where a deadline field starts. */
export function aWeekOn(now: Instant, zone: string): string {
  return Temporal.Instant.from(now).toZonedDateTimeISO(zone).add({ days: 7 }).toPlainDate().toString();
}
