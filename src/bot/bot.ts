import { faultCard, warningCard } from '../../cards/answer-cards.ts';
import { BoundedCache } from '../bounded-cache.ts';
import { placeOf } from '../fault-place.ts';
import { chosenLanguage } from '../features/networks/choose-language.ts';
import { rememberRoute } from '../features/networks/remember-route.ts';
import type { Carried, Intent } from '../intents/intent.ts';
import { decode } from '../intents/wire.ts';
import { holdsNationalId } from '../privacy/national-id.ts';
import type { Tools } from '../tools.ts';
import { idFrom } from '../world.ts';
import { type Answer, type Asking, languageOf, refuse, type Settings, speechFor } from './asking.ts';
import { channelEvents } from './channel-events.ts';
import { formAgain } from './form-again.ts';
import { handlers } from './handlers.ts';
import type { Bot, Incoming, Reply } from './platform.ts';
import { createRecentCounts } from './polls/recent-counts.ts';
import { readWords } from './read-words.ts';
import type { PlatformOf } from './routes.ts';

/** How many requests are remembered so that their repeats are answered the same. */
const mostRemembered = 2000;

/** Ties intents to workflows and workflows to cards. One boundary: whatever goes wrong inside is told kindly and logged. */
export function createBot(tools: Tools, settings: Settings, platformOf: PlatformOf): Bot {
  const answers = new BoundedCache<Promise<Reply>>(mostRemembered);
  const recentCount = createRecentCounts();

  async function handle(incoming: Incoming): Promise<Reply> {
    const key = incoming.from.requestKey;
    const before = answers.get(key);
    if (before) return { ...(await before), isRepeat: true };
    const answer = answerOrFault(incoming);
    answers.set(key, answer);
    return answer;
  }

  async function answerOrFault(incoming: Incoming): Promise<Reply> {
    const { from } = incoming;
    const asking: Asking = { tools, settings, platformOf, from, recentCount, speech: speechFor(from, settings) };
    try {
      return await answerTo(asking, incoming);
    } catch (error) {
      answers.delete(from.requestKey);
      const code = tools.world.ids.code().slice(0, 4);
      tools.world.log.error({ code, request: idFrom(from.requestKey), fault: placeOf(error) }, 'A request failed');
      return { whisper: faultCard(code, asking.speech) };
    }
  }

  return { handle };
}

async function answerTo(arrived: Asking, incoming: Incoming): Promise<Reply> {
  const { tools, settings, from } = arrived;
  if (!settings.isAllowed(from.organisation)) return refuse({ code: 'organisation-not-allowed' }, arrived.speech);
  if (holdsNationalId(from.name) || holdsNationalId(from.place.label)) {
    return refuse({ code: 'name-has-national-id' }, arrived.speech);
  }
  const [chosen] = await Promise.all([
    chosenLanguage(tools, from.identity),
    rememberRoute(tools, from.identity, from.personalAddress, languageOf(from.locale)),
  ]);
  const speech = speechFor(from, settings, chosen);
  const asking: Asking = { ...arrived, chosen, speech };
  if (incoming.kind === 'event') return channelEvents[incoming.event](asking);
  if (incoming.kind === 'unkeepable' || (incoming.kind === 'words' && holdsNationalId(incoming.words))) {
    return refuse({ code: 'national-id' }, speech);
  }
  const payload = incoming.kind === 'words' ? readWords(incoming.words) : incoming.payload;
  const intent = decode(payload);
  if (!intent.ok) return (await formAgain(asking, payload, intent.refusal)) ?? refuse(intent.refusal, speech);
  const { refusal, ...reply } = await handle({ ...asking, intent: intent.value as Carried }, intent.value);
  const again = refusal && (await formAgain(asking, payload, refusal));
  return again ?? withWayOut(reply, asking);
}

/** What to say where a person cannot be told in private. */
function withWayOut(reply: Reply, { from, speech }: Asking): Reply {
  if (!reply.whisper || from.place.kind === 'personal') return reply;
  const { unreachableTitle, unreachableText } = speech.say.whispers;
  return { ...reply, whenUnreachable: warningCard(unreachableTitle, unreachableText, speech) };
}

/** The row's own type is lost when the intent's type is not known in advance; the table's type has tied them. */
function handle(asking: Asking, intent: Intent): Promise<Answer> {
  const handler = handlers[intent.type] as (asking: Asking, intent: Intent) => Promise<Answer>;
  return handler(asking, intent);
}
